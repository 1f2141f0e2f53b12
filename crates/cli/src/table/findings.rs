//! What is marked in a row, one line each: kind, relation, score, readings, why.

use super::{BOLD, DIM, PLAIN, head::kind_style, text::Text};
use anstyle::{AnsiColor, Style};
use report::synopsis::Finding;
use story::{LookAlike, Reading, Relation};

/// The sign, and what it stands for.
pub(super) fn finding(finding: &Finding) -> (Text, Text) {
    let divergence = finding.divergence;
    let style = kind_style(divergence.kind);
    let mut text = Text::of(divergence.kind.name(), style)
        .with(", ", DIM)
        .with(divergence.relation.name(), relation(divergence.relation))
        .with(&format!(" {:.2}: ", divergence.score), DIM);
    readings(&mut text, &divergence.readings, " | ");
    text.push(&format!(" – {}", divergence.why), PLAIN);
    (Text::of(&finding.sign, style.bold()), text)
}

/// Readings that look different and are not.
pub(super) fn look_alike(alike: &LookAlike) -> (Text, Text) {
    let mut text = Text::of(&format!("same {}: ", alike.kind), DIM);
    readings(&mut text, &alike.readings, " = ");
    text.push(&format!(" – {}", alike.why), DIM);
    (Text::of("=", DIM), text)
}

fn readings(text: &mut Text, readings: &[Reading], between: &str) {
    for (index, reading) in readings.iter().enumerate() {
        if index > 0 {
            text.push(between, DIM);
        }
        text.push(&reading.value, BOLD);
        text.push(&format!(" ({})", reading.outlets.join(", ")), PLAIN);
    }
}

fn relation(relation: Relation) -> Style {
    match relation {
        Relation::Conflict => AnsiColor::Red.on_default().bold(),
        Relation::Differs => PLAIN,
        Relation::Update => DIM,
    }
}
