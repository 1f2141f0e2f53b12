//! The versions of one article: the captures of its address, what was kept of each, and how one became another.
//!
//! - [`versions`] lists them, [`changes`] lays two beside each other, paragraph by paragraph (`aligned`),
//! - [`response`] hands out what the server of a fetched page sent.

mod aligned;

use crate::fetch::{self, Kept};
pub use aligned::Change;
use library::{Error, Library, Listed};
use story::{ArticleId, Sha256, Timestamp};

/// One capture of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub listed: Listed,
    pub modified: Option<Timestamp>,
    /// When its file came into the library.
    pub brought: Option<Timestamp>,
    /// What its server sent, in short, where it was fetched.
    pub fetched: Option<Kept>,
}

/// How one version became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// ISO 639-1, or `und`: of the later version.
    pub language: String,
    /// The headlines.
    pub title: Change,
    pub paragraphs: Vec<Change>,
}

/// The captures of the article's address, the latest first.
///
/// # Errors
/// [`Error::Unknown`] where the article is not there, [`Error::Damaged`] and [`Error::Io`].
pub fn versions(library: &Library, article: &ArticleId) -> Result<Vec<Version>, Error> {
    let listed = library.versions(article)?;
    if listed.is_empty() {
        return Err(Error::Unknown { what: "article", name: article.to_string() });
    }
    listed.into_iter().rev().map(|listed| version(library, listed)).collect()
}

fn version(library: &Library, listed: Listed) -> Result<Version, Error> {
    let article = library.article(&listed.id)?;
    Ok(Version {
        modified: article.modified,
        brought: library.file(&article.sha256)?.map(|file| file.imported_at),
        fetched: kept(library, &article.sha256)?.and_then(|record| Kept::of(&record)),
        listed,
    })
}

/// How `from` became `to`.
///
/// # Errors
/// [`Error::Unknown`] where one of them is not there, [`Error::Damaged`] and [`Error::Io`].
pub fn changes(library: &Library, from: &ArticleId, to: &ArticleId) -> Result<Changes, Error> {
    let (from, to) = (library.article(from)?, library.article(to)?);
    let title = if from.title == to.title {
        Change::Same(to.title)
    } else {
        Change::Changed { from: from.title.clone(), to: to.title }
    };
    let paragraphs = |body: &'_ str| -> Vec<String> {
        body.split("\n\n").filter(|paragraph| !paragraph.is_empty()).map(str::to_owned).collect()
    };
    let paragraphs = aligned::aligned(&paragraphs(&from.body), &paragraphs(&to.body));
    Ok(Changes { language: to.language, title, paragraphs })
}

/// What the server of a fetched article's page sent, as a WARC record; `None` for one that was not fetched.
///
/// # Errors
/// [`Error::Unknown`] where the article is not there, [`Error::Damaged`] and [`Error::Io`].
pub fn response(library: &Library, article: &ArticleId) -> Result<Option<Vec<u8>>, Error> {
    kept(library, &library.article(article)?.sha256)
}

fn kept(library: &Library, sha256: &Sha256) -> Result<Option<Vec<u8>>, Error> {
    Ok(library.response(sha256)?.and_then(|kept| fetch::unpacked(&kept)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Input, Reading},
        import::import,
    };
    use std::ops::ControlFlow;

    const CSV: &str = "outlet,title,published,url,text\n\
        Harbour Post,Fire,2031-05-03T08:00Z,https://harbour.example/fire,A ferry burned at the quay.\n\
        Harbour Post,Two fires,2031-05-03T09:00Z,https://harbour.example/fire,Two ferries burned at the quay.\n";

    #[test]
    fn versions_and_what_changed_between_them_are_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        let input = Input::Bytes { name: "may.csv".into(), bytes: CSV.into() };
        assert!(import(&mut library, &[input], &Reading::default(), &|_| ControlFlow::Continue(())).stopped.is_none());
        let id = library.list(&library::Filter::default()).expect("sound").remove(0).id;
        let all = versions(&library, &id).expect("there");
        assert_eq!(all.iter().map(|version| version.listed.current).collect::<Vec<_>>(), [true, false]);
        assert!(all.iter().all(|version| version.brought.is_some() && version.fetched.is_none()));
        let changes = changes(&library, &all[1].listed.id, &all[0].listed.id).expect("there");
        assert_eq!(changes.title, Change::Changed { from: "Fire".into(), to: "Two fires".into() });
        let (from, to) = ("A ferry burned at the quay.".into(), "Two ferries burned at the quay.".into());
        assert_eq!(changes.paragraphs, [Change::Changed { from, to }]);
        assert_eq!(response(&library, &id).expect("there"), None);
        assert!(versions(&library, &ArticleId("none".into())).is_err());
    }
}
