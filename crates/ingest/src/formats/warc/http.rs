//! An answer of the web as it came over the wire: status, fields, and a body in pieces or packed.

use super::{
    File, Oddity,
    records::{field, head},
};
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use std::borrow::Cow;

/// What a server answered.
#[derive(Debug)]
pub(super) struct Response<'a> {
    pub(super) status: u16,
    head: &'a [u8],
    body: &'a [u8],
}

impl<'a> Response<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let length = head(bytes)?;
        let line = std::str::from_utf8(bytes.split(|&byte| byte == b'\n').next()?).ok()?;
        let status = line.strip_prefix("HTTP/")?.split_whitespace().nth(1)?.parse().ok()?;
        Some(Self { status, head: &bytes[..length], body: &bytes[length..] })
    }

    pub(super) fn field(&self, name: &str) -> Option<&'a str> {
        field(self.head, name)
    }

    /// The body as a reader sees it. Crawlers that had it unpacked leave the fields as they were, so what does not unpack
    /// is taken as it is, if it is text.
    ///
    /// # Errors
    /// Where it is damaged, or unfolds to more than it may.
    pub(super) fn body(&self, file: &File) -> Result<Cow<'a, [u8]>, Oddity> {
        let is_in_pieces =
            self.field("Transfer-Encoding").is_some_and(|how| how.to_ascii_lowercase().contains("chunked"));
        let joined = if is_in_pieces { joined(self.body) } else { None };
        let body = joined.map_or(Cow::Borrowed(self.body), Cow::Owned);
        let packings = self.field("Content-Encoding").unwrap_or_default().to_ascii_lowercase();
        packings.split(',').rev().map(str::trim).filter(|packing| !packing.is_empty()).try_fold(
            body,
            |body, packing| {
                let unpacked = match packing {
                    "gzip" | "x-gzip" => file.unpacked(file.name, MultiGzDecoder::new(&*body)),
                    "deflate" if is_zlib(&body) => file.unpacked(file.name, ZlibDecoder::new(&*body)),
                    "deflate" => file.unpacked(file.name, DeflateDecoder::new(&*body)),
                    "br" => file.unpacked(file.name, brotli_decompressor::Decompressor::new(&*body, 4_096)),
                    _ => return Ok(body),
                };
                match unpacked {
                    Err(_) if body.trim_ascii_start().starts_with(b"<") => Ok(body),
                    unpacked => unpacked.map(Cow::Owned),
                }
            },
        )
    }
}

/// The two bytes before packed data that some servers send and others do not.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, ..] if first & 0xF == 8 && (usize::from(*first) * 256 + usize::from(*second)) % 31 == 0)
}

/// A body that came in pieces, each after its length; `None` if it did not. One that breaks off is taken so far.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    let mut is_first = true;
    loop {
        let Some(end) = rest.iter().take(64).position(|&byte| byte == b'\n') else {
            return (!is_first).then_some(whole);
        };
        let line = std::str::from_utf8(&rest[..end]).ok().and_then(|line| line.split(';').next()).unwrap_or_default();
        let Ok(length) = usize::from_str_radix(line.trim(), 16) else {
            return (!is_first).then_some(whole);
        };
        rest = &rest[end + 1..];
        if length == 0 {
            return Some(whole);
        }
        let piece = &rest[..length.min(rest.len())];
        whole.extend_from_slice(piece);
        rest = &rest[piece.len()..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        is_first = false;
    }
}

/// The charset in `text/html; charset="utf-8"`.
pub(super) fn charset(kind: &str) -> Option<&str> {
    kind.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then_some(value)
    })
}

/// Where `target` leads from the page at `address`.
pub(super) fn resolved(address: &str, target: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match target {
        _ if target.contains("://") => target.to_owned(),
        _ if target.starts_with("//") => format!("{scheme}:{target}"),
        _ if target.starts_with('/') => format!("{scheme}://{host}{target}"),
        _ => format!("{scheme}://{host}{}/{target}", path.rsplit_once('/').map_or("", |(folder, _)| folder)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined() {
        assert_eq!(joined(b"4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n").as_deref(), Some(b"abcdef".as_slice()));
        assert_eq!(joined(b"FFFFFFFFFFFFFFFF\r\nabcd").as_deref(), Some(b"abcd".as_slice()));
        assert_eq!(joined(b"<html>\n"), None);
        assert_eq!(joined(b""), None);
    }

    #[test]
    fn a_charset_is_told_behind_the_kind() {
        assert_eq!(charset("text/html; Charset=\"Shift_JIS\""), Some("Shift_JIS"));
        assert_eq!(charset("text/html"), None);
    }

    #[test]
    fn a_redirect_may_name_a_path_alone() {
        let cases = [
            ("https://b.example/x", "https://b.example/x"),
            ("/x", "http://a.example/x"),
            ("//c.example", "http:c.example"),
            ("x", "http://a.example/news/x"),
        ];
        for (target, expected) in cases {
            let expected = expected.replace("http:c", "http://c");
            assert_eq!(resolved("http://a.example/news/1", target), expected);
        }
    }

    #[test]
    fn an_answer_without_end_is_none() {
        assert!(Response::read(b"HTTP/1.1 200 OK\r\n").is_none());
        assert!(Response::read(b"WARC/1.0\r\n\r\n").is_none());
        assert_eq!(Response::read(b"HTTP/2 404\n\n").map(|response| response.status), Some(404));
    }
}
