//! Word documents (DOCX).

use super::{Facts, File, Found, article, author_given, package::Parts, texts, title_given};
use crate::{dates, formats::tables::line};
use anydoc::Format;
use story::Oddity;

pub(crate) fn is_docx(file: &File) -> bool {
    Parts::hold(file, |name| name.starts_with("word/document"))
}

pub(crate) fn read_docx(file: &File) -> Result<Found, Oddity> {
    let parts = Parts::of(file, |name| name == "docProps/core.xml" || name.starts_with("word/header"))?;
    Ok(article(file, &facts(&parts), texts(file.name, file.bytes, Format::Docx)?))
}

fn facts(parts: &Parts) -> Facts {
    let property = |name| parts.text("docProps/core.xml", name);
    let created = property("created").and_then(|created| dates::read(&created, None));
    Facts {
        title: property("title").and_then(title_given),
        author: property("creator").and_then(author_given),
        created: created.map(|dated| dated.timestamp),
        language: property("language"),
        headers: parts
            .all()
            .filter(|(name, _)| name.starts_with("word/header"))
            .filter_map(|(_, xml)| header(xml))
            .collect(),
    }
}

fn header(xml: &str) -> Option<String> {
    let header = line(&xml.replace("</w:p>", "<br/>").replace("<w:tab/>", "<br/>"));
    (!header.is_empty()).then_some(header)
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;
