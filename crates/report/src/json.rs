//! The interchange, schema version 1: what other programs read.

use crate::Account;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use story::{Article, Comparison, Oddity, Positions, Reading, Span, Story};

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

fn document(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain data always serialises");
    bytes.push(b'\n');
    bytes
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
                    "paragraph": claim.paragraph + 1 })
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
        "claims": claims,
        "groups": groups,
        "divergences": divergences,
        "look_alikes": look_alikes,
        "origins": comparison.origins,
    })
}

fn article(article: &Article) -> Value {
    serde_json::to_value(article).expect("plain data always serialises")
}
