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
    let told = divergence.readings.iter().map(|reading| (reading.value.as_str(), outlets(reading).collect()));
    readings(&mut text, told, " | ");
    text.push(&format!(" – {}", divergence.why), PLAIN);
    (Text::of(&finding.sign, style.bold()), text)
}

/// Readings that look different and are not, those of one value together.
pub(super) fn look_alike(alike: &LookAlike) -> (Text, Text) {
    let mut text = Text::of(&format!("same {}: ", alike.kind), DIM);
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for reading in &alike.readings {
        match told.iter_mut().find(|(value, _)| *value == reading.value) {
            Some((_, others)) => others.extend(outlets(reading)),
            None => told.push((&reading.value, outlets(reading).collect())),
        }
    }
    readings(&mut text, told, " = ");
    text.push(&format!(" – {}", alike.why), DIM);
    (Text::of("=", DIM), text)
}

fn outlets(reading: &Reading) -> impl Iterator<Item = &str> {
    reading.outlets.iter().map(String::as_str)
}

/// Values with the outlets that give them.
fn readings<'a>(text: &mut Text, told: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>, between: &str) {
    for (index, (value, outlets)) in told.into_iter().enumerate() {
        if index > 0 {
            text.push(between, DIM);
        }
        text.push(value, BOLD);
        text.push(&format!(" ({})", outlets.join(", ")), PLAIN);
    }
}

fn relation(relation: Relation) -> Style {
    match relation {
        Relation::Conflict => AnsiColor::Red.on_default().bold(),
        Relation::Differs => PLAIN,
        Relation::Update => DIM,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report::invented::ferry;

    #[test]
    fn look_alikes_of_one_value_stand_together() {
        let mut alike = ferry().account().comparison.look_alikes[0].clone();
        alike.readings.extend(alike.readings.clone());
        let (_, told) = look_alike(&alike);
        let told = anstream::adapter::strip_str(&told.padded(0)).to_string();
        let expected = "same figure: ≈ 400 (Harbour Wire, Harbour Wire) = ≈ 398 (The Lantern, The Lantern)";
        assert!(told.starts_with(expected), "{told}");
    }
}
