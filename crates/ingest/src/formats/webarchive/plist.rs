//! The one resource of a property list that is the page. Nothing else in the list is unfolded: objects of a binary list
//! may be shared, and a list of a few hundred bytes can unfold to more than any memory.

use super::File;
use crate::xml::{self, child, is, text};
use base64::{Engine, engine::general_purpose::STANDARD};
use roxmltree::Node;
use std::ops::Range;

/// A page and what is told beside it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Resource {
    pub(super) bytes: Vec<u8>,
    pub(super) url: Option<String>,
    pub(super) charset: Option<String>,
    pub(super) kind: Option<String>,
}

/// What a binary list begins with.
pub(super) const BINARY: &[u8] = b"bplist00";

pub(super) fn is_xml(file: &File) -> bool {
    xml::root(file.bytes).is_some_and(|(name, _)| name == "plist")
}

pub(super) fn main_resource(file: &File) -> Option<Resource> {
    if file.bytes.starts_with(BINARY) {
        return Binary::new(file.bytes)?.main_resource();
    }
    xml::read(file, |_| None, |document| from_xml(document.root_element())).ok()?.0
}

fn from_xml(root: Node) -> Option<Resource> {
    let main = value(child(root, "dict")?, "WebMainResource")?;
    let told = |key: &str| value(main, key).and_then(text);
    let packed: String = value(main, "WebResourceData")?.text()?.split_whitespace().collect();
    Some(Resource {
        bytes: STANDARD.decode(packed).ok()?,
        url: told("WebResourceURL"),
        charset: told("WebResourceTextEncodingName"),
        kind: told("WebResourceMIMEType"),
    })
}

/// What stands behind `key` in a dictionary.
fn value<'a, 'i>(dict: Node<'a, 'i>, key: &str) -> Option<Node<'a, 'i>> {
    let keys = dict.children().filter(|node| is(node, "key"));
    keys.filter(|node| node.text() == Some(key)).find_map(|node| node.next_sibling_element())
}

/// A binary property list: objects that name each other by number, and a table of where each begins.
struct Binary<'a> {
    bytes: &'a [u8],
    /// Bytes of an entry in the table, and of a number that names an object.
    offset_size: usize,
    reference_size: usize,
    top: usize,
    table: Range<usize>,
}

impl<'a> Binary<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        const TRAILER: usize = 32;
        let trailer = bytes.len().checked_sub(TRAILER).filter(|_| bytes.starts_with(BINARY))?;
        let number = |at: usize| usize::try_from(number(&bytes[trailer + at..trailer + at + 8])?).ok();
        let (offset_size, reference_size) = (usize::from(bytes[trailer + 6]), usize::from(bytes[trailer + 7]));
        let (count, top, start) = (number(8)?, number(16)?, number(24)?);
        let end = start.checked_add(count.checked_mul(offset_size)?)?;
        let fits = (1..=8).contains(&offset_size) && (1..=8).contains(&reference_size) && end <= trailer;
        fits.then_some(Self { bytes, offset_size, reference_size, top, table: start..end })
    }

    fn main_resource(&self) -> Option<Resource> {
        let main = self.value(self.top, "WebMainResource")?;
        let told = |key: &str| self.value(main, key).and_then(|object| self.text(object));
        Some(Resource {
            bytes: self.data(self.value(main, "WebResourceData")?)?.to_vec(),
            url: told("WebResourceURL"),
            charset: told("WebResourceTextEncodingName"),
            kind: told("WebResourceMIMEType"),
        })
    }

    /// The object behind `key` in the dictionary that is object `dict`.
    fn value(&self, dict: usize, key: &str) -> Option<usize> {
        let (kind, count, start) = self.object(dict)?;
        let size = count.checked_mul(self.reference_size)?;
        let keys = self.bytes.get(start..start.checked_add(size)?).filter(|_| kind == 0xD)?;
        let values = self.bytes.get(start + size..(start + size).checked_add(size)?)?;
        let named = |name: &[u8]| self.text(usize::try_from(number(name)?).ok()?).filter(|name| name == key);
        let at = keys.chunks(self.reference_size).position(|name| named(name).is_some())?;
        usize::try_from(number(values.chunks(self.reference_size).nth(at)?)?).ok()
    }

    fn data(&self, object: usize) -> Option<&'a [u8]> {
        let (kind, count, start) = self.object(object)?;
        self.bytes.get(start..start.checked_add(count)?).filter(|_| kind == 0x4)
    }

    fn text(&self, object: usize) -> Option<String> {
        let (kind, count, start) = self.object(object)?;
        match kind {
            0x5 => Some(String::from_utf8_lossy(self.bytes.get(start..start.checked_add(count)?)?).into_owned()),
            0x6 => {
                let wide = self.bytes.get(start..start.checked_add(count.checked_mul(2)?)?)?;
                let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                Some(String::from_utf16_lossy(&units))
            }
            _ => None,
        }
    }

    /// The kind of an object, how many bytes, characters or entries it has, and where they begin.
    fn object(&self, object: usize) -> Option<(u8, usize, usize)> {
        let entry = object.checked_mul(self.offset_size)?.checked_add(self.table.start)?;
        let entry = entry..entry.checked_add(self.offset_size).filter(|end| *end <= self.table.end)?;
        let at = usize::try_from(number(self.bytes.get(entry)?)?).ok()?;
        let marker = *self.bytes.get(at)?;
        let (kind, count) = (marker >> 4, usize::from(marker & 0xF));
        if count < 0xF {
            return Some((kind, count, at + 1));
        }
        // A larger count stands behind the marker as a number of its own.
        let size = 1 << (self.bytes.get(at + 1)? & 0x7);
        let count = number(self.bytes.get(at + 2..at + 2 + size)?)?;
        Some((kind, usize::try_from(count).ok()?, at + 2 + size))
    }
}

/// Up to eight bytes as a number, the highest first.
fn number(bytes: &[u8]) -> Option<u64> {
    (bytes.len() <= 8).then(|| bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}
