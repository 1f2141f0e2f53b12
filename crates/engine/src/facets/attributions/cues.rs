//! The words that attribute.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What the subject of a reporting verb does with the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Utters it.
    Speech,
    /// Does something by uttering it: accuses, vows.
    Act,
    /// Holds or shows it.
    Evidence,
    /// Utters it, where a quotation stands beside the verb: asks, shouts, continues.
    Aloud,
}

/// Which form of a reporting verb a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Base,
    ThirdPerson,
    Past,
    Participle,
}

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cue {
    pub(crate) class: Class,
    pub(crate) form: Form,
    /// The base form.
    pub(crate) verb: &'static str,
}

impl Cue {
    /// Whether the verb tells what somebody said, and not what that did or shows.
    pub(crate) fn reports(self) -> bool {
        self.class == Class::Speech
    }
}

/// The reporting verb that `lower` is a form of.
pub(crate) fn cue(lower: &str) -> Option<Cue> {
    CUES.get(lower).copied()
}

/// Whether `lower` is a form of a reporting verb.
pub(crate) fn is_reporting(lower: &str) -> bool {
    CUES.contains_key(lower)
}

static CUES: LazyLock<BTreeMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut cues = BTreeMap::new();
    for line in include_str!("../../../data/reporting_verbs.txt").lines() {
        let Some((class, forms)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        let class = match class {
            "speech" => Class::Speech,
            "act" => Class::Act,
            "aloud" => Class::Aloud,
            _ => Class::Evidence,
        };
        let verb = forms.split(' ').next().unwrap_or_default();
        for (place, word) in forms.split(' ').enumerate() {
            let form = match word {
                _ if word.ends_with("ing") => Form::Participle,
                _ if place == 0 => Form::Base,
                _ if place == 1 => Form::ThirdPerson,
                _ => Form::Past,
            };
            cues.entry(word).or_insert(Cue { class, form, verb });
        }
    }
    cues
});

/// Verb forms that are more often nouns: they need a clause after them.
pub(crate) fn also_a_noun(cue: Cue) -> bool {
    matches!(cue.form, Form::Base | Form::ThirdPerson) && NOUN_LIKE.contains(&cue.verb)
}

const NOUN_LIKE: &[&str] = &[
    "answer", "attack", "blame", "blast", "boast", "brand", "call", "charge", "claim", "comment", "demand", "detail",
    "estimate", "find", "forecast", "hint", "hold", "joke", "label", "note", "pledge", "post", "praise", "promise",
    "question", "quip", "quote", "read", "remark", "repeat", "reply", "report", "rule", "show", "signal", "slam",
    "point", "list", "state", "stress", "suspect", "tweet", "vow",
];

/// Whether a reporting verb tells what the reporter thinks of the utterance: doubts it, scolds it,
/// hears reluctance, anger or pride in it.
pub(crate) fn is_loaded(verb: &str) -> bool {
    const LOADED: &[&str] = &[
        "admit", "allege", "accuse", "attack", "blast", "boast", "claim", "complain", "concede", "condemn", "contend",
        "decry", "denounce", "deride", "dismiss", "insist", "lament", "maintain", "mock", "proclaim", "ridicule",
        "slam", "threaten", "vow", "warn", "brand",
    ];
    LOADED.contains(&verb)
}

/// Nouns that name who or what can vouch for something.
pub(crate) fn is_source_noun(lower: &str) -> bool {
    NOUNS.vouches.contains(lower)
        || is_document(lower)
        || (lower.len() > 5 && ["ists", "ians", "makers"].iter().any(|end| lower.ends_with(end)))
}

/// Nouns that name something written, counted or recorded, which shows what it holds.
pub(crate) fn is_document(lower: &str) -> bool {
    NOUNS.document.contains(lower)
}

/// Nouns that name what somebody says: "the claim that …", "a warning from …".
pub(crate) fn is_utterance(lower: &str) -> bool {
    NOUNS.utterance.contains(lower)
}

#[derive(Default)]
struct Nouns {
    vouches: BTreeSet<&'static str>,
    document: BTreeSet<&'static str>,
    utterance: BTreeSet<&'static str>,
}

static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let mut nouns = Nouns::default();
    for line in include_str!("../../../data/source_nouns.txt").lines() {
        let Some((class, words)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        let list = match class {
            "document" => &mut nouns.document,
            "utterance" => &mut nouns.utterance,
            _ => &mut nouns.vouches,
        };
        list.extend(words.split(' '));
    }
    nouns
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_people_are_sources() {
        assert!(is_source_noun("affidavit") && is_document("affidavit"));
        assert!(is_source_noun("economists") && !is_document("economists"));
        assert!(is_utterance("allegation") && !is_source_noun("harbour"));
    }

    #[test]
    fn every_form_of_a_reporting_verb_is_a_cue() {
        for (word, verb, form) in [
            ("said", "say", Form::Past),
            ("says", "say", Form::ThirdPerson),
            ("wrote", "write", Form::Past),
            ("accusing", "accuse", Form::Participle),
        ] {
            let cue = cue(word).expect("a reporting verb");
            assert_eq!((cue.verb, cue.form), (verb, form));
        }
    }
}
