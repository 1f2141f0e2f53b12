//! The interchange, schema version 1: what other programs read.

use crate::{Account, plain};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use story::{
    Article, ArticleId, Claim, ClaimGroup, Comparison, Dating, DecidedFinding, DecidedLink, Divergence, Evidence,
    Facet, Headline, LookAlike, Moment, Oddity, Passage, Point, Positions, Reading, Series, Span, Story, Utterance,
    Version, Voice, Vouched,
};

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
    let comparison = account.comparison;
    let texts = Texts::of(account.articles);
    json!({
        "id": account.story.id,
        "title": account.story.title,
        "articles": values(account.articles, article),
        "headlines": comparison.headlines.iter().zip(account.articles).map(headline).collect::<Vec<_>>(),
        "claims": values(&comparison.claims, |claim| texts.claim(claim)),
        "groups": values(&comparison.groups, group),
        "divergences": values(&comparison.divergences, |divergence| texts.divergence(divergence)),
        "look_alikes": values(&comparison.look_alikes, |alike| texts.look_alike(alike)),
        "origins": comparison.origins,
        "series": values(&comparison.series, |series| texts.series(series)),
        "datings": values(&comparison.datings, |dating| texts.dating(dating)),
        "utterances": values(&comparison.utterances, |utterance| texts.utterance(utterance)),
        "voices": values(&comparison.voices, |voice| texts.voice(voice)),
        "chains": values(&comparison.chains, |chain| json!({
            "links": chain.links, "evidence": texts.evidence(&chain.evidence) })),
        "own_voice": comparison.own_voice,
        "decisions": decisions(&texts, account),
    })
}

fn decisions(texts: &Texts, account: &Account) -> Value {
    let finding = |found: &DecidedFinding| {
        let decision = &found.decision;
        let now = found.divergence.and_then(|at| account.comparison.divergences.get(at));
        json!({ "divergence": now.map(|divergence| &divergence.id), "decided": decision.divergence,
                "kind": decision.kind, "verdict": decision.verdict, "note": decision.note, "at": decision.at,
                "readings": values(&decision.readings, |reading| texts.reading(reading)) })
    };
    let link = |found: &DecidedLink| {
        let decision = &found.decision;
        let claim = |at: usize| account.comparison.claims.get(at).map(|claim| &claim.id);
        let claims = found.claims.map(|(a, b)| [claim(a), claim(b)]);
        json!({ "ruling": decision.ruling, "at": decision.at, "claims": claims,
                "a": texts.passage(&decision.a), "b": texts.passage(&decision.b) })
    };
    json!({ "findings": values(&account.decided.findings, finding), "links": values(&account.decided.links, link) })
}

fn values<T>(things: &[T], value: impl Fn(&T) -> Value) -> Vec<Value> {
    things.iter().map(value).collect()
}

fn article(article: &Article) -> Value {
    serde_json::to_value(article).expect("plain data always serialises")
}

fn headline((headline, article): (&Headline, &Article)) -> Value {
    let positions = Positions::new(&article.title);
    let facets = values(&headline.facets, |facet| self::facet(facet, chars(&positions, facet.span)));
    json!({ "article": headline.article, "facets": facets })
}

fn group(group: &ClaimGroup) -> Value {
    let absent: Vec<&str> = group.omissions.iter().map(|omission| omission.outlet.as_str()).collect();
    json!({ "id": group.id, "claims": group.claims, "absent": absent, "origins": group.origins,
            "links": group.links, "omissions": group.omissions, "emphasis": group.emphasis })
}

fn facet(facet: &Facet, (start, end): (usize, usize)) -> Value {
    json!({ "kind": facet.kind, "value": facet.value, "start": start, "end": end, "text": facet.text })
}

fn chars(positions: &Positions, span: Span) -> (usize, usize) {
    (positions.chars(span.start), positions.chars(span.end))
}

/// The bodies of the articles, in which characters are counted.
struct Texts<'a>(BTreeMap<&'a ArticleId, Positions>);

impl<'a> Texts<'a> {
    fn of(articles: &'a [Article]) -> Self {
        Self(articles.iter().map(|article| (&article.id, Positions::new(&article.body))).collect())
    }

    /// Both 0 in an article that is not in this document: a decision can outlive it.
    fn chars(&self, article: &ArticleId, span: Span) -> (usize, usize) {
        self.0.get(article).map_or((0, 0), |positions| chars(positions, span))
    }

    fn passage(&self, passage: &Passage) -> Value {
        let (start, end) = self.chars(&passage.article, passage.span);
        json!({ "article": passage.article, "start": start, "end": end, "text": passage.text })
    }

    fn claim(&self, claim: &Claim) -> Value {
        let (start, end) = self.chars(&claim.article, claim.span);
        let facets = values(&claim.facets, |facet| self::facet(facet, self.chars(&claim.article, facet.span)));
        json!({ "id": claim.id, "article": claim.article, "start": start, "end": end, "text": claim.text,
                "paragraph": claim.paragraph + 1, "facets": facets })
    }

    fn divergence(&self, divergence: &Divergence) -> Value {
        json!({ "id": divergence.id, "group": divergence.group, "kind": divergence.kind,
                "relation": divergence.relation, "score": divergence.score, "weight": divergence.weight,
                "why": divergence.why,
                "readings": values(&divergence.readings, |reading| self.reading(reading)) })
    }

    fn look_alike(&self, alike: &LookAlike) -> Value {
        json!({ "group": alike.group, "kind": alike.kind, "why": alike.why,
                "readings": values(&alike.readings, |reading| self.reading(reading)) })
    }

    fn series(&self, series: &Series) -> Value {
        let point = |point: &Point| {
            json!({ "low": point.low, "high": point.high, "bound": point.bound, "vague": point.vague,
                    "as_of": point.as_of, "dated": point.dated.as_ref().map(|dated| self.evidence(dated)),
                    "evidence": self.evidence(&point.evidence) })
        };
        json!({ "id": series.id, "measure": series.measure, "unit": series.unit, "groups": series.groups,
                "points": values(&series.points, point) })
    }

    fn dating(&self, dating: &Dating) -> Value {
        let moment = |moment: &Moment| {
            json!({ "days": moment.days, "clock": moment.clock, "rough": moment.rough,
                    "evidence": self.evidence(&moment.evidence) })
        };
        json!({ "id": dating.id, "event": dating.event, "groups": dating.groups,
                "points": values(&dating.points, moment) })
    }

    fn utterance(&self, utterance: &Utterance) -> Value {
        let version = |version: &Version| {
            json!({ "words": version.words, "direct": version.direct, "speaker": version.speaker,
                    "role": version.role, "cue": version.cue,
                    "parts": values(&version.parts, |part| self.evidence(part)) })
        };
        json!({ "id": utterance.id, "groups": utterance.groups, "base": utterance.base,
                "versions": values(&utterance.versions, version) })
    }

    fn voice(&self, voice: &Voice) -> Value {
        let vouched = |vouched: &Vouched| json!({ "cue": vouched.cue, "loaded": vouched.loaded, "evidence": self.evidence(&vouched.evidence) });
        json!({ "id": voice.id, "name": voice.name, "role": voice.role, "sort": voice.sort,
                "vouched": values(&voice.vouched, vouched) })
    }

    fn reading(&self, reading: &Reading) -> Value {
        json!({ "value": reading.value, "outlets": reading.outlets,
                "evidence": values(&reading.evidence, |evidence| self.evidence(evidence)) })
    }

    fn evidence(&self, evidence: &Evidence) -> Value {
        let (start, end) = self.chars(&evidence.article, evidence.span);
        json!({ "claim": evidence.claim, "article": evidence.article, "start": start, "end": end, "text": evidence.text })
    }
}

#[cfg(test)]
mod schema;

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
