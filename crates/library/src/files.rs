//! The files that were brought in, and what was odd about them.

use crate::{Error, Library, articles::broken};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;
use std::collections::BTreeMap;
use story::{Oddity, Remedy, Sha256, Timestamp};

pub(crate) const TABLES: &str = "
CREATE TABLE files (
    number      INTEGER PRIMARY KEY,         -- in the order of import
    sha256      TEXT    NOT NULL UNIQUE,     -- of the file's bytes, 64 hexadecimal digits
    name        TEXT    NOT NULL,            -- as the user gave it
    size        INTEGER NOT NULL,            -- in bytes
    imported_at TEXT    NOT NULL,
    articles    INTEGER NOT NULL             -- how many entries it has; fewer means damage
) STRICT;

CREATE TABLE oddities (
    file     INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    position INTEGER NOT NULL,               -- 0, 1, 2 … in the order told
    path     TEXT    NOT NULL,
    entry    INTEGER,
    remedy   TEXT    NOT NULL,
    what     TEXT    NOT NULL,
    advice   TEXT    NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
";

// The name of a file inside the file.
pub(crate) const MEMBERS: &str = "ALTER TABLE oddities ADD COLUMN member TEXT;";

/// A file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileKept {
    pub sha256: Sha256,
    /// As the user gave it.
    pub name: String,
    /// Bytes.
    pub size: u64,
    pub imported_at: Timestamp,
    /// Articles that it holds; 0 where nothing could be read.
    pub articles: usize,
    pub oddities: Vec<Oddity>,
}

impl Library {
    /// All files, in the order of import.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn files(&self) -> Result<Vec<FileKept>, Error> {
        self.read(|connection| {
            let sql = "SELECT number, sha256, name, size, imported_at, articles FROM files ORDER BY number";
            let files: Vec<_> = connection.prepare(sql)?.query_map([], file_of)?.collect::<Result<_, _>>()?;
            files.into_iter().map(|(number, file)| with_oddities(connection, number, file)).collect()
        })
    }

    /// The files that gave articles: their names by their bytes.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn names_of_files(&self) -> Result<BTreeMap<Sha256, String>, Error> {
        let sql = "SELECT sha256, name FROM files WHERE articles > 0";
        let name = |row: &Row| Ok((Sha256(row.get(0)?), row.get(1)?));
        self.read(|connection| connection.prepare_cached(sql)?.query_map([], name)?.collect())
    }

    /// The file with these bytes, if it was brought in before.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn file(&self, sha256: &Sha256) -> Result<Option<FileKept>, Error> {
        self.read(|connection| find(connection, sha256).map(|found| found.map(|(_, file)| file)))
    }
}

/// The file with these bytes and its number.
pub(crate) fn find(connection: &Connection, sha256: &Sha256) -> rusqlite::Result<Option<(i64, FileKept)>> {
    let sql = "SELECT number, sha256, name, size, imported_at, articles FROM files WHERE sha256 = ?1";
    let found = connection.prepare_cached(sql)?.query_row([&sha256.0], file_of).optional()?;
    found.map(|(number, file)| Ok((number, with_oddities(connection, number, file)?))).transpose()
}

/// Enters a file and returns its number.
pub(crate) fn enter(connection: &Connection, file: &FileKept) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("INSERT INTO files (sha256, name, size, imported_at, articles) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .insert(params![file.sha256.0, file.name, file.size, file.imported_at.as_str(), file.articles])
}

pub(crate) fn enter_oddities(connection: &Connection, file: i64, oddities: &[Oddity]) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached("INSERT INTO oddities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for (position, oddity) in oddities.iter().enumerate() {
        let remedy = remedy_name(oddity.remedy);
        let Oddity { path, entry, member, what, advice, .. } = oddity;
        insert.execute(params![file, position, path, entry, remedy, what, advice, member])?;
    }
    Ok(())
}

/// Takes back a file that gave no article, so that it can be entered anew.
pub(crate) fn forget_fruitless(connection: &Connection, file: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM files WHERE number = ?1 AND articles = 0", [file]).map(|_| ())
}

fn file_of(row: &Row) -> rusqlite::Result<(i64, FileKept)> {
    let imported_at: String = row.get(4)?;
    let file = FileKept {
        sha256: Sha256(row.get(1)?),
        name: row.get(2)?,
        size: row.get(3)?,
        imported_at: Timestamp::parse(&imported_at).ok_or_else(|| broken(4, "not a time"))?,
        articles: row.get(5)?,
        oddities: Vec::new(),
    };
    Ok((row.get(0)?, file))
}

fn with_oddities(connection: &Connection, number: i64, file: FileKept) -> rusqlite::Result<FileKept> {
    let sql = "SELECT path, entry, remedy, what, advice, member FROM oddities WHERE file = ?1 ORDER BY position";
    let oddities = connection.prepare_cached(sql)?.query_map([number], oddity_of)?.collect::<Result<_, _>>()?;
    Ok(FileKept { oddities, ..file })
}

fn oddity_of(row: &Row) -> rusqlite::Result<Oddity> {
    let remedy: String = row.get(2)?;
    Ok(Oddity {
        path: row.get(0)?,
        entry: row.get(1)?,
        remedy: remedy_named(remedy).ok_or_else(|| broken(2, "not a remedy"))?,
        what: row.get(3)?,
        advice: row.get(4)?,
        member: row.get(5)?,
    })
}

/// The names that the interchange gives them.
fn remedy_name(remedy: Remedy) -> String {
    let name = serde_json::to_value(remedy).ok();
    name.as_ref().and_then(Value::as_str).expect("a remedy is written as a word").to_owned()
}

fn remedy_named(name: String) -> Option<Remedy> {
    serde_json::from_value(Value::String(name)).ok()
}
