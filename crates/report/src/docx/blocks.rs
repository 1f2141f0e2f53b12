//! Headings, tables, findings and plots.

use super::lines::{bookmark, run, set, text};
use crate::document::blocks::{
    Account, AccountRow, Accounts, Block, Finding, Line, Plot, Quotation, Reading, Section, Table as Grid,
};
use docx_rs::{
    AlignmentType, Docx, LineSpacing, Paragraph, Shading, Table, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableRow, WidthType,
};
use std::cell::Cell;

/// What the blocks of one document have in common.
pub(super) struct Setting {
    /// What tables may take, in twentieths of a point.
    width: usize,
    /// How many places were given a number that links lead to.
    places: Cell<usize>,
}

impl Setting {
    pub(super) fn new(width: usize) -> Self {
        Self { width, places: Cell::new(0) }
    }

    pub(super) fn section(&self, docx: Docx, section: &Section) -> Docx {
        let head = self.place(Some(section.id)).style("Heading1").keep_next(true).add_run(run(&section.title));
        let docx = docx.add_paragraph(head);
        let docx = section.about.iter().fold(docx, |docx, about| docx.add_paragraph(text("Small", about)));
        section.blocks.iter().fold(docx, |docx, block| self.block(docx, block))
    }

    fn block(&self, docx: Docx, block: &Block) -> Docx {
        match block {
            Block::Heading { id, line } => docx.add_paragraph(self.heading(id.as_deref(), line)),
            Block::Paragraph(paragraph) => {
                docx.add_paragraph(spaced(self.place(paragraph.id.as_deref()), &paragraph.line))
            }
            Block::List { items } => {
                items.iter().fold(docx, |docx, item| docx.add_paragraph(spaced(Paragraph::new(), item)))
            }
            Block::Pairs { pairs } => docx.add_table(self.pairs(pairs)),
            Block::Table(grid) => after(docx.add_table(self.grid(grid))),
            Block::Accounts(accounts) => accounts.rows.iter().fold(docx, |docx, row| self.row(docx, accounts, row)),
            Block::Finding(finding) => self.finding(docx, finding),
            Block::Plot(plot) => self.plot(docx, plot),
        }
    }

    fn pairs(&self, pairs: &[(String, Line)]) -> Table {
        let row = |(name, line): &(String, Line)| {
            let name = TableCell::new().add_paragraph(text("Small", name));
            TableRow::new(vec![name, TableCell::new().add_paragraph(set(Paragraph::new(), line))]).cant_split()
        };
        self.table(pairs.iter().map(row).collect(), &[1, 4])
    }

    fn grid(&self, grid: &Grid) -> Table {
        let aligned = |place: usize, paragraph: Paragraph| match grid.columns[place].numbers {
            true => paragraph.align(AlignmentType::Right),
            false => paragraph,
        };
        let heads = grid
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| head_cell(aligned(place, Paragraph::new()), &column.name));
        let mut rows = vec![TableRow::new(heads.collect())];
        for row in &grid.rows {
            let cell = |(place, lines): (usize, &Vec<Line>)| {
                let anchored =
                    |at| if (place, at) == (0, 0) { self.place(row.id.as_deref()) } else { Paragraph::new() };
                let lines = lines.iter().enumerate().map(|(at, line)| set(aligned(place, anchored(at)), line));
                lines.fold(TableCell::new(), TableCell::add_paragraph)
            };
            rows.push(TableRow::new(row.cells.iter().enumerate().map(cell).collect()).cant_split());
        }
        let shares: Vec<u32> = grid.columns.iter().map(|column| column.share).collect();
        self.table(rows, &shares)
    }

    fn row(&self, docx: Docx, accounts: &Accounts, row: &AccountRow) -> Docx {
        let told = row.corroboration.as_ref().map_or(String::new(), |told| format!(" · {told}"));
        let head = self.place(Some(&row.id)).style("Heading2").keep_next(true);
        let docx = docx.add_paragraph(head.add_run(run(&format!("{}{told}", row.name))));
        let fits = accounts.fits();
        let cells = accounts.columns.iter().zip(&row.cells).filter(|(_, account)| fits || account.hole.is_none());
        let mut rows: Vec<TableRow> = cells.map(|(outlet, account)| self::account(&outlet.label, account)).collect();
        if !fits && accounts.lacking(row).next().is_some() {
            let cells = [&accounts.absent, &accounts.lacking_names(row)].map(|told| text("Small", told));
            rows.push(TableRow::new(cells.map(|told| TableCell::new().add_paragraph(told)).into()));
        }
        docx.add_table(self.table(rows, &[1, 3]))
    }

    fn finding(&self, docx: Docx, finding: &Finding) -> Docx {
        let head = self.place(Some(&finding.id)).keep_next(true).line_spacing(LineSpacing::new().before(160));
        let mut docx = docx.add_paragraph(set(head, &finding.head));
        if !finding.why.is_empty() {
            docx = docx.add_paragraph(Paragraph::new().keep_next(true).add_run(run(&finding.why)));
        }
        if let Some(decision) = &finding.decision {
            docx = docx.add_paragraph(set(Paragraph::new().keep_next(true), decision));
        }
        docx.add_table(self.table(finding.readings.iter().map(reading).collect(), &[1, 3]))
    }

    /// Word shows no SVG of ours; the data says the same.
    fn plot(&self, docx: Docx, plot: &Plot) -> Docx {
        let docx = docx.add_paragraph(self.heading(Some(&plot.id), &plot.title));
        after(docx.add_table(self.grid(&plot.data)))
    }

    fn table(&self, rows: Vec<TableRow>, shares: &[u32]) -> Table {
        use TableBorderPosition::{Bottom, InsideH, Left, Right, Top};
        let hairline = |position| TableBorder::new(position).color("BFBFBF").size(2);
        // No upright lines: the columns part themselves.
        let borders = TableBorders::with_empty().set(hairline(Top)).set(hairline(Bottom)).set(hairline(InsideH));
        let borders = borders.clear(Left).clear(Right);
        let margins = TableCellMargins::new().margin(50, 80, 50, 80);
        let all: u32 = shares.iter().sum();
        let widths = shares.iter().map(|share| self.width * *share as usize / all as usize).collect();
        Table::new(rows).set_grid(widths).width(self.width, WidthType::Dxa).set_borders(borders).margins(margins)
    }

    fn heading(&self, id: Option<&str>, line: &Line) -> Paragraph {
        set(self.place(id).style("Heading2").keep_next(true), line)
    }

    /// An empty paragraph to which links lead.
    fn place(&self, id: Option<&str>) -> Paragraph {
        let Some(id) = id else { return Paragraph::new() };
        let number = self.places.replace(self.places.get() + 1);
        Paragraph::new().add_bookmark_start(number, bookmark(id)).add_bookmark_end(number)
    }
}

/// Tables that touch would become one.
fn after(docx: Docx) -> Docx {
    docx.add_paragraph(Paragraph::new().line_spacing(LineSpacing::new().after(60)))
}

fn spaced(paragraph: Paragraph, line: &Line) -> Paragraph {
    set(paragraph.line_spacing(LineSpacing::new().after(100)), line)
}

fn account(label: &str, account: &Account) -> TableRow {
    let mut who = TableCell::new().add_paragraph(Paragraph::new().add_run(run(label).bold()));
    if let Some(place) = &account.place {
        who = who.add_paragraph(text("Small", place));
    }
    let told = account.passages.iter().map(|passage| set(Paragraph::new(), passage));
    let hole = account.hole.iter().flat_map(|hole| {
        let said = Paragraph::new().add_run(run(&hole.said).italic());
        std::iter::once(said).chain(hole.nearest.as_ref().map(|nearest| text("Small", nearest)))
    });
    TableRow::new(vec![who, told.chain(hole).fold(TableCell::new(), TableCell::add_paragraph)]).cant_split()
}

fn reading(reading: &Reading) -> TableRow {
    let value = Paragraph::new().add_run(run(&reading.value).bold());
    let outlets = set(Paragraph::new().style("Small"), &reading.outlets);
    let words = reading.evidence.iter().flat_map(quotation).fold(TableCell::new(), TableCell::add_paragraph);
    let words = if reading.evidence.is_empty() { words.add_paragraph(Paragraph::new()) } else { words };
    TableRow::new(vec![TableCell::new().add_paragraph(value).add_paragraph(outlets), words]).cant_split()
}

fn quotation(quotation: &Quotation) -> [Paragraph; 2] {
    [set(Paragraph::new(), &quotation.words), set(Paragraph::new().style("Small"), &quotation.from)]
}

fn head_cell(paragraph: Paragraph, name: &str) -> TableCell {
    TableCell::new().shading(Shading::new().fill("EEEEEE")).add_paragraph(paragraph.add_run(run(name).bold()))
}
