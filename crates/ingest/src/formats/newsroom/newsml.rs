//! NewsML-G2: one item, or a message of many.

use super::{File, Found, Item, Standing, Text, articles, moment, nitf, people};
use crate::{
    plain::words,
    xml::{self, child, is, text},
};
use roxmltree::Node;
use story::{Draft, Oddity, address::host};

const ITEMS: [&str; 6] = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"];

pub(crate) fn is_newsml(file: &File) -> bool {
    xml::root(file.bytes).is_some_and(|(name, _)| name == "newsMessage" || ITEMS.contains(&name.as_str()))
}

pub(crate) fn read_newsml(file: &File) -> Result<Found, Oddity> {
    let (items, cut) = xml::read(file, cut_back, |document| {
        let is_item = |node: &Node| ITEMS.iter().any(|name| is(node, name));
        let is_outermost = |node: &Node| !node.ancestors().skip(1).any(|above| is_item(&above));
        let items = document.descendants().filter(|node| is_item(node) && is_outermost(node));
        items.map(item).collect()
    })?;
    let mut found = articles(file, items);
    found.oddities.extend(cut);
    Ok(found)
}

/// A message that breaks off, through its last whole item.
fn cut_back(text: &str) -> Option<String> {
    const LAST: &str = "</newsItem>";
    let at = text.rfind(LAST)? + LAST.len();
    Some(format!("{}</itemSet></newsMessage>", &text[..at]))
}

fn item(item: Node) -> Item {
    let (about, content) = (child(item, "itemMeta"), child(item, "contentMeta"));
    let of_item = |name| about.and_then(|about| child(about, name));
    let of_content = |name| content.and_then(|content| child(content, name));
    let time = |node: Option<Node>| node.and_then(text).as_deref().and_then(moment);
    let version = time(of_item("versionCreated"));
    let first = time(of_item("firstCreated")).or_else(|| time(of_content("contentCreated")));
    let declared = of_content("language").and_then(|language| language.attribute("tag")).map(str::to_owned);
    let standing = of_item("pubStatus").and_then(|status| status.attribute("qcode").or(status.attribute("uri")));
    let (text, nested) = content_of(item);
    let draft = Draft {
        outlet: of_item("provider").and_then(name).or_else(|| of_content("infoSource").and_then(name)),
        title: title(content, about).unwrap_or_default(),
        byline: content.and_then(byline),
        published: first.or_else(|| version.clone()),
        modified: version,
        url: url(item, about),
        language: declared
            .or_else(|| item.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).map(str::to_owned)),
        ..Draft::default()
    };
    Item {
        draft: nested.map_or_else(|| draft.clone(), |nested| completed(draft.clone(), nested)),
        text,
        standing: standing.and_then(|term| Standing::of(term.rsplit('/').next().unwrap_or(term))),
        embargo: of_item("embargoed").map(|embargo| xml::text(embargo).unwrap_or_default()),
    }
}

/// What the wrapping does not say, the text inside it may.
fn completed(draft: Draft, nested: Draft) -> Draft {
    Draft {
        outlet: draft.outlet.or(nested.outlet),
        title: if draft.title.is_empty() { nested.title } else { draft.title },
        byline: draft.byline.or(nested.byline),
        published: draft.published.or(nested.published),
        url: draft.url.or(nested.url),
        language: draft.language.or(nested.language),
        ..draft
    }
}

/// The headline, not the one for small screens; else the item's title.
fn title(content: Option<Node>, about: Option<Node>) -> Option<String> {
    let headlines = || content.into_iter().flat_map(|content| content.children()).filter(|node| is(node, "headline"));
    let is_main =
        |node: &Node| node.attribute("role").is_none_or(|role| role.ends_with(":main") || role.ends_with(":head"));
    let headline = headlines().find(is_main).or_else(|| headlines().next());
    headline.and_then(text).or_else(|| about.and_then(|about| child(about, "title")).and_then(text))
}

fn byline(content: Node) -> Option<String> {
    let written = content.children().filter(|node| is(node, "by")).filter_map(text);
    people(written).or_else(|| people(content.children().filter(|node| is(node, "creator")).filter_map(name)))
}

/// What a party is called: by its name, its literal, or what its code says behind the scheme.
fn name(party: Node) -> Option<String> {
    let code = || party.attribute("qcode").and_then(|code| code.rsplit(':').next()).map(str::to_owned);
    let name = child(party, "name").and_then(text).or_else(|| party.attribute("literal").map(str::to_owned));
    name.or_else(code).filter(|name| !name.is_empty())
}

/// Where the item was published, if it says so.
fn url(item: Node, about: Option<Node>) -> Option<String> {
    let links = about.into_iter().flat_map(|about| about.children()).filter(|node| is(node, "link"));
    let is_place = |link: &Node| {
        let rel = link.attribute("rel").unwrap_or_default().to_lowercase();
        ["permalink", "canonical", "publishedat", "isalternativeof"].iter().any(|place| rel.ends_with(place))
    };
    let linked = links.filter(is_place).filter_map(|link| link.attribute("href")).find(|url| host(url).is_some());
    linked.or_else(|| item.attribute("guid").filter(|guid| host(guid).is_some())).map(str::to_owned)
}

/// The text of an item, the longest where it has several forms; and what a text in NITF says about itself.
fn content_of(item: Node) -> (Text, Option<Draft>) {
    let forms = child(item, "contentSet").into_iter().flat_map(|set| set.children()).filter_map(form);
    let longest = forms.max_by_key(|(form, _)| match form {
        Text::Html(text) | Text::Plain(text) => words(text),
        Text::None => 0,
    });
    longest.unwrap_or_default()
}

fn form(node: Node) -> Option<(Text, Option<Draft>)> {
    let root = node.first_element_child();
    match node.tag_name().name() {
        "inlineXML" if root.is_some_and(|root| is(&root, "nitf")) => {
            let inner = nitf::item(root?);
            Some((inner.text, Some(inner.draft)))
        }
        "inlineXML" => {
            let body = root.and_then(|root| child(root, "body")).unwrap_or(root?);
            Some((Text::Html(xml::as_html(body, Some)), None))
        }
        "inlineData" => {
            let text: String = node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect();
            let is_html = node.attribute("contenttype").is_some_and(|kind| kind.contains("html"));
            Some((if is_html { Text::Html(text) } else { Text::Plain(text) }, None))
        }
        _ => None,
    }
}
