//! Outlets: what they are called, and by which colour and pattern they are told apart.
//!
//! An article stays as its file gave it, with the outlet's name that it had there. Which outlet that name means
//! is said here, and articles are shown under the outlet's present name.

mod alike;
mod edit;
mod short;

use crate::{Error, Library, articles::NOT_CURRENT, journal::follow};
use alike::{Bare, host};
pub use edit::OutletEdit;
use rusqlite::{Connection, OptionalExtension, params};
use short::short;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const TABLES: &str = "
CREATE TABLE outlets (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,  -- in the order in which they appeared; never given twice
    name    TEXT    NOT NULL,
    short   TEXT    NOT NULL,
    colour  INTEGER NOT NULL,
    pattern INTEGER NOT NULL
) STRICT;

-- Every name that an outlet has or had, in files or by hand.
CREATE TABLE outlet_names (
    folded TEXT    NOT NULL PRIMARY KEY,        -- without regard to large and small letters
    name   TEXT    NOT NULL,
    outlet INTEGER NOT NULL REFERENCES outlets
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_names_by_outlet ON outlet_names (outlet);
";

follow!(FOLLOWED, OUTLETS, "outlets", "number", "name", "short", "colour", "pattern");
follow!(FOLLOWED_NAMES, NAMES, "outlet_names", "folded", "name", "outlet");

/// Colours that the interface has for outlets.
pub const COLOURS: u8 = 12;
/// Patterns that it has; a colour and a pattern together tell 72 outlets apart.
pub const PATTERNS: u8 = 6;

/// Who published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    pub name: String,
    /// At most eight characters.
    pub short: String,
    /// Other names under which files give it; sorted.
    pub aliases: Vec<String>,
    /// Below [`COLOURS`].
    pub colour: u8,
    /// Below [`PATTERNS`].
    pub pattern: u8,
    /// Current ones, out of the trash.
    pub articles: usize,
}

impl Library {
    /// All outlets, by name.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn outlets(&self) -> Result<Vec<Outlet>, Error> {
        self.read(|connection| {
            let mut outlets = without_articles(connection)?;
            let sql = format!(
                "SELECT n.outlet, count(*) FROM articles AS a JOIN outlet_names AS n ON n.folded = folded(a.outlet)
                 WHERE a.number NOT IN ({NOT_CURRENT}) GROUP BY n.outlet"
            );
            let mut select = connection.prepare_cached(&sql)?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                if let Some(outlet) = outlets.get_mut(&row.get(0)?) {
                    outlet.articles = row.get(1)?;
                }
            }
            let mut outlets: Vec<Outlet> = outlets.into_values().collect();
            outlets.sort_by(|a, b| a.name.cmp(&b.name));
            Ok(outlets)
        })
    }
}

fn without_articles(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Outlet>> {
    let mut outlets = BTreeMap::new();
    let mut select = connection.prepare_cached(
        "SELECT o.number, o.name, o.short, o.colour, o.pattern, n.name FROM outlets AS o
         LEFT JOIN outlet_names AS n ON n.outlet = o.number AND n.folded <> folded(o.name) ORDER BY o.number, n.name",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let outlet = Outlet {
            name: row.get(1)?,
            short: row.get(2)?,
            aliases: Vec::new(),
            colour: row.get(3)?,
            pattern: row.get(4)?,
            articles: 0,
        };
        let aliases = &mut outlets.entry(row.get(0)?).or_insert(outlet).aliases;
        aliases.extend(row.get::<_, Option<String>>(5)?);
    }
    Ok(outlets)
}

/// Sees to it that the name which a file gives means an outlet: one whose name is the same but for article, host and
/// country, one that publishes at the article's address, else a new one. The site of the address becomes a name of it
/// where it may well be short for the outlet's own.
pub(crate) fn recognise(connection: &Connection, name: &str, url: Option<&str>) -> rusqlite::Result<()> {
    let bare = Bare::of(name);
    let site = url.and_then(host).filter(|host| !bare.is_host && bare.is_abbreviated(&Bare::of(host)));
    let at_its_site = site.map_or(Ok(None), |site| named(connection, site))?;
    let outlet = match named(connection, name)? {
        Some(outlet) => outlet,
        None => match at_its_site.map_or_else(|| alike(connection, &bare), |outlet| Ok(Some(outlet)))? {
            Some(outlet) => call(connection, outlet, name, !bare.is_host)?,
            None => enter(connection, name)?,
        },
    };
    match site {
        Some(site) if at_its_site.is_none() => call(connection, outlet, site, false).map(|_| ()),
        _ => Ok(()),
    }
}

/// The outlet that has a name like this one, and none of another country.
fn alike(connection: &Connection, bare: &Bare) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT outlet, name FROM outlet_names ORDER BY outlet, folded";
    let names: Vec<(i64, String)> = connection
        .prepare_cached(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let of_outlet = names.chunk_by(|(one, _), (two, _)| one == two);
    let is_it = |names: &&[(i64, String)]| {
        let others: Vec<Bare> = names.iter().map(|(_, name)| Bare::of(name)).collect();
        others.iter().any(|other| other.is_same(bare)) && !others.iter().any(|other| other.is_elsewhere(bare))
    };
    Ok(of_outlet.into_iter().find(is_it).map(|names| names[0].0))
}

/// Gives an outlet a further name, which takes the place of a host as the one that is shown.
fn call(connection: &Connection, outlet: i64, name: &str, is_title: bool) -> rusqlite::Result<i64> {
    let sql = "INSERT INTO outlet_names VALUES (folded(?1), ?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![name, outlet])?;
    let sql = "SELECT name FROM outlets WHERE number = ?1";
    let shown: String = connection.prepare_cached(sql)?.query_row([outlet], |row| row.get(0))?;
    if is_title && Bare::of(&shown).is_host {
        let short = short(name, &shorts(connection, Some(outlet))?);
        let sql = "UPDATE outlets SET name = ?2, short = ?3 WHERE number = ?1";
        connection.prepare_cached(sql)?.execute(params![outlet, name, short])?;
    }
    Ok(outlet)
}

fn named(connection: &Connection, name: &str) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT outlet FROM outlet_names WHERE folded = folded(?1)";
    connection.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()
}

/// Makes an outlet of a name that is none yet, without looking for one that is called alike.
fn enter(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let short = short(name, &shorts(connection, None)?);
    let (colour, pattern) = free_look(&looks(connection)?);
    let outlet = connection
        .prepare_cached("INSERT INTO outlets (name, short, colour, pattern) VALUES (?1, ?2, ?3, ?4)")?
        .insert(params![name, short, colour, pattern])?;
    connection
        .prepare_cached("INSERT INTO outlet_names VALUES (folded(?1), ?1, ?2)")?
        .execute(params![name, outlet])
        .map(|_| outlet)
}

/// Gives every name that an article has an outlet, in the order of import, and forgets outlets without a name.
pub(crate) fn settle(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "DELETE FROM outlets WHERE number NOT IN (SELECT outlet FROM outlet_names)";
    connection.execute(sql, [])?;
    let sql = "SELECT outlet FROM articles WHERE folded(outlet) NOT IN (SELECT folded FROM outlet_names)
               GROUP BY outlet ORDER BY min(number)";
    let names: Vec<String> =
        connection.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    // Two spellings that fold to one name are one outlet.
    names.iter().try_for_each(|name| match named(connection, name)? {
        Some(_) => Ok(()),
        None => enter(connection, name).map(|_| ()),
    })
}

/// The short names of all outlets but one.
fn shorts(connection: &Connection, but: Option<i64>) -> rusqlite::Result<BTreeSet<String>> {
    let sql = "SELECT short FROM outlets WHERE number IS NOT ?1";
    connection.prepare_cached(sql)?.query_map([but], |row| row.get(0))?.collect()
}

fn looks(connection: &Connection) -> rusqlite::Result<BTreeSet<(u8, u8)>> {
    let sql = "SELECT colour, pattern FROM outlets";
    connection.prepare_cached(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The first colour with its pattern that nobody has. Neighbours differ in both.
fn free_look(taken: &BTreeSet<(u8, u8)>) -> (u8, u8) {
    let look = |at: u8| (at % COLOURS, (at % COLOURS + at / COLOURS) % PATTERNS);
    let all = COLOURS * PATTERNS;
    (0..all)
        .map(look)
        .find(|look| !taken.contains(look))
        .unwrap_or_else(|| look((taken.len() % usize::from(all)) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_72_outlets_look_different() {
        let mut taken = BTreeSet::new();
        for _ in 0..72 {
            assert!(taken.insert(free_look(&taken)));
        }
        assert!(taken.iter().all(|&(colour, pattern)| colour < COLOURS && pattern < PATTERNS));
        assert!(taken.contains(&free_look(&taken)), "the 73rd takes what another has");
    }
}
