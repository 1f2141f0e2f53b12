//! Property lists by hand: what Safari writes, and what nobody should.

use super::*;
use crate::formats::with_file;

fn with<T>(bytes: &[u8], look: impl FnOnce(&File) -> T) -> T {
    with_file("saved.webarchive", bytes, look)
}

/// A binary list of these objects, the first of which is the top.
fn list(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"bplist00".to_vec();
    let mut table = Vec::new();
    for object in objects {
        table.push(bytes.len() as u8);
        bytes.extend(object);
    }
    let start = bytes.len() as u64;
    bytes.extend(table);
    bytes.extend([0, 0, 0, 0, 0, 0, 1, 1]);
    for number in [objects.len() as u64, 0, start] {
        bytes.extend(number.to_be_bytes());
    }
    bytes
}

fn text(text: &str) -> Vec<u8> {
    [&[0x5F, 0x10, text.len() as u8], text.as_bytes()].concat()
}

fn archive() -> Vec<u8> {
    let wide = [vec![0x63], "é.x".encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
    let data = [vec![0x44], b"<p>a".to_vec()].concat();
    list(&[
        vec![0xD1, 1, 2],
        text("WebMainResource"),
        vec![0xD2, 3, 4, 5, 6],
        text("WebResourceURL"),
        text("WebResourceData"),
        wide,
        data,
    ])
}

#[test]
fn the_page_is_found_by_following_its_keys() {
    let expected = Resource { bytes: b"<p>a".to_vec(), url: Some("é.x".into()), ..Resource::default() };
    assert_eq!(with(&archive(), plist::main_resource), Some(expected));
}

#[test]
fn an_xml_list_holds_the_same() {
    let xml = "<?xml version='1.0'?><!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'http://x'><plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>PHA+\n YQ==</data><key>WebResourceURL</key><string>a&amp;b</string></dict></dict></plist>";
    let expected = Resource { bytes: b"<p>a".to_vec(), url: Some("a&b".into()), ..Resource::default() };
    assert!(with(xml.as_bytes(), is_webarchive));
    assert_eq!(with(xml.as_bytes(), plist::main_resource), Some(expected));
}

#[test]
fn a_list_that_names_itself_ends() {
    let itself = list(&[vec![0xD1, 1, 0], text("WebMainResource")]);
    assert_eq!(with(&itself, plist::main_resource), None);
}

#[test]
fn numbers_that_lie_are_seen() {
    let whole = archive();
    for at in 0..whole.len() {
        for byte in [0, 0xFF, whole[at] ^ 0x80] {
            let mut bytes = whole.clone();
            bytes[at] = byte;
            with(&bytes, plist::main_resource);
            with(&bytes[..at], plist::main_resource);
        }
    }
}
