//! NITF, alone or inside other formats.

use super::{File, Found, Item, Standing, Text, articles, moment, people};
use crate::xml::{self, child, is, text};
use roxmltree::Node;
use story::{Draft, Oddity, address::host};

pub(crate) fn is_nitf(file: &File) -> bool {
    xml::root(file.bytes).is_some_and(|(name, _)| name == "nitf")
}

pub(crate) fn read_nitf(file: &File) -> Result<Found, Oddity> {
    let (item, _) = xml::read(file, |_| None, |document| item(document.root_element()))?;
    Ok(articles(file, vec![item]))
}

/// What an `<nitf>` holds.
pub(super) fn item(root: Node) -> Item {
    let (head, body) = (child(root, "head"), child(root, "body"));
    let above = body.and_then(|body| child(body, "body.head"));
    let docdata = head.and_then(|head| child(head, "docdata"));
    let pubdata = head.and_then(|head| child(head, "pubdata"));
    let issued = docdata.and_then(|docdata| norm(docdata, "date.issue"));
    let released = docdata.and_then(|docdata| norm(docdata, "date.release"));
    let printed = pubdata.and_then(|pubdata| pubdata.attribute("date.publication")).and_then(moment);
    let told = || above.and_then(|above| norm(child(above, "dateline")?, "story.date"));
    let later =
        released.clone().filter(|released| issued.as_ref().is_some_and(|issued| released.instant() > issued.instant()));
    let standing = docdata.and_then(|docdata| docdata.attribute("management-status"));
    let draft = Draft {
        outlet: outlet(pubdata, docdata, above),
        title: title(head, above),
        byline: above.and_then(byline),
        section: pubdata.and_then(|pubdata| pubdata.attribute("position.section")).map(str::to_owned),
        published: printed.or(issued).or(released).or_else(told),
        url: pubdata
            .and_then(|pubdata| pubdata.attribute("ex-ref"))
            .filter(|url| host(url).is_some())
            .map(str::to_owned),
        language: language(body).or_else(|| language(Some(root))),
        ..Draft::default()
    };
    Item {
        draft,
        text: body.and_then(|body| child(body, "body.content")).map_or(Text::None, |content| Text::Html(html(content))),
        standing: standing.and_then(Standing::of).filter(|_| standing != Some("embargoed")),
        embargo: later.map(String::from).or_else(|| (standing == Some("embargoed")).then(String::new)),
    }
}

fn title(head: Option<Node>, above: Option<Node>) -> String {
    let hedline = above.and_then(|above| child(above, "hedline"));
    let shown = hedline.and_then(|hedline| child(hedline, "hl1").and_then(text).or_else(|| text(hedline)));
    shown.or_else(|| head.and_then(|head| child(head, "title")).and_then(text)).unwrap_or_default()
}

fn outlet(pubdata: Option<Node>, docdata: Option<Node>, above: Option<Node>) -> Option<String> {
    let attribute = |node: Option<Node>, name: &str| node.and_then(|node| node.attribute(name).map(str::to_owned));
    let part = |name| docdata.and_then(|docdata| child(docdata, name));
    let told = [
        attribute(pubdata, "name"),
        above.and_then(|above| child(above, "distributor")).and_then(text),
        attribute(part("doc.copyright"), "holder"),
        attribute(part("doc-id"), "regsrc"),
    ];
    told.into_iter().flatten().find(|name| !name.trim().is_empty())
}

/// The people of the first byline, or all of it.
fn byline(above: Node) -> Option<String> {
    let byline = child(above, "byline")?;
    let persons: Vec<String> = byline.descendants().filter(|node| is(node, "person")).filter_map(text).collect();
    if !persons.is_empty() {
        return people(persons);
    }
    let words = byline.descendants().filter(|node| node.is_text());
    let name: String = words.filter(|node| !in_title(node)).filter_map(|node| node.text()).collect();
    people([name])
}

/// Whether the words are somebody's post, not their name.
fn in_title(node: &Node) -> bool {
    node.ancestors().any(|above| is(&above, "byttl"))
}

fn norm(node: Node, name: &str) -> Option<story::Timestamp> {
    child(node, name)?.attribute("norm").and_then(moment)
}

fn language(node: Option<Node>) -> Option<String> {
    node?.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).map(str::to_owned)
}

/// The text as HTML: archives give the whole text and its beginning beside each other.
fn html(content: Node) -> String {
    let whole = content.children().find(|node| is(node, "block") && node.attribute("class") == Some("full_text"));
    xml::as_html(whole.unwrap_or(content), |name| match name {
        "hl1" | "hl2" => Some("h2"),
        "block" => Some("div"),
        "bq" => Some("blockquote"),
        "media" | "datasource" | "note" | "credit" | "fn" => None,
        name => Some(name),
    })
}
