//! Word documents through the front door, written by the small writer below.

use crate::{Bounds, Imported, read};
use std::io::{Cursor, Write};
use story::Remedy;
use zip::{ZipWriter, write::SimpleFileOptions};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>"#;
const NOTES: &str = r#"<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>Debris.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// A document of these paragraphs; `Style: text` has a style.
fn docx(paragraphs: &[&str], properties: &str) -> Vec<u8> {
    let paragraph = |text: &&str| {
        let (style, text) = ["Title", "H2"]
            .iter()
            .find_map(|style| Some((*style, text.strip_prefix(style)?.strip_prefix(": ")?)))
            .unwrap_or(("", *text));
        let style =
            if style.is_empty() { String::new() } else { format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#) };
        format!(r#"<w:p>{style}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
    };
    let body: String = paragraphs.iter().map(paragraph).collect();
    document(&body, properties)
}

fn document(body: &str, properties: &str) -> Vec<u8> {
    let document = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    let core =
        format!(r#"<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c">{properties}</cp:coreProperties>"#);
    package(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/footnotes.xml", NOTES.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

fn import(bytes: &[u8]) -> Imported {
    read("harbour.docx", bytes, &Bounds::default())
}

fn refused(bytes: &[u8]) -> (Remedy, String) {
    let imported = import(bytes);
    assert!(imported.articles.is_empty(), "{:?}", imported.articles);
    (imported.oddities[0].remedy, imported.oddities[0].what.clone())
}

const SUNK: &str = "The ferry sank within minutes of leaving the harbour on Monday, the coast guard said.";
const CALM: &str = "The sea had been calm all week.";

#[test]
fn the_title_style_is_the_title_and_the_head_gives_byline_and_date() {
    let bytes = docx(&["Title: Ferry sinks", "By Ana Reed", "12 April 2031", SUNK, "H2: The weather", CALM], "");
    let imported = import(&bytes);
    let article = &imported.articles[0];
    assert_eq!(article.title, "Ferry sinks");
    assert_eq!(article.byline.as_deref(), Some("Ana Reed"));
    assert_eq!(article.published.as_ref().map(|published| published.as_str()), Some("2031-04-12"));
    assert_eq!(article.body, format!("{SUNK}\n\nThe weather\n\n{CALM}"));
    assert_eq!(imported.oddities, []);
}

#[test]
fn properties_stand_in_for_what_the_text_lacks() {
    let properties = r#"<dc:title>Ferry &amp; fog</dc:title><dc:creator>Ana Reed</dc:creator><dcterms:created>2031-04-12T14:05:00Z</dcterms:created>"#;
    let imported = import(&docx(&[SUNK, CALM], properties));
    let article = &imported.articles[0];
    assert_eq!((article.title.as_str(), article.byline.as_deref()), ("Ferry & fog", Some("Ana Reed")));
    assert_eq!(article.published.as_ref().map(|published| published.as_str()), Some("2031-04-12"));
    assert_eq!(imported.oddities[0].remedy, Remedy::Check);
}

#[test]
fn a_short_first_line_is_the_title_where_no_style_says_so() {
    let imported = import(&docx(&["Ferry sinks off Varn", SUNK], ""));
    assert_eq!(
        (imported.articles[0].title.as_str(), imported.articles[0].body.as_str()),
        ("Ferry sinks off Varn", SUNK)
    );
}

#[test]
fn footnotes_leave_no_debris() {
    let body = r#"<w:p><w:r><w:t>The ferry sank</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t> on Monday.</w:t></w:r></w:p>"#;
    assert_eq!(import(&document(body, "")).articles[0].body, "The ferry sank on Monday.");
}

#[test]
fn deleted_text_is_not_read_and_inserted_text_is() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">The ferry sank on </w:t></w:r><w:del><w:r><w:delText>Sunday</w:delText></w:r></w:del><w:ins><w:r><w:t>Monday</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"#;
    assert_eq!(import(&document(body, "")).articles[0].body, "The ferry sank on Monday.");
}

#[test]
fn a_document_that_is_cut_short_is_to_be_fetched_again() {
    let whole = docx(&[SUNK], "");
    assert_eq!(refused(&whole[..whole.len() / 2]).0, Remedy::FetchAgain);
}

#[test]
fn a_package_that_unfolds_beyond_the_bound_is_refused_whatever_it_declares() {
    let blanks = vec![b' '; 3 << 20];
    let bytes = package(&[("word/document.xml", b"<a/>"), ("word/media/image1.png", &blanks)]);
    let bounds = Bounds { unpacked_bytes: 2 << 20, ..Bounds::default() };
    let imported = read("bomb.docx", &bytes, &bounds);
    assert_eq!(imported.oddities[0].remedy, Remedy::Shrink);
    assert_eq!(imported.oddities[0].what, "The document unfolds to more than 2 MB.");
}

#[test]
fn a_hundred_thousand_nested_elements_are_refused_before_they_are_parsed() {
    let (remedy, what) = refused(&document(&"<w:p>".repeat(100_000), ""));
    assert_eq!((remedy, what.as_str()), (Remedy::Shrink, "The document is nested more than 512 levels deep."));
}

#[test]
fn a_document_without_text_says_so() {
    assert_eq!(refused(&docx(&[""], "")), (Remedy::Convert, "No article was found in the file.".into()));
}
