//! Electronic books (EPUB): newspapers that a reading program collects, articles saved for later, books. Each chapter
//! that reads as an article is one.

mod opf;

use super::{Facts, File, Found, Texts, damaged, draft, package::Parts};
use crate::{
    dates,
    formats::web::body::{leveled, words_of_prose},
};
use opf::Book;
use regex::Regex;
use std::sync::LazyLock;
use story::{Draft, Oddity, Timestamp};

pub(crate) fn is_epub(file: &File) -> bool {
    Parts::begin_with(file, b"application/epub+zip") || Parts::hold(file, |name| name == "META-INF/container.xml")
}

pub(crate) fn read_epub(file: &File) -> Result<Found, Oddity> {
    let parts = Parts::of(file, |name| !is_picture(name))?;
    let book = Book::of(&parts, file.bounds.depth).ok_or_else(|| damaged(file.name))?;
    let chapters = chapters(&parts, &book);
    let is_alone = chapters.len() == 1;
    let mut found = Found::default();
    for (entry, chapter) in chapters {
        found.drafts.push((entry, article(chapter, &book, is_alone)));
    }
    Ok(found)
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ["jpg", "jpeg", "png", "gif", "webp", "svg", "otf", "ttf", "woff", "woff2", "css", "mp3", "mp4", "js"]
        .contains(&ending.as_str())
}

/// The texts of one chapter, and the address from which it was taken.
struct Chapter {
    part: String,
    texts: Texts,
    url: Option<String>,
}

/// The chapters that read as articles, by their place in the book.
fn chapters(parts: &Parts, book: &Book) -> Vec<(usize, Chapter)> {
    let mut chapters: Vec<(usize, Chapter)> = Vec::new();
    for (entry, part) in (1..).zip(&book.spine) {
        let Some(chapter) = parts.get(part).filter(|html| !is_front_matter(html)).map(|html| Chapter::of(part, html))
        else {
            continue;
        };
        match chapters.last_mut() {
            Some((_, before)) if chapter.continues(before) => {
                before.texts.0.extend(chapter.texts.0);
                before.url = before.url.take().or(chapter.url);
            }
            _ => chapters.push((entry, chapter)),
        }
    }
    chapters.retain(|(_, chapter)| chapter.is_article());
    chapters
}

/// Whether a chapter calls itself cover, contents or imprint.
fn is_front_matter(html: &str) -> bool {
    static TYPE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r#"<(?:body|section|nav|div)\b[^>]{0,300}\b(?:epub:type|role)\s*=\s*["'][^"']*\b(?:cover|toc|titlepage|copyright-page|landmarks|index|colophon|dedication|imprint)\b"#,
        )
    });
    TYPE.is_match(&html[..html.floor_char_boundary(4_096)])
}

impl Chapter {
    fn of(part: &str, html: &str) -> Self {
        let mut chapter = Self { part: part.to_owned(), texts: Texts(leveled(&expanded(html))), url: None };
        chapter.texts.0.retain(|(_, text)| match downloaded_from(text) {
            Some(url) => {
                chapter.url = Some(url);
                false
            }
            None => !is_menu(text),
        });
        chapter
    }

    /// Programs cut long chapters in two: `news_split_001.html` has no heading of its own.
    fn continues(&self, before: &Self) -> bool {
        let stem = |part: &str| part.split_once("_split_").map(|(stem, _)| stem.to_owned());
        let is_same = stem(&self.part).is_some() && stem(&self.part) == stem(&before.part);
        is_same && self.texts.0.iter().all(|(level, _)| level.is_none())
    }

    fn is_article(&self) -> bool {
        const LEAST: usize = 30;
        // A list of what is in the issue gives the beginning of each article.
        let is_teaser = |text: &str| text.ends_with(['…', '>']) || text.ends_with("...");
        let texts = self.texts.0.iter().map(|(_, text)| text).filter(|text| !is_teaser(text));
        words_of_prose(&texts.cloned().collect::<Vec<_>>()) >= LEAST && !is_list_of_feed(&self.part)
    }
}

/// `feed_3/index.html`, where calibre lists the articles of a section.
fn is_list_of_feed(part: &str) -> bool {
    let mut steps = part.rsplit('/');
    let (file, folder) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    file.starts_with("index") && folder.starts_with("feed_")
}

/// XHTML lets any element close itself; as HTML, `<title/>` would swallow the chapter.
fn expanded(html: &str) -> String {
    static CLOSED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"<(title|script|style|a|span|div|p|i|b|em|strong|iframe|textarea)\b([^<>]*)/>"));
    CLOSED.replace_all(html, "<$1$2></$1>").into_owned()
}

/// `This article was downloaded by calibre from https://…`.
fn downloaded_from(text: &str) -> Option<String> {
    let rest = text.strip_prefix("This article was downloaded by calibre from")?;
    let url = rest.split(|c: char| c.is_whitespace() || c == '|').find(|word| word.starts_with("http"));
    Some(url.unwrap_or_default().to_owned())
}

/// `| Next | Section menu | Main menu | Previous |`.
fn is_menu(text: &str) -> bool {
    const MENU: &[&str] = &["next", "previous", "section", "main", "menu", "up", "one", "level"];
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| MENU.contains(&word.to_lowercase().as_str()))
}

fn article(chapter: Chapter, book: &Book, is_alone: bool) -> Draft {
    let of_all = |text: &Option<String>| text.clone().filter(|_| is_alone);
    let facts = Facts {
        title: of_all(&book.title),
        author: book.author.clone(),
        language: book.language.clone(),
        ..Facts::default()
    };
    let mut draft = draft(&facts, chapter.texts);
    draft.outlet = draft.outlet.or_else(|| book.outlet.clone());
    draft.published = draft.published.or_else(|| day(book.date.as_deref()?));
    draft.url = chapter.url.filter(|url| !url.is_empty()).or_else(|| of_all(&book.source));
    draft
}

/// The issue has a day; the hour in the file is that of the download.
fn day(text: &str) -> Option<Timestamp> {
    let read = dates::read(text, None).filter(|dated| !dated.ambiguous)?.timestamp;
    read.date().map(Timestamp::from_date).or(Some(read))
}

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a pattern of ours compiles")
}
