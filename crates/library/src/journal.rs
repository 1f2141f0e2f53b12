//! Every act of the user, so that it can be taken back and done again, also after a restart.
//!
//! While an act is recorded, triggers write each row that it changes as it was before and as it is after. Taking
//! an act back puts the rows before in their places again, the last changed first. The file holds values alone:
//! the SQL that puts them back is that of [`PLACES`], for a library may come from somebody else.
//!
//! What happens by itself (an import, a grouping) is no act. It never touches what an act has touched in such a
//! way that the act could not be taken back: a story that an act knows is kept when it is empty, and is only not
//! shown.

use crate::{Error, Library, chosen, decisions, error::Halt, open::immediate, outlets, stories};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params};
use story::{StoryId, Timestamp};

pub(crate) const TABLES: &str = "
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,  -- in the order in which they were done
    name   TEXT    NOT NULL,
    story  TEXT,                 -- the id of the story that it is about
    at     TEXT    NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))  -- no act that is done comes after one that is undone
) STRICT;

CREATE TABLE journal_changes (
    number INTEGER PRIMARY KEY,  -- in the order in which they were made
    act    INTEGER NOT NULL REFERENCES journal ON DELETE CASCADE,
    place  TEXT    NOT NULL,     -- the table
    before TEXT,                 -- the row as a JSON object; null where there was none
    after  TEXT                  -- null where there is none any more
) STRICT;
CREATE INDEX journal_changes_by_act ON journal_changes (act, number);

-- The act that is being recorded; empty in every committed state.
CREATE TABLE recording (act INTEGER NOT NULL REFERENCES journal ON DELETE CASCADE) STRICT;
";

/// So many acts can be taken back.
const DEPTH: i64 = 10_000;

/// A table whose rows the journal follows.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    /// Puts the row that is the JSON object `?1`.
    pub(crate) put: &'static str,
    /// Takes out the row with the key of the JSON object `?1`.
    pub(crate) take: &'static str,
}

/// The triggers of a followed table and its [`Place`]: `follow!(table, key, other columns)`.
macro_rules! follow {
    ($triggers:ident, $place:ident, $table:literal, $key:literal $(, $column:literal)*) => {
        $crate::journal::follow!($triggers, $place, $table, $key $(, $column)*;
            concat!("DELETE FROM ", $table, " WHERE ", $key, " = json_extract(?1, '$.", $key, "')"));
    };
    ($triggers:ident, $place:ident, $table:literal, $key:literal $(, $column:literal)*; $take:expr) => {
        pub(crate) const $triggers: &str = concat!(
            "CREATE TRIGGER ", $table, "_put AFTER INSERT ON ", $table, " WHEN EXISTS (SELECT 1 FROM recording) BEGIN
    INSERT INTO journal_changes (act, place, before, after) SELECT act, '", $table, "', NULL,
        json_object('", $key, "', new.", $key $(, ", '", $column, "', new.", $column)*, ") FROM recording;
END;
CREATE TRIGGER ", $table, "_changed AFTER UPDATE OF ", $key $(, ", ", $column)*, " ON ", $table,
            " WHEN EXISTS (SELECT 1 FROM recording)",
            " AND (old.", $key, " IS NOT new.", $key $(, " OR old.", $column, " IS NOT new.", $column)*, ") BEGIN
    INSERT INTO journal_changes (act, place, before, after) SELECT act, '", $table, "',
        json_object('", $key, "', old.", $key $(, ", '", $column, "', old.", $column)*, "),
        json_object('", $key, "', new.", $key $(, ", '", $column, "', new.", $column)*, ") FROM recording;
END;
CREATE TRIGGER ", $table, "_taken AFTER DELETE ON ", $table, " WHEN EXISTS (SELECT 1 FROM recording) BEGIN
    INSERT INTO journal_changes (act, place, before, after) SELECT act, '", $table, "',
        json_object('", $key, "', old.", $key $(, ", '", $column, "', old.", $column)*, "), NULL FROM recording;
END;
");
        pub(crate) const $place: $crate::journal::Place = $crate::journal::Place {
            name: $table,
            put: concat!(
                "INSERT INTO ", $table, " (", $key $(, ", ", $column)*, ") VALUES (json_extract(?1, '$.", $key, "')"
                $(, ", json_extract(?1, '$.", $column, "')")*,
                ") ON CONFLICT (", $key, ") DO UPDATE SET ", $key, " = excluded.", $key
                $(, ", ", $column, " = excluded.", $column)*
            ),
            take: $take,
        };
    };
}
pub(crate) use follow;

const PLACES: [&Place; 9] = [
    &stories::STORIES,
    &stories::MEMBERSHIP,
    &stories::UNSORTED,
    &stories::TRASH,
    &outlets::OUTLETS,
    &outlets::NAMES,
    &decisions::FINDINGS,
    &decisions::LINKS,
    &chosen::CHOSEN,
];

/// Something that the user did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Such as `merge_stories`.
    pub name: String,
    /// The story that it is about.
    pub story: Option<StoryId>,
    pub at: Timestamp,
}

/// An act that was taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    pub act: Act,
    /// Rows that could not be put back, for what they belong to is gone.
    pub skipped: usize,
}

/// What can be taken back, and what can be done again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undoable {
    pub undo: Option<Act>,
    pub redo: Option<Act>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Back,
    Forth,
}

impl Library {
    /// The acts that [`Library::undo`] and [`Library::redo`] would turn.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn undoable(&self) -> Result<Undoable, Error> {
        self.read(|connection| {
            let act = |turn| next(connection, turn).map(|next| next.map(|(_, act)| act));
            Ok(Undoable { undo: act(Turn::Back)?, redo: act(Turn::Forth)? })
        })
    }

    /// Takes back the last act; `None` where there is none.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn undo(&mut self) -> Result<Option<Turned>, Error> {
        self.write(|connection| turn(connection, Turn::Back))
    }

    /// Does again what was taken back last; `None` where there is nothing.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn redo(&mut self) -> Result<Option<Turned>, Error> {
        self.write(|connection| turn(connection, Turn::Forth))
    }

    /// Does what `job` does as one act, all of it or nothing. What had been taken back can then not be done again.
    /// Where nothing changes, nothing is recorded.
    pub(crate) fn act<T>(
        &mut self,
        name: &str,
        at: &Timestamp,
        job: impl FnOnce(&Connection) -> Result<T, Halt>,
    ) -> Result<T, Error> {
        let act = |connection: &mut Connection| {
            let transaction = immediate(connection)?;
            let number = begin(&transaction, name, at)?;
            let value = job(&transaction)?;
            if end(&transaction, number)? {
                transaction.commit()?;
            }
            Ok(value)
        };
        act(&mut self.connection).map_err(|halt: Halt| halt.at(&self.path))
    }
}

/// Says of which story the act is that is being recorded.
pub(crate) fn about(connection: &Connection, story: &StoryId) -> rusqlite::Result<()> {
    let sql = "UPDATE journal SET story = ?1 WHERE number = (SELECT act FROM recording)";
    connection.prepare_cached(sql)?.execute([&story.0]).map(|_| ())
}

fn begin(connection: &Connection, name: &str, at: &Timestamp) -> rusqlite::Result<i64> {
    connection.execute("DELETE FROM journal WHERE undone", [])?;
    connection.execute("DELETE FROM recording", [])?;
    let number = connection
        .prepare_cached("INSERT INTO journal (name, at, undone) VALUES (?1, ?2, 0)")?
        .insert([name, at.as_str()])?;
    connection.execute("INSERT INTO recording VALUES (?1)", [number])?;
    Ok(number)
}

/// Ends the recording; whether anything was changed.
fn end(connection: &Connection, number: i64) -> rusqlite::Result<bool> {
    connection.execute("DELETE FROM recording", [])?;
    connection.execute("DELETE FROM journal WHERE number <= ?1", [number - DEPTH])?;
    stories::remember(connection, number)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM journal_changes WHERE act = ?1)";
    connection.query_row(sql, [number], |row| row.get(0))
}

fn next(connection: &Connection, turn: Turn) -> rusqlite::Result<Option<(i64, Act)>> {
    let sql = match turn {
        Turn::Back => "SELECT number, name, story, at FROM journal WHERE NOT undone ORDER BY number DESC LIMIT 1",
        Turn::Forth => "SELECT number, name, story, at FROM journal WHERE undone ORDER BY number LIMIT 1",
    };
    connection.prepare_cached(sql)?.query_row([], act_of).optional()
}

fn act_of(row: &Row) -> rusqlite::Result<(i64, Act)> {
    let at: String = row.get(3)?;
    let at = Timestamp::parse(&at).ok_or_else(|| crate::articles::broken(3, "not a time"))?;
    Ok((row.get(0)?, Act { name: row.get(1)?, story: row.get::<_, Option<String>>(2)?.map(StoryId), at }))
}

fn turn(connection: &Connection, turn: Turn) -> rusqlite::Result<Option<Turned>> {
    let Some((number, act)) = next(connection, turn)? else { return Ok(None) };
    connection.execute("DELETE FROM recording", [])?;
    let mut skipped = 0;
    for (place, from, to) in changes(connection, number, turn)? {
        skipped += usize::from(!put(connection, &place, from.as_deref(), to.as_deref())?);
    }
    outlets::settle(connection)?;
    connection.execute("UPDATE journal SET undone = ?2 WHERE number = ?1", params![number, turn == Turn::Back])?;
    Ok(Some(Turned { act, skipped }))
}

/// Table, the row as it should be now and the row as it shall be, in the order in which to put them.
type Change = (String, Option<String>, Option<String>);

fn changes(connection: &Connection, act: i64, turn: Turn) -> rusqlite::Result<Vec<Change>> {
    let sql = match turn {
        Turn::Back => "SELECT place, after, before FROM journal_changes WHERE act = ?1 ORDER BY number DESC",
        Turn::Forth => "SELECT place, before, after FROM journal_changes WHERE act = ?1 ORDER BY number",
    };
    let change = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    connection.prepare_cached(sql)?.query_map([act], change)?.collect()
}

/// Puts one row; `false` where what is there now does not allow it.
fn put(connection: &Connection, place: &str, from: Option<&str>, to: Option<&str>) -> rusqlite::Result<bool> {
    let Some(place) = PLACES.iter().find(|known| known.name == place) else { return Ok(false) };
    let done = match (from, to) {
        (_, Some(row)) => connection.prepare_cached(place.put)?.execute([row]),
        (Some(row), None) => connection.prepare_cached(place.take)?.execute([row]),
        (None, None) => return Ok(false),
    };
    match done {
        Ok(_) => Ok(true),
        Err(error) if is_of_the_row(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether it is the row that cannot stand where it should: what it belongs to is gone, or it is none of ours.
fn is_of_the_row(error: &rusqlite::Error) -> bool {
    // Text that is no JSON gives SQLite's general error.
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::Unknown)
    )
}
