//! One small story, its comparison made by hand, and the figures that follow from it.

use super::*;
use crate::evaluate::{calibration::Bin, misses::Quoted};
use ingest::annotated::File;
use story::{
    ClaimGroup, ClaimId, Comparison, Divergence, DivergenceId, Evidence, GroupId, Kind, Link, Reading, Relation,
};

const SENTENCES: &str = r#"{
    "Post": ["A ferry burned at Velm.", "Three people were hurt.", "The owner refused to speak about the burnt ferry Alma."],
    "Wire": ["The ferry burned at Velm.", "Eleven people were hurt, the hospital said.", "The owner declined to speak about the burnt ferry Alma."],
    "Echo": ["A ferry burned near Velm.", "Rates rose."]}"#;

const GOLD: &str = r#"{
    "groups": [
        {"id": "fire", "members": ["Post:0", "Wire:0", "Echo:0"]},
        {"id": "hurt", "members": ["Post:1", "Wire:1"]},
        {"id": "owner", "members": ["Post:2", "Wire:2"]}],
    "divergences": [
        {"group": "hurt", "type": "figure", "a": "Post:1", "a_text": "Three people", "b": "Wire:1", "b_text": "Eleven people", "relation": "differs", "major": true},
        {"group": "hurt", "type": "source", "a": "Post:1", "a_text": "", "b": "Wire:1", "b_text": "the hospital said", "relation": "conflict", "major": false},
        {"group": "fire", "type": "place", "a": "Post:0", "a_text": "at Velm", "b": "Echo:0", "b_text": "near Velm", "relation": "differs", "major": true},
        {"group": "owner", "type": "wording", "a": "Post:2", "a_text": "refused", "b": "Wire:2", "b_text": "declined", "relation": "differs", "major": false}]}"#;

fn gold() -> Annotated {
    let listed = [("Post", [0, 1, 2].as_slice()), ("Wire", &[3, 4, 5]), ("Echo", &[6, 7])];
    let sentences: Vec<&str> = SENTENCES.split('"').filter(|part| part.ends_with('.')).collect();
    let line = |(outlet, places): &(&str, &[usize])| {
        let body: Vec<&str> = places.iter().map(|&place| sentences[place]).collect();
        format!("{{\"outlet\": \"{outlet}\", \"body\": \"{}\"}}\n", body.join(" "))
    };
    let articles: String = listed.iter().map(line).collect();
    let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
    let files = [file("articles.jsonl", &articles), file("sentences.json", SENTENCES), file("gold.json", GOLD)];
    ingest::annotated::read(&files[0], &files[1], &files[2], &Bounds::default()).expect("it is sound")
}

/// The claims of the story by the beginning of their text, to compare by hand.
struct Hand(Comparison);

impl Hand {
    fn evidence(&self, claim: &str, text: &str) -> Evidence {
        let claim = self.0.claims.iter().find(|known| known.text.starts_with(claim)).expect(claim);
        Evidence { claim: claim.id.clone(), article: claim.article.clone(), span: claim.span, text: text.into() }
    }

    fn link(&self, a: &str, b: &str, score: f64) -> Link {
        Link { a: self.evidence(a, "").claim, b: self.evidence(b, "").claim, score }
    }

    fn group(&self, claims: &[&str], links: &[Link]) -> ClaimGroup {
        let claims: Vec<ClaimId> = claims.iter().map(|claim| self.evidence(claim, "").claim).collect();
        let (id, links) = (GroupId::of(&claims), links.to_vec());
        ClaimGroup { id, claims, links, omissions: vec![], emphasis: vec![], origins: 1 }
    }

    /// Readings are a claim and its words.
    fn divergence(&self, kind: Kind, relation: Relation, readings: &[(&str, &str)]) -> Divergence {
        let reading = |(claim, text): &(&str, &str)| Reading {
            value: (*text).into(),
            outlets: vec![],
            evidence: vec![self.evidence(claim, text)],
        };
        let readings: Vec<Reading> = readings.iter().map(reading).collect();
        let (id, group) = (DivergenceId::of(kind, &readings), GroupId("any".into()));
        Divergence { id, group, kind, relation, score: 0.5, weight: 0.5, why: String::new(), readings }
    }
}

fn judged_by_hand() -> Judged {
    let gold = gold();
    let comparison = engine::compare(&gold.articles, &Settings::default(), &|_| ControlFlow::Continue(()));
    let hand = Hand(comparison.expect("nobody cancels"));
    let links = [
        hand.link("A ferry burned at", "The ferry", 0.95),
        hand.link("Three", "Eleven", 0.85),
        hand.link("Three", "Rates", 0.8),
    ];
    let groups = vec![
        hand.group(&["A ferry burned at", "The ferry"], &links[..1]),
        hand.group(&["Three", "Eleven", "Rates"], &links[1..]),
        hand.group(&["Three", "Eleven"], &links[1..2]), // a link in two groups is one link
    ];
    let divergences = vec![
        hand.divergence(
            Kind::Figure,
            Relation::Update,
            &[("Three", "Three people"), ("Eleven", "Eleven people"), ("Rates", "Rates rose")],
        ),
        hand.divergence(Kind::Source, Relation::Differs, &[("Eleven", "hospital"), ("Three", "")]),
        hand.divergence(
            Kind::Wording,
            Relation::Differs,
            &[
                ("The owner refused", "The owner refused to speak about the burnt ferry Alma."),
                ("The owner declined", "declined"),
            ],
        ),
    ];
    let unlinked = hand.link("A ferry burned at", "A ferry burned near", 0.3);
    let weighed: Vec<Link> = links.into_iter().chain([unlinked]).collect();
    judge("quay".into(), &gold, &Comparison { groups, divergences, ..hand.0 }, &weighed)
}

#[test]
fn pairs_of_sentences_are_counted_once_and_against_the_annotated_ones() {
    let score = judged_by_hand().figures.alignment;
    // Found are one of the fire, and of the three of the hurt one; sought are 3 + 1 + 1.
    assert_eq!((score.found, score.right, score.sought, score.met), (4, 2, 5, 2));
    assert!((score.precision() - 0.5).abs() < 1e-12 && (score.recall() - 0.4).abs() < 1e-12);
    assert!((score.f1() - 4.0 / 9.0).abs() < 1e-12);
}

#[test]
fn certain_links_are_those_from_0_8() {
    let certain = judged_by_hand().figures.certain;
    assert_eq!((certain.of, certain.part), (3, 2));
}

#[test]
fn calibration_takes_every_pair_that_was_weighed() {
    let calibration = judged_by_hand().figures.calibration;
    assert_eq!(calibration.bins[3], Bin { count: 1, told: 0.3, right: 1 });
    // In the bin from 0.8 two pairs are told 1.65 and one is right.
    assert!((calibration.error() - (0.05 + 0.65 + 0.7) / 4.0).abs() < 1e-12, "{}", calibration.error());
}

#[test]
fn every_two_readings_are_a_finding() {
    let figures = judged_by_hand().figures;
    let figure = figures.kind(Kind::Figure);
    assert_eq!((figure.score.found, figure.score.right, figure.score.sought, figure.score.met), (3, 1, 1, 1));
    assert_eq!((figure.relation.of, figure.relation.part), (1, 1), "an update is told to differ");
}

#[test]
fn an_empty_side_is_its_sentence_alone_in_either_order() {
    let figures = judged_by_hand().figures;
    let source = figures.kind(Kind::Source);
    assert_eq!((source.score.found, source.score.right), (1, 1));
    assert_eq!((source.relation.of, source.relation.part), (1, 0), "it is a conflict");
}

#[test]
fn whole_sentences_point_at_nothing() {
    let wording = judged_by_hand().figures.kind(Kind::Wording).score;
    assert_eq!((wording.found, wording.right, wording.sought, wording.met), (1, 0, 1, 0));
}

#[test]
fn facts_are_all_but_wording() {
    let facts = judged_by_hand().figures.facts();
    assert_eq!((facts.score.found, facts.score.right, facts.score.sought, facts.score.met), (4, 2, 3, 2));
    assert_eq!((facts.major.of, facts.major.part), (2, 1));
}

#[test]
fn what_was_missed_or_wrong_is_told_with_its_words() {
    let misses = judged_by_hand().misses;
    let quoted = |sentence: &str, text: &str| Quoted { sentence: sentence.into(), text: text.into() };
    assert_eq!((misses.unlinked.len(), misses.overlinked.len(), misses.missed.len(), misses.wrong.len()), (3, 2, 2, 3));
    let rates = quoted("Echo:1", "Rates rose.");
    assert!(misses.overlinked.contains(&[quoted("Post:1", "Three people were hurt."), rates]));
    assert_eq!(misses.missed[0].sides, [quoted("Post:0", "at Velm"), quoted("Echo:0", "near Velm")]);
    assert_eq!(misses.wrong[2].sides[1], [quoted("Wire:2", "declined")]);
}
