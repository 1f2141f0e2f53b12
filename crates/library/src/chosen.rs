//! Which version of an address counts, where the user chose one; else it is the newest.

use crate::{Error, Library, articles, error::Halt, journal, journal::follow};
use rusqlite::{Connection, OptionalExtension};
use story::{ArticleId, StoryId, Timestamp};

pub(crate) const TABLES: &str = "
-- Chosen by hand among the captures of their addresses; one of an address at most.
CREATE TABLE chosen (article INTEGER PRIMARY KEY REFERENCES articles) STRICT;
";

follow!(FOLLOWED, CHOSEN, "chosen", "article");

/// The captures of an article's address, the newest outside the trash first.
const NEWEST_FIRST: &str = "SELECT a.number FROM articles AS a JOIN articles AS this ON this.address = a.address
    WHERE this.number = ?1 AND a.number NOT IN (SELECT article FROM trash) ORDER BY a.moment DESC, a.number DESC LIMIT 1";

impl Library {
    /// Makes this version the one of its address that counts. When that is the newest, nothing is chosen any more: a
    /// version that comes later counts in its place.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the article is not there.
    pub fn choose_version(&mut self, article: &ArticleId, at: &Timestamp) -> Result<Option<StoryId>, Error> {
        self.act("choose_version", at, |connection| {
            let number = articles::number_of(connection, article)?.ok_or_else(|| Halt::unknown("article", article))?;
            let story = story_of(connection, number)?;
            if let Some(story) = &story {
                journal::about(connection, story)?;
            }
            let sql = "DELETE FROM chosen WHERE article IN
                (SELECT a.number FROM articles AS a JOIN articles AS this ON this.address = a.address WHERE this.number = ?1)";
            connection.prepare_cached(sql)?.execute([number])?;
            let newest: Option<i64> =
                connection.prepare_cached(NEWEST_FIRST)?.query_row([number], |row| row.get(0)).optional()?;
            if newest.is_some_and(|newest| newest != number) {
                connection.prepare_cached("INSERT INTO chosen VALUES (?1)")?.execute([number])?;
            }
            Ok(story)
        })
    }
}

fn story_of(connection: &Connection, article: i64) -> rusqlite::Result<Option<StoryId>> {
    let sql = "SELECT s.id FROM membership AS m JOIN stories AS s ON s.number = m.story WHERE m.article = ?1";
    connection.prepare_cached(sql)?.query_row([article], |row| row.get(0).map(StoryId)).optional()
}
