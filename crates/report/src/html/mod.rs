//! One HTML page that stands alone: no script, nothing loaded, readable in the dark and on paper.
//!
//! - [`blocks`] are headings, tables, findings and plots, [`accounts`] the synoptic table,
//! - [`lines`] are what stands within a paragraph.

mod accounts;
mod blocks;
mod lines;

use crate::{
    PageSize,
    document::{
        Document,
        blocks::{Block, Section},
    },
};
use base64::{Engine, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
/// Articles beside each other for which a page on paper is turned.
const TURNED: usize = 4;

pub fn write(document: &Document) -> Vec<u8> {
    let style = style(document);
    let page = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="Rashomon";
                @if let Some(cover) = &document.cover { meta name="author" content=(cover.author); }
                title { (document.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                header {
                    h1 dir="auto" { (document.title) }
                    p.told { (document.told) }
                    (cover(document))
                    (contents(document))
                }
                main { @for section in &document.sections { (self::section(section)) } }
            }
        }
    };
    let mut page = page.into_string().into_bytes();
    page.push(b'\n');
    page
}

/// The sheet, and how pages on paper lie.
fn style(document: &Document) -> String {
    let size = match document.page {
        PageSize::A4 => "A4",
        PageSize::Letter => "letter",
    };
    let accounts = document.sections.iter().flat_map(|section| &section.blocks);
    let is_wide = |block: &Block| matches!(block, Block::Accounts(accounts) if accounts.columns.len() > TURNED);
    let lie = if accounts.into_iter().any(is_wide) { "landscape" } else { "portrait" };
    format!("{STYLE}@media print {{ @page {{ size: {size} {lie}; margin: 14mm 12mm; }} }}\n")
}

/// Nothing may be loaded or run, and no style but our own applies.
fn policy(style: &str) -> String {
    let style = BASE64_STANDARD.encode(Sha256::digest(style));
    format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'")
}

fn cover(document: &Document) -> Markup {
    html! {
        @if let Some(cover) = &document.cover {
            p.cover {
                @let parts = [&cover.author, &cover.affiliation, &cover.date];
                @for (place, part) in parts.into_iter().filter(|part| !part.is_empty()).enumerate() {
                    @if place > 0 { " · " }
                    bdi { (part) }
                }
            }
        }
    }
}

fn contents(document: &Document) -> Markup {
    html! {
        nav aria-label=(document.contents) {
            @for section in &document.sections { a href={ "#" (section.id) } { (section.title) } " " }
        }
    }
}

fn section(section: &Section) -> Markup {
    html! {
        section #(section.id) {
            h2 { (section.title) }
            @if let Some(about) = &section.about { p.about { (about) } }
            @for block in &section.blocks { (blocks::block(block)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Choice, Language,
        invented::{Invented, everything, ferry, hostile, reviewed},
        synopsis::{Filter, Synopsis},
    };

    fn page(invented: &Invented) -> String {
        told(invented, &Choice::of(Filter::all()))
    }

    fn told(invented: &Invented, choice: &Choice) -> String {
        let document = Document::of(&Synopsis::of(invented.account(), &choice.filter), choice);
        String::from_utf8(write(&document)).expect("the page is UTF-8")
    }

    #[test]
    fn words_that_diverge_are_marked_and_lead_to_their_finding() {
        let page = page(&ferry());
        assert!(page.contains(r#"<mark class="figure">Eleven</mark>"#));
        assert!(page.contains(r##"href="#finding-1-F""##) && page.contains(r#"id="finding-1-F""#));
    }

    #[test]
    fn what_was_ruled_stands_beside_its_finding_and_together() {
        let page = page(&reviewed());
        assert!(page.contains("<b>Confirmed</b>") && page.contains("<bdi>The coast guard confirms 11.</bdi>"));
        assert!(page.contains("These do not report the same thing"));
        assert!(page.contains("No longer supported") && page.contains("<b>Dismissed</b>"));
    }

    #[test]
    fn every_link_within_the_page_leads_somewhere() {
        for invented in [ferry(), everything(), hostile()] {
            let page = page(&invented);
            for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
            }
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
    fn every_language_frames_the_whole_page() {
        for language in Language::ALL {
            let page = told(&reviewed(), &Choice { language, ..Choice::of(Filter::all()) });
            assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_page() {
        assert_eq!(page(&ferry()), page(&ferry()));
    }
}
