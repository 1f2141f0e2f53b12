//! The tables, and how a library of any age becomes one of today.
//!
//! The SQL stands beside the code that uses each table. A step that was once released never
//! changes; what is new is a further step at the end.

use crate::{articles, comparisons, files, search, stories};
use rusqlite::{Connection, TransactionBehavior};

/// "Rash" in SQLite's header: tells a library from other programs' databases.
pub(crate) const APPLICATION_ID: u32 = 0x5261_7368;

const STEPS: &[&[&str]] = &[&[files::TABLES, articles::TABLES, search::TABLES, stories::TABLES, comparisons::TABLES]];

/// The layout that this program writes: the number of steps, kept as `user_version`.
pub(crate) const LATEST: u32 = STEPS.len() as u32;

/// Takes the steps that are still to be taken, all or none.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> rusqlite::Result<()> {
    if version(connection)? == LATEST {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken = version(&transaction)?; // another program may have been faster
    for sql in STEPS.iter().skip(taken as usize).copied().flatten() {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", LATEST)?;
    transaction.commit()
}

pub(crate) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Name and SQL of all that the layout consists of, in order of name.
pub(crate) fn described(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    connection.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
