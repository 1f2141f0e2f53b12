//! What servers sent for the pages that were fetched: kept with the file as evidence, and handed out unchanged.

use crate::{Error, Library, files};
use rusqlite::{Connection, OptionalExtension, params};
use story::Sha256;

pub(crate) const TABLES: &str = "
CREATE TABLE responses (
    file   INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
    record BLOB    NOT NULL  -- a WARC response record, gzipped
) STRICT;
";

impl Library {
    /// What was kept with the file of these bytes, if it was fetched.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn response(&self, sha256: &Sha256) -> Result<Option<Vec<u8>>, Error> {
        let sql = "SELECT r.record FROM responses AS r JOIN files AS f ON f.number = r.file WHERE f.sha256 = ?1";
        self.read(|connection| connection.prepare_cached(sql)?.query_row([&sha256.0], |row| row.get(0)).optional())
    }
}

/// Keeps it with the file of these bytes, if that gave articles.
pub(crate) fn keep(connection: &Connection, sha256: &Sha256, record: &[u8]) -> rusqlite::Result<()> {
    if let Some((file, _)) = files::find(connection, sha256)?.filter(|(_, file)| file.articles > 0) {
        let sql = "INSERT OR IGNORE INTO responses VALUES (?1, ?2)";
        connection.prepare_cached(sql)?.execute(params![file, record])?;
    }
    Ok(())
}
