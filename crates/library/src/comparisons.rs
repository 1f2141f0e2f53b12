//! Comparisons kept so that they need not be made again.
//!
//! A comparison is found by all that it was made of: the engine with its settings, and everything
//! of the articles that the engine may have looked at. It can always be made again, so one that
//! cannot be read any more is simply not there.

use crate::{Error, Library};
use rusqlite::{OptionalExtension, params};
use std::fmt::Write;
use story::{Article, Comparison, Engine, Sha256, Timestamp};

pub(crate) const TABLES: &str = "
CREATE TABLE comparisons (
    articles   TEXT    NOT NULL,  -- SHA-256 of what the compared articles say
    engine     TEXT    NOT NULL,  -- version and model
    settings   TEXT    NOT NULL,  -- every threshold by name
    format     INTEGER NOT NULL,  -- of the next column
    comparison TEXT    NOT NULL,  -- story::Comparison as JSON
    UNIQUE (articles, engine, settings)
) STRICT;
";

/// Goes up with every change of [`Comparison`]; what was written in another format is not read.
const FORMAT: u32 = 1;

impl Library {
    /// The comparison that this engine made of exactly these articles, in whatever order.
    ///
    /// # Errors
    /// [`Error::Io`]; a comparison that cannot be read is `None`.
    pub fn comparison(&self, articles: &[Article], engine: &Engine) -> Result<Option<Comparison>, Error> {
        let sql = "SELECT comparison FROM comparisons
                   WHERE articles = ?1 AND engine = ?2 AND settings = ?3 AND format = ?4";
        let kept: Option<String> = self.read(|connection| {
            let key = params![content(articles), name(engine), settings(engine), FORMAT];
            connection.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()
        })?;
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// Keeps a comparison of these articles. What another version of the engine made is dropped:
    /// it would never be asked for again.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn keep_comparison(&mut self, articles: &[Article], comparison: &Comparison) -> Result<(), Error> {
        let json = serde_json::to_string(comparison).expect("plain data always serialises");
        let engine = &comparison.engine;
        self.write(|connection| {
            connection
                .execute("DELETE FROM comparisons WHERE engine <> ?1 OR format <> ?2", params![name(engine), FORMAT])?;
            connection
                .prepare_cached("INSERT OR REPLACE INTO comparisons VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![content(articles), name(engine), settings(engine), FORMAT, json])
                .map(|_| ())
        })
    }
}

fn name(engine: &Engine) -> String {
    format!("{} {}", engine.version, engine.model)
}

fn settings(engine: &Engine) -> String {
    engine.settings.iter().fold(String::new(), |mut text, (name, value)| {
        write!(text, "{name}={value};").expect("a String takes any text");
        text
    })
}

/// Stands for all that a comparison may depend on; not for where the articles came from.
fn content(articles: &[Article]) -> String {
    let mut each: Vec<String> = articles
        .iter()
        .map(|article| {
            let modified = article.modified.as_ref().map(Timestamp::as_str);
            // The id stands for outlet, title, publication, URL and body.
            format!("{}\0{:?}\0{modified:?}\0{}", article.id, article.byline, article.language)
        })
        .collect();
    each.sort_unstable();
    each.dedup();
    Sha256::of(each.join("\n").as_bytes()).0
}
