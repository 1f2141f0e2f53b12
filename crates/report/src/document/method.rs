//! How the comparison was made, what its words mean, and how often it is right.

use super::{
    blocks::{Block, Inline, Line, Section},
    composition::{Composition, heading, sentence},
    words::Gap,
};
use crate::{
    plain,
    synopsis::{Ruled, letter},
};
use story::Kind;

/// What docs/accuracy.md publishes of unseen stories. The whole product's tests hold the two together.
pub struct Accuracy {
    /// F1 of rows, and of two careful readers among themselves.
    pub alignment: &'static str,
    pub readers: &'static str,
    /// Of the findings of fact: how many are right, and how many of those sought are found.
    pub precision: &'static str,
    pub recall: &'static str,
    /// How far scores are from the share that is right.
    pub calibration: &'static str,
}

pub const ACCURACY: Accuracy =
    Accuracy { alignment: "0.541", readers: "0.90", precision: "0.409", recall: "0.327", calibration: "0.033" };

pub(super) fn section(of: &Composition) -> Option<Section> {
    let mut blocks = vec![sentence(&of.say("method-what")), sentence(&of.say("method-how"))];
    blocks.push(sentence(&of.say("method-same")));
    if of.choice.anonymous {
        blocks.push(sentence(&of.say("method-anonymous")));
    }
    if of.choice.language.tag() != "en" {
        blocks.push(sentence(&of.say("method-english")));
    }
    blocks.push(heading(vec![Inline::plain(&of.say("limits"))]));
    blocks.push(Block::List { items: limits(of) });
    blocks.push(heading(vec![Inline::plain(&of.say("settings"))]));
    blocks.push(Block::Pairs { pairs: settings(of) });
    blocks.push(heading(vec![Inline::plain(&of.say("terms"))]));
    blocks.push(Block::Pairs { pairs: terms(of) });
    of.section("method", blocks)
}

fn limits(of: &Composition) -> Vec<Line> {
    let Accuracy { alignment, readers, precision, recall, calibration } = ACCURACY;
    let gaps = [("alignment", alignment), ("readers", readers), ("precision", precision)];
    let gaps = gaps.into_iter().chain([("recall", recall), ("calibration", calibration)]);
    let gaps: Vec<(&str, Gap)> = gaps.map(|(name, figure)| (name, Gap::Text(figure))).collect();
    let names = ["limit-alignment", "limit-findings", "limit-scores", "limit-missed", "limit-languages"];
    names.iter().map(|name| vec![Inline::plain(&of.tell(name, &gaps))]).collect()
}

fn settings(of: &Composition) -> Vec<(String, Line)> {
    let synopsis = of.synopsis;
    let (comparison, filter) = (synopsis.account.comparison, &synopsis.filter);
    let engine = &comparison.engine;
    let mut pairs = vec![
        (of.say("engine"), vec![Inline::name(&engine.version)]),
        (of.say("model"), vec![Inline::name(&engine.model)]),
    ];
    pairs.extend(
        engine.settings.iter().map(|(name, value)| (plain::line(name), vec![Inline::plain(&value.to_string())])),
    );
    let shown = [("shown", Gap::Count(synopsis.rows.len())), ("all", Gap::Count(comparison.groups.len()))];
    let mut parts = vec![of.tell("rows-shown", &shown)];
    let found = [("shown", Gap::Count(synopsis.tally.total())), ("all", Gap::Count(comparison.divergences.len()))];
    parts.push(of.tell("findings-shown", &found));
    if !filter.kinds.is_empty() {
        let kinds: Vec<String> = filter.kinds.iter().map(|&kind| of.kind(kind)).collect();
        parts.push(of.tell("only-kinds", &[("kinds", Gap::Text(&kinds.join(", ")))]));
    }
    if filter.min_score > 0.0 {
        parts.push(of.tell("scores-from", &[("score", Gap::Text(&format!("{:.2}", filter.min_score)))]));
    }
    match filter.ruled {
        Ruled::Any => {}
        Ruled::NotDismissed => parts.push(of.say("without-dismissed")),
        Ruled::Confirmed => parts.push(of.say("only-confirmed")),
    }
    if !filter.findings.is_empty() {
        parts.push(of.say("only-selected"));
    }
    pairs.push((of.say("shown"), vec![Inline::plain(&parts.join("; "))]));
    pairs
}

fn terms(of: &Composition) -> Vec<(String, Line)> {
    let term = |name: &str, about: &str| (of.say(name), vec![Inline::plain(&of.say(about))]);
    let mut signs = Line::new();
    for kind in Kind::ALL {
        let about = of.kind(kind);
        let name = Inline::plain(&format!(" {about}  "));
        signs.extend([Inline::Sign { sign: letter(kind).to_string(), kind: kind.name(), about, to: None }, name]);
    }
    vec![
        term("score", "score-means"),
        term("relation-conflict", "conflict-means"),
        term("relation-differs", "differs-means"),
        term("relation-update", "update-means"),
        term("origin", "origin-means"),
        term("not-found", "not-found-means"),
        (of.say("signs"), signs),
        term("characters-heading", "characters-means"),
    ]
}
