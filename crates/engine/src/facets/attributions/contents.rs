//! What a source vouches for: the part of the claim before or after source and cue, or both.

use super::{phrases::is_between, spots::Spot};
use crate::text::Claim;
use std::ops::Range;
use story::Span;

/// A parenthesis such as ", the mayor told reporters on Friday," is no longer than this after its cue.
const LONGEST_TAIL: usize = 8;

/// The pieces of `claim` that the source of `spot` vouches for; `quoted` tells which words stand in quotation marks.
pub(super) fn content(claim: &Claim, quoted: &impl Fn(usize) -> bool, spot: &Spot, next: Option<&Spot>) -> Vec<Span> {
    let (start, end) = (spot.start(), spot.source.end.max(spot.cue.end));
    let before = 0..start;
    let after = end..next.map_or(claim.words.len(), |next| next.start().max(end));
    let ends_a_quotation = start > 1 && !claim.words[start - 1].is_word() && (quoted(start - 1) || quoted(start - 2));
    let tail = tail(claim, end);
    let begins_a_quotation = (tail.end..claim.words.len()).find(|&at| claim.words[at].is_word()).is_some_and(quoted);
    let is_inserted = spot.hearsay || is_parenthesis(claim, spot, &tail);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    if start > 2 && (ends_a_quotation || is_inserted) {
        pieces.push(before);
    }
    if !ends_a_quotation || begins_a_quotation {
        pieces.push(after.clone());
    }
    if pieces.is_empty() {
        pieces.push(after);
    }
    pieces.iter().filter_map(|piece| span(claim, piece)).collect()
}

/// The words after source and cue up to the next mark.
fn tail(claim: &Claim, end: usize) -> Range<usize> {
    end..(end..claim.words.len()).find(|&at| !claim.words[at].is_word()).unwrap_or(claim.words.len())
}

/// Whether source and cue stand as an insertion or at the end: "…, police said on Friday, …", "… according to police".
fn is_parenthesis(claim: &Claim, spot: &Spot, tail: &Range<usize>) -> bool {
    let start = spot.start();
    let lower = |at: usize| claim.words.get(at).map_or("", |word| word.lower.as_str());
    let according = matches!(lower(spot.cue.start), "according");
    let parted = start > 0 && !claim.words[start - 1].is_word();
    let clause = tail.clone().any(|at| lower(at) == "that");
    let leads = tail.is_empty()
        || is_between(lower(tail.start))
        || matches!(
            lower(tail.start),
            "in" | "at"
                | "during"
                | "after"
                | "before"
                | "from"
                | "of"
                | "to"
                | "via"
                | "when"
                | "while"
                | "as"
                | "who"
                | "reporters"
                | "for"
                | "with"
        );
    let told = matches!(lower(spot.cue.start), "told" | "tells");
    according || (parted && !clause && tail.len() <= LONGEST_TAIL && (leads || told))
}

fn span(claim: &Claim, piece: &Range<usize>) -> Option<Span> {
    let words = claim.words.get(piece.clone()).filter(|words| !words.is_empty())?;
    Some(Span::new(words.first()?.span.start, words.last()?.span.end))
}

#[cfg(test)]
mod tests {
    use crate::{
        facets::{attributions, quotations, test_text::article},
        text::Text,
    };

    /// `expected`: the contents of the first attribution.
    fn check(body: &str, expected: &[&str]) {
        let article = article("a", body);
        let text = Text::of(0, &article);
        let found = attributions::find(&text, &quotations::find(&text));
        let content: Vec<&str> = found[0][0].content.iter().map(|piece| piece.of(&article.body)).collect();
        assert_eq!(content, expected, "{body}");
    }

    #[test]
    fn what_follows_a_cue_is_vouched_for() {
        check("Mayor Ana Ruiz said that the dam held.", &["that the dam held."]);
    }

    #[test]
    fn what_stands_before_an_insertion_is_vouched_for() {
        check("The dam held, Mayor Ana Ruiz told reporters on Friday.", &["The dam held,", "reporters on Friday."]);
        check("\"It held,\" Ana Ruiz said after the storm had passed.", &["\"It held,\""]);
    }

    #[test]
    fn a_clause_before_a_full_report_is_the_outlets_own() {
        check("As the water rose, Mayor Ana Ruiz said that the dam would hold.", &["that the dam would hold."]);
    }

    #[test]
    fn a_split_quotation_is_vouched_for_whole() {
        check("\"It held,\" Ana Ruiz said, \"so far.\"", &["\"It held,\"", ", \"so far.\""]);
    }
}
