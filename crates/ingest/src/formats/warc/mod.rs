//! Web archives (WARC), plain or packed record by record, and collections of them (WACZ): each page that was captured is
//! an article candidate, read as a page found at its address.

mod http;
mod records;
mod wacz;

use super::{File, Found, Inner};
use crate::bounds::said;
use flate2::bufread::GzDecoder;
use http::Response;
use records::{Record, records};
use std::{collections::BTreeSet, fmt::Write as _, io::Read};
use story::{Oddity, Remedy};
pub(crate) use wacz::{is_wacz, read_wacz};

const GZIP: &[u8] = b"\x1F\x8B\x08";

/// Whether the file begins with a record, packed or not.
pub(crate) fn is_warc(file: &File) -> bool {
    const MARK: &[u8] = b"WARC/";
    let mut start = [0; MARK.len()];
    let is_packed = file.bytes.starts_with(GZIP) && GzDecoder::new(file.bytes).read_exact(&mut start).is_ok();
    file.bytes.starts_with(MARK) || (is_packed && start == MARK)
}

pub(crate) fn read_warc(file: &File) -> Result<Found, Oddity> {
    let mut captures = Captures::new(file, None);
    captures.take_all(file.name, file.bytes);
    captures.end()
}

/// Goes through the records of one archive or of several.
struct Captures<'a> {
    file: &'a File<'a>,
    /// The addresses that are asked for, where not all are.
    only: Option<BTreeSet<String>>,
    /// Records met so far.
    entry: usize,
    found: Found,
    /// Pages with the times at which they were captured, in ISO 8601 as archives write it.
    pages: Vec<(String, Inner)>,
    passed_over: PassedOver,
    /// The first record that ends before its content does.
    cut: Option<Oddity>,
}

/// What was met and is no article.
#[derive(Debug, Default)]
struct PassedOver {
    /// Requests, and what archives say about themselves.
    about: usize,
    /// Pictures, scripts, style sheets, robots.txt.
    files: usize,
    /// Redirects and errors.
    unanswered: usize,
    /// Captures that say only that nothing had changed.
    revisits: usize,
    /// Pages that are not asked for.
    unlisted: usize,
    /// Front pages, lists, walls.
    no_articles: usize,
}

impl<'a> Captures<'a> {
    fn new(file: &'a File<'a>, only: Option<BTreeSet<String>>) -> Self {
        let (found, passed_over) = (Found::default(), PassedOver::default());
        Self { file, only, entry: 0, found, pages: Vec::new(), passed_over, cut: None }
    }

    /// Takes the records of `bytes`, which are called `name`. Packed ones are unpacked one by one, so that each is
    /// bounded by itself, and all are by what an archive may unfold to.
    fn take_all(&mut self, name: &str, bytes: &[u8]) {
        let mut rest = bytes;
        if !rest.starts_with(GZIP) {
            self.take_records(name, rest);
            return;
        }
        while rest.starts_with(GZIP) {
            match self.file.unpacked(name, GzDecoder::new(&mut rest)) {
                Ok(unpacked) => self.take_records(name, &unpacked),
                Err(oddity) => {
                    self.found.oddities.push(oddity);
                    return;
                }
            }
        }
        if rest.iter().any(|&byte| byte != 0) {
            self.cut.get_or_insert_with(|| cut_short(name));
        }
    }

    fn take_records(&mut self, name: &str, bytes: &[u8]) {
        for record in records(bytes) {
            self.entry += 1;
            self.file.nesting.pulse.beat();
            match record {
                Ok(record) => self.take(&record),
                Err(records::Cut) => _ = self.cut.get_or_insert_with(|| cut_short(name)),
            }
        }
    }

    fn take(&mut self, record: &Record) {
        let address = record.field("WARC-Target-URI").unwrap_or_default().trim_matches(['<', '>']);
        let at = record.field("WARC-Date").unwrap_or_default();
        match record.field("WARC-Type").unwrap_or_default() {
            "response" if !record.is_of_http() => self.passed_over.files += 1,
            "response" => match Response::read(record.content) {
                Some(response) => self.take_response(address, at, &response),
                None => self.passed_over.unanswered += 1,
            },
            "resource" => self.take_page(address, at, record.content, record.field("Content-Type").unwrap_or_default()),
            "revisit" => self.passed_over.revisits += 1,
            _ => self.passed_over.about += 1,
        }
    }

    fn take_response(&mut self, address: &str, at: &str, response: &Response) {
        if response.status != 200 {
            self.passed_over.unanswered += 1;
            if let Some(target) = response.field("Location").filter(|_| self.is_asked_for(address)) {
                let target = http::resolved(address, target);
                self.only.iter_mut().for_each(|only| _ = only.insert(wacz::key(&target)));
            }
            return;
        }
        let kind = response.field("Content-Type").unwrap_or_default();
        if !is_page(address, kind) {
            self.passed_over.files += 1;
            return;
        }
        match response.body(self.file) {
            Ok(body) => self.take_page(address, at, &body, kind),
            Err(oddity) => self.found.oddities.push(Oddity { path: address.to_owned(), ..oddity }.at(self.entry)),
        }
    }

    fn take_page(&mut self, address: &str, at: &str, body: &[u8], kind: &str) {
        if !is_page(address, kind) {
            self.passed_over.files += 1;
        } else if !self.is_asked_for(address) {
            self.passed_over.unlisted += 1;
        } else {
            let inner = self.file.open_page(self.entry, body, address, http::charset(kind));
            let is_no_article = |oddity: &Oddity| oddity.remedy == Remedy::FetchAgain;
            if inner.found.drafts.is_empty() && inner.found.oddities.iter().all(is_no_article) {
                self.passed_over.no_articles += 1;
            } else {
                self.pages.push((at.to_owned(), inner));
            }
        }
    }

    fn is_asked_for(&self, address: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&wacz::key(address)))
    }

    fn end(mut self) -> Result<Found, Oddity> {
        let name = self.file.name;
        // Of versions that tell no time themselves the one that comes last is the newest.
        self.pages.sort_by(|(one, _), (other, _)| one.trim_end_matches('Z').cmp(other.trim_end_matches('Z')));
        self.found.inner.extend(self.pages.drain(..).map(|(_, page)| page));
        self.found.oddities.extend(self.cut.take());
        if self.entry == 0 {
            let oddity = self.found.oddities.pop();
            return Err(oddity.map_or_else(|| cut_short(name), |oddity| Oddity { path: name.to_owned(), ..oddity }));
        }
        let what = self.passed_over.said(self.entry);
        self.found.oddities.extend(what.map(|what| Oddity::about(name, Remedy::Nothing, what, "")));
        if self.found.inner.is_empty() && !self.found.oddities.iter().any(Oddity::is_failure) {
            let what = format!(
                "None of the archive's {} records ({}) is an article.",
                self.entry,
                said(self.file.bytes.len() as u64)
            );
            let advice = "Open the article itself in the crawler and capture it again.";
            self.found.oddities.push(Oddity::about(name, Remedy::FetchAgain, what, advice));
        }
        Ok(self.found)
    }
}

impl PassedOver {
    /// All of it in one sentence; `None` if it is nothing.
    fn said(&self, records: usize) -> Option<String> {
        let parts = [
            (self.files, "pictures, scripts and other files"),
            (self.unanswered, "redirects and errors"),
            (self.revisits, "captures of what had not changed"),
            (self.unlisted, "pages that the archive does not list"),
            (self.no_articles, "pages without an article"),
        ];
        let mut said = String::new();
        for (count, what) in parts.into_iter().filter(|(count, _)| *count > 0) {
            let between = if said.is_empty() { "" } else { ", " };
            write!(said, "{between}{what} ({count})").expect("a string takes all");
        }
        (!said.is_empty()).then(|| format!("Of {records} records these were passed over: {said}."))
    }
}

/// Whether what an address gave may be an article's page.
fn is_page(address: &str, kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "text/html" | "application/xhtml+xml")
        && (address.starts_with("http://") || address.starts_with("https://"))
        && !address.ends_with("/robots.txt")
}

fn cut_short(name: &str) -> Oddity {
    let what = "The archive is damaged or cut short: a record ends in the middle.";
    Oddity::about(name, Remedy::FetchAgain, what, "Download or export it again.")
}

#[cfg(test)]
mod tests;
