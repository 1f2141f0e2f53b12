//! A format before it is saved: one page to be shown in a frame, whatever program the format is for.

use crate::{
    Account, Choice, Format,
    document::Document,
    html,
    pdf::{self, Error, GoOn},
    retold::Retold,
    sheets::{self, Sheet, Value},
    synopsis::{Synopsis, moment},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use typeset::Pages;

const STYLE: &str = include_str!("preview.css");
/// Lines of a table that are shown.
const LINES: usize = 100;
/// Bytes of a text that are shown, up to the end of a line.
const BYTES: usize = 100_000;
/// Dots to a point of a page on a screen.
const DENSITY: f64 = 2.0;

/// What a report will look like.
#[derive(Debug)]
pub struct Preview {
    page: Vec<u8>,
    pages: Option<Pages>,
}

impl Preview {
    /// A web page is shown as it will be, a PDF page by page, Word as the web page of the same words, tables and texts
    /// by their beginning.
    ///
    /// `address` is what the pictures of pages are asked for by: `address-1`, `address-2` and so on.
    ///
    /// # Errors
    /// Where a PDF cannot be set, and where `go_on` says to stop.
    pub fn of(account: Account, format: Format, choice: &Choice, address: &str, go_on: GoOn) -> Result<Self, Error> {
        let retold = Retold::of(account, choice);
        let told = retold.as_ref().map_or(account, |retold| retold.account(account));
        let synopsis = || Synopsis::of(told, &choice.filter);
        let document = || Document::of(&synopsis(), choice);
        let page = match format {
            Format::Html | Format::Docx => html::write(&document()),
            Format::Xlsx => framed(&tables(&sheets::all(&synopsis()))),
            Format::Csv => framed(&tables(&[sheets::readings(&synopsis())])),
            Format::Markdown | Format::Tei | Format::Json => framed(&text(&format.write(account, choice, go_on)?)),
            Format::Pdf => {
                let pages = pdf::pages(&document(), go_on)?;
                return Ok(Self { page: framed(&pictures(&pages, address)), pages: Some(pages) });
            }
        };
        Ok(Self { page, pages: None })
    }

    /// HTML that stands alone but for pictures of pages.
    pub fn page(&self) -> &[u8] {
        &self.page
    }

    /// Pages of a PDF; 0 for other formats.
    pub fn count(&self) -> usize {
        self.pages.as_ref().map_or(0, Pages::count)
    }

    /// The page of that number, from 1, as PNG.
    pub fn picture(&self, number: usize) -> Option<Vec<u8>> {
        let picture = self.pages.as_ref()?.picture(number.checked_sub(1)?, DENSITY)?;
        Some(picture.png())
    }
}

fn framed(content: &Markup) -> Vec<u8> {
    let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{style}'; img-src report: http://report.localhost");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="color-scheme" content="light dark";
                title { "Preview" }
                style { (PreEscaped(STYLE)) }
            }
            body { (content) }
        }
    };
    page.into_string().into_bytes()
}

/// Each is made when it comes into sight.
fn pictures(pages: &Pages, address: &str) -> Markup {
    let count = pages.count();
    html! {
        @for (at, (width, height)) in pages.sizes().enumerate() {
            @let number = at + 1;
            img src={ (address) "-" (number) } alt={ "Page " (number) " of " (count) } loading="lazy" decoding="async"
                width=(width.round()) height=(height.round());
        }
    }
}

fn tables(sheets: &[Sheet]) -> Markup {
    html! {
        @for sheet in sheets {
            h2 { (sheet.name) }
            div.table {
                table {
                    thead { tr { @for column in &sheet.columns { th { (column.name) } } } }
                    tbody { @for row in sheet.rows.iter().take(LINES) { tr { @for value in row { (cell(value)) } } } }
                }
            }
            @if sheet.rows.len() > LINES { p { (sheet.rows.len() - LINES) " more lines" } }
        }
    }
}

fn cell(value: &Value) -> Markup {
    html! {
        @match value {
            Value::Text(text) => td dir="auto" { (text) },
            Value::Count(count) => td.number { (count) },
            Value::Share(share) => td.number { (format!("{share:.2}")) },
            Value::Time(time) => td { (moment(time)) },
        }
    }
}

fn text(document: &[u8]) -> Markup {
    let whole = String::from_utf8_lossy(document);
    let mut shown: &str = &whole[..whole.floor_char_boundary(BYTES)];
    if shown.len() < whole.len() {
        shown = shown.rsplit_once('\n').map_or(shown, |(lines, _)| lines);
    }
    let rest = (whole.len() - shown.len()).div_ceil(1_000);
    html! {
        pre { (shown) }
        @if rest > 0 { p { (rest) " kB more" } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{everything, hostile},
        synopsis::Filter,
    };
    use std::ops::ControlFlow;

    fn preview(account: Account, format: Format) -> Preview {
        let choice = Choice::of(Filter::all());
        Preview::of(account, format, &choice, "7", &|| ControlFlow::Continue(())).expect("it is small")
    }

    #[test]
    fn every_format_can_be_seen_before_it_is_saved() {
        let everything = everything();
        for format in Format::ALL {
            let preview = preview(everything.account(), format);
            let page = str::from_utf8(preview.page()).expect("UTF-8");
            assert!(page.starts_with("<!DOCTYPE html>"), "{format:?}");
            assert_eq!(preview.count() > 0, format == Format::Pdf);
            assert!(format == Format::Pdf || page.contains("Harbour Wire"), "{format:?}");
        }
    }

    #[test]
    fn the_pages_of_a_pdf_are_pictures() {
        let preview = preview(everything().account(), Format::Pdf);
        let page = str::from_utf8(preview.page()).expect("UTF-8").to_owned();
        for number in 1..=preview.count() {
            assert!(page.contains(&format!("src=\"7-{number}\"")), "{number}");
        }
        assert!(preview.picture(1).is_some_and(|picture| picture.starts_with(b"\x89PNG")));
        assert_eq!([preview.picture(0), preview.picture(preview.count() + 1)], [None, None]);
    }

    #[test]
    fn text_of_others_is_no_markup_and_nothing_runs() {
        let hostile = hostile();
        for format in Format::ALL {
            let preview = preview(hostile.account(), format);
            let page = str::from_utf8(preview.page()).expect("UTF-8");
            assert!(page.contains("default-src 'none'"), "{format:?}");
            for evil in ["<script", "<img src=x", "onload=\"", "href=\"javascript"] {
                assert!(!page.contains(evil), "{format:?}: {evil}");
            }
        }
    }

    #[test]
    fn of_a_long_text_its_beginning_is_shown() {
        let long = "Three died.\n".repeat(20_000);
        let shown = text(long.as_bytes()).into_string();
        assert!(shown.len() < BYTES + 100 && shown.ends_with("<p>141 kB more</p>"), "{}", &shown[shown.len() - 40..]);
        assert!(!text(b"Three died.").into_string().contains("more"));
    }
}
