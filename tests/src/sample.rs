//! The sample story's comparison as a text that people can read: tests/golden/sample.txt.
//!
//! `UPDATE_STORIES=1 cargo test -p tests` writes what is found now; read the difference.

use crate::suite::{outlet, told_about};
use app::{
    Settings,
    compare::Compared,
    files::{self, Reading},
    sample,
};
use std::{fmt::Write, fs, ops::ControlFlow, path::Path};
use story::{Divergence, Kind, Relation};

fn compared() -> Compared {
    let go_on = |_| ControlFlow::Continue(());
    let imported = files::read(&sample::inputs(), &Reading::default(), &go_on).expect("nobody cancels");
    let failures: Vec<_> = imported.oddities.iter().filter(|oddity| oddity.is_failure()).collect();
    assert!(failures.is_empty(), "{failures:?}");
    app::compare::compare(imported.articles, &Settings::default(), &go_on).expect("nobody cancels")
}

#[test]
fn the_sample_is_compared_as_the_golden_text_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/sample.txt");
    let found = golden(&compared());
    if std::env::var_os("UPDATE_STORIES").is_some() {
        fs::write(&path, &found).expect("the golden text can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differing = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
    assert!(expected == found, "the sample is told otherwise; first at {differing:#?}");
}

#[test]
fn reprints_of_the_agency_are_one_origin() {
    let compared = compared();
    let origins: Vec<Vec<&str>> = compared
        .comparison
        .origins
        .iter()
        .map(|origin| origin.articles.iter().map(|id| outlet(&compared, &id.0)).collect())
        .collect();
    assert_eq!(origins, [["Meridian News Agency", "The Daily Ledger", "Varnholm Courier"]]);
}

#[test]
fn a_toll_that_rises_is_an_update_and_never_a_conflict() {
    let compared = compared();
    let says = |divergence: &&Divergence, words: &str| {
        divergence.readings.iter().any(|reading| reading.evidence.iter().any(|evidence| evidence.text == words))
    };
    let divergences = compared.comparison.divergences.iter().filter(|divergence| divergence.kind == Kind::Figure);
    let toll = divergences.filter(|d| says(d, "at least three people") && says(d, "Eleven people"));
    let relations: Vec<Relation> = toll.map(|toll| toll.relation).collect();
    // It stands in three rows: of the lead, of the blast and of the dead.
    assert_eq!(relations, [Relation::Update; 3]);
}

#[test]
fn the_rounded_tonnage_and_the_day_said_otherwise_are_no_divergence() {
    for divergence in &compared().comparison.divergences {
        let says = |words: &str| divergence.readings.iter().any(|r| r.evidence.iter().any(|e| e.text.contains(words)));
        assert!(!(says("4,180") && says("4,200")), "{divergence:#?}");
        assert!(!(divergence.kind == Kind::Time && says("Monday") && says("12 May")), "{divergence:#?}");
    }
}

fn golden(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    let mut text = format!("{}\n", compared.story.title);
    for article in &compared.articles {
        let published = article.published.as_ref().map_or("no date", |published| published.as_str());
        writeln!(text, "  {} · {published} · {}", article.outlet, article.title).expect("a string");
    }
    for group in &comparison.groups {
        writeln!(text, "\n■ {} outlets, {} origins", articles_of(group), group.origins).expect("a string");
        for claim in comparison.claims.iter().filter(|claim| group.claims.contains(&claim.id)) {
            writeln!(text, "  {}: {}", outlet(compared, &claim.article.0), claim.text).expect("a string");
        }
        let absent: Vec<&str> = group.omissions.iter().map(|omission| omission.outlet.as_str()).collect();
        if !absent.is_empty() {
            writeln!(text, "  not in: {}", absent.join(", ")).expect("a string");
        }
        for line in told_about(compared, &group.id).lines() {
            writeln!(text, "  → {line}").expect("a string");
        }
    }
    text
}

/// How many articles carry a claim of the group.
fn articles_of(group: &story::ClaimGroup) -> usize {
    group.emphasis.len()
}
