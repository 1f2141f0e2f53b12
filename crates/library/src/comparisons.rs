//! Comparisons kept so that they need not be made again.
//!
//! A comparison is found by all that it was made of: the engine with its settings, everything of the articles
//! that the engine may have looked at, and what the user ruled on links. It can always be made again, so one that
//! cannot be read any more is simply not there.

use crate::{Error, Library, decisions::link_key};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};
use story::{Article, ArticleId, Comparison, Engine, Kind, LinkDecision, Sha256, StoryId, Timestamp};

/// As the first layout had it.
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

pub(crate) const COUNTED: &str = "
DROP TABLE comparisons;
CREATE TABLE comparisons (
    number     INTEGER PRIMARY KEY,  -- the latest has the highest
    story      TEXT    NOT NULL,     -- the id of the story that was compared
    made_of    TEXT    NOT NULL,     -- SHA-256 of what the compared articles say and what was ruled of them
    engine     TEXT    NOT NULL,     -- version and model
    settings   TEXT    NOT NULL,     -- every threshold by name
    state      TEXT    NOT NULL,     -- ids, outlets and links: tells whether the story is still as it was
    origins    INTEGER NOT NULL,     -- how many independent texts the articles make
    format     INTEGER NOT NULL,     -- of the next column
    comparison TEXT    NOT NULL,     -- story::Comparison as JSON
    UNIQUE (story, made_of, engine, settings)
) STRICT;

CREATE TABLE comparison_kinds (
    comparison  INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE,
    kind        TEXT    NOT NULL,
    divergences INTEGER NOT NULL,
    PRIMARY KEY (comparison, kind)
) STRICT, WITHOUT ROWID;
";

/// Goes up with every change of [`Comparison`]; what was written in another format is not read.
const FORMAT: u32 = 3;

/// So many comparisons of one story are kept: what undo and redo may come back to.
const OF_ONE_STORY: u32 = 8;

impl Library {
    /// The comparison that this engine made of exactly these articles of the story, in whatever order, under these
    /// rulings on links. It counts as the story's latest from now on.
    ///
    /// # Errors
    /// [`Error::Io`]; a comparison that cannot be read is `None`.
    pub fn comparison(
        &mut self,
        story: &StoryId,
        articles: &[Article],
        links: &[LinkDecision],
        engine: &Engine,
    ) -> Result<Option<Comparison>, Error> {
        let sql = "SELECT comparison, number, (SELECT max(number) FROM comparisons WHERE story = ?1) FROM comparisons
                   WHERE story = ?1 AND made_of = ?2 AND engine = ?3 AND settings = ?4 AND format = ?5";
        let kept: Option<(String, i64, i64)> = self.read(|connection| {
            let key = params![story.0, content(articles, links), name(engine), settings(engine), FORMAT];
            let row = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            connection.prepare_cached(sql)?.query_row(key, row).optional()
        })?;
        let Some((json, number, latest)) = kept else { return Ok(None) };
        if number < latest {
            // Where that cannot be written, a search by kind goes by an older comparison: no reason not to show this.
            let _ = self.write(|connection| make_latest(connection, number));
        }
        Ok(serde_json::from_str(&json).ok())
    }

    /// Keeps a comparison of these articles. What another version of the engine made is dropped:
    /// it would never be asked for again.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn keep_comparison(
        &mut self,
        story: &StoryId,
        articles: &[Article],
        links: &[LinkDecision],
        comparison: &Comparison,
    ) -> Result<(), Error> {
        let json = serde_json::to_string(comparison).expect("plain data always serialises");
        let engine = &comparison.engine;
        let made_of = content(articles, links);
        let members: BTreeMap<&ArticleId, &str> = articles.iter().map(|a| (&a.id, a.outlet.as_str())).collect();
        let state = state(&members, links);
        self.write(|connection| {
            connection
                .execute("DELETE FROM comparisons WHERE engine <> ?1 OR format <> ?2", params![name(engine), FORMAT])?;
            let same = params![story.0, made_of, name(engine), settings(engine)];
            let sql = "DELETE FROM comparisons WHERE story = ?1 AND made_of = ?2 AND engine = ?3 AND settings = ?4";
            connection.prepare_cached(sql)?.execute(same)?;
            let number = connection
                .prepare_cached(
                    "INSERT INTO comparisons (story, made_of, engine, settings, state, origins, format, comparison)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .insert(params![
                    story.0,
                    made_of,
                    name(engine),
                    settings(engine),
                    state,
                    origins(comparison),
                    FORMAT,
                    json
                ])?;
            count_kinds(connection, number, comparison)?;
            let sql = "DELETE FROM comparisons WHERE story = ?1 AND number NOT IN
                           (SELECT number FROM comparisons WHERE story = ?1 ORDER BY number DESC LIMIT ?2)";
            connection.prepare_cached(sql)?.execute(params![story.0, OF_ONE_STORY]).map(|_| ())
        })
    }
}

fn make_latest(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.pragma_update(None, "defer_foreign_keys", true)?;
    let latest: i64 = connection.query_row("SELECT max(number) + 1 FROM comparisons", [], |row| row.get(0))?;
    connection.execute("UPDATE comparisons SET number = ?2 WHERE number = ?1", [number, latest])?;
    connection
        .execute("UPDATE comparison_kinds SET comparison = ?2 WHERE comparison = ?1", [number, latest])
        .map(|_| ())
}

fn count_kinds(connection: &Connection, number: i64, comparison: &Comparison) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached("INSERT INTO comparison_kinds VALUES (?1, ?2, ?3)")?;
    for kind in Kind::ALL {
        let count = comparison.divergences.iter().filter(|divergence| divergence.kind == kind).count();
        if count > 0 {
            insert.execute(params![number, kind.name(), count])?;
        }
    }
    Ok(())
}

/// Articles that share a text ancestor count once.
fn origins(comparison: &Comparison) -> usize {
    let shared: BTreeSet<&ArticleId> = comparison.origins.iter().flat_map(|origin| &origin.articles).collect();
    comparison.articles.len() - shared.len() + comparison.origins.len()
}

/// What tells at a glance whether a story is still as it was compared: who is in it under which names, and what
/// was ruled on links between them.
pub(crate) fn state(members: &BTreeMap<&ArticleId, &str>, links: &[LinkDecision]) -> String {
    let is_within = |link: &&LinkDecision| [&link.a, &link.b].iter().all(|end| members.contains_key(&end.article));
    let mut links: Vec<String> = links.iter().filter(is_within).map(link_key).collect();
    links.sort_unstable();
    let members = members.iter().map(|(id, outlet)| format!("{id} {outlet}\n"));
    members.chain(links.iter().map(|link| format!("{link}\n"))).collect()
}

pub(crate) fn name(engine: &Engine) -> String {
    format!("{} {}", engine.version, engine.model)
}

pub(crate) fn settings(engine: &Engine) -> String {
    engine.settings.iter().fold(String::new(), |mut text, (name, value)| {
        write!(text, "{name}={value};").expect("a String takes any text");
        text
    })
}

/// Stands for all that a comparison may depend on; not for where the articles came from.
fn content(articles: &[Article], links: &[LinkDecision]) -> String {
    let mut each: Vec<String> = articles
        .iter()
        .map(|article| {
            let modified = article.modified.as_ref().map(Timestamp::as_str);
            // The id stands for title, publication, URL and body; the outlet may be called otherwise now.
            format!("{}\0{}\0{:?}\0{modified:?}\0{}", article.id, article.outlet, article.byline, article.language)
        })
        .collect();
    each.extend(links.iter().map(link_key));
    each.sort_unstable();
    each.dedup();
    Sha256::of(each.join("\n").as_bytes()).0
}
