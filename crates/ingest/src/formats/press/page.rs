//! Exports that are web pages: the lines that a reader sees, or the parts that the database marks by their class.

use super::{File, Found, bundle, europresse, found};
use crate::plain::one_line;
use ego_tree::iter::Edge;
use regex::Regex;
use scraper::{ElementRef, Html, Node};
use std::sync::LazyLock;

/// The articles of a page that a press database made.
pub(in crate::formats) fn in_page(file: &File, html: &str) -> Option<Found> {
    static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i)DocPublicationName|class=["']?article [a-z]{2}Article|End of Document|\d+ (?:of|von|de|sur) \d+ DO[CK]UMENT|Document [A-Z]{2,10}00\d{8}|ProQuest document ID"#)
            .expect("a pattern of ours compiles")
    });
    if !SIGNS.is_match(html) {
        return None;
    }
    let page = Html::parse_document(html);
    let cuts = europresse::in_page(&page);
    if cuts.is_empty() { bundle(file, &lines(page.root_element())) } else { Some(found(file, "Europresse", cuts)) }
}

/// The lines of an element as they are seen, one a block.
pub(super) fn lines(element: ElementRef) -> Vec<String> {
    let (mut lines, mut line, mut hidden) = (Vec::new(), String::new(), 0_usize);
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && hidden == 0 => line.push_str(text),
            Node::Element(element) if is_hidden(element.name()) => hidden = if opens { hidden + 1 } else { hidden - 1 },
            Node::Element(element) if is_block(element.name()) => flush(&mut line, &mut lines),
            _ => {}
        }
    }
    flush(&mut line, &mut lines);
    lines
}

fn flush(line: &mut String, lines: &mut Vec<String>) {
    let text = one_line(line);
    line.clear();
    if !text.is_empty() {
        lines.push(text);
    }
}

fn is_hidden(name: &str) -> bool {
    matches!(name, "script" | "style" | "head" | "noscript" | "template" | "button" | "select")
}

fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
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
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}
