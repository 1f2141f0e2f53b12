//! One HTML page that stands alone: no script, nothing loaded, readable in the dark and on paper.
//!
//! - [`synoptic`] is the table of accounts, [`findings`] what diverges, with the evidence,
//! - [`decisions`] is what the user ruled, [`back`] tells omissions, origins, articles and method.

mod back;
mod decisions;
mod findings;
mod synoptic;

use crate::{
    plain,
    synopsis::{Synopsis, Tally, letter},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use story::{Kind, Relation};

const STYLE: &str = include_str!("style.css");

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    let title = plain::line(&synopsis.account.story.title);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 dir="auto" { (title) }
                    p.told { (synopsis.told_by()) }
                    (contents(synopsis))
                }
                main {
                    (tally(&synopsis.tally))
                    (synoptic::section(synopsis))
                    (findings::section(synopsis))
                    (findings::look_alikes(synopsis))
                    (decisions::section(synopsis))
                    (back::sections(synopsis))
                }
            }
        }
    };
    let mut page = page.into_string().into_bytes();
    page.push(b'\n');
    page
}

/// Nothing may be loaded or run, and no style but our own applies.
fn policy() -> String {
    let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'")
}

fn contents(synopsis: &Synopsis) -> Markup {
    let alike = synopsis.rows.iter().any(|row| !row.look_alikes.is_empty());
    let entries = [
        ("accounts", "Side by side", true),
        ("divergences", "Divergences", synopsis.tally.total() > 0),
        ("alike", "Only said otherwise", alike),
        ("decisions", "Decisions", !synopsis.account.decided.is_empty()),
        ("omissions", "Omissions", true),
        ("origins", "Origins", true),
        ("articles", "Articles", true),
        ("method", "Method", true),
    ];
    html! {
        nav {
            @for (id, name, _) in entries.iter().filter(|(.., there)| *there) { a href={ "#" (id) } { (name) } " " }
        }
    }
}

fn tally(tally: &Tally) -> Markup {
    if tally.total() == 0 {
        return html! { p.none { "No divergence was found." } };
    }
    let count = |count: usize| html! { td { @if count > 0 { (count) } @else { span.hole { "·" } } } };
    html! {
        table.tally {
            thead { tr { th {} @for relation in Tally::RELATIONS { th scope="col" { (relation.name()) } } } }
            tbody {
                @for kind in Kind::ALL.into_iter().filter(|&kind| tally.of_kind(kind) > 0) {
                    tr {
                        th scope="row" { (sign(kind, &letter(kind).to_string())) " " (kind.name()) }
                        @for relation in Tally::RELATIONS { (count(tally.of(kind, relation))) }
                    }
                }
            }
            tfoot { tr { th scope="row" { "together" } @for relation in Tally::RELATIONS { (count(tally.of_relation(relation))) } } }
        }
    }
}

/// The small sign that words of a finding carry.
fn sign(kind: Kind, sign: &str) -> Markup {
    html! { span class={ "sign " (kind.name()) } title=(kind.name()) { (sign) } }
}

fn relation_name(relation: Relation) -> Markup {
    html! { span class={ "relation " (relation.name()) } { (relation.name()) } }
}

/// A name of others within a line of ours: its direction of writing stays its own.
fn name(text: &str) -> Markup {
    html! { bdi { (plain::line(text)) } }
}

fn names(texts: &[String]) -> Markup {
    html! { @for (index, text) in texts.iter().enumerate() { @if index > 0 { ", " } (name(text)) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::Filter,
    };

    fn page(invented: &Invented) -> String {
        String::from_utf8(write(&Synopsis::of(invented.account(), &Filter::all()))).expect("the page is UTF-8")
    }

    #[test]
    fn words_that_diverge_are_marked_and_lead_to_their_finding() {
        let page = page(&ferry());
        assert!(page.contains(r#"<mark class="figure">Eleven</mark>"#));
        assert!(page.contains(r##"<a href="#finding-1-F">"##) && page.contains(r#"id="finding-1-F""#));
    }

    #[test]
    fn what_was_ruled_stands_beside_its_finding_and_together() {
        let page = page(&reviewed());
        assert!(page.contains("<b>Confirmed</b>") && page.contains("<bdi>The coast guard confirms 11.</bdi>"));
        assert!(page.contains("Cut: these do not report the same thing"));
        assert!(page.contains("No longer supported") && page.contains("<b>Dismissed</b>"));
    }

    #[test]
    fn every_link_within_the_page_leads_somewhere() {
        let page = page(&reviewed());
        for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(page.contains(&format!("id=\"{link}\"")), "{link}");
        }
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let page = page(&hostile());
        for evil in ["<script", "<img", "href=\"javascript", "onload=\"", "\u{202e}", "\u{1b}"] {
            assert!(!page.contains(evil), "{evil:?}");
        }
    }

    #[test]
    fn nothing_is_loaded_and_nothing_runs() {
        let page = page(&ferry());
        assert!(page.contains("default-src 'none'"));
        for loads in ["<link", "<script", "src=", "url(", "@import", " style="] {
            assert!(!page.contains(loads), "{loads}");
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_page() {
        assert_eq!(page(&ferry()), page(&ferry()));
    }
}
