//! PDF: set in type for print and archives, with tags for screen readers. `house.typ` says how everything looks,
//! `pages.typ` makes a report of it and `card.typ` the picture of a finding.

use crate::document::Document;
use std::ops::ControlFlow;
pub use typeset::Error;
use typeset::{About, Pages, Picture};

/// Whether to go on; asked many times a page.
pub type GoOn<'a> = &'a (dyn Fn() -> ControlFlow<()> + Sync);

const REPORT: &str = concat!(include_str!("house.typ"), include_str!("pages.typ"));
const CARD: &str = concat!(include_str!("house.typ"), include_str!("card.typ"));
/// Dots to a point: a line of a card is sharp on a screen of high density, and in a letter.
const DENSITY: f64 = 3.0;

/// # Errors
/// Where typst refuses, as with more pages than a PDF can hold, and where `go_on` says to stop.
pub fn write(document: &Document, go_on: GoOn) -> Result<Vec<u8>, Error> {
    Ok(pages(document, go_on)?.pdf(&about(document))?.0)
}

/// The pages of a PDF before they are one.
///
/// # Errors
/// Those of [`write`].
pub fn pages(document: &Document, go_on: GoOn) -> Result<Pages, Error> {
    typeset::set(REPORT, &serde_json::to_vec(document).expect("lists and texts are JSON"), go_on)
}

/// The findings of a document as a picture, with what it was made by below them.
pub(crate) fn card(document: &Document, made: &str) -> Result<Picture, Error> {
    let mut data = serde_json::to_value(document).expect("lists and texts are JSON");
    data["made"] = made.into();
    let pages = typeset::set(CARD, data.to_string().as_bytes(), &|| ControlFlow::Continue(()))?;
    Ok(pages.picture(0, DENSITY).expect("a document has a page"))
}

fn about(document: &Document) -> About {
    let cover = document.cover.as_ref();
    About {
        title: document.title.clone(),
        author: cover.map(|cover| cover.author.clone()).filter(|author| !author.is_empty()),
        creator: "Rashomon".into(),
        date: cover.and_then(|cover| day(&cover.date)),
    }
}

/// Of a date as 2031-05-04; other ways to write one are shown and not stated.
fn day(written: &str) -> Option<(i32, u8, u8)> {
    let date: jiff::civil::Date = written.trim().parse().ok()?;
    Some((date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Choice, Cover, Language, PageSize, Texts,
        invented::{Invented, everything, ferry, hostile, reviewed},
        synopsis::{Filter, Synopsis},
    };
    use typeset::Standard;

    struct Set {
        pdf: Vec<u8>,
        standard: Standard,
        remarks: Vec<String>,
    }

    fn choice() -> Choice {
        Choice::of(Filter::all())
    }

    fn set(invented: &Invented, choice: &Choice) -> Set {
        let document = Document::of(&Synopsis::of(invented.account(), &choice.filter), choice);
        let pages = pages(&document, &|| ControlFlow::Continue(())).expect("it can be set");
        let remarks = pages.remarks.clone();
        let (pdf, standard) = pages.pdf(&about(&document)).expect("it is small");
        Set { pdf, standard, remarks }
    }

    /// Without spaces, which line ends take the place of.
    fn read(set: &Set) -> String {
        let text = pdf_extract::extract_text_from_mem(&set.pdf).expect("it is a PDF");
        text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
    }

    fn cover(date: &str) -> Option<Cover> {
        Some(Cover { author: "Ines Varga".into(), affiliation: "Institute of News".into(), date: date.into() })
    }

    #[test]
    fn a_report_can_be_read_by_screen_readers() {
        for invented in [ferry(), reviewed(), hostile(), everything()] {
            let set = set(&invented, &Choice { texts: Texts::Whole, ..choice() });
            assert_eq!((set.standard, set.remarks), (Standard::Accessible, vec![]));
        }
    }

    #[test]
    fn a_title_page_states_who_and_when() {
        let dated = set(&reviewed(), &Choice { cover: cover("2031-05-04"), page: PageSize::Letter, ..choice() });
        assert_eq!(dated.standard, Standard::Archival);
        let text = read(&dated);
        assert!(["InesVarga", "InstituteofNews", "2031-05-04"].iter().all(|part| text.contains(part)), "{text}");
        let otherwise = set(&reviewed(), &Choice { cover: cover("in May 2031"), ..choice() });
        assert!(otherwise.standard == Standard::Accessible && read(&otherwise).contains("inMay2031"));
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let evil = "#set page(fill: red) *bold* _it_ $x^2$ = head @cite <label> https://e.example // end `raw` \\u{41}";
        let invented = Invented::new(evil, &[(evil, evil, &[evil]), ("Coast Daily", "Ferry sinks", &["Ferry sinks."])]);
        let text = read(&set(&invented.row(&[(0, 0), (1, 0)]), &Choice { texts: Texts::Whole, ..choice() }));
        let shown: String = evil.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.matches(&shown).count() >= 4, "{text}");
    }

    #[test]
    fn long_words_and_other_directions_are_set() {
        let (long, arabic) = ("x".repeat(4_000), "\u{202b}غرقت العبارة\u{202c} قبالة الساحل.");
        let invented = Invented::new(&long, &[(&long, &long, &[&long]), ("المرفأ", arabic, &[arabic])]);
        let set = set(&invented.row(&[(0, 0), (1, 0)]), &choice());
        assert!(read(&set).matches('x').count() >= 4_000 * 2);
        assert_eq!(set.remarks, Vec::<String>::new());
    }

    #[test]
    fn many_outlets_are_told_in_blocks_and_few_in_a_table() {
        for outlets in [1, 2, 5, 8, 14] {
            let names: Vec<String> = (1..=outlets).map(|number| format!("Outlet {number}")).collect();
            let articles: Vec<_> =
                names.iter().map(|name| (name.as_str(), "Ferry sinks", &["Ferry sinks."][..])).collect();
            let row: Vec<_> = (0..outlets).map(|article| (article, 0)).collect();
            let set = set(&Invented::new("The ferry", &articles).row(&row[..1]).row(&row), &choice());
            assert!(read(&set).contains("Outlet1") && set.remarks.is_empty(), "{outlets}");
        }
    }

    #[test]
    fn every_language_frames_the_whole_report() {
        for language in Language::ALL {
            let set = set(&reviewed(), &Choice { language, ..choice() });
            let stated = format!("<rdf:li>{}</rdf:li>", language.tag());
            assert!(set.pdf.windows(stated.len()).any(|window| window == stated.as_bytes()), "{stated}");
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        assert!(set(&reviewed(), &choice()).pdf == set(&reviewed(), &choice()).pdf);
    }

    #[test]
    fn a_report_that_nobody_waits_for_is_given_up() {
        let reviewed = reviewed();
        let document = Document::of(&Synopsis::of(reviewed.account(), &Filter::all()), &choice());
        assert!(matches!(write(&document, &|| ControlFlow::Break(())), Err(Error::Cancelled)));
    }
}
