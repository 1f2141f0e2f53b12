//! OpenDocument texts (ODT), as LibreOffice writes them.

use super::{Facts, File, Found, article, author_given, package::Parts, texts, title_given};
use crate::{dates, formats::tables::line};
use anydoc::Format;
use story::Oddity;

pub(crate) fn is_odt(file: &File) -> bool {
    Parts::begin_with(file, b"application/vnd.oasis.opendocument.text")
}

pub(crate) fn read_odt(file: &File) -> Result<Found, Oddity> {
    let parts = Parts::of(file, |name| matches!(name, "meta.xml" | "styles.xml"))?;
    Ok(article(file, &facts(&parts), texts(file.name, file.bytes, Format::Odt)?))
}

fn facts(parts: &Parts) -> Facts {
    let property = |name| parts.text("meta.xml", name);
    let created = property("creation-date").and_then(|created| dates::read(&created, None));
    Facts {
        title: property("title").and_then(title_given),
        author: property("initial-creator").or_else(|| property("creator")).and_then(author_given),
        created: created.map(|dated| dated.timestamp),
        language: property("language"),
        headers: parts.get("styles.xml").map_or(Vec::new(), headers),
    }
}

/// The lines of the page headers: `<style:header>` and its kin for the left and the first page.
fn headers(styles: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = styles;
    while let Some((_, after)) = rest.split_once("<style:header") {
        rest = after;
        if !after.starts_with("-style") {
            let header = after.split("</style:header").next().unwrap_or_default();
            let lines = header.split_once('>').map_or("", |(_, text)| text).replace("<text:tab/>", "</text:p>");
            found.extend(lines.split("</text:p>").map(without_tags).filter(|line| !line.is_empty()));
        }
    }
    found
}

fn without_tags(xml: &str) -> String {
    let pieces = xml.split('<').enumerate();
    let text: String = pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) })
        .collect();
    line(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_header_is_read_line_by_line() {
        let styles =
            r#"<style:header-style/><style:header><text:p>The Harbour Post<text:tab/>3</text:p></style:header>"#;
        assert_eq!(headers(styles), ["The Harbour Post", "3"]);
    }
}
