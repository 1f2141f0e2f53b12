//! DOCX: headings, real tables and styles that Word and LibreOffice know, to be read, edited and printed.
//!
//! - [`blocks`] are headings, tables, findings and plots, [`lines`] what stands within a paragraph.

mod blocks;
mod lines;

use crate::{
    PageSize,
    document::{Document, blocks::Block},
};
use blocks::Setting;
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, PageMargin, PageNum, PageOrientationType, Paragraph, Run,
    RunFonts, Style, StyleType,
};
use lines::text;
use std::io::{self, Cursor};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Margins of two centimetres, in twentieths of a point.
const MARGIN: u32 = 1_134;
/// Columns of a table for which the pages are turned.
const TURNED: usize = 10;

pub fn write(document: &Document) -> Vec<u8> {
    let (width, height) = match document.page {
        PageSize::A4 => (11_906, 16_838),
        PageSize::Letter => (12_240, 15_840),
    };
    let (width, height) = if is_wide(document) { (height, width) } else { (width, height) };
    let setting = Setting::new((width - 2 * MARGIN) as usize);
    let side = MARGIN as i32;
    let mut docx = styled(Docx::new().page_size(width, height));
    docx = docx.page_margin(PageMargin::new().top(side).bottom(side).left(side).right(side));
    if is_wide(document) {
        docx = docx.page_orient(PageOrientationType::Landscape);
    }
    docx = docx.footer(Footer::new().add_paragraph(page_number()));
    docx = title(docx, document);
    docx = document.sections.iter().fold(docx, |docx, section| setting.section(docx, section));
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
        .add_style(Style::new(lines::LINK, StyleType::Character).name("Hyperlink").color("2350A8"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Choice,
        invented::{Invented, everything, ferry, hostile, reviewed},
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
        for evil in ["<script", "<img", "\u{1b}", "\u{202e}", "w:hyperlink r:id", "w:fldSimple", "w:instrText"] {
            assert!(!body.contains(evil), "{evil:?}");
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        let first = document(&ferry());
        std::thread::sleep(std::time::Duration::from_millis(2_100)); // ZIP keeps times to two seconds
        assert_eq!(first, document(&ferry()));
    }

    #[test]
    fn every_link_leads_somewhere_in_the_document() {
        for invented in [ferry(), everything()] {
            let body = part(document(&invented), "word/document.xml");
            let values = |before: &str| -> Vec<String> {
                let after = body.split(before).skip(1).filter_map(|rest| rest.split('"').next());
                after.map(str::to_owned).collect()
            };
            let (links, places) = (values("w:anchor=\""), values("w:bookmarkStart w:id=\""));
            assert!(links.len() > 5 && places.len() > 5);
            for link in links {
                assert_eq!(body.matches(&format!("w:name=\"{link}\"")).count(), 1, "{link}");
                assert!(link.len() <= 40 && link.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{link}");
            }
        }
    }

    #[test]
    fn what_is_written_from_the_right_is_set_from_the_right() {
        let arabic = "غرقت العبارة قبالة الساحل.";
        let invented = Invented::new("The ferry", &[("المرفأ", arabic, &[arabic]), ("B", "Ferry sinks", &["Sunk."])]);
        let body = part(document(&invented.row(&[(0, 0), (1, 0)])), "word/document.xml");
        let paragraph = |words| body.split("<w:p ").find(|paragraph| paragraph.contains(words)).expect("it is told");
        assert!(paragraph(arabic).contains("<w:bidi") && !paragraph("Sunk.").contains("<w:bidi"));
    }
}
