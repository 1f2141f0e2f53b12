//! Sheets of a workbook: where a table begins in them, and what all kinds of workbooks share.

use super::{COLUMNS, File, Found, Row, Table, articles, delimited::is_header, too_many};
use crate::{
    bounds::said,
    formats::{Inner, told_by},
};
use std::collections::BTreeMap;
use story::{Oddity, Remedy};

/// Rows above the header: a title, the search that was made, the day of the export.
const ABOVE: usize = 30;

/// One sheet: its rows by their number in it, from 1, and in them the cells that are not empty.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: BTreeMap<usize, BTreeMap<usize, String>>,
}

/// What may still be taken into memory; one text can stand in a million cells.
pub(super) struct Allowance<'a> {
    file: &'a File<'a>,
    left: usize,
}

impl<'a> Allowance<'a> {
    pub(super) fn of(file: &'a File<'a>) -> Self {
        Self { file, left: file.bounds.unpacked_bytes }
    }

    /// Puts a cell into a sheet; `row` and `column` count from 0. Beyond the bounds nothing is kept.
    pub(super) fn put(&mut self, sheet: &mut Sheet, row: usize, column: usize, text: String) -> Result<(), Oddity> {
        const CELL: usize = 64; // what its place costs
        if text.trim().is_empty() || column >= COLUMNS || row > self.file.bounds.entries + ABOVE {
            return Ok(());
        }
        let Some(left) = self.left.checked_sub(text.len() + CELL) else {
            let bound = said(self.file.bounds.unpacked_bytes as u64);
            let what = format!("The workbook unfolds to more than {bound}.");
            return Err(Oddity::about(self.file.name, Remedy::Shrink, what, "Split it into several files."));
        };
        self.left = left;
        sheet.rows.entry(row + 1).or_default().insert(column, text);
        Ok(())
    }
}

/// The articles of all sheets. Where several have some, each sheet is a file inside the file.
pub(super) fn found(file: &File, sheets: Vec<Sheet>) -> Result<Found, Oddity> {
    let sheets: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let mut read: Vec<(String, Result<Found, Oddity>)> =
        sheets.into_iter().map(|sheet| (sheet.name.clone(), articles(file, table(file, sheet), "row"))).collect();
    let with_articles =
        read.iter().filter(|(_, found)| found.as_ref().is_ok_and(|found| !found.drafts.is_empty())).count();
    if read.len() == 1 || with_articles == 0 {
        return if read.is_empty() { Ok(Found::default()) } else { read.swap_remove(0).1 };
    }
    let mut all = Found::default();
    for (entry, (name, result)) in (1..).zip(read) {
        match result {
            Ok(found) if with_articles == 1 && !found.drafts.is_empty() => {
                all.drafts = found.drafts;
                all.oddities.extend(found.oddities);
            }
            Ok(found) if !found.drafts.is_empty() || !found.oddities.is_empty() => {
                all.inner.push(Inner { entry, name, format: told_by(file), found });
            }
            _ => {
                let what = format!("The sheet “{name}” has no column that is known to hold text, and was left out.");
                all.oddities.push(Oddity::about(file.name, Remedy::Nothing, what, ""));
            }
        }
    }
    Ok(all)
}

/// The table in a sheet: below the row that reads as a header.
fn table(file: &File, sheet: Sheet) -> Table {
    let cells = |row: &BTreeMap<usize, String>| {
        let width = row.keys().next_back().map_or(0, |last| last + 1);
        (0..width).map(|column| row.get(&column).map_or(String::new(), |cell| super::line(cell))).collect::<Vec<_>>()
    };
    let named = sheet.rows.iter().take(ABOVE).find(|(_, row)| is_header(&cells(row), file.columns));
    let header = named.or_else(|| sheet.rows.iter().take(ABOVE).find(|(_, row)| row.len() >= 2)).map(|(at, _)| *at);
    let mut table = Table::default();
    let Some(header) = header else { return table };
    for (number, row) in sheet.rows {
        match number.cmp(&header) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => table.columns = cells(&row),
            std::cmp::Ordering::Greater if table.rows.len() == file.bounds.entries => {
                table.oddities.push(too_many(file));
                break;
            }
            std::cmp::Ordering::Greater => table.rows.push(Row { entry: number, cells: row }),
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use crate::{Bounds, Imported, read};
    use std::io::{Cursor, Write};
    use zip::{ZipWriter, write::SimpleFileOptions};

    const SUNK: &str = "The ferry sank within minutes of leaving the harbour on Monday.";

    /// A workbook of LibreOffice whose only sheet has these rows.
    fn import(rows: &str, bounds: &Bounds) -> Imported {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let content = format!(
            "<document xmlns:table=\"t\" xmlns:text=\"x\" xmlns:office=\"o\"><table:table table:name=\"A\">{rows}</table:table></document>"
        );
        for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]
        {
            writer
                .start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
                .expect("memory takes it");
            writer.write_all(text.as_bytes()).expect("memory takes it");
        }
        read("clips.ods", &writer.finish().expect("memory takes it").into_inner(), bounds)
    }

    fn row(cells: &[&str]) -> String {
        let cells: String =
            cells.iter().map(|cell| format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>")).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    }

    #[test]
    fn the_header_is_found_below_a_title_and_the_row_is_that_of_the_sheet() {
        let rows = [row(&["Clippings", "of May"]), row(&["Title", "Text"]), row(&["Ferry sinks", SUNK])].concat();
        let imported = import(&rows, &Bounds::default());
        assert_eq!(imported.articles[0].title, "Ferry sinks");
        assert_eq!(imported.articles[0].source.entry, 3);
    }

    #[test]
    fn cells_that_repeat_without_end_are_taken_once() {
        let repeated = format!(
            "<table:table-row table:number-rows-repeated=\"999999999999\"><table:table-cell table:number-columns-repeated=\"99999999999999999999\"><text:p>{SUNK}</text:p></table:table-cell></table:table-row>"
        );
        let imported =
            import(&[row(&["Title", "Text"]), row(&["Ferry sinks", SUNK]), repeated].concat(), &Bounds::default());
        assert_eq!(imported.articles.len(), 1, "{:?}", imported.oddities);
    }

    #[test]
    fn a_workbook_beyond_the_bound_is_refused() {
        let bounds = Bounds { unpacked_bytes: 1 << 20, ..Bounds::default() };
        let rows = [row(&["Title", "Text"]), row(&["Ferry", &"a ".repeat(600_000)])].concat();
        assert_eq!(import(&rows, &bounds).oddities[0].remedy, story::Remedy::Shrink);
    }
}
