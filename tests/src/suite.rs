//! Runs every `.story` below tests/suite.
//!
//! A `.story` is a fixture that a journalist could write, and below the line `=== found` what the
//! program finds in it. The accounts begin with `== Outlet, time`; their first line is the
//! headline, a blank line parts paragraphs. Lines before the first account say what the story is
//! about. `UPDATE_STORIES=1 cargo test -p tests` writes what is found now; read the difference.

use app::{Settings, compare::Compared};
use std::{
    fmt::Write,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};
use story::{GroupId, Reading};

const FOUND: &str = "=== found\n";

#[test]
fn every_story_is_told_as_written() {
    let update = std::env::var_os("UPDATE_STORIES").is_some();
    let files = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite"));
    assert!(!files.is_empty(), "the suite is empty");
    let mut differing = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a .story is readable UTF-8").replace("\r\n", "\n");
        let (fixture, expected) = text.split_once(FOUND).unwrap_or((&text, ""));
        let found = told(&compared(fixture));
        if update {
            fs::write(&path, format!("{}\n\n{FOUND}{found}", fixture.trim_end())).expect("a .story can be written");
        } else if found.trim_end() != expected.trim_end() {
            differing.push(format!("{}\n--- expected\n{}\n--- found\n{found}", path.display(), expected.trim_end()));
        }
    }
    assert!(differing.is_empty(), "{} stories differ:\n\n{}", differing.len(), differing.join("\n\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("tests/suite is there").flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "story"))
        .collect();
    found.sort();
    found
}

/// The fixture's accounts, through the importer as a table of articles, compared.
fn compared(fixture: &str) -> Compared {
    let mut table = String::new();
    for account in fixture.split("\n== ").skip(1) {
        let (head, text) = account.split_once('\n').expect("an account has a head line and a text");
        let (outlet, published) = head.rsplit_once(", ").unwrap_or((head, ""));
        let (title, body) = text.trim().split_once('\n').expect("an account has a headline and a text");
        let row = serde_json::json!({
            "outlet": outlet.trim(), "published": published.trim(), "title": title.trim(), "body": body.trim(), "language": "en",
        });
        writeln!(table, "{row}").expect("a string can be written to");
    }
    let imported = ingest::read("suite.jsonl", table.as_bytes(), &ingest::Bounds::default());
    assert!(imported.oddities.is_empty(), "{:?}", imported.oddities);
    app::compare::compare(imported.articles, &Settings::default(), &|_| ControlFlow::Continue(()))
        .expect("nobody cancels")
}

/// One line a finding: `figure update: 3 dead = Post “three” | 5 dead = Radio “five people”`.
fn told(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    let mut lines: String = comparison.groups.iter().map(|group| told_about(compared, &group.id)).collect();
    for origin in &comparison.origins {
        let outlets: Vec<&str> = origin.articles.iter().map(|id| outlet(compared, &id.0)).collect();
        writeln!(lines, "one origin: {}", outlets.join(", ")).expect("a string");
    }
    if lines.is_empty() { "nothing diverges\n".into() } else { lines }
}

/// One line for everything found in one claim group.
pub(crate) fn told_about(compared: &Compared, group: &GroupId) -> String {
    let comparison = &compared.comparison;
    let joined = |readings: &[Reading]| readings.iter().map(|r| reading(compared, r)).collect::<Vec<_>>().join(" | ");
    let divergences = comparison.divergences.iter().filter(|divergence| divergence.group == *group);
    let diverging = divergences.map(|d| format!("{} {}: {}\n", d.kind, d.relation, joined(&d.readings)));
    let look_alikes = comparison.look_alikes.iter().filter(|alike| alike.group == *group);
    let alike = look_alikes.map(|a| format!("{} same: {}\n", a.kind, joined(&a.readings)));
    diverging.chain(alike).collect()
}

fn reading(compared: &Compared, reading: &Reading) -> String {
    let evidence: Vec<String> = reading
        .evidence
        .iter()
        .map(|e| {
            let outlet = outlet(compared, &e.article.0);
            if e.text.is_empty() { outlet.to_owned() } else { format!("{outlet} “{}”", e.text) }
        })
        .collect();
    format!("{} = {}", reading.value, evidence.join(", "))
}

pub(crate) fn outlet<'a>(compared: &'a Compared, article: &str) -> &'a str {
    compared.articles.iter().find(|a| a.id.0 == article).map_or("?", |a| a.outlet.as_str())
}
