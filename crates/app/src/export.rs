//! Takes articles out of a library; `report` makes a document of them.

use ingest::Imported;
use library::{Error, Library, Listed};
use std::collections::BTreeSet;

/// The articles that were chosen (from a list, a search, a story), in that order, with what was odd
/// about the files that gave them: just what reading those files would give.
///
/// # Errors
/// [`Error::Unknown`] where the library does not have one of them.
pub fn export(library: &Library, chosen: &[Listed]) -> Result<Imported, Error> {
    let articles = chosen.iter().map(|listed| library.article(&listed.id)).collect::<Result<Vec<_>, _>>()?;
    let files: BTreeSet<&story::Sha256> = articles.iter().map(|article| &article.sha256).collect();
    let kept = library.files()?.into_iter().filter(|file| files.contains(&file.sha256));
    let oddities = kept.flat_map(|file| file.oddities).collect();
    Ok(Imported { articles, oddities, table: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Input, Reading},
        import::import,
    };
    use library::Filter;
    use std::{ops::ControlFlow, path::Path};
    use story::{Article, Sha256};

    const JSONL: &str = r#"{"outlet":"Žurnál","title":"Požár “trajektu”","author":"J. Nová","published":"2031-05-03T10:00+02:00","modified":"2031-05-03T12:00+02:00","url":"https://zurnal.example/1","body":"Trajekt začal hořet v přístavu brzy ráno. 🔥\n\nNikdo nezemřel, řekl mluvčí hasičů."}
{"outlet":"Tidings","title":"Ferry burns","published":"2031-05","body":"A ferry burned at the quay early on Saturday.\n\nNobody died, said the fire service."}"#;

    fn library_of(folder: &Path, name: &str, file: Vec<u8>) -> Library {
        let mut library = Library::open_or_create(folder.join(name)).expect("a new library");
        let input = Input::Bytes { name: format!("{name}.json"), bytes: file };
        let import = import(&mut library, &[input], &Reading::default(), &|_| ControlFlow::Continue(()));
        assert!(import.stopped.is_none(), "{:?}", import.stopped);
        library
    }

    fn all(library: &Library) -> Vec<Article> {
        export(library, &library.list(&Filter::default()).expect("sound")).expect("all are there").articles
    }

    /// What the articles say, without where they were read.
    fn content(mut articles: Vec<Article>) -> Vec<Article> {
        for article in &mut articles {
            (article.sha256, article.source.entry, article.source.path) = (Sha256::of(b""), 1, String::new());
            (article.importer.name, article.importer.version) = (String::new(), 1);
        }
        articles
    }

    #[test]
    fn what_is_exported_is_imported_as_the_same_articles() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = library_of(folder.path(), "first", JSONL.into());
        let exported = all(&first);
        assert_eq!(exported.len(), 2);
        let second = library_of(folder.path(), "second", report::json::extract(&exported, &[]));
        assert_eq!(content(all(&second)), content(exported));
    }

    #[test]
    fn what_was_odd_about_a_file_goes_out_with_its_articles() {
        let folder = tempfile::tempdir().expect("a folder");
        let twice = "outlet,title,url,text\nA,One,https://a.example/1,A ferry burned.\nB,One,https://b.example/1,A ferry burned.\n";
        let library = library_of(folder.path(), "twice", twice.into());
        let listed = library.list(&Filter::default()).expect("sound");
        let exported = export(&library, &listed[..1]).expect("it is there");
        assert_eq!(
            (exported.articles.len(), exported.oddities),
            (1, library.files().expect("sound").remove(0).oddities)
        );
    }
}
