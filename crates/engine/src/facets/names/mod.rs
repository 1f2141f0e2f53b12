//! Finds the participants of a claim: who and what takes part, in which role, in which act.
//!
//! - [`phrases`] bounds the noun phrases and clauses that the grammar of the claim makes participants,
//! - [`people`] tells what persons are called, and whom "the senator" means.

mod people;
mod phrases;

use super::closed_class::is_open;
use crate::{
    syntax::{Tag, Tree},
    text::{Claim, Word},
};
pub(crate) use people::resolve;
use std::ops::Range;
use story::Span;

/// A noun phrase of a claim, or a clause that stands in the place of one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Participant {
    /// Bytes of the body, without a leading article.
    pub(crate) span: Span,
    /// The words of the claim, with a leading article.
    pub(crate) words: Range<usize>,
    /// The word that carries the phrase.
    pub(crate) at: usize,
    /// Stem of the word that carries the phrase.
    pub(crate) head: String,
    /// Stems of its open-class words, in order.
    pub(crate) stems: Vec<String>,
    /// Whether its head is a name.
    pub(crate) is_name: bool,
    pub(crate) is_plural: bool,
    pub(crate) has_digit: bool,
    /// Whether the reader is thought to know which one: "the", "his", a name.
    pub(crate) is_definite: bool,
    /// How many are named one beside the other; 1 for a simple phrase.
    pub(crate) listed: usize,
    pub(crate) part: Part,
    /// "because of", in lower case; else empty.
    pub(crate) preposition: String,
    /// The verb or noun that it belongs to.
    pub(crate) governor: Option<usize>,
    /// What the phrase calls a person whose name it holds.
    pub(crate) role: Option<Role>,
    /// The last name of whom it means, in lower case.
    pub(crate) person: Option<String>,
}

/// A person and what he or she is called.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Role {
    /// The last name, in lower case.
    pub(crate) person: String,
    /// Stems of the role's open-class words.
    pub(crate) stems: Vec<String>,
}

/// What a participant is to its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Who acts, also after "by".
    Subject,
    /// Whom the act concerns, also as the subject of a passive.
    Object,
    /// What one is, is called or becomes.
    Predicate,
    /// After a preposition.
    Oblique,
    /// "Karl's" in "Karl's deputy"
    Possessor,
    /// Beside a noun that names the same.
    Apposition,
    /// "to sell the dam"
    Aim,
    /// "because the dam broke"
    Reason,
    /// "that the dam broke", "whether to sell it"
    Content,
    Other,
}

/// The participants of a claim in the order of the text; a list is one, and each of what it lists.
pub(crate) fn participants(claim: &Claim, tree: &Tree) -> Vec<Participant> {
    let words = &claim.words;
    let bounded = phrases::phrases(words, tree).into_iter();
    let names =
        |words: &[Word], range: &Range<usize>| range.clone().any(|i| is_open(&words[i]) && !words[i].has_digit());
    let mut found: Vec<Participant> =
        bounded.filter(|phrase| names(words, &phrase.words)).map(|phrase| participant(words, tree, &phrase)).collect();
    found.sort_by(|a, b| (a.span.start, b.span.end, a.part).cmp(&(b.span.start, a.span.end, b.part)));
    found.dedup_by(|later, earlier| later.span == earlier.span);
    found
}

fn participant(words: &[Word], tree: &Tree, phrase: &phrases::Phrase) -> Participant {
    let range = phrase.words.clone();
    let first = range.clone().find(|&i| !matches!(words[i].lower.as_str(), "a" | "an" | "the")).unwrap_or(range.start);
    let is_name = tree.tag(phrase.at) == Tag::Name;
    let role = people::role(words, tree, phrase);
    Participant {
        span: Span::new(words[first].span.start, words[range.end - 1].span.end),
        at: phrase.at,
        head: bare(&words[phrase.at]),
        stems: range.clone().filter(|&i| is_open(&words[i])).map(|i| bare(&words[i])).collect(),
        is_name,
        is_plural: phrase.listed > 1 || is_plural(tree, words, phrase.at),
        has_digit: words[range.clone()].iter().any(Word::has_digit),
        is_definite: is_name || is_definite(tree, words, phrase.at),
        listed: phrase.listed,
        part: phrase.part,
        preposition: phrase.preposition.clone(),
        governor: phrase.governor,
        person: people::person(words, tree, phrase).or_else(|| role.as_ref().map(|role| role.person.clone())),
        role,
        words: range,
    }
}

/// The stem without a possessive ending.
fn bare(word: &Word) -> String {
    word.stem.trim_end_matches("'s").trim_end_matches('\'').to_owned()
}

fn is_plural(tree: &Tree, words: &[Word], at: usize) -> bool {
    tree.tag(at) == Tag::Plural || matches!(words[at].lower.as_str(), "people" | "police" | "troops")
}

fn is_definite(tree: &Tree, words: &[Word], at: usize) -> bool {
    let known = |i: usize| match tree.tag(i) {
        Tag::Owner => true,
        Tag::Determiner => matches!(words[i].lower.as_str(), "the" | "this" | "that" | "these" | "those"),
        _ => words[i].lower.ends_with("'s"),
    };
    tree.under(at).take_while(|&i| i < at).any(known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use story::ClaimId;

    fn found(text: &str) -> Vec<Participant> {
        let span = Span::new(0, text.len());
        let words = words(text, 0);
        let tree = Tree::of(&words);
        let claim = Claim { id: ClaimId("x".into()), article: 0, place: 0, paragraph: 0, span, text, words };
        participants(&claim, &tree)
    }

    fn check(text: &str, expected: &[&str]) {
        let phrases = found(text);
        let phrases: Vec<&str> = phrases.iter().map(|participant| participant.span.of(text)).collect();
        assert_eq!(phrases, expected, "{text}");
    }

    /// `phrase: part preposition < governor`
    fn check_parts(text: &str, expected: &[&str]) {
        let words = words(text, 0);
        let tell = |one: Participant| {
            let governor = one.governor.map_or("", |at| words[at].text);
            let part = format!("{:?} {}", one.part, one.preposition);
            format!("{}: {} < {governor}", one.span.of(text), part.trim())
        };
        let told: Vec<String> = found(text).into_iter().map(tell).collect();
        assert_eq!(told, expected, "{text}");
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
        check("He pleaded guilty to an arson charge.", &["arson charge"]);
    }

    #[test]
    fn of_continues_a_phrase() {
        check("They blamed members of the city council.", &["members of the city council", "city council"]);
    }

    #[test]
    fn a_participant_has_a_part_in_an_act() {
        check_parts(
            "The mayor of Lund gave a medal to the divers.",
            &[
                "mayor of Lund: Subject < gave",
                "Lund: Oblique of < mayor",
                "medal: Object < gave",
                "divers: Oblique to < gave",
            ],
        );
    }

    #[test]
    fn a_passive_is_read_as_its_active() {
        check_parts("The gate was opened by an engineer.", &["gate: Object < opened", "engineer: Subject < opened"]);
    }

    #[test]
    fn a_reason_is_a_participant() {
        check_parts(
            "The fair was cancelled because of the storm.",
            &["fair: Object < cancelled", "storm: Oblique because of < cancelled"],
        );
    }

    #[test]
    fn an_aim_is_a_participant() {
        check_parts(
            "The council met to sell the harbour.",
            &["council: Subject < met", "to sell the harbour: Aim < met", "harbour: Object < sell"],
        );
    }

    #[test]
    fn an_owner_is_a_participant() {
        check("They met Karl's deputy in the yard.", &["Karl's deputy", "Karl's", "yard"]);
    }

    #[test]
    fn a_role_stands_before_or_after_the_name() {
        check_role("Then former mayor Ana Ruiz left.", "ruiz", "former mayor");
        check_role("Then Ana Ruiz, a retired judge, left.", "ruiz", "retir judg");
    }
}
