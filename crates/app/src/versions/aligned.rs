//! Which paragraph of one text became which of another.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeMap;

/// What became of a paragraph, in the order of the later text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Same(String),
    Cut(String),
    Added(String),
    Changed { from: String, to: String },
}

/// Share of words that two paragraphs have in common at least to be one that was changed.
const KINSHIP: f64 = 0.4;
/// Pairs of paragraphs that are weighed within one stretch; beyond, all of it was rewritten.
const PAIRS: usize = 250_000;

/// Paragraphs that are the same hold the two together; between them those that share most words are paired, in order.
pub(super) fn aligned(from: &[String], to: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, from, to) {
        match operation {
            DiffOp::Equal { new_index, len, .. } => {
                changes.extend(to[new_index..new_index + len].iter().cloned().map(Change::Same));
            }
            DiffOp::Delete { old_index, old_len, .. } => changes.extend(cut(&from[old_index..old_index + old_len])),
            DiffOp::Insert { new_index, new_len, .. } => changes.extend(added(&to[new_index..new_index + new_len])),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                changes.extend(rewritten(&from[old_index..old_index + old_len], &to[new_index..new_index + new_len]));
            }
        }
    }
    changes
}

fn cut(paragraphs: &[String]) -> impl Iterator<Item = Change> {
    paragraphs.iter().cloned().map(Change::Cut)
}

fn added(paragraphs: &[String]) -> impl Iterator<Item = Change> {
    paragraphs.iter().cloned().map(Change::Added)
}

fn rewritten(from: &[String], to: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut here, mut there) = (0, 0);
    for (a, b) in pairs(from, to) {
        changes.extend(cut(&from[here..a]));
        changes.extend(added(&to[there..b]));
        changes.push(Change::Changed { from: from[a].clone(), to: to[b].clone() });
        (here, there) = (a + 1, b + 1);
    }
    changes.extend(cut(&from[here..]));
    changes.extend(added(&to[there..]));
    changes
}

/// The pairs in order whose kinship sums to the most.
fn pairs(from: &[String], to: &[String]) -> Vec<(usize, usize)> {
    if from.len().saturating_mul(to.len()) > PAIRS {
        return Vec::new();
    }
    let (froms, tos): (Vec<_>, Vec<_>) =
        (from.iter().map(|text| words(text)).collect(), to.iter().map(|text| words(text)).collect());
    let kin = |a: usize, b: usize| Some(kinship(&froms[a], &tos[b])).filter(|kinship| *kinship >= KINSHIP);
    // best[a][b]: what can be had of the paragraphs from a and b on.
    let mut best = vec![vec![0.0; to.len() + 1]; from.len() + 1];
    for a in (0..from.len()).rev() {
        for b in (0..to.len()).rev() {
            let paired = kin(a, b).map_or(0.0, |kinship| kinship + best[a + 1][b + 1]);
            best[a][b] = f64::max(paired, f64::max(best[a + 1][b], best[a][b + 1]));
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < from.len() && b < to.len() {
        match kin(a, b) {
            Some(kinship) if kinship + best[a + 1][b + 1] >= f64::max(best[a + 1][b], best[a][b + 1]) => {
                pairs.push((a, b));
                (a, b) = (a + 1, b + 1);
            }
            _ if best[a + 1][b] >= best[a][b + 1] => a += 1,
            _ => b += 1,
        }
    }
    pairs
}

type Words<'a> = BTreeMap<&'a str, usize>;

/// Words with how often they stand there; of scripts without spaces every character is one.
fn words(text: &str) -> Words<'_> {
    let mut words = Words::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().any(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')) {
            for (at, c) in word.char_indices() {
                *words.entry(&word[at..at + c.len_utf8()]).or_default() += 1;
            }
        } else {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

/// Words in common, twice, by the words of both: 0 to 1.
fn kinship(a: &Words, b: &Words) -> f64 {
    let shared: usize = a.iter().map(|(word, count)| b.get(word).map_or(0, |other| *count.min(other))).sum();
    let all: usize = a.values().chain(b.values()).sum();
    2.0 * shared as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &[&str], to: &[&str], expected: &str) {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let told: Vec<String> = aligned(&own(from), &own(to))
            .into_iter()
            .map(|change| match change {
                Change::Same(text) => format!("= {text}"),
                Change::Cut(text) => format!("- {text}"),
                Change::Added(text) => format!("+ {text}"),
                Change::Changed { from, to } => format!("{from} > {to}"),
            })
            .collect();
        assert_eq!(told.join("\n"), expected);
    }

    #[test]
    fn what_stays_what_comes_and_what_goes() {
        check(&["One.", "Two.", "Three."], &["One.", "Three.", "Four."], "= One.\n- Two.\n= Three.\n+ Four.");
        check(&[], &["One."], "+ One.");
        check(&["One."], &[], "- One.");
    }

    #[test]
    fn a_paragraph_that_keeps_its_words_was_changed() {
        check(
            &["Three people died in the fire.", "The quay is closed."],
            &["A new lead says nothing of it.", "Five people died in the fire."],
            "+ A new lead says nothing of it.\nThree people died in the fire. > Five people died in the fire.\n- The quay is closed.",
        );
    }

    #[test]
    fn paragraphs_that_share_little_are_two() {
        check(&["The ferry sank."], &["A bank raised rates."], "- The ferry sank.\n+ A bank raised rates.");
    }

    #[test]
    fn a_text_without_spaces_has_words_too() {
        check(
            &["地震で三人が死亡した。"],
            &["地震で五人が死亡した。"],
            "地震で三人が死亡した。 > 地震で五人が死亡した。",
        );
    }
}
