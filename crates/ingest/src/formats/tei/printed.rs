//! The text of an edition as it was printed: without the editor's notes and corrections, with the marks of quotations.

use crate::{plain::one_line, xml};
use roxmltree::Node;

pub(super) enum Block {
    Heading(String),
    Paragraph(String),
    Byline(String),
    /// The day as it is marked up, and the line.
    Dateline(Option<String>, String),
}

/// The blocks of a division in order.
pub(super) fn blocks(node: &Node) -> Vec<Block> {
    let mut found = Vec::new();
    take(node, &mut found);
    found
}

/// What was not printed in the text proper: notes, page heads, pictures, readers' comments.
fn is_beside(node: &Node) -> bool {
    let is_comment = || node.tag_name().name() == "div" && node.attribute("type") == Some("comments");
    matches!(node.tag_name().name(), "note" | "fw" | "figure" | "teiHeader" | "pb" | "cb" | "milestone" | "del" | "gap")
        || is_comment()
}

fn take(node: &Node, found: &mut Vec<Block>) {
    for node in node.children().filter(Node::is_element).filter(|node| !is_beside(node)) {
        match node.tag_name().name() {
            "head" => push(&node, found, Block::Heading),
            "byline" | "docAuthor" => push(&node, found, Block::Byline),
            "dateline" => {
                let date = node.descendants().find(|node| xml::is(node, "date"));
                let when = date.and_then(|date| date.attribute("when").map(str::to_owned));
                push(&node, found, |text| Block::Dateline(when, text));
            }
            "p" | "ab" | "l" | "item" | "row" if !node.children().any(|child| is_block(&child)) => {
                push(&node, found, Block::Paragraph);
            }
            _ if node
                .children()
                .any(|child| child.is_text() && !child.text().unwrap_or_default().trim().is_empty()) =>
            {
                push(&node, found, Block::Paragraph);
            }
            _ => take(&node, found),
        }
    }
}

fn is_block(node: &Node) -> bool {
    matches!(node.tag_name().name(), "p" | "ab" | "list" | "lg" | "table")
}

fn push(node: &Node, found: &mut Vec<Block>, kind: impl FnOnce(String) -> Block) {
    let mut text = String::new();
    write(node, &mut text);
    let text = one_line(&text);
    if !text.is_empty() {
        found.push(kind(text));
    }
}

fn write(node: &Node, text: &mut String) {
    for node in node.children() {
        if node.is_text() {
            text.push_str(node.text().unwrap_or_default());
        }
        if !node.is_element() || is_beside(&node) {
            continue;
        }
        match node.tag_name().name() {
            "lb" if node.attribute("break") == Some("no") => {
                let joined = text.trim_end().trim_end_matches(['-', '¬', '⸗']).len();
                text.truncate(joined);
            }
            "lb" | "space" => text.push(' '),
            "choice" => write(&printed(&node), text),
            "q" | "quote" | "said" => write_quoted(&node, text),
            "cell" => {
                write(&node, text);
                text.push_str(" | ");
            }
            _ => write(&node, text),
        }
    }
}

/// Of two readings that which was printed, as the only child that `choice` has then.
fn printed<'a, 'i>(choice: &Node<'a, 'i>) -> Node<'a, 'i> {
    let readings = || choice.children().filter(Node::is_element);
    let of_print = |node: &Node| matches!(node.tag_name().name(), "sic" | "orig" | "abbr");
    readings().find(of_print).or_else(|| readings().next()).unwrap_or(*choice)
}

/// An edition either keeps the marks in the text, or leaves them to the element.
fn write_quoted(node: &Node, text: &mut String) {
    const OPENING: [char; 10] = ['"', '“', '„', '«', '‹', '‘', '\'', '「', '『', '”'];
    let mut quoted = String::new();
    write(node, &mut quoted);
    let is_marked = text.ends_with(OPENING) || quoted.trim_start().starts_with(OPENING) || quoted.trim().is_empty();
    match is_marked {
        true => text.push_str(&quoted),
        false => text.extend(["“", quoted.trim(), "”"]),
    }
}
