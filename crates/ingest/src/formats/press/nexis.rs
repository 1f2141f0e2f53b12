//! Nexis, Nexis Uni and LexisNexis.
//!
//! Today: headline, outlet, date, edition, copyright, labelled fields, `Body`, the text, what was indexed, and `End of
//! Document`. Before: `3 of 40 DOCUMENTS`, outlet, date, edition, headline, labelled fields, the text, what was indexed.
//! Above the first article stand a cover and a list of what was found.

use super::{
    Cut, author,
    labels::{Label, Labels, labelled},
    moment,
};
use regex::Regex;
use std::sync::LazyLock;
use story::Draft;

pub(super) fn made(lines: &[String]) -> bool {
    lines.iter().any(|line| is_end(line) || is_number(line)) && lines.iter().any(|line| is_field(line))
}

pub(super) fn articles(lines: &[String]) -> Vec<Cut> {
    if lines.iter().any(|line| is_number(line)) {
        let below_cover = lines.split(|line| is_number(line)).skip(1);
        return below_cover.map(|lines| Cut { draft: draft(lines, Layout::Before), is_open: false }).collect();
    }
    let mut cuts: Vec<Cut> = lines
        .split(|line| is_end(line))
        .filter(|lines| lines.iter().any(|line| is_field(line)))
        .map(|lines| Cut { draft: draft(lines, Layout::Today), is_open: false })
        .collect();
    let last = lines.rsplit(|line| is_end(line)).next().unwrap_or_default();
    if let Some(cut) = cuts.last_mut().filter(|_| last.iter().any(|line| is_field(line))) {
        cut.is_open = true;
    }
    cuts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Today,
    Before,
}

fn draft(lines: &[String], layout: Layout) -> Draft {
    const HEAD: usize = 6;
    let is_head = |line: &String| is_field(line) || is_copyright(line);
    let dated =
        (1..lines.len()).find(|&at| moment(&lines[at]).is_some() && lines[at + 1..].iter().take(HEAD).any(is_head));
    let first_field = lines.iter().position(|line| is_field(line)).unwrap_or(lines.len());
    let date = dated.unwrap_or(first_field);
    let above = |back: usize| date.checked_sub(back).map(|at| lines[at].clone()).filter(|line| !is_copyright(line));
    let mut draft = Draft { outlet: above(1), ..Draft::default() };
    draft.published = dated.and_then(|at| moment(&lines[at]));
    if layout == Layout::Today {
        draft.title = above(2).unwrap_or_default();
    }
    let below = &lines[(date + usize::from(dated.is_some())).min(lines.len())..];
    let (head, text) = below.split_at(text_start(below));
    take_head(head, layout, &mut draft);
    take_text(text, layout, &mut draft);
    draft
}

/// Where the text begins: below `Body`, or at the first line without a label below those that have one.
fn text_start(lines: &[String]) -> usize {
    if let Some(at) = lines.iter().position(|line| labelled(line, LABELS).is_none() && is_mark(line, BODY)) {
        return at + 1;
    }
    let is_head = |line: &String| is_field(line) || is_copyright(line);
    let first = lines.iter().position(is_head).unwrap_or(0);
    lines[first..].iter().position(|line| !is_head(line)).map_or(lines.len(), |length| first + length)
}

fn take_head(lines: &[String], layout: Layout, draft: &mut Draft) {
    let mut has_field = false;
    for line in lines {
        match labelled(line, LABELS) {
            Some((Label::Title, title)) => draft.title = title.to_owned(),
            Some(field) => take_field(field, draft),
            // Editions stand between the date and the headline.
            None if layout == Layout::Before && !has_field && !is_copyright(line) => draft.title.clone_from(line),
            None => {}
        }
        has_field |= is_field(line);
    }
}

fn take_text(lines: &[String], layout: Layout, draft: &mut Draft) {
    let is_below = |line: &String| {
        matches!(labelled(line, LABELS), Some((Label::Below | Label::Language | Label::Url, _)))
            || is_mark(line, BELOW)
            || (layout == Layout::Before && is_copyright(line))
    };
    let end = lines.iter().position(is_below).unwrap_or(lines.len());
    draft.paragraphs = lines[..end].to_vec();
    for field in lines[end..].iter().filter_map(|line| labelled(line, LABELS)) {
        take_field(field, draft);
    }
}

fn take_field((label, value): (Label, &str), draft: &mut Draft) {
    match label {
        Label::Byline => draft.byline = draft.byline.take().or_else(|| author(value)),
        Label::Section => draft.section = draft.section.take().or_else(|| Some(value.to_owned())),
        Label::Language => draft.language = draft.language.take().or_else(|| Some(value.to_owned())),
        Label::Url => draft.url = draft.url.take().or_else(|| value.starts_with("http").then(|| value.to_owned())),
        _ => {}
    }
}

/// Whether the lines are the list of documents that Nexis puts beside them.
pub(super) fn is_cover(lines: &[String]) -> bool {
    let starts = |start: &str| lines.iter().any(|line| line.starts_with(start));
    starts("User Name:") && starts("Job Number:") && starts("Documents (") && !lines.iter().any(|line| is_field(line))
}

pub(super) fn is_field(line: &str) -> bool {
    labelled(line, LABELS).is_some()
}

fn is_end(line: &str) -> bool {
    is_mark(
        line,
        &["end of document", "ende des dokuments", "fin du document", "fin del documento", "einde van document"],
    )
}

/// `3 of 40 DOCUMENTS`.
fn is_number(line: &str) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:document )?\d+ (?:of|von|de|sur|van|di) \d+ (?:documents?|dokumenten?|documenten|documentos|documenti)$")
            .expect("a pattern of ours compiles")
    });
    NUMBER.is_match(line)
}

fn is_copyright(line: &str) -> bool {
    const RESERVED: &[&str] = &["all rights reserved", "alle rechte vorbehalten", "tous droits réservés"];
    let lower = line.to_lowercase();
    lower.starts_with("copyright") || line.starts_with('©') || RESERVED.contains(&lower.trim_end_matches('.'))
}

fn is_mark(line: &str, marks: &[&str]) -> bool {
    line.len() <= 40 && marks.contains(&line.trim().to_lowercase().as_str())
}

const BODY: &[&str] = &["body", "haupttext", "corps", "cuerpo", "corpo", "tekst"];

/// Heads of what stands below a text.
const BELOW: &[&str] = &["graphic", "classification", "notes", "grafik", "klassifizierung", "illustration"];

#[rustfmt::skip] // a list of words
const LABELS: Labels = &[
    (Label::Title, &["headline", "titel", "titre"]),
    (Label::Byline, &["byline", "autor", "auteur", "autore"]),
    (Label::Language, &["language", "sprache", "langue", "taal", "idioma", "lingua"]),
    (Label::Url, &["url"]),
    (Label::Section, &["section", "rubrik", "rubrique", "sectie", "sección", "sezione", "seção"]),
    (
        Label::Above,
        &["length", "dateline", "highlight", "länge", "longueur", "encart", "lengte", "longitud", "lunghezza", "comprimento"],
    ),
    (
        Label::Below,
        &["load-date", "update", "ladedatum", "date-chargement", "date de chargement", "fecha-carga", "graphic", "publication-type", "type-publication", "tipo-publicación", "journal code", "subject", "organization", "company", "ticker", "industry", "person", "city", "state", "country", "geographic", "doc-type", "document-type", "acc-no", "issn", "isbn", "pub-type", "correction-date", "distribution", "type", "notes", "series", "columns", "jour code", "nom de la publication", "sujet", "land", "thema"],
    ),
];
