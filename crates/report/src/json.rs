//! The interchange, schema version 1: what other programs read.

use crate::{Account, plain};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use story::{Article, Comparison, Facet, Oddity, Positions, Reading, Span, Story};

/// Goes up only when a field changes its meaning or is taken away.
const SCHEMA: u32 = 1;

/// Stories with their comparisons.
pub fn comparisons(accounts: &[Account]) -> Vec<u8> {
    let engine = accounts.first().map(|account| engine(account.comparison));
    let stories: Vec<Value> = accounts.iter().map(account).collect();
    document(&json!({ "schema": SCHEMA, "engine": engine, "stories": stories }))
}

/// Stories with their articles alone.
pub fn stories(stories: &[(Story, Vec<Article>)]) -> Vec<u8> {
    let stories: Vec<Value> = stories
        .iter()
        .map(|(story, articles)| {
            json!({ "id": story.id, "title": story.title, "articles": articles.iter().map(article).collect::<Vec<_>>() })
        })
        .collect();
    document(&json!({ "schema": SCHEMA, "stories": stories }))
}

/// What was read from files, and what was odd about them.
pub fn extract(articles: &[Article], oddities: &[Oddity]) -> Vec<u8> {
    let articles: Vec<Value> = articles.iter().map(article).collect();
    document(&json!({ "schema": SCHEMA, "articles": articles, "oddities": oddities }))
}

/// Any value in the way in which all of these documents are written. Control characters and those
/// that turn the direction of writing are escapes: the document says the same, and a terminal
/// that shows it obeys nothing.
pub fn document(value: &Value) -> Vec<u8> {
    let json = serde_json::to_string_pretty(value).expect("plain data always serialises");
    let mut document = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        match c {
            '\n' => document.push(c),
            _ if plain::steers(c) => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| escape(&mut document, *unit)),
            _ => document.push(c),
        }
    }
    document.push('\n');
    document.into_bytes()
}

fn escape(document: &mut String, unit: u16) {
    document.push_str(&format!("\\u{unit:04x}"));
}

fn engine(comparison: &Comparison) -> Value {
    let engine = &comparison.engine;
    json!({ "version": engine.version, "model": engine.model, "settings": engine.settings })
}

fn account(account: &Account) -> Value {
    let positions: BTreeMap<&str, Positions> =
        account.articles.iter().map(|article| (article.id.0.as_str(), Positions::new(&article.body))).collect();
    let chars = |article: &story::ArticleId, span: Span| {
        positions.get(article.0.as_str()).map_or((0, 0), |p| (p.chars(span.start), p.chars(span.end)))
    };
    let comparison = account.comparison;
    let claims: Vec<Value> = comparison
        .claims
        .iter()
        .map(|claim| {
            let (start, end) = chars(&claim.article, claim.span);
            json!({ "id": claim.id, "article": claim.article, "start": start, "end": end, "text": claim.text,
                    "paragraph": claim.paragraph + 1,
                    "facets": claim.facets.iter().map(|facet| self::facet(facet, chars(&claim.article, facet.span))).collect::<Vec<_>>() })
        })
        .collect();
    let headlines: Vec<Value> = comparison
        .headlines
        .iter()
        .zip(account.articles)
        .map(|(headline, article)| {
            let positions = Positions::new(&article.title);
            let chars = |span: Span| (positions.chars(span.start), positions.chars(span.end));
            json!({ "article": headline.article,
                    "facets": headline.facets.iter().map(|facet| self::facet(facet, chars(facet.span))).collect::<Vec<_>>() })
        })
        .collect();
    let groups: Vec<Value> = comparison
        .groups
        .iter()
        .map(|group| {
            let absent: Vec<&str> = group.omissions.iter().map(|omission| omission.outlet.as_str()).collect();
            json!({ "id": group.id, "claims": group.claims, "absent": absent, "origins": group.origins,
                    "links": group.links, "omissions": group.omissions, "emphasis": group.emphasis })
        })
        .collect();
    let reading = |reading: &Reading| {
        let evidence: Vec<Value> = reading
            .evidence
            .iter()
            .map(|evidence| {
                let (start, end) = chars(&evidence.article, evidence.span);
                json!({ "claim": evidence.claim, "article": evidence.article, "start": start, "end": end, "text": evidence.text })
            })
            .collect();
        json!({ "value": reading.value, "outlets": reading.outlets, "evidence": evidence })
    };
    let divergences: Vec<Value> = comparison
        .divergences
        .iter()
        .map(|divergence| {
            json!({ "id": divergence.id, "group": divergence.group, "kind": divergence.kind,
                    "relation": divergence.relation, "score": divergence.score, "why": divergence.why,
                    "readings": divergence.readings.iter().map(reading).collect::<Vec<_>>() })
        })
        .collect();
    let look_alikes: Vec<Value> = comparison
        .look_alikes
        .iter()
        .map(|alike| {
            json!({ "group": alike.group, "kind": alike.kind, "why": alike.why,
                    "readings": alike.readings.iter().map(reading).collect::<Vec<_>>() })
        })
        .collect();
    json!({
        "id": account.story.id,
        "title": account.story.title,
        "articles": account.articles.iter().map(article).collect::<Vec<_>>(),
        "headlines": headlines,
        "claims": claims,
        "groups": groups,
        "divergences": divergences,
        "look_alikes": look_alikes,
        "origins": comparison.origins,
    })
}

fn facet(facet: &Facet, (start, end): (usize, usize)) -> Value {
    json!({ "kind": facet.kind, "value": facet.value, "start": start, "end": end, "text": facet.text })
}

fn article(article: &Article) -> Value {
    serde_json::to_value(article).expect("plain data always serialises")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invented::{ferry, hostile};

    #[test]
    fn positions_count_characters_and_text_is_that_slice() {
        let ferry = ferry();
        let document: Value = serde_json::from_slice(&comparisons(&[ferry.account()])).expect("the document is JSON");
        let story = &document["stories"][0];
        let bodies: BTreeMap<&str, Vec<char>> = story["articles"]
            .as_array()
            .expect("articles are a list")
            .iter()
            .map(|article| {
                (article["id"].as_str().expect("an id"), article["body"].as_str().expect("text").chars().collect())
            })
            .collect();
        for claim in story["claims"].as_array().expect("claims are a list") {
            let at = |field: &str| claim[field].as_u64().expect("a position") as usize;
            let body = &bodies[claim["article"].as_str().expect("an id")];
            let slice: String = body[at("start")..at("end")].iter().collect();
            assert_eq!(claim["text"], slice);
        }
    }

    #[test]
    fn escapes_keep_the_text_and_steer_no_terminal() {
        let hostile = hostile();
        let bytes = comparisons(&[hostile.account()]);
        let text = String::from_utf8(bytes).expect("JSON is UTF-8");
        assert!(!text.chars().any(|c| c != '\n' && plain::steers(c)));
        let document: Value = serde_json::from_str(&text).expect("the document is JSON");
        assert_eq!(document["stories"][0]["title"], hostile.story.title);
    }
}
