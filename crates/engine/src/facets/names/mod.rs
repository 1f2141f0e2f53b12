//! Finds the participants of a claim: names, roles and other noun phrases, without a parser.

mod verbs;

use super::closed_class::is_closed;
use crate::text::{Claim, Word};
use std::ops::Range;
use story::Span;
use verbs::{is_determiner, is_verb};

/// A phrase longer than this has most likely swallowed a verb.
const LONGEST: usize = 12;

/// A noun phrase of a claim.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Participant {
    /// Bytes of the body, without a leading article.
    pub(crate) span: Span,
    /// Stem of the last word before a preposition.
    pub(crate) head: String,
    /// Stems of its open-class words, in order.
    pub(crate) stems: Vec<String>,
    /// Whether its head is written with a capital.
    pub(crate) is_name: bool,
    pub(crate) has_digit: bool,
    /// What the phrase calls a person whose name it ends in.
    pub(crate) role: Option<Role>,
}

/// A person and what he or she is called.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Role {
    /// The last name, in lower case.
    pub(crate) person: String,
    /// Stems of the role's open-class words.
    pub(crate) stems: Vec<String>,
}

/// The noun phrases of a claim in the order of the text; none overlaps another.
pub(crate) fn participants(claim: &Claim) -> Vec<Participant> {
    let words = &claim.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let phrase = phrase(words, at);
        let names = |phrase: &Range<usize>| phrase.clone().any(|i| is_open(&words[i]) && !words[i].has_digit());
        found.extend(phrase.clone().filter(names).map(|phrase| participant(words, phrase)));
        at = phrase.map_or(at + 1, |phrase| phrase.end.max(at + 1));
    }
    found
}

fn is_open(word: &Word) -> bool {
    word.is_word() && !is_closed(&word.lower)
}

/// The phrase that begins at word `start`: determiner, adjectives, nouns, and more after "of".
fn phrase(words: &[Word], start: usize) -> Option<Range<usize>> {
    let is_alone = is_adverb(&words[start]) && !words.get(start + 1).is_some_and(is_open);
    let begins = is_determiner(&words[start].lower) || (is_open(&words[start]) && !is_verb(words, start) && !is_alone);
    let mut end = start;
    while begins && end < words.len() && end - start < LONGEST && goes_on(words, start, end) {
        end += 1;
    }
    while end > start && (!words[end - 1].is_word() || is_closed(&words[end - 1].lower)) {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

fn goes_on(words: &[Word], start: usize, at: usize) -> bool {
    let word = &words[at];
    if at == start {
        return true;
    }
    let next_is_open = words.get(at + 1).is_some_and(|next| is_open(next) || is_determiner(&next.lower));
    let glued = words[at - 1].span.end == word.span.start;
    match word.text {
        "-" | "&" | "’" | "'" => glued && next_is_open,
        "." => glued && is_abbreviated(&words[at - 1]) && next_is_open,
        _ if word.lower == "of" => next_is_open && is_open(&words[at - 1]),
        _ if is_determiner(&word.lower) => words[at - 1].lower == "of" || is_determiner(&words[at - 1].lower),
        _ if is_adverb(word) => next_is_open,
        _ => is_open(word) && !is_verb(words, at),
    }
}

/// "shortly", as in "Ana Ruiz shortly before"; no "family".
fn is_adverb(word: &Word) -> bool {
    const NOUNS: &[&str] = &[
        "ally",
        "anomaly",
        "assembly",
        "belly",
        "bully",
        "butterfly",
        "family",
        "fly",
        "monopoly",
        "rally",
        "reply",
        "supply",
    ];
    word.lower.ends_with("ly") && !word.is_capitalised() && !NOUNS.contains(&word.lower.as_str())
}

fn is_abbreviated(word: &Word) -> bool {
    let known = [
        "mr", "mrs", "ms", "dr", "rep", "reps", "sen", "sens", "gov", "gen", "lt", "col", "capt", "sgt", "rev", "st",
        "prof", "jr",
    ];
    known.contains(&word.lower.as_str())
        || (word.is_capitalised() && (word.text.chars().count() == 1 || word.text.contains('.')))
}

fn participant(words: &[Word], mut phrase: Range<usize>) -> Participant {
    while phrase.len() > 1 && matches!(words[phrase.start].lower.as_str(), "a" | "an" | "the") {
        phrase.start += 1;
    }
    let of = phrase.clone().find(|&i| words[i].lower == "of").unwrap_or(phrase.end);
    let head = (phrase.start..of).rev().find(|&i| is_open(&words[i])).unwrap_or(phrase.start);
    let open = |i: &usize| is_open(&words[*i]);
    Participant {
        span: Span::new(words[phrase.start].span.start, words[phrase.end - 1].span.end),
        head: bare(&words[head]),
        stems: phrase.clone().filter(open).map(|i| bare(&words[i])).collect(),
        is_name: words[head].is_capitalised() && head > 0,
        has_digit: words[phrase.clone()].iter().any(Word::has_digit),
        role: role(words, &phrase),
    }
}

/// The stem without a possessive ending.
fn bare(word: &Word) -> String {
    word.stem.trim_end_matches("'s").trim_end_matches('\'').to_owned()
}

/// "former mayor Ana Ruiz", or "Ana Ruiz, a former mayor".
fn role(words: &[Word], phrase: &Range<usize>) -> Option<Role> {
    let capital = |i: usize| words[i].is_capitalised() && is_open(&words[i]);
    let last = phrase.end - 1;
    if !capital(last) || words[last].text.chars().count() < 3 {
        return None;
    }
    let person = bare(&words[last]);
    let name = (phrase.start..=last).rev().take_while(|&i| capital(i) || words[i].text == ".").last()?;
    let lower_before = (phrase.start..name).any(|i| is_open(&words[i]));
    let role = if lower_before { phrase.start..name } else { apposition(words, phrase.end)? };
    let stems: Vec<String> = role.filter(|&i| is_open(&words[i])).map(|i| bare(&words[i])).collect();
    (!stems.is_empty()).then_some(Role { person, stems })
}

fn apposition(words: &[Word], comma: usize) -> Option<Range<usize>> {
    let opens = words.get(comma)?.text == ","
        && matches!(words.get(comma + 1)?.lower.as_str(), "a" | "an" | "the" | "his" | "her" | "their" | "who" | "one");
    let phrase = opens.then(|| phrase(words, comma + 1)).flatten()?;
    let start = phrase.start + usize::from(matches!(words[phrase.start].lower.as_str(), "a" | "an" | "the"));
    (start < phrase.end).then_some(start..phrase.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use story::ClaimId;

    fn found(text: &str) -> Vec<Participant> {
        let span = Span::new(0, text.len());
        let id = ClaimId("x".into());
        participants(&Claim { id, article: 0, place: 0, paragraph: 0, span, text, words: words(text, 0) })
    }

    fn check(text: &str, expected: &[&str]) {
        let phrases = found(text);
        let phrases: Vec<&str> = phrases.iter().map(|participant| participant.span.of(text)).collect();
        assert_eq!(phrases, expected, "{text}");
    }

    fn check_role(text: &str, person: &str, role: &str) {
        let roles: Vec<(String, String)> = found(text)
            .into_iter()
            .filter_map(|participant| participant.role)
            .map(|role| (role.person, role.stems.join(" ")))
            .collect();
        assert_eq!(roles, [(person.to_owned(), role.to_owned())], "{text}");
    }

    #[test]
    fn verbs_and_prepositions_bound_a_phrase() {
        check("Police arrested a young man near the old harbour.", &["Police", "young man", "old harbour"]);
        check("They saw Ana Ruiz shortly before the flood.", &["Ana Ruiz", "flood"]);
        check("He pleaded guilty to an arson charge.", &["guilty", "arson charge"]);
    }

    #[test]
    fn of_continues_a_phrase() {
        check("They blamed members of the city council.", &["members of the city council"]);
    }

    #[test]
    fn a_role_stands_before_or_after_the_name() {
        check_role("Then former mayor Ana Ruiz left.", "ruiz", "former mayor");
        check_role("Then Ana Ruiz, a retired judge, left.", "ruiz", "retir judg");
    }
}
