//! XML of others made such that a strict parser reads it, by one linear pass.

use crate::formats::entity;
use std::fmt::Write as _;

/// The text without declarations, without characters that XML forbids, its `&` mended; `None` if it nests deeper than
/// `depth`.
pub(crate) fn mended(text: &str, depth: usize) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut level) = (text.trim_start_matches('\u{feff}').trim_start(), 0_usize);
    while let Some(at) = rest.find(['<', '&']) {
        push_seen(&mut out, &rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('&') {
            rest = &rest[push_reference(&mut out, rest)..];
            continue;
        }
        let end = end_of_markup(rest);
        let markup = &rest[..end];
        match () {
            () if markup.starts_with("<![CDATA[") => push_seen(&mut out, markup),
            () if markup.starts_with("<!") || markup.starts_with("<?") => {}
            () => {
                level = if markup.starts_with("</") { level.saturating_sub(1) } else { level + 1 };
                level = level.saturating_sub(usize::from(markup.ends_with("/>"))); // `</a/>` closes twice
                push_tag(&mut out, markup);
            }
        }
        if level > depth {
            return None;
        }
        rest = &rest[end..];
    }
    push_seen(&mut out, rest);
    Some(out)
}

/// Bytes of the tag, comment, declaration or section that `text` begins with.
fn end_of_markup(text: &str) -> usize {
    let behind = |end: &str| text.find(end).map_or(text.len(), |at| at + end.len());
    match text {
        _ if text.starts_with("<!--") => behind("-->"),
        _ if text.starts_with("<![CDATA[") => behind("]]>"),
        _ if text.starts_with("<?") => behind("?>"),
        _ if text.starts_with("<!") => doctype(text),
        _ => end_of_tag(text),
    }
}

fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn push_tag(out: &mut String, tag: &str) {
    let mut rest = tag;
    while let Some(at) = rest.find('&') {
        push_seen(out, &rest[..at]);
        rest = &rest[at..];
        rest = &rest[push_reference(out, rest)..];
    }
    push_seen(out, rest);
}

/// Only characters that XML allows.
fn push_seen(out: &mut String, text: &str) {
    let is_allowed =
        |c: &char| !matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}');
    if text.chars().all(|c| is_allowed(&c)) {
        out.push_str(text);
    } else {
        out.extend(text.chars().filter(is_allowed));
    }
}

/// Writes what the `&` at the start of `text` stands for, so that XML can read it, and says how many bytes it took.
fn push_reference(out: &mut String, text: &str) -> usize {
    const KNOWN: [&str; 5] = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];
    if let Some(known) = KNOWN.iter().find(|known| text.starts_with(**known)) {
        out.push_str(known);
        return known.len();
    }
    match entity(text) {
        Some((c, length)) => {
            write!(out, "&#{};", u32::from(c)).expect("a string takes all");
            length
        }
        None if text.starts_with("&#") => {
            let length = text.bytes().take(12).position(|byte| byte == b';').map_or(1, |at| at + 1);
            out.push(' '); // a control character, or none at all
            length
        }
        None => {
            out.push_str("&amp;");
            1
        }
    }
}

/// Bytes of the declaration that `text` begins with, through its `>`.
pub(super) fn doctype(text: &str) -> usize {
    let (mut quote, mut brackets) = (None, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'[') => brackets += 1,
            (None, b']') => brackets = brackets.saturating_sub(1),
            (None, b'>') if brackets == 0 => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Levels of elements, by one pass over the bytes: for parsers of others, which see tags where we see comments.
pub(crate) fn depth(xml: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut at = 0;
    while let Some(start) = xml[at..].iter().position(|&byte| byte == b'<').map(|found| at + found) {
        let end = xml[start..].iter().position(|&byte| byte == b'>').map_or(xml.len(), |found| start + found);
        match xml.get(start + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') => {}
            _ if xml[..end].ends_with(b"/") => {}
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
        at = end.max(start + 1).min(xml.len());
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(mended(text, 8).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn declarations_and_their_entities_go_unread() {
        let bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x \"]>\"><!ENTITY y SYSTEM 'file:///etc/passwd'>]><a>&x;&y;</a>";
        check(bomb, "<a>&amp;x;&amp;y;</a>");
        check("<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\">\n<nitf/>", "\n<nitf/>");
    }

    #[test]
    fn characters_that_html_names_are_read() {
        check(
            "<a t='Ana & Bo'>caf&eacute; &amp; bar &hellip; R&D</a>",
            "<a t='Ana &amp; Bo'>caf&#233; &amp; bar &#8230; R&amp;D</a>",
        );
        check("<a>\u{b}x&#0;&#10;y</a>", "<a>x  y</a>");
        check("<a><![CDATA[R&D <b>&hellip;</b>]]></a>", "<a><![CDATA[R&D <b>&hellip;</b>]]></a>");
    }

    #[test]
    fn deep_nesting_is_seen_before_it_is_parsed() {
        assert_eq!(mended(&"<a>".repeat(9), 8), None);
        assert!(mended(&"<a><b/></a>".repeat(100), 2).is_some());
        assert!(mended("<a></a/></b/>", 2).is_some(), "what closes twice closes what is open");
    }

    #[test]
    fn a_document_type_goes_with_all_that_it_declares() {
        for doctype in ["<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"a.dtd\">", "<!DOCTYPE a [<!ENTITY b \"c\">]>"] {
            check(&format!("<?xml version=\"1.0\"?>{doctype}<a/>"), "<a/>");
        }
        check("<a/>", "<a/>");
    }
}
