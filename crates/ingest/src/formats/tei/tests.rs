//! Editions through the front door.

use crate::{Bounds, Imported, read};
use story::Remedy;

fn import(header: &str, text: &str) -> Imported {
    let xml = format!(
        r#"<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>{header}</fileDesc></teiHeader><text xml:lang="en"><body>{text}</body></text></TEI>"#
    );
    read("edition.xml", xml.as_bytes(), &Bounds::default())
}

fn check(text: &str, paragraphs: &[&str]) {
    let imported = import("", text);
    assert_eq!(imported.articles.len(), 1, "{:?}", imported.oddities);
    let body: Vec<&str> = imported.articles[0].body.split("\n\n").collect();
    assert_eq!(body, paragraphs, "{text}");
}

#[test]
fn what_was_printed_is_read_and_not_what_the_editor_made_of_it() {
    check(
        "<p>The <choice><sic>fery</sic><corr>ferry</corr></choice> sank<note>So both papers.</note> in the har-<lb break=\"no\"/>bour<lb/>on Monday.</p><fw>The Post</fw><p>It was calm<del>ed</del>.</p>",
        &["The fery sank in the harbour on Monday.", "It was calm."],
    );
}

#[test]
fn quotations_have_their_marks_wherever_the_edition_keeps_them() {
    check(
        "<p><q>We heard a bang</q>, she said. <q>“And then?”</q> «<quote>Dark</quote>».</p>",
        &["“We heard a bang”, she said. “And then?” «Dark»."],
    );
}

#[test]
fn each_division_of_an_issue_is_an_article() {
    let imported = import(
        r#"<titleStmt><title>The Post, 3 May 1931</title></titleStmt><sourceDesc><bibl><title level="j">The Harbour Post</title><date when="1931-05-03"/></bibl></sourceDesc>"#,
        r#"<div type="article"><head>Ferry sinks</head><byline>By Ana Reed</byline><p>The ferry sank on Monday.</p></div><div type="article"><head>Bridge shut</head><dateline>Varn, <date when="1931-05-02">Saturday</date></dateline><p>The bridge was shut.</p></div>"#,
    );
    let told: Vec<_> = imported
        .articles
        .iter()
        .map(|a| (a.title.as_str(), a.outlet.as_str(), a.byline.as_deref(), a.published.as_ref().map(|p| p.as_str())))
        .collect();
    assert_eq!(
        told,
        [
            ("Ferry sinks", "The Harbour Post", Some("Ana Reed"), Some("1931-05-03")),
            ("Bridge shut", "The Harbour Post", None, Some("1931-05-02")),
        ]
    );
}

#[test]
fn an_edition_that_is_cut_short_or_too_deep_is_refused() {
    let imported = read("a.xml", b"<TEI><text><body><p>The ferry", &Bounds::default());
    assert_eq!(imported.oddities[0].remedy, Remedy::FetchAgain);
    let deep = format!("<TEI>{}", "<div>".repeat(100_000));
    assert_eq!(read("a.xml", deep.as_bytes(), &Bounds::default()).oddities[0].remedy, Remedy::Shrink);
}
