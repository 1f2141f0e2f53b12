//! Tells verbs from nouns by form and neighbours, without a tagger.

use crate::{facets::closed_class::is_closed, text::Word};

/// Common verb forms of news English that no ending betrays; sorted.
const FORMS: &[&str] = &[
    "accuse",
    "agree",
    "allow",
    "announce",
    "appear",
    "appears",
    "argue",
    "argues",
    "arose",
    "ask",
    "asks",
    "ate",
    "became",
    "become",
    "becomes",
    "began",
    "begin",
    "believe",
    "believes",
    "bought",
    "bring",
    "broke",
    "brought",
    "built",
    "came",
    "carry",
    "caught",
    "cause",
    "chose",
    "claims",
    "come",
    "comes",
    "confirm",
    "consider",
    "continue",
    "continues",
    "create",
    "cut",
    "decide",
    "denies",
    "deny",
    "drew",
    "drove",
    "expect",
    "expects",
    "faces",
    "fell",
    "felt",
    "flew",
    "follow",
    "follows",
    "forced",
    "fought",
    "found",
    "gave",
    "get",
    "gets",
    "give",
    "gives",
    "go",
    "goes",
    "gone",
    "got",
    "grew",
    "happen",
    "hear",
    "heard",
    "held",
    "hit",
    "hits",
    "hold",
    "holds",
    "include",
    "includes",
    "insist",
    "insists",
    "keep",
    "keeps",
    "kept",
    "knew",
    "know",
    "knows",
    "laid",
    "lay",
    "leave",
    "led",
    "left",
    "lies",
    "lost",
    "made",
    "make",
    "makes",
    "meant",
    "met",
    "paid",
    "pay",
    "put",
    "puts",
    "ran",
    "reach",
    "read",
    "receive",
    "remain",
    "remains",
    "rose",
    "said",
    "sat",
    "saw",
    "say",
    "says",
    "see",
    "seek",
    "seeks",
    "seem",
    "seems",
    "seen",
    "sent",
    "serve",
    "serves",
    "set",
    "shook",
    "shot",
    "show",
    "shown",
    "shows",
    "shut",
    "sold",
    "sought",
    "spent",
    "spoke",
    "stands",
    "stood",
    "stop",
    "struck",
    "sued",
    "sunk",
    "take",
    "taken",
    "takes",
    "talk",
    "tell",
    "tells",
    "think",
    "thinks",
    "thought",
    "threw",
    "told",
    "took",
    "tried",
    "try",
    "understood",
    "urge",
    "use",
    "want",
    "wants",
    "warn",
    "warns",
    "went",
    "woke",
    "won",
    "wore",
    "works",
    "write",
    "writes",
    "wrote",
];

/// Whether word `at` acts as a verb where it stands.
pub(super) fn is_verb(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let lower = word.lower.as_str();
    let before = at.checked_sub(1).map(|i| &words[i]);
    let after = words.get(at + 1);
    if FORMS.binary_search(&lower).is_ok() {
        return !before.is_some_and(|word| is_determiner(&word.lower));
    }
    if before.is_some_and(|word| takes_infinitive(&word.lower)) && !word.is_capitalised() {
        return true;
    }
    let is_inflected = lower.len() > 4 && (lower.ends_with("ed") || lower.ends_with("ing"));
    let opens_object = after.is_none_or(|word| !word.is_word() || is_closed(&word.lower) || word.has_digit());
    let follows_noun =
        before.is_some_and(|word| word.is_word() && (!is_closed(&word.lower) || is_subject(&word.lower)));
    is_inflected
        && !word.is_capitalised()
        && (opens_object || follows_noun)
        && !before.is_some_and(|w| is_determiner(&w.lower))
}

pub(super) fn is_determiner(lower: &str) -> bool {
    matches!(
        lower,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "that"
            | "these"
            | "those"
            | "some"
            | "any"
            | "no"
            | "every"
            | "each"
            | "another"
            | "several"
            | "many"
            | "other"
    )
}

fn takes_infinitive(lower: &str) -> bool {
    matches!(
        lower,
        "to" | "will" | "would" | "could" | "should" | "can" | "may" | "might" | "must" | "not" | "did" | "cannot"
    )
}

fn is_subject(lower: &str) -> bool {
    matches!(
        lower,
        "he" | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "who"
            | "which"
            | "that"
            | "was"
            | "were"
            | "been"
            | "be"
            | "is"
            | "are"
            | "had"
            | "has"
            | "have"
            | "being"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, expected: &[&str]) {
        let words = words(text, 0);
        let verbs: Vec<&str> = (0..words.len()).filter(|&at| is_verb(&words, at)).map(|at| words[at].text).collect();
        assert_eq!(verbs, expected, "{text}");
    }

    #[test]
    fn a_past_form_before_its_object_is_a_verb() {
        check("Police arrested a man.", &["arrested"]);
        check("The accused man fled.", &[]);
    }

    #[test]
    fn an_infinitive_is_a_verb() {
        check("They want to tighten rules.", &["want", "tighten"]);
    }

    #[test]
    fn the_forms_are_sorted() {
        assert!(FORMS.is_sorted());
    }
}
