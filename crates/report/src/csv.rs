//! CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for another encoding: one line for
//! each place in an article that bears a reading out.

use crate::{
    plain,
    sheets::{self, Value},
    synopsis::{Synopsis, moment},
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
        Value::Time(time) => moment(time),
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP ASVS 1.2.10, CWE-1236); so
/// does one after a semicolon, where many countries' Excel cuts a line into cells.
fn harmless(text: &str) -> String {
    let parts = text.split(';').map(|part| if plain::is_formula(part) { format!("'{part}") } else { part.to_owned() });
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, formulas, hostile},
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
    fn no_cell_is_a_formula_wherever_a_line_is_cut() {
        for record in records(&hostile()).into_iter().chain(records(&formulas())) {
            for cell in record {
                assert!(!cell.split(';').any(plain::is_formula), "{cell}");
                assert!(!cell.contains(['\u{1b}', '\u{202e}', '\t', '\r']), "{cell}");
            }
        }
    }

    #[test]
    fn only_formulas_are_touched() {
        for (given, expected) in [
            ("=1+1", "'=1+1"),
            ("\u{feff}@SUM(A1)", "'\u{feff}@SUM(A1)"),
            ("＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0"),
            ("eleven dead; -2 degrees", "eleven dead;' -2 degrees"),
            ("eleven dead; two hurt, about 3-4 missing", "eleven dead; two hurt, about 3-4 missing"),
        ] {
            assert_eq!(harmless(given), expected);
        }
    }
}
