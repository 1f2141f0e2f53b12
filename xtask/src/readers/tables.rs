//! What reads workbooks and CSV, and counts their rows.

use super::{Reader, starts, told as said, written::Written};
use app::documents::Format;
use calamine::{Data, Reader as _, Xlsx};
use std::{fs::File, io::BufReader, path::Path, process::Command};

pub(super) const CALAMINE: Reader =
    Reader { name: "calamine", get: "it is built in", is_here: || true, formats: &[Format::Xlsx, Format::Csv], open };

pub(super) const OPENPYXL: Reader = Reader {
    name: "openpyxl",
    get: "python3 -m pip install openpyxl",
    is_here: || said(Command::new("python3").args(["-c", "import openpyxl"])).is_ok() && starts("python3", &["-V"]),
    formats: &[Format::Xlsx],
    open: openpyxl,
};

/// A sheet of a workbook.
pub(super) struct Sheet {
    name: String,
    /// Without the head.
    rows: usize,
    dates: usize,
}

/// Excel and CSV tell the same readings.
fn open(written: &Written) -> Result<String, String> {
    let records = records(&written.sibling(Format::Csv))?;
    if written.format == Format::Csv {
        return Ok(format!("{records} rows, all as long as the head"));
    }
    let sheets = workbook(&written.path)?;
    let readings = sheets.iter().find(|sheet| sheet.name == "Readings").map_or(0, |sheet| sheet.rows);
    if readings != records {
        return Err(format!("{readings} readings, but {records} rows in CSV"));
    }
    Ok(format!("{}; the readings are as many as in CSV", told(&sheets)))
}

/// "Findings 12, Readings 40; 7 dates"
pub(super) fn told(sheets: &[Sheet]) -> String {
    let rows: Vec<String> = sheets.iter().map(|sheet| format!("{} {}", sheet.name, sheet.rows)).collect();
    let dates: usize = sheets.iter().map(|sheet| sheet.dates).sum();
    format!("{}; {dates} dates", rows.join(", "))
}

/// The sheets, none of which may hold a formula.
pub(super) fn workbook(path: &Path) -> Result<Vec<Sheet>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(|error| error.to_string())?;
    book.sheet_names().into_iter().map(|name| sheet(&mut book, name)).collect()
}

fn sheet(book: &mut Xlsx<BufReader<File>>, name: String) -> Result<Sheet, String> {
    let formulas = book.worksheet_formula(&name).map_err(|error| error.to_string())?;
    if let Some((row, column, formula)) = formulas.used_cells().next() {
        return Err(format!("{name}, row {row}, column {column}: a formula: {formula}"));
    }
    let cells = book.worksheet_range(&name).map_err(|error| error.to_string())?;
    let dates = cells.used_cells().filter(|(.., cell)| matches!(cell, Data::DateTime(_))).count();
    Ok(Sheet { rows: cells.height().saturating_sub(1), name, dates })
}

fn records(path: &Path) -> Result<usize, String> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| error.to_string())?;
    reader.records().try_fold(0, |rows, record| record.map(|_| rows + 1)).map_err(|error| error.to_string())
}

/// Prints rows, and fails where a head is not frozen, a filter is missing, or a cell is a formula.
const SCRIPT: &str = "\
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet in book:
    if sheet.freeze_panes != 'A2': sys.exit(f'{sheet.title}: the head is not frozen')
    if not sheet.auto_filter.ref: sys.exit(f'{sheet.title}: there is no filter')
    if any(cell.data_type in 'fe' for row in sheet for cell in row): sys.exit(f'{sheet.title}: a formula')
print(', '.join(f'{sheet.title} {sheet.max_row - 1}' for sheet in book), end='; heads frozen, filters, no formula')
";

fn openpyxl(written: &Written) -> Result<String, String> {
    said(Command::new("python3").args(["-c", SCRIPT]).arg(&written.path))
}
