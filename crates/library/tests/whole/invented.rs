//! Invented articles, and a library to put them in.

use library::{Added, Arrival, Library};
use story::{Article, Comparison, Draft, Engine, Importer, Sha256, Source, Timestamp};
use tempfile::TempDir;

/// A library in a folder of its own, gone when dropped.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
    pub(crate) library: Library,
}

pub(crate) fn home() -> Home {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
    Home { folder, library }
}

/// When a test does what it does.
pub(crate) fn at() -> Timestamp {
    Timestamp::parse("2031-05-04T12:00:00Z").expect("a valid time")
}

/// A file as it comes from the importer.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
}

/// `outlet | title | published | url | body`, one line an article; empty parts are unknown.
pub(crate) fn file(name: &str, lines: &[&str]) -> File {
    let sha256 = Sha256::of(format!("{name}{lines:?}").as_bytes());
    let articles = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let mut parts = line.split('|').map(|part| Some(part.trim().to_owned()).filter(|part| !part.is_empty()));
            let mut part = || parts.next().flatten();
            let draft = Draft {
                outlet: part(),
                title: part().unwrap_or_default(),
                published: part().and_then(|text| Timestamp::parse(&text)),
                url: part(),
                paragraphs: vec![part().unwrap_or_default()],
                ..Draft::default()
            };
            let source = Source { path: name.to_owned(), entry: at + 1, member: None };
            Article::from_draft(draft, "unknown", sha256.clone(), source, Importer { name: "table".into(), version: 2 })
        })
        .collect();
    File { name: name.to_owned(), articles }
}

impl File {
    pub(crate) fn arrive(&self, library: &mut Library) -> Added {
        let at = Timestamp::parse("2031-05-04T10:00:00Z").expect("a valid time");
        let sha256 = self.articles.first().map_or_else(|| Sha256::of(self.name.as_bytes()), |a| a.sha256.clone());
        library
            .add(Arrival {
                name: &self.name,
                size: 7,
                sha256: &sha256,
                at: &at,
                articles: &self.articles,
                oddities: &[],
            })
            .expect("a file that can be added")
    }
}

pub(crate) fn add(library: &mut Library, name: &str, lines: &[&str]) -> Vec<Article> {
    let file = file(name, lines);
    file.arrive(library);
    file.articles
}

/// A comparison that found nothing.
pub(crate) fn empty(articles: &[Article], engine: Engine) -> Comparison {
    let articles = articles.iter().map(|article| article.id.clone()).collect();
    Comparison { engine, articles, ..Comparison::default() }
}
