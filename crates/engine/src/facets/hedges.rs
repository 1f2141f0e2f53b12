//! Finds what takes something back from plain assertion, and what it bears on.

use super::{attributions, closed_class::is_closed, quotations::Quotation};
use crate::text::{Claim, Word};
use std::sync::LazyLock;
use story::Span;

/// How far from a plain assertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Alleged,
    Probable,
    Possible,
    Planned,
    Attempted,
    /// Between quotation marks that keep the outlet's distance.
    ScareQuoted,
}

/// A hedge and the word it bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hedge {
    pub(crate) level: Level,
    /// From the cue to the word it bears on, in bytes of the article's body.
    pub(crate) span: Span,
    /// Index of the first word of the cue among the claim's words.
    pub(crate) cue: usize,
    /// Index of the word that is hedged.
    pub(crate) head: usize,
}

impl Level {
    pub(crate) fn shown(self) -> &'static str {
        match self {
            Level::Alleged => "alleged",
            Level::Probable => "probable",
            Level::Possible => "possible",
            Level::Planned => "planned",
            Level::Attempted => "attempted",
            Level::ScareQuoted => "in scare quotes",
        }
    }
}

/// The hedges of a claim in the outlet's own words, in the order of the text.
pub(crate) fn hedges(claim: &Claim, quotations: &[Quotation]) -> Vec<Hedge> {
    let words = &claim.words;
    let quoted = |at: usize| quotations.iter().any(|quotation| quotation.span.contains(words[at].span));
    let mut found: Vec<Hedge> = Vec::new();
    for at in 0..words.len() {
        if quoted(at) || is_month(words, at) || found.last().is_some_and(|hedge| at <= hedge.cue + 2 && at < hedge.head)
        {
            continue;
        }
        if let Some((level, end)) = cue_at(words, at)
            && words.get(end).is_none_or(|next| !matches!(next.lower.as_str(), "not" | "that"))
            && let Some(head) = bears_on(words, end)
        {
            let span = Span::new(words[at].span.start, words[head].span.end);
            found.push(Hedge { level, span, cue: at, head });
        }
    }
    found.extend(quotations.iter().filter_map(|quotation| scare_quoted(words, quotation)));
    found
}

struct Phrase {
    level: Level,
    words: Vec<&'static str>,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let lines = include_str!("../../data/hedges.txt").lines().filter_map(|line| line.split_once(": "));
    let mut phrases: Vec<Phrase> = lines
        .filter_map(|(name, phrases)| {
            let level = match name {
                "alleged" => Level::Alleged,
                "probable" => Level::Probable,
                "possible" => Level::Possible,
                "planned" => Level::Planned,
                "attempted" => Level::Attempted,
                _ => return None,
            };
            Some(phrases.split(" | ").map(move |phrase| Phrase { level, words: phrase.split(' ').collect() }))
        })
        .flatten()
        .collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    phrases
});

/// The longest cue that begins at word `at`, and the word after it.
fn cue_at(words: &[Word], at: usize) -> Option<(Level, usize)> {
    let fits = |phrase: &&Phrase| {
        phrase.words.iter().enumerate().all(|(i, &part)| {
            words.get(at + i).is_some_and(|word| if part == "." { is_be(&word.lower) } else { word.lower == part })
        })
    };
    PHRASES.iter().find(fits).map(|phrase| (phrase.level, at + phrase.words.len()))
}

pub(crate) fn is_be(lower: &str) -> bool {
    matches!(lower, "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

/// The first open-class word that follows a cue closely.
fn bears_on(words: &[Word], from: usize) -> Option<usize> {
    let near = from..words.len().min(from + 5);
    let end = near.clone().find(|&at| !words[at].is_word()).unwrap_or(near.end);
    (near.start..end).find(|&at| !is_closed(&words[at].lower) && !words[at].lower.ends_with("ly"))
}

/// "May" the month: capitalised inside a sentence, or beside a number.
fn is_month(words: &[Word], at: usize) -> bool {
    words[at].lower == "may"
        && words[at].is_capitalised()
        && (at > 0 || words.get(at + 1).is_some_and(|next| next.text.bytes().all(|byte| byte.is_ascii_digit())))
}

/// One to three quoted words in the middle of the outlet's own sentence.
fn scare_quoted(words: &[Word], quotation: &Quotation) -> Option<Hedge> {
    let within: Vec<usize> =
        (0..words.len()).filter(|&at| words[at].is_word() && quotation.span.contains(words[at].span)).collect();
    let (&first, &last) = (within.first()?, within.last()?);
    let head = *within.iter().rfind(|&&at| !is_closed(&words[at].lower))?;
    let reports = |word: &Word| attributions::is_reporting(&word.lower);
    let told = within.iter().any(|&at| reports(&words[at]));
    let a_name = words[head].is_capitalised();
    // What is longer is somebody's utterance, unless nobody near it is said to have uttered it.
    let near = &words[first.saturating_sub(4)..(last + 5).min(words.len())];
    let is_fragment = !words[first].is_capitalised() && !near.iter().any(reports);
    let longest = if is_fragment { 6 } else { 3 };
    (within.len() <= longest && first > 1 && !told && (is_fragment || !a_name)).then_some(Hedge {
        level: Level::ScareQuoted,
        span: Span::new(words[first].span.start, words[last].span.end),
        cue: first,
        head,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::test_text::claim_of;

    fn check(text: &str, expected: &[(&str, Level)]) {
        claim_of(text, |claim, quotations| {
            let found: Vec<(&str, Level)> =
                hedges(claim, quotations).iter().map(|hedge| (hedge.span.of(text), hedge.level)).collect();
            assert_eq!(found, expected, "{text}");
        });
    }

    #[test]
    fn a_hedge_reaches_to_the_word_it_bears_on() {
        check("The dam was reportedly damaged.", &[("reportedly damaged", Level::Alleged)]);
        check("The dam is expected to hold.", &[("is expected to hold", Level::Probable)]);
        check("The troops may have left.", &[("may have left", Level::Possible)]);
        check("The mayor plans to resign.", &[("plans to resign", Level::Planned)]);
    }

    #[test]
    fn a_month_is_no_hedge() {
        check("The vote was on 3 May in Porto.", &[]);
    }

    #[test]
    fn a_hedge_in_a_quotation_is_its_speakers() {
        check("“It may hold until noon or so,” Ana Ruiz said.", &[]);
    }

    #[test]
    fn a_few_quoted_words_keep_a_distance() {
        check("The army ended its \"rescue operation\" today.", &[("rescue operation", Level::ScareQuoted)]);
    }
}
