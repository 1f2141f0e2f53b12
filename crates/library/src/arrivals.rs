//! A file comes in: all of it in one transaction, or nothing.

use crate::{Error, FileKept, Library, articles, files, outlets, pending, responses, stories};
use rusqlite::Connection;
use story::{Article, Oddity, Remedy, Sha256, Timestamp};

/// A file that was read, on its way into the library.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// As the user gave it.
    pub name: &'a str,
    /// Bytes.
    pub size: u64,
    pub sha256: &'a Sha256,
    pub at: &'a Timestamp,
    /// In the order in which they stand in the file.
    pub articles: &'a [Article],
    pub oddities: &'a [Oddity],
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    New {
        /// Articles that the library did not have.
        articles: usize,
        /// Articles that another file, or this one before, had already brought.
        known: usize,
        /// What was odd about it, now with what the library noticed: the same text elsewhere.
        oddities: Vec<Oddity>,
    },
    /// The same bytes are in the library already; nothing was changed.
    Duplicate { of: FileKept },
}

impl Library {
    /// Takes in one file. The same bytes are taken in once; but a file that gave no article may
    /// come again, for a better reader may have read it.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing of the file is in the library.
    pub fn add(&mut self, arrival: Arrival) -> Result<Added, Error> {
        self.write(|connection| add(connection, arrival))
    }

    /// The same for a file that was written down before; in the same go it is struck off.
    ///
    /// # Errors
    /// As [`Library::add`].
    pub fn add_awaited(&mut self, arrival: Arrival, number: i64) -> Result<Added, Error> {
        self.write(|connection| {
            let added = add(connection, arrival)?;
            pending::strike_off(connection, number)?;
            Ok(added)
        })
    }

    /// The same for a page that was fetched; in the same go what its server sent is kept, as a gzipped WARC record.
    ///
    /// # Errors
    /// As [`Library::add`].
    pub fn add_fetched(&mut self, arrival: Arrival, record: &[u8]) -> Result<Added, Error> {
        self.write(|connection| {
            let added = add(connection, arrival)?;
            responses::keep(connection, arrival.sha256, record)?;
            Ok(added)
        })
    }
}

fn add(connection: &Connection, arrival: Arrival) -> rusqlite::Result<Added> {
    match files::find(connection, arrival.sha256)? {
        Some((_, of)) if of.articles > 0 => return Ok(Added::Duplicate { of }),
        Some((number, _)) => files::forget_fruitless(connection, number)?,
        None => {}
    }
    let file = files::enter(
        connection,
        &FileKept {
            sha256: arrival.sha256.clone(),
            name: arrival.name.to_owned(),
            size: arrival.size,
            imported_at: arrival.at.clone(),
            articles: arrival.articles.len(),
            oddities: Vec::new(),
        },
    )?;
    let mut oddities = arrival.oddities.to_vec();
    let mut new_articles = 0;
    for (position, article) in arrival.articles.iter().enumerate() {
        let (number, is_new) = articles::enter(connection, article)?;
        articles::enter_entry(connection, (file, position, number), article)?;
        if is_new {
            new_articles += 1;
            outlets::recognise(connection, &article.outlet, article.url.as_deref())?;
            stories::follow_older_version(connection, number)?;
            oddities.extend(noted_same_text(connection, article)?);
        }
    }
    files::enter_oddities(connection, file, &oddities)?;
    Ok(Added::New { articles: new_articles, known: arrival.articles.len() - new_articles, oddities })
}

/// What there is to say where another article has the same text, word for word.
fn noted_same_text(connection: &Connection, article: &Article) -> rusqlite::Result<Option<Oddity>> {
    let others = articles::same_text(connection, &article.id)?;
    Ok(others.first().map(|first| {
        let url = first.url.as_ref().map_or(String::new(), |url| format!(" ({url})"));
        let more = if others.len() > 1 { format!(" and in {} more", others.len() - 1) } else { String::new() };
        Oddity {
            path: article.source.path.clone(),
            entry: Some(article.source.entry),
            member: article.source.member.clone(),
            remedy: Remedy::Nothing,
            what: format!("The same text is in the library as “{}”, {}{url}{more}.", first.title, first.outlet),
            advice: String::new(),
        }
    }))
}

#[cfg(test)]
mod tests {
    use crate::{Arrival, Error, Library, Versions};
    use story::{Article, Draft, Importer, Sha256, Source, Timestamp};

    fn articles(count: usize) -> Vec<Article> {
        let article = |at: usize| {
            let paragraphs = vec![format!("{at} ferries burned. ").repeat(40)];
            let source = Source { path: "a".into(), entry: at, member: None };
            let importer = Importer { name: "text".into(), version: 1 };
            Article::from_draft(Draft { paragraphs, ..Draft::default() }, "a", Sha256::of(b""), source, importer)
        };
        (1..=count).map(article).collect()
    }

    #[test]
    fn a_full_disk_takes_in_nothing_of_a_file_and_loses_nothing() {
        let place = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(place.path().join("news")).expect("a new library");
        let at = Timestamp::parse("2031-05-04").expect("a day");
        let (small, large) = (articles(3), articles(500));
        let other_bytes = Sha256::of(b"other");
        let arrival =
            Arrival { name: "a", size: 1, sha256: &small[0].sha256, at: &at, articles: &small, oddities: &[] };
        let too_large = Arrival { sha256: &other_bytes, articles: &large, ..arrival };
        library.add(arrival).expect("room");
        let pages: i64 = library.connection.pragma_query_value(None, "page_count", |row| row.get(0)).expect("a number");
        library.connection.pragma_update(None, "max_page_count", pages + 20).expect("more than there are");
        let full = library.add(too_large);
        assert!(matches!(full, Err(Error::Full { .. })), "{full:?}");
        assert_eq!(library.articles(Versions::All).expect("sound"), small);
        assert_eq!(library.check().expect("readable"), []);
        library.connection.pragma_update(None, "max_page_count", i32::MAX).expect("room again");
        library.add(too_large).expect("room");
    }
}
