//! Europresse: pages in both layouts, the parts of an article told by their class, and PDF, told by its lines.

use super::{Cut, author, is_name, moment, page};
use crate::{dates_in_text, plain::one_line};
use regex::Regex;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;
use story::Draft;

/// The articles of a page: each begins with the name of its publication.
pub(super) fn in_page(html: &Html) -> Vec<Cut> {
    static PARTS: LazyLock<Selector> = LazyLock::new(|| {
        Selector::parse(
            ".DocPublicationName, .DocHeader, .DocTitreSousSection, .titreArticle, .titreArticleVisu, .TitreArticleVisu, .sm-margin-bottomNews, .DocText, .docOcurrContainer",
        )
        .expect("a selector of ours parses")
    });
    let mut cuts: Vec<Cut> = Vec::new();
    for part in html.select(&PARTS) {
        if has(&part, &["DocPublicationName"]) {
            let outlet = outlet(&text(&part));
            cuts.push(Cut { draft: Draft { outlet, ..Draft::default() }, is_open: false });
        } else if let Some(cut) = cuts.last_mut() {
            take_part(&part, &mut cut.draft);
        }
    }
    cuts
}

fn take_part(part: &ElementRef, draft: &mut Draft) {
    const TITLES: &[&str] = &["titreArticle", "titreArticleVisu", "TitreArticleVisu"];
    if has(part, TITLES) {
        if draft.title.is_empty() {
            draft.title = title(part);
        }
    } else if has(part, &["DocText", "docOcurrContainer"]) {
        if draft.paragraphs.is_empty() {
            draft.paragraphs = page::lines(*part);
        }
    } else if has(part, &["sm-margin-bottomNews"]) {
        let in_title = part.ancestors().filter_map(ElementRef::wrap).any(|around| has(&around, TITLES));
        draft.byline = draft.byline.take().or_else(|| author(&text(part)).filter(|_| !in_title));
    } else if draft.published.is_none() {
        draft.section = draft.section.take().or_else(|| section(&text(part)));
        const PIECES: usize = 24; // of text: what stands around a date is a line
        let around = part.parent().and_then(ElementRef::wrap);
        let beside = around.map(|around| one_line(&around.text().take(PIECES).collect::<String>()));
        draft.published =
            dates_in_text::moment(&text(part)).or_else(|| beside.as_deref().and_then(dates_in_text::moment));
    }
}

/// The headline without the lines above and below it that stand in the same part.
fn title(part: &ElementRef) -> String {
    static HEADLINE: LazyLock<Selector> = LazyLock::new(|| {
        Selector::parse(".rdp__articletitle, .titreArticleVisu, .TitreArticleVisu").expect("a selector of ours parses")
    });
    let headlines: Vec<ElementRef> = part.select(&HEADLINE).collect();
    let named = headlines.iter().find(|headline| has(headline, &["rdp__articletitle"]));
    let seen = headlines.iter().find(|headline| !has(headline, &["rdp__subtitle"]));
    named.or(seen).map_or_else(|| text(part), text)
}

/// What stands before the day: "Région, dimanche 4 mai 2031, p. 4".
fn section(line: &str) -> Option<String> {
    let (section, rest) = line.split_once(',')?;
    let is_day = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    (!is_day(section) && is_day(rest)).then(|| section.trim().to_owned())
}

fn has(element: &ElementRef, classes: &[&str]) -> bool {
    element.value().classes().any(|class| classes.contains(&class))
}

fn text(element: &ElementRef) -> String {
    one_line(&element.text().collect::<String>())
}

/// A publication's name without the number of its issue: `Le Courrier, no. 43018`.
fn outlet(text: &str) -> Option<String> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)\s*[,;]\s*(?:no\.?|n°|nº|num\.?|vol\.?)\s*\S.*$").expect("a pattern of ours compiles")
    });
    let name = NUMBER.replace(text, "").trim().to_owned();
    (!name.is_empty()).then_some(name)
}

/// Whether the lines are those of a PDF: documents end with their number.
pub(super) fn made(lines: &[String]) -> bool {
    lines.iter().any(|line| is_number(line)) && lines.iter().any(|line| is_reserved(line))
}

pub(super) fn articles(lines: &[String]) -> Vec<Cut> {
    let whole = lines.split(|line| is_number(line)).count() - 1;
    let parts = lines.split(|line| is_number(line)).enumerate();
    let drafts = parts.filter_map(|(at, lines)| Some((at, draft(lines)?)));
    drafts.map(|(at, draft)| Cut { draft, is_open: at == whole }).collect()
}

/// `news·20310503·CPA·0123456`.
fn is_number(line: &str) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\p{L}+\s?·\s?(?:19|20)\d{6}\w*\s?·\s?\w+\s?·\s?\S+$").expect("a pattern of ours compiles")
    });
    NUMBER.is_match(line)
}

/// `© 2031 Le Courrier. Tous droits réservés.` and what is said of the copy.
fn is_reserved(line: &str) -> bool {
    const SIGNS: &[&str] = &[
        "tous droits réservés",
        "all rights reserved",
        "ce document est réservé",
        "certificat émis le",
        "le présent document est protégé",
        "ce certificat est émis",
    ];
    let lower = line.to_lowercase();
    line.starts_with('©') || SIGNS.iter().any(|sign| lower.contains(sign))
}

/// `Le Courrier • p. 4 • 512 mots`.
fn place(line: &str) -> Option<&str> {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?P<outlet>.+?) • (?:p\. .+|[\d \u{a0}]+ (?:mots|words))$").expect("a pattern of ours compiles")
    });
    PLACE.captures(line)?.name("outlet").map(|outlet| outlet.as_str())
}

/// An article begins with its date and the place where it stood, the outlet in either; the headline follows.
fn draft(lines: &[String]) -> Option<Draft> {
    let at = (0..lines.len())
        .rev()
        .find(|&at| place(&lines[at]).is_some())
        .or_else(|| lines.iter().rposition(|line| moment(line).is_some()))?;
    let mut draft = Draft::default();
    let near = [at.checked_sub(1), Some(at), Some(at + 1)];
    let dated = near.into_iter().flatten().find(|&at| lines.get(at).is_some_and(|line| moment(line).is_some()));
    draft.published = dated.and_then(|at| moment(&lines[at]));
    let above = |at: usize| at.checked_sub(1).map(|at| lines[at].as_str());
    draft.outlet = place(&lines[at]).or_else(|| above(at)).and_then(outlet);
    let below = &lines[dated.map_or(at, |dated| dated.max(at)) + 1..];
    draft.title = below.first()?.clone();
    let byline = below.get(1).filter(|line| crate::furniture::byline(line).is_some() || is_name(line));
    draft.byline = byline.and_then(|line| author(line));
    let text = below.iter().skip(1 + usize::from(byline.is_some()));
    draft.paragraphs = text.take_while(|line| !is_reserved(line)).cloned().collect();
    Some(draft)
}
