//! Finds who is said to say something within one claim: the source's words and the cue.
//!
//! What has a reporting verb is found by [`verbs`]; here stand "according to", nouns such as "the claim that", and
//! hearsay, of which nobody says whose it is.

use super::{
    cues::{cue, is_source_noun, is_utterance},
    phrases::{after, before, is_nominal, time_before},
    verbs,
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
    /// Whether nobody is said to vouch: "reportedly", "it was said that".
    pub(crate) hearsay: bool,
}

impl Spot {
    pub(super) fn new(source: Range<usize>, cue: Range<usize>) -> Self {
        Self { source, role: None, cue, relay: None, hearsay: false }
    }

    pub(super) fn with_role(self, role: Option<Range<usize>>) -> Self {
        Self { role, ..self }
    }

    /// The first word of source and cue.
    pub(super) fn start(&self) -> usize {
        self.source.start.min(self.cue.start)
    }
}

/// The words of a claim, and which of them stand in quotation marks.
pub(super) struct Sentence<'s, 'a> {
    pub(super) words: &'s [Word<'a>],
    pub(super) quoted: Vec<bool>,
}

impl Sentence<'_, '_> {
    /// The word at `at` in lower case; empty outside.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.lower.as_str())
    }

    /// Whether a quotation ends right before word `at`.
    pub(super) fn closes_before(&self, at: usize) -> bool {
        (1..=2.min(at)).any(|back| {
            let mark = at - back;
            !self.words[mark].is_word() && mark > 0 && self.quoted[mark - 1]
        })
    }

    /// Whether a quotation begins right after word `at`, over a mark or two.
    pub(super) fn opens_after(&self, at: usize) -> bool {
        let marks = (at + 1..self.words.len()).take_while(|&next| !self.words[next].is_word());
        let next = marks.last().map_or(at + 1, |mark| mark + 1);
        self.quoted.get(next) == Some(&true)
    }
}

/// The spots of a claim, in the order of their cues. Cues within `quoted` words belong to the
/// speaker quoted and are passed over.
pub(crate) fn spots(words: &[Word], quoted: impl Fn(usize) -> bool) -> Vec<Spot> {
    let sentence = Sentence { words, quoted: (0..words.len()).map(quoted).collect() };
    let mut found: Vec<Spot> = Vec::new();
    for at in 0..words.len() {
        let taken = found.last().is_some_and(|spot| at < spot.cue.end || spot.source.contains(&at));
        if sentence.quoted[at] || taken {
            continue;
        }
        let spot = according_to(words, at)
            .or_else(|| hearsay(words, at))
            .or_else(|| told_of(&sentence, at))
            .or_else(|| verbs::spot(&sentence, at, &found));
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
    Some(Spot::new(source, at..end).with_role(role))
}

/// "reportedly", "allegedly", "it was said that".
fn hearsay(words: &[Word], at: usize) -> Option<Spot> {
    let word = words[at].lower.as_str();
    let range = match word {
        "reportedly" | "allegedly" | "purportedly" | "supposedly" => at..at + 1,
        "it" => {
            let be = (at + 1..words.len().min(at + 4))
                .find(|&be| matches!(words[be].lower.as_str(), "was" | "been" | "is"))?;
            let verb = words.get(be + 1).and_then(|word| cue(&word.lower)).filter(|cue| cue.reports())?;
            let by = words.get(be + 2).is_some_and(|next| next.lower == "by");
            (verb.form == super::cues::Form::Past && !by).then_some(at..be + 2)?
        }
        _ => return None,
    };
    Some(Spot { hearsay: true, ..Spot::new(range.clone(), range) })
}

/// "prosecutors' claim that …", "a report by the Courier that …", "reports that …".
fn told_of(sentence: &Sentence, at: usize) -> Option<Spot> {
    let words = sentence.words;
    if !is_utterance(&words[at].lower) {
        return None;
    }
    let opens = |at: usize| sentence.lower(at) == "that" && !matches!(sentence.lower(at + 1), "is" | "was" | "were");
    if matches!(sentence.lower(at + 1), "by" | "from") {
        let source = after(words, at + 2).filter(|source| is_source(words, source))?;
        return Some(Spot::new(source, at..at + 2));
    }
    if !opens(at + 1) {
        return None;
    }
    match possessor(words, at) {
        Some(source) => is_source(words, &source).then(|| Spot::new(source, at..at + 1)),
        None if words[at].lower.starts_with("report") => Some(Spot::new(at..at + 1, at..at + 1)),
        None => None,
    }
}

/// The phrase before word `at` that ends in a possessive.
fn possessor(words: &[Word], at: usize) -> Option<Range<usize>> {
    let last = at.checked_sub(1)?;
    let (mark, last) = if words[last].is_word() { (false, last) } else { (true, last.checked_sub(1)?) };
    let owns = if mark {
        words[last].lower.ends_with('s') && words[last + 1].text != ","
    } else {
        words[last].lower.ends_with("'s")
    };
    let phrase = before(words, last + 1).filter(|_| owns)?;
    Some(phrase.start..if mark { phrase.end + 1 } else { phrase.end })
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
    Some(Spot { relay: Some(outer.source.clone()), ..Spot::new(source, to..to + 2) })
}

/// All the words between the outer cue and "as saying", up to an apposition.
fn before_any(words: &[Word], from: usize, to: usize) -> Option<Range<usize>> {
    let end = (from..to).find(|&at| words[at].text == ",").unwrap_or(to);
    (from < end && (from..end).any(|at| is_nominal(&words[at]))).then_some(from..end)
}

/// ", senior researcher at …," after a source.
pub(super) fn apposition_after(words: &[Word], end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    let role = (words.get(end)?.text == ",").then(|| after(words, start))??;
    let next = words.get(role.end);
    let begins_small = words[role.start].text.chars().next().is_some_and(char::is_lowercase);
    (begins_small && next.is_none_or(|next| !next.is_word() || matches!(next.lower.as_str(), "in" | "who" | "on")))
        .then_some(role)
}

/// Whether the phrase names someone or something that can vouch for a claim.
pub(super) fn is_source(words: &[Word], source: &Range<usize>) -> bool {
    time_before(words, source.end) > source.start
        && source.clone().any(|at| {
            let word = &words[at];
            is_source_noun(&word.lower)
                || (word.is_capitalised() && is_nominal(word) && (at > 0 || source.len() > 1 || !is_common(word)))
        })
}

/// A sentence-initial capital says nothing of a word that ends like a common noun.
fn is_common(word: &Word) -> bool {
    word.lower.ends_with("tion") || word.lower.ends_with("ing")
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

    #[test]
    fn what_somebody_says_may_be_a_noun() {
        check("He came despite prosecutors' claim that it burned.", "prosecutors' | claim");
        check("It burned, contrary to a report by The Courier.", "The Courier | report by");
        check("There were reports that it burned.", "reports | reports");
    }

    #[test]
    fn hearsay_is_nobodys() {
        check("The dam was reportedly damaged.", "reportedly | reportedly");
        check("It was said on Friday that the dam broke.", "It was said | It was said");
    }

    #[test]
    fn a_second_verb_has_the_subject_of_the_first() {
        check("The ministry welcomed the deal and said it would hold.", "The ministry | said");
        check("Ana Ruiz said it held and added that she slept.", "Ana Ruiz | said; Ana Ruiz | added");
        check("The mayor left, saying the dam was safe.", "The mayor | saying");
    }

    #[test]
    fn an_insertion_may_hold_any_reporting_verb() {
        check("It burned for hours, prosecutors charge.", "prosecutors | charge");
        check("It burned at noon, the Porto Courier is reporting.", "the Porto Courier | reporting");
        check("Records show that it burned.", "Records | show");
    }

    #[test]
    fn a_role_parts_name_and_verb() {
        check(
            "On Friday, Ana Ruiz, the port's deputy head of safety and rescue, said a worker at the gate saw it.",
            "Ana Ruiz | said",
        );
        check("Lawyers who went to Porto denied it.", "Lawyers | denied");
    }

    #[test]
    fn verbs_that_only_sound_like_speech_attribute_nothing() {
        check("Crews from the port responded to the blaze.", "");
        check("The fire claimed dozens of lives.", "");
        check("The United States is near.", "");
        check("Two men accused of arson left.", "");
    }

    #[test]
    fn a_time_is_no_source() {
        check("Ana Ruiz last week said it would hold.", "Ana Ruiz | said");
        check("Last month, when the dam broke, the harbour was closed, saying nothing.", "");
        check("It held, according to a survey last year.", "a survey | according to");
        check("The harbour office on Friday evening said so.", "The harbour office | said");
    }
}
