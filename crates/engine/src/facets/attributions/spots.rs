//! Finds who is said to say something within one claim: the source's words and the cue.

use super::{
    cues::{Class, Cue, Form, also_a_noun, cue, is_source_noun},
    phrases::{after, before, is_between, is_joint, is_nominal, is_pronoun},
};
use crate::text::Word;
use std::ops::Range;

/// A source and its cue, as ranges of the claim's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) source: Range<usize>,
    /// What an apposition says of the source: "senior researcher at …".
    pub(crate) role: Option<Range<usize>>,
    pub(crate) cue: Range<usize>,
    /// The outlet, document or person that relays this source, if the claim names one.
    pub(crate) relay: Option<Range<usize>>,
}

/// The spots of a claim, in the order of their cues. Cues within `quoted` words belong to the
/// speaker quoted and are passed over.
pub(crate) fn spots(words: &[Word], quoted: impl Fn(usize) -> bool) -> Vec<Spot> {
    let mut found: Vec<Spot> = Vec::new();
    for at in 0..words.len() {
        if quoted(at) || found.last().is_some_and(|spot| at < spot.cue.end || spot.source.contains(&at)) {
            continue;
        }
        let spot = according_to(words, at).or_else(|| {
            let cue = cue(&words[at].lower)?;
            match cue.form {
                Form::Participle => participle(words, at, cue, &found),
                _ => finite(words, at, cue, &quoted),
            }
        });
        if let Some(spot) = spot {
            found.extend(relayed(words, &spot).or(Some(spot)));
        }
    }
    found
}

/// "according to NP", "citing NP".
fn according_to(words: &[Word], at: usize) -> Option<Spot> {
    let next = |by: usize| words.get(at + by).map_or("", |word| word.lower.as_str());
    let end = match (words[at].lower.as_str(), next(1)) {
        ("according", "to") => at + 2,
        ("citing" | "quoting", _) => at + 1,
        _ => return None,
    };
    let source = after(words, end)?;
    let role = apposition_after(words, source.end);
    Some(Spot { source, role, cue: at..end, relay: None })
}

fn finite(words: &[Word], at: usize, cue: Cue, quoted: &impl Fn(usize) -> bool) -> Option<Spot> {
    if passive(words, at) {
        return by_agent(words, at, cue);
    }
    let closes_a_quotation =
        (1..=2.min(at)).any(|back| !words[at - back].is_word() && quoted_before(at - back, quoted));
    inverted(words, at, cue, closes_a_quotation).or_else(|| {
        let (source, role) = subject(words, at)?;
        can_say(words, &source, at, cue).then_some(Spot { source, role, cue: at..at + 1, relay: None })
    })
}

fn quoted_before(mark: usize, quoted: &impl Fn(usize) -> bool) -> bool {
    mark > 0 && quoted(mark - 1)
}

/// "…," said NP
fn inverted(words: &[Word], at: usize, cue: Cue, after_quotation: bool) -> Option<Spot> {
    let before_cue = at.checked_sub(1).map(|before| &words[before])?;
    let parted = after_quotation || before_cue.text == ",";
    if !parted || cue.verb == "tell" || cue.form == Form::Base || !matches!(cue.class, Class::Speech | Class::Act) {
        return None;
    }
    let source = after(words, at + 1)?;
    let first = &words[source.start];
    let names = source.clone().any(|word| words[word].is_capitalised()) || is_source(words, &source);
    let next = words.get(source.end);
    let ends = next.is_none_or(|next| {
        !next.is_word()
            || matches!(
                next.lower.as_str(),
                "in" | "on" | "who" | "at" | "during" | "after" | "as" | "when" | "of" | "from" | "to" | "before"
            )
            || (is_between(&next.lower) && next.lower.ends_with("day"))
            || cue_participle(&next.lower)
    });
    (names && ends && !is_pronoun_object(&first.lower)).then(|| {
        let role = apposition_after(words, source.end);
        Spot { source, role, cue: at..at + 1, relay: None }
    })
}

fn cue_participle(lower: &str) -> bool {
    cue(lower).is_some_and(|cue| cue.form == Form::Participle)
}

fn is_pronoun_object(lower: &str) -> bool {
    matches!(lower, "it" | "this" | "that")
}

/// The subject of the verb at `at`, over adverbs, auxiliaries, brackets and an apposition.
fn subject(words: &[Word], at: usize) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let mut end = at;
    while end > 0 && words[end - 1].is_word() && is_between(&words[end - 1].lower) {
        end -= 1;
    }
    let end = before_bracket(words, end);
    let last = end.checked_sub(1)?;
    if matches!(words[last].text, "," | "—" | "–" | "-") && !is_joint(words, last) {
        let opens = (last.saturating_sub(22)..last)
            .rev()
            .find(|&i| matches!(words[i].text, "," | "—" | "–" | "-") && !is_joint(words, i))?;
        let inner = opens + 1..last;
        let holds_cue = inner
            .clone()
            .any(|i| cue(&words[i].lower).is_some_and(|cue| cue.form == Form::Past && cue.class == Class::Speech));
        if inner.is_empty() || holds_cue {
            return None;
        }
        let source = before(words, before_bracket(words, opens))?;
        return Some((source, Some(inner)));
    }
    let end = if matches!(words[last].lower.as_str(), "who" | "which") { last } else { end };
    let end = if end > 0 && words[end - 1].text == "," && end == last { end - 1 } else { end };
    Some((before(words, end)?, None))
}

/// Where the words before a bracketed insert that ends at `end` end.
fn before_bracket(words: &[Word], end: usize) -> usize {
    if end == 0 || words[end - 1].text != ")" {
        return end;
    }
    (end.saturating_sub(8)..end).rev().find(|&i| words[i].text == "(").unwrap_or(end)
}

/// Whether `source` can be the subject of this reporting verb.
fn can_say(words: &[Word], source: &Range<usize>, at: usize, cue: Cue) -> bool {
    if touches_possessive(words, source.end) {
        return false;
    }
    let pronoun = source.len() == 1 && is_pronoun(&words[source.start].lower);
    if pronoun && matches!(words[source.start].lower.as_str(), "i" | "we" | "you") {
        return false;
    }
    let vouches = pronoun || is_source(words, source);
    let next = words.get(at + 1).map_or("", |word| word.lower.as_str());
    let clause_follows = matches!(
        next,
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
            | "at"
            | "about"
            | "on"
            | "no"
            | "some"
            | "up"
    );
    match cue.form {
        _ if also_a_noun(cue) && cue.form == Form::Base && !is_plural(words, source) => false,
        _ if also_a_noun(cue) => vouches && (clause_follows || closed_before(words, source.start)),
        Form::Base if !is_plural(words, source) => false,
        _ => match cue.class {
            Class::Speech if matches!(cue.verb, "say" | "tell" | "add") => true,
            Class::Speech | Class::Act => vouches,
            Class::Evidence
                if cue.verb == "put"
                    || cue.verb == "hold"
                    || cue.verb == "find"
                    || cue.verb == "expect"
                    || cue.verb == "read"
                    || cue.verb == "rule"
                    || cue.verb == "cite"
                    || cue.verb == "quote" =>
            {
                vouches && !pronoun && (clause_follows || next == "\"" || next == "“")
            }
            Class::Evidence => vouches,
        },
    }
}

/// Whether a quotation ends right before word `at`.
fn closed_before(words: &[Word], at: usize) -> bool {
    at > 0 && matches!(words[at - 1].text, "\"" | "”" | "''")
}

fn touches_possessive(words: &[Word], at: usize) -> bool {
    at > 0 && (words[at - 1].lower.ends_with("'s") || words[at - 1].lower.ends_with("s'"))
}

fn is_plural(words: &[Word], source: &Range<usize>) -> bool {
    source.clone().any(|at| {
        let lower = words[at].lower.as_str();
        matches!(
            lower,
            "police" | "people" | "media" | "they" | "we" | "i" | "men" | "women" | "some" | "many" | "others" | "and"
        ) || (lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("'s") && !lower.ends_with("ss"))
    })
}

/// Whether the phrase names someone or something that can vouch for a claim.
fn is_source(words: &[Word], source: &Range<usize>) -> bool {
    source.clone().any(|at| {
        let word = &words[at];
        is_source_noun(&word.lower)
            || (word.is_capitalised() && is_nominal(word) && (at > 0 || source.len() > 1 || !is_common(word)))
    })
}

/// A sentence-initial capital says nothing of a word that ends like a common noun.
fn is_common(word: &Word) -> bool {
    word.lower.ends_with("tion") || word.lower.ends_with("ing")
}

/// Whether the verb at `at` is a passive: "was accused", "had been told".
fn passive(words: &[Word], at: usize) -> bool {
    let mut back = at;
    while back > 0 && words[back - 1].is_word() && words[back - 1].lower.ends_with("ly") {
        back -= 1;
    }
    back > 0
        && cue(&words[at].lower).is_some_and(|cue| cue.form == Form::Past)
        && matches!(words[back - 1].lower.as_str(), "was" | "were" | "been" | "is" | "are" | "being" | "be")
}

/// "was reported by NP"; "was quoted as saying" has its subject before it.
fn by_agent(words: &[Word], at: usize, cue: Cue) -> Option<Spot> {
    if cue.verb == "quote" && words.get(at + 1).is_some_and(|next| next.lower == "as") {
        let (source, role) = subject(words, at)?;
        return Some(Spot { source, role, cue: at..(at + 3).min(words.len()), relay: None });
    }
    let by = words.get(at + 1).filter(|next| next.lower == "by")?;
    debug_assert!(by.is_word());
    let source = after(words, at + 2)?;
    is_source(words, &source).then_some(Spot { source, role: None, cue: at..at + 2, relay: None })
}

/// ", saying …": goes on with the speaker of the claim, or with its subject.
fn participle(words: &[Word], at: usize, cue: Cue, found: &[Spot]) -> Option<Spot> {
    let before_cue = words.get(at.checked_sub(1)?)?;
    if matches!(before_cue.lower.as_str(), "as" | "is" | "was" | "were" | "are" | "been")
        || cue.class == Class::Evidence
    {
        return None;
    }
    if found.last().is_some() || before_cue.text != "," {
        return None;
    }
    let source = after(words, 0)?;
    let role = apposition_after(words, source.end);
    is_source(words, &source).then_some(Spot { source, role, cue: at..at + 1, relay: None })
}

/// "NP quoted NP as saying", "NP reported NP as saying": the inner source, relayed by the outer.
fn relayed(words: &[Word], outer: &Spot) -> Option<Spot> {
    if !matches!(cue(&words[outer.cue.start].lower)?.verb, "quote" | "cite" | "report" | "describe") {
        return None;
    }
    let from = outer.cue.end.max(if outer.source.start > outer.cue.start { outer.source.end } else { 0 });
    let to = (from..words.len().min(from + 24)).find(|&at| {
        words[at].lower == "as"
            && words.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "saying" | "telling" | "reporting"))
    })?;
    let source = before_any(words, from, to)?;
    (source.end > source.start).then_some(Spot {
        source,
        role: None,
        cue: to..to + 2,
        relay: Some(outer.source.clone()),
    })
}

/// All the words between the outer cue and "as saying", up to an apposition.
fn before_any(words: &[Word], from: usize, to: usize) -> Option<Range<usize>> {
    let end = (from..to).find(|&at| words[at].text == ",").unwrap_or(to);
    (from < end && (from..end).any(|at| is_nominal(&words[at]))).then_some(from..end)
}

/// ", senior researcher at …," after a source.
fn apposition_after(words: &[Word], end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    let role = (words.get(end)?.text == ",").then(|| after(words, start))??;
    let next = words.get(role.end);
    let begins_small = words[role.start].text.chars().next().is_some_and(char::is_lowercase);
    (begins_small && next.is_none_or(|next| !next.is_word() || matches!(next.lower.as_str(), "in" | "who" | "on")))
        .then_some(role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    /// `expected`: source | cue, separated by semicolons; a relay stands in brackets.
    fn check(text: &str, expected: &str) {
        let words = words(text, 0);
        let mut inside = false;
        let quoted: Vec<bool> = words
            .iter()
            .map(|word| {
                inside ^= word.text == "\"";
                inside && word.text != "\""
            })
            .collect();
        let cut = |range: &Range<usize>| &text[words[range.start].span.start..words[range.end - 1].span.end];
        let found: Vec<String> = spots(&words, |at| quoted[at])
            .iter()
            .map(|spot| {
                let relay = spot.relay.as_ref().map_or(String::new(), |relay| format!(" ({})", cut(relay)));
                format!("{} | {}{relay}", cut(&spot.source), cut(&spot.cue))
            })
            .collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn the_subject_of_a_reporting_verb_is_a_source() {
        check("Mayor Ana Ruiz said the dam was safe.", "Mayor Ana Ruiz | said");
        check("The dam broke at night, harbour officials say.", "harbour officials | say");
        check("Mr. Ruiz has repeatedly insisted that it held.", "Mr. Ruiz | insisted");
    }

    #[test]
    fn a_verb_before_its_subject_too() {
        check("\"We ran,\" said Ana Ruiz, a teacher in Porto.", "Ana Ruiz | said");
        check("The dam is safe, said the ministry.", "the ministry | said");
    }

    #[test]
    fn an_apposition_does_not_part_subject_and_verb() {
        check("Ana Ruiz, senior engineer at the dam, told reporters it held.", "Ana Ruiz | told");
    }

    #[test]
    fn according_to_names_a_source() {
        check("Ten died, according to the Harbour Ministry.", "the Harbour Ministry | according to");
        check("According to two people briefed on the talks, they failed.", "two people | According to");
    }

    #[test]
    fn a_report_of_a_report_names_both() {
        check(
            "Arms cross the border, the Courier reported sources in the port as saying.",
            "sources in the port | as saying (the Courier)",
        );
        check("State radio quoted a witness as saying it burned.", "a witness | as saying (State radio)");
    }

    #[test]
    fn a_cue_in_a_quotation_belongs_to_its_speaker() {
        check("\"My boss said no,\" Ana Ruiz recalled.", "Ana Ruiz | recalled");
    }

    #[test]
    fn nouns_that_look_like_cues_attribute_nothing() {
        check("The attack claims made headlines.", "");
        check("He declined to say why.", "");
        check("The package was reported on Friday.", "");
    }

    #[test]
    fn a_passive_has_its_source_after_by() {
        check("The deal was confirmed by the Harbour Ministry on Friday.", "the Harbour Ministry | confirmed by");
        check("The mayor was quoted as saying it held.", "The mayor | quoted as saying");
    }
}
