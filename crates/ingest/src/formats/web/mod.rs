//! Saved web pages.

pub(super) mod body;
mod depth;
mod headline;
mod linked;
mod metadata;
mod page;
mod visible;

use super::{File, Found, press};
use crate::{bounds::said, encoding, language::language, plain::words};
pub(crate) use headline::without_slogan;
use metadata::Metadata;
use regex::bytes::Regex;
use std::sync::LazyLock;
use story::{Draft, Oddity, Remedy};

/// Whether the bytes begin as a page does.
pub(crate) fn is_web(file: &File) -> bool {
    static START: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?is-u)^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|h1|p)\b",
        )
        .expect("a pattern of ours compiles")
    });
    let start: Vec<u8> = file.bytes.iter().copied().take(8_192).filter(|&byte| byte != 0).collect();
    START.is_match(&start)
}

/// A page, and what is told beside it.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Saved<'a> {
    pub(crate) bytes: &'a [u8],
    /// Where it was found.
    pub(crate) address: Option<&'a str>,
    pub(crate) charset: Option<&'a str>,
}

pub(crate) fn read_web(file: &File) -> Result<Found, Oddity> {
    let saved = Saved { bytes: file.bytes, ..Saved::default() };
    let html = page(file, &saved)?;
    if let Some(found) = press::in_page(file, &html) {
        return Ok(found);
    }
    let (draft, oddities) = article(file, &html, &saved)?;
    Ok(Found { drafts: vec![(1, draft)], oddities, ..Found::default() })
}

/// Reads a page that lies in `file`, with what a person should look at.
pub(crate) fn read_saved(file: &File, saved: &Saved) -> Result<(Draft, Vec<Oddity>), Oddity> {
    article(file, &page(file, saved)?, saved)
}

fn article(file: &File, html: &str, saved: &Saved) -> Result<(Draft, Vec<Oddity>), Oddity> {
    let first = body::extracted(html).unwrap_or_default();
    let metadata = metadata::metadata(html, &first.metadata, saved.address);
    let first = body::paragraphs(&first.content_html, &metadata.headlines());
    let second = body::paragraphs(&body::second_opinion(html).unwrap_or_default(), &metadata.headlines());
    let agreement = body::agreement(&first, &second);
    // Of a live blog the first reader drops the posts' headings.
    let is_first = is_article(&first, &metadata) && !(metadata.is_live && is_article(&second, &metadata));
    let paragraphs = if is_first { first } else { second };
    if !is_article(&paragraphs, &metadata) {
        return Err(no_article(file));
    }
    let oddities = doubts(file, &paragraphs, &metadata, agreement);
    Ok((draft(paragraphs, metadata), oddities))
}

/// The paragraphs of HTML that is an article's text and nothing else, without furniture and without its headlines at
/// the top; `None` if it nests deeper than `depth`.
pub(crate) fn fragment(html: &str, headlines: &[&str], depth: usize) -> Option<Vec<String>> {
    (!depth::nests_deeper(html, depth)).then(|| body::paragraphs(html, headlines))
}

/// Words of prose that an article has at least. Pages that call themselves one may be briefer: a
/// news flash is a sentence or two.
const LEAST: usize = 30;
const LEAST_OF_A_FLASH: usize = 15;
/// Share of words that stand in prose: on front pages and in lists it is small.
const LEAST_SHARE: f64 = 0.2;

/// Whether the text is one article, and not a front page, a list, a wall or an error page.
fn is_article(paragraphs: &[String], metadata: &Metadata) -> bool {
    let prose = body::words_of_prose(paragraphs);
    if metadata.is_article {
        return prose >= LEAST_OF_A_FLASH;
    }
    prose >= LEAST && prose_share(paragraphs) >= LEAST_SHARE && !metadata.is_front_page()
}

fn prose_share(paragraphs: &[String]) -> f64 {
    let all: usize = paragraphs.iter().map(|paragraph| words(paragraph)).sum();
    body::words_of_prose(paragraphs) as f64 / all.max(1) as f64
}

fn draft(paragraphs: Vec<String>, metadata: Metadata) -> Draft {
    Draft {
        language: Some(language(&paragraphs, metadata.language.as_deref())),
        outlet: metadata.outlet,
        title: metadata.title,
        byline: metadata.byline,
        section: metadata.section,
        published: metadata.published,
        modified: metadata.modified,
        url: metadata.url,
        paragraphs,
    }
}

/// Below this agreement one of the two readers is off: on the benchmark's 181 pages 4 are below it,
/// with a mean F1 of 0.85, where all together have 0.974.
const DISAGREEMENT: f64 = 0.85;
/// Share of prose below which a page that does not call itself an article may be none.
const DOUBTFUL_SHARE: f64 = 0.35;
/// Words of prose below which an article for subscribers is taken for its free beginning.
const BEGINNING: usize = 150;

/// What a person should look at.
fn doubts(file: &File, paragraphs: &[String], metadata: &Metadata, agreement: f64) -> Vec<Oddity> {
    let mut doubts = Vec::new();
    if agreement < DISAGREEMENT {
        let what = format!(
            "Two ways of finding the article on this page share only {:.0} % of their text.",
            (agreement * 100.0).floor()
        );
        doubts.push(Oddity::about(
            file.name,
            Remedy::Check,
            what,
            "Look whether the text is whole and nothing strange is in it.",
        ));
    }
    if !metadata.is_article && prose_share(paragraphs) < DOUBTFUL_SHARE {
        let what = "This page hardly reads as an article: most of its lines are no sentences.";
        doubts.push(Oddity::about(file.name, Remedy::Check, what, "Remove it if it is a list or a front page."));
    }
    if metadata.is_live {
        let what = "The page is a live blog: posts of different times are one text here.";
        doubts.push(Oddity::about(
            file.name,
            Remedy::Check,
            what,
            "Mind that what it says later may replace what it says first.",
        ));
    }
    if metadata.is_for_subscribers && body::words_of_prose(paragraphs) < BEGINNING {
        let what = "The page says that only subscribers see all of it, and its text is short.";
        doubts.push(Oddity::about(
            file.name,
            Remedy::Check,
            what,
            "Sign in there and save the page again if it is cut.",
        ));
    }
    doubts
}

/// Bytes of a page: the longest articles have a few hundred thousand, with scripts a few million.
const MOST_BYTES: usize = 20 << 20;

/// The page as text, if it is within bounds.
fn page(file: &File, saved: &Saved) -> Result<String, Oddity> {
    if saved.bytes.len() > MOST_BYTES {
        let what = format!(
            "The page is larger ({}) than any article ({}).",
            said(saved.bytes.len() as u64),
            said(MOST_BYTES as u64)
        );
        return Err(Oddity::about(file.name, Remedy::Shrink, what, "Copy the article's text into a text file."));
    }
    let declared = saved.charset.map(str::as_bytes).or_else(|| charset(saved.bytes));
    let decoded = encoding::decode(saved.bytes, declared).ok_or_else(|| no_article(file))?;
    if depth::nests_deeper(&decoded.text, file.bounds.depth) {
        let what = format!("Its tags are nested more than {} deep, which no article needs.", file.bounds.depth);
        return Err(Oddity::about(file.name, Remedy::Shrink, what, "Copy the article's text into a text file."));
    }
    Ok(decoded.text)
}

/// The charset that a page declares near its top.
fn charset(bytes: &[u8]) -> Option<&[u8]> {
    static CHARSET: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i-u)<(?:meta\s[^>]*charset|\?xml\s[^>]*encoding)\s*=\s*["']?\s*([\w:.-]+)"#)
            .expect("a pattern of ours compiles")
    });
    let start = &bytes[..bytes.len().min(8_192)];
    CHARSET.captures(start).and_then(|captures| captures.get(1)).map(|label| label.as_bytes())
}

fn no_article(file: &File) -> Oddity {
    let what = "No article was found on this page: it may be a front page, a list or a login wall.";
    Oddity::about(
        file.name,
        Remedy::FetchAgain,
        what,
        "Open the article itself, signed in if need be, and save it again.",
    )
}

#[cfg(test)]
mod tests;
