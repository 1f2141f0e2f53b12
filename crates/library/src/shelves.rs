//! What a user does with stories and articles. Each is one act, and can be taken back.
//!
//! All captures of an address go the same way. What the user makes or touches is accepted, and an accepted story
//! keeps its articles whatever is found later.

use crate::{
    Error, Library, articles,
    error::Halt,
    journal,
    stories::{self, enter, free_id},
};
use rusqlite::{Connection, params};
use story::{ArticleId, StoryId, Timestamp};

/// The articles that stand for one: itself and the other captures of its address.
const CAPTURES: &str = "SELECT number FROM articles WHERE number = ?1
    UNION SELECT number FROM articles WHERE address = (SELECT address FROM articles WHERE number = ?1)";

impl Library {
    /// Gives a story a title; it is accepted by that.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is no such story, [`Error::Unusable`] where the title is blank.
    pub fn rename_story(&mut self, story: &StoryId, title: &str, at: &Timestamp) -> Result<(), Error> {
        let title = title.trim();
        if title.is_empty() {
            return Err(Error::Unusable { what: "a story", name: title.to_owned() });
        }
        self.act("rename_story", at, |connection| {
            let number = number_of(connection, story)?;
            let sql = "UPDATE stories SET title = ?2 WHERE number = ?1";
            connection.prepare_cached(sql)?.execute(params![number, title])?;
            accept(connection, number)
        })
    }

    /// Makes a suggested story one that stays.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is no such story.
    pub fn accept_story(&mut self, story: &StoryId, at: &Timestamp) -> Result<(), Error> {
        self.act("accept_story", at, |connection| {
            let number = number_of(connection, story)?;
            accept(connection, number)
        })
    }

    /// Puts all articles of `stories` into `into`.
    ///
    /// # Errors
    /// [`Error::Unknown`] where one of them is not there.
    pub fn merge_stories(&mut self, into: &StoryId, stories: &[StoryId], at: &Timestamp) -> Result<(), Error> {
        self.act("merge_stories", at, |connection| {
            let target = number_of(connection, into)?;
            for story in stories.iter().filter(|story| *story != into) {
                let sql = "UPDATE membership SET story = ?2, by_hand = 1 WHERE story = ?1";
                connection.prepare_cached(sql)?.execute([number_of(connection, story)?, target])?;
            }
            accept(connection, target)
        })
    }

    /// Takes articles out of their stories and makes a story of them, whose id is returned.
    ///
    /// # Errors
    /// [`Error::Unknown`] where an article is not there, [`Error::Unusable`] where the title is blank.
    pub fn begin_story(&mut self, articles: &[ArticleId], title: &str, at: &Timestamp) -> Result<StoryId, Error> {
        let title = title.trim();
        if title.is_empty() || articles.is_empty() {
            return Err(Error::Unusable { what: "a story", name: title.to_owned() });
        }
        self.act("begin_story", at, |connection| {
            let id = free_id(connection, articles)?;
            let story = enter(connection, &id, title, true)?;
            place(connection, articles, story)?;
            journal::about(connection, &id)?;
            Ok(id)
        })
    }

    /// Puts articles into a story.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the story or an article is not there.
    pub fn move_articles(&mut self, articles: &[ArticleId], story: &StoryId, at: &Timestamp) -> Result<(), Error> {
        self.act("move_articles", at, |connection| {
            let number = number_of(connection, story)?;
            place(connection, articles, number)?;
            accept(connection, number)
        })
    }

    /// Takes articles out of their stories; they are put into none by themselves any more.
    ///
    /// # Errors
    /// [`Error::Unknown`] where an article is not there.
    pub fn unsort_articles(&mut self, articles: &[ArticleId], at: &Timestamp) -> Result<(), Error> {
        self.act("unsort_articles", at, |connection| {
            for number in captures(connection, articles)? {
                connection.prepare_cached("DELETE FROM membership WHERE article = ?1")?.execute([number])?;
                connection.prepare_cached("INSERT OR IGNORE INTO unsorted VALUES (?1)")?.execute([number])?;
            }
            Ok(())
        })
    }

    /// Puts articles into the trash, where they count for nothing.
    ///
    /// # Errors
    /// [`Error::Unknown`] where an article is not there.
    pub fn trash_articles(&mut self, articles: &[ArticleId], at: &Timestamp) -> Result<(), Error> {
        self.act("trash_articles", at, |connection| trash(connection, &captures(connection, articles)?))
    }

    /// Puts all articles of a story into the trash.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is no such story.
    pub fn trash_story(&mut self, story: &StoryId, at: &Timestamp) -> Result<(), Error> {
        self.act("trash_story", at, |connection| {
            let number = number_of(connection, story)?;
            let sql = "SELECT article FROM membership WHERE story = ?1";
            let members: Vec<i64> =
                connection.prepare_cached(sql)?.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?;
            trash(connection, &members)
        })
    }

    /// Takes articles out of the trash, back to the stories they came from.
    ///
    /// # Errors
    /// [`Error::Unknown`] where an article is not there.
    pub fn restore_articles(&mut self, articles: &[ArticleId], at: &Timestamp) -> Result<(), Error> {
        self.act("restore_articles", at, |connection| {
            for number in captures(connection, articles)? {
                connection.prepare_cached("DELETE FROM trash WHERE article = ?1")?.execute([number])?;
            }
            Ok(())
        })
    }
}

/// The number of the story that the act is about.
fn number_of(connection: &Connection, story: &StoryId) -> Result<i64, Halt> {
    let number = stories::number_of(connection, story)?.ok_or_else(|| Halt::Told(stories::unknown(story)))?;
    journal::about(connection, story)?;
    Ok(number)
}

fn captures(connection: &Connection, articles: &[ArticleId]) -> Result<Vec<i64>, Halt> {
    let mut select = connection.prepare_cached(CAPTURES)?;
    let mut numbers = Vec::new();
    for article in articles {
        let number = articles::number_of(connection, article)?.ok_or_else(|| Halt::unknown("article", article))?;
        for number in select.query_map([number], |row| row.get(0))? {
            numbers.push(number?);
        }
    }
    Ok(numbers)
}

fn place(connection: &Connection, articles: &[ArticleId], story: i64) -> Result<(), Halt> {
    for number in captures(connection, articles)? {
        connection.prepare_cached("DELETE FROM unsorted WHERE article = ?1")?.execute([number])?;
        let sql = "INSERT INTO membership VALUES (?1, ?2, 1)
                   ON CONFLICT (article) DO UPDATE SET story = excluded.story, by_hand = 1";
        connection.prepare_cached(sql)?.execute([number, story])?;
    }
    Ok(())
}

fn accept(connection: &Connection, story: i64) -> Result<(), Halt> {
    let sql = "UPDATE stories SET accepted = 1, titled_by_hand = 1 WHERE number = ?1";
    connection.prepare_cached(sql)?.execute([story])?;
    connection.prepare_cached("UPDATE membership SET by_hand = 1 WHERE story = ?1")?.execute([story])?;
    Ok(())
}

fn trash(connection: &Connection, articles: &[i64]) -> Result<(), Halt> {
    for article in articles {
        connection.prepare_cached("INSERT OR IGNORE INTO trash VALUES (?1)")?.execute([article])?;
    }
    Ok(())
}
