//! Folders of mails in one file (MBOX): each mail begins behind a line `From …` and is a file inside the file.

use super::{File, Found};
use regex::bytes::Regex;
use std::sync::LazyLock;
use story::{Oddity, Remedy};

/// `From ana@alder.example Sat Apr 12 07:02:11 2031`: what begins a mail.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^From \S[^\r\n]{0,200}\b\d{1,2}:\d\d(?::\d\d)?\b[^\r\n]{0,40}\b(?:19|20)\d\d\b|^From \S{1,200}\s*$")
        .expect("a pattern of ours compiles")
});

pub(crate) fn is_mbox(file: &File) -> bool {
    let mut lines = file.bytes.split(|&byte| byte == b'\n');
    let is_field = |line: &[u8]| {
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        !name.is_empty()
            && name.len() < line.len()
            && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    lines.next().is_some_and(|first| BEGINS.is_match(first))
        && lines.find(|line| !line.starts_with(b">From")).is_some_and(is_field)
}

pub(crate) fn read_mbox(file: &File) -> Result<Found, Oddity> {
    let mut found = Found::default();
    for (entry, mail) in (1..).zip(mails(file.bytes)) {
        if entry > file.bounds.entries {
            let what = format!("The folder holds more mails than are read at once ({}).", file.bounds.entries);
            found.oddities.push(Oddity::about(file.name, Remedy::Shrink, what, "Split it into several folders."));
            break;
        }
        found.inner.push(file.open(entry, &format!("{entry}.eml"), &unescaped(mail)));
    }
    Ok(found)
}

/// The mails one after the other, without the lines that part them.
fn mails(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let start = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
        let mail = &rest[start.min(rest.len())..];
        if mail.is_empty() {
            return None;
        }
        let end = end_of(mail);
        rest = &mail[end..];
        Some(&mail[..end])
    })
}

/// The place of the next line that begins a mail: it stands behind an empty one.
fn end_of(mail: &[u8]) -> usize {
    let mut at = 0;
    let mut is_behind_empty = false;
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        if is_behind_empty && line.starts_with(b"From ") && BEGINS.is_match(line.trim_ascii_end()) {
            return at;
        }
        is_behind_empty = line.trim_ascii().is_empty();
        at += line.len();
    }
    mail.len()
}

/// Lines of the text that begin with `From ` were written as `>From `.
fn unescaped(mail: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(mail.len());
    for line in mail.split_inclusive(|&byte| byte == b'\n') {
        let marks = line.iter().take_while(|&&byte| byte == b'>').count();
        let is_escaped = marks > 0 && line[marks..].starts_with(b"From ");
        bytes.extend_from_slice(if is_escaped { &line[1..] } else { line });
    }
    bytes
}
