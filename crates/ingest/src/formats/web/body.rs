//! The article on a page: what trafilatura takes for it, and whether a second reader agrees.

use crate::{
    furniture::{byline, date_line, heads_a_list, is_furniture},
    plain::{ends_as_sentence, folded, one_line, words},
};
use scraper::{Html, Node};
use std::collections::BTreeSet;
use trafilatura::{ExtractResult, ExtractionFocus, Options};

/// The article as found by trafilatura: its precision focus did best on the public benchmark of 181
/// pages (F1 0.969; balanced 0.960, dom_smoothie 0.951).
pub(crate) fn extracted(html: &str) -> Option<ExtractResult> {
    let options = Options::default().with_fallback(true).with_focus(ExtractionFocus::FavorPrecision);
    trafilatura::extract(html, &options).ok()
}

/// The article as found by the second reader, as HTML.
pub(crate) fn second_opinion(html: &str) -> Option<String> {
    let mut reader = dom_smoothie::Readability::new(html, None, None).ok()?;
    reader.parse().ok().map(|article| article.content.to_string())
}

/// The paragraphs of an extracted article, headings and list items on their own, without furniture
/// and without the headline at the top.
pub(crate) fn paragraphs(content: &str, headlines: &[&str]) -> Vec<String> {
    let mut kept = blocks(content);
    kept.drain(..head(&kept, headlines));
    let mut in_list = false;
    kept.retain(|paragraph| {
        in_list = heads_a_list(paragraph) || (in_list && !ends_as_sentence(paragraph));
        !in_list && !is_furniture(paragraph)
    });
    kept.truncate(kept.len() - tail(&kept));
    let facts = kept.iter().take(HEAD).take_while(|line| byline(line).is_some() || date_line(line).is_some()).count();
    kept.drain(..facts);
    kept
}

/// How many of the last paragraphs are labels that lead to nothing: short, and no sentences.
fn tail(paragraphs: &[String]) -> usize {
    let is_label = |paragraph: &&String| words(paragraph) <= 6 && !ends_as_sentence(paragraph);
    paragraphs.iter().rev().take_while(is_label).count()
}

/// The blocks up to the headline: what stands before it and is no sentence belongs to the page.
fn head(blocks: &[String], headlines: &[&str]) -> usize {
    let before = blocks.iter().take(HEAD).take_while(|block| !ends_as_sentence(block)).count();
    let is_headline = |block: &String| headlines.iter().any(|headline| folded(headline) == folded(block));
    blocks.iter().take(before + 1).position(is_headline).map_or(0, |at| at + 1)
}

/// A headline that comes after more blocks than these is not the head of the page.
const HEAD: usize = 12;

/// The blocks of text of a fragment, one line each.
pub(super) fn blocks(content: &str) -> Vec<String> {
    leveled(content).into_iter().map(|(_, block)| block).collect()
}

/// The blocks of text of a fragment, one line each, headings with their level.
pub(crate) fn leveled(content: &str) -> Vec<(Option<u8>, String)> {
    let mut found = Vec::new();
    let (mut text, mut hidden, mut level) = (String::new(), 0_usize, None);
    for edge in Html::parse_fragment(content).tree.root().traverse() {
        let (node, opens) = match edge {
            ego_tree::iter::Edge::Open(node) => (node.value(), true),
            ego_tree::iter::Edge::Close(node) => (node.value(), false),
        };
        match node {
            Node::Text(words) if opens && hidden == 0 => text.push_str(words),
            Node::Element(element) => match element.name() {
                name if HIDDEN.contains(&name) => hidden = if opens { hidden + 1 } else { hidden - 1 },
                "br" if opens => text.push(BREAK),
                "td" | "th" if !opens => text.push_str(" | "),
                name if BLOCKS.contains(&name) => {
                    flush(&mut text, level, &mut found);
                    level = heading_level(name).filter(|_| opens);
                }
                _ => {}
            },
            _ => {}
        }
    }
    flush(&mut text, None, &mut found);
    found
}

fn heading_level(name: &str) -> Option<u8> {
    ["h1", "h2", "h3", "h4", "h5", "h6"].iter().zip(1..).find(|(heading, _)| **heading == name).map(|(_, level)| level)
}

/// Stands for `<br>`; HTML text has no other use for it.
const BREAK: char = '\u{2028}';

/// Ends a block. Two breaks, or one behind a sentence, part paragraphs; another one is a blank.
fn flush(text: &mut String, level: Option<u8>, found: &mut Vec<(Option<u8>, String)>) {
    let mut paragraph = String::new();
    for piece in text.split(BREAK) {
        let piece = one_line(piece);
        let piece = piece.trim_matches(['|', ' ']);
        if level.is_none() && (piece.is_empty() || ends_as_sentence(&paragraph)) {
            found.push((level, std::mem::take(&mut paragraph)));
        }
        if !paragraph.is_empty() && !piece.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(piece);
    }
    found.push((level, paragraph));
    found.retain(|(_, paragraph)| !paragraph.is_empty());
    text.clear();
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// What holds no words of the article.
const HIDDEN: &[&str] = &[
    "button",
    "figcaption",
    "form",
    "iframe",
    "math",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "audio",
];

/// How much two readings of a page share, from 0 to 1: Dice's coefficient of runs of four words.
pub(crate) fn agreement(one: &[String], other: &[String]) -> f64 {
    let (one, other) = (runs(one), runs(other));
    let shared = one.intersection(&other).count();
    match one.len() + other.len() {
        0 => 1.0,
        total => 2.0 * shared as f64 / total as f64,
    }
}

fn runs(paragraphs: &[String]) -> BTreeSet<String> {
    let words: Vec<String> = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.split_whitespace())
        .map(folded)
        .filter(|w| !w.is_empty())
        .collect();
    words.windows(4).map(|run| run.join(" ")).collect()
}

/// Words in paragraphs that read as prose: more than a teaser, and ended as a sentence.
pub(crate) fn words_of_prose(paragraphs: &[String]) -> usize {
    paragraphs.iter().filter(|paragraph| ends_as_sentence(paragraph)).map(|p| words(p)).filter(|&n| n >= 8).sum()
}
