//! Zotero RDF, with the files that Zotero exports beside it.

use super::{File, Listed, Reference, date, full_text};
use crate::{plain::one_line, xml};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

pub(crate) fn is_zotero(file: &File) -> bool {
    xml::root(file.bytes).is_some_and(|(name, tag)| name == "RDF" && tag.contains("zotero.org/namespaces/export"))
}

pub(super) fn listed(file: &File) -> Listed {
    let (references, doubt) = xml::read(file, |_| None, references)?;
    Ok((references, doubt.into_iter().collect()))
}

/// The elements that others point to, by what they are called.
type Named<'a> = BTreeMap<&'a str, Node<'a, 'a>>;

fn references(document: &Document) -> Vec<Reference> {
    let nodes = || document.root_element().children().filter(Node::is_element);
    let named: Named = nodes().filter_map(|node| Some((attribute(node, "about")?, node))).collect();
    nodes().filter(|node| is_item(*node)).map(|node| reference(node, &named)).collect()
}

/// Items have a type of their own, that of attachments apart.
fn is_item(node: Node) -> bool {
    text(node, "itemType").is_some_and(|kind| !matches!(kind.as_str(), "attachment" | "note" | "annotation"))
}

fn reference(item: Node, named: &Named) -> Reference {
    let mut reference = Reference::default();
    let draft = &mut reference.draft;
    draft.title = text(item, "title").unwrap_or_default();
    draft.outlet = outlet(item, named);
    draft.byline = authors(item);
    draft.published = text(item, "date").and_then(|text| date(&text));
    draft.url = url(item);
    draft.language = text(item, "language");
    let notes =
        pointed(item, "isReferencedBy", named).filter_map(|note| child(note, "value")).filter_map(|value| value.text());
    let own = ["abstract", "description"].into_iter().filter_map(|name| child(item, name)?.text());
    draft.paragraphs = notes.chain(own).find_map(full_text).unwrap_or_default();
    let attachments = pointed(item, "link", named);
    reference.files =
        attachments.filter_map(|attachment| attribute(child(attachment, "resource")?, "resource")).map(path).collect();
    reference
}

/// The title of what the item is part of, which is written inside it or pointed to.
fn outlet(item: Node, named: &Named) -> Option<String> {
    let parts = item.children().filter(|node| node.tag_name().name() == "isPartOf");
    let inside = parts.flat_map(|part| part.children().filter(Node::is_element).collect::<Vec<_>>());
    let titles = |nodes: Vec<Node>| {
        nodes.into_iter().filter(|node| node.tag_name().name() != "Series").find_map(|node| text(node, "title"))
    };
    titles(inside.collect())
        .or_else(|| titles(pointed(item, "isPartOf", named).collect()))
        .or_else(|| text(item, "publicationTitle"))
        .or_else(|| child(item, "publisher")?.descendants().find_map(|node| text(node, "name")))
}

fn authors(item: Node) -> Option<String> {
    let people = child(item, "authors")?.descendants().filter(|node| node.tag_name().name() == "Person");
    let name = |person: Node| {
        let given = text(person, "givenName").or_else(|| text(person, "givenname"));
        one_line(&[given, text(person, "surname")].map(Option::unwrap_or_default).join(" "))
    };
    let names: Vec<String> = people.map(name).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn url(item: Node) -> Option<String> {
    let identifiers = item.children().filter(|node| node.tag_name().name() == "identifier");
    let values = identifiers.flat_map(|node| node.descendants().filter_map(|node| node.text()).collect::<Vec<_>>());
    let about = attribute(item, "about");
    values.map(str::trim).chain(about).find(|value| value.starts_with("http")).map(str::to_owned)
}

/// The elements that `item` points to by links called `name`.
fn pointed<'a>(item: Node<'a, 'a>, name: &'static str, named: &Named<'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    let links = item.children().filter(move |node| node.tag_name().name() == name);
    links.filter_map(|node| named.get(attribute(node, "resource")?).copied())
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn text(node: Node, name: &str) -> Option<String> {
    let child = node.children().find(|child| child.tag_name().name() == name)?;
    Some(one_line(child.text().unwrap_or_default())).filter(|text| !text.is_empty())
}

fn attribute<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Paths are written as in addresses: `files/12/page%201.html`.
fn path(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(*first));
        rest = if hex.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
