//! Who lacks what, and where those that have it put it: a matrix of rows and articles.

use super::{
    blocks::{Block, Column, Inline, Line, Section, Table, TableRow},
    composition::Composition,
};
use crate::synopsis::Row;
use story::Place;

/// Articles that fit a page beside each other.
const ABREAST: usize = 14;
/// Characters of a claim that tell which it is.
const CLAIM: usize = 72;

pub(super) fn section(of: &Composition) -> Option<Section> {
    let lacking: Vec<&Row> = of.synopsis.rows.iter().filter(|row| row.holes().next().is_some()).collect();
    if lacking.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Table(lacked(of))];
    let count = of.synopsis.columns.len();
    let parts = count.div_ceil(ABREAST);
    // Parts of like size: 15 articles are 8 and 7, not 14 and 1.
    let size = count.div_ceil(parts);
    for part in 0..parts {
        let columns = part * size..((part + 1) * size).min(count);
        blocks.push(Block::Table(matrix(of, &lacking, columns)));
    }
    of.section("omissions", blocks)
}

/// How much each article lacks, and the letter-like number by which the matrix calls it.
fn lacked(of: &Composition) -> Table {
    let rows = &of.synopsis.rows;
    let columns = vec![
        Column::numbers(of.say("number"), 1),
        Column::words(of.say("outlet"), 6),
        Column::numbers(of.say("rows-lacked"), 3),
    ];
    let row = |(place, column): (usize, &crate::synopsis::Column)| {
        let lacks = rows.iter().filter(|row| row.cells[place].passages.is_empty()).count();
        TableRow::of(vec![
            vec![vec![Inline::plain(&(place + 1).to_string())]],
            vec![vec![Inline::name(&column.label)]],
            vec![vec![Inline::plain(&format!("{lacks} / {}", rows.len()))]],
        ])
    };
    let rows = of.synopsis.columns.iter().enumerate().map(row).collect();
    Table { about: of.say("lacked-about"), columns, rows, headed: false }
}

fn matrix(of: &Composition, lacking: &[&Row], range: std::ops::Range<usize>) -> Table {
    let mut columns = vec![Column::words(of.say("row-heading"), 3), Column::words(of.say("claim"), 14)];
    columns.extend(range.clone().map(|place| Column { share: 2, ..Column::numbers((place + 1).to_string(), 2) }));
    let row = |row: &&Row| {
        let cells = row.cells[range.clone()].iter().map(|cell| vec![told(of, cell.passages.is_empty(), cell.place)]);
        let name = [vec![vec![of.row(row.number)]], vec![vec![Inline::name(&short(row))]]];
        TableRow::of(name.into_iter().chain(cells).collect())
    };
    Table { about: of.say("matrix-about"), columns, rows: lacking.iter().map(row).collect(), headed: true }
}

/// The claim as its first article has it, or the beginning of it.
fn short(row: &Row) -> String {
    let claim = row.cells.iter().flat_map(|cell| &cell.passages).map(|passage| passage.claim.text.as_str()).next();
    let words = claim.unwrap_or_default();
    let Some((cut, _)) = words.char_indices().nth(CLAIM) else { return words.to_owned() };
    let end = words[..cut].rfind(' ').unwrap_or(cut);
    format!("{} …", &words[..end])
}

fn told(of: &Composition, absent: bool, place: Option<Place>) -> Line {
    match (absent, place) {
        (true, _) => vec![Inline::soft("–")],
        (false, None) => vec![Inline::plain("●")],
        (false, Some(Place::Headline)) => vec![Inline::strong(&of.say("headline-letter"))],
        (false, Some(Place::Lead)) => vec![Inline::strong(&of.say("lead-letter"))],
        (false, Some(place @ Place::Paragraph(_))) => vec![Inline::plain(&of.place(place))],
    }
}
