//! Finds the noun phrase before or after a word, without a parser: closed-class words and
//! punctuation bound it.

use crate::text::Word;
use std::ops::Range;

/// A phrase longer than this many words is a sign that its bound was missed.
const LONGEST: usize = 16;

/// The noun phrase that ends right before word `end`.
pub(crate) fn before(words: &[Word], end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let at = start - 1;
        let word = &words[at];
        if is_joint(words, at) {
            start = at;
            continue;
        }
        if joins_names(words, at) {
            start = at;
            continue;
        }
        if !word.is_word() || is_boundary(&word.lower) {
            break;
        }
        if is_pronoun(&word.lower) {
            // "He rejected prosecutors' claim": what follows the pronoun is its verb.
            return if start == end { Some(at..end) } else { Some(start + 1..end).filter(|range| !range.is_empty()) };
        }
        if is_link(&word.lower) && !is_initial(words, at) {
            if at == 0 || start == end || !links(words, at) {
                break;
            }
            start = at;
            continue;
        }
        start = at;
        if is_determiner(&word.lower) && !is_initial(words, at) {
            let linked = at >= 2 && is_link(&words[at - 1].lower) && is_nominal(&words[at - 2]);
            if !linked {
                break;
            }
        }
    }
    while start < end && (is_link(&words[start].lower) || !words[start].is_word()) {
        start += 1;
    }
    if end - start > 1 && start > 0 && takes_a_verb(&words[start - 1].lower) && is_small(&words[start]) {
        start += 1;
    }
    (start < end && (start..end).any(|at| is_nominal(&words[at]))).then_some(start..end)
}

/// Whether the link at `at` binds what follows to the noun before it: "editor-in-chief", "adviser to the mayor".
fn links(words: &[Word], at: usize) -> bool {
    let before = &words[at - 1];
    match words[at].lower.as_str() {
        _ if before.text == "-" => at > 1 && is_nominal(&words[at - 2]),
        "to" | "with" | "on" | "by" => {
            super::cues::is_source_noun(&before.lower)
                || matches!(before.lower.as_str(), "briefed" | "familiar" | "close" | "involved" | "working" | "based")
        }
        _ => is_nominal(before),
    }
}

/// What a verb in its base form follows: "to convict Ruiz", "did not calm residents".
fn takes_a_verb(lower: &str) -> bool {
    matches!(
        lower,
        "to" | "do" | "does" | "did" | "will" | "would" | "could" | "can" | "may" | "might" | "must" | "should" | "not"
    ) || lower.ends_with("n't")
}

fn is_small(word: &Word) -> bool {
    word.text.chars().next().is_some_and(char::is_lowercase)
}

/// The "A." of a name.
fn is_initial(words: &[Word], at: usize) -> bool {
    words[at].text == "A"
        && words.get(at + 1).is_some_and(|next| next.text == "." && next.span.start == words[at].span.end)
}

/// The noun phrase that begins at word `start`.
pub(crate) fn after(words: &[Word], start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < words.len() && end - start < LONGEST {
        let word = &words[end];
        if is_joint(words, end) {
            end += 1;
            continue;
        }
        if end > start && joins_names(words, end) {
            end += 1;
            continue;
        }
        let stops = end > start && (stops_a_phrase(&word.lower) || time_before(words, end + 2) == end);
        if !word.is_word() || is_boundary(&word.lower) || stops {
            break;
        }
        if is_pronoun(&word.lower) {
            return (end == start).then_some(start..end + 1);
        }
        if is_link(&word.lower) {
            let goes_on = matches!(word.lower.as_str(), "of" | "for" | "from" | "at" | "with")
                && words.get(end + 1).is_some_and(|next| is_nominal(next) || is_determiner(&next.lower));
            if end == start || !goes_on {
                break;
            }
        }
        end += 1;
    }
    while end > start && (is_determiner(&words[end - 1].lower) || is_link(&words[end - 1].lower)) {
        end -= 1;
    }
    (start..end).any(|at| is_nominal(&words[at])).then_some(start..end)
}

/// Whether the mark at `at` joins the words around it: the stop of `Mr.`, a hyphen.
pub(crate) fn is_joint(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let touches_before = at > 0 && words[at - 1].span.end == word.span.start && words[at - 1].is_word();
    let touches_after = words.get(at + 1).is_some_and(|next| next.span.start == word.span.end && next.is_word());
    match word.text {
        "." => touches_before && is_abbreviation(words[at - 1].text),
        "-" | "–" | "/" | "'" | "’" => touches_before && touches_after,
        "&" => at > 0 && words[at - 1].is_capitalised(),
        _ => false,
    }
}

/// "Customs and Border Protection": the "and" between parts of names.
fn joins_names(words: &[Word], at: usize) -> bool {
    let name = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.is_capitalised() && is_nominal(word))
    };
    words[at].lower == "and" && name(at.checked_sub(1)) && name(Some(at + 1))
}

fn is_abbreviation(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Maj", "Cmdr", "Adm",
        "Rev", "St", "Jr", "Sr", "Hon", "Supt", "Insp", "Det", "Atty", "Reps", "Sens", "Co", "Corp", "Inc",
    ];
    TITLES.contains(&text)
        || (text.chars().next().is_some_and(char::is_uppercase) && (text.chars().count() == 1 || text.contains('.')))
}

pub(crate) fn is_nominal(word: &Word) -> bool {
    word.is_word()
        && !is_boundary(&word.lower)
        && !is_link(&word.lower)
        && !is_determiner(&word.lower)
        && !is_pronoun(&word.lower)
}

pub(crate) fn is_pronoun(lower: &str) -> bool {
    matches!(lower, "he" | "she" | "they" | "it" | "we" | "i" | "you")
}

pub(crate) fn is_determiner(lower: &str) -> bool {
    matches!(
        lower,
        "the"
            | "a"
            | "an"
            | "this"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "one"
            | "some"
            | "several"
            | "many"
            | "two"
            | "three"
            | "another"
            | "other"
            | "most"
    )
}

fn is_link(lower: &str) -> bool {
    matches!(lower, "of" | "for" | "from" | "at" | "in" | "with" | "on" | "to" | "by" | "inside" | "within" | "near")
}

/// A word that no noun phrase holds.
pub(crate) fn is_boundary(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "while",
        "as",
        "because",
        "if",
        "where",
        "what",
        "how",
        "why",
        "but",
        "and",
        "or",
        "though",
        "although",
        "since",
        "until",
        "than",
        "so",
        "yet",
        "nor",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "not",
        "also",
        "there",
        "then",
        "however",
        "whether",
        "him",
        "them",
        "me",
        "us",
        "too",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tonight",
        "tomorrow",
        "just",
        "only",
        "even",
        "still",
        "already",
        "earlier",
        "later",
        "once",
        "ago",
        "here",
        "meanwhile",
        "didn't",
        "don't",
        "doesn't",
        "wasn't",
        "isn't",
        "aren't",
        "weren't",
        "won't",
        "can't",
        "couldn't",
        "hasn't",
        "haven't",
        "hadn't",
        "cannot",
        "like",
        "such",
        "after",
        "before",
        "during",
        "into",
        "about",
        "over",
        "between",
        "against",
        "under",
        "behind",
        "despite",
        "amid",
        "without",
        "through",
        "following",
    ];
    WORDS.contains(&lower)
}

/// What may stand between a subject and its verb.
pub(crate) fn is_between(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "has",
        "have",
        "had",
        "also",
        "then",
        "later",
        "earlier",
        "first",
        "previously",
        "recently",
        "repeatedly",
        "both",
        "all",
        "again",
        "once",
        "now",
        "often",
        "still",
        "since",
        "on",
        "today",
        "yesterday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "morning",
        "afternoon",
        "evening",
        "night",
        "himself",
        "herself",
        "itself",
        "themselves",
        "just",
        "even",
        "further",
        "did",
        "was",
        "is",
        "were",
        "are",
        "been",
    ];
    WORDS.contains(&lower) || (lower.len() > 4 && lower.ends_with("ly") && lower != "family")
}

/// Where "last week" or "this year" begins, if such words end right before word `end`; else `end`.
pub(crate) fn time_before(words: &[Word], end: usize) -> usize {
    let lower = |back: usize| end.checked_sub(back).and_then(|at| words.get(at)).map_or("", |word| word.lower.as_str());
    let unit = matches!(
        lower(1),
        "week" | "month" | "year" | "night" | "weekend" | "summer" | "winter" | "spring" | "fall" | "autumn" | "time"
    );
    let which = matches!(lower(2), "last" | "this" | "next" | "past" | "that" | "same");
    if unit && which { end - 2 } else { end }
}

/// Words after a named source that are no longer part of its name.
fn stops_a_phrase(lower: &str) -> bool {
    super::cues::cue(lower).is_some_and(|cue| cue.form != super::cues::Form::Base)
        || matches!(lower, "briefed" | "familiar" | "speaking" | "he" | "she" | "it" | "they")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, cue: &str, expected: &str) {
        let words = words(text, 0);
        let at = words.iter().position(|word| word.text == cue).expect("the cue stands in the text");
        let range = before(&words, at).expect("a phrase before the cue");
        assert_eq!(&text[words[range.start].span.start..words[range.end - 1].span.end], expected);
    }

    fn check_after(text: &str, cue: &str, expected: &str) {
        let words = words(text, 0);
        let at = words.iter().position(|word| word.text == cue).expect("the cue stands in the text");
        let range = after(&words, at + 1).expect("a phrase after the cue");
        assert_eq!(&text[words[range.start].span.start..words[range.end - 1].span.end], expected);
    }

    #[test]
    fn a_phrase_reaches_back_over_linked_nouns() {
        check(
            "In a note a spokesman for the Harbour Ministry said so.",
            "said",
            "a spokesman for the Harbour Ministry",
        );
        check("The dam broke after Dr. Ana Ruiz warned them.", "warned", "Dr. Ana Ruiz");
    }

    #[test]
    fn a_conjunction_bounds_a_phrase() {
        check("Ten died and hospital officials said more would.", "said", "hospital officials");
    }

    #[test]
    fn a_day_is_not_part_of_a_name() {
        check_after("It held, said Mayor Ana Ruiz on Friday.", "said", "Mayor Ana Ruiz");
        check("On Friday police said so.", "said", "police");
    }
}
