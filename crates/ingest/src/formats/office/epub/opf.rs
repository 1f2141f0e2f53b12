//! What a book says about itself, and the order of its chapters.

use crate::{formats::office::package::Parts, xml};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};

/// What a book says about itself.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) outlet: Option<String>,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) language: Option<String>,
    pub(super) source: Option<String>,
    /// The parts that are read one after the other.
    pub(super) spine: Vec<String>,
}

impl Book {
    pub(super) fn of(parts: &Parts, depth: usize) -> Option<Self> {
        let container = xml::mended(parts.get("META-INF/container.xml")?, depth)?;
        let container = Document::parse(&container).ok()?;
        let place = container.descendants().find(|node| xml::is(node, "rootfile"))?.attribute("full-path")?;
        let package = xml::mended(parts.get(place)?, depth)?;
        let package = Document::parse(&package).ok()?;
        let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut book = Self { spine: spine(&package, folder), ..Self::default() };
        book.take_facts(&package);
        Some(book)
    }

    fn take_facts(&mut self, package: &Document) {
        let all = |name: &str| -> Vec<String> {
            package.descendants().filter(|node| xml::is(node, name)).filter_map(xml::text).collect()
        };
        let first = |name: &str| all(name).into_iter().next();
        let people = all("creator").into_iter().filter(|name| !is_program(name)).collect::<Vec<_>>().join(", ");
        let title = first("title");
        let issue =
            title.as_deref().and_then(|title| title.split_once(" [")).map(|(outlet, _)| outlet.trim().to_owned());
        let is_collected = all("creator").iter().chain(&all("publisher")).any(|name| is_program(name));
        self.outlet = periodical(package)
            .or_else(|| issue.filter(|_| is_collected))
            .or_else(|| first("publisher").filter(|name| !is_program(name)));
        self.author = Some(people).filter(|people| !people.is_empty() && Some(people) != self.outlet.as_ref());
        self.date = first("date");
        self.language = first("language").filter(|language| language != "und");
        self.source = first("source").filter(|source| source.starts_with("http"));
        self.title = title;
    }
}

/// Programs sign the books that they make.
fn is_program(name: &str) -> bool {
    let name = name.to_lowercase();
    ["calibre", "pandoc", "dotepub", "unknown", "epubpress", "instapaper", "pocket"]
        .iter()
        .any(|known| name.contains(known))
}

/// `periodical:daily:The Alder Post`, as calibre calls the outlet of an issue.
fn periodical(package: &Document) -> Option<String> {
    let kind = package.descendants().filter(|node| xml::is(node, "meta")).find_map(|meta| {
        let names = ["name", "property"].map(|name| meta.attribute(name).unwrap_or_default());
        names.contains(&"calibre:publication_type").then(|| meta.attribute("content").or(meta.text()))?
    })?;
    let mut parts = kind.splitn(3, ':');
    (parts.next() == Some("periodical")).then(|| parts.nth(1).map(str::to_owned))?
}

/// The chapters in order, without contents, cover and what is passed over in reading.
fn spine(package: &Document, folder: &str) -> Vec<String> {
    let items: BTreeMap<&str, Node> = package
        .descendants()
        .filter(|node| xml::is(node, "item"))
        .filter_map(|item| Some((item.attribute("id")?, item)))
        .collect();
    let guide: Vec<String> = package
        .descendants()
        .filter(|node| xml::is(node, "reference"))
        .filter(|reference| {
            matches!(reference.attribute("type"), Some("cover" | "toc" | "title-page" | "copyright-page"))
        })
        .filter_map(|reference| reference.attribute("href").map(|href| resolved(folder, href)))
        .collect();
    let mut seen = BTreeSet::new();
    package
        .descendants()
        .filter(|node| xml::is(node, "itemref") && node.attribute("linear") != Some("no"))
        .filter_map(|itemref| items.get(itemref.attribute("idref")?))
        .filter(|item| !item.attribute("properties").unwrap_or_default().split(' ').any(|property| property == "nav"))
        .filter_map(|item| item.attribute("href").map(|href| resolved(folder, href)))
        .filter(|part| !guide.contains(part) && seen.insert(part.clone()))
        .collect()
}

/// The name of the part that `href` means, seen from `folder`.
fn resolved(folder: &str, href: &str) -> String {
    let path = href.split('#').next().unwrap_or_default();
    let mut steps: Vec<String> = folder.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(unescaped(step)),
        }
    }
    steps.join("/")
}

/// `Ferry%20sinks` as it is meant.
fn unescaped(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        let (byte, after) = match code {
            Some(code) if first == b'%' => (code, &after[2..]),
            _ => (first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
