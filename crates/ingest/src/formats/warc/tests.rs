//! Archives by hand: records as crawlers write them, and as nobody should.

use super::*;
use crate::formats::with_file;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const STORY: &str = "<html><head><meta property='og:type' content='article'><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1><p>A ferry with more than a hundred people on board sank off Port Alder on Monday night, the harbour authority said.</p><p>At least 22 people died and dozens were missing after the ship hit the pier in a storm, according to rescue workers.</p></article></body></html>";

fn record(kind: &str, address: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

fn answer(fields: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{fields}\r\n");
    [head.as_bytes(), body].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn read(bytes: &[u8]) -> Result<Found, Oddity> {
    with_file("x.warc", bytes, |file| {
        assert!(is_warc(file));
        read_warc(file)
    })
}

/// The addresses of the articles, each with the number of its record.
fn check(bytes: &[u8], expected: &[(usize, &str)]) {
    let found = read(bytes).unwrap_or_else(|oddity| panic!("{oddity}"));
    let read: Vec<_> = found.inner.iter().map(|inner| (inner.entry, inner.name.as_str())).collect();
    assert_eq!(read, expected, "{:?}", found.oddities);
    assert!(found.inner.iter().all(|inner| inner.found.drafts[0].1.url.as_deref() == Some(&inner.name)));
}

const PAGE: &str = "https://alderpost.example/ferry";

#[test]
fn a_page_is_read_however_its_body_was_sent() {
    let pieces = format!("{:x}\r\n{STORY}\r\n0\r\n\r\n", STORY.len());
    let gzip = packed(STORY.as_bytes());
    let bodies: [(&str, &[u8]); 6] = [
        ("", STORY.as_bytes()),
        ("Transfer-Encoding: chunked\r\n", pieces.as_bytes()),
        ("Transfer-Encoding: chunked\r\n", STORY.as_bytes()),
        ("Content-Encoding: gzip\r\n", &gzip),
        ("Content-Encoding: gzip\r\n", STORY.as_bytes()),
        ("Content-Encoding: identity\r\n", STORY.as_bytes()),
    ];
    for (fields, body) in bodies {
        check(&record("response", PAGE, &answer(fields, body)), &[(1, PAGE)]);
    }
}

#[test]
fn records_are_packed_one_by_one_or_together() {
    let one = record("response", PAGE, &answer("", STORY.as_bytes()));
    let other = record("resource", "https://alderpost.example/2", b"x");
    check(&[packed(&one), packed(&other), packed(&one)].concat(), &[(1, PAGE), (3, PAGE)]);
    check(&packed(&[other, one.clone(), one].concat()), &[(2, PAGE), (3, PAGE)]);
}

#[test]
fn captures_come_in_the_order_of_their_times() {
    let dated = |date: &str| {
        let record = String::from_utf8(record("response", PAGE, &answer("", STORY.as_bytes()))).expect("text");
        record.replacen("\r\n", &format!("\r\nWARC-Date: {date}\r\n"), 1).into_bytes()
    };
    let all = [dated("2031-05-04T10:00:00Z"), dated("2031-05-03T10:00:00Z"), dated("2031-05-03T10:00:00.5Z")].concat();
    check(&all, &[(2, PAGE), (3, PAGE), (1, PAGE)]);
}

#[test]
fn what_is_no_page_is_counted_in_one_sentence() {
    let page = record("response", PAGE, &answer("", STORY.as_bytes()));
    let moved = record("response", "http://alderpost.example/", b"HTTP/1.1 301 Moved\r\nLocation: /ferry\r\n\r\n");
    let picture =
        record("response", "https://alderpost.example/a.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx");
    let front =
        record("response", "https://alderpost.example/", &answer("", b"<html><body><a href=x>News</a></body></html>"));
    let all = [record("warcinfo", "", b""), page, moved, picture, front, record("revisit", PAGE, b"")].concat();
    let found = read(&all).expect("an archive");
    let said: Vec<_> = found.oddities.iter().map(|oddity| oddity.what.as_str()).collect();
    assert_eq!(
        said,
        [
            "Of 6 records these were passed over: pictures, scripts and other files (1), redirects and errors (1), captures of what had not changed (1), pages without an article (1)."
        ]
    );
}

#[test]
fn a_damaged_record_loses_itself_alone() {
    let page = record("response", PAGE, &answer("", STORY.as_bytes()));
    let lying =
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nshort\r\n\r\n".to_vec();
    check(&[lying, page.clone()].concat(), &[(2, PAGE)]);
    let cut = [page.as_slice(), &page[..page.len() / 2]].concat();
    let found = read(&cut).expect("an archive");
    assert_eq!((found.inner.len(), found.oddities[0].remedy), (1, Remedy::FetchAgain));
}

#[test]
fn an_archive_cut_anywhere_is_read_or_refused() {
    let page = record("response", PAGE, &answer("", b"<p>x"));
    for bytes in [page.clone(), packed(&page)] {
        for end in 8..bytes.len() {
            let _ = with_file("x.warc", &bytes[..end], read_warc);
        }
    }
}

#[test]
fn a_million_marks_take_no_time() {
    let started = read(&b"WARC/1.0\n".repeat(300_000));
    assert!(started.is_err() || started.is_ok_and(|found| found.inner.is_empty()));
    let _ = read(&b"WARC/1.0\n\n".repeat(300_000));
}
