//! The package around a Word document: bounded before anything in it is parsed, and asked for what
//! its properties and page headers say.

use super::{File, Oddity, Remedy, line};
use crate::{bounds::said, dates, plain::words};
use std::io::{Cursor, Read};
use story::Timestamp;
use zip::ZipArchive;

/// Parts that a package may have; Word writes some twenty and one for each picture.
const PARTS: usize = 10_000;

/// What the properties and the page headers say.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) created: Option<Timestamp>,
    pub(super) language: Option<String>,
    /// The text of each page header.
    pub(super) headers: Vec<String>,
}

pub(crate) fn is_docx(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(file.bytes))
            .is_ok_and(|archive| archive.file_names().flatten().any(|name| name.starts_with("word/document")))
}

/// Unfolds the whole package once, part by part, and refuses it at the first bound; what is counted
/// are the bytes that come out, whatever the package declares.
pub(super) fn facts(file: &File) -> Result<Facts, Oddity> {
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file.name))?;
    let bound = file.bounds.unpacked_bytes as u64;
    if archive.len() > PARTS {
        return Err(too_much(file.name, &format!("The document has {} parts.", archive.len())));
    }
    let mut facts = Facts::default();
    let mut left = bound;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| damaged(file.name))?;
        let name = part.name().map_or_else(|_| String::new(), |name| name.into_owned());
        let is_markup = name.ends_with(".xml") || name.ends_with(".rels");
        let mut bytes = Vec::new();
        let read = match is_markup {
            true => part.take(left + 1).read_to_end(&mut bytes).map(|read| read as u64),
            false => std::io::copy(&mut part.take(left + 1), &mut std::io::sink()),
        };
        let read = read.map_err(|_| damaged(file.name))?;
        if read > left {
            return Err(too_much(file.name, &format!("The document unfolds to more than {}.", said(bound))));
        }
        left -= read;
        if depth(&bytes) > file.bounds.depth {
            let what = format!("The document is nested more than {} levels deep.", file.bounds.depth);
            return Err(too_much(file.name, &what));
        }
        facts.take(&name, &String::from_utf8_lossy(&bytes));
    }
    Ok(facts)
}

fn damaged(name: &str) -> Oddity {
    let what = "The document is damaged or cut short.";
    Oddity::about(name, Remedy::FetchAgain, what, "Get it again, or open it in Word and save a copy.")
}

fn too_much(name: &str, what: &str) -> Oddity {
    Oddity::about(name, Remedy::Shrink, what, "Copy the article into a new document.")
}

/// Levels of elements, by one pass over the bytes.
fn depth(xml: &[u8]) -> usize {
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

impl Facts {
    fn take(&mut self, part: &str, xml: &str) {
        if part == "docProps/core.xml" {
            self.title = text_in(xml, "title").filter(|title| title.contains(' '));
            self.author = text_in(xml, "creator").filter(|creator| words(creator) >= 2);
            self.language = text_in(xml, "language");
            let created = text_in(xml, "created").and_then(|created| dates::read(&created, None));
            self.created = created.map(|dated| dated.timestamp);
        } else if part.starts_with("word/header") {
            let header = line(&xml.replace("</w:p>", "<br/>").replace("<w:tab/>", "<br/>"));
            self.headers.extend((!header.is_empty()).then_some(header));
        }
    }
}

/// The text of the first element of that local name.
fn text_in(xml: &str, name: &str) -> Option<String> {
    let mut tags = xml.match_indices('<').map(|(at, _)| &xml[at + 1..]);
    let tag = tags.find(|tag| {
        let qualified = tag.split(|c: char| c == '>' || c == '/' || c.is_whitespace()).next().unwrap_or_default();
        qualified.rsplit(':').next() == Some(name)
    })?;
    let (attributes, rest) = tag.split_once('>')?;
    let text = rest.split('<').next().filter(|_| !attributes.ends_with('/'))?;
    Some(line(text)).filter(|text| !text.is_empty())
}
