//! The tables, and how a library of any age becomes one of today.
//!
//! The SQL stands beside the code that uses each table. A step that was once released never
//! changes; what is new is a further step at the end.

use crate::{
    articles, chosen, comparisons, decisions, files, journal, open::immediate, outlets, pending, responses, search,
    stories,
};
use rusqlite::Connection;

/// "Rash" in SQLite's header: tells a library from other programs' databases.
pub(crate) const APPLICATION_ID: u32 = 0x5261_7368;

/// The SQL of one step.
type Step = &'static [&'static str];

const STEPS: &[Step] = &[
    &[files::TABLES, articles::TABLES, search::TABLES, stories::TABLES, comparisons::TABLES],
    &[
        journal::TABLES,
        outlets::TABLES,
        stories::SHELVES,
        articles::SHOWN,
        comparisons::COUNTED,
        decisions::TABLES,
        pending::TABLES,
        stories::FOLLOWED,
        stories::FOLLOWED_MEMBERSHIP,
        stories::FOLLOWED_UNSORTED,
        stories::FOLLOWED_TRASH,
        outlets::FOLLOWED,
        outlets::FOLLOWED_NAMES,
        decisions::FOLLOWED,
        decisions::FOLLOWED_LINKS,
    ],
    &[articles::MEMBERS, files::MEMBERS],
    &[responses::TABLES],
    &[chosen::TABLES, chosen::FOLLOWED],
    &[articles::SECTIONS],
];

/// The layout that this program writes: the number of steps, kept as `user_version`.
pub(crate) const LATEST: u32 = STEPS.len() as u32;

/// Takes the steps that are still to be taken, all or none.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> rusqlite::Result<()> {
    take(STEPS, connection, outlets::settle)
}

/// `settle` makes what SQL alone cannot make of the older rows.
fn take(
    steps: &[Step],
    connection: &mut Connection,
    settle: fn(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    if version(connection)? as usize == steps.len() {
        return Ok(());
    }
    let transaction = immediate(connection)?;
    let taken = version(&transaction)?; // another program may have been faster
    for sql in steps.iter().skip(taken as usize).copied().flatten() {
        transaction.execute_batch(sql)?;
    }
    settle(&transaction)?;
    transaction.pragma_update(None, "user_version", steps.len())?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use story::Sha256;

    fn names(connection: &Connection) -> Vec<String> {
        described(connection).expect("readable").into_iter().map(|(name, _)| name).collect()
    }

    const FIRST: Step = &["CREATE TABLE a (x);", "CREATE TABLE b (x);"];

    #[test]
    fn an_older_library_takes_the_steps_it_lacks() {
        let mut connection = Connection::open_in_memory().expect("memory");
        take(&[FIRST], &mut connection, |_| Ok(())).expect("valid");
        take(&[FIRST, &["CREATE TABLE c (x);"], &["DROP TABLE a;"]], &mut connection, |_| Ok(())).expect("valid");
        assert_eq!((names(&connection), version(&connection)), (vec!["b".into(), "c".into()], Ok(3)));
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let mut connection = Connection::open_in_memory().expect("memory");
        take(&[FIRST], &mut connection, |_| Ok(())).expect("valid");
        assert!(take(&[FIRST, &["CREATE TABLE c (x);", "DROP TABLE none;"]], &mut connection, |_| Ok(())).is_err());
        assert_eq!((names(&connection), version(&connection)), (vec!["a".into(), "b".into()], Ok(1)));
    }

    #[test]
    fn a_library_of_the_first_layout_gets_shelves_and_outlets() {
        let mut connection = Connection::open_in_memory().expect("memory");
        crate::open::configure(&connection).expect("memory");
        take(&STEPS[..1], &mut connection, |_| Ok(())).expect("valid");
        let rows = "INSERT INTO articles (number, id, outlet, title, body, text_hash, moment) VALUES
                (1, 'a', 'Tidings', 'one', 'A ferry burned.', '', 0), (2, 'b', 'TIDINGS', 'two', '', '', 0),
                (3, 'c', 'Courier', 'three', '', '', 0);
            INSERT INTO stories VALUES (1, 's', 'Found', 0), (2, 't', 'Made', 0);
            INSERT INTO membership VALUES (1, 1, 0), (2, 2, 1);";
        connection.execute_batch(rows).expect("the tables of then");
        bring_up_to_date(&mut connection).expect("valid");
        let told: String = connection
            .query_row(
                "SELECT group_concat(name || colour || pattern, ' ') || ' ' ||
                        (SELECT group_concat(title || accepted, ' ') FROM stories) FROM outlets",
                [],
                |row| row.get(0),
            )
            .expect("the tables of now");
        assert_eq!(told, "Tidings00 Courier11 Found0 Made1");
    }

    #[test]
    fn steps_that_were_taken_somewhere_never_change() {
        let digests: Vec<String> = STEPS.iter().map(|step| Sha256::of(step.concat().as_bytes()).0).collect();
        let expected = [
            "94899ef827361897c132cb5c3dae10bc7de6cee1a7a0a43130295a4cf316290e",
            "f3095ff37463f7277f830a1160471b00007b95df7dddda91cec27d2c271dffc1",
            "8e0299788f113ff082d858dc5e56017c4b46092945266ec55a2097563fe371b8",
            "7152e1b8746ff75904d51dbaec6654117cd232050aac5ef99fc603e1df474066",
            "89dfd1aaa2258bbdf44451e4b6e620ded8a3b3008826b68dbcd66a3d24b9a062",
            "d2919cb38705fe3a4979cfcf6132483bbca17bf1784a2adf95752639055f79d1",
        ];
        assert_eq!(digests, expected);
    }
}
