//! Tables of articles, one article a row: what all of them share once their cells are known.

mod body;
mod delimited;
mod excel;
mod json;
mod ods;
mod parquet;
mod sheets;

pub(crate) use delimited::{is_delimited, read_delimited};
pub(crate) use excel::{is_xls, is_xlsx, read_xls, read_xlsx};
pub(crate) use json::{is_json, is_jsonl, read_json, read_jsonl};
pub(crate) use ods::{is_ods, read_ods};
pub(crate) use parquet::{is_parquet, read_parquet};

use super::{File, Found};
use crate::{
    Sample,
    columns::Field,
    dates::{self, DayOrder},
    language::language,
};
pub(crate) use body::entity;
pub(super) use body::{line, paragraphs};
use std::collections::BTreeMap;
use story::{Draft, Oddity, Remedy, Timestamp};

/// Columns that are looked at; a table of articles has a few dozen.
const COLUMNS: usize = 1_000;

/// The cells of a table.
#[derive(Default)]
struct Table {
    columns: Vec<String>,
    rows: Vec<Row>,
    oddities: Vec<Oddity>,
}

/// One row: the cells that are not empty, by column.
struct Row {
    entry: usize,
    cells: BTreeMap<usize, String>,
}

/// The articles of `table`, whose rows are called `row` ("line", "record").
fn articles(file: &File, table: Table, row: &str) -> Result<Found, Oddity> {
    let layout = Layout::of(file, &table);
    let sample = sample(file, &table);
    let mut found = Found { oddities: table.oddities, table: Some(sample), ..Found::default() };
    if table.rows.is_empty() {
        return Ok(found);
    }
    if layout.body.is_empty() {
        let oddity = addresses_only(file, &table.rows, &layout).unwrap_or_else(|| no_body(file, &table.columns));
        found.oddities = vec![oddity];
        return Ok(found);
    }
    found.oddities.extend(missing(file, &table.columns));
    let mut without_text = 0;
    for cells in &table.rows {
        if cells.get(&layout.body).is_none() && cells.has_address(&layout) {
            without_text += 1;
            continue;
        }
        let mut draft = layout.draft(file.name, cells, &mut found.oddities);
        if draft.paragraphs.is_empty() {
            let what = format!("This {row} has no text.");
            found.oddities.push(
                Oddity::about(file.name, Remedy::FetchAgain, what, "Fill in the article's text, or leave it out.")
                    .at(cells.entry),
            );
            continue;
        }
        draft.language = Some(language(&draft.paragraphs, draft.language.as_deref()));
        found.drafts.push((cells.entry, draft));
    }
    found.oddities.extend(addresses(file, without_text));
    found.oddities.extend(seen_dates(file, &table.columns, &layout));
    Ok(found)
}

/// What a list of articles is that does not hold them, as GDELT and Media Cloud give them.
fn addresses_only(file: &File, rows: &[Row], layout: &Layout) -> Option<Oddity> {
    let holds_prose = rows.iter().any(|row| row.cells.values().any(|cell| is_prose(cell)));
    let count = rows.iter().filter(|row| row.has_address(layout)).count();
    addresses(file, count).filter(|_| !holds_prose && file.columns.names(Field::Body).is_empty())
}

fn addresses(file: &File, count: usize) -> Option<Oddity> {
    let rows = if count == 1 { "1 row of the table has".to_owned() } else { format!("{count} rows of the table have") };
    let what = format!("{rows} an address and no text; an article without its text is not compared.");
    let advice = "Import the articles from their addresses, or add a column with their text.";
    (count > 0).then(|| Oddity::about(file.name, Remedy::FetchAgain, what, advice))
}

/// Whether a cell may be the text of an article, and no list of codes.
fn is_prose(cell: &str) -> bool {
    const WORDS: usize = 40;
    crate::plain::words(cell) >= WORDS && (cell.contains(". ") || cell.contains('。'))
}

/// GDELT tells when it met an article first.
fn seen_dates(file: &File, columns: &[String], layout: &Layout) -> Option<Oddity> {
    let column = layout.published.first().and_then(|&column| columns.get(column))?;
    column.eq_ignore_ascii_case("seendate").then(|| {
        let what = "The table tells when each article was first seen, which was taken for its date.";
        Oddity::about(file.name, Remedy::Check, what, "Check the dates where hours matter.")
    })
}

/// What a person sees of a table at a glance.
fn sample(file: &File, table: &Table) -> Sample {
    const ROWS: usize = 5;
    const COLUMNS: usize = 60;
    const CHARS: usize = 240;
    let columns: Vec<String> = table.columns.iter().take(COLUMNS).cloned().collect();
    let cut = |cell: &String| cell.chars().take(CHARS).collect();
    let row = |row: &Row| (0..columns.len()).map(|at| row.cells.get(&at).map_or(String::new(), cut)).collect();
    let taken = |field: Field| {
        let column = *file.columns.find(field, &table.columns).first()?;
        (column < columns.len()).then_some((field, column))
    };
    Sample {
        rows: table.rows.iter().take(ROWS).map(row).collect(),
        taken: Field::ALL.into_iter().filter_map(taken).collect(),
        columns,
    }
}

fn no_body(file: &File, columns: &[String]) -> Oddity {
    let what = match (columns, file.columns.names(Field::Body)) {
        ([], _) => "The table has no columns.".to_owned(),
        (_, []) => {
            format!("None of the table's columns is known to hold the articles' text: {}.", quoted(columns, ", "))
        }
        (_, names) => {
            format!("The table has no column {}; its columns are {}.", quoted(names, " or "), quoted(columns, ", "))
        }
    };
    let advice = "Say which column holds the text (on the command line: --column text=NAME), or call it “text”.";
    Oddity::about(file.name, Remedy::MapColumns, what, advice)
}

/// Mapped columns that the table does not have.
fn missing<'a>(file: &'a File, columns: &'a [String]) -> impl Iterator<Item = Oddity> + 'a {
    let is_missing =
        |field: &Field| !file.columns.names(*field).is_empty() && file.columns.find(*field, columns).is_empty();
    Field::ALL.into_iter().filter(is_missing).map(|field| {
        let (names, columns) = (quoted(file.columns.names(field), " or "), quoted(columns, ", "));
        let what = format!("The table has no column {names} for the {}; its columns are {columns}.", field.name());
        Oddity::about(file.name, Remedy::Check, what, "Check how the column is called.")
    })
}

/// Names of columns as they stand in a sentence.
fn quoted(columns: &[String], between: &str) -> String {
    const NAMED: usize = 30;
    let mut names: Vec<String> = columns.iter().take(NAMED).map(|column| format!("“{}”", shortened(column))).collect();
    if columns.len() > NAMED {
        names.push(format!("{} more", columns.len() - NAMED));
    }
    names.join(between)
}

/// Which columns hold what, the better ones first; how dates are written.
struct Layout {
    outlet: Vec<usize>,
    title: Vec<usize>,
    byline: Vec<usize>,
    section: Vec<usize>,
    published: Vec<usize>,
    modified: Vec<usize>,
    url: Vec<usize>,
    language: Vec<usize>,
    body: Vec<usize>,
    order: Option<DayOrder>,
}

impl Layout {
    fn of(file: &File, table: &Table) -> Self {
        let find = |field| file.columns.find(field, &table.columns);
        let (published, modified) = (find(Field::Published), find(Field::Modified));
        let dates = table.rows.iter().flat_map(|row| [row.get(&published), row.get(&modified)]).flatten();
        Self {
            order: DayOrder::told_by(dates),
            outlet: find(Field::Outlet),
            title: find(Field::Title),
            byline: find(Field::Byline),
            section: find(Field::Section),
            url: find(Field::Url),
            language: find(Field::Language),
            body: find(Field::Body),
            published,
            modified,
        }
    }

    fn draft(&self, name: &str, row: &Row, oddities: &mut Vec<Oddity>) -> Draft {
        let text = |columns: &[usize]| row.get(columns).map(line).filter(|text| !text.is_empty());
        let url = text(&self.url).filter(|url| !url.contains(' '));
        let outlet = text(&self.outlet).map(|outlet| host(&outlet).map_or(outlet.clone(), str::to_owned));
        Draft {
            outlet: outlet.or_else(|| url.as_deref().and_then(host).map(str::to_owned)),
            title: text(&self.title).unwrap_or_default(),
            byline: text(&self.byline),
            section: text(&self.section),
            published: self.date(name, row, &self.published, oddities),
            modified: self.date(name, row, &self.modified, oddities),
            url,
            language: text(&self.language),
            paragraphs: row.get(&self.body).map_or(Vec::new(), paragraphs),
        }
    }

    fn date(&self, name: &str, row: &Row, columns: &[usize], oddities: &mut Vec<Oddity>) -> Option<Timestamp> {
        let text = row.get(columns)?;
        let dated = dates::read(text, self.order);
        let doubt = match &dated {
            None => format!("The date “{}” could not be read.", shortened(text)),
            Some(dated) if dated.ambiguous => {
                format!("The date “{}” can mean two days; only its year was taken.", shortened(text))
            }
            Some(_) => String::new(),
        };
        if !doubt.is_empty() {
            oddities.push(Oddity::about(name, Remedy::Check, doubt, "Set the article's date by hand.").at(row.entry));
        }
        dated.map(|dated| dated.timestamp)
    }
}

impl Row {
    fn has_address(&self, layout: &Layout) -> bool {
        self.get(&layout.url).is_some_and(|url| host(url.trim()).is_some())
    }

    /// The first of `columns` that is not empty.
    fn get(&self, columns: &[usize]) -> Option<&str> {
        columns.iter().find_map(|column| self.cells.get(column)).map(String::as_str)
    }
}

/// The host of an address without `www.`; `None` when `text` is no web address.
fn host(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| host.contains('.'))
}

/// The beginning of a cell, to be quoted in a sentence.
fn shortened(text: &str) -> String {
    const CHARS: usize = 40;
    let text = line(text);
    if text.chars().count() <= CHARS { text } else { text.chars().take(CHARS).chain(['…']).collect() }
}

/// The text of a table in any encoding.
fn text_of(file: &File) -> Result<(String, Option<Oddity>), Oddity> {
    let Some(decoded) = crate::encoding::decode(file.bytes, None) else {
        let what = "The file is called a table but holds no text.";
        return Err(Oddity::about(file.name, Remedy::Convert, what, "Export the table again as CSV or JSON."));
    };
    let doubt = (decoded.unreadable > 0).then(|| {
        let what = format!("{} characters could not be read; they stand as “\u{fffd}”.", decoded.unreadable);
        Oddity::about(file.name, Remedy::Check, what, "Export the table again in UTF-8.")
    });
    Ok((decoded.text, doubt))
}

/// `2031-05-03`, or `2031-05-03T14:05` where there is a clock: midnight is how a day alone is kept.
fn text_of_moment(moment: jiff::civil::DateTime) -> String {
    match (moment.time() == jiff::civil::Time::midnight(), moment.second()) {
        (true, _) => moment.date().to_string(),
        (false, 0) => moment.strftime("%Y-%m-%dT%H:%M").to_string(),
        (false, _) => moment.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
    }
}

/// Too many rows: the first ones were read.
fn too_many(file: &File) -> Oddity {
    let what =
        format!("The table has more articles than are read at once; only the first {} were.", file.bounds.entries);
    Oddity::about(file.name, Remedy::Shrink, what, "Split the table into several files.")
}

#[cfg(test)]
mod tests;
