//! CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for another encoding: one line for
//! each place in an article that bears a reading out.

use crate::{
    sheets::{self, Value},
    synopsis::Synopsis,
};
use ::csv::{Terminator, WriterBuilder};

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    let sheet = sheets::readings(synopsis);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    let head = sheet.columns.iter().map(|column| column.name);
    writer.write_record(head).expect("memory takes all");
    for row in &sheet.rows {
        writer.write_record(row.iter().map(cell)).expect("memory takes all, and rows are as long as the head");
    }
    writer.into_inner().expect("memory takes all")
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) => harmless(text),
        Value::Count(count) => count.to_string(),
        Value::Share(share) => format!("{share:.2}"),
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10, CWE-1236).
fn harmless(text: &str) -> String {
    let first = text.trim_start().chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, hostile},
        synopsis::Filter,
    };

    fn records(invented: &Invented) -> Vec<Vec<String>> {
        let document = write(&Synopsis::of(invented.account(), &Filter::all()));
        let text = str::from_utf8(&document).expect("UTF-8").trim_start_matches('\u{feff}');
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("RFC 4180").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn what_was_written_is_read_again() {
        let records = records(&ferry());
        assert_eq!(records[0][..3], ["row", "finding", "kind"]);
        assert_eq!(records[3][5..7], ["11", "The Lantern"]);
        assert_eq!(records[3][4], "0.91");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for record in records(&hostile()) {
            for cell in record {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
                assert!(!cell.contains(['\u{1b}', '\u{202e}']), "{cell}");
            }
        }
    }
}
