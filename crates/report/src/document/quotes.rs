//! What somebody said, as several outlets tell it, with the words in which they differ.

use super::{
    blocks::{Block, Column, Inline, Line, Section, Table, TableRow},
    composition::{Composition, heading},
    differences::laid,
};
use story::{Utterance, Version};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let utterances = &of.synopsis.account.comparison.utterances;
    of.section("quotes", utterances.iter().flat_map(|found| utterance(of, found)).collect())
}

fn utterance(of: &Composition, utterance: &Utterance) -> Vec<Block> {
    let Some(base) = utterance.versions.get(utterance.base) else { return Vec::new() };
    let mut title = vec![Inline::name(speaker(utterance)), Inline::plain(" ")];
    title.extend(of.rows(&utterance.groups));
    let others = utterance.versions.iter().enumerate().filter(|&(place, _)| place != utterance.base);
    let rows = std::iter::once(version(of, base, None)).chain(others.map(|(_, other)| version(of, other, Some(base))));
    let columns = vec![
        Column::words(of.say("outlet"), 4),
        Column::words(of.say("attributed"), 4),
        Column::words(of.say("words"), 12),
    ];
    let table = Table { about: of.say("quote-about"), columns, rows: rows.collect(), headed: false };
    vec![heading(title), Block::Table(table)]
}

/// The fullest name that a version gives; a dash where none does.
fn speaker(utterance: &Utterance) -> &str {
    let names = utterance.versions.iter().map(|version| version.speaker.as_str());
    names.filter(|name| !name.is_empty()).max_by_key(|name| name.chars().count()).unwrap_or("–")
}

fn version(of: &Composition, version: &Version, base: Option<&Version>) -> TableRow {
    let words = base.map_or_else(|| vec![Inline::name(&version.words)], |base| laid(&base.words, &version.words));
    let quoted = if version.direct { quoted(words) } else { words };
    let whence = version.parts.first().map_or_else(Vec::new, |part| of.name_and_place(part));
    let told = [Some(version.speaker.as_str()), version.role.as_deref(), version.cue.as_deref()];
    let told: Vec<&str> = told.into_iter().flatten().filter(|told| !told.is_empty()).collect();
    TableRow::of(vec![whence, vec![vec![Inline::name(&told.join(", "))]], vec![quoted]])
}

fn quoted(words: Line) -> Line {
    std::iter::once(Inline::plain("“")).chain(words).chain([Inline::plain("”")]).collect()
}
