//! Sets a document in type: a typst template and its data become a PDF.
//!
//! - [`pdf`] is the one thing that it does,
//! - [`faces`] are the typefaces, bundled ones first and the computer's own where those lack letters,
//! - [`room`] is all that a template can see: itself, its data, what cannot be shown.
//!
//! Invariant: no network, no packages, no clock, no file but the computer's typefaces; data never goes through the
//! markup parser; the same template and data give the same bytes on the same computer. Knows no news.

mod faces;
mod room;

use faces::Faces;
use room::Room;
use serde_json::Value;
use sha2::{Digest, Sha256};
use typst::{
    diag::{SourceDiagnostic, Warned},
    foundations::{Datetime, Smart},
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What a PDF says of itself. Its language is what the template sets at its beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    pub title: String,
    pub author: Option<String>,
    /// The program that made it.
    pub creator: String,
    /// Year, month and day; a document states no date but this.
    pub date: Option<(i32, u8, u8)>,
}

/// A document set in type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    pub pdf: Vec<u8>,
    pub standard: Standard,
    /// Letters of the data that no face has; boxes stand for them, and their text can be copied.
    pub missing: Vec<Missing>,
    /// What typst would have otherwise, such as a layout that does not settle.
    pub remarks: Vec<String>,
}

/// What a document conforms to, the best first. All are tagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a, for archives, and PDF/UA-1, for screen readers. Wants a date.
    Archival,
    /// PDF/UA-1: no date is stated, or the text has letters of private meaning.
    Accessible,
    /// PDF 1.7: the text has what no standard allows, such as U+FFFE.
    Plain,
}

/// Letters of one script that cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its English name in Unicode, such as "Devanagari"; "Common" for signs that belong to none.
    pub script: &'static str,
    /// Sorted, each once.
    pub letters: String,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the data of a document is not JSON")]
    Data(#[from] serde_json::Error),
    /// The template does not fit its data, or the document is too much for a PDF.
    #[error("the document cannot be set: {0}")]
    Template(String),
}

/// Sets `data`, which is JSON, by `template`, which reads it as `json("/data.json")`. What cannot be shown it
/// reads as `json("/missing.json")`: a list of `script` and `letters`.
///
/// Cannot be stopped; a page takes about ten milliseconds.
///
/// # Errors
/// Where the data is not JSON, and where the template does not fit it.
pub fn pdf(template: &str, data: &[u8], about: &About) -> Result<Set, Error> {
    let text = texts(&serde_json::from_slice(data)?);
    let (faces, missing) = Faces::for_text(&text);
    let room = Room::new(template, data, &missing, faces);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&room);
    let set = output.map_err(|errors| told(&errors)).and_then(|mut document| {
        state(&mut document, about);
        let (pdf, standard) = written(&document, data, about)?;
        Ok(Set {
            pdf,
            standard,
            missing,
            remarks: warnings.iter().map(|warning| warning.message.to_string()).collect(),
        })
    });
    comemo::evict(0); // what typst remembers of one document is of no use to the next
    set
}

/// All that is text in the data.
fn texts(data: &Value) -> String {
    match data {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(texts).collect(),
        Value::Object(fields) => fields.values().map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

fn state(document: &mut PagedDocument, about: &About) {
    let info = document.info_mut();
    info.title = Some(about.title.as_str().into());
    info.author = about.author.iter().map(|author| author.as_str().into()).collect();
    info.date = Smart::Custom(date(about));
}

fn date(about: &About) -> Option<Datetime> {
    about.date.and_then(|(year, month, day)| Datetime::from_ymd(year, month, day))
}

/// By the best standard that the document can keep.
fn written(document: &PagedDocument, data: &[u8], about: &About) -> Result<(Vec<u8>, Standard), Error> {
    let ident: String = Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
    let write = |standard: Standard| {
        let options = PdfOptions {
            ident: Smart::Custom(ident.clone()),
            creator: Smart::Custom(Some(about.creator.clone())),
            standards: standards(standard),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(document, &options).map(|pdf| (pdf, standard))
    };
    let archival = date(about).and_then(|_| write(Standard::Archival).ok());
    match archival {
        Some(written) => Ok(written),
        None => write(Standard::Accessible).or_else(|_| write(Standard::Plain)).map_err(|errors| told(&errors)),
    }
}

fn standards(standard: Standard) -> PdfStandards {
    let list: &[PdfStandard] = match standard {
        Standard::Archival => &[PdfStandard::A_2a, PdfStandard::Ua_1],
        Standard::Accessible => &[PdfStandard::Ua_1],
        Standard::Plain => &[],
    };
    PdfStandards::new(list).expect("these go together")
}

fn told(errors: &[SourceDiagnostic]) -> Error {
    Error::Template(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const PLAIN: &str = r#"
        #set text(lang: "en", font: "Source Serif 4")
        #let data = json("/data.json")
        #outline()
        = Telling
        #data.text
        #for missing in json("/missing.json") [#missing.script]"#;

    fn set(text: &str, date: Option<(i32, u8, u8)>) -> Set {
        let about = About { title: "The ferry".into(), author: None, creator: "a test".into(), date };
        pdf(PLAIN, json!({ "text": text }).to_string().as_bytes(), &about).expect("it fits")
    }

    fn read(set: &Set) -> String {
        pdf_extract::extract_text_from_mem(&set.pdf).expect("it is a PDF")
    }

    fn holds(set: &Set, bytes: &str) -> bool {
        set.pdf.windows(bytes.len()).any(|window| window == bytes.as_bytes())
    }

    fn refuses(template: &str) {
        let refused = pdf(template, b"{}", &About::default());
        assert!(matches!(refused, Err(Error::Template(_))), "{template}");
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let text = "#set page(fill: red) *bold* $x^2$ = head @cite <label> \\u{41} // end";
        assert!(read(&set(text, None)).contains(text));
    }

    #[test]
    fn the_same_data_gives_the_same_bytes() {
        assert_eq!(set("Three died.", None), set("Three died.", None));
        assert!(set("Three died.", None) != set("Four died.", None));
    }

    #[test]
    fn a_document_has_tags_an_outline_a_language_and_a_title() {
        let set = set("Three died.", None);
        for part in ["/StructTreeRoot", "/Outlines", "<rdf:li>en</rdf:li>", "/FontFile", "<pdfuaid:part>1", "The ferry"]
        {
            assert!(holds(&set, part), "{part}");
        }
        assert_eq!((set.standard, set.missing, set.remarks), (Standard::Accessible, vec![], vec![]));
    }

    #[test]
    fn a_document_with_a_date_is_fit_for_archives() {
        let dated = set("Three died.", Some((2031, 5, 4)));
        assert!(dated.standard == Standard::Archival && holds(&dated, "<pdfaid:part>2") && holds(&dated, "D:20310504"));
        assert!(!holds(&set("Three died.", None), "CreationDate"));
        assert_eq!(set("Three died.", Some((2031, 2, 31))).standard, Standard::Accessible, "there is no such day");
    }

    #[test]
    fn what_no_face_has_is_told_and_is_text_nevertheless() {
        let set = set("Three \u{50000} died.", Some((2031, 5, 4)));
        assert_eq!(set.standard, Standard::Archival);
        assert_eq!(set.missing, [Missing { script: "Unknown", letters: "\u{50000}".into() }]);
        let text = read(&set);
        assert!(text.contains('\u{50000}') && text.contains("Unknown"), "{text}");
    }

    #[test]
    fn the_best_standard_that_the_text_can_keep_is_kept() {
        let standard = |text| set(text, Some((2031, 5, 4))).standard;
        let (private, invalid) = ("Three \u{f8000} died.", "Three \u{fffe} died.");
        assert_eq!([standard(private), standard(invalid)], [Standard::Accessible, Standard::Plain]);
    }

    #[test]
    fn a_template_reaches_no_file_no_package_and_no_clock() {
        refuses(r#"#read("/etc/hosts")"#);
        refuses(r#"#read("../../Cargo.toml")"#);
        refuses(r#"#include "/other.typ""#);
        refuses(r#"#import "@preview/cetz:0.4.0""#);
        refuses("#datetime.today()");
    }

    #[test]
    fn data_that_is_not_json_is_refused() {
        assert!(matches!(pdf(PLAIN, b"{", &About::default()), Err(Error::Data(_))));
    }
}
