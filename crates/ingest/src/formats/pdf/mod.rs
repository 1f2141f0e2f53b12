//! PDF: pages to lines, lines to reading order, lines to paragraphs, and what the first page and
//! the metadata say about the article.

mod direction;
mod glyphs;
mod lines;
mod order;
mod paragraphs;
mod running;
mod safety;
mod sections;

use super::{File, Found, head, press};
use crate::guard::quietly;
use lines::Line;
use paragraphs::Block;
use pdf_extract::{Dictionary, Document, Error, Object};
use running::Running;
use story::{Draft, Oddity, Remedy};

/// The header may stand after some bytes of debris.
pub(crate) fn is_pdf(file: &File) -> bool {
    const DEBRIS: usize = 1_024;
    let start = &file.bytes[..file.bytes.len().min(DEBRIS)];
    start.windows(6).any(|bytes| bytes.starts_with(b"%PDF-") && bytes[5].is_ascii_digit())
}

pub(crate) fn read_pdf(file: &File) -> Result<Found, Oddity> {
    safety::refuse(file)?;
    let mut document = Document::load_mem(file.bytes).map_err(|error| unloaded(file, &error))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(locked(file.name));
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return Err(cut_or_damaged(file));
    }
    if pages > file.bounds.pages {
        let what = format!("The document has {pages} pages; {} are read at most.", file.bounds.pages);
        return Err(Oddity::about(file.name, Remedy::Shrink, what, "Keep only the pages of the article."));
    }
    safety::defuse(&mut document);
    let pages = read_pages(&document);
    if pages.iter().all(Page::is_empty) {
        let what = "The document has no text, only pictures of it.";
        let advice = "Run text recognition (OCR) over it, then import it again.";
        return Err(Oddity::about(file.name, Remedy::Convert, what, advice));
    }
    Ok(article(file, &document, pages))
}

/// A page as far as it could be read.
#[derive(Debug, Default)]
struct Page {
    /// With their places, in reading order.
    lines: Vec<Line>,
    /// Without places, where only that could be had.
    plain: String,
}

impl Page {
    fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.plain.trim().is_empty()
    }
}

fn read_pages(document: &Document) -> Vec<Page> {
    document.get_pages().keys().map(|&number| read_page(document, number)).collect()
}

fn read_page(document: &Document, number: u32) -> Page {
    match quietly(|| glyphs::of_page(document, number)).flatten() {
        Some(glyphs) => {
            Page { lines: order::in_reading_order(direction::read(lines::of(&glyphs))), plain: String::new() }
        }
        None => {
            let plain = quietly(|| document.extract_text(&[number]).ok()).flatten();
            Page { lines: Vec::new(), plain: plain.unwrap_or_default() }
        }
    }
}

fn article(file: &File, document: &Document, mut pages: Vec<Page>) -> Found {
    let numbers = |is_such: fn(&Page) -> bool| -> Vec<usize> {
        (1..).zip(&pages).filter(|(_, page)| is_such(page)).map(|(number, _)| number).collect()
    };
    let without_places = numbers(|page| !page.plain.trim().is_empty());
    let empty = numbers(Page::is_empty);
    const LOOKED_AT: usize = 50;
    let in_columns: Vec<bool> = pages.iter().take(LOOKED_AT).map(sections::is_in_columns).collect();
    let running = running::removed(&mut pages);
    let facts = Facts::of(document);
    let blocks = paragraphs::of(&pages);
    let lines: Vec<String> = blocks.iter().map(|block| block.text.clone()).collect();
    if let Some(bundle) = press::bundle(file, &lines) {
        return bundle;
    }
    let mut oddities = doubts(file, &without_places, &empty);
    let heads = sections::of(&blocks, paragraphs::body_size(&blocks), &in_columns);
    let drafts = match heads.as_slice() {
        [] => {
            let mut draft = whole(&blocks, &running, &facts);
            oddities.extend(head::date_by_file(file.name, &mut draft, facts.created));
            vec![draft]
        }
        heads => each(&blocks, heads, &running),
    };
    let drafts = drafts.into_iter().filter(|draft| !draft.paragraphs.is_empty());
    Found { drafts: (1..).zip(drafts).collect(), oddities, ..Found::default() }
}

/// All of the document as one article.
fn whole(blocks: &[Block], running: &Running, facts: &Facts) -> Draft {
    let (title, masthead) = headline(blocks, facts.title.as_deref());
    let (before, after) = blocks.split_at(title.unwrap_or(0));
    let mut draft = Draft { outlet: masthead, ..Draft::default() };
    draft.title = title.map_or_else(String::new, |at| blocks[at].text.clone());
    fill(&mut draft, before, &after[usize::from(title.is_some())..], running);
    facts.fill(&mut draft);
    if draft.title.is_empty() {
        draft.title = head::title_of(&mut draft.paragraphs);
    }
    head::finish(&mut draft);
    draft
}

/// An article for each headline; what stands above the first one is about all of them.
fn each(blocks: &[Block], heads: &[usize], running: &Running) -> Vec<Draft> {
    let (_, masthead) = headline(blocks, None);
    let first = heads.first().copied().unwrap_or_default();
    let ends = heads.iter().skip(1).copied().chain([blocks.len()]);
    let of_section = |(&at, end): (&usize, usize)| {
        let is_cut = end < blocks.len() && end > at + 1 && sections::is_rubric(&blocks[end - 1]);
        let mut draft = Draft { outlet: masthead.clone(), title: blocks[at].text.clone(), ..Draft::default() };
        fill(&mut draft, &blocks[..first], &blocks[at + 1..end - usize::from(is_cut)], running);
        head::finish(&mut draft);
        draft
    };
    heads.iter().zip(ends).map(of_section).collect()
}

/// Takes the text, and what is said around it and in the margins of the pages.
fn fill(draft: &mut Draft, above: &[Block], below: &[Block], running: &Running) {
    let above: Vec<&str> = above.iter().map(|block| block.text.as_str()).collect();
    let mut margins = above.iter().copied().chain(running.texts.iter().map(String::as_str));
    draft.outlet = draft.outlet.take().or_else(|| margins.find_map(outlet_in));
    draft.url.clone_from(&running.url);
    let below = below.iter().map(|block| block.text.clone()).collect();
    let mut of_all = Draft::default();
    head::take_facts_above(&above, &mut of_all);
    draft.paragraphs = head::take_facts_below(below, draft);
    draft.byline = draft.byline.take().or(of_all.byline);
    draft.published = draft.published.take().or(of_all.published);
    draft.modified = draft.modified.take().or(of_all.modified);
    draft.outlet = draft.outlet.take().or(of_all.outlet);
    head::take_facts_above(&running.dates(), draft);
}

/// The name of the outlet in a line such as `The Harbour Post — page 4`.
fn outlet_in(line: &str) -> Option<String> {
    line.split(['—', '–', '|', '•', '·']).map(str::trim).find(|part| head::is_outlet(part)).map(str::to_owned)
}

/// What was read in part only; pages by number.
fn doubts(file: &File, without_places: &[usize], empty: &[usize]) -> Vec<Oddity> {
    let mut doubts = Vec::new();
    if !without_places.is_empty() {
        let pages = listed(without_places);
        let what = format!("The layout of page {pages} could not be read; its paragraphs may be cut wrongly.");
        doubts.push(Oddity::about(file.name, Remedy::Check, what, "Check the article's text."));
    }
    if !empty.is_empty() {
        let what = format!("There is no text on page {}.", listed(empty));
        let advice = "If the page holds a picture of text, run text recognition (OCR) over the file first.";
        doubts.push(Oddity::about(file.name, Remedy::Check, what, advice));
    }
    doubts
}

fn listed(pages: &[usize]) -> String {
    pages.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// The block that is the headline, and the name of the outlet if it stands above it in larger type.
///
/// The headline is what the metadata call the title, if that stands on the first page; else the
/// largest type there. A largest type of a word or three above another large one is a masthead.
fn headline(blocks: &[Block], title: Option<&str>) -> (Option<usize>, Option<String>) {
    let first_page: Vec<(usize, &Block)> = blocks.iter().enumerate().filter(|(_, block)| block.page == 0).collect();
    let body = paragraphs::body_size(blocks);
    let named = title.and_then(|title| {
        first_page.iter().find(|(_, block)| crate::plain::folded(&block.text) == crate::plain::folded(title))
    });
    if let Some(&(at, _)) = named {
        return (Some(at), None);
    }
    let large = |(_, block): &&(usize, &Block)| block.size > body * 1.15 && block.text.chars().any(char::is_alphabetic);
    let largest = |least_words: usize| {
        first_page
            .iter()
            .filter(large)
            .filter(|(_, block)| crate::plain::words(&block.text) >= least_words)
            .max_by(|(a, one), (b, other)| one.size.total_cmp(&other.size).then(b.cmp(a)))
    };
    let Some(&(at, _)) = largest(4).or_else(|| largest(1)) else { return (None, None) };
    let masthead = largest(1).filter(|(above, block)| *above < at && crate::plain::words(&block.text) <= 4);
    (Some(at), masthead.map(|(_, block)| block.text.clone()))
}

/// What the metadata say.
struct Facts {
    title: Option<String>,
    author: Option<String>,
    created: Option<story::Timestamp>,
}

impl Facts {
    fn of(document: &Document) -> Self {
        let info = document.trailer.get(b"Info").ok();
        let info = info.and_then(|info| document.dereference(info).ok()).and_then(|(_, info)| info.as_dict().ok());
        let text = |key: &[u8]| info.and_then(|info| text_in(document, info, key));
        Self {
            title: text(b"Title").filter(|title| is_title(title)),
            author: text(b"Author").filter(|author| crate::plain::words(author) >= 2),
            created: text(b"CreationDate").and_then(|date| created(&date)),
        }
    }

    fn fill(&self, draft: &mut Draft) {
        if draft.title.is_empty() {
            draft.title = self.title.clone().unwrap_or_default();
        }
        if draft.byline.is_none() {
            draft.byline.clone_from(&self.author);
        }
    }
}

fn text_in(document: &Document, info: &Dictionary, key: &[u8]) -> Option<String> {
    let (_, value) = document.dereference(info.get(key).ok()?).ok()?;
    let Object::String(bytes, _) = value else { return None };
    let text = match bytes.strip_prefix(b"\xFE\xFF") {
        Some(wide) => encoding_rs::UTF_16BE.decode_without_bom_handling(wide).0.into_owned(),
        None => crate::encoding::decode(bytes, None)?.text,
    };
    Some(crate::plain::one_line(&text)).filter(|text| !text.is_empty())
}

/// Programs write their own name or the file's into the title.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_file =
        [".doc", ".docx", ".indd", ".qxd", ".pdf", ".html", ".odt", ".txt"].iter().any(|end| lower.ends_with(end));
    let is_program = ["untitled", "microsoft word", "about:blank", "http://", "https://"]
        .iter()
        .any(|start| lower.starts_with(start));
    !is_file && !is_program && title.contains(' ')
}

/// The day of `D:20220412140530+02'00'`.
fn created(text: &str) -> Option<story::Timestamp> {
    let digits = text.strip_prefix("D:").unwrap_or(text).get(..8)?;
    crate::dates::read(digits, None).map(|dated| dated.timestamp)
}

fn locked(name: &str) -> Oddity {
    let what = "The document is locked with a password.";
    Oddity::about(name, Remedy::Unlock, what, "Open it with its password and save a copy without one.")
}

fn unloaded(file: &File, error: &Error) -> Oddity {
    match error {
        Error::Decryption(_) | Error::InvalidPassword => locked(file.name),
        _ => cut_or_damaged(file),
    }
}

/// A whole document ends with its own mark.
fn cut_or_damaged(file: &File) -> Oddity {
    const TAIL: usize = 4_096;
    let tail = &file.bytes[file.bytes.len().saturating_sub(TAIL)..];
    if tail.windows(5).any(|bytes| bytes == b"%%EOF") {
        let what = "The document is damaged and cannot be opened.";
        return Oddity::about(
            file.name,
            Remedy::Convert,
            what,
            "Print it to a new PDF, or copy its text into a text file.",
        );
    }
    let what = "The document is cut short: its end is missing.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Download or copy the file again.")
}

#[cfg(test)]
mod tests;
