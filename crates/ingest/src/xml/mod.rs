//! XML as newsrooms and sites write it: with declarations that nobody may follow, HTML's names for characters, prefixes
//! that nobody declared. It is mended by one linear pass, then parsed; nothing outside the text is ever asked.

mod mend;
mod nodes;

use crate::{encoding, formats::File};
use mend::doctype;
pub(crate) use mend::{depth, mended};
pub(crate) use nodes::{as_html, child, is, text};
use roxmltree::{Document, Error};
use std::ops::Range;
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

#[cfg(test)]
mod tests {
    use super::*;

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
