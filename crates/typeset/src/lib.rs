//! Sets a document in type: a typst template and its data become pages, a PDF and pictures.
//!
//! - [`set`] sets it, [`Set`] is what comes of that,
//! - `faces` are the typefaces, bundled ones first and the computer's own where those lack letters,
//! - `room` is all that a template can see: itself, its data, what cannot be shown.
//!
//! Invariant: no network, no packages, no clock, no file but the computer's typefaces; data never goes through the
//! markup parser; the same template and data give the same bytes on the same computer. Knows no news.

mod faces;
mod pages;
mod room;

use faces::Faces;
pub use pages::{About, Pages, Picture, Standard};
use room::{Left, Room};
use serde_json::Value;
use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};
use typst::diag::{SourceDiagnostic, Warned};
use typst_layout::PagedDocument;

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
    /// It was asked to stop.
    #[error("given up before its end")]
    Cancelled,
}

/// Sets `data`, which is JSON, by `template`, which reads it as `json("/data.json")`. What cannot be shown it
/// reads as `json("/missing.json")`: a list of `script` and `letters`.
///
/// A page takes about ten milliseconds. `go_on` is asked many times a page.
///
/// # Errors
/// Where the data is not JSON, where the template does not fit it, and where `go_on` says to stop.
pub fn set(template: &str, data: &[u8], go_on: &(dyn Fn() -> ControlFlow<()> + Sync)) -> Result<Pages, Error> {
    let text = texts(&serde_json::from_slice(data)?);
    let (faces, missing) = Faces::for_text(&text);
    let room = Room::new(template, data, &missing, faces, go_on);
    let compiled = catch_unwind(AssertUnwindSafe(|| typst::compile::<PagedDocument>(&room)));
    comemo::evict(0); // what typst remembers of one document is of no use to the next
    match compiled {
        Ok(Warned { output, warnings }) => {
            let remarks = warnings.iter().map(|warning| warning.message.to_string()).collect();
            output.map(|document| Pages::new(document, data, missing, remarks)).map_err(|errors| told(&errors))
        }
        Err(panic) if panic.is::<Left>() => Err(Error::Cancelled),
        Err(panic) => resume_unwind(panic),
    }
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

fn told(errors: &[SourceDiagnostic]) -> Error {
    Error::Template(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const PLAIN: &str = r#"
        #set text(lang: "en", font: "Source Serif 4")
        #let data = json("/data.json")
        #outline()
        = Telling
        #data.text
        #for missing in json("/missing.json") [#missing.script]"#;

    /// A PDF, the standard that it keeps, and its pages' text.
    #[derive(Debug, PartialEq)]
    struct Written {
        pdf: Vec<u8>,
        standard: Standard,
        missing: Vec<Missing>,
        remarks: Vec<String>,
    }

    impl Written {
        fn text(&self) -> String {
            pdf_extract::extract_text_from_mem(&self.pdf).expect("it is a PDF")
        }

        fn holds(&self, bytes: &str) -> bool {
            self.pdf.windows(bytes.len()).any(|window| window == bytes.as_bytes())
        }
    }

    fn pages(text: &str) -> Pages {
        set(PLAIN, json!({ "text": text }).to_string().as_bytes(), &|| ControlFlow::Continue(())).expect("it fits")
    }

    fn written(text: &str, date: Option<(i32, u8, u8)>) -> Written {
        let about = About { title: "The ferry".into(), author: None, creator: "a test".into(), date };
        let pages = pages(text);
        let (missing, remarks) = (pages.missing.clone(), pages.remarks.clone());
        let (pdf, standard) = pages.pdf(&about).expect("it is small");
        Written { pdf, standard, missing, remarks }
    }

    fn refuses(template: &str) {
        let refused = set(template, b"{}", &|| ControlFlow::Continue(()));
        assert!(matches!(refused, Err(Error::Template(_))), "{template}");
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let text = "#set page(fill: red) *bold* $x^2$ = head @cite <label> \\u{41} // end";
        assert!(written(text, None).text().contains(text));
    }

    #[test]
    fn the_same_data_gives_the_same_bytes() {
        assert_eq!(written("Three died.", None), written("Three died.", None));
        assert!(written("Three died.", None) != written("Four died.", None));
        let picture = |text| pages(text).picture(0, 1.0).expect("there is a page");
        assert!(picture("Three died.") == picture("Three died.") && picture("Three died.") != picture("Four died."));
    }

    #[test]
    fn a_document_has_tags_an_outline_a_language_and_a_title() {
        let written = written("Three died.", None);
        for part in ["/StructTreeRoot", "/Outlines", "<rdf:li>en</rdf:li>", "/FontFile", "<pdfuaid:part>1", "The ferry"]
        {
            assert!(written.holds(part), "{part}");
        }
        assert_eq!((written.standard, written.missing, written.remarks), (Standard::Accessible, vec![], vec![]));
    }

    #[test]
    fn a_document_with_a_date_is_fit_for_archives() {
        let dated = written("Three died.", Some((2031, 5, 4)));
        assert!(dated.standard == Standard::Archival && dated.holds("<pdfaid:part>2") && dated.holds("D:20310504"));
        assert!(!written("Three died.", None).holds("CreationDate"));
        assert_eq!(written("Three died.", Some((2031, 2, 31))).standard, Standard::Accessible, "there is no such day");
    }

    #[test]
    fn what_no_face_has_is_told_and_is_text_nevertheless() {
        let written = written("Three \u{50000} died.", Some((2031, 5, 4)));
        assert_eq!(written.standard, Standard::Archival);
        assert_eq!(written.missing, [Missing { script: "Unknown", letters: "\u{50000}".into() }]);
        let text = written.text();
        assert!(text.contains('\u{50000}') && text.contains("Unknown"), "{text}");
    }

    #[test]
    fn the_best_standard_that_the_text_can_keep_is_kept() {
        let standard = |text| written(text, Some((2031, 5, 4))).standard;
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
        let refused = set(PLAIN, b"{", &|| ControlFlow::Continue(()));
        assert!(matches!(refused, Err(Error::Data(_))));
    }

    #[test]
    fn setting_stops_when_it_is_asked_to_and_can_begin_again() {
        let data = json!({ "text": "Three died. ".repeat(2_000) }).to_string();
        let asked = AtomicUsize::new(0);
        let stop_at = |most| {
            let asked = &asked;
            move || match asked.fetch_add(1, Ordering::Relaxed) >= most {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        };
        assert!(set(PLAIN, data.as_bytes(), &stop_at(usize::MAX)).is_ok_and(|pages| pages.count() > 1));
        let whole = asked.swap(0, Ordering::Relaxed);
        assert!(matches!(set(PLAIN, data.as_bytes(), &stop_at(whole / 2)), Err(Error::Cancelled)));
        assert!(set(PLAIN, data.as_bytes(), &stop_at(usize::MAX)).is_ok());
    }

    #[test]
    fn a_page_can_be_seen() {
        let pages = pages("Three died.");
        let picture = pages.picture(0, 2.0).expect("there is a page");
        assert_eq!((picture.size(), pages.picture(1, 2.0)), ((1191, 1684), None), "A4 at 144 dots an inch");
        assert!(picture.png().starts_with(b"\x89PNG"));
        let dots = picture.into_rgba();
        assert!(dots.len() == 1191 * 1684 * 4 && dots.starts_with(&[255; 4]) && dots.iter().any(|dot| *dot < 80));
    }
}
