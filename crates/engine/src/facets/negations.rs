//! Finds what a claim denies, and how far a denial reaches.

use super::closed_class::is_open;
use crate::text::{Claim, Word};
use story::Span;

/// A denial and the words it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Negation {
    /// From the cue to the first open-class word denied, in bytes of the article's body.
    pub(crate) span: Span,
    /// Indices of the open-class words denied, among the claim's words.
    pub(crate) reach: Vec<usize>,
}

/// A denial reaches no further than this many open-class words.
const REACH: usize = 3;

/// The denials of a claim, in the order of the text; those in quotations too.
pub(crate) fn negations(claim: &Claim) -> Vec<Negation> {
    let words = &claim.words;
    (0..words.len())
        .filter(|&at| denies(words, at))
        .filter_map(|at| {
            let end = (at + 1..words.len()).find(|&i| bounds(&words[i])).unwrap_or(words.len());
            let reach: Vec<usize> = (at + 1..end.min(at + 9))
                .filter(|&i| is_open(&words[i]) && !words[i].lower.ends_with("ly"))
                .take(REACH)
                .collect();
            let start = if at > 0 && is_auxiliary(&words[at - 1].lower) { at - 1 } else { at };
            let first = *reach.first()?;
            Some(Negation { span: Span::new(words[start].span.start, words[first].span.end), reach })
        })
        .collect()
}

fn denies(words: &[Word], at: usize) -> bool {
    let lower = words[at].lower.as_str();
    let next = words.get(at + 1).map_or("", |word| word.lower.as_str());
    match lower {
        "not" => next != "only",
        "never" | "neither" | "nor" | "cannot" | "without" | "none" | "nobody" => true,
        "no" => next != "longer" && words.get(at + 1).is_some_and(Word::is_word),
        "denied" | "denies" | "deny" | "denying" => true,
        "disputes" => !matches!(next, "over" | "between" | "with" | "about"),
        "disputed" | "dismissed" | "dismisses" | "dismissing" | "rejected" | "rejects" | "rejecting" => true,
        "cancelled" | "canceled" | "ditched" | "scrapped" | "prevented" | "avoided" | "ruled" => {
            lower != "ruled" || next == "out"
        }
        "refused" | "refuses" | "declined" | "declines" | "failed" | "fails" | "unable" => next == "to",
        _ => lower.ends_with("n't"),
    }
}

fn is_auxiliary(lower: &str) -> bool {
    super::hedges::is_be(lower)
        || matches!(
            lower,
            "do" | "does" | "did" | "has" | "have" | "had" | "will" | "would" | "could" | "can" | "should" | "there"
        )
}

fn bounds(word: &Word) -> bool {
    !word.is_word() && !matches!(word.text, "-" | "'" | "’")
        || matches!(
            word.lower.as_str(),
            "but"
                | "because"
                | "while"
                | "when"
                | "after"
                | "before"
                | "until"
                | "as"
                | "if"
                | "since"
                | "although"
                | "who"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::test_text::claim_of;

    fn check(text: &str, expected: &[&str]) {
        claim_of(text, |claim, _| {
            let found: Vec<&str> = negations(claim).iter().map(|negation| negation.span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        });
    }

    #[test]
    fn a_denial_reaches_to_the_word_denied() {
        check("The dam did not break.", &["did not break"]);
        check("The driver didn't carry a gun.", &["didn't carry"]);
        check("The ministry denied bribery.", &["denied bribery"]);
        check("There were no survivors.", &["were no survivors"]);
    }

    #[test]
    fn a_dispute_denies_nothing() {
        check("After disputes over the border the road closed.", &[]);
        check("The mayor disputes the report.", &["disputes the report"]);
    }

    #[test]
    fn not_only_denies_nothing() {
        check("The dam not only broke.", &[]);
    }
}
