//! XLSX: a sheet for findings, readings, claims, omissions, articles, decisions and method, with frozen heads, filters
//! and typed cells: a day is a date. All text of others is written as text, never as a formula or a link.

use crate::{
    plain,
    sheets::{self, Sheet, Value},
    synopsis::{Synopsis, moment},
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use story::Timestamp;

/// Excel's own bound on the characters of a cell.
const CHARS: usize = 32_767;
/// Height of a line, and the most that a row takes, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 300.0;

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    workbook(synopsis).and_then(|mut workbook| workbook.save_to_buffer()).expect("sheets stay within what Excel takes")
}

fn workbook(synopsis: &Synopsis) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // A day that is the same at every writing: the report knows no clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title("Rashomon").set_creation_datetime(&made));
    for sheet in sheets::all(synopsis) {
        fill(workbook.add_worksheet(), &sheet)?;
    }
    Ok(workbook)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = cell().set_bold();
    worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(column, heading.width)?;
        worksheet.write_string_with_format(0, column, heading.name, &head)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(cells) {
            write_cell(worksheet, row, column, value)?;
        }
        worksheet.set_row_height(row, height(sheet, cells))?;
    }
    let last_row = u32::try_from(sheet.rows.len()).expect("a comparison has fewer rows than a sheet");
    let last_column = u16::try_from(sheet.columns.len() - 1).expect("a sheet has few columns");
    worksheet.autofilter(0, 0, last_row, last_column)?;
    worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// As high as its longest text wants it, about: LibreOffice does not measure rows that it opens.
fn height(sheet: &Sheet, cells: &[Value]) -> f64 {
    let lines = sheet.columns.iter().zip(cells).map(|(heading, value)| match value {
        Value::Text(text) => text.chars().count().div_ceil(heading.width.into()),
        Value::Count(_) | Value::Share(_) | Value::Time(_) => 1,
    });
    (LINE * lines.max().unwrap_or(1).max(1) as f64).min(HIGHEST)
}

fn write_cell(worksheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => write_text(worksheet, row, column, text),
        Value::Count(count) => worksheet.write_number_with_format(row, column, *count as f64, &cell()).map(|_| ()),
        Value::Share(share) => {
            worksheet.write_number_with_format(row, column, *share, &cell().set_num_format("0.00")).map(|_| ())
        }
        Value::Time(time) => match day_and_clock(time) {
            Some((day, shown)) => {
                worksheet.write_datetime_with_format(row, column, &day, &cell().set_num_format(shown)).map(|_| ())
            }
            None => write_text(worksheet, row, column, &moment(time)),
        },
    }
}

/// Text that looks like a formula is marked as text, so that it stays text when somebody edits the cell.
fn write_text(worksheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let format = if plain::is_formula(text) { cell().set_quote_prefix() } else { cell() };
    worksheet.write_string_with_format(row, column, cut(text), &format).map(|_| ())
}

fn cell() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A moment that is known to the day, and how to show it: the clock of where it was written, and its offset beside it.
/// Spreadsheets do not agree on days before 1901, and know none that lack a month.
fn day_and_clock(time: &Timestamp) -> Option<(ExcelDateTime, String)> {
    let date = time.date().filter(|date| date.year() > 1900)?;
    let (year, month, day) = (date.year().try_into().ok()?, date.month().try_into().ok()?, date.day().try_into().ok()?);
    let day = ExcelDateTime::from_ymd(year, month, day).ok()?;
    let Some((_, clock)) = time.as_str().split_once('T') else { return Some((day, "yyyy-mm-dd".into())) };
    let (clock, zone) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
    let mut parts = clock.split(':').map(|part| part.parse::<u8>().unwrap_or(0));
    let mut part = || parts.next().unwrap_or(0);
    let moment = day.and_hms(part().into(), part(), part()).ok()?;
    let zone = if zone == "Z" { "UTC" } else { zone };
    let shown = if zone.is_empty() { "yyyy-mm-dd hh:mm".into() } else { format!("yyyy-mm-dd hh:mm \"{zone}\"") };
    Some((moment, shown))
}

/// The text up to Excel's bound; what is cut off is told by an ellipsis.
fn cut(text: &str) -> String {
    match text.encode_utf16().count() {
        0..=CHARS => text.to_owned(),
        _ => text.chars().take(CHARS / 2 - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Account,
        invented::{Invented, ferry, formulas, hostile, reviewed},
        synopsis::Filter,
    };
    use calamine::{Data, Reader, Xlsx};
    use std::{
        collections::BTreeMap,
        io::{Cursor, Read},
    };
    use zip::ZipArchive;

    fn document(invented: &Invented) -> Vec<u8> {
        write(&Synopsis::of(invented.account(), &Filter::all()))
    }

    /// All parts of the package as one text.
    fn parts(bytes: Vec<u8>) -> String {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut all = String::new();
        for index in 0..archive.len() {
            archive.by_index(index).expect("a part").read_to_string(&mut all).expect("XML");
        }
        all
    }

    #[test]
    fn every_table_is_a_sheet() {
        let parts = parts(document(&reviewed()));
        for name in ["Findings", "Readings", "Claims", "Omissions", "Articles", "Decisions", "Method"] {
            assert!(parts.contains(&format!("<sheet name=\"{name}\"")), "{name}");
        }
        assert!(parts.contains("The coast guard confirms 11."));
    }

    #[test]
    fn text_of_others_is_no_formula_and_no_link() {
        for invented in [hostile(), formulas()] {
            let parts = parts(document(&invented));
            assert!(!parts.contains("<f>") && !parts.contains("<hyperlink") && !parts.contains("<script"));
            assert!(parts.contains("quotePrefix=\"1\""));
        }
    }

    #[test]
    fn a_formula_is_read_as_the_text_that_it_is() {
        let mut book = Xlsx::new(Cursor::new(document(&formulas()))).expect("a workbook");
        for (name, sheet) in book.worksheets() {
            assert!(book.worksheet_formula(&name).expect("a sheet").is_empty(), "{name}");
            assert!(name != "Articles" || sheet.used_cells().any(|(.., cell)| *cell == "=1+1"));
        }
    }

    #[test]
    fn days_numbers_and_words_are_cells_of_their_own_type() {
        let ferry = ferry();
        let now = Timestamp::parse("2031-05-09T08:30+02:00").expect("a moment");
        let imported: BTreeMap<_, _> =
            ferry.articles.iter().map(|article| (article.sha256.clone(), now.clone())).collect();
        let account = Account { imported: Some(&imported), ..ferry.account() };
        let bytes = write(&Synopsis::of(account, &Filter::all()));
        let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let sheet = book.worksheet_range("Articles").expect("a sheet");
        let (head, first) = (sheet.rows().next().expect("a head"), sheet.rows().nth(1).expect("an article"));
        let cell = |name: &str| &first[head.iter().position(|cell| *cell == name).expect("a column")];
        assert!(
            matches!(cell("published"), Data::DateTime(day) if day.to_ymd_hms_milli() == (2031, 5, 1, 0, 0, 0, 0)),
            "{:?}",
            cell("published")
        );
        assert!(matches!(cell("imported"), Data::DateTime(at) if at.as_f64() > 47_977.35), "{:?}", cell("imported"));
        assert!(matches!(cell("characters"), Data::Float(_)) && matches!(cell("outlet"), Data::String(_)));
    }

    #[test]
    fn a_time_is_a_date_as_far_as_it_is_known() {
        let shown = |text| day_and_clock(&Timestamp::parse(text).expect("a time")).map(|(_, shown)| shown);
        assert_eq!(shown("2031-05-04").as_deref(), Some("yyyy-mm-dd"));
        assert_eq!(shown("2031-05-04T14:05").as_deref(), Some("yyyy-mm-dd hh:mm"));
        assert_eq!(shown("2031-05-04T14:05:30+02:00").as_deref(), Some("yyyy-mm-dd hh:mm \"+02:00\""));
        assert_eq!(shown("2031-05-04T14:05Z").as_deref(), Some("yyyy-mm-dd hh:mm \"UTC\""));
        for coarse in ["2031", "2031-05", "1899-05-04", "1900-02-01"] {
            assert_eq!(shown(coarse), None, "{coarse}");
        }
    }

    #[test]
    fn the_same_comparison_gives_the_same_bytes() {
        assert_eq!(document(&ferry()), document(&ferry()));
    }

    #[test]
    fn a_text_longer_than_a_cell_is_cut() {
        let long = "é".repeat(CHARS + 5);
        assert!(cut(&long).chars().count() <= CHARS && cut(&long).ends_with('…'));
        assert_eq!(cut("short"), "short");
    }
}
