//! Headings, tables, findings and plots.

use super::{accounts::accounts, lines::line};
use crate::{
    document::blocks::{Block, Finding, Paragraph, Plot, Quotation, Reading, Table, TableRow},
    plot,
};
use maud::{Markup, html};

pub(super) fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading { id, line } => h3 id=[id] { (self::line(line)) },
            Block::Paragraph(paragraph) => (self::paragraph(paragraph)),
            Block::List { items } => ul { @for item in items { li { (line(item)) } } },
            Block::Pairs { pairs } => dl.pairs { @for (name, told) in pairs { dt { (name) } dd { (line(told)) } } },
            Block::Table(table) => (self::table(table)),
            Block::Accounts(accounts) => (self::accounts(accounts)),
            Block::Finding(finding) => (self::finding(finding)),
            Block::Plot(plot) => (self::plot(plot)),
        }
    }
}

/// Text of others is set as text to read.
fn paragraph(paragraph: &Paragraph) -> Markup {
    html! {
        @match &paragraph.language {
            Some(language) => p.text id=[&paragraph.id] lang=(language) dir="auto" { (line(&paragraph.line)) },
            None => p id=[&paragraph.id] { (line(&paragraph.line)) },
        }
    }
}

fn table(table: &Table) -> Markup {
    let number = |place: usize| table.columns[place].numbers.then_some("count");
    html! {
        div.wide {
            table.data aria-label=(table.about) {
                thead { tr { @for (place, column) in table.columns.iter().enumerate() { th scope="col" class=[number(place)] { (column.name) } } } }
                tbody { @for row in &table.rows { (self::row(table, row, number)) } }
            }
        }
    }
}

fn row(table: &Table, row: &TableRow, number: impl Fn(usize) -> Option<&'static str>) -> Markup {
    html! {
        tr id=[&row.id] class=[row.total.then_some("total")] {
            @for (place, cell) in row.cells.iter().enumerate() {
                @if table.headed && place == 0 { th scope="row" { (self::cell(cell)) } }
                @else { td class=[number(place)] { (self::cell(cell)) } }
            }
        }
    }
}

fn cell(lines: &[crate::document::blocks::Line]) -> Markup {
    html! {
        @for (place, told) in lines.iter().enumerate() {
            @if place > 0 { br; }
            (line(told))
        }
    }
}

fn finding(finding: &Finding) -> Markup {
    html! {
        article.finding #(finding.id) {
            h3 { (line(&finding.head)) }
            @if !finding.why.is_empty() { p.why { (finding.why) } }
            @if let Some(decision) = &finding.decision { p.decided { (line(decision)) } }
            div.readings { @for reading in &finding.readings { (self::reading(reading)) } }
        }
    }
}

fn reading(reading: &Reading) -> Markup {
    html! {
        div.reading {
            @if !reading.value.is_empty() { p.value { bdi { (reading.value) } } }
            @if !reading.outlets.is_empty() { p.outlets { (line(&reading.outlets)) } }
            @for quotation in &reading.evidence { (self::quotation(quotation)) }
        }
    }
}

fn quotation(quotation: &Quotation) -> Markup {
    html! {
        figure {
            blockquote dir="auto" lang=(quotation.language) { (line(&quotation.words)) }
            figcaption { (line(&quotation.from)) }
        }
    }
}

fn plot(plot: &Plot) -> Markup {
    html! {
        figure.plot #(plot.id) {
            figcaption { h3 { (line(&plot.title)) } }
            (plot::svg(plot))
            (table(&plot.data))
        }
    }
}
