//! WACZ: web archives in a ZIP, with a list of the pages that somebody chose.

use super::{Captures, File, Found};
use serde::Deserialize;
use std::{collections::BTreeSet, io::Cursor};
use story::{Oddity, Remedy};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(crate) fn is_wacz(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(file.bytes)).is_ok_and(|archive| {
            let names = || archive.file_names().flatten();
            names().any(|name| name == "datapackage.json") && names().any(|name| is_archive(&name))
        })
}

pub(crate) fn read_wacz(file: &File) -> Result<Found, Oddity> {
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file))?;
    let listed = listed(file, &mut archive);
    let mut names: Vec<String> = archive.file_names().flatten().map(|name| name.to_string()).collect();
    names.retain(|name| is_archive(name));
    names.sort();
    let mut captures = Captures::new(file, listed);
    for name in names {
        match member(file, &mut archive, &name) {
            Ok(bytes) => captures.take_all(&name, &bytes),
            Err(oddity) => captures.found.oddities.push(oddity),
        }
    }
    captures.end()
}

fn is_archive(name: &str) -> bool {
    name.starts_with("archive/") && (name.ends_with(".warc") || name.ends_with(".warc.gz"))
}

fn member(file: &File, archive: &mut Archive, name: &str) -> Result<Vec<u8>, Oddity> {
    let member = archive.by_name(name).map_err(|_| damaged(file))?;
    file.unpacked(name, member)
}

/// A line in the list of pages; the first says what the list is.
#[derive(Deserialize)]
struct Page {
    url: Option<String>,
}

/// The addresses of the pages that are listed, if any are.
fn listed(file: &File, archive: &mut Archive) -> Option<BTreeSet<String>> {
    let bytes = member(file, archive, "pages/pages.jsonl").ok()?;
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.lines().filter_map(|line| serde_json::from_str::<Page>(line).ok());
    let listed: BTreeSet<String> = pages.filter_map(|page| page.url).map(|url| key(&url)).collect();
    (!listed.is_empty()).then_some(listed)
}

/// What two addresses of one page have in common.
pub(super) fn key(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default().trim();
    address.trim_end_matches('/').to_owned()
}

fn damaged(file: &File) -> Oddity {
    let what = "The archive is damaged or cut short.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Download or export it again.")
}
