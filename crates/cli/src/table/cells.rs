//! A claim with its divergent words marked: «three»F, in the colour of the kind and underlined.

use super::{BOLD, DIM, PLAIN, head::kind_style, text::Text};
use anstyle::Style;
use report::synopsis::{Cell, Finding, Passage, place_name};

/// The claims of a cell, one a text; a hole is `·`.
pub(super) fn texts(cell: &Cell, findings: &[Finding]) -> Vec<Text> {
    if cell.passages.is_empty() {
        return vec![Text::of("·", DIM)];
    }
    let mut place = cell.place.map(place_name);
    cell.passages
        .iter()
        .map(|passage| {
            let mut text = Text::default();
            if let Some(place) = place.take() {
                text.push(&format!("{place}: "), DIM);
            }
            marked(text, passage, findings)
        })
        .collect()
}

fn marked(mut text: Text, passage: &Passage, findings: &[Finding]) -> Text {
    if !passage.lacks.is_empty() {
        text.push("«–»", DIM);
        signs(&mut text, &passage.lacks, findings);
        text.push(" ", PLAIN);
    }
    for piece in &passage.pieces {
        text.push(&"«".repeat(piece.begins), BOLD);
        let style = piece.marks.first().map_or(PLAIN, |&mark| style(&findings[mark]).underline());
        text.push(piece.text, style);
        for marks in &piece.ends {
            text.push("»", BOLD);
            signs(&mut text, marks, findings);
        }
    }
    text
}

fn signs(text: &mut Text, marks: &[usize], findings: &[Finding]) {
    for &mark in marks {
        text.push(&findings[mark].sign, style(&findings[mark]).bold());
    }
}

fn style(finding: &Finding) -> Style {
    kind_style(finding.divergence.kind)
}
