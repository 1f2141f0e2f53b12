//! The user says what an outlet is called and how it looks.

use super::{
    COLOURS, PATTERNS, named, settle,
    short::{WIDTH, cut, short},
    shorts,
};
use crate::{Error, Library, error::Halt, search::folded as folded_name};
use rusqlite::{Connection, OptionalExtension, params};
use story::Timestamp;

/// What an outlet is from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutletEdit {
    pub name: String,
    /// Cut to eight characters; made from the name where blank.
    pub short: String,
    /// All of its other names. An outlet of such a name becomes one with this one; a name that is left out, and
    /// that articles have, becomes an outlet of its own again.
    pub aliases: Vec<String>,
    pub colour: u8,
    pub pattern: u8,
}

impl Library {
    /// Changes the outlet of this name. Its name up to now stays one of its names.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is no outlet of that name, [`Error::Unusable`] where the new one is blank.
    pub fn edit_outlet(&mut self, name: &str, edit: &OutletEdit, at: &Timestamp) -> Result<(), Error> {
        if edit.name.trim().is_empty() {
            return Err(Error::Unusable { what: "an outlet", name: edit.name.clone() });
        }
        self.act("edit_outlet", at, |connection| {
            let outlet = named(connection, name)?.ok_or_else(|| Halt::unknown("outlet", name))?;
            let before: String = connection
                .prepare_cached("SELECT name FROM outlets WHERE number = ?1")?
                .query_row([outlet], |row| row.get(0))?;
            let names: Vec<&str> = [edit.name.as_str(), &before]
                .into_iter()
                .chain(edit.aliases.iter().map(String::as_str))
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .collect();
            forget_other_names(connection, outlet, &names)?;
            names.iter().try_for_each(|name| take_name(connection, outlet, name))?;
            settle(connection)?;
            change(connection, outlet, edit)?;
            Ok(())
        })
    }
}

fn forget_other_names(connection: &Connection, outlet: i64, names: &[&str]) -> rusqlite::Result<()> {
    let sql = "SELECT folded, name FROM outlet_names WHERE outlet = ?1";
    let known: Vec<(String, String)> = connection
        .prepare_cached(sql)?
        .query_map([outlet], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let is_named = |folded: &String| names.iter().any(|name| folded_name(name) == *folded);
    for (folded, _) in known.iter().filter(|(folded, _)| !is_named(folded)) {
        connection.prepare_cached("DELETE FROM outlet_names WHERE folded = ?1")?.execute([folded])?;
    }
    Ok(())
}

/// The name means this outlet from now on; an outlet that is called so goes into this one with all its names.
fn take_name(connection: &Connection, outlet: i64, name: &str) -> rusqlite::Result<()> {
    let sql = "SELECT number FROM outlets WHERE folded(name) = folded(?1) AND number <> ?2";
    let other: Option<i64> =
        connection.prepare_cached(sql)?.query_row(params![name, outlet], |row| row.get(0)).optional()?;
    if let Some(other) = other {
        let sql = "UPDATE outlet_names SET outlet = ?2 WHERE outlet = ?1";
        connection.prepare_cached(sql)?.execute([other, outlet])?;
    }
    let sql = "INSERT INTO outlet_names VALUES (folded(?1), ?1, ?2)
               ON CONFLICT (folded) DO UPDATE SET name = excluded.name, outlet = excluded.outlet";
    connection.prepare_cached(sql)?.execute(params![name, outlet]).map(|_| ())
}

fn change(connection: &Connection, outlet: i64, edit: &OutletEdit) -> rusqlite::Result<()> {
    let name = edit.name.trim();
    let short = match edit.short.trim() {
        "" => short(name, &shorts(connection, Some(outlet))?),
        given => cut(given, WIDTH),
    };
    let sql = "UPDATE outlets SET name = ?2, short = ?3, colour = ?4, pattern = ?5 WHERE number = ?1";
    let (colour, pattern) = (edit.colour % COLOURS, edit.pattern % PATTERNS);
    connection.prepare_cached(sql)?.execute(params![outlet, name, short, colour, pattern]).map(|_| ())
}
