//! Finds the source of a reporting verb: its subject, wherever that stands.

use super::{
    cues::{Class, Cue, Form, also_a_noun, cue, is_document, is_source_noun},
    phrases::{after, before, is_between, is_boundary, is_determiner, is_joint, is_pronoun, time_before},
    speakers::is_title,
    spots::{Sentence, Spot, apposition_after, is_source},
};
use crate::text::Word;
use std::ops::Range;

/// The spot whose cue is the reporting verb at `at`, if that attributes; `found` are those before it.
pub(super) fn spot(sentence: &Sentence, at: usize, found: &[Spot]) -> Option<Spot> {
    let cue = cue(sentence.lower(at))?;
    match cue.form {
        Form::Participle => progressive(sentence, at, cue).or_else(|| participle(sentence, at, cue, found)),
        _ => finite(sentence, at, cue, found),
    }
}

fn finite(sentence: &Sentence, at: usize, cue: Cue, found: &[Spot]) -> Option<Spot> {
    let words = sentence.words;
    if passive(words, at) {
        return by_agent(words, at, cue);
    }
    let in_a_name = words[at].is_capitalised() && also_a_noun(cue);
    if at > 0 && (in_a_name || is_determiner(sentence.lower(at - 1))) {
        return None;
    }
    let own = subject(words, at);
    if let Some((source, Some(role))) = &own
        && is_role(words, role)
        && can_say(sentence, source, at, cue)
    {
        return Some(Spot::new(source.clone(), at..at + 1).with_role(Some(role.clone())));
    }
    inverted(sentence, at, cue).or_else(|| {
        let (source, role) = own.or_else(|| goes_on(sentence, at, cue, found).map(|source| (source, None)))?;
        can_say(sentence, &source, at, cue).then(|| Spot::new(source, at..at + 1).with_role(role))
    })
}

/// Whether the words between two commas tell who somebody is, and are no clause.
fn is_role(words: &[Word], role: &Range<usize>) -> bool {
    let says_who = |word: &Word| is_source_noun(&word.lower) || is_title(&word.lower);
    let small = words[role.start].text.chars().next().is_some_and(char::is_lowercase);
    let clause = is_boundary(&words[role.start].lower)
        || words[role.clone()].iter().take(3).any(|word| {
            matches!(word.lower.as_str(), "is" | "was" | "were" | "are" | "has" | "have" | "had")
                || is_pronoun(&word.lower)
        });
    small && !clause && words[role.clone()].iter().any(says_who)
}

/// "…," said NP
fn inverted(sentence: &Sentence, at: usize, cue: Cue) -> Option<Spot> {
    let words = sentence.words;
    let before_cue = at.checked_sub(1).map(|before| &words[before])?;
    let after_quotation = sentence.closes_before(at);
    let parted = after_quotation || before_cue.text == ",";
    let utters = matches!(cue.class, Class::Speech | Class::Act) || (cue.class == Class::Aloud && after_quotation);
    if !parted || cue.verb == "tell" || cue.form == Form::Base || !utters {
        return None;
    }
    let source = after(words, at + 1)?;
    let names = source.clone().any(|word| words[word].is_capitalised()) || is_source(words, &source);
    let ends = words.get(source.end).is_none_or(|next| {
        !next.is_word()
            || matches!(
                next.lower.as_str(),
                "in" | "on" | "who" | "at" | "during" | "after" | "as" | "when" | "of" | "from" | "to" | "before"
            )
            || (is_between(&next.lower) && next.lower.ends_with("day"))
            || cue_participle(&next.lower)
    });
    let is_object = matches!(sentence.lower(source.start), "it" | "this" | "that");
    (names && ends && !is_object).then(|| {
        let role = apposition_after(words, source.end);
        Spot::new(source, at..at + 1).with_role(role)
    })
}

fn cue_participle(lower: &str) -> bool {
    cue(lower).is_some_and(|cue| cue.form == Form::Participle)
}

/// The subject of the verb at `at`, over adverbs, auxiliaries, brackets, an apposition and a relative clause.
fn subject(words: &[Word], at: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let mut end = at;
    loop {
        let time = time_before(words, end);
        match end.checked_sub(1) {
            _ if time < end => end = time,
            Some(back) if words[back].is_word() && is_between(&words[back].lower) => end = back,
            _ => break,
        }
    }
    let end = before_bracket(words, end);
    let last = end.checked_sub(1)?;
    if is_pause(words, last) {
        return parted_subject(words, last);
    }
    let end = if matches!(words[last].lower.as_str(), "who" | "which") { last } else { end };
    let end = if end > 0 && words[end - 1].text == "," && end == last { end - 1 } else { end };
    let near = before(words, end).filter(|near| !speaks_itself(words, near))?;
    Some((related(words, &near).unwrap_or(near), None))
}

/// The subject before an apposition that ends at the pause `closes`; an age between two commas is passed over.
fn parted_subject(words: &[Word], closes: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let mut opens = pause_before(words, closes)?;
    let inner = opens + 1..closes;
    let tells_more = matches!(words[inner.start].lower.as_str(), "who" | "which" | "whose");
    let holds_cue = !tells_more
        && inner
            .clone()
            .any(|i| cue(&words[i].lower).is_some_and(|cue| cue.form == Form::Past && cue.class == Class::Speech));
    if inner.is_empty() || holds_cue {
        return None;
    }
    if opens > 0 && words[opens - 1].has_digit() {
        opens = pause_before(words, opens)?;
    }
    let source = before(words, before_bracket(words, opens)).filter(|source| !speaks_itself(words, source))?;
    Some((source, Some(inner)))
}

/// "said Ana Ruiz" has a verb already.
fn speaks_itself(words: &[Word], phrase: &Range<usize>) -> bool {
    !words[phrase.start].is_capitalised()
        && cue(&words[phrase.start].lower).is_some_and(|cue| cue.form == Form::Past && cue.reports())
}

fn pause_before(words: &[Word], at: usize) -> Option<usize> {
    (at.saturating_sub(22)..at).rev().find(|&i| is_pause(words, i))
}

fn is_pause(words: &[Word], at: usize) -> bool {
    matches!(words[at].text, "," | "—" | "–" | "-") && !is_joint(words, at)
}

/// "Lawyers who went to Porto": what a relative clause that ends in `near` says more of.
fn related(words: &[Word], near: &Range<usize>) -> Option<Range<usize>> {
    let clause = near.start.saturating_sub(9)..near.start;
    let who = clause.rev().take_while(|&at| words[at].is_word()).find(|&at| words[at].lower == "who")?;
    before(words, who).filter(|source| who + 1 < near.start && is_source(words, source))
}

/// Where the words before a bracketed insert that ends at `end` end.
fn before_bracket(words: &[Word], end: usize) -> usize {
    if end == 0 || words[end - 1].text != ")" {
        return end;
    }
    (end.saturating_sub(8)..end).rev().find(|&i| words[i].text == "(").unwrap_or(end)
}

/// "welcomed the deal and said …": the one whose words go on, or what opens the sentence.
fn goes_on(sentence: &Sentence, at: usize, cue: Cue, found: &[Spot]) -> Option<Range<usize>> {
    let mut and = at.checked_sub(1)?;
    while and > 0 && sentence.words[and].is_word() && is_between(sentence.lower(and)) {
        and -= 1;
    }
    if !matches!(sentence.lower(and), "and" | "but") || !cue.reports() || cue.form == Form::Base {
        return None;
    }
    match found.last() {
        Some(spot) => (spot.source.end <= spot.cue.start && !spot.hearsay).then(|| spot.source.clone()),
        None => opening(sentence).filter(|source| source.end < and),
    }
}

/// The phrase that opens a sentence, after what stands before a first comma: "In a note, the mayor".
fn opening(sentence: &Sentence) -> Option<Range<usize>> {
    let words = sentence.words;
    let speaks = |first: &Range<usize>| match sentence.lower(first.start) {
        "i" | "we" | "you" | "it" => false,
        lower => is_pronoun(lower) || is_source(words, first),
    };
    let phrase = |start: usize| after(words, start).map(|range| before_verb(words, range)).filter(speaks);
    phrase(0).or_else(|| {
        let comma = (0..words.len().min(14)).find(|&at| words[at].text == ",")?;
        phrase(comma + 1)
    })
}

/// "The ministry welcomed the deal" without its verb and object, where a second determiner betrays them.
fn before_verb(words: &[Word], phrase: Range<usize>) -> Range<usize> {
    let object = (phrase.start + 2..phrase.end).find(|&at| {
        is_determiner(&words[at].lower) && words[at - 1].is_word() && words[at - 1].text.ends_with(['d', 's'])
    });
    phrase.start..object.map_or(phrase.end, |at| at - 1)
}

/// Whether `source` can be the subject of this reporting verb.
fn can_say(sentence: &Sentence, source: &Range<usize>, at: usize, cue: Cue) -> bool {
    let words = sentence.words;
    let pronoun = source.len() == 1 && is_pronoun(sentence.lower(source.start));
    if touches_possessive(words, source.end) || (pronoun && matches!(sentence.lower(source.start), "i" | "we" | "you"))
    {
        return false;
    }
    let vouches = pronoun || is_source(words, source);
    let quotes = sentence.opens_after(at) || sentence.closes_before(source.start);
    let follows = quotes || clause_follows(sentence, at + 1) || is_parenthesis(sentence, source, at);
    let plural = is_plural(words, source);
    match (cue.verb, cue.class) {
        _ if cue.form == Form::Base && !plural && !is_also_past(cue.verb) => false,
        ("call", _) if matches!(sentence.lower(at + 1), "off" | "in" | "into") => false,
        ("respond" | "declare" | "demand" | "swear" | "agree" | "hold" | "maintain" | "confess", _) => {
            vouches && (quotes || sentence.lower(at + 1) == "that")
        }
        ("point", _) => sentence.lower(at + 1) == "out",
        ("list", _) => words[source.clone()].iter().any(|word| is_document(&word.lower)),
        ("accuse" | "suspect", _) if is_boundary(sentence.lower(at + 1)) || sentence.lower(at + 1) == "of" => false,
        ("post" | "tweet", _) if words[source.clone()].iter().any(|word| is_document(&word.lower)) => false,
        ("say" | "tell" | "add", _) => true,
        (_, Class::Aloud) => vouches && quotes,
        _ if also_a_noun(cue) => vouches && follows,
        ("put" | "find" | "expect" | "read" | "rule", _) => vouches && !pronoun && follows,
        ("quote", _) => vouches && (follows || as_saying(sentence, at)),
        _ => vouches,
    }
}

/// Forms that serve for the past too.
fn is_also_past(verb: &str) -> bool {
    matches!(verb, "put" | "read" | "forecast")
}

fn as_saying(sentence: &Sentence, at: usize) -> bool {
    (at + 1..at + 16).any(|next| sentence.lower(next) == "as" && sentence.lower(next + 1) == "saying")
}

/// Whether what begins at `at` reads like a clause or an object.
fn clause_follows(sentence: &Sentence, at: usize) -> bool {
    matches!(
        sentence.lower(at),
        "that"
            | "it"
            | "he"
            | "she"
            | "they"
            | "there"
            | "the"
            | "a"
            | "an"
            | "its"
            | "his"
            | "her"
            | "their"
            | "no"
            | "some"
            | "at"
            | "about"
            | "up"
            | "more"
            | "only"
            | "will"
            | "would"
            | "is"
            | "are"
            | "has"
            | "have"
            | "was"
            | "were"
            | "can"
            | "could"
    )
}

/// "…, NP say." and "that NP say will …": the words around source and cue make a parenthesis.
fn is_parenthesis(sentence: &Sentence, source: &Range<usize>, at: usize) -> bool {
    let parted = source.start > 1 && sentence.words[source.start - 1].text == ",";
    let ends = sentence.words.get(at + 1).is_none_or(|next| matches!(next.text, "." | "," | ";"));
    parted && ends
}

fn touches_possessive(words: &[Word], at: usize) -> bool {
    at > 0 && (words[at - 1].lower.ends_with("'s") || words[at - 1].lower.ends_with("s'"))
}

fn is_plural(words: &[Word], source: &Range<usize>) -> bool {
    source.clone().any(|at| {
        let lower = words[at].lower.as_str();
        matches!(
            lower,
            "police"
                | "people"
                | "media"
                | "they"
                | "we"
                | "i"
                | "men"
                | "women"
                | "some"
                | "many"
                | "others"
                | "and"
                | "data"
        ) || (lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("'s") && !lower.ends_with("ss"))
    })
}

/// Whether the verb at `at` is a passive: "was accused", "had been told".
fn passive(words: &[Word], at: usize) -> bool {
    let mut back = at;
    while back > 0 && words[back - 1].is_word() && words[back - 1].lower.ends_with("ly") {
        back -= 1;
    }
    back > 0 && cue(&words[at].lower).is_some_and(|cue| cue.form == Form::Past) && is_be(&words[back - 1].lower)
}

fn is_be(lower: &str) -> bool {
    matches!(lower, "was" | "were" | "been" | "is" | "are" | "being" | "be")
}

/// "was reported by NP"; "was quoted as saying" has its subject before it.
fn by_agent(words: &[Word], at: usize, cue: Cue) -> Option<Spot> {
    if cue.verb == "quote" && words.get(at + 1).is_some_and(|next| next.lower == "as") {
        let (source, role) = subject(words, at)?;
        return Some(Spot::new(source, at..(at + 3).min(words.len())).with_role(role));
    }
    words.get(at + 1).filter(|next| next.lower == "by")?;
    let source = after(words, at + 2)?;
    is_source(words, &source).then(|| Spot::new(source, at..at + 2))
}

/// "NP is reporting …".
fn progressive(sentence: &Sentence, at: usize, cue: Cue) -> Option<Spot> {
    let words = sentence.words;
    if !cue.reports() || at == 0 || !matches!(sentence.lower(at - 1), "is" | "are" | "was" | "were") {
        return None;
    }
    let (source, role) = subject(words, at)?;
    let said = quotes_or_clause(sentence, &source, at);
    (is_source(words, &source) && said).then(|| Spot::new(source, at..at + 1).with_role(role))
}

fn quotes_or_clause(sentence: &Sentence, source: &Range<usize>, at: usize) -> bool {
    sentence.opens_after(at) || clause_follows(sentence, at + 1) || is_parenthesis(sentence, source, at)
}

/// ", saying …": goes on with the speaker of the claim, or with its subject.
fn participle(sentence: &Sentence, at: usize, cue: Cue, found: &[Spot]) -> Option<Spot> {
    let words = sentence.words;
    let opens_sentence = at == 0;
    let parted = at > 0 && words[at - 1].text == ",";
    if !(opens_sentence || parted) || matches!(cue.class, Class::Evidence) {
        return None;
    }
    let says = sentence.opens_after(at) || (1..=3).any(|by| sentence.lower(at + by) == "that") || cue.verb == "say";
    if opens_sentence {
        let comma = (at + 1..words.len()).find(|&i| words[i].text == "," && !sentence.quoted[i])?;
        let source = after(words, comma + 1).filter(|source| is_source(words, source))?;
        return sentence.opens_after(at).then(|| Spot::new(source, at..at + 1));
    }
    match found.last() {
        Some(spot) => {
            (says && !spot.hearsay).then(|| Spot::new(spot.source.clone(), at..at + 1).with_role(spot.role.clone()))
        }
        None => {
            let mut source = opening(sentence).filter(|source| source.end < at)?;
            // "The mayor left, saying": the last word before the comma is the verb.
            let verb = source.end + 1 == at && words[source.end - 1].text.starts_with(char::is_lowercase);
            source.end -= usize::from(verb && source.len() > 1);
            let role = apposition_after(words, source.end);
            Some(Spot::new(source, at..at + 1).with_role(role))
        }
    }
}
