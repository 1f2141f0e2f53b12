//! The records of an archive that is not packed: a version, fields, an empty line, and as many bytes as the fields say,
//! if there are as many.

/// One record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    head: &'a [u8],
    pub(super) content: &'a [u8],
}

/// A record that ends before its content does, or has no end to its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut;

const MARK: &[u8] = b"WARC/";

/// All records in `bytes`. What is damaged is left out through the mark of the next one.
pub(super) fn records(bytes: &[u8]) -> impl Iterator<Item = Result<Record<'_>, Cut>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        rest = rest.trim_ascii_start();
        if rest.is_empty() {
            return None;
        }
        let read = record(rest);
        rest = match read {
            Some((_, length)) => &rest[length..],
            None => next(rest),
        };
        Some(read.map(|(record, _)| record).ok_or(Cut))
    })
}

/// The record that `bytes` begin with, and its length.
fn record(bytes: &[u8]) -> Option<(Record<'_>, usize)> {
    let head = head(bytes).filter(|_| bytes.starts_with(MARK))?;
    let mut record = Record { head: &bytes[..head], content: &[] };
    let length: usize = record.field("Content-Length")?.parse().ok()?;
    let end = head.checked_add(length)?;
    record.content = bytes.get(head..end)?;
    Some((record, end))
}

/// Fields are looked for in so many bytes.
const LONGEST: usize = 1 << 16;

/// Bytes through the first empty line.
pub(super) fn head(bytes: &[u8]) -> Option<usize> {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let mut ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    ends.find_map(|at| match &bytes[at..] {
        [b'\n', ..] => Some(at + 1),
        [b'\r', b'\n', ..] => Some(at + 2),
        _ => None,
    })
}

/// What follows a damaged record: the next mark at the beginning of a line. Where no field ends, none begins.
fn next(bytes: &[u8]) -> &[u8] {
    let bytes = if head(bytes).is_some() { bytes } else { &bytes[bytes.len().min(LONGEST)..] };
    let is_mark = |window: &[u8]| window[0] == b'\n' && &window[1..] == MARK;
    let at = bytes.windows(MARK.len() + 1).position(is_mark);
    at.map_or(&[], |at| &bytes[at + 1..])
}

impl Record<'_> {
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        field(self.head, name)
    }

    /// Whether the content is an answer of the web: archives hold answers about names of hosts too.
    pub(super) fn is_of_http(&self) -> bool {
        self.field("Content-Type").is_none_or(|kind| kind.to_ascii_lowercase().starts_with("application/http"))
    }
}

/// The value of the first field of that name, in any case.
pub(super) fn field<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    head.split(|&byte| byte == b'\n').skip(1).find_map(|line| {
        let at = line.iter().position(|&byte| byte == b':')?;
        let is_named = line[..at].trim_ascii().eq_ignore_ascii_case(name.as_bytes());
        is_named.then(|| std::str::from_utf8(line[at + 1..].trim_ascii()).ok())?
    })
}
