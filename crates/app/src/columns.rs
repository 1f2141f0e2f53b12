//! What a user said of the columns of tables: looked at before it is kept, and used for every table like it.

use crate::{
    files::{Input, Reading},
    home::Home,
    settings_file,
};
use ingest::{Bounds, ColumnMap};
pub use ingest::{Field, Holding, Sample};
use serde::{Deserialize, Serialize};
use std::{io, path::PathBuf};
use story::{Article, Oddity};

const FILE: &str = "columns.toml";
/// Kinds of tables that are remembered.
const REMEMBERED: usize = 100;
/// Rows that are read to show what a table gives.
const ROWS: usize = 50;

/// A table as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    pub sample: Sample,
    /// The first article.
    pub first: Option<Article>,
    /// What was odd, where there is none.
    pub oddities: Vec<Oddity>,
}

/// How the beginning of a file would be read if its columns held this; `None` where it is no table.
pub fn look(path: PathBuf, holding: Holding, reading: &Reading) -> Option<Look> {
    let bounds = Bounds { entries: ROWS, ..reading.bounds.clone() };
    let reading = Reading { columns: ColumnMap::from_iter([holding]), bounds, ..reading.clone() };
    let imported = Input::Path(path).read(&reading);
    Some(Look { sample: imported.table?, first: imported.articles.into_iter().next(), oddities: imported.oddities })
}

/// All that was said, the last word first.
pub fn remembered(home: &Home) -> ColumnMap {
    settings_file::read::<Kept>(&home.setting(FILE)).tables.into_iter().collect()
}

/// Keeps what was said of a table, in the place of what was said of it before.
///
/// # Errors
/// As the file system gives them.
pub fn remember(home: &Home, holding: Holding) -> io::Result<()> {
    let place = home.setting(FILE);
    let columns = |holding: &Holding| {
        let mut columns: Vec<String> = holding.0.values().cloned().collect();
        columns.sort();
        columns
    };
    let others = settings_file::read::<Kept>(&place).tables.into_iter();
    let others = others.filter(|other| columns(other) != columns(&holding)).collect::<Vec<_>>();
    let tables = std::iter::once(holding).chain(others).take(REMEMBERED).collect();
    settings_file::write(&place, &Kept { tables })
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    tables: Vec<Holding>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TABLE: &str = "Blatt;Kopf;Rumpf;Tag\nHafenpost;Brand;Die Alma brannte am Kai in Varnholm.;3.5.2031\n";

    fn holding(fields: &[(Field, &str)]) -> Holding {
        Holding(fields.iter().map(|(field, name)| (*field, (*name).to_owned())).collect())
    }

    #[test]
    fn a_table_is_looked_at_before_anything_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mai.csv");
        fs::write(&path, TABLE).expect("room");
        let before = look(path.clone(), Holding::default(), &Reading::default()).expect("a table");
        assert_eq!(before.sample.columns, ["Blatt", "Kopf", "Rumpf", "Tag"]);
        assert_eq!(before.sample.rows[0][1], "Brand");
        assert!(before.first.is_none() && before.oddities[0].remedy == story::Remedy::MapColumns);
        let said = holding(&[(Field::Body, "Rumpf"), (Field::Outlet, "Blatt")]);
        let after = look(path, said, &Reading::default()).expect("a table");
        let first = after.first.expect("an article");
        assert_eq!((first.outlet.as_str(), first.title.as_str()), ("Hafenpost", ""));
        assert_eq!(first.body, "Die Alma brannte am Kai in Varnholm.");
        assert_eq!(after.sample.taken, [(Field::Outlet, 0), (Field::Body, 2)].into());
    }

    #[test]
    fn a_table_in_an_archive_is_explained_as_one_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mai.tar");
        let mut archive = tar::Builder::new(Vec::new());
        for (name, text) in [("a/known.csv", "outlet,text\nPost,A ferry burned at the quay.\n"), ("a/mai.csv", TABLE)] {
            let mut header = tar::Header::new_ustar();
            header.set_size(text.len() as u64);
            archive.append_data(&mut header, name, text.as_bytes()).expect("memory");
        }
        fs::write(&path, archive.into_inner().expect("memory")).expect("room");
        let before = look(path.clone(), Holding::default(), &Reading::default()).expect("a table");
        assert_eq!(before.sample.columns, ["Blatt", "Kopf", "Rumpf", "Tag"]);
        let after = look(path, holding(&[(Field::Body, "Rumpf")]), &Reading::default()).expect("a table");
        assert_eq!(after.sample.taken, [(Field::Body, 2)].into());
    }

    #[test]
    fn what_is_no_table_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.html");
        fs::write(&path, "<!doctype html><p>One.").expect("room");
        assert_eq!(look(path, Holding::default(), &Reading::default()), None);
        assert_eq!(look(folder.path().join("none.csv"), Holding::default(), &Reading::default()), None);
    }

    #[test]
    fn what_was_said_is_remembered_for_the_next_table() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::in_folder(folder.path());
        remember(&home, holding(&[(Field::Title, "Rumpf"), (Field::Body, "Kopf")])).expect("room");
        remember(&home, holding(&[(Field::Body, "Text der Meldung")])).expect("room");
        remember(&home, holding(&[(Field::Body, "Rumpf"), (Field::Title, "Kopf")])).expect("room");
        let reading = Reading { columns: remembered(&home), ..Reading::default() };
        let next = Input::Bytes { name: "juni.csv".into(), bytes: TABLE.into() };
        let articles = next.read(&reading).articles;
        assert_eq!((articles.len(), articles[0].title.as_str()), (1, "Brand"), "the last word counts");
    }
}
