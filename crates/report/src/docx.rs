//! DOCX: headings, real tables and styles that Word and LibreOffice know, to be read, edited and printed.

use crate::{
    plain,
    synopsis::{Cell, Column, Finding, Passage, Row, Synopsis, Tally, letter, many, moment, place_name, said},
};
use docx_rs::{
    AlignmentType, Docx, Footer, LineSpacing, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading, Style, StyleType,
    Table, TableBorder, TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableRow, WidthType,
};
use std::io::{self, Cursor};
use story::{Kind, Reading};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Widths in twentieths of a point: A4 with margins of two centimetres.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
const TEXT: usize = 9_638;

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN);
    let mut docx = styled(Docx::new().page_size(PAGE.0, PAGE.1).page_margin(margin));
    docx = docx.footer(Footer::new().add_paragraph(page_number()));
    docx = docx.add_paragraph(line("Title", &synopsis.account.story.title));
    docx = docx.add_paragraph(line("Subtitle", &synopsis.told_by()));
    docx = tally(docx, &synopsis.tally);
    docx = docx.add_paragraph(line("Heading1", "The accounts side by side"));
    docx = synopsis.rows.iter().fold(docx, |docx, row| self::row(docx, synopsis, row));
    docx = origins(docx, synopsis);
    docx = articles(docx, synopsis);
    docx = method(docx, synopsis);
    let mut package = Cursor::new(Vec::new());
    docx.build().pack(&mut package).expect("memory takes all");
    deflated(package.into_inner())
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

fn tally(docx: Docx, tally: &Tally) -> Docx {
    if tally.total() == 0 {
        return docx.add_paragraph(line("Normal", "No divergence was found."));
    }
    let head = std::iter::once("kind").chain(Tally::RELATIONS.iter().map(|relation| relation.name()));
    let mut rows = vec![head_row(head)];
    for kind in Kind::ALL.into_iter().filter(|&kind| tally.of_kind(kind) > 0) {
        let counts = Tally::RELATIONS.map(|relation| tally.of(kind, relation).to_string());
        let name = format!("{} {kind}", letter(kind));
        rows.push(text_row(std::iter::once(name.as_str()).chain(counts.iter().map(String::as_str))));
    }
    docx.add_table(table(rows, &[TEXT / 2, TEXT / 6, TEXT / 6, TEXT / 6]))
}

fn row(docx: Docx, synopsis: &Synopsis, row: &Row) -> Docx {
    let told = row.corroboration().map_or(String::new(), |told| format!(" · {told}"));
    let docx = docx.add_paragraph(line("Heading2", &format!("Row {}{told}", row.number)));
    let accounts = synopsis.columns.iter().zip(&row.cells).map(|(column, cell)| account(synopsis, row, column, cell));
    let rows = std::iter::once(head_row(["outlet", "what it says"])).chain(accounts).collect();
    let docx = docx.add_table(table(rows, &[TEXT / 4, TEXT - TEXT / 4]));
    row.findings.iter().fold(docx, |docx, finding| self::finding(docx, synopsis, finding))
}

fn account(synopsis: &Synopsis, row: &Row, column: &Column, cell: &Cell) -> TableRow {
    let label = Paragraph::new().add_run(run(&column.label).bold());
    let place = cell.place.map(place_name).unwrap_or_default();
    let who = TableCell::new().add_paragraph(label).add_paragraph(line("Small", &place));
    let nearest = cell.omission.and_then(|omission| omission.nearest.as_ref());
    let mut what = TableCell::new();
    for passage in &cell.passages {
        what = what.add_paragraph(marked(passage, &row.findings));
    }
    if cell.passages.is_empty() {
        what = what.add_paragraph(Paragraph::new().add_run(run("not found").italic()));
        if let Some(claim) = nearest.and_then(|nearest| synopsis.claim(&nearest.claim)) {
            what = what.add_paragraph(line("Small", &format!("nearest: {}", claim.text)));
        }
    }
    TableRow::new(vec![who, what]).cant_split()
}

/// The claim with its diverging words shaded and signed.
fn marked(passage: &Passage, findings: &[Finding]) -> Paragraph {
    let signs = |marks: &[usize]| marks.iter().map(|&mark| findings[mark].sign.as_str()).collect::<Vec<_>>().join(" ");
    let raised = |text: &str| run(text).size(14).bold();
    let mut paragraph = Paragraph::new();
    if !passage.lacks.is_empty() {
        paragraph = paragraph.add_run(raised(&format!("[– {}] ", signs(&passage.lacks))));
    }
    for piece in &passage.pieces {
        let words = run(piece.text);
        paragraph = paragraph.add_run(match piece.marks.is_empty() {
            true => words,
            false => words.shading(Shading::new().fill("FFF1C2")),
        });
        for marks in &piece.ends {
            paragraph = paragraph.add_run(raised(&format!("[{}]", signs(marks))));
        }
    }
    paragraph
}

fn finding(docx: Docx, synopsis: &Synopsis, finding: &Finding) -> Docx {
    let divergence = finding.divergence;
    let head = format!("{} {}, {} {:.2}: ", finding.sign, divergence.kind, divergence.relation, divergence.score);
    let why = Paragraph::new()
        .line_spacing(LineSpacing::new().before(120))
        .add_run(run(&head).bold())
        .add_run(run(&divergence.why));
    let mut docx = docx.add_paragraph(why);
    if let Some(decision) = finding.decision {
        docx = docx.add_paragraph(line("Small", &said(decision)));
    }
    let readings = divergence.readings.iter().map(|reading| self::reading(synopsis, reading));
    let rows = std::iter::once(head_row(["reading", "outlets", "words"])).chain(readings).collect();
    docx.add_table(table(rows, &[TEXT / 4, TEXT / 4, TEXT / 2]))
}

fn reading(synopsis: &Synopsis, reading: &Reading) -> TableRow {
    let mut words = TableCell::new();
    for quoted in reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence)) {
        let place = format!(" ({} ¶{}, {}–{})", quoted.column.label, quoted.paragraph, quoted.chars.0, quoted.chars.1);
        let told = if quoted.words.is_empty() { run("–") } else { run(&format!("“{}”", quoted.words)) };
        words = words.add_paragraph(Paragraph::new().add_run(told).add_run(run(&place).size(16).color("555555")));
    }
    let value = Paragraph::new().add_run(run(&reading.value).bold());
    let outlets = TableCell::new().add_paragraph(line("Normal", &reading.outlets.join(", ")));
    TableRow::new(vec![TableCell::new().add_paragraph(value), outlets, words]).cant_split()
}

fn origins(docx: Docx, synopsis: &Synopsis) -> Docx {
    let origins = &synopsis.account.comparison.origins;
    if origins.is_empty() {
        return docx;
    }
    origins.iter().fold(docx.add_paragraph(line("Heading1", "Origins")), |docx, origin| {
        let labels: Vec<&str> = synopsis.sharing(origin).iter().map(|column| column.label.as_str()).collect();
        let told = format!("{}: {:.0} % of the text in common", labels.join(" = "), origin.overlap * 100.0);
        docx.add_paragraph(line("Normal", &told))
    })
}

fn articles(docx: Docx, synopsis: &Synopsis) -> Docx {
    let article = |column: &Column| {
        let article = column.article;
        let published = article.published.as_ref().map(moment).unwrap_or_default();
        let mut about = TableCell::new().add_paragraph(line("Normal", &article.title));
        let file = format!("{}, entry {}", article.source.path, article.source.entry);
        let lines = [
            article.byline.clone().unwrap_or_default(),
            article.url.clone().unwrap_or_default(),
            file,
            article.sha256.0.clone(),
        ];
        for fact in lines.iter().filter(|fact| !fact.is_empty()) {
            about = about.add_paragraph(line("Small", fact));
        }
        let who = TableCell::new().add_paragraph(Paragraph::new().add_run(run(&column.label).bold()));
        TableRow::new(vec![who, TableCell::new().add_paragraph(line("Normal", &published)), about]).cant_split()
    };
    let rows = std::iter::once(head_row(["outlet", "published", "title, byline, address, file, SHA-256"]));
    let rows = rows.chain(synopsis.columns.iter().map(article)).collect();
    docx.add_paragraph(line("Heading1", "Articles"))
        .add_table(table(rows, &[TEXT / 4, TEXT / 5, TEXT - TEXT / 4 - TEXT / 5]))
}

fn method(docx: Docx, synopsis: &Synopsis) -> Docx {
    let engine = &synopsis.account.comparison.engine;
    let groups = many(synopsis.account.comparison.groups.len(), "claim group");
    let settings = engine.settings.iter().map(|(name, value)| format!("{name}: {value}"));
    let lines = [
        "Rashomon says where accounts diverge, never who is right.".to_owned(),
        format!("Engine {}, model {}.", engine.version, engine.model),
        format!("{groups}, {} shown, {} with a divergence.", synopsis.rows.len(), synopsis.diverging),
        "A score is the estimated probability, 0 to 1, that a finding is right.".to_owned(),
        "Numbers after a paragraph (¶) count the characters of the article's text from 0.".to_owned(),
    ];
    let docx = docx.add_paragraph(line("Heading1", "Method"));
    lines.into_iter().chain(settings).fold(docx, |docx, told| docx.add_paragraph(line("Normal", &told)))
}

fn table(rows: Vec<TableRow>, widths: &[usize]) -> Table {
    use TableBorderPosition::{Bottom, InsideH, Left, Right, Top};
    let hairline = |position| TableBorder::new(position).color("BFBFBF").size(2);
    // No upright lines: the columns part themselves.
    let borders = TableBorders::with_empty().set(hairline(Top)).set(hairline(Bottom)).set(hairline(InsideH));
    let borders = borders.clear(Left).clear(Right);
    let margins = TableCellMargins::new().margin(50, 80, 50, 80);
    Table::new(rows).set_grid(widths.to_vec()).width(TEXT, WidthType::Dxa).set_borders(borders).margins(margins)
}

fn head_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> TableRow {
    let cell = |text: &str| {
        TableCell::new()
            .shading(Shading::new().fill("EEEEEE"))
            .add_paragraph(Paragraph::new().add_run(run(text).bold()))
    };
    TableRow::new(cells.into_iter().map(cell).collect())
}

fn text_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> TableRow {
    TableRow::new(cells.into_iter().map(|text| TableCell::new().add_paragraph(line("Normal", text))).collect())
}

fn line(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// Text of others, as text: no field, no line break, no control character.
fn run(text: &str) -> Run {
    Run::new().add_text(plain::line(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::Filter,
    };
    use std::io::Read;

    fn document(invented: &Invented) -> Vec<u8> {
        write(&Synopsis::of(invented.account(), &Filter::all()))
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
