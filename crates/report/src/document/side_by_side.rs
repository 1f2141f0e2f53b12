//! The synoptic table: every claim group with what each article has of it.

use super::{
    blocks::{Account, AccountRow, Accounts, Block, Hole, Inline, Line, Outlet, Section},
    composition::{Composition, finding_id, row_id, sentence},
    words::Gap,
};
use crate::{
    plain,
    synopsis::{Cell, Column, Passage, Row, moment},
};

/// How near a claim must come to be told where there are many articles, each of which lacks most rows.
const NEAR: f64 = 0.1;

pub(super) fn section(of: &Composition) -> Option<Section> {
    let synopsis = of.synopsis;
    if synopsis.rows.is_empty() {
        return of.section("accounts", vec![sentence(&of.say("no-rows"))]);
    }
    let outlet = |column: &Column| Outlet {
        label: plain::line(&column.label),
        published: column.article.published.as_ref().map(moment),
    };
    let accounts = Accounts {
        columns: synopsis.columns.iter().map(outlet).collect(),
        rows: synopsis.rows.iter().map(|row| self::row(of, row)).collect(),
        absent: of.say("not-found-in"),
        few: of.say("accounts-few"),
    };
    let many = (!accounts.fits()).then(|| of.tell("accounts-many", &[("score", Gap::Text(&format!("{NEAR:.2}")))]));
    let blocks = many.iter().map(|many| sentence(many)).chain([Block::Accounts(accounts)]);
    of.section("accounts", blocks.collect())
}

fn row(of: &Composition, row: &Row) -> AccountRow {
    let cells = of.synopsis.columns.iter().zip(&row.cells);
    AccountRow {
        id: row_id(row.number),
        name: of.row_name(row.number),
        number: row.number,
        corroboration: corroboration(of, row),
        cells: cells.map(|(column, cell)| account(of, row, column, cell)).collect(),
    }
}

/// Told where fewer origins than articles carry the claim: "3 articles, 1 origin".
pub(super) fn corroboration(of: &Composition, row: &Row) -> Option<String> {
    let (tellers, origins) = (row.tellers(), row.group.origins);
    let told = || format!("{}, {}", of.count("articles-count", tellers), of.count("origins-count", origins));
    (origins < tellers).then(told)
}

fn account(of: &Composition, row: &Row, column: &Column, cell: &Cell) -> Account {
    Account {
        place: cell.place.map(|place| of.place(place)),
        language: plain::line(&column.article.language),
        passages: cell.passages.iter().map(|passage| marked(of, row, passage)).collect(),
        hole: cell.passages.is_empty().then(|| hole(of, cell)),
    }
}

fn hole(of: &Composition, cell: &Cell) -> Hole {
    let least = if of.synopsis.columns.len() > Accounts::ABREAST { NEAR } else { 0.0 };
    let nearest = cell.omission.and_then(|omission| omission.nearest.as_ref()).filter(|nearest| nearest.score >= least);
    let nearest = nearest.and_then(|nearest| Some((nearest.score, of.synopsis.claim(&nearest.claim)?)));
    let told = |(score, claim): (f64, &story::Claim)| {
        let score = format!("{score:.2}");
        of.tell("nearest", &[("score", Gap::Text(&score)), ("words", Gap::Text(&claim.text))])
    };
    Hole { said: of.say("not-found"), score: nearest.map(|nearest| nearest.0), nearest: nearest.map(told) }
}

fn marked(of: &Composition, row: &Row, passage: &Passage) -> Line {
    let signs = |marks: &[usize]| marks.iter().map(|&mark| sign(of, row, mark)).collect::<Line>();
    let mut line = Line::new();
    if !passage.lacks.is_empty() {
        line.push(Inline::soft("–"));
        line.extend(signs(&passage.lacks));
        line.push(Inline::plain(" "));
    }
    for piece in &passage.pieces {
        line.push(match piece.marks.first() {
            None => Inline::plain(piece.text),
            Some(&first) => Inline::marked(piece.text, row.findings[first].divergence.kind),
        });
        piece.ends.iter().for_each(|marks| line.extend(signs(marks)));
    }
    line
}

/// Leads to the finding.
fn sign(of: &Composition, row: &Row, mark: usize) -> Inline {
    let found = &row.findings[mark];
    let kind = found.divergence.kind;
    Inline::Sign { sign: found.sign.clone(), kind: kind.name(), about: of.kind(kind), to: Some(finding_id(row, found)) }
}
