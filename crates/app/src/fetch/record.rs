//! A response as a WARC record (ISO 28500): what the library keeps, and what other programs can show.

use super::Response;
use flate2::{Compression, GzBuilder, read::GzDecoder};
use std::{
    fmt::Write as _,
    io::{Read, Write},
};
use story::Sha256;

impl Response {
    /// The record. What it says of the length, and of how the body came in chunks, is true of the body as it stands
    /// here; all else is as received.
    pub fn record(&self) -> Vec<u8> {
        let http = self.http();
        let digest = Sha256::of(&http).0;
        let head = format!(
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nWARC-Date: {}\r\nWARC-Record-ID: <urn:uuid:{}>\r\n\
             WARC-Block-Digest: sha256:{digest}\r\nContent-Type: application/http;msgtype=response\r\n\
             Content-Length: {}\r\n\r\n",
            self.address,
            self.at.as_str(),
            uuid(&Sha256::of(format!("{} {} {digest}", self.address, self.at.as_str()).as_bytes())),
            http.len(),
        );
        [head.as_bytes(), &http, b"\r\n\r\n"].concat()
    }

    fn http(&self) -> Vec<u8> {
        let mut http = format!("HTTP/1.1 {}\r\n", self.status).into_bytes();
        let is_kept = |name: &str| !matches!(name, "content-length" | "transfer-encoding" | "connection");
        for (name, value) in self.headers.iter().filter(|(name, _)| is_kept(name)) {
            http.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        http.extend(format!("content-length: {}\r\n\r\n", self.body.len()).into_bytes());
        http.extend_from_slice(&self.body);
        http
    }
}

/// One that names its content; version 8 is free for such use (RFC 9562).
fn uuid(sha256: &Sha256) -> String {
    let digits = &sha256.0;
    let mut uuid = String::new();
    for (at, digit) in digits.chars().take(32).enumerate() {
        let dash = if matches!(at, 8 | 12 | 16 | 20) { "-" } else { "" };
        let digit = if at == 12 {
            '8'
        } else if at == 16 {
            'a'
        } else {
            digit
        };
        write!(uuid, "{dash}{digit}").expect("a string can be written to");
    }
    uuid
}

/// A record as the library keeps it, told of in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where the page was found.
    pub address: String,
    /// When, as `2031-05-03T14:05:00Z`.
    pub at: String,
    /// `200 OK`.
    pub status: String,
    pub content_type: Option<String>,
    /// Bytes of the record.
    pub size: usize,
}

impl Kept {
    /// Reads the heads of a record of ours; `None` where it is none.
    pub fn of(record: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(&record[..record.len().min(128 << 10)]);
        let (warc, rest) = text.split_once("\r\n\r\n")?;
        let (http, _) = rest.split_once("\r\n\r\n")?;
        Some(Self {
            address: field(warc, "WARC-Target-URI")?,
            at: field(warc, "WARC-Date")?,
            status: http.lines().next()?.split_once(' ')?.1.to_owned(),
            content_type: field(http, "content-type"),
            size: record.len(),
        })
    }
}

fn field(head: &str, name: &str) -> Option<String> {
    let value = |line: &str| {
        let (its, value) = line.split_once(':')?;
        its.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    };
    head.lines().find_map(value)
}

/// The record of a response, packed as web archives are.
pub(crate) fn packed(response: &Response) -> Vec<u8> {
    let mut packer = GzBuilder::new().write(Vec::new(), Compression::default());
    packer.write_all(&response.record()).and_then(|()| packer.finish()).expect("memory can be written to")
}

/// The record of what the library keeps with a file; `None` where that is none of ours.
pub fn unpacked(kept: &[u8]) -> Option<Vec<u8>> {
    const MOST: u64 = 64 << 20;
    let mut record = Vec::new();
    GzDecoder::new(kept).take(MOST).read_to_end(&mut record).ok()?;
    Some(record)
}
