//! What a PDF could do to its reader, ruled out before it is read: streams that unfold without
//! end, forms and page trees that contain themselves, pictures taken for text.

use super::{File, Oddity, Remedy};
use crate::bounds::said;
use flate2::bufread::ZlibDecoder;
use pdf_extract::{Document, Object, ObjectId, Stream};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

/// LZW unfolds up to 2,700 times; larger streams than this are not text of a page.
const LZW_BYTES: usize = 64 << 10;

/// Refuses a document whose compressed streams unfold to more than the bound. They are unfolded
/// here once, into nothing, since the library that reads them knows no bound.
pub(super) fn refuse(file: &File) -> Result<(), Oddity> {
    let bound = file.bounds.unpacked_bytes as u64;
    let mut left = bound;
    let mut at = 0;
    while let Some(start) = find(&file.bytes[at..], b"stream").map(|found| at + found) {
        let data = after_line_end(&file.bytes[start + 6..]);
        at = start + 6;
        let dictionary = dictionary_before(&file.bytes[..start]);
        if file.bytes[..start].ends_with(b"end") || is_picture(dictionary) {
            continue;
        }
        if times(dictionary, b"Flate") + times(dictionary, b"LZW") > 1 {
            return Err(refusal(file, bound));
        }
        if data.first().is_some_and(|byte| byte & 0x0F == 8) {
            left -= unfolded(data, left + 1).min(left);
        }
        if left == 0 {
            return Err(refusal(file, bound));
        }
    }
    Ok(())
}

fn refusal(file: &File, bound: u64) -> Oddity {
    let what = format!("The document unfolds to more than {}.", said(bound));
    Oddity::about(file.name, Remedy::Shrink, what, "Print the article's pages to a new PDF.")
}

/// Bytes that a stream unfolds to, counted up to `most`.
fn unfolded(data: &[u8], most: u64) -> u64 {
    let mut decoder = ZlibDecoder::new(data).take(most);
    let mut buffer = [0; 32 << 10];
    let mut count = 0;
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        count += read as u64;
    }
    count
}

fn after_line_end(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\r\n").or_else(|| bytes.strip_prefix(b"\n")).unwrap_or(bytes)
}

/// What stands between the object's beginning and its stream.
fn dictionary_before(bytes: &[u8]) -> &[u8] {
    const LONGEST: usize = 4_096;
    let window = &bytes[bytes.len().saturating_sub(LONGEST)..];
    let start = window.windows(4).rposition(|four| four == b" obj").unwrap_or(0);
    &window[start..]
}

fn is_picture(dictionary: &[u8]) -> bool {
    times(dictionary, b"/Image") > 0
}

fn times(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word).count()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word[0];
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|&byte| byte == first)?;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}

/// Empties what the page reader would stumble over: pictures, which it takes for text, and forms
/// that draw themselves; cuts page trees that lead back to themselves.
pub(super) fn defuse(document: &mut Document) {
    let circular = circular_forms(document);
    let loops = looping_parents(document);
    for (id, object) in &mut document.objects {
        match object {
            Object::Stream(stream) if circular.contains(id) || is_dangerous(stream) => empty(stream),
            Object::Dictionary(dictionary) if loops.contains(id) => {
                dictionary.remove(b"Parent");
            }
            _ => {}
        }
    }
}

fn empty(stream: &mut Stream) {
    stream.content.clear();
    stream.dict.remove(b"Filter");
}

fn is_dangerous(stream: &Stream) -> bool {
    let is_lzw = stream.filters().is_ok_and(|filters| filters.contains(&b"LZWDecode".as_slice()));
    subtype(stream) == Some(b"Image") || (is_lzw && stream.content.len() > LZW_BYTES)
}

fn subtype(stream: &Stream) -> Option<&[u8]> {
    stream.dict.get(b"Subtype").and_then(Object::as_name).ok()
}

/// Forms from which a chain of drawing leads back to themselves. A form without resources of its
/// own can draw anything that its page can, itself included; it may draw nothing then.
fn circular_forms(document: &Document) -> BTreeSet<ObjectId> {
    let mut draws: BTreeMap<ObjectId, Vec<ObjectId>> = BTreeMap::new();
    let mut circular = BTreeSet::new();
    for (&id, object) in &document.objects {
        let Object::Stream(stream) = object else { continue };
        if subtype(stream) != Some(b"Form") {
            continue;
        }
        match stream.dict.get(b"Resources") {
            Ok(resources) => drop(draws.insert(id, drawn(document, resources))),
            Err(_) if draws_anything(stream) => drop(circular.insert(id)),
            Err(_) => {}
        }
    }
    circular.extend(in_circles(&draws));
    circular
}

fn draws_anything(stream: &Stream) -> bool {
    let content = stream.get_plain_content().unwrap_or_default();
    content.windows(3).any(|three| three[0].is_ascii_whitespace() && &three[1..] == b"Do")
}

fn drawn(document: &Document, resources: &Object) -> Vec<ObjectId> {
    let dictionary = |object| document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok());
    let objects = dictionary(resources).and_then(|resources| dictionary(resources.get(b"XObject").ok()?));
    objects.map_or(Vec::new(), |objects| objects.iter().filter_map(|(_, object)| object.as_reference().ok()).collect())
}

/// What is left when everything that leads to nothing more is taken away, again and again: the
/// circles and what leads into them.
fn in_circles(draws: &BTreeMap<ObjectId, Vec<ObjectId>>) -> BTreeSet<ObjectId> {
    let mut left: BTreeSet<ObjectId> = draws.keys().copied().collect();
    loop {
        let before = left.len();
        let leads_on: BTreeSet<ObjectId> =
            left.iter().copied().filter(|id| draws[id].iter().any(|drawn| left.contains(drawn))).collect();
        left = leads_on;
        if left.len() == before {
            return left;
        }
    }
}

/// Page tree nodes from which the chain of parents does not end.
fn looping_parents(document: &Document) -> BTreeSet<ObjectId> {
    const LEVELS: usize = 256;
    let parent = |id: ObjectId| document.get_dictionary(id).ok()?.get(b"Parent").and_then(Object::as_reference).ok();
    let loops = |id: &ObjectId| {
        let mut at = Some(*id);
        for _ in 0..LEVELS {
            at = at.and_then(parent);
        }
        at.is_some()
    };
    document.objects.keys().copied().filter(loops).collect()
}
