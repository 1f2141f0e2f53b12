//! ninjs 1 to 3: one item, a list of them, or one a line. The versions spell the same names differently
//! (`body_xhtml`, `versioncreated`, `versionCreated`), so names are compared by their letters.

use super::{File, Found, Item, Standing, Text, articles, moment, people};
use crate::encoding;
use serde_json::{Deserializer, Map, Value};
use std::collections::BTreeMap;
use story::address::host;
use story::{Draft, Oddity, Remedy};

/// Names of which at least one is in every item, and in hardly any other JSON.
const TELLING: [&str; 9] = [
    "versioncreated",
    "firstcreated",
    "contentcreated",
    "pubstatus",
    "bodyxhtml",
    "bodytext",
    "bodies",
    "infosources",
    "copyrightholder",
];

/// Levels of packages within which items are looked for.
const LEVELS: usize = 4;

pub(crate) fn is_ninjs(file: &File) -> bool {
    const FIRST: usize = 1 << 16;
    let start = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(FIRST)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let may_be = start.starts_with(['{', '[']) && start.contains("\"uri\"") && {
        let letters: String = start.chars().filter(|&c| c != '_').flat_map(char::to_lowercase).collect();
        TELLING.iter().any(|name| letters.contains(&format!("\"{name}\"")))
    };
    may_be
        && encoding::decode(file.bytes, None).is_some_and(|decoded| {
            let first = Deserializer::from_str(&decoded.text).into_iter::<Value>().next();
            // One that is cut short still says what it is.
            first.is_some_and(|first| first.map_or(true, |value| !items_in(&value).is_empty()))
        })
}

pub(crate) fn read_ninjs(file: &File) -> Result<Found, Oddity> {
    let damaged = || {
        let what = "The item is damaged or cut short: it is no whole JSON.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Export it again.")
    };
    let decoded = encoding::decode(file.bytes, None).ok_or_else(damaged)?;
    let (mut items, mut is_cut) = (Vec::new(), false);
    for value in Deserializer::from_str(&decoded.text).into_iter::<Value>() {
        match value {
            Ok(value) => items.extend(items_in(&value).iter().map(item)),
            Err(_) => is_cut = true,
        }
    }
    if items.is_empty() {
        return Err(damaged());
    }
    let mut found = articles(file, items);
    found.oddities.extend(is_cut.then(damaged));
    Ok(found)
}

/// The fields of an item by the letters of their names.
type Fields<'a> = BTreeMap<String, &'a Value>;

fn fields(object: &Map<String, Value>) -> Fields<'_> {
    object.iter().map(|(name, value)| (name.replace('_', "").to_lowercase(), value)).collect()
}

/// All items in a value: itself, those of a list, those that a package holds.
fn collect<'a>(value: &'a Value, levels: usize, items: &mut Vec<Fields<'a>>) {
    let Some(levels) = levels.checked_sub(1) else { return };
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, levels, items)),
        Value::Object(object) => {
            let own = fields(object);
            if !is_item(&own) {
                let list = ["items", "_items", "results"].iter().find_map(|name| object.get(*name));
                return list.into_iter().for_each(|list| collect(list, levels, items));
            }
            let held = own.get("associations").filter(|_| is_package(&own)).copied();
            items.push(own);
            match held {
                Some(Value::Object(held)) => held.values().for_each(|value| collect(value, levels, items)),
                Some(held) => collect(held, levels, items),
                None => {}
            }
        }
        _ => {}
    }
}

fn items_in(value: &Value) -> Vec<Fields<'_>> {
    let mut items = Vec::new();
    collect(value, LEVELS, &mut items);
    items
}

fn is_item(fields: &Fields) -> bool {
    fields.contains_key("uri") && TELLING.iter().any(|name| fields.contains_key(*name))
}

fn is_package(fields: &Fields) -> bool {
    matches!(text(fields, "type").as_deref(), Some("composite" | "package"))
}

fn item(fields: &Fields) -> Item {
    let time = |name| text(fields, name).as_deref().and_then(moment);
    let version = time("versioncreated");
    let draft = Draft {
        outlet: outlet(fields),
        title: headline(fields).unwrap_or_default(),
        byline: byline(fields),
        published: time("firstcreated").or_else(|| time("contentcreated")).or_else(|| version.clone()),
        modified: version,
        url: ["canonicalurl", "url", "uri"]
            .iter()
            .filter_map(|name| text(fields, name))
            .find(|url| host(url).is_some()),
        language: text(fields, "language"),
        ..Draft::default()
    };
    let is_text = text(fields, "type").is_none_or(|kind| matches!(kind.as_str(), "text" | "article" | "composite"));
    Item {
        draft,
        text: body(fields).unwrap_or_else(|| empty(is_text && !is_package(fields))),
        standing: ["pubstatus", "usage"]
            .iter()
            .filter_map(|name| text(fields, name))
            .find_map(|term| Standing::of(&term)),
        embargo: ["embargoed", "embargo", "embargoeduntil"].iter().find_map(|name| text(fields, name)),
    }
}

/// An item that should have a text and has none is missed; a picture is not.
fn empty(is_text: bool) -> Text {
    if is_text { Text::Plain(String::new()) } else { Text::None }
}

/// Who sent it: of its sources the one that provides, else the first.
fn outlet(fields: &Fields) -> Option<String> {
    let sources = objects(fields, "infosources").chain(objects(fields, "organisations")).collect::<Vec<_>>();
    let is_provider = |source: &&Fields| {
        ["role", "rel"]
            .iter()
            .filter_map(|name| text(source, name))
            .any(|role| ["provider", "publisher"].iter().any(|part| role.to_lowercase().ends_with(part)))
    };
    let source =
        sources.iter().find(is_provider).or_else(|| objects(fields, "infosources").next().and(sources.first()));
    let named = source.and_then(|source| text(source, "name").or_else(|| text(source, "literal")));
    named.or_else(|| ["provider", "source", "copyrightholder"].iter().find_map(|name| text(fields, name)))
}

fn headline(fields: &Fields) -> Option<String> {
    let headlines: Vec<Fields> = objects(fields, "headlines").collect();
    let is_main = |headline: &&Fields| text(headline, "role").is_none_or(|role| role.to_lowercase().ends_with("main"));
    let listed = headlines.iter().find(is_main).or(headlines.first()).and_then(|headline| text(headline, "value"));
    let line = listed.or_else(|| text(fields, "headline")).or_else(|| text(fields, "title"))?;
    Some(super::super::tables::line(&line))
}

fn byline(fields: &Fields) -> Option<String> {
    let lines: Vec<Fields> = objects(fields, "bylines").collect();
    let listed = lines.iter().find_map(|line| text(line, "value").or_else(|| text(line, "byline")));
    let line = listed.or_else(|| text(fields, "byline")).or_else(|| text(fields, "by"));
    let is_author = |person: &Fields| text(person, "rel").is_some_and(|rel| rel.to_lowercase().ends_with("author"));
    let authors = objects(fields, "people").filter(is_author).chain(objects(fields, "authors"));
    people(line).or_else(|| people(authors.filter_map(|author| text(&author, "name"))))
}

/// The text: as HTML where there is any, since that keeps the paragraphs.
fn body(fields: &Fields) -> Option<Text> {
    let bodies: Vec<Fields> = objects(fields, "bodies").collect();
    let kind = |body: &Fields| text(body, "contenttype").unwrap_or_default().to_lowercase();
    let is_main = |body: &&Fields| text(body, "role").is_none_or(|role| !role.to_lowercase().contains("summary"));
    let in_bodies = |is_html: bool| {
        let fitting = bodies.iter().filter(is_main).filter(|body| kind(body).contains("html") == is_html);
        fitting.filter_map(|body| text(body, "value")).max_by_key(String::len)
    };
    let html = in_bodies(true).or_else(|| text(fields, "bodyxhtml")).or_else(|| text(fields, "bodyhtml"));
    let plain = || in_bodies(false).or_else(|| text(fields, "bodytext"));
    html.map(Text::Html).or_else(|| plain().map(Text::Plain))
}

fn objects<'a>(fields: &Fields<'a>, name: &str) -> impl Iterator<Item = Fields<'a>> + use<'a> {
    let list = fields.get(name).copied().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter().filter_map(Value::as_object).map(self::fields)
}

fn text(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
