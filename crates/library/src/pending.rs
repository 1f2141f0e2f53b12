//! The files of an import that is going on: what a crash or the end of the program leaves is taken up again.

use crate::{Error, Library};
use rusqlite::{OptionalExtension, Row, params};

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

    /// The numbers of what is still to come in, in that order.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn awaited(&self) -> Result<Vec<i64>, Error> {
        let sql = "SELECT number FROM pending ORDER BY number";
        self.read(|connection| connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect())
    }

    /// What was written down under this number, unless it was struck off.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn awaited_file(&self, number: i64) -> Result<Option<Waiting>, Error> {
        let sql = "SELECT name, path, bytes FROM pending WHERE number = ?1";
        self.read(|connection| connection.prepare_cached(sql)?.query_row([number], waiting_of).optional())
    }

    /// Strikes off what came in, or shall not come in any more.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn strike_off(&mut self, numbers: &[i64]) -> Result<(), Error> {
        self.write(|connection| {
            let mut delete = connection.prepare_cached("DELETE FROM pending WHERE number = ?1")?;
            numbers.iter().try_for_each(|number| delete.execute([number]).map(|_| ()))
        })
    }
}

fn waiting_of(row: &Row) -> rusqlite::Result<Waiting> {
    let bytes: Option<Vec<u8>> = row.get(2)?;
    Ok(Waiting { name: row.get(0)?, path: row.get(1)?, bytes: bytes.unwrap_or_default() })
}
