use crate::invented::{Home, add, home};
use library::{Error, Library, Problem, Versions};
use rusqlite::Connection;
use std::{fs, path::PathBuf};

const BEFORE: &str = "Harbour Post | Fire | 2031-05-03 | | A ferry burned.";
const AFTER: &str = "Tidings | Later | 2031-05-04 | | Nobody was hurt.";

/// A library with one article, its backup, and then one article more.
fn backed_up() -> (Home, PathBuf) {
    let mut home = home();
    add(&mut home.library, "x", &[BEFORE]);
    let backup = home.folder.path().join("backup.rashomon");
    home.library.backup(&backup).expect("room");
    add(&mut home.library, "y", &[AFTER]);
    (home, backup)
}

fn titles(library: &Library) -> Vec<String> {
    library.articles(Versions::All).expect("sound").into_iter().map(|article| article.title).collect()
}

fn names(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.folder.path()).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("readable").file_name().into_string().expect("plain")).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_one_file_with_everything() {
    let (home, backup) = backed_up();
    let files = ["backup.rashomon", "news.rashomon", "news.rashomon-shm", "news.rashomon-wal"];
    assert_eq!(names(&home), files);
    let copy = Library::open(&backup).expect("a library");
    assert_eq!(titles(&copy), ["Fire"]);
    assert_eq!(copy.check().expect("readable"), []);
}

#[test]
fn a_backup_takes_no_others_place() {
    let (home, backup) = backed_up();
    let before = fs::read(&backup).expect("readable");
    assert!(matches!(home.library.backup(&backup), Err(Error::Exists { .. })));
    assert!(fs::read(&backup).expect("readable") == before);
}

#[test]
fn a_backup_where_none_can_be_made_leaves_nothing() {
    let (home, _) = backed_up();
    let before = names(&home);
    assert!(home.library.backup(home.folder.path().join("no folder").join("b")).is_err());
    assert_eq!(names(&home), before);
}

#[test]
fn a_backup_is_restored_where_nothing_is() {
    let (home, backup) = backed_up();
    let place = home.folder.path().join("again.rashomon");
    let bytes = fs::read(&backup).expect("readable");
    assert_eq!(Library::restore(&backup, &place).expect("room"), None);
    assert_eq!(titles(&Library::open(&place).expect("a library")), ["Fire"]);
    assert!(fs::read(&backup).expect("readable") == bytes, "the backup stays as it was");
}

#[test]
fn a_library_that_is_replaced_is_kept_beside_and_open_ones_see_the_change() {
    let (home, backup) = backed_up();
    let aside = Library::restore(&backup, home.library.path()).expect("room").expect("one was there");
    assert_eq!(titles(&home.library), ["Fire"]);
    assert_eq!(titles(&Library::open(aside).expect("a library")), ["Fire", "Later"]);
    assert_eq!(home.library.check().expect("readable"), []);
}

#[test]
fn a_ruined_library_is_moved_aside_and_replaced() {
    let (home, backup) = backed_up();
    let place = home.folder.path().join("ruined.rashomon");
    for ruin in ["", "not a database at all"] {
        fs::write(&place, ruin).expect("room");
        let aside = Library::restore(&backup, &place).expect("room").expect("one was there");
        assert_eq!(fs::read(aside).expect("readable"), ruin.as_bytes());
        assert_eq!(titles(&Library::open(&place).expect("a library")), ["Fire"]);
    }
}

#[test]
fn a_bad_backup_changes_nothing() {
    let (home, backup) = backed_up();
    let bad = home.folder.path().join("bad.rashomon");
    let mut bytes = fs::read(&backup).expect("readable");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 9000].fill(0x55);
    fs::write(&bad, bytes).expect("room");
    for from in [&bad, &home.folder.path().join("none"), &home.folder.path().to_owned()] {
        assert!(Library::restore(from, home.library.path()).is_err(), "{from:?}");
        assert_eq!(titles(&home.library), ["Fire", "Later"]);
    }
    assert!(!names(&home).iter().any(|name| name.contains("part") || name.contains("before")), "{:?}", names(&home));
}

#[test]
fn a_library_that_is_being_written_is_not_replaced() {
    let (home, backup) = backed_up();
    let writer = Connection::open(home.library.path()).expect("a database");
    writer.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    assert!(matches!(Library::restore(&backup, home.library.path()), Err(Error::Busy { .. })));
    assert_eq!(titles(&home.library), ["Fire", "Later"]);
    assert!(!names(&home).iter().any(|name| name.contains("part") || name.contains("before")), "{:?}", names(&home));
}

/// What `harm` does to a sound library is told as this problem.
fn check_told(harm: &str, expected: impl Fn(&Problem) -> bool) -> Home {
    let (home, _) = backed_up();
    let by_hand = Connection::open(home.library.path()).expect("a database");
    by_hand.execute_batch(harm).expect("writable");
    let problems = home.library.check().expect("readable");
    assert!(problems.iter().any(expected), "{harm}: {problems:?}");
    home
}

#[test]
fn a_sound_library_has_no_problems() {
    assert_eq!(backed_up().0.library.check().expect("readable"), []);
}

#[test]
fn every_harm_is_told() {
    let changed = |problem: &Problem| matches!(problem, Problem::Changed { title, .. } if title == "Fire");
    check_told("UPDATE articles SET body = 'No ferry burned.' WHERE title = 'Fire'", changed);
    let missing = |problem: &Problem| *problem == Problem::MissingArticles { file: "x".into(), missing: 1 };
    check_told("DELETE FROM entries WHERE file = 1", missing);
    check_told("PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE number = 1", missing);
    let reference = |problem: &Problem| matches!(problem, Problem::Reference { table, rows: 1 } if table == "entries");
    check_told("PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE number = 1", reference);
    check_told("DROP INDEX articles_by_text", |problem| *problem == Problem::Layout("articles_by_text".into()));
    let broken = |problem: &Problem| matches!(problem, Problem::Structure(_));
    check_told("UPDATE articles SET published = 'yesterday' WHERE number = 1", broken);
}

#[test]
fn lists_that_do_not_match_are_made_again() {
    let harm = "DELETE FROM outlet_names WHERE name = 'Tidings'; DELETE FROM outlets WHERE name = 'Tidings';
        INSERT INTO decided VALUES ('a', 'b')";
    let mut home = check_told(harm, |problem| *problem == Problem::List("outlets"));
    assert_eq!(home.library.check().expect("readable"), ["outlets", "decisions"].map(Problem::List));
    home.library.mend_derived().expect("room");
    assert_eq!(home.library.check().expect("readable"), []);
    check_told("INSERT INTO finding_decisions VALUES ('a', 'figure', 'none', '[]', NULL, 'x', '2031')", |problem| {
        matches!(problem, Problem::Structure(_))
    });
}

#[test]
fn a_search_index_that_does_not_match_is_made_again() {
    let mut home = check_told("DELETE FROM search_data WHERE id > 10", |problem| *problem == Problem::Search);
    home.library.mend_derived().expect("room");
    assert_eq!(home.library.check().expect("readable"), []);
}
