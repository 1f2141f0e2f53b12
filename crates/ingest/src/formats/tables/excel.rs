//! Workbooks of Excel: XLSX, and XLS from before 2007. A date is read as the day it is, not as the number it is kept as.

use super::{
    File, Found,
    sheets::{Allowance, Sheet, found},
};
use crate::formats::office::Parts;
use crate::guard::quietly;
use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xls, Xlsx};
use jiff::{RoundMode, Unit, civil};
use std::io::Cursor;
use story::{Oddity, Remedy};

pub(crate) fn is_xlsx(file: &File) -> bool {
    Parts::hold(file, |name| name == "xl/workbook.xml" || name.eq_ignore_ascii_case("xl/workbook.xml"))
}

/// A compound file with a stream of that name: `Workbook`, before 1997 `Book`.
pub(crate) fn is_xls(file: &File) -> bool {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.bytes.windows(name.len()).any(|window| window == name)
    };
    file.bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") && (has("Workbook\0") || has("\0Book\0"))
}

pub(crate) fn read_xlsx(file: &File) -> Result<Found, Oddity> {
    let parts = Parts::of(file, |name| name.to_lowercase().ends_with("strings.xml"))?;
    if parts.all().any(|(_, xml)| declares_more_than_it_holds(xml)) {
        return Err(damaged(file));
    }
    let mut workbook = Xlsx::new(Cursor::new(file.bytes)).map_err(|_| damaged(file))?;
    let seen: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut allowance = Allowance::of(file);
    let mut sheets = Vec::new();
    for name in seen {
        // A sheet may be a chart.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut sheet = Sheet { name, ..Sheet::default() };
        while let Some(cell) = cells.next_cell().map_err(|_| damaged(file))? {
            let (row, column) = cell.get_position();
            allowance.put(&mut sheet, row as usize, column as usize, text_of_reference(cell.get_value()))?;
        }
        sheets.push(sheet);
    }
    found(file, sheets)
}

/// Room is made for as many texts as are declared, before any is read.
fn declares_more_than_it_holds(xml: &str) -> bool {
    let declared = xml.split_once("uniqueCount=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let digits = declared.map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default());
    digits.is_some_and(|digits| !digits.is_empty() && digits.parse::<usize>().map_or(true, |count| count > xml.len()))
}

pub(crate) fn read_xls(file: &File) -> Result<Found, Oddity> {
    // A sheet of few cells far apart takes room for all between them; this reader counts before it makes room.
    match anydoc::to_document(file.bytes, anydoc::Format::Excel) {
        Ok(_) => {}
        Err(anydoc::ConvertError::Encrypted) => return Err(locked(file)),
        Err(_) => return Err(damaged(file)),
    }
    // calamine panics on some damaged workbooks; it reads all sheets at once.
    let opened = quietly(|| Xls::new(Cursor::new(file.bytes)).ok().map(|mut workbook| workbook.worksheets())).flatten();
    let mut allowance = Allowance::of(file);
    let mut sheets = Vec::new();
    for (name, range) in opened.ok_or_else(|| damaged(file))? {
        let mut sheet = Sheet { name, ..Sheet::default() };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            allowance.put(&mut sheet, top as usize + row, left as usize + column, text_of(value))?;
        }
        sheets.push(sheet);
    }
    found(file, sheets)
}

fn damaged(file: &File) -> Oddity {
    let what = "The workbook is damaged or cut short.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Get it again, or open it in Excel and save a copy.")
}

fn locked(file: &File) -> Oddity {
    let what = "The document is locked with a password.";
    Oddity::about(file.name, Remedy::Unlock, what, "Open it with its password and save a copy without one.")
}

fn text_of_reference(value: &DataRef) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(date) => text_of_date(date),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(date) => text_of_date(date),
        Data::Bool(_) | Data::Error(_) | Data::Empty => String::new(),
    }
}

/// `2031-05-03` or `2031-05-03T14:05`; a clock without a day says nothing.
fn text_of_date(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let civil = civil::DateTime::new(
        i16::try_from(year).unwrap_or_default(),
        month.cast_signed(),
        day.cast_signed(),
        hour.cast_signed(),
        minute.cast_signed(),
        second.cast_signed(),
        i32::from(milli) * 1_000_000,
    );
    // Days are kept as fractions, which seldom hit a second.
    let rounding = civil::DateTimeRound::new().smallest(Unit::Second).mode(RoundMode::HalfExpand);
    let Some(civil) = civil.and_then(|civil| civil.round(rounding)).ok().filter(|_| date.as_f64() >= 1.0) else {
        return String::new();
    };
    super::text_of_moment(civil)
}
