//! JSON Feed.

use super::{Entry, File, Found, articles, is_longer};
use crate::{dates_in_text::moment, encoding};
use serde_json::{Map, Value};
use story::{Draft, Oddity, Remedy, address::host};

/// The version that each feed names near its top.
const VERSION: &str = "jsonfeed.org/version/";

pub(crate) fn is_json_feed(file: &File) -> bool {
    let start = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(4_096)]).replace("\\/", "/");
    start.trim_start_matches('\u{feff}').trim_start().starts_with('{') && start.contains(VERSION)
}

pub(crate) fn read_json_feed(file: &File) -> Result<Found, Oddity> {
    let decoded = encoding::decode(file.bytes, None);
    let feed = decoded.and_then(|decoded| serde_json::from_str::<Map<String, Value>>(&decoded.text).ok());
    let feed = feed.ok_or_else(|| {
        let what = "The feed is damaged or cut short: it is no whole JSON.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Download it again.")
    })?;
    let items = feed.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let language = text(&feed, "language");
    let entries = items.iter().map(|item| entry(item, language.as_deref())).collect();
    Ok(articles(file, text(&feed, "title").as_deref(), entries))
}

fn entry(item: &Value, feed_language: Option<&str>) -> Entry {
    let none = Map::new();
    let item = item.as_object().unwrap_or(&none);
    let whole = text(item, "content_html").or_else(|| text(item, "content_text").map(|text| paragraphs_of(&text)));
    let brief = text(item, "summary").map(|text| paragraphs_of(&text));
    let (body, is_whole) = match (whole, brief) {
        (Some(whole), Some(brief)) if is_longer(&brief, &whole) => (brief, false),
        (Some(whole), _) => (whole, true),
        (None, brief) => (brief.unwrap_or_default(), false),
    };
    let time = |key| text(item, key).as_deref().and_then(moment);
    let published = time("date_published");
    let draft = Draft {
        title: text(item, "title").unwrap_or_default(),
        byline: byline(item),
        modified: time("date_modified").filter(|modified| Some(modified) != published.as_ref()),
        published,
        url: ["url", "external_url", "id"].iter().filter_map(|key| text(item, key)).find(|url| host(url).is_some()),
        language: text(item, "language").or_else(|| feed_language.map(str::to_owned)),
        ..Draft::default()
    };
    Entry { draft, text: body, is_whole }
}

/// Plain text as HTML.
fn paragraphs_of(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>")
}

fn byline(item: &Map<String, Value>) -> Option<String> {
    let authors = item.get("authors").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let authors = authors.iter().chain(item.get("author"));
    let names: Vec<String> = authors.filter_map(Value::as_object).filter_map(|author| text(author, "name")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn text(object: &Map<String, Value>, key: &str) -> Option<String> {
    object.get(key).and_then(Value::as_str).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
