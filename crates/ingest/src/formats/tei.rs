//! Texts as scholars edit them (TEI): one article, a corpus of them, or an issue with a division for each.

mod printed;

use super::{File, Found, head};
use crate::{dates, encoding, furniture, plain::one_line, xml};
use printed::{Block, blocks};
use roxmltree::{Document, Node};
use story::{Draft, Oddity, Remedy, Timestamp};

pub(crate) fn is_tei(file: &File) -> bool {
    let start = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(4_096)]);
    let start = start.replace('\0', "");
    start.trim_start_matches(|c: char| c != '<').starts_with('<')
        && ["<TEI", "<teiCorpus", "<tei:TEI", "<tei:teiCorpus"].iter().any(|root| start.contains(root))
}

pub(crate) fn read_tei(file: &File) -> Result<Found, Oddity> {
    let decoded = encoding::decode(file.bytes, None).ok_or_else(|| damaged(file.name))?;
    let text = xml::mended(&decoded.text, file.bounds.depth).ok_or_else(|| too_deep(file))?;
    let document = Document::parse(&text).map_err(|_| damaged(file.name))?;
    let texts = document.descendants().filter(|node| xml::is(node, "TEI"));
    let mut found = Found::default();
    for draft in texts.flat_map(|text| articles(&text)).filter(|draft| !draft.paragraphs.is_empty()) {
        if found.drafts.len() == file.bounds.entries {
            let what = format!("Only the first {} articles were read.", file.bounds.entries);
            found.oddities.push(Oddity::about(file.name, Remedy::Shrink, what, "Split the corpus into several files."));
            break;
        }
        found.drafts.push((found.drafts.len() + 1, draft));
    }
    Ok(found)
}

fn too_deep(file: &File) -> Oddity {
    let what = format!("The document is nested more than {} levels deep.", file.bounds.depth);
    Oddity::about(file.name, Remedy::Shrink, what, "Copy the article into a text file.")
}

fn damaged(name: &str) -> Oddity {
    let what = "The XML is damaged or cut short.";
    Oddity::about(name, Remedy::FetchAgain, what, "Get the file again, or mend it in an XML editor.")
}

fn articles(tei: &Node) -> Vec<Draft> {
    let header = child(tei, "teiHeader").map(|header| Header::of(&header)).unwrap_or_default();
    let Some(text) = child(tei, "text") else { return Vec::new() };
    let language = language(&text).or_else(|| language(tei)).or_else(|| header.language.clone());
    let divisions: Vec<Node> =
        text.descendants().filter(|node| xml::is(node, "div") && node.attribute("type") == Some("article")).collect();
    let draft = |node: &Node, title: Option<&str>| {
        let mut draft = Draft { language: language.clone(), ..header.draft() };
        take_text(node, title, &mut draft);
        draft
    };
    match divisions.as_slice() {
        [] => vec![draft(&child(&text, "body").unwrap_or(text), header.title.as_deref())],
        [only] => vec![draft(only, header.title.as_deref())],
        divisions => divisions.iter().map(|division| draft(division, None)).collect(),
    }
}

/// Takes what stands in a division: `title` wins over its first heading.
fn take_text(node: &Node, title: Option<&str>, draft: &mut Draft) {
    let mut paragraphs = Vec::new();
    for block in blocks(node) {
        match block {
            Block::Heading(text) if draft.title.is_empty() && paragraphs.is_empty() => draft.title = text,
            Block::Heading(text) | Block::Paragraph(text) => paragraphs.push(text),
            Block::Byline(text) => draft.byline = Some(furniture::byline(&text).unwrap_or(text)),
            Block::Dateline(when, text) => {
                let date = when.as_deref().and_then(date).or_else(|| furniture::date_line(&text)?.published);
                draft.published = date.or(draft.published.take());
            }
        }
    }
    if let Some(title) = title {
        draft.title = title.to_owned();
    }
    draft.paragraphs = head::take_facts_below(paragraphs, draft);
    head::finish(draft);
}

/// What the header says of the source.
#[derive(Debug, Default)]
struct Header {
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    published: Option<Timestamp>,
    url: Option<String>,
    language: Option<String>,
}

impl Header {
    fn of(header: &Node) -> Self {
        let edition = find(header, "titleStmt");
        let source = find(header, "sourceDesc");
        let printed =
            source.as_ref().into_iter().chain(find(header, "publicationStmt").as_ref()).copied().collect::<Vec<_>>();
        Self {
            title: edition.and_then(|edition| title(&edition)),
            outlet: printed.iter().find_map(outlet),
            author: authors(edition.as_ref()).or_else(|| authors(source.as_ref())),
            published: printed.iter().find_map(published),
            url: printed.iter().find_map(url),
            language: find(header, "langUsage")
                .and_then(|usage| find(&usage, "language")?.attribute("ident").map(str::to_owned)),
        }
    }

    fn draft(&self) -> Draft {
        Draft {
            outlet: self.outlet.clone(),
            byline: self.author.clone(),
            published: self.published.clone(),
            url: self.url.clone(),
            ..Draft::default()
        }
    }
}

fn title(edition: &Node) -> Option<String> {
    let titles: Vec<Node> = edition.children().filter(|node| xml::is(node, "title")).collect();
    let main = titles.iter().find(|title| title.attribute("type") == Some("main")).or(titles.first())?;
    xml::text(*main)
}

/// The journal or newspaper in which it stood, else who published it.
fn outlet(source: &Node) -> Option<String> {
    let of_level = |level: &str| {
        source.descendants().find(|node| xml::is(node, "title") && node.attribute("level") == Some(level))
    };
    let in_monograph = || find(source, "monogr").and_then(|monograph| find(&monograph, "title"));
    of_level("j").or_else(in_monograph).or_else(|| find(source, "publisher")).and_then(xml::text)
}

fn authors(place: Option<&Node>) -> Option<String> {
    let authors: Vec<String> =
        place?.descendants().filter(|node| xml::is(node, "author")).filter_map(xml::text).collect();
    (!authors.is_empty()).then(|| authors.join(", "))
}

fn published(source: &Node) -> Option<Timestamp> {
    let dates = source.descendants().filter(|node| xml::is(node, "date") && node.attribute("type") != Some("download"));
    dates.into_iter().find_map(|node| written(&node).as_deref().and_then(date))
}

/// The value of a date, or its text.
fn written(date: &Node) -> Option<String> {
    ["when", "when-iso", "notBefore"]
        .iter()
        .find_map(|name| date.attribute(*name))
        .map(str::to_owned)
        .or_else(|| xml::text(*date))
}

fn date(text: &str) -> Option<Timestamp> {
    dates::read(text, None).filter(|dated| !dated.ambiguous).map(|dated| dated.timestamp)
}

fn url(source: &Node) -> Option<String> {
    let is_address = |text: &&str| text.starts_with("http://") || text.starts_with("https://");
    source.descendants().find_map(|node| match node.tag_name().name() {
        "idno" => node.text().map(str::trim).filter(is_address).map(str::to_owned),
        "ptr" | "ref" => node.attribute("target").filter(is_address).map(str::to_owned),
        _ => None,
    })
}

fn language(node: &Node) -> Option<String> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).map(one_line)
}

fn child<'a, 'i>(node: &Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| xml::is(node, name))
}

fn find<'a, 'i>(node: &Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|node| xml::is(node, name))
}

#[cfg(test)]
mod tests;
