//! Tables in JSON: one object a line (JSONL), or a list of objects, alone or within an object.

use super::{COLUMNS, File, Found, Row, Table, articles, text_of, too_many};
use serde_json::{Map, Value, error::Category};
use std::collections::BTreeMap;
use story::{Oddity, Remedy};

/// Names under which an object holds its list of articles, the more telling ones first.
const LISTS: &[&str] = &[
    "articles",
    "stories",
    "documents",
    "docs",
    "items",
    "entries",
    "records",
    "results",
    "rows",
    "hits",
    "data",
    "response",
];

/// Levels of objects within which a list of articles is looked for.
const LEVELS: usize = 4;

pub(crate) fn is_jsonl(file: &File) -> bool {
    let mut lines = starts_of_lines(file.bytes);
    match (lines.next(), lines.next()) {
        (Some(first), None) => opens_object(first) && !holds_list(file.bytes),
        (Some(first), Some(_)) => {
            opens_object(first) && starts_of_lines(file.bytes).filter(|line| opens_object(line)).nth(1).is_some()
        }
        (None, _) => false,
    }
}

pub(crate) fn is_json(file: &File) -> bool {
    let start: Vec<u8> = head(file.bytes).iter().copied().filter(|byte| !byte.is_ascii_whitespace()).take(2).collect();
    matches!(start.as_slice(), b"[{" | b"[]" | b"[[" | b"{\"" | b"{}")
}

/// Lines that are not blank, without a byte order mark.
fn starts_of_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    without_mark(bytes).split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_start).filter(|line| !line.is_empty())
}

fn opens_object(line: &[u8]) -> bool {
    line.strip_prefix(b"{").is_some_and(|rest| matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Enough to see how a file begins.
fn head(bytes: &[u8]) -> &[u8] {
    let bytes = without_mark(bytes).trim_ascii_start();
    &bytes[..bytes.len().min(4_096)]
}

fn holds_list(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Value>(without_mark(bytes)).is_ok_and(|value| list_in(&value, LEVELS).is_some())
}

pub(crate) fn read_jsonl(file: &File) -> Result<Found, Oddity> {
    let (text, doubt) = text_of(file)?;
    let mut table = Table { oddities: doubt.into_iter().collect(), ..Table::default() };
    for (line, text) in text.split('\n').enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        if table.rows.len() == file.bounds.entries {
            table.oddities.push(too_many(file));
            break;
        }
        match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(object) => table.push(line + 1, &object),
            Err(error) => table.oddities.push(broken(file.name, &error, "line").at(line + 1)),
        }
    }
    articles(file, table, "line")
}

pub(crate) fn read_json(file: &File) -> Result<Found, Oddity> {
    let (text, doubt) = text_of(file)?;
    let value: Value = serde_json::from_str(&text).map_err(|error| broken(file.name, &error, "file"))?;
    let mut table = Table { oddities: doubt.into_iter().collect(), ..Table::default() };
    let items = match (&value, list_in(&value, LEVELS)) {
        (_, Some(items)) => items.as_slice(),
        (Value::Object(_), None) => std::slice::from_ref(&value),
        _ => &[],
    };
    if items.len() > file.bounds.entries {
        table.oddities.push(too_many(file));
    }
    for (item, value) in items.iter().enumerate().take(file.bounds.entries) {
        match value {
            Value::Object(object) => table.push(item + 1, object),
            _ => table.oddities.push(
                Oddity::about(file.name, Remedy::FetchAgain, "This item is no object with fields.", "Export it again.")
                    .at(item + 1),
            ),
        }
    }
    articles(file, table, "item")
}

fn broken(name: &str, error: &serde_json::Error, part: &str) -> Oddity {
    let what = match error.classify() {
        Category::Eof => format!("This {part} ends in the middle of its JSON."),
        _ if error.to_string().contains("recursion limit") => format!("This {part} is nested too deeply to be read."),
        _ if part == "file" => {
            format!("The file is not valid JSON (line {}, column {}).", error.line(), error.column())
        }
        _ => format!("This {part} is not a JSON object (column {}).", error.column()),
    };
    Oddity::about(name, Remedy::FetchAgain, what, "Export or download the table again.")
}

/// The list of objects in a value, by its name if it has a usual one.
fn list_in(value: &Value, levels: usize) -> Option<&Vec<Value>> {
    match value {
        Value::Array(items) => items.iter().any(Value::is_object).then_some(items),
        Value::Object(_) if levels == 0 => None,
        Value::Object(object) => {
            LISTS.iter().filter_map(|name| object.get(*name)).find_map(|value| list_in(value, levels - 1))
        }
        _ => None,
    }
}

impl Table {
    pub(super) fn push(&mut self, entry: usize, object: &Map<String, Value>) {
        let mut cells = BTreeMap::new();
        for (name, value) in object {
            let Some(column) = self.column(name) else { continue };
            let cell = cell(value);
            if !cell.trim().is_empty() {
                cells.insert(column, cell);
            }
        }
        self.rows.push(Row { entry, cells });
    }

    /// The place of the column called `name`, a new one if there is room.
    fn column(&mut self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name).or_else(|| {
            (self.columns.len() < COLUMNS).then(|| {
                self.columns.push(name.to_owned());
                self.columns.len() - 1
            })
        })
    }
}

/// A value as the text of a cell: `{"id": "x", "name": "The X"}` is The X, a list of names is the
/// names, a list of paragraphs is the paragraphs.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let cells: Vec<String> = values.iter().map(cell).filter(|cell| !cell.is_empty()).collect();
            let are_names = cells.iter().all(|cell| cell.len() < 60);
            cells.join(if are_names { ", " } else { "\n\n" })
        }
        Value::Object(object) => ["name", "title", "text", "rendered", "value", "uri"]
            .iter()
            .find_map(|name| object.get(*name).and_then(Value::as_str))
            .unwrap_or_default()
            .to_owned(),
        Value::Null | Value::Bool(_) => String::new(),
    }
}
