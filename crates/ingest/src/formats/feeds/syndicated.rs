//! RSS 0.9 to 2.0 and Atom.

use super::{Entry, File, Found, articles, is_longer};
use crate::{
    dates_in_text::moment,
    xml::{self, child, is, text},
};
use roxmltree::{Document, Node};
use story::{Draft, Oddity, Remedy, Timestamp};

/// Whether the file is RSS or Atom. RDF is RSS 1.0 only where it says so: Zotero writes RDF too.
pub(crate) fn is_feed(file: &File) -> bool {
    xml::root(file.bytes).is_some_and(|(name, tag)| match name.as_str() {
        "rss" => true,
        "feed" => tag.contains("/Atom") || tag.contains("purl.org/atom"),
        "RDF" => tag.contains("purl.org/rss/") || tag.contains("my.netscape.com/rdf/"),
        _ => false,
    })
}

pub(crate) fn read_feed(file: &File) -> Result<Found, Oddity> {
    if !is_feed(file) {
        let what = "The file is called XML, but is of no kind of it that is read.";
        return Err(Oddity::about(
            file.name,
            Remedy::Convert,
            what,
            "Export it again as a web page, a feed or a table.",
        ));
    }
    let (mut found, cut) = xml::read(file, cut_back, |document| feed(file, document))?;
    found.oddities.extend(cut);
    Ok(found)
}

/// A feed that breaks off, through its last whole entry.
fn cut_back(text: &str) -> Option<String> {
    const ENDS: [(&str, &str); 3] =
        [("</item>", "</channel></rss>"), ("</item>", "</rdf:RDF>"), ("</entry>", "</feed>")];
    ENDS.iter().find_map(|(last, ends)| {
        let at = text.rfind(last)? + last.len();
        let whole = format!("{}{ends}", &text[..at]);
        Document::parse(&whole).is_ok().then_some(whole)
    })
}

fn feed(file: &File, document: &Document) -> Found {
    let root = document.root_element();
    let channel = child(root, "channel").unwrap_or(root);
    let language = child(channel, "language").and_then(text).or_else(|| language(root));
    // In RSS 1.0 entries stand beside their channel.
    let is_entry = |node: &Node| is(node, "item") || is(node, "entry");
    let entries =
        root.descendants().filter(|node| is_entry(node) && !node.ancestors().skip(1).any(|above| is_entry(&above)));
    let entries = entries.map(|node| entry(node, language.as_deref())).collect();
    articles(file, child(channel, "title").and_then(text).as_deref(), entries)
}

fn language(node: Node) -> Option<String> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).map(str::to_owned)
}

fn entry(node: Node, feed_language: Option<&str>) -> Entry {
    let (body, is_whole) = body(node);
    let updated = time(node, &["updated", "modified"]);
    // Atom must say when an entry was updated, and need not say when it was published.
    let published = time(node, &["pubDate", "published", "issued", "date", "created"]).or_else(|| updated.clone());
    let draft = Draft {
        outlet: source(node),
        title: own(node, "title").and_then(markup).unwrap_or_default(),
        byline: byline(node),
        modified: updated.filter(|updated| Some(updated) != published.as_ref()),
        published,
        url: link(node),
        language: own(node, "language")
            .and_then(text)
            .or_else(|| language(node))
            .or_else(|| feed_language.map(str::to_owned)),
        ..Draft::default()
    };
    Entry { draft, text: body, is_whole }
}

/// The child of that name that is the feed's own, not one of an extension: `title`, not `media:title`.
fn own<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    const FOREIGN: [&str; 4] = ["search.yahoo.com", "itunes", "undeclared:media", "googleplay"];
    let is_own = |child: &Node| {
        let space = child.tag_name().namespace().unwrap_or_default();
        is(child, name) && !FOREIGN.iter().any(|foreign| space.contains(foreign))
    };
    node.children().find(is_own)
}

/// The outlet of an entry that a feed took over from another.
fn source(node: Node) -> Option<String> {
    let source = own(node, "source")?;
    child(source, "title").and_then(text).or_else(|| text(source)).filter(|name| !name.starts_with("http"))
}

/// The longest text of an entry, as HTML, and whether it stands where whole texts do.
fn body(node: Node) -> (String, bool) {
    let whole = ["encoded", "content"].iter().find_map(|name| own(node, name)).and_then(markup);
    let brief = ["description", "summary"].iter().find_map(|name| own(node, name)).and_then(markup);
    match (whole, brief) {
        (Some(whole), Some(brief)) if is_longer(&brief, &whole) => (brief, false),
        (Some(whole), _) => (whole, true),
        (None, brief) => (brief.unwrap_or_default(), false),
    }
}

/// The content of an element as HTML, whichever way it is packed.
fn markup(node: Node) -> Option<String> {
    let html = match node.attribute("type") {
        Some("xhtml" | "application/xhtml+xml") => xml::as_html(node, Some),
        Some("text" | "text/plain") => escaped(&plain(node)),
        _ if node.children().any(|child| child.is_element()) => xml::as_html(node, Some),
        _ => plain(node),
    };
    Some(html.trim().to_owned()).filter(|html| !html.is_empty())
}

fn plain(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn byline(node: Node) -> Option<String> {
    const MOST: usize = 50;
    let names = node.children().filter(|child| is(child, "creator") || is(child, "author")).take(MOST);
    let mut named: Vec<String> = Vec::new();
    for name in names.filter_map(|node| child(node, "name").and_then(text).or_else(|| text(node))) {
        named.extend(person(&name).filter(|name| !named.contains(name)));
    }
    (!named.is_empty()).then(|| named.join(", "))
}

/// `desk@alderpost.example (Ana Roe)` is Ana Roe; an address alone is nobody.
fn person(name: &str) -> Option<String> {
    let inner = name.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inner, _)| inner);
    let name = inner.filter(|_| name.contains('@')).unwrap_or(name).trim();
    let name = crate::furniture::byline(name).unwrap_or_else(|| name.to_owned());
    (!name.contains('@') && !name.contains("://") && name.chars().any(char::is_alphabetic)).then_some(name)
}

fn time(node: Node, names: &[&str]) -> Option<Timestamp> {
    names.iter().find_map(|name| own(node, name).and_then(text).as_deref().and_then(moment))
}

/// The address of the article: the link, else a permanent identifier that is one.
fn link(node: Node) -> Option<String> {
    let links = || node.children().filter(|child| is(child, "link"));
    let is_page = |link: &Node| matches!(link.attribute("rel"), None | Some("alternate"));
    let linked =
        links().filter(is_page).find_map(|link| link.attribute("href").map(str::to_owned).or_else(|| text(link)));
    let original = own(node, "origLink").and_then(text);
    let identity = || ["guid", "id"].iter().find_map(|name| own(node, name)).and_then(text);
    original.into_iter().chain(linked).find(|link| is_address(link)).or_else(|| identity().filter(|id| is_address(id)))
}

fn is_address(link: &str) -> bool {
    story::address::host(link).is_some()
}
