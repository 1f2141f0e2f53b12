//! Stories, and which article belongs to which: placed by hand or found automatically.

use crate::{
    Error, Library,
    articles::{self, IS_CURRENT},
};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use story::{Article, ArticleId, Story, StoryId};

pub(crate) const TABLES: &str = "
CREATE TABLE stories (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL,
    titled_by_hand  INTEGER NOT NULL CHECK (titled_by_hand IN (0, 1))
) STRICT;

-- An article belongs to one story at most.
CREATE TABLE membership (
    article INTEGER PRIMARY KEY REFERENCES articles,
    story   INTEGER NOT NULL REFERENCES stories,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1))
) STRICT;
CREATE INDEX membership_by_story ON membership (story);
";

/// The articles that stand for one: itself and the other captures of its address.
const VERSIONS: &str = "SELECT number FROM articles WHERE number = ?1
    UNION SELECT number FROM articles WHERE address = (SELECT address FROM articles WHERE number = ?1)";

impl Library {
    /// The stories with their current articles, in the order in which they began.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn stories(&self) -> Result<Vec<Story>, Error> {
        self.read(|connection| {
            let mut stories: BTreeMap<i64, Story> = BTreeMap::new();
            let mut select = connection.prepare_cached(&format!(
                "SELECT s.number, s.id, s.title, a.id FROM stories AS s
                 JOIN membership AS m ON m.story = s.number JOIN articles AS a ON a.number = m.article
                 WHERE {IS_CURRENT} ORDER BY s.number, a.published, a.outlet, a.id"
            ))?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let (id, title) = (StoryId(row.get(1)?), row.get(2)?);
                let story = stories.entry(row.get(0)?).or_insert_with(|| Story { id, title, articles: Vec::new() });
                story.articles.push(ArticleId(row.get(3)?));
            }
            Ok(stories.into_values().collect())
        })
    }

    /// The title of a story and its current articles, by publication, then outlet, then id.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the library has no such story.
    pub fn story(&self, id: &StoryId) -> Result<(String, Vec<Article>), Error> {
        let found = self.read(|connection| {
            let sql = "SELECT number, title FROM stories WHERE id = ?1";
            let mut select = connection.prepare_cached(sql)?;
            let story = select.query_row([&id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let articles = |number: i64| articles_of(connection, number);
            story.map(|(number, title)| Ok((title, articles(number)?))).transpose()
        })?;
        found.ok_or_else(|| unknown(id))
    }

    /// Where the user placed the current articles by hand.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn placed_by_hand(&self) -> Result<BTreeMap<ArticleId, StoryId>, Error> {
        self.read(|connection| {
            let sql = format!(
                "SELECT a.id, s.id FROM membership AS m JOIN articles AS a ON a.number = m.article
                       JOIN stories AS s ON s.number = m.story
                 WHERE m.by_hand AND {IS_CURRENT}"
            );
            let pair = |row: &rusqlite::Row| Ok((ArticleId(row.get(0)?), StoryId(row.get(1)?)));
            connection.prepare_cached(&sql)?.query_map([], pair)?.collect()
        })
    }

    /// Replaces all that was placed automatically by `found`. What was placed by hand stays where
    /// it is, whatever `found` says, and so does a title given by hand. Articles that the library
    /// does not have are passed over.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn set_stories(&mut self, found: &[Story]) -> Result<(), Error> {
        self.write(|connection| {
            connection.execute("DELETE FROM membership WHERE NOT by_hand", [])?;
            for story in found {
                let number = enter(connection, &story.id, &story.title, false)?;
                for article in &story.articles {
                    if let Some(article) = articles::number_of(connection, article)? {
                        // The primary key lets a placement by hand stand.
                        connection
                            .prepare_cached("INSERT OR IGNORE INTO membership VALUES (?1, ?2, 0)")?
                            .execute([article, number])?;
                    }
                }
            }
            forget_empty(connection)
        })
    }

    /// Places an article into a story by hand, together with its other versions.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the library lacks one of the two.
    pub fn place(&mut self, article: &ArticleId, story: &StoryId) -> Result<(), Error> {
        let number = self.number_of_article(article)?;
        let placed = self.write(|connection| {
            let Some(story) = number_of(connection, story)? else { return Ok(false) };
            place(connection, number, story)?;
            forget_empty(connection)?;
            Ok(true)
        })?;
        if placed { Ok(()) } else { Err(unknown(story)) }
    }

    /// Begins a story by hand with one article, which leaves the story that it was in.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the library lacks the article.
    pub fn begin_story(&mut self, article: &ArticleId, title: &str) -> Result<StoryId, Error> {
        let number = self.number_of_article(article)?;
        self.write(|connection| {
            let id = free_id(connection, article)?;
            let story = enter(connection, &id, title, true)?;
            place(connection, number, story)?;
            forget_empty(connection)?;
            Ok(id)
        })
    }

    fn number_of_article(&self, article: &ArticleId) -> Result<i64, Error> {
        let number = self.read(|connection| articles::number_of(connection, article))?;
        number.ok_or_else(|| Error::Unknown { what: "article", name: article.to_string() })
    }
}

/// A new version of an address belongs where the older ones are, and as firmly.
pub(crate) fn follow_older_version(connection: &Connection, article: i64) -> rusqlite::Result<()> {
    let sql = "INSERT INTO membership SELECT ?1, m.story, m.by_hand FROM membership AS m
               JOIN articles AS old ON old.number = m.article
               WHERE old.address = (SELECT address FROM articles WHERE number = ?1)
               ORDER BY m.by_hand DESC, old.number DESC LIMIT 1";
    connection.prepare_cached(sql)?.execute([article]).map(|_| ())
}

fn articles_of(connection: &Connection, story: i64) -> rusqlite::Result<Vec<Article>> {
    let sql = format!(
        "SELECT a.id FROM membership AS m JOIN articles AS a ON a.number = m.article
         WHERE m.story = ?1 AND {IS_CURRENT} ORDER BY a.published, a.outlet, a.id"
    );
    let ids = articles::ids_of(connection, &sql, [story])?;
    ids.iter().filter_map(|id| articles::by_id(connection, id).transpose()).collect()
}

fn place(connection: &Connection, article: i64, story: i64) -> rusqlite::Result<()> {
    let sql = format!("INSERT OR REPLACE INTO membership SELECT number, ?2, 1 FROM ({VERSIONS})");
    connection.prepare_cached(&sql)?.execute([article, story]).map(|_| ())
}

fn enter(connection: &Connection, id: &StoryId, title: &str, by_hand: bool) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO stories (id, title, titled_by_hand) VALUES (?1, ?2, ?3)
               ON CONFLICT (id) DO UPDATE SET title = excluded.title WHERE NOT titled_by_hand";
    connection.prepare_cached(sql)?.execute(params![id.0, title, by_hand])?;
    connection.prepare_cached("SELECT number FROM stories WHERE id = ?1")?.query_row([&id.0], |row| row.get(0))
}

/// An id that no story has yet: the article's own story may have gone on without it.
fn free_id(connection: &Connection, article: &ArticleId) -> rusqlite::Result<StoryId> {
    let mut founders = vec![article.clone()];
    loop {
        let id = StoryId::of(&founders);
        if number_of(connection, &id)?.is_none() {
            return Ok(id);
        }
        founders.push(ArticleId(id.0));
    }
}

fn number_of(connection: &Connection, id: &StoryId) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT number FROM stories WHERE id = ?1";
    connection.prepare_cached(sql)?.query_row([&id.0], |row| row.get(0)).optional()
}

fn forget_empty(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM stories WHERE number NOT IN (SELECT story FROM membership)", []).map(|_| ())
}

fn unknown(id: &StoryId) -> Error {
    Error::Unknown { what: "story", name: id.to_string() }
}
