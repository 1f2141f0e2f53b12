//! What a page says about its article in JSON-LD: the one article among the objects it describes.

use regex::Regex;
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// The article that a page describes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    pub(crate) headline: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) section: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    /// Whether it is written while things happen.
    pub(crate) is_live: bool,
    /// `false` where the page says that only subscribers see all of it.
    pub(crate) is_free: Option<bool>,
}

/// Reads all JSON-LD scripts of a page. Of several articles it takes the one whose headline stands
/// in `title`, the page's own, else the first.
pub(crate) fn linked(scripts: &[String], title: &str) -> Option<Linked> {
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    let articles = || objects.iter().filter(|object| is_article(object));
    let is_titled = |object: &&&Map<String, Value>| text(object, "headline").is_some_and(|line| title.contains(&line));
    let article = articles().find(is_titled).or_else(|| articles().next())?;
    Some(read(article, &objects))
}

/// Lenient as browsers are: comments around the script, raw line breaks inside strings, a
/// semicolon at the end.
fn parse(script: &str) -> Option<Value> {
    let script =
        script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script =
        script.trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//").trim().trim_end_matches(';');
    let parsed = serde_json::from_str(script).ok();
    parsed.or_else(|| serde_json::from_str(&script.replace(char::is_control, " ")).ok()).or_else(|| salvaged(script))
}

/// The plain fields of a broken script that describes one article.
fn salvaged(script: &str) -> Option<Value> {
    static FIELD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#""(@type|headline|datePublished|dateModified|publisher|author)"\s*:\s*(?:\{[^{}]*?"name"\s*:\s*)?"([^"\\]*)""#)
            .expect("a pattern of ours compiles")
    });
    let mut object = Map::new();
    for captures in FIELD.captures_iter(script) {
        object.entry(&captures[1]).or_insert_with(|| captures[2].into());
    }
    object.contains_key("headline").then_some(Value::Object(object))
}

/// All objects on the levels where articles stand: lists, `@graph`, `mainEntity`.
fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a Map<String, Value>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"] {
                if let Some(value) = object.get(key) {
                    collect(value, objects);
                }
            }
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    is_of_type(object, |name| name.ends_with("Article") || name.ends_with("Posting") || name == "Report")
}

fn is_of_type(object: &Map<String, Value>, is_meant: impl Fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(name)) => is_meant(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is_meant),
        _ => false,
    }
}

fn read(article: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Linked {
    let url = text(article, "url").or_else(|| match article.get("mainEntityOfPage") {
        Some(Value::Object(page)) => text(page, "@id").or_else(|| text(page, "url")),
        page => page.and_then(Value::as_str).map(str::to_owned),
    });
    Linked {
        headline: text(article, "headline").or_else(|| text(article, "name")),
        publisher: article.get("publisher").and_then(|publisher| names(publisher, objects).into_iter().next()),
        authors: article.get("author").map_or(Vec::new(), |author| names(author, objects)),
        section: text(article, "articleSection"),
        published: text(article, "datePublished").or_else(|| text(article, "dateCreated")),
        modified: text(article, "dateModified"),
        url,
        language: text(article, "inLanguage"),
        is_live: is_of_type(article, |name| name == "LiveBlogPosting"),
        is_free: article.get("isAccessibleForFree").and_then(truth),
    }
}

/// The names of people or organisations: texts, objects with a name, or references to such.
fn names(value: &Value, objects: &[&Map<String, Value>]) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.clone()],
        Value::Array(values) => values.iter().flat_map(|value| names(value, objects)).collect(),
        Value::Object(object) => {
            let id = object.get("@id");
            let referred =
                || objects.iter().find(|other| id.is_some() && other.get("@id") == id && other.contains_key("name"));
            text(object, "name").or_else(|| referred().and_then(|other| text(other, "name"))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn text(object: &Map<String, Value>, key: &str) -> Option<String> {
    let value = match object.get(key)? {
        Value::Array(values) => values.first()?,
        value => value,
    };
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Object(object) => object.get("@value").or_else(|| object.get("name"))?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::String(text) => text.to_lowercase().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: Option<(&str, &str, &str)>) {
        let linked = linked(&[script.to_owned()], "Ferry sinks off Port Alder");
        let found = linked.as_ref().map(|linked| {
            let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
            (text(&linked.headline), text(&linked.publisher), linked.authors.join("; "))
        });
        assert_eq!(found.as_ref().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())), expected, "{script}");
    }

    #[test]
    fn an_article_says_who_published_and_who_wrote() {
        check(
            r#"{"@type":"NewsArticle","headline":"Ferry sinks","publisher":{"@type":"Organization","name":"The Alder Post"},"author":[{"name":"Ana Roe"},"Bo Lee"]}"#,
            Some(("Ferry sinks", "The Alder Post", "Ana Roe; Bo Lee")),
        );
    }

    #[test]
    fn a_graph_is_searched_and_its_references_followed() {
        check(
            r##"{"@graph":[{"@type":"WebPage","name":"x"},{"@type":"Organization","@id":"#org","name":"The Alder Post"},
               {"@type":["Article","Thing"],"headline":"Ferry sinks","publisher":{"@id":"#org"}}]}"##,
            Some(("Ferry sinks", "The Alder Post", "")),
        );
    }

    #[test]
    fn of_several_articles_the_page_s_own_is_taken() {
        check(
            r#"[{"@type":"NewsArticle","headline":"Harbour reopens"},{"@type":"NewsArticle","headline":"Ferry sinks"}]"#,
            Some(("Ferry sinks", "", "")),
        );
    }

    #[test]
    fn scripts_are_read_as_leniently_as_browsers_do() {
        check("<!-- {\"@type\":\"Report\",\"headline\":\"Ferry\nsinks\"}; -->", Some(("Ferry sinks", "", "")));
    }

    #[test]
    fn a_broken_script_still_gives_its_plain_fields() {
        check(
            r#"{"@type":"NewsArticle","headline":"Ferry sinks","description":'x',"publisher":{"@type":"Organization","name":"Alder Post"}}"#,
            Some(("Ferry sinks", "Alder Post", "")),
        );
    }

    #[test]
    fn what_describes_no_article_is_none() {
        check(r#"{"@type":"WebSite","name":"The Alder Post"}"#, None);
        check("{broken", None);
        check(&"[".repeat(100_000), None);
    }
}
