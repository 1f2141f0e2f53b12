//! Claims on which the accounts that carry them do not part.

use super::{
    blocks::{Block, Column, Inline, Line, Section, Table, TableRow},
    composition::{Composition, names},
};
use crate::synopsis::Row;
use std::collections::BTreeSet;

pub(super) fn section(of: &Composition) -> Option<Section> {
    let parted: BTreeSet<_> = of.synopsis.account.comparison.divergences.iter().map(|found| &found.group).collect();
    let agrees = |row: &&Row| row.tellers() > 1 && !parted.contains(&row.group.id);
    let mut rows: Vec<&Row> = of.synopsis.rows.iter().filter(agrees).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.group.origins), std::cmp::Reverse(row.tellers()), row.number));
    let columns = vec![
        Column::words(of.say("row-heading"), 2),
        Column::words(of.say("claim"), 12),
        Column::numbers(of.say("origins"), 2),
        Column::words(of.say("outlets"), 6),
    ];
    let rows: Vec<TableRow> = rows.into_iter().map(|row| agreed(of, row)).collect();
    let table = Table { about: of.say("agreed-about"), columns, rows, headed: false };
    of.section("agreed", if table.rows.is_empty() { Vec::new() } else { vec![Block::Table(table)] })
}

/// The claim in the words of the article that comes first.
fn agreed(of: &Composition, row: &Row) -> TableRow {
    let told = || of.synopsis.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.passages.is_empty());
    let words: Line = told().next().map_or_else(Line::new, |(_, cell)| {
        cell.passages.iter().map(|passage| Inline::name(&passage.claim.text)).take(1).collect()
    });
    let outlets = names(told().map(|(column, _)| column.label.as_str()));
    let origins = vec![Inline::plain(&row.group.origins.to_string())];
    TableRow::of(vec![vec![vec![of.row(row.number)]], vec![words], vec![origins], vec![outlets]])
}
