//! The files of an import that is going on: what a crash or the end of the program leaves is taken up again.

use crate::{Error, Library};
use rusqlite::{Connection, Row, params};

pub(crate) const TABLES: &str = "
CREATE TABLE pending (
    number INTEGER PRIMARY KEY,  -- in the order in which they come in
    name   TEXT NOT NULL,        -- as the user gave it
    path   BLOB,                 -- where the file is, as the system writes it; null for a text that was pasted
    bytes  BLOB                  -- the text that was pasted
) STRICT;
";

/// A file that is still to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// As the user gave it.
    pub name: String,
    /// Where the file is, as the system writes it; `None` for a text that was pasted.
    pub path: Option<Vec<u8>>,
    /// The text that was pasted; empty for a file.
    pub bytes: Vec<u8>,
}

impl Library {
    /// Writes down what is to come in; returns the numbers under which it is struck off.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn await_files(&mut self, files: &[Waiting]) -> Result<Vec<i64>, Error> {
        self.write(|connection| {
            let mut insert =
                connection.prepare_cached("INSERT INTO pending (name, path, bytes) VALUES (?1, ?2, ?3)")?;
            let mut enter = |file: &Waiting| {
                let bytes = file.path.is_none().then_some(&file.bytes);
                insert.insert(params![file.name, file.path, bytes])
            };
            files.iter().map(&mut enter).collect()
        })
    }

    /// What is still to come in, with its numbers and in that order.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn awaited(&self) -> Result<Vec<(i64, Waiting)>, Error> {
        let sql = "SELECT number, name, path, bytes FROM pending ORDER BY number";
        self.read(|connection| connection.prepare_cached(sql)?.query_map([], waiting_of)?.collect())
    }

    /// How many files are still to come in.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn awaited_count(&self) -> Result<usize, Error> {
        let sql = "SELECT count(*) FROM pending";
        self.read(|connection| connection.prepare_cached(sql)?.query_row([], |row| row.get(0)))
    }

    /// Strikes off what came in, or shall not come in any more.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn strike_off(&mut self, numbers: &[i64]) -> Result<(), Error> {
        self.write(|connection| numbers.iter().try_for_each(|number| strike_off(connection, *number)))
    }
}

pub(crate) fn strike_off(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM pending WHERE number = ?1")?.execute([number]).map(|_| ())
}

fn waiting_of(row: &Row) -> rusqlite::Result<(i64, Waiting)> {
    let bytes: Option<Vec<u8>> = row.get(3)?;
    Ok((row.get(0)?, Waiting { name: row.get(1)?, path: row.get(2)?, bytes: bytes.unwrap_or_default() }))
}
