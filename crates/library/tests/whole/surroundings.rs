//! What a library meets outside: wrong files, other programs, no room.

use crate::invented::{add, file, home};
use library::{Arrival, Error, Library, Versions};
use rusqlite::Connection;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};
use story::{Sha256, Timestamp};

const LINE: &str = "Harbour Post | Fire | 2031-05-03 | | A ferry burned.";

/// Names and bytes of all files in the folder.
fn folder(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(path)
        .expect("a folder")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).expect("readable")))
        .collect();
    files.sort();
    files
}

/// Opens what `make` put at a path: it must be refused for this reason, and stay byte for byte.
fn check_refused(make: impl Fn(&Path), expected: &str) {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("news.rashomon");
    make(&path);
    let before = folder(place.path());
    for error in [Library::open(&path).expect_err("refused"), Library::open_or_create(&path).expect_err("refused")] {
        assert_eq!(error.to_string().replace(&path.display().to_string(), "FILE"), expected);
    }
    assert_eq!(folder(place.path()), before, "{expected}");
}

/// A sound library with one article, closed.
fn make_library(path: &Path) {
    let mut library = Library::open_or_create(path).expect("a new library");
    add(&mut library, "x", &[LINE]);
}

#[test]
fn what_is_no_library_is_refused_untouched() {
    check_refused(|path| fs::write(path, "").expect("room"), "FILE is not a Rashomon library: it is empty (0 bytes).");
    check_refused(
        |path| fs::write(path, "Dear editor, ".repeat(100)).expect("room"),
        "FILE is not a Rashomon library: it is not a SQLite database.",
    );
    check_refused(
        |path| fs::write(path, "SQLite format 3\0").expect("room"),
        "FILE is not a Rashomon library: it is not a SQLite database.",
    );
    check_refused(|path| fs::create_dir(path).expect("room"), "FILE is not a Rashomon library: it is a folder.");
    check_refused(
        |path| Connection::open(path).and_then(|other| other.execute_batch("CREATE TABLE t (x)")).expect("room"),
        "FILE is not a Rashomon library: it is the database of another program.",
    );
}

#[test]
fn a_newer_library_is_refused_untouched() {
    let newer = |path: &Path| {
        make_library(path);
        let connection = Connection::open(path).expect("a database");
        connection.pragma_update(None, "user_version", 99).expect("writable");
    };
    check_refused(
        newer,
        "FILE was written by a newer Rashomon (its layout is 99, this one knows 6). It was not touched: update \
         Rashomon to open it.",
    );
}

#[test]
fn a_newer_library_whose_news_is_still_in_the_log_is_refused_untouched() {
    let place = tempfile::tempdir().expect("a folder");
    let (live, path) = (place.path().join("live"), place.path().join("news.rashomon"));
    make_library(&live);
    let connection = Connection::open(&live).expect("a database");
    connection.pragma_update(None, "user_version", 99).expect("writable");
    let beside = |path: &Path, ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    fs::copy(&live, &path).expect("room");
    fs::copy(beside(&live, "-wal"), beside(&path, "-wal")).expect("the log of an open database");
    let before = [fs::read(&path), fs::read(beside(&path, "-wal"))].map(|bytes| bytes.expect("readable"));
    assert!(matches!(Library::open(&path), Err(Error::NewerLibrary { found: 99, .. })));
    let after = [fs::read(&path), fs::read(beside(&path, "-wal"))].map(|bytes| bytes.expect("readable"));
    assert!(before == after, "database and log stay as they were");
}

#[test]
fn a_write_protected_library_is_refused_untouched() {
    let protect = |path: &Path| {
        make_library(path);
        let mut permissions = fs::metadata(path).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).expect("ours");
    };
    check_refused(protect, "FILE may not be written to: allow it, or copy the library to another folder.");
}

#[test]
fn a_place_that_does_not_exist_is_told() {
    let place = tempfile::tempdir().expect("a folder");
    assert!(matches!(Library::open(place.path().join("none")), Err(Error::Missing { .. })));
    let nowhere = Library::open_or_create(place.path().join("no folder").join("news.rashomon"));
    assert!(matches!(nowhere, Err(Error::Io { .. })), "{nowhere:?}");
    assert_eq!(folder(place.path()), []);
}

#[test]
fn a_library_that_was_closed_is_one_file() {
    let place = tempfile::tempdir().expect("a folder");
    make_library(&place.path().join("news.rashomon"));
    assert_eq!(folder(place.path()).len(), 1);
}

#[test]
fn a_damaged_library_is_told_and_not_made_worse() {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("news.rashomon");
    make_library(&path);
    let mut bytes = fs::read(&path).expect("readable");
    bytes[4096..].fill(0xaa);
    fs::write(&path, &bytes).expect("room");
    let told = match Library::open(&path) {
        Ok(library) => library.check().is_ok_and(|problems| !problems.is_empty()),
        Err(error) => matches!(error, Error::Damaged { .. }),
    };
    assert!(told);
}

#[test]
fn two_programs_use_one_library_and_one_at_a_time_writes() {
    let mut home = home();
    let mut other = Library::open(home.library.path()).expect("a library");
    add(&mut home.library, "x", &[LINE]);
    assert_eq!(other.articles(Versions::All).expect("sound").len(), 1);
    add(&mut other, "y", &[&LINE.replace("burned", "sank")]);
    assert_eq!(home.library.articles(Versions::All).expect("sound").len(), 2);
}

#[test]
fn a_program_that_writes_too_long_is_told_of() {
    let home = home();
    let writer = Connection::open(home.library.path()).expect("a database");
    writer.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    let mut other = Library::open(home.library.path()).expect("reading is allowed");
    other.wait_at_most(Duration::from_millis(20)).expect("sound");
    let file = file("x", &[LINE]);
    let (sha256, at) = (Sha256::of(b"x"), Timestamp::parse("2031").expect("a year"));
    let arrival = Arrival { name: "x", size: 1, sha256: &sha256, at: &at, articles: &file.articles, oddities: &[] };
    assert!(matches!(other.add(arrival), Err(Error::Busy { .. })));
    assert_eq!(other.articles(Versions::All).expect("readers do not wait"), []);
    writer.execute_batch("ROLLBACK").expect("it holds the lock");
    other.add(arrival).expect("now it is free");
}
