//! Rich text through the front door.

use crate::{Bounds, Imported, read};
use story::Remedy;

fn import(rtf: &str) -> Imported {
    read("harbour.rtf", rtf.as_bytes(), &Bounds::default())
}

/// A document with this text, behind what Word puts above it.
fn check(text: &str, paragraphs: &[&str]) {
    let rtf = format!(r"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}\f0 {text}}}");
    let imported = import(&rtf);
    assert_eq!(imported.articles.len(), 1, "{:?}", imported.oddities);
    let body: Vec<&str> = imported.articles[0].body.split("\n\n").collect();
    assert_eq!(body, paragraphs, "{text}");
}

fn refused(rtf: &str) -> (Remedy, String) {
    let imported = import(rtf);
    assert!(imported.articles.is_empty(), "{:?}", imported.articles);
    (imported.oddities[0].remedy, imported.oddities[0].what.clone())
}

const SUNK: &str = "The ferry sank within minutes of leaving the harbour on Monday.";

#[test]
fn letters_come_in_every_spelling() {
    check(
        r"Caf\'e9 \ldblquote Z\u252\'fcrich\rdblquote\~\emdash{\uc2 \u8364EU}5.\par \uc1\u-10179?\u-8704? sank.",
        &["Café “Zürich” —€5.", "😀 sank."],
    );
}

#[test]
fn deleted_and_hidden_text_is_not_read() {
    check(
        r"The ferry sank on {\deleted Sun\u100?ay}{\revised Monday}.\par {\v Hidden words.\par }It was calm\v , not\plain .",
        &["The ferry sank on Monday.", "It was calm."],
    );
}

#[test]
fn notes_fields_and_page_feet_leave_no_debris() {
    check(
        r#"{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}}}The ferry{\super\chftn{\footnote A note.}} sank, {\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt officials}} said."#,
        &["The ferry sank, officials said."],
    );
}

#[test]
fn the_group_of_information_stands_in_for_what_the_text_lacks() {
    let imported = import(&format!(
        r"{{\rtf1\ansi{{\info{{\title Ferry & f\'f6g}}{{\author Ana Re\u233?d}}{{\creatim\yr2031\mo4\dy12\hr14\min5}}{{\revtim\yr2032\mo1\dy1}}}}{{\header The Harbour Post\tab 3\par}}{SUNK}\par It was calm.}}"
    ));
    let article = &imported.articles[0];
    assert_eq!((article.title.as_str(), article.byline.as_deref()), ("Ferry & fög", Some("Ana Reéd")));
    assert_eq!(article.published.as_ref().map(|published| published.as_str()), Some("2031-04-12"));
    assert_eq!(article.outlet, "The Harbour Post");
    assert_eq!(imported.oddities[0].remedy, Remedy::Check);
}

#[test]
fn a_document_that_is_cut_short_is_to_be_fetched_again() {
    assert_eq!(refused(&format!(r"{{\rtf1\ansi {SUNK}\par It was")).0, Remedy::FetchAgain);
}

#[test]
fn a_hundred_thousand_groups_are_refused_before_they_are_read() {
    let (remedy, what) = refused(&format!("{{\\rtf1 {}{}}}", "{".repeat(100_000), "}".repeat(100_000)));
    assert_eq!((remedy, what.as_str()), (Remedy::Shrink, "The document is nested more than 512 levels deep."));
}

#[test]
fn pictures_are_passed_over_whatever_their_bytes_are() {
    check("A ferry sank.{\\pict\\pngblip\\bin5 }}}{{}\\par It was calm.", &["A ferry sank.", "It was calm."]);
}
