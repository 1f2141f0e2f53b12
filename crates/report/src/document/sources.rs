//! Who vouches for what: sources, reports of reports, and what outlets say in their own voice.

use super::{
    blocks::{Block, Column, Inline, Line, Section, Table, TableRow},
    composition::{Composition, heading, names},
    findings::quotation,
};
use std::collections::BTreeMap;
use story::{Chain, Kind, Voice};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let comparison = of.synopsis.account.comparison;
    let mut blocks = Vec::new();
    if !comparison.voices.is_empty() {
        blocks.push(Block::Table(voices(of, &comparison.voices)));
    }
    if !comparison.chains.is_empty() {
        blocks.push(heading(vec![Inline::plain(&of.say("chains"))]));
        blocks.push(Block::List { items: comparison.chains.iter().map(|found| chain(of, found)).collect() });
    }
    if !comparison.own_voice.is_empty() {
        blocks.push(heading(vec![Inline::plain(&of.say("own-voice"))]));
        blocks.push(Block::Pairs { pairs: own_voice(of, &comparison.own_voice) });
    }
    of.section("sources", blocks)
}

fn voices(of: &Composition, voices: &[Voice]) -> Table {
    let columns = vec![
        Column::words(of.say("source"), 6),
        Column::words(of.say("sort"), 3),
        Column::numbers(of.say("claims"), 2),
        Column::words(of.say("outlets"), 6),
        Column::words(of.say("cues"), 6),
    ];
    Table {
        about: of.say("sources-about"),
        columns,
        rows: voices.iter().map(|found| voice(of, found)).collect(),
        headed: true,
    }
}

fn voice(of: &Composition, voice: &Voice) -> TableRow {
    let mut name = vec![vec![Inline::name(&voice.name)]];
    name.extend(voice.role.as_ref().map(|role| vec![Inline::soft(role)]));
    let mut outlets: Vec<&str> = voice.vouched.iter().map(|one| of.label(&one.evidence.article)).collect();
    outlets.dedup();
    let claims = vec![Inline::plain(&voice.vouched.len().to_string())];
    let sort = vec![Inline::plain(&of.say(&format!("sort-{}", voice.sort.name())))];
    TableRow::of(vec![name, vec![sort], vec![claims], vec![names(outlets)], vec![cues(voice)]])
}

/// Each cue once, those that take a side in bold.
fn cues(voice: &Voice) -> Line {
    let mut counted: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for one in voice.vouched.iter().filter(|one| !one.cue.is_empty()) {
        *counted.entry((&one.cue, one.loaded)).or_default() += 1;
    }
    let mut cues: Vec<_> = counted.into_iter().collect();
    cues.sort_by_key(|&(cue, count)| (std::cmp::Reverse(count), cue));
    let mut line = Line::new();
    for ((cue, loaded), count) in cues {
        line.push(Inline::plain(if line.is_empty() { "" } else { ", " }));
        line.push(if loaded { Inline::strong(cue) } else { Inline::name(cue) });
        line.extend((count > 1).then(|| Inline::soft(&format!(" × {count}"))));
    }
    line
}

fn chain(of: &Composition, chain: &Chain) -> Line {
    let mut line = Line::new();
    for link in &chain.links {
        line.extend((!line.is_empty()).then(|| Inline::soft(" ← ")));
        line.push(Inline::name(link));
    }
    if let Some(quotation) = quotation(of, Kind::Source, &chain.evidence) {
        line.push(Inline::plain(": “"));
        line.extend(quotation.words);
        line.push(Inline::plain("” "));
        line.extend(quotation.from);
    }
    line
}

fn own_voice(of: &Composition, counts: &[usize]) -> Vec<(String, Line)> {
    let pair = |(column, count): (&crate::synopsis::Column, &usize)| {
        (crate::plain::line(&column.label), vec![Inline::plain(&of.count("claims-count", *count))])
    };
    of.synopsis.columns.iter().zip(counts).map(pair).collect()
}
