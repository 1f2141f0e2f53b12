//! The package around a document: bounded before anything in it is parsed, and asked for what its
//! parts say.

use super::{File, Oddity, damaged, too_much};
use crate::{bounds::said, formats::tables::line, xml::depth};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};
use zip::ZipArchive;

/// Parts that a package may have; Word writes some twenty and one for each picture.
const PARTS: usize = 10_000;

/// The parts that were asked for, by name.
#[derive(Debug, Default)]
pub(in crate::formats) struct Parts(BTreeMap<String, String>);

impl Parts {
    /// Whether the file is a package with a part whose name is such.
    pub(in crate::formats) fn hold(file: &File, is_such: impl Fn(&str) -> bool) -> bool {
        file.bytes.starts_with(b"PK\x03\x04")
            && ZipArchive::new(Cursor::new(file.bytes))
                .is_ok_and(|archive| archive.file_names().flatten().any(|name| is_such(&name)))
    }

    /// Whether the file is a package that says first of all that it is of this media type.
    pub(in crate::formats) fn begin_with(file: &File, media_type: &[u8]) -> bool {
        const HEADER: usize = 30;
        let start = file.bytes.get(HEADER..HEADER + 200).unwrap_or_default();
        file.bytes.starts_with(b"PK\x03\x04")
            && start.starts_with(b"mimetype")
            && start.windows(media_type.len()).any(|window| window == media_type)
    }

    /// Unfolds the whole package once, part by part, and refuses it at the first bound; what is
    /// counted are the bytes that come out, whatever the package declares.
    pub(in crate::formats) fn of(file: &File, is_wanted: impl Fn(&str) -> bool) -> Result<Self, Oddity> {
        let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file.name))?;
        let bound = file.bounds.unpacked_bytes as u64;
        if archive.len() > PARTS {
            return Err(too_much(file.name, &format!("The document has {} parts.", archive.len())));
        }
        let mut parts = Self::default();
        let mut left = bound;
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|_| damaged(file.name))?;
            let name = part.name().map_or_else(|_| String::new(), |name| name.into_owned());
            let mut bytes = Vec::new();
            let read = part.take(left + 1).read_to_end(&mut bytes).map_err(|_| damaged(file.name))? as u64;
            if read > left {
                return Err(too_much(file.name, &format!("The document unfolds to more than {}.", said(bound))));
            }
            left -= read;
            if is_markup(&bytes) && depth(&bytes) > file.bounds.depth {
                let what = format!("The document is nested more than {} levels deep.", file.bounds.depth);
                return Err(too_much(file.name, &what));
            }
            if is_wanted(&name) {
                let text = crate::encoding::decode(&bytes, None).map_or_else(String::new, |decoded| decoded.text);
                parts.0.insert(name, text);
            }
        }
        Ok(parts)
    }

    pub(in crate::formats) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(in crate::formats) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The text of the first element of that local name in a part.
    pub(in crate::formats) fn text(&self, part: &str, element: &str) -> Option<String> {
        text_in(self.get(part)?, element)
    }
}

fn is_markup(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().starts_with(b"<")
        || bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
}

/// The text of the first element of that local name.
pub(in crate::formats) fn text_in(xml: &str, name: &str) -> Option<String> {
    let mut tags = xml.match_indices('<').map(|(at, _)| &xml[at + 1..]);
    let tag = tags.find(|tag| {
        let qualified = tag.split(|c: char| c == '>' || c == '/' || c.is_whitespace()).next().unwrap_or_default();
        qualified.rsplit(':').next() == Some(name)
    })?;
    let (attributes, rest) = tag.split_once('>')?;
    let text = rest.split('<').next().filter(|_| !attributes.ends_with('/'))?;
    Some(line(text)).filter(|text| !text.is_empty())
}
