//! Tables with cells parted by commas, semicolons, tabs or bars: which of them is told by the
//! content.

use super::{COLUMNS, File, Found, Row, Table, articles, text_of, too_many};
use crate::{ColumnMap, columns::Field};
use csv::{ReaderBuilder, StringRecord};
use story::{Oddity, Remedy};

const DELIMITERS: [u8; 4] = *b",;\t|";

/// Bytes from which a table is recognised and its delimiter told.
const SAMPLE: usize = 65_536;

/// A table shows by its first line: two or more of its columns have usual or mapped names, or one
/// of several is the mapped text.
pub(crate) fn is_delimited(file: &File) -> bool {
    let sample = &file.bytes[..file.bytes.len().min(SAMPLE)];
    crate::encoding::decode(sample, None).is_some_and(|decoded| {
        let header = header(&decoded.text, delimiter(&decoded.text, file.columns));
        is_header(&header, file.columns)
    })
}

/// Whether two or more columns have usual or mapped names, or one of several is the mapped text.
pub(super) fn is_header(header: &[String], columns: &ColumnMap) -> bool {
    header.iter().all(|name| name.chars().count() <= 60)
        && (known_columns(header, columns) >= 2 || has_mapped_text(header, columns))
}

pub(crate) fn read_delimited(file: &File) -> Result<Found, Oddity> {
    let (text, doubt) = text_of(file)?;
    let delimiter = delimiter(beginning(&text), file.columns);
    let columns = header(&text, delimiter);
    let mut table = Table { columns, oddities: doubt.into_iter().collect(), ..Table::default() };
    let mut records = reader(&text, delimiter).into_records();
    records.next(); // the header
    for (number, record) in (1..).zip(records) {
        if number > file.bounds.entries {
            table.oddities.push(too_many(file));
            break;
        }
        match record {
            Ok(record) => table.push_record(file.name, number, &record),
            Err(_) => table.oddities.push(
                Oddity::about(file.name, Remedy::FetchAgain, "This record could not be read.", "Export it again.")
                    .at(number),
            ),
        }
    }
    table.oddities.extend(open_quotation(file.name, &text, &table));
    articles(file, table, "record")
}

impl Table {
    fn push_record(&mut self, name: &str, number: usize, record: &StringRecord) {
        if record.len() > self.columns.len()
            && record.iter().skip(self.columns.len()).any(|cell| !cell.trim().is_empty())
        {
            let what = format!("This record has {} cells under {} columns.", record.len(), self.columns.len());
            let advice = "Check its text: a delimiter inside it may lack its quotation marks.";
            self.oddities.push(Oddity::about(name, Remedy::Check, what, advice).at(number));
        }
        let cells = record.iter().enumerate().take(self.columns.len().min(COLUMNS));
        let cells = cells.filter(|(_, cell)| !cell.trim().is_empty()).map(|(column, cell)| (column, cell.to_owned()));
        self.rows.push(Row { entry: number, cells: cells.collect() });
    }
}

/// A quotation that is opened and never closed swallows all rows after it.
fn open_quotation(name: &str, text: &str, table: &Table) -> Option<Oddity> {
    let last = table.rows.last()?;
    let swallows = last.cells.values().next_back().is_some_and(|cell| cell.contains('\n'));
    let is_open = text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    (swallows && is_open).then(|| {
        let what = "A quotation mark is opened here and never closed: the table may be cut short, or rows may have run together.";
        Oddity::about(name, Remedy::Check, what, "Export the table again.").at(last.entry)
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn header(text: &str, delimiter: u8) -> Vec<String> {
    let record = reader(text, delimiter).into_records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(|name| name.trim().to_owned()).collect()
}

/// The delimiter that gives the most known columns, then the most columns.
fn delimiter(text: &str, columns: &ColumnMap) -> u8 {
    let score = |delimiter: u8| {
        let header = header(beginning(text), delimiter);
        (known_columns(&header, columns), header.len())
    };
    let best = DELIMITERS.into_iter().map(score).max().unwrap_or_default();
    DELIMITERS.into_iter().find(|&delimiter| score(delimiter) == best).unwrap_or(b',')
}

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(SAMPLE)]
}

fn known_columns(header: &[String], columns: &ColumnMap) -> usize {
    Field::ALL.into_iter().filter(|&field| !columns.find(field, header).is_empty()).count()
}

fn has_mapped_text(header: &[String], columns: &ColumnMap) -> bool {
    header.len() >= 2 && !columns.names(Field::Body).is_empty() && !columns.find(Field::Body, header).is_empty()
}
