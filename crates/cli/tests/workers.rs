//! A file that takes its reader's memory or time is the only one that is lost: files are read by processes of our own.

use app::{
    files::{self, Bounds, Imported, Input, Reading},
    workers::Workers,
};
use std::{
    io::{Cursor, Write},
    ops::ControlFlow,
};
use story::Remedy;
use zip::{ZipWriter, write::SimpleFileOptions};

const TEXT: &str = "Ferry sinks\n\nThe ferry sank on Monday, the coast guard said.";

fn import(files: &[(&str, Vec<u8>)], bounds: Bounds) -> Imported {
    let inputs: Vec<Input> =
        files.iter().map(|(name, bytes)| Input::Bytes { name: (*name).into(), bytes: bytes.clone() }).collect();
    let workers = Workers::of(env!("CARGO_BIN_EXE_rashomon").into());
    let reading = Reading { bounds, workers: Some(workers), ..Reading::default() };
    files::read(&inputs, &reading, &|_| ControlFlow::Continue(())).expect("nobody asked to stop")
}

/// Text that takes far more memory and time than a short one.
fn large() -> Vec<u8> {
    "The coast guard said that it went on searching. ".repeat(600_000).into_bytes()
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

fn names(imported: &Imported) -> Vec<(&str, Option<&str>)> {
    let sources = imported.articles.iter().map(|article| &article.source);
    sources.map(|source| (source.path.as_str(), source.member.as_deref())).collect()
}

#[test]
fn files_are_read_as_without_workers() {
    let files = [
        ("a.txt", TEXT.into()),
        ("b.csv", b"outlet,text\nPost,A ferry sank.\n".to_vec()),
        ("c.pdf", b"%PDF-1.4".to_vec()),
    ];
    let imported = import(&files, Bounds::default());
    let inputs = files.map(|(name, bytes)| Input::Bytes { name: name.into(), bytes });
    let here = files::read(&inputs, &Reading::default(), &|_| ControlFlow::Continue(())).expect("nobody asked to stop");
    assert_eq!((imported.articles, imported.oddities), (here.articles, here.oddities));
}

#[test]
fn a_file_that_takes_too_much_memory_leaves_the_others() {
    let bounds = Bounds { memory: 90 << 20, ..Bounds::default() };
    let imported = import(&[("a.txt", TEXT.into()), ("large.txt", large()), ("b.txt", TEXT.into())], bounds);
    assert_eq!(names(&imported), [("a.txt", None), ("b.txt", None)]);
    let oddity = &imported.oddities[0];
    assert_eq!((oddity.path.as_str(), oddity.remedy), ("large.txt", Remedy::Shrink));
    assert_eq!(oddity.what, "Reading it took more than 90 MB of memory and was given up.");
}

#[test]
fn a_member_that_takes_too_much_memory_leaves_the_others_in_the_archive() {
    let bounds = Bounds { memory: 90 << 20, ..Bounds::default() };
    let archive = zipped(&[("a.txt", TEXT.as_bytes()), ("large.txt", &large()), ("b.txt", TEXT.as_bytes())]);
    let imported = import(&[("a.zip", archive)], bounds);
    assert_eq!(names(&imported), [("a.zip", Some("a.txt")), ("a.zip", Some("b.txt"))]);
    let oddity = &imported.oddities[0];
    assert_eq!((oddity.entry, oddity.member.as_deref(), oddity.remedy), (Some(2), Some("large.txt"), Remedy::Shrink));
}

#[test]
fn a_file_that_takes_too_long_leaves_the_others() {
    let bounds = Bounds { seconds: 3, ..Bounds::default() };
    let imported = import(&[("large.txt", large()), ("b.txt", TEXT.into())], bounds);
    assert_eq!(names(&imported), [("b.txt", None)]);
    assert_eq!(imported.oddities[0].what, "Reading the file took longer than 3 seconds and was given up.");
}

#[test]
fn a_process_that_cannot_be_started_is_told_of() {
    let workers = Workers::of("/nowhere/at all".into());
    let reading = Reading { workers: Some(workers), ..Reading::default() };
    let input = Input::Bytes { name: "a.txt".into(), bytes: TEXT.into() };
    let imported = files::read(&[input], &reading, &|_| ControlFlow::Continue(())).expect("nobody asked to stop");
    assert!(imported.oddities[0].what.starts_with("The process that reads files could not be started"));
}
