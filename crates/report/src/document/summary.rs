//! What was compared and what was found, on one page.

use super::{
    blocks::{Block, Column, Inline, Line, Section, Table, TableRow},
    composition::{Composition, sentence},
    words::Gap,
};
use crate::synopsis::{Tally, letter};
use story::{Kind, Relation};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let mut blocks = vec![made(of)];
    match of.synopsis.tally.total() {
        0 => blocks.push(sentence(&of.say("no-divergence"))),
        _ => blocks.push(tally(of)),
    }
    of.section("summary", blocks)
}

/// How the story was told, in a line: articles, outlets, origins, from when to when.
pub(super) fn told(of: &Composition) -> String {
    let synopsis = of.synopsis;
    let mut parts = vec![
        of.count("articles-count", synopsis.columns.len()),
        of.count("outlets-count", synopsis.outlets()),
        of.count("origins-count", synopsis.origins()),
    ];
    parts.extend(synopsis.published().map(|(first, last)| match first == last {
        true => of.tell("published-on", &[("day", Gap::Text(first))]),
        false => of.tell("published-between", &[("first", Gap::Text(first)), ("last", Gap::Text(last))]),
    }));
    parts.join(" · ")
}

/// By what, and where the particulars stand.
fn made(of: &Composition) -> Block {
    let engine = &of.synopsis.account.comparison.engine;
    let gaps = [("version", Gap::Text(&engine.version)), ("model", Gap::Text(&engine.model))];
    let mut line = vec![Inline::plain(&of.tell("made-by", &gaps)), Inline::plain(" ")];
    for (place, id) in ["articles", "method"].into_iter().enumerate() {
        line.push(Inline::plain(if place > 0 { " · " } else { "" }));
        line.push(Inline::link(&of.say(id), id));
    }
    super::composition::paragraph(line)
}

fn tally(of: &Composition) -> Block {
    let tally = &of.synopsis.tally;
    let mut columns = vec![Column::words(of.say("kind"), 3)];
    columns.extend(Tally::RELATIONS.map(|relation| Column::numbers(of.relation(relation), 2)));
    columns.push(Column::numbers(of.say("together"), 2));
    let kinds = Kind::ALL.into_iter().filter(|&kind| tally.of_kind(kind) > 0);
    let mut rows: Vec<TableRow> =
        kinds.map(|kind| counts(sign(of, kind), |relation| tally.of(kind, relation), tally.of_kind(kind))).collect();
    let together = vec![Inline::plain(&of.say("together"))];
    rows.push(TableRow { total: true, ..counts(together, |relation| tally.of_relation(relation), tally.total()) });
    Block::Table(Table { about: of.say("tally-about"), columns, rows, headed: true })
}

fn sign(of: &Composition, kind: Kind) -> Line {
    let about = of.kind(kind);
    let name = Inline::plain(&format!(" {about}"));
    vec![Inline::Sign { sign: letter(kind).to_string(), kind: kind.name(), about, to: None }, name]
}

fn counts(name: Line, count: impl Fn(Relation) -> usize, together: usize) -> TableRow {
    let told = |count: usize| match count {
        0 => vec![vec![Inline::soft("·")]],
        _ => vec![vec![Inline::plain(&count.to_string())]],
    };
    let counts = Tally::RELATIONS.map(|relation| told(count(relation)));
    let cells = std::iter::once(vec![name]).chain(counts).chain([told(together)]);
    TableRow::of(cells.collect())
}
