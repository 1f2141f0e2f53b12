//! `rashomon evaluate`, on the example of docs/annotating.md and on folders with something wrong.

use serde_json::Value;
use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

const GUIDE: &str = include_str!("../../../docs/annotating.md");

/// What the guide shows as the file of this name.
fn example(name: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(&format!("`quay-fire/{name}`\n\n```")).expect("the guide shows the file");
    let (_, rest) = rest.split_once('\n').expect("a block has lines");
    rest.split_once("```").expect("a block ends").0
}

/// A folder with the story of the guide.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().expect("a folder");
    write(&desk, "quay-fire", &["articles.jsonl", "sentences.json", "gold.json"].map(|name| (name, example(name))));
    desk
}

fn write(desk: &TempDir, story: &str, files: &[(&str, &str)]) {
    let folder = desk.path().join(story);
    fs::create_dir_all(&folder).expect("room for a folder");
    files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).expect("room for a file"));
}

fn evaluate(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    command.arg("evaluate").arg(folder).args(args).stdin(Stdio::null());
    command.output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text is UTF-8")
}

fn check_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{output:?}");
}

#[test]
fn the_example_of_the_guide_can_be_evaluated() {
    let output = evaluate(desk().path(), &["--format", "json", "--per-story", "--misses", "quay-fire"]);
    check_code(&output, 0);
    assert_eq!(text(&output.stderr), "");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
    assert_eq!((&told["stories"], &told["alignment"]["sought"]), (&1.into(), &5.into()));
    assert_eq!(told["divergences"]["facts"]["sought"], 2);
    assert_eq!(told["divergences"]["figure"]["major"]["met"], 1, "three and eleven hurt are found: {told:#}");
    assert_eq!(told["alignment"], told["per_story"][0]["alignment"], "one story is all stories");
    let unlinked = told["misses"]["unlinked"].as_array().map(Vec::len).unwrap_or_default() as u64;
    assert_eq!(told["alignment"]["met"], 5 - unlinked);
}

#[test]
fn a_table_is_for_people() {
    let output = evaluate(desk().path(), &["--per-story", "--misses", "quay-fire"]);
    check_code(&output, 0);
    let table = text(&output.stdout);
    for line in [
        "1 annotated story",
        "pairs of sentences",
        "  figure",
        "shown as certain",
        "calibration error",
        "story by story",
    ] {
        assert!(table.contains(line), "{line}: {table}");
    }
    assert!(table.contains("divergences that were missed"), "{table}");
}

#[test]
fn a_bad_story_is_named_and_the_rest_goes_on() {
    let desk = desk();
    write(
        &desk,
        "broken",
        &[("articles.jsonl", example("articles.jsonl")), ("sentences.json", "{}"), ("gold.json", "{")],
    );
    write(&desk, "bare", &[("articles.jsonl", example("articles.jsonl"))]);
    write(&desk, "notes", &[("read me.txt", "no story")]);
    let output = evaluate(desk.path(), &[]);
    check_code(&output, 3);
    let told = text(&output.stderr);
    assert!(told.contains("gold.json: The file is not as expected"), "{told}");
    assert!(told.contains("bare: The story is not annotated: it has no gold.json."), "{told}");
    assert!(!told.contains("notes"), "{told}");
    assert!(text(&output.stdout).starts_with("1 annotated story"));
}

#[test]
fn what_cannot_be_evaluated_is_said() {
    let desk = desk();
    let failing = |folder: &Path, args: &[&str], what: &str| {
        let output = evaluate(folder, args);
        check_code(&output, 1);
        assert!(text(&output.stderr).contains(what), "{output:?}");
        assert_eq!(text(&output.stdout), "");
    };
    failing(&desk.path().join("nowhere"), &[], "The folder cannot be opened");
    failing(desk.path(), &["--misses", "ferry"], "no story “ferry” was evaluated; there are quay-fire");
    write(&desk, "empty", &[]);
    failing(&desk.path().join("empty"), &[], "No annotated story is in this folder");
    let echo = example("gold.json").replace("Tidings:0", "Echo:0");
    write(&desk, "quay-fire", &[("gold.json", &echo)]);
    failing(desk.path(), &[], "no article is of an outlet “Echo”");
}

#[test]
fn one_story_can_be_evaluated_by_itself() {
    check_code(&evaluate(&desk().path().join("quay-fire"), &["--misses", "quay-fire"]), 0);
}

#[test]
fn labels_judge_how_articles_are_grouped() {
    let desk = tempfile::tempdir().expect("a folder");
    let labels = "{\"story\": \"fire\"}\n".repeat(3);
    write(&desk, "piles", &[("articles.jsonl", example("articles.jsonl")), ("labels.jsonl", &labels)]);
    let folder = desk.path().join("piles");
    let output = evaluate(&folder, &["--format", "json"]);
    check_code(&output, 0);
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON and nothing else");
    assert_eq!(
        (&told["articles"], &told["stories_sought"], &told["b_cubed"]["precision"]),
        (&3.into(), &1.into(), &1.0.into())
    );
    assert!(text(&evaluate(&folder, &[]).stdout).contains("B-cubed"));
    write(&desk, "piles", &[("labels.jsonl", "{\"story\": \"fire\"}\n")]);
    let output = evaluate(&folder, &[]);
    check_code(&output, 1);
    assert!(text(&output.stderr).contains("labels.jsonl: It has 1 lines, and"), "{output:?}");
}
