//! Which column of a table holds what.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of columns as the table spells them, for tables whose names are not the usual ones. A
/// field that is not mapped is looked for under its usual names; of several names for one field the
/// earlier ones win, so that one map can serve several tables.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMap {
    names: BTreeMap<Field, Vec<String>>,
    tables: Vec<Holding>,
}

/// What the columns of one table hold, and of every other that has the same ones and no usual name for its text: of
/// such tables nothing else is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding(pub BTreeMap<Field, String>);

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Outlet,
    Title,
    Body,
    Published,
    Modified,
    Url,
    Byline,
    Section,
    Language,
}

impl Field {
    pub const ALL: [Field; 9] = [
        Field::Outlet,
        Field::Title,
        Field::Body,
        Field::Published,
        Field::Modified,
        Field::Url,
        Field::Byline,
        Field::Section,
        Field::Language,
    ];

    /// The word for it that a person types and reads.
    pub fn name(self) -> &'static str {
        match self {
            Field::Outlet => "outlet",
            Field::Title => "title",
            Field::Body => "text",
            Field::Published => "date",
            Field::Modified => "modified",
            Field::Url => "url",
            Field::Byline => "byline",
            Field::Section => "section",
            Field::Language => "language",
        }
    }
}

/// Usual names, spelled as [`folded`] spells them; the earlier ones win where a table has several.
#[rustfmt::skip] // a list of words
const USUAL: &[(Field, &[&str])] = &[
    (
        Field::Outlet,
        &["outlet", "publication", "publisher", "newspaper", "source", "sourcename", "publicationname", "medium", "media", "medianame", "site", "sitename", "website", "domain", "sourcedomain", "sourcecommonname", "zeitung", "quelle", "journal", "média", "periódico", "medio", "fuente", "testata", "издание", "источник", "媒体", "来源"],
    ),
    (Field::Title, &["title", "headline", "articletitle", "head", "titel", "überschrift", "schlagzeile", "titre", "título", "titular", "titolo", "заголовок", "כותרת", "标题"]),
    (Field::Byline, &["byline", "author", "authors", "creator", "writer", "journalist", "autor", "verfasser", "auteur", "autore", "автор", "מחבר", "作者"]),
    (Field::Section, &["section", "sectionname", "newsdesk", "desk", "rubric", "rubrik", "ressort", "rubrique", "sección", "seccion", "sezione", "рубрика", "מדור", "栏目"]),
    (
        Field::Published,
        &["published", "publishedat", "publishedon", "publishdate", "publisheddate", "datepublished", "datepublish", "publicationdate", "pubdate", "publishtime", "publicationtime", "date", "datetime", "timestamp", "articledate", "time", "created", "createdat", "seendate", "datum", "erscheinungsdatum", "veröffentlicht", "datedepublication", "fecha", "дата", "תאריך", "日期", "发布时间"],
    ),
    (
        Field::Modified,
        &["modified", "updated", "modifiedat", "updatedat", "datemodified", "datemodify", "dateupdated", "lastmodified", "lastupdated", "modifieddate", "updateddate"],
    ),
    (Field::Url, &["url", "link", "articleurl", "sourceurl", "canonicalurl", "permalink", "weburl", "href", "uri", "documentidentifier", "lien", "enlace", "ссылка", "链接"]),
    (Field::Language, &["language", "lang", "languagecode"]),
    (
        Field::Body,
        &["body", "text", "fulltext", "maintext", "articlebody", "articletext", "bodytext", "content", "contents", "articlecontent", "cleantext", "plaintext", "bodyhtml", "contenthtml", "html", "article", "story", "volltext", "inhalt", "texte", "textecomplet", "contenu", "texto", "contenido", "cuerpo", "testo", "текст", "טקסט", "正文"],
    ),
];

impl FromIterator<(Field, String)> for ColumnMap {
    fn from_iter<T: IntoIterator<Item = (Field, String)>>(names: T) -> Self {
        let mut columns = Self::default();
        for (field, name) in names {
            columns.names.entry(field).or_default().push(name);
        }
        columns
    }
}

impl FromIterator<Holding> for ColumnMap {
    /// What is said of tables, the last word first.
    fn from_iter<T: IntoIterator<Item = Holding>>(tables: T) -> Self {
        Self { tables: tables.into_iter().collect(), ..Self::default() }
    }
}

impl ColumnMap {
    /// Which of `columns` can hold `field`, the likeliest first: the mapped ones, else those with
    /// usual names.
    pub(crate) fn find(&self, field: Field, columns: &[String]) -> Vec<usize> {
        if let Some(holding) = self.holding(columns) {
            return holding.0.get(&field).and_then(|name| spelled(name, columns)).into_iter().collect();
        }
        match self.names(field) {
            [] => usual(field).iter().filter_map(|name| called(name, columns)).collect(),
            names => names.iter().filter_map(|name| spelled(name, columns).or_else(|| called(name, columns))).collect(),
        }
    }

    /// The names that were given to the columns for `field`; none unless it is mapped.
    pub(crate) fn names(&self, field: Field) -> &[String] {
        self.names.get(&field).map_or(&[], Vec::as_slice)
    }

    /// What was said of this very table.
    fn holding(&self, columns: &[String]) -> Option<&Holding> {
        let is_of = |holding: &&Holding| {
            !holding.0.is_empty() && holding.0.values().all(|name| spelled(name, columns).is_some())
        };
        self.tables.iter().find(is_of).filter(|_| is_to_be_explained(columns))
    }
}

/// Whether no column has a usual name for the text.
pub(crate) fn is_to_be_explained(columns: &[String]) -> bool {
    usual(Field::Body).iter().all(|name| called(name, columns).is_none())
}

fn spelled(name: &str, columns: &[String]) -> Option<usize> {
    columns.iter().position(|column| column == name)
}

fn called(name: &str, columns: &[String]) -> Option<usize> {
    columns.iter().position(|column| folded(column) == folded(name))
}

fn usual(field: Field) -> &'static [&'static str] {
    USUAL.iter().find(|(other, _)| *other == field).map_or(&[], |(_, names)| names)
}

/// A column's name without case, blanks and punctuation: `Publication Date` is `publication_date`.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[&str], field: Field, expected: &[usize]) {
        assert_eq!(ColumnMap::default().find(field, &named(columns)), expected, "{field:?} in {columns:?}");
    }

    fn named(columns: &[&str]) -> Vec<String> {
        columns.iter().map(|&column| column.to_owned()).collect()
    }

    #[test]
    fn usual_names_are_known_in_any_spelling() {
        check(&["ID", "Full Text"], Field::Body, &[1]);
        check(&["full_text"], Field::Body, &[0]);
        check(&["Publication-Date"], Field::Published, &[0]);
        check(&["PubDate"], Field::Published, &[0]);
        check(&["newspaper"], Field::Outlet, &[0]);
        check(&["notes"], Field::Body, &[]);
    }

    #[test]
    fn the_more_telling_name_wins() {
        check(&["content", "body"], Field::Body, &[1, 0]);
        check(&["source", "outlet"], Field::Outlet, &[1, 0]);
    }

    #[test]
    fn a_mapped_column_is_taken_in_place_of_the_usual_one() {
        let columns = ColumnMap::from_iter([(Field::Body, "Texte".to_owned())]);
        assert_eq!(columns.find(Field::Body, &named(&["body", "Texte"])), [1]);
        assert_eq!(columns.find(Field::Body, &named(&["body", "TEXTE"])), [1]);
        assert_eq!(columns.find(Field::Body, &named(&["body"])), [0; 0]);
    }

    #[test]
    fn of_several_names_for_a_field_the_table_has_one() {
        let columns = ColumnMap::from_iter(["Inhalt", "Texte"].map(|name| (Field::Body, name.to_owned())));
        assert_eq!(columns.find(Field::Body, &named(&["Titre", "Texte"])), [1]);
        assert_eq!(columns.find(Field::Body, &named(&["Texte", "Inhalt"])), [1, 0]);
    }

    #[test]
    fn what_was_said_of_a_table_holds_for_tables_with_the_same_columns() {
        let holding = |body: &str, outlet: &str| {
            Holding([(Field::Body, body.to_owned()), (Field::Outlet, outlet.to_owned())].into())
        };
        let columns = ColumnMap::from_iter([holding("Rumpf", "Blatt"), holding("Corps", "Journal")]);
        assert_eq!(columns.find(Field::Body, &named(&["Journal", "Corps", "title"])), [1]);
        assert_eq!(columns.find(Field::Title, &named(&["Journal", "Corps", "title"])), [0; 0], "nothing else was said");
        assert_eq!(columns.find(Field::Outlet, &named(&["outlet", "Corps"])), [0], "another table");
        assert_eq!(columns.find(Field::Body, &named(&["Blatt", "Rumpf", "text"])), [2], "it tells its text by itself");
    }
}
