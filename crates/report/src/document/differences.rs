//! One version of an utterance laid beside another, word by word.

use super::blocks::{Inline, Line};
use crate::plain;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Below this share of the shorter version's words, the two are different sentences.
const KINSHIP: f64 = 0.34;

/// A word with the spaces and punctuation before it.
struct Word<'t> {
    before: &'t str,
    text: &'t str,
    /// What is compared: neither case nor the form of an apostrophe.
    same: String,
}

/// `version` with what it has more and less than `base`; as it is where so little is shared that words say nothing.
pub(super) fn laid(base: &str, version: &str) -> Line {
    let ((from, _), (to, rest)) = (words(base), words(version));
    let same = |words: &[Word]| words.iter().map(|word| word.same.clone()).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Myers, &same(&from), &same(&to));
    let equal = operations.iter().filter(|one| matches!(one, DiffOp::Equal { .. }));
    let kept: usize = equal.map(|one| one.new_range().len()).sum();
    if (kept as f64) < KINSHIP * from.len().min(to.len()) as f64 {
        return vec![Inline::name(version)];
    }
    let mut line = Line::new();
    for operation in operations {
        let (removed, told) = (&from[operation.old_range()], &to[operation.new_range()]);
        if matches!(operation, DiffOp::Equal { .. }) {
            line.push(Inline::plain(&joined(told)));
            continue;
        }
        // What stood before removed words belongs to a text that is not shown.
        if !removed.is_empty() {
            line.push(Inline::plain(if line.is_empty() { "" } else { " " }));
            line.push(Inline::Removed { text: plain::line(&run(removed)) });
        }
        match told.first() {
            Some(first) => {
                line.push(Inline::plain(if line.is_empty() || !first.before.is_empty() { first.before } else { " " }));
                line.push(Inline::Added { text: plain::line(&run(told)) });
            }
            None if operation.new_range().start == 0 => line.push(Inline::plain(" ")),
            None => {}
        }
    }
    line.push(Inline::plain(rest));
    line.retain(|piece| !piece.text().is_empty());
    line
}

fn joined(words: &[Word]) -> String {
    words.iter().flat_map(|word| [word.before, word.text]).collect()
}

/// Without what stands before the first.
fn run(words: &[Word]) -> String {
    words.iter().enumerate().flat_map(|(place, word)| [if place > 0 { word.before } else { "" }, word.text]).collect()
}

/// The words, and what stands after the last.
fn words(text: &str) -> (Vec<Word<'_>>, &str) {
    let (mut words, mut end) = (Vec::new(), 0);
    for (at, word) in text.unicode_word_indices() {
        words.push(Word { before: &text[end..at], text: word, same: word.to_lowercase().replace('’', "'") });
        end = at + word.len();
    }
    (words, &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, version: &str, expected: &str) {
        let told: String = laid(base, version)
            .iter()
            .map(|piece| match piece {
                Inline::Removed { text } => format!("[-{text}-]"),
                Inline::Added { text } => format!("[+{text}+]"),
                other => other.text().to_owned(),
            })
            .collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn words_that_are_the_same_stand_once() {
        check("We saw two boats.", "We saw two boats.", "We saw two boats.");
        check("We’re safe.", "we're safe", "we're safe");
    }

    #[test]
    fn words_cut_and_added_are_told_where_they_stand() {
        check("We saw two boats burn.", "We saw three boats burn.", "We saw [-two-] [+three+] boats burn.");
        check("We really saw boats burn.", "We saw boats burn.", "We [-really-] saw boats burn.");
        check("We saw boats.", "Yes, we saw boats.", "[+Yes+], we saw boats.");
    }

    #[test]
    fn sentences_of_their_own_are_not_laid_word_by_word() {
        check("We saw two boats burn.", "Nobody has told us anything.", "Nobody has told us anything.");
    }
}
