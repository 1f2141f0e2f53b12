//! PDFs through the front door, written by the small writer below.

use crate::{Bounds, Imported, read};
use flate2::{Compression, write::ZlibEncoder};
use pdf_extract::{Document, EncryptionState, EncryptionVersion, Permissions};
use std::io::Write;
use story::Remedy;

/// A page as the stream of its drawing.
#[derive(Default)]
struct Drawing(String);

impl Drawing {
    fn text(mut self, x: u32, y: u32, size: u32, text: &str) -> Self {
        let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        self.0 += &format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");
        self
    }

    fn lines(self, x: u32, top: u32, lines: &[&str]) -> Self {
        (0..).zip(lines).fold(self, |drawing, (row, line)| drawing.text(x, top - 12 * row, 10, line))
    }
}

/// The least that a PDF consists of: catalogue, pages, a font, a stream for each page.
fn pdf(pages: &[Drawing], info: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        format!("<< {info} >>"),
    ];
    for (page, drawing) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{}endstream", drawing.0.len(), drawing.0));
    }
    assembled(&objects.into_iter().map(String::into_bytes).collect::<Vec<_>>())
}

fn assembled(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

fn import(bytes: &[u8]) -> Imported {
    read("harbour.pdf", bytes, &Bounds::default())
}

fn check(bytes: &[u8], title: &str, paragraphs: &[&str]) {
    let imported = import(bytes);
    assert_eq!(imported.articles.len(), 1, "{:?}", imported.oddities);
    let article = &imported.articles[0];
    let body: Vec<&str> = article.body.split("\n\n").collect();
    assert_eq!((article.title.as_str(), body.as_slice()), (title, paragraphs));
}

fn refused(bytes: &[u8]) -> (Remedy, String) {
    let imported = import(bytes);
    assert!(imported.articles.is_empty(), "{:?}", imported.articles);
    (imported.oddities[0].remedy, imported.oddities[0].what.clone())
}

const FIRST: [&str; 4] = [
    "The ferry sank within minutes of leav-",
    "ing the harbour on Monday, killing three",
    "of the people on board, the coast guard",
    "said.",
];
const SECOND: [&str; 3] = [
    "A long-term inquiry was announced. No",
    "other ship was near, and the sea was as",
    "calm as it had been all week.",
];

#[test]
fn lines_are_joined_and_hyphens_undone() {
    let page =
        Drawing::default().text(50, 780, 22, "Ferry sinks off Varn").lines(50, 740, &FIRST).lines(50, 680, &SECOND);
    check(
        &pdf(&[page], ""),
        "Ferry sinks off Varn",
        &[
            "The ferry sank within minutes of leaving the harbour on Monday, killing three of the people on board, the coast guard said.",
            "A long-term inquiry was announced. No other ship was near, and the sea was as calm as it had been all week.",
        ],
    );
}

#[test]
fn two_columns_are_read_one_after_the_other_however_they_are_drawn() {
    let title = || Drawing::default().text(50, 780, 22, "Ferry sinks off Varn, three are dead");
    let expected = [
        "The ferry sank within minutes of leaving the harbour on Monday, killing three of the people on board, the coast guard said.",
        "A long-term inquiry was announced. No other ship was near, and the sea was as calm as it had been all week.",
    ];
    let by_column = title().lines(50, 740, &FIRST).lines(310, 740, &SECOND);
    check(&pdf(&[by_column], ""), "Ferry sinks off Varn, three are dead", &expected);
    let by_row = (0..4).fold(title(), |page, row| {
        let y = 740 - 12 * row as u32;
        let page = page.text(50, y, 10, FIRST[row]);
        if row < 3 { page.text(310, y, 10, SECOND[row]) } else { page }
    });
    check(&pdf(&[by_row], ""), "Ferry sinks off Varn, three are dead", &expected);
}

#[test]
fn running_heads_page_numbers_byline_and_date_are_no_text() {
    let page = |number: u32, lines: &[&str]| {
        Drawing::default().text(50, 810, 8, "The Harbour Post").lines(50, 700, lines).text(
            290,
            30,
            8,
            &number.to_string(),
        )
    };
    let first = page(1, &FIRST).text(50, 780, 22, "Ferry sinks off Varn").text(50, 750, 10, "By Ana Reed").text(
        50,
        736,
        10,
        "12 April 2031",
    );
    let imported = import(&pdf(&[first, page(2, &SECOND)], ""));
    let article = &imported.articles[0];
    assert_eq!(article.body.matches("Post").count() + article.body.matches("Reed").count(), 0, "{}", article.body);
    assert_eq!(article.outlet, "The Harbour Post");
    assert_eq!(article.byline.as_deref(), Some("Ana Reed"));
    assert_eq!(article.published.as_ref().map(|published| published.as_str()), Some("2031-04-12"));
    assert_eq!(imported.oddities, []);
}

#[test]
fn a_date_that_only_the_file_has_is_to_be_checked() {
    let page = Drawing::default().text(50, 780, 22, "Ferry sinks off Varn").lines(50, 740, &FIRST);
    let imported = import(&pdf(&[page], "/CreationDate (D:20310412140530+02'00')"));
    assert_eq!(imported.articles[0].published.as_ref().map(|published| published.as_str()), Some("2031-04-12"));
    assert_eq!(imported.oddities[0].remedy, Remedy::Check);
}

#[test]
fn what_the_metadata_call_the_title_is_found_on_the_page() {
    let page = Drawing::default()
        .text(50, 780, 30, "A large advertisement of four words")
        .text(50, 740, 14, "Ferry sinks")
        .lines(50, 700, &FIRST);
    let imported = import(&pdf(&[page], "/Title (Ferry sinks)"));
    assert_eq!(imported.articles[0].title, "Ferry sinks");
}

#[test]
fn a_pdf_without_text_asks_for_text_recognition() {
    let (remedy, what) = refused(&pdf(&[Drawing::default()], ""));
    assert_eq!((remedy, what.as_str()), (Remedy::Convert, "The document has no text, only pictures of it."));
}

#[test]
fn a_pdf_that_is_cut_short_is_to_be_fetched_again() {
    let whole = pdf(&[Drawing::default().lines(50, 740, &FIRST)], "");
    for length in [20, whole.len() / 2, whole.len() - 60] {
        assert_eq!(refused(&whole[..length]).0, Remedy::FetchAgain, "{length} bytes");
    }
}

#[test]
fn a_locked_pdf_is_to_be_unlocked() {
    let mut document =
        Document::load_mem(&pdf(&[Drawing::default().lines(50, 740, &FIRST)], "")).expect("a PDF of ours");
    let id = pdf_extract::Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a state");
    document.encrypt(&state).expect("an encrypted document");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written to memory");
    assert_eq!(refused(&bytes).0, Remedy::Unlock);
}

#[test]
fn a_stream_that_unfolds_beyond_the_bound_is_refused() {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; 3 << 20]).expect("memory takes it");
    let packed = encoder.finish().expect("memory takes it");
    let stream =
        [format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", packed.len()).as_bytes(), &packed, b"\nendstream"]
            .concat();
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>".to_vec(),
        stream,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>".to_vec(),
    ];
    let bounds = Bounds { unpacked_bytes: 2 << 20, ..Bounds::default() };
    let imported = read("bomb.pdf", &assembled(&objects), &bounds);
    assert_eq!(imported.oddities[0].remedy, Remedy::Shrink);
    assert_eq!(imported.oddities[0].what, "The document unfolds to more than 2 MB.");
}

#[test]
fn forms_that_draw_themselves_and_nests_of_brackets_do_no_harm() {
    let form = |id: u32| {
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {id} 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream"
        )
    };
    let deep = "[".repeat(100_000);
    let content = format!("/X Do BT /F1 10 Tf 50 740 Td (The ferry sank.) Tj ET {deep}");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R] /Count 1 /Parent 2 0 R >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /X 7 0 R >> >> /Contents 6 0 R >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        form(8),
        form(7),
    ];
    let imported = import(&assembled(&objects.map(String::into_bytes)));
    assert_eq!(imported.articles.len() + imported.oddities.len(), 1, "{:?}", imported.oddities);
}
