//! ProQuest's text export: a title, labelled fields, the full text among them, and a bar of underscores between articles.

use super::{
    Cut,
    labels::{Label, Labels, labelled},
    moment,
};
use crate::people;
use story::Draft;

pub(super) fn made(lines: &[String]) -> bool {
    let has = |name: &str| {
        lines.iter().any(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))
    };
    has("ProQuest document ID:")
        || (has("Publication title:") && (has("Full text:") || lines.iter().any(|line| is_bar(line))))
}

pub(super) fn articles(lines: &[String]) -> Vec<Cut> {
    let are_fields = |lines: &&[String]| lines.iter().filter(|line| labelled(line, LABELS).is_some()).count() >= 3;
    let parts = lines.split(|line| is_bar(line)).filter(are_fields);
    parts.map(|lines| Cut { draft: draft(lines), is_open: false }).collect()
}

fn is_bar(line: &str) -> bool {
    const SHORTEST: usize = 20;
    line.len() >= SHORTEST && line.bytes().all(|byte| byte == b'_')
}

fn draft(lines: &[String]) -> Draft {
    let mut draft = Draft::default();
    let mut current = None;
    for (at, line) in lines.iter().enumerate() {
        let field = labelled(line, LABELS).filter(|_| current != Some(Label::Text) || ends_text(&lines[at..]));
        let value = field.map_or(line.as_str(), |(_, value)| value);
        current = field.map_or(current, |(label, _)| Some(label));
        if !value.is_empty() {
            take(current, field.is_some(), value, &mut draft);
        }
    }
    if draft.title.is_empty() {
        let first = lines.iter().find(|line| !is_counter(line));
        draft.title = first.filter(|line| labelled(line, LABELS).is_none()).cloned().unwrap_or_default();
    }
    draft
}

/// Whether a labelled line inside the text ends it: another follows at once. A sentence may begin with "Location:".
fn ends_text(lines: &[String]) -> bool {
    const NEAR: usize = 3;
    lines.len() == 1 || lines[1..].iter().take(NEAR).any(|line| labelled(line, LABELS).is_some())
}

fn take(label: Option<Label>, begins: bool, value: &str, draft: &mut Draft) {
    match label {
        Some(Label::Text) => draft.paragraphs.push(value.to_owned()),
        Some(Label::Title) if begins => draft.title = value.to_owned(),
        Some(Label::Outlet) if begins => {
            draft.outlet = Some(value.split(';').next().unwrap_or(value).trim().to_owned());
        }
        Some(Label::Byline) if begins => draft.byline = people::in_order(value),
        Some(Label::Section) if begins => draft.section = Some(value.to_owned()),
        Some(Label::Published) if begins => draft.published = draft.published.take().or_else(|| moment(value)),
        Some(Label::Language) if begins => draft.language = Some(value.to_owned()),
        Some(Label::Url) if begins => draft.url = value.starts_with("http").then(|| value.to_owned()),
        _ => {}
    }
}

/// `Document 3 of 12`.
fn is_counter(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    matches!(words[..], ["Document", number, "of", all] if [number, all].iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())))
}

#[rustfmt::skip] // a list of words
const LABELS: Labels = &[
    (Label::Text, &["full text", "texte intégral", "volltext", "texto completo", "testo completo"]),
    (Label::Title, &["title"]),
    (Label::Outlet, &["publication title"]),
    (Label::Byline, &["author"]),
    (Label::Section, &["section"]),
    (Label::Published, &["publication date"]),
    (Label::Language, &["language of publication"]),
    (Label::Url, &["document url"]),
    (
        Label::Below,
        &["abstract", "subject", "business indexing term", "location", "people", "company / organization", "company/organization", "identifier / keyword", "identifier/keyword", "classification", "publication year", "year", "pages", "first page", "number of pages", "volume", "issue", "publisher", "place of publication", "country of publication", "publication subject", "issn", "eissn", "e-issn", "source type", "document type", "document feature", "proquest document id", "copyright", "last updated", "database", "accession number", "alternate title", "publication info", "links", "dateline", "column", "coden", "doi", "credit", "illustration", "title of publication"],
    ),
];
