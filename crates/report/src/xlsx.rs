//! XLSX: a sheet for findings, readings, claims, omissions, articles, decisions and method, with frozen heads, filters
//! and typed cells. All text of others is written as text, never as a formula or a link.

use crate::{
    sheets::{self, Sheet, Value},
    synopsis::Synopsis,
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Excel's own bound on the characters of a cell.
const CHARS: usize = 32_767;

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
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let share = Format::new().set_num_format("0.00").set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(column, heading.width)?;
        worksheet.write_string_with_format(0, column, heading.name, &head)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, value) in (0..).zip(cells) {
            match value {
                Value::Text(text) => worksheet.write_string_with_format(row, column, cut(text), &body)?,
                Value::Count(count) => worksheet.write_number_with_format(row, column, *count as f64, &body)?,
                Value::Share(value) => worksheet.write_number_with_format(row, column, *value, &share)?,
            };
        }
    }
    let last_row = u32::try_from(sheet.rows.len()).expect("a comparison has fewer rows than a sheet");
    let last_column = u16::try_from(sheet.columns.len() - 1).expect("a sheet has few columns");
    worksheet.autofilter(0, 0, last_row, last_column)?;
    worksheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
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
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::Filter,
    };
    use std::io::{Cursor, Read};
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
        let parts = parts(document(&hostile()));
        assert!(!parts.contains("<f>") && !parts.contains("<hyperlink") && !parts.contains("<script"));
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
