//! CSL JSON, the list of references that Zotero, pandoc and citation processors exchange.

use super::{File, Listed, Reference, date, full_text};
use crate::{encoding, plain::one_line};
use serde_json::Value;
use story::{Oddity, Remedy};

pub(crate) fn is_csl(file: &File) -> bool {
    const START: usize = 65_536;
    let start = &file.bytes[..file.bytes.len().min(START)];
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let has = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
    matches!(start.first(), Some(b'[' | b'{')) && has(b"\"date-parts\"") && has(b"\"type\"")
}

pub(super) fn listed(file: &File) -> Listed {
    let text = encoding::decode(file.bytes, None).map(|decoded| decoded.text).unwrap_or_default();
    let list: Value = serde_json::from_str(&text).map_err(|_| {
        let what = "The list of references is not valid JSON.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Export it again.")
    })?;
    let items = match &list {
        Value::Array(items) => items.as_slice(),
        Value::Object(object) => {
            object.get("items").and_then(Value::as_array).map_or(std::slice::from_ref(&list), Vec::as_slice)
        }
        _ => &[],
    };
    Ok((items.iter().map(reference).collect(), Vec::new()))
}

fn reference(item: &Value) -> Reference {
    let text = |names: &[&str]| {
        names.iter().find_map(|name| item.get(*name)?.as_str()).map(one_line).filter(|text| !text.is_empty())
    };
    let notes = ["note", "abstract", "annote"].iter().filter_map(|name| item.get(*name)?.as_str());
    let mut reference = Reference::default();
    let draft = &mut reference.draft;
    draft.title = text(&["title"]).unwrap_or_default();
    draft.outlet = text(&["container-title", "publisher"]);
    draft.section = item.get("section").and_then(Value::as_str).map(str::to_owned);
    draft.byline = item.get("author").and_then(Value::as_array).and_then(|people| names(people));
    draft.published = item.get("issued").and_then(issued);
    draft.url = text(&["URL"]).filter(|url| url.starts_with("http"));
    draft.language = text(&["language"]);
    draft.paragraphs = notes.into_iter().find_map(full_text).unwrap_or_default();
    reference
}

fn names(people: &[Value]) -> Option<String> {
    let part = |person: &Value, name: &str| person.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let name = |person: &Value| {
        let parts = ["given", "non-dropping-particle", "family", "literal"].map(|name| part(person, name));
        one_line(&parts.join(" "))
    };
    let names: Vec<String> = people.iter().map(name).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// `{"date-parts": [[2031, 5, 3]]}`, its numbers at times as strings, or `{"raw": "3 May 2031"}`.
fn issued(issued: &Value) -> Option<story::Timestamp> {
    let parts = issued.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array);
    let parts =
        parts.map(|parts| parts.iter().map(|part| part.to_string().trim_matches('"').to_owned()).collect::<Vec<_>>());
    let by_parts = parts.and_then(|parts| date(&parts.join("/")));
    by_parts.or_else(|| ["raw", "literal"].iter().find_map(|name| date(issued.get(*name)?.as_str()?)))
}
