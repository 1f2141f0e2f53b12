//! The accounts side by side: a table, or blocks where there are too many columns for a page.

use super::{name, sign};
use crate::{
    plain,
    synopsis::{Cell, Column, Finding, Passage, Row, Synopsis, moment, place_name},
};
use maud::{Markup, html};

/// Columns that fit a page and can still be read.
const COLUMNS: usize = 7;

pub(super) fn section(synopsis: &Synopsis) -> Markup {
    html! {
        section #accounts {
            h2 { "The accounts side by side" }
            @if synopsis.rows.is_empty() {
                p.none { "No claim of one account was found in another." }
            } @else if synopsis.columns.len() <= COLUMNS {
                (table(synopsis))
            } @else {
                @for row in &synopsis.rows { (block(synopsis, row)) }
            }
        }
    }
}

/// Where a row can be found on the page.
pub(super) fn anchor(row: &Row) -> String {
    format!("row-{}", row.number)
}

/// Where a finding can be found on the page.
pub(super) fn finding_anchor(row: &Row, finding: &Finding) -> String {
    format!("finding-{}-{}", row.number, finding.sign)
}

fn table(synopsis: &Synopsis) -> Markup {
    html! {
        div.wide {
            table.synopsis {
                thead {
                    tr {
                        th.number {}
                        @for column in &synopsis.columns { th scope="col" { (heading(column)) } }
                    }
                }
                tbody {
                    @for row in &synopsis.rows {
                        tr #(anchor(row)) {
                            th.number scope="row" { (row.number) (corroboration(row)) }
                            @for (column, cell) in synopsis.columns.iter().zip(&row.cells) {
                                td { (content(synopsis, row, column, cell)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn corroboration(row: &Row) -> Markup {
    html! { @if let Some(told) = row.corroboration() { span.shared title="reprints of one text count once" { (told) } } }
}

fn heading(column: &Column) -> Markup {
    html! {
        (name(&column.label))
        @if let Some(published) = &column.article.published { span.date { (moment(published)) } }
    }
}

fn block(synopsis: &Synopsis, row: &Row) -> Markup {
    let absent: Vec<String> = row.holes().map(|column| synopsis.columns[column].label.clone()).collect();
    let told = synopsis.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.passages.is_empty());
    html! {
        div.block #(anchor(row)) {
            h3 { (row.number) (corroboration(row)) }
            dl {
                @for (column, cell) in told {
                    dt { (name(&column.label)) }
                    dd { (content(synopsis, row, column, cell)) }
                }
                @if !absent.is_empty() {
                    dt.hole { "not found in" }
                    dd.hole { (super::names(&absent)) }
                }
            }
        }
    }
}

fn content(synopsis: &Synopsis, row: &Row, column: &Column, cell: &Cell) -> Markup {
    if cell.passages.is_empty() {
        return hole(synopsis, cell);
    }
    html! {
        @for (index, passage) in cell.passages.iter().enumerate() {
            p lang=(plain::line(&column.article.language)) dir="auto" {
                @if let Some(place) = cell.place.filter(|_| index == 0) { span.where { (place_name(place)) } " " }
                (marked(row, passage))
            }
        }
    }
}

/// What comes nearest is one click away.
fn hole(synopsis: &Synopsis, cell: &Cell) -> Markup {
    let nearest = cell.omission.and_then(|omission| omission.nearest.as_ref());
    let nearest = nearest.and_then(|nearest| Some((nearest.score, synopsis.claim(&nearest.claim)?)));
    html! {
        @match nearest {
            None => span.hole { "not found" },
            Some((score, claim)) => details.hole {
                summary { "not found" }
                p dir="auto" { "Nearest, " (format!("{score:.2}")) ": “" (plain::line(&claim.text)) "”" }
            },
        }
    }
}

fn marked(row: &Row, passage: &Passage) -> Markup {
    let signs = |marks: &[usize]| {
        html! {
            @for &mark in marks {
                @let finding = &row.findings[mark];
                a href={ "#" (finding_anchor(row, finding)) } { (sign(finding.divergence.kind, &finding.sign)) }
            }
        }
    };
    html! {
        @if !passage.lacks.is_empty() { span.lacks { "–" } (signs(&passage.lacks)) " " }
        @for piece in &passage.pieces {
            @match piece.marks.first() {
                None => (plain::line(piece.text)),
                Some(&first) => mark class=(row.findings[first].divergence.kind.name()) { (plain::line(piece.text)) },
            }
            @for marks in &piece.ends { (signs(marks)) }
        }
    }
}
