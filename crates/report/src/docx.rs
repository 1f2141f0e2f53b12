//! DOCX: headings, real tables and styles that Word and LibreOffice know, to be read, edited and printed.

use crate::{
    PageSize,
    document::{
        Document,
        blocks::{
            Account, AccountRow, Accounts, Block, Finding, Inline, Line, Plot, Quotation, Reading, Section,
            Table as Grid,
        },
    },
    plain,
};
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, PageMargin, PageNum, PageOrientationType, Paragraph, Run,
    RunFonts, Shading, Style, StyleType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableRow, WidthType,
};
use std::io::{self, Cursor};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Margins of two centimetres, in twentieths of a point.
const MARGIN: u32 = 1_134;
/// Columns of a table for which the pages are turned.
const TURNED: usize = 10;

/// The widths that tables may take, in twentieths of a point.
#[derive(Clone, Copy)]
struct Measure(usize);

pub fn write(document: &Document) -> Vec<u8> {
    let (width, height) = match document.page {
        PageSize::A4 => (11_906, 16_838),
        PageSize::Letter => (12_240, 15_840),
    };
    let (width, height) = if is_wide(document) { (height, width) } else { (width, height) };
    let text = Measure((width - 2 * MARGIN) as usize);
    let side = MARGIN as i32;
    let mut docx = styled(Docx::new().page_size(width, height));
    docx = docx.page_margin(PageMargin::new().top(side).bottom(side).left(side).right(side));
    if is_wide(document) {
        docx = docx.page_orient(PageOrientationType::Landscape);
    }
    docx = docx.footer(Footer::new().add_paragraph(page_number()));
    docx = title(docx, document);
    docx = document.sections.iter().fold(docx, |docx, section| self::section(docx, text, section));
    let mut package = Cursor::new(Vec::new());
    docx.build().pack(&mut package).expect("memory takes all");
    deflated(package.into_inner())
}

fn is_wide(document: &Document) -> bool {
    let mut blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.any(|block| matches!(block, Block::Table(table) if table.columns.len() > TURNED))
}

/// The package again, compressed: docx-rs stores its parts as they are.
fn deflated(stored: Vec<u8>) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(stored)).expect("it was written just now");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).expect("it was written just now");
        if part.is_file() {
            let name = part.name().expect("our names are Unicode").into_owned();
            to.start_file(name, SimpleFileOptions::default()).expect("memory takes all");
            io::copy(&mut part, &mut to).expect("memory takes all");
        }
    }
    to.finish().expect("memory takes all").into_inner()
}

/// The styles by which Word makes its outline and its tables of contents.
fn styled(docx: Docx) -> Docx {
    let heading = |id: &str, name: &str, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .size(size)
            .bold()
            .line_spacing(LineSpacing::new().before(240).after(80))
    };
    let serif = RunFonts::new().ascii("Georgia").hi_ansi("Georgia").cs("Times New Roman").east_asia("SimSun");
    docx.default_fonts(serif)
        .default_size(20)
        .add_style(Style::new("Title", StyleType::Paragraph).name("Title").size(40).bold())
        .add_style(Style::new("Subtitle", StyleType::Paragraph).name("Subtitle").size(22).color("555555"))
        .add_style(heading("Heading1", "heading 1", 30))
        .add_style(heading("Heading2", "heading 2", 24))
        .add_style(Style::new("Small", StyleType::Paragraph).name("Small").size(17).color("555555"))
}

fn page_number() -> Paragraph {
    Paragraph::new().align(AlignmentType::Right).add_page_num(PageNum::new())
}

/// On a page of its own where there is a cover.
fn title(docx: Docx, document: &Document) -> Docx {
    let docx = docx.add_paragraph(text("Title", &document.title)).add_paragraph(text("Subtitle", &document.told));
    let Some(cover) = &document.cover else { return docx };
    let parts = [&cover.author, &cover.affiliation, &cover.date].into_iter().filter(|part| !part.is_empty());
    let docx = parts.fold(docx, |docx, part| docx.add_paragraph(text("Subtitle", part)));
    docx.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)))
}

fn section(docx: Docx, measure: Measure, section: &Section) -> Docx {
    let docx = docx.add_paragraph(text("Heading1", &section.title).keep_next(true));
    let docx = section.about.iter().fold(docx, |docx, about| docx.add_paragraph(text("Small", about)));
    section.blocks.iter().fold(docx, |docx, block| self::block(docx, measure, block))
}

fn block(docx: Docx, measure: Measure, block: &Block) -> Docx {
    match block {
        Block::Heading { line, .. } => {
            docx.add_paragraph(set(Paragraph::new().style("Heading2").keep_next(true), line))
        }
        Block::Paragraph(paragraph) => docx.add_paragraph(spaced(&paragraph.line)),
        Block::List { items } => items.iter().fold(docx, |docx, item| docx.add_paragraph(spaced(item))),
        Block::Pairs { pairs } => docx.add_table(self::pairs(measure, pairs)),
        Block::Table(grid) => after(docx.add_table(self::grid(measure, grid))),
        Block::Accounts(accounts) => {
            accounts.rows.iter().fold(docx, |docx, row| self::row(docx, measure, accounts, row))
        }
        Block::Finding(finding) => self::finding(docx, measure, finding),
        Block::Plot(plot) => self::plot(docx, measure, plot),
    }
}

/// Tables that touch would become one.
fn after(docx: Docx) -> Docx {
    docx.add_paragraph(Paragraph::new().line_spacing(LineSpacing::new().after(60)))
}

fn spaced(line: &Line) -> Paragraph {
    set(Paragraph::new().line_spacing(LineSpacing::new().after(100)), line)
}

fn pairs(measure: Measure, pairs: &[(String, Line)]) -> Table {
    let row = |(name, line): &(String, Line)| {
        let name = TableCell::new().add_paragraph(text("Small", name));
        TableRow::new(vec![name, TableCell::new().add_paragraph(set(Paragraph::new(), line))]).cant_split()
    };
    table(measure, pairs.iter().map(row).collect(), &[1, 4])
}

fn grid(measure: Measure, grid: &Grid) -> Table {
    let aligned = |place: usize| match grid.columns[place].numbers {
        true => Paragraph::new().align(AlignmentType::Right),
        false => Paragraph::new(),
    };
    let heads = grid.columns.iter().enumerate().map(|(place, column)| head_cell(aligned(place), &column.name));
    let mut rows = vec![TableRow::new(heads.collect())];
    for row in &grid.rows {
        let cell = |(place, lines): (usize, &Vec<Line>)| {
            lines.iter().fold(TableCell::new(), |cell, line| cell.add_paragraph(set(aligned(place), line)))
        };
        rows.push(TableRow::new(row.cells.iter().enumerate().map(cell).collect()).cant_split());
    }
    let shares: Vec<u32> = grid.columns.iter().map(|column| column.share).collect();
    table(measure, rows, &shares)
}

fn row(docx: Docx, measure: Measure, accounts: &Accounts, row: &AccountRow) -> Docx {
    let told = row.corroboration.as_ref().map_or(String::new(), |told| format!(" · {told}"));
    let docx = docx.add_paragraph(text("Heading2", &format!("{}{told}", row.name)).keep_next(true));
    let fits = accounts.fits();
    let cells = accounts.columns.iter().zip(&row.cells).filter(|(_, account)| fits || account.hole.is_none());
    let mut rows: Vec<TableRow> = cells.map(|(outlet, account)| self::account(&outlet.label, account)).collect();
    if !fits && accounts.lacking(row).next().is_some() {
        let cells = [&accounts.absent, &accounts.lacking_names(row)].map(|told| text("Small", told));
        rows.push(TableRow::new(cells.map(|told| TableCell::new().add_paragraph(told)).into()));
    }
    docx.add_table(table(measure, rows, &[1, 3]))
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

fn finding(docx: Docx, measure: Measure, finding: &Finding) -> Docx {
    let head = Paragraph::new().keep_next(true).line_spacing(LineSpacing::new().before(160));
    let mut docx = docx.add_paragraph(set(head, &finding.head));
    if !finding.why.is_empty() {
        docx = docx.add_paragraph(Paragraph::new().keep_next(true).add_run(run(&finding.why)));
    }
    if let Some(decision) = &finding.decision {
        docx = docx.add_paragraph(set(Paragraph::new().keep_next(true), decision));
    }
    docx.add_table(table(measure, finding.readings.iter().map(reading).collect(), &[1, 3]))
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

/// Word shows no SVG of ours; the data says the same.
fn plot(docx: Docx, measure: Measure, plot: &Plot) -> Docx {
    let docx = docx.add_paragraph(set(Paragraph::new().style("Heading2").keep_next(true), &plot.title));
    after(docx.add_table(grid(measure, &plot.data)))
}

fn table(measure: Measure, rows: Vec<TableRow>, shares: &[u32]) -> Table {
    use TableBorderPosition::{Bottom, InsideH, Left, Right, Top};
    let hairline = |position| TableBorder::new(position).color("BFBFBF").size(2);
    // No upright lines: the columns part themselves.
    let borders = TableBorders::with_empty().set(hairline(Top)).set(hairline(Bottom)).set(hairline(InsideH));
    let borders = borders.clear(Left).clear(Right);
    let margins = TableCellMargins::new().margin(50, 80, 50, 80);
    let all: u32 = shares.iter().sum();
    let widths = shares.iter().map(|share| measure.0 * *share as usize / all as usize).collect();
    Table::new(rows).set_grid(widths).width(measure.0, WidthType::Dxa).set_borders(borders).margins(margins)
}

fn head_cell(paragraph: Paragraph, name: &str) -> TableCell {
    TableCell::new().shading(Shading::new().fill("EEEEEE")).add_paragraph(paragraph.add_run(run(name).bold()))
}

fn text(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

fn set(paragraph: Paragraph, line: &Line) -> Paragraph {
    line.iter().fold(paragraph, |paragraph, inline| paragraph.add_run(piece(inline)))
}

fn piece(inline: &Inline) -> Run {
    let words = run(inline.text());
    match inline {
        Inline::Plain { .. } | Inline::Name { .. } | Inline::Link { .. } | Inline::Address { .. } => words,
        Inline::Strong { .. } | Inline::Relation { .. } => words.bold(),
        Inline::Soft { .. } => words.size(17).color("555555"),
        Inline::Code { .. } => words.size(16).fonts(RunFonts::new().ascii("Courier New").hi_ansi("Courier New")),
        Inline::Marked { .. } => words.shading(Shading::new().fill("FFF1C2")),
        Inline::Sign { sign, .. } => run(&format!("[{sign}]")).size(14).bold(),
        Inline::Removed { .. } => words.strike().color("777777"),
        Inline::Added { .. } => words.underline("single"),
    }
}

/// Text of others, as text: no field, no line break, no control character.
fn run(text: &str) -> Run {
    Run::new().add_text(plain::line(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Choice,
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::{Filter, Synopsis},
    };
    use std::io::Read;

    fn document(invented: &Invented) -> Vec<u8> {
        let choice = Choice::of(Filter::all());
        write(&Document::of(&Synopsis::of(invented.account(), &choice.filter), &choice))
    }

    fn part(bytes: Vec<u8>, name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut text = String::new();
        archive.by_name(name).expect("the part").read_to_string(&mut text).expect("XML");
        text
    }

    #[test]
    fn words_that_diverge_are_shaded_and_signed() {
        let body = part(document(&reviewed()), "word/document.xml");
        assert!(body.contains("Eleven") && body.contains("FFF1C2") && body.contains("[F]"), "{body}");
        assert!(body.contains("The coast guard confirms 11."));
    }

    #[test]
    fn headings_have_the_styles_that_word_knows() {
        let body = part(document(&ferry()), "word/document.xml");
        for style in ["Title", "Heading1", "Heading2"] {
            assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"")), "{style}");
        }
    }

    #[test]
    fn text_of_others_is_no_field_and_no_markup() {
        let body = part(document(&hostile()), "word/document.xml");
        for evil in ["<script", "<img", "\u{1b}", "\u{202e}", "w:hyperlink", "w:fldSimple", "w:instrText"] {
            assert!(!body.contains(evil), "{evil:?}");
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        let first = document(&ferry());
        std::thread::sleep(std::time::Duration::from_millis(2_100)); // ZIP keeps times to two seconds
        assert_eq!(first, document(&ferry()));
    }
}
