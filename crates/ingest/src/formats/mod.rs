//! The formats that can be read: one line a format, told by content first, extension second.

mod archives;
mod closed;
mod feeds;
mod head;
mod mail;
mod mhtml;
mod newsroom;
mod office;
mod pdf;
mod press;
mod references;
mod tables;
mod tei;
mod text;
mod warc;
pub(crate) mod web;
mod webarchive;

use crate::{Bounds, ColumnMap, Sample, nesting::Nesting};
pub(crate) use references::attached;
use story::{Draft, Oddity};
pub(crate) use tables::entity;

/// One file to read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) bounds: &'a Bounds,
    /// Which column holds what, if the file is a table.
    pub(crate) columns: &'a ColumnMap,
    /// How deep it lies in other files, and what all files of the outermost one may still cost.
    pub(crate) nesting: &'a Nesting,
}

/// What a format found in a file.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// With the 1-based line or member of each.
    pub(crate) drafts: Vec<(usize, Draft)>,
    pub(crate) oddities: Vec<Oddity>,
    /// What was found in the files inside the file.
    pub(crate) inner: Vec<Inner>,
    /// How the file looks, if it is a table.
    pub(crate) table: Option<Sample>,
}

/// What was found in a file inside another.
#[derive(Debug)]
pub(crate) struct Inner {
    /// The 1-based number of the member.
    pub(crate) entry: usize,
    pub(crate) name: String,
    pub(crate) format: &'static Format,
    pub(crate) found: Found,
}

/// One readable format.
#[derive(Debug)]
pub(crate) struct Format {
    pub(crate) name: &'static str,
    /// Goes up when the reader's results change.
    pub(crate) version: u32,
    /// Whether the bytes look like this format.
    pub(crate) content: fn(&File) -> bool,
    /// Lower-case endings that files of this format carry.
    pub(crate) endings: &'static [&'static str],
    pub(crate) read: fn(&File) -> Result<Found, Oddity>,
}

/// Asked in this order for their content, then for their ending; the last one reads anything.
#[rustfmt::skip] // one line a format
const FORMATS: &[Format] = &[
    Format { name: "pdf", version: 1, content: pdf::is_pdf, endings: &["pdf"], read: pdf::read_pdf },
    Format { name: "docx", version: 1, content: office::is_docx, endings: &["docx", "docm"], read: office::read_docx },
    Format { name: "rtf", version: 1, content: office::is_rtf, endings: &["rtf"], read: office::read_rtf },
    Format { name: "odt", version: 1, content: office::is_odt, endings: &["odt", "ott"], read: office::read_odt },
    Format { name: "epub", version: 1, content: office::is_epub, endings: &["epub"], read: office::read_epub },
    Format { name: "wacz", version: 1, content: warc::is_wacz, endings: &["wacz"], read: warc::read_wacz },
    Format { name: "warc", version: 1, content: warc::is_warc, endings: &["warc"], read: warc::read_warc },
    Format { name: "xlsx", version: 1, content: tables::is_xlsx, endings: &["xlsx", "xlsm"], read: tables::read_xlsx },
    Format { name: "ods", version: 1, content: tables::is_ods, endings: &["ods"], read: tables::read_ods },
    Format { name: "parquet", version: 1, content: tables::is_parquet, endings: &["parquet"], read: tables::read_parquet },
    Format { name: "office package", version: 1, content: closed::is_package, endings: &["pages", "key", "numbers"], read: closed::refuse_package },
    Format { name: "zip", version: 1, content: archives::is_zip, endings: &["zip"], read: archives::read_zip },
    Format { name: "7z", version: 1, content: archives::is_seven, endings: &["7z"], read: archives::read_seven },
    Format { name: "gzip", version: 1, content: archives::is_gzip, endings: &["gz", "tgz"], read: archives::read_gzip },
    Format { name: "tar", version: 1, content: archives::is_tar, endings: &["tar"], read: archives::read_tar },
    Format { name: "rar", version: 1, content: closed::is_rar, endings: &["rar"], read: closed::refuse_rar },
    Format { name: "msg", version: 1, content: mail::is_msg, endings: &["msg"], read: mail::read_msg },
    Format { name: "xls", version: 1, content: tables::is_xls, endings: &["xls"], read: tables::read_xls },
    Format { name: "old office", version: 1, content: closed::is_old_office, endings: &["doc", "ppt"], read: closed::refuse_old_office },
    Format { name: "webarchive", version: 1, content: webarchive::is_webarchive, endings: &["webarchive"], read: webarchive::read_webarchive },
    Format { name: "mhtml", version: 1, content: mhtml::is_mhtml, endings: &["mhtml", "mht"], read: mhtml::read_mhtml },
    Format { name: "newsml", version: 1, content: newsroom::is_newsml, endings: &[], read: newsroom::read_newsml },
    Format { name: "nitf", version: 1, content: newsroom::is_nitf, endings: &["nitf"], read: newsroom::read_nitf },
    Format { name: "ninjs", version: 1, content: newsroom::is_ninjs, endings: &["ninjs"], read: newsroom::read_ninjs },
    Format { name: "mbox", version: 1, content: mail::is_mbox, endings: &["mbox", "mbx"], read: mail::read_mbox },
    Format { name: "eml", version: 1, content: mail::is_eml, endings: &["eml", "emlx"], read: mail::read_eml },
    Format { name: "zotero", version: 1, content: references::is_zotero, endings: &["rdf"], read: references::read_zotero },
    Format { name: "feed", version: 1, content: feeds::is_feed, endings: &["rss", "atom", "xml"], read: feeds::read_feed },
    Format { name: "json feed", version: 1, content: feeds::is_json_feed, endings: &[], read: feeds::read_json_feed },
    Format { name: "csl", version: 1, content: references::is_csl, endings: &[], read: references::read_csl },
    Format { name: "jsonl", version: 2, content: tables::is_jsonl, endings: &["jsonl", "ndjson"], read: tables::read_jsonl },
    Format { name: "json", version: 1, content: tables::is_json, endings: &["json"], read: tables::read_json },
    Format { name: "ris", version: 1, content: references::is_ris, endings: &["ris"], read: references::read_ris },
    Format { name: "bibtex", version: 1, content: references::is_bibtex, endings: &["bib", "bibtex"], read: references::read_bibtex },
    Format { name: "csv", version: 1, content: tables::is_delimited, endings: &["csv", "tsv", "tab"], read: tables::read_delimited },
    Format { name: "tei", version: 1, content: tei::is_tei, endings: &["tei"], read: tei::read_tei },
    Format { name: "web", version: 1, content: web::is_web, endings: &["html", "htm", "xhtml"], read: web::read_web },
    Format { name: "markdown", version: 1, content: text::is_markdown, endings: &["md", "markdown", "mdown"], read: text::read_markdown },
    Format { name: "text", version: 1, content: |_| false, endings: &["txt", "text"], read: text::read_text },
];

/// The format of a file: by content, else by ending, else the last of the list.
pub(crate) fn told_by(file: &File) -> &'static Format {
    let ending = file.name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    FORMATS
        .iter()
        .find(|format| (format.content)(file))
        .or_else(|| FORMATS.iter().find(|format| format.endings.contains(&ending.as_str())))
        .unwrap_or_else(|| FORMATS.last().expect("the list is not empty"))
}

/// The format of pages that are known to be some.
pub(crate) fn web() -> &'static Format {
    FORMATS.iter().find(|format| format.name == "web").expect("the list has it")
}

/// Whether files with this ending can be read, as far as endings tell; without its dot, in any case.
pub fn reads_ending(ending: &str) -> bool {
    let ending = ending.to_lowercase();
    const CLOSED: &[&str] = &["old office", "office package", "rar"];
    FORMATS.iter().any(|format| format.endings.contains(&ending.as_str()) && !CLOSED.contains(&format.name))
}

/// What `look` sees in a file that lies in no other.
#[cfg(test)]
pub(crate) fn with_file<T>(name: &str, bytes: &[u8], look: impl FnOnce(&File) -> T) -> T {
    let (bounds, columns) = (Bounds::default(), ColumnMap::default());
    let nesting = Nesting::outermost(&bounds, crate::Watch::default());
    look(&File { name, bytes, bounds: &bounds, columns: &columns, nesting: &nesting })
}
