//! The figures of an evaluation as other programs read them.

use app::evaluate::{
    Evaluation, Judged, Stories,
    alignment::CERTAIN,
    calibration::{Bin, Calibration},
    figures::{Figures, Score, Share, Tally},
    misses::{Missed, Misses, Quoted, Wrong},
};
use serde_json::{Map, Value, json};
use story::Kind;

pub(super) fn write(evaluation: &Evaluation, per_story: bool, asked: Option<&Judged>) -> Vec<u8> {
    report::json::document(&match evaluation {
        Evaluation::Stories(stories) => self::stories(stories, per_story, asked),
        Evaluation::Clusters { articles, sought, found, quality, oddities } => json!({
            "articles": articles, "stories_sought": sought, "stories_found": found,
            "b_cubed": { "precision": quality.precision, "recall": quality.recall, "f1": quality.f1() },
            "oddities": oddities,
        }),
    })
}

fn stories(stories: &Stories, per_story: bool, asked: Option<&Judged>) -> Value {
    let engine = &stories.engine;
    let mut document = json!({
        "engine": { "version": engine.version, "model": engine.model, "settings": engine.settings },
        "stories": stories.stories.len(),
    });
    let told = &mut document;
    add(told, figures(&stories.pooled()));
    if per_story {
        let each = |story: &Judged| {
            let mut value = json!({ "story": story.name });
            add(&mut value, figures(&story.figures));
            value
        };
        told["per_story"] = stories.stories.iter().map(each).collect();
    }
    if let Some(story) = asked {
        told["misses"] = misses(&story.name, &story.misses);
    }
    told["oddities"] = json!(stories.oddities);
    document
}

fn add(value: &mut Value, fields: Map<String, Value>) {
    fields.into_iter().for_each(|(name, field)| value[name] = field);
}

fn figures(figures: &Figures) -> Map<String, Value> {
    let kinds = Kind::ALL.into_iter().map(|kind| (kind.name().to_owned(), tally(figures.kind(kind))));
    let divergences: Map<String, Value> =
        [("facts".to_owned(), tally(&figures.facts())), ("all".to_owned(), tally(&figures.divergences()))]
            .into_iter()
            .chain(kinds)
            .collect();
    let certain = &figures.certain;
    [
        ("alignment".to_owned(), Value::Object(score(&figures.alignment))),
        (
            "certain_links".to_owned(),
            json!({ "from": CERTAIN, "links": certain.of, "right": certain.part, "precision": certain.ratio() }),
        ),
        ("calibration".to_owned(), calibration(&figures.calibration)),
        ("divergences".to_owned(), Value::Object(divergences)),
    ]
    .into_iter()
    .collect()
}

fn score(score: &Score) -> Map<String, Value> {
    let fields = [
        ("precision", json!(score.precision())),
        ("recall", json!(score.recall())),
        ("f1", json!(score.f1())),
        ("sought", json!(score.sought)),
        ("met", json!(score.met)),
        ("found", json!(score.found)),
        ("right", json!(score.right)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn tally(tally: &Tally) -> Value {
    let share =
        |share: &Share, whole: &str, part: &str| json!({ whole: share.of, part: share.part, "share": share.ratio() });
    let mut value = Value::Object(score(&tally.score));
    value["major"] = share(&tally.major, "sought", "met");
    value["relation"] = share(&tally.relation, "found", "right");
    value
}

fn calibration(calibration: &Calibration) -> Value {
    let bin = |(at, bin): (usize, &Bin)| {
        let (from, to) = (at as f64 / 10.0, (at + 1) as f64 / 10.0);
        let held = bin.count > 0;
        json!({ "from": from, "to": to, "pairs": bin.count, "told": held.then(|| bin.mean()), "true": held.then(|| bin.share()) })
    };
    let bins: Vec<Value> = calibration.bins.iter().enumerate().map(bin).collect();
    json!({ "error": calibration.error(), "bins": bins })
}

fn misses(story: &str, misses: &Misses) -> Value {
    let pairs = |pairs: &[[Quoted; 2]]| pairs.iter().map(|pair| json!(pair.each_ref().map(quoted))).collect::<Vec<_>>();
    let missed = |missed: &Missed| {
        json!({ "kind": missed.kind, "relation": missed.relation, "major": missed.is_major,
                "sides": missed.sides.each_ref().map(quoted) })
    };
    let wrong = |wrong: &Wrong| {
        let side = |side: &Vec<Quoted>| side.iter().map(quoted).collect::<Vec<_>>();
        json!({ "kind": wrong.kind, "relation": wrong.relation, "score": wrong.score,
                "sides": wrong.sides.each_ref().map(side) })
    };
    json!({
        "story": story,
        "unlinked": pairs(&misses.unlinked),
        "overlinked": pairs(&misses.overlinked),
        "missed": misses.missed.iter().map(missed).collect::<Vec<_>>(),
        "wrong": misses.wrong.iter().map(wrong).collect::<Vec<_>>(),
    })
}

fn quoted(quoted: &Quoted) -> Value {
    json!({ "sentence": quoted.sentence, "text": quoted.text })
}
