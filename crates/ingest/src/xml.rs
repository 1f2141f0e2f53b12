//! XML as newsrooms and sites write it: with declarations that nobody may follow, HTML's names for characters, prefixes
//! that nobody declared. It is mended by one linear pass, then parsed; nothing outside the text is ever asked.

use crate::{encoding, formats::File, formats::entity};
use roxmltree::{Document, Error, Node};
use std::{fmt::Write as _, ops::Range};
use story::{Oddity, Remedy};

/// The first tag of an XML file, behind declarations and comments: its local name, and all of it.
pub(crate) fn root(bytes: &[u8]) -> Option<(String, String)> {
    const FIRST: usize = 16_384;
    let start: Vec<u8> = bytes.iter().copied().take(FIRST).filter(|&byte| byte != 0).collect();
    let text = String::from_utf8_lossy(&start);
    let mut rest = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<?") => rest.find("?>")? + 2,
            _ if rest.starts_with("<!--") => rest.find("-->")? + 3,
            _ if rest.starts_with("<!") => doctype(rest),
            _ => break,
        };
        rest = rest[end..].trim_start();
    }
    let tag = &rest[..rest.find('>')?];
    let name = tag.strip_prefix('<')?.split(|c: char| c.is_whitespace() || c == '/').next()?;
    let local = name.rsplit(':').next().filter(|local| !local.is_empty())?;
    Some((local.to_owned(), tag.to_owned()))
}

/// Bytes of the declaration that `text` begins with, through its `>`.
fn doctype(text: &str) -> usize {
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

/// What `take` makes of the file's document. `cut_back` may make a whole of one that ends too early.
///
/// # Errors
/// An oddity where it is no text, nests too deep, or cannot be parsed however it is mended.
pub(crate) fn read<T>(
    file: &File,
    cut_back: fn(&str) -> Option<String>,
    take: impl FnOnce(&Document) -> T,
) -> Result<(T, Option<Oddity>), Oddity> {
    let decoded = encoding::decode(file.bytes, declared(file.bytes)).ok_or_else(|| damaged(file, None))?;
    let mended = mended(&decoded.text, file.bounds.depth).ok_or_else(|| too_deep(file))?;
    let (text, doubt) = match parsed(mended) {
        Ok(text) => (text, None),
        Err((text, error)) => {
            let whole = cut_back(&text).and_then(|text| parsed(text).ok());
            (whole.ok_or_else(|| damaged(file, Some(&error)))?, Some(cut_short(file, &error)))
        }
    };
    let document = Document::parse(&text).map_err(|error| damaged(file, Some(&error)))?;
    Ok((take(&document), doubt))
}

/// The text with the prefixes declared that it lacks, if it can be parsed.
fn parsed(mut text: String) -> Result<String, (String, Error)> {
    const PREFIXES: usize = 12;
    for _ in 0..PREFIXES {
        let Err(error) = Document::parse(&text) else { return Ok(text) };
        let Error::UnknownNamespace(prefix, _) = &error else { return Err((text, error)) };
        let Some(at) = end_of_root_name(&text) else { return Err((text, error)) };
        text.insert_str(at, &format!(" xmlns:{prefix}=\"undeclared:{prefix}\""));
    }
    match Document::parse(&text) {
        Ok(_) => Ok(text),
        Err(error) => Err((text, error)),
    }
}

/// Where the name of the first element ends.
fn end_of_root_name(text: &str) -> Option<usize> {
    let mut tags = text.match_indices('<').map(|(at, _)| at + 1);
    let start = tags.find(|&at| text[at..].starts_with(|c: char| c.is_alphabetic() || c == '_'))?;
    text[start..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).map(|end| start + end)
}

fn declared(bytes: &[u8]) -> Option<&[u8]> {
    let start = &bytes[..bytes.len().min(200)];
    let range = value_of(start, b"encoding")?;
    Some(&start[range])
}

/// The range of the quoted value behind `name=`.
fn value_of(bytes: &[u8], name: &[u8]) -> Option<Range<usize>> {
    let at = bytes.windows(name.len()).position(|window| window == name)? + name.len();
    let open = at + bytes[at..].iter().position(|byte| matches!(byte, b'"' | b'\''))? + 1;
    let close = open + bytes[open..].iter().position(|byte| matches!(byte, b'"' | b'\''))?;
    Some(open..close)
}

/// The text without declarations, without characters that XML forbids, its `&` mended; `None` if it nests deeper than
/// `depth`.
fn mended(text: &str, depth: usize) -> Option<String> {
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

fn damaged(file: &File, error: Option<&Error>) -> Oddity {
    let place = error.map_or(String::new(), |error| format!(" (line {})", error.pos().row));
    let what = format!("The file is damaged or cut short: it is no whole XML{place}.");
    Oddity::about(file.name, Remedy::FetchAgain, what, "Download or export it again.")
}

fn cut_short(file: &File, error: &Error) -> Oddity {
    let what = format!("The file is damaged or cut short at line {}: what stands behind is missing.", error.pos().row);
    Oddity::about(file.name, Remedy::FetchAgain, what, "Download it again.")
}

fn too_deep(file: &File) -> Oddity {
    let what = format!("Its elements are nested more than {} deep, which no article needs.", file.bounds.depth);
    Oddity::about(file.name, Remedy::Shrink, what, "Copy the article's text into a text file.")
}

/// The first child of that local name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(child, name))
}

pub(crate) fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All text in a node as one line; `None` if there is none.
pub(crate) fn text(node: Node) -> Option<String> {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect();
    Some(crate::plain::one_line(&text)).filter(|text| !text.is_empty())
}

/// A node's content as HTML: local names alone, `renamed` where HTML calls them otherwise and left out where it gives
/// nothing.
pub(crate) fn as_html<'a>(node: Node<'a, '_>, renamed: fn(&'a str) -> Option<&'a str>) -> String {
    let mut html = String::new();
    push_html(&mut html, node, renamed);
    html
}

fn push_html<'a>(html: &mut String, node: Node<'a, '_>, renamed: fn(&'a str) -> Option<&'a str>) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        } else if let Some(name) = renamed(child.tag_name().name()).filter(|_| child.is_element()) {
            write!(html, "<{name}>").expect("a string takes all");
            push_html(html, child, renamed);
            if name != "br" {
                write!(html, "</{name}>").expect("a string takes all");
            }
        }
    }
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
    fn a_prefix_that_nobody_declared_is_declared() {
        let text = parsed("<rss><media:content url='x'/><dc:date>1</dc:date></rss>".into()).map_err(|(_, error)| error);
        assert!(text.is_ok(), "{text:?}");
    }

    #[test]
    fn the_root_is_found_behind_what_precedes_it() {
        let name = |text: &str| root(text.as_bytes()).map(|(name, _)| name);
        assert_eq!(
            name("\u{feff}<?xml version='1.0'?>\n<!-- x > y --><!DOCTYPE a [<!ENTITY b '>'>]>\n<x:rss a='1'>"),
            Some("rss".into())
        );
        assert_eq!(name("<feed/>"), Some("feed".into()));
        assert_eq!(name("no xml"), None);
        assert_eq!(name("<!DOCTYPE"), None);
    }
}
