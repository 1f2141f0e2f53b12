//! Workbooks of LibreOffice (ODS).

use super::{
    COLUMNS, File, Found,
    sheets::{Allowance, Sheet, found},
};
use crate::{formats::office::Parts, xml};
use roxmltree::{Document, Node};
use story::{Oddity, Remedy};

pub(crate) fn is_ods(file: &File) -> bool {
    Parts::begin_with(file, b"application/vnd.oasis.opendocument.spreadsheet")
}

pub(crate) fn read_ods(file: &File) -> Result<Found, Oddity> {
    let parts = Parts::of(file, |name| matches!(name, "content.xml" | "META-INF/manifest.xml"))?;
    if parts.get("META-INF/manifest.xml").is_some_and(|manifest| manifest.contains("encryption-data")) {
        let what = "The document is locked with a password.";
        return Err(Oddity::about(
            file.name,
            Remedy::Unlock,
            what,
            "Open it with its password and save a copy without one.",
        ));
    }
    let content = parts.get("content.xml").and_then(|content| xml::mended(content, file.bounds.depth));
    let content = content.ok_or_else(|| damaged(file))?;
    let document = Document::parse(&content).map_err(|_| damaged(file))?;
    let mut allowance = Allowance::of(file);
    let mut sheets = Vec::new();
    for table in document.descendants().filter(|node| xml::is(node, "table")) {
        sheets.push(sheet(&table, &mut allowance)?);
    }
    found(file, sheets)
}

fn damaged(file: &File) -> Oddity {
    let what = "The workbook is damaged or cut short.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Get it again, or open it in LibreOffice and save a copy.")
}

fn sheet(table: &Node, allowance: &mut Allowance) -> Result<Sheet, Oddity> {
    let mut sheet = Sheet { name: attribute(table, "name").unwrap_or_default().to_owned(), ..Sheet::default() };
    let mut row = 0_usize;
    for node in table.descendants().filter(|node| xml::is(node, "table-row")) {
        let mut column = 0_usize;
        for cell in node.children().filter(|cell| xml::is(cell, "table-cell") || xml::is(cell, "covered-table-cell")) {
            // What is repeated is empty, or says nothing more.
            allowance.put(&mut sheet, row, column.min(COLUMNS), text(&cell))?;
            column = column.saturating_add(times(&cell, "number-columns-repeated"));
        }
        row = row.saturating_add(times(&node, "number-rows-repeated"));
    }
    Ok(sheet)
}

fn attribute<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

fn times(node: &Node, name: &str) -> usize {
    attribute(node, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

/// The date that a cell holds, or its paragraphs.
fn text(cell: &Node) -> String {
    if let Some(date) = attribute(cell, "date-value") {
        let moment = date.parse::<jiff::civil::DateTime>().map(super::text_of_moment);
        return moment.unwrap_or_else(|_| date.to_owned());
    }
    let paragraphs = cell.children().filter(|node| xml::is(node, "p"));
    paragraphs.map(|paragraph| written(&paragraph)).collect::<Vec<_>>().join("\n")
}

fn written(node: &Node) -> String {
    let mut text = String::new();
    for node in node.children() {
        match node.tag_name().name() {
            "s" | "tab" => text.push(' '),
            "line-break" => text.push('\n'),
            "annotation" => {}
            _ if node.is_text() => text.push_str(node.text().unwrap_or_default()),
            _ => text.push_str(&written(&node)),
        }
    }
    text
}
