//! Stories, and which article belongs to which: placed by hand or found automatically.

use crate::{
    Error, Library,
    articles::{self, IS_CURRENT},
    journal::follow,
};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;
use std::collections::BTreeMap;
use story::{Article, ArticleId, Sha256, Story, StoryId};

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

pub(crate) const SHELVES: &str = "
ALTER TABLE stories ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1));
-- Known to the journal: never forgotten, not even when empty.
ALTER TABLE stories ADD COLUMN remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1));
UPDATE stories SET accepted = 1 WHERE titled_by_hand OR number IN (SELECT story FROM membership WHERE by_hand);

-- Taken out of their stories by hand: they are grouped no more.
CREATE TABLE unsorted (article INTEGER PRIMARY KEY REFERENCES articles) STRICT;

-- An article in the trash keeps its story, and goes back to it.
CREATE TABLE trash (article INTEGER PRIMARY KEY REFERENCES articles) STRICT;
";

// A story is not taken out again: what came into it by itself meanwhile would be without one.
follow!(FOLLOWED, STORIES, "stories", "number", "id", "title", "titled_by_hand", "accepted";
    "UPDATE stories SET titled_by_hand = 0, accepted = 0 WHERE number = json_extract(?1, '$.number')");
follow!(FOLLOWED_MEMBERSHIP, MEMBERSHIP, "membership", "article", "story", "by_hand");
follow!(FOLLOWED_UNSORTED, UNSORTED, "unsorted", "article");
follow!(FOLLOWED_TRASH, TRASH, "trash", "article");

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
    /// [`Error::Unknown`] where the library has no such story, or nothing in it.
    pub fn story(&self, id: &StoryId) -> Result<(String, Vec<Article>), Error> {
        let found = self.read(|connection| {
            let sql = "SELECT number, title FROM stories WHERE id = ?1";
            let mut select = connection.prepare_cached(sql)?;
            let story = select.query_row([&id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let articles = |number: i64| articles_of(connection, number);
            story.map(|(number, title)| Ok((title, articles(number)?))).transpose()
        })?;
        found.filter(|(_, articles)| !articles.is_empty()).ok_or_else(|| unknown(id))
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

    /// The story on the shelf to which most articles of these files belong.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn story_of_files(&self, files: &[Sha256]) -> Result<Option<StoryId>, Error> {
        let files = Value::from_iter(files.iter().map(|file| file.0.as_str())).to_string();
        let sql = format!(
            "SELECT s.id FROM files AS f JOIN entries AS e ON e.file = f.number JOIN articles AS a ON a.number = e.article
                 JOIN membership AS m ON m.article = a.number JOIN stories AS s ON s.number = m.story
             WHERE f.sha256 IN (SELECT value FROM json_each(?1)) AND {IS_CURRENT}
               AND (s.accepted OR (SELECT count(*) FROM membership WHERE story = s.number) > 1)
             GROUP BY s.number ORDER BY count(*) DESC, s.number LIMIT 1"
        );
        let id = |row: &rusqlite::Row| row.get(0).map(StoryId);
        self.read(|connection| connection.prepare_cached(&sql)?.query_row([files], id).optional())
    }

    /// The current articles that are in no story, without those that were taken out of theirs by hand.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn unplaced(&self) -> Result<Vec<ArticleId>, Error> {
        let sql = format!(
            "SELECT a.id FROM articles AS a WHERE a.number NOT IN (SELECT article FROM membership)
               AND a.number NOT IN (SELECT article FROM unsorted) AND {IS_CURRENT} ORDER BY a.number"
        );
        self.read(|connection| articles::ids_of(connection, &sql, []))
    }

    /// Replaces all that was placed automatically by `found`. What was placed or taken out by hand stays
    /// as it is, whatever `found` says, and so does a title given by hand. Articles that the library
    /// does not have are passed over.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn set_stories(&mut self, found: &[Story]) -> Result<(), Error> {
        self.write(|connection| {
            let sql = "DELETE FROM membership WHERE NOT by_hand AND article NOT IN (SELECT article FROM trash)";
            connection.execute(sql, [])?;
            place_found(connection, found)?;
            forget_empty(connection)
        })
    }

    /// Places articles that were found to belong to stories; one that has a story keeps it, and one that was
    /// taken out by hand stays out.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn add_stories(&mut self, found: &[Story]) -> Result<(), Error> {
        self.write(|connection| {
            place_found(connection, found)?;
            forget_empty(connection)
        })
    }
}

fn place_found(connection: &Connection, found: &[Story]) -> rusqlite::Result<()> {
    // The primary key lets a placement that stands stand.
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO membership SELECT number, ?2, 0 FROM articles
         WHERE id = ?1 AND number NOT IN (SELECT article FROM unsorted)",
    )?;
    for story in found {
        let number = enter(connection, &story.id, &story.title, false)?;
        for article in &story.articles {
            insert.execute(params![article.0, number])?;
        }
    }
    Ok(())
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

/// Enters a story unless it is there, and returns its number.
pub(crate) fn enter(connection: &Connection, id: &StoryId, title: &str, by_hand: bool) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO stories (id, title, titled_by_hand, accepted) VALUES (?1, ?2, ?3, ?3)
               ON CONFLICT (id) DO UPDATE SET title = excluded.title WHERE NOT titled_by_hand";
    connection.prepare_cached(sql)?.execute(params![id.0, title, by_hand])?;
    connection.prepare_cached("SELECT number FROM stories WHERE id = ?1")?.query_row([&id.0], |row| row.get(0))
}

/// An id that no story has yet: one that these articles made may have gone on without them.
pub(crate) fn free_id(connection: &Connection, articles: &[ArticleId]) -> rusqlite::Result<StoryId> {
    let mut founders = articles.to_vec();
    loop {
        let id = StoryId::of(&founders);
        if number_of(connection, &id)?.is_none() {
            return Ok(id);
        }
        founders.push(ArticleId(id.0));
    }
}

pub(crate) fn number_of(connection: &Connection, id: &StoryId) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT number FROM stories WHERE id = ?1";
    connection.prepare_cached(sql)?.query_row([&id.0], |row| row.get(0)).optional()
}

/// Forgets stories that nothing and nobody knows any more.
fn forget_empty(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "DELETE FROM stories WHERE NOT remembered AND number NOT IN (SELECT story FROM membership)";
    connection.execute(sql, []).map(|_| ())
}

/// Sees to it that the stories which an act knows outlast it.
pub(crate) fn remember(connection: &Connection, act: i64) -> rusqlite::Result<()> {
    let sql = "UPDATE stories SET remembered = 1 WHERE NOT remembered AND number IN (
        SELECT json_extract(coalesce(before, after), '$.number') FROM journal_changes WHERE act = ?1 AND place = 'stories'
        UNION SELECT json_extract(before, '$.story') FROM journal_changes WHERE act = ?1 AND place = 'membership'
        UNION SELECT json_extract(after, '$.story') FROM journal_changes WHERE act = ?1 AND place = 'membership')";
    connection.prepare_cached(sql)?.execute([act]).map(|_| ())
}

pub(crate) fn unknown(id: &StoryId) -> Error {
    Error::Unknown { what: "story", name: id.to_string() }
}
