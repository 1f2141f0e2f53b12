//! The words that attribute.

use std::{collections::BTreeMap, sync::LazyLock};

/// What the subject of a reporting verb does with the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Utters it.
    Speech,
    /// Does something by uttering it: accuses, vows.
    Act,
    /// Holds or shows it.
    Evidence,
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

/// The reporting verb that `lower` is a form of.
pub(crate) fn cue(lower: &str) -> Option<Cue> {
    CUES.get(lower).copied()
}

static CUES: LazyLock<BTreeMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut cues = BTreeMap::new();
    for line in include_str!("../../../data/reporting_verbs.txt").lines() {
        let Some((class, forms)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        let class = match class {
            "speech" => Class::Speech,
            "act" => Class::Act,
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
    "state", "stress", "suspect", "tweet", "vow",
];

/// Nouns that name who or what can vouch for something.
pub(crate) fn is_source_noun(lower: &str) -> bool {
    SOURCE_NOUNS.binary_search(&lower).is_ok()
        || (lower.len() > 5 && ["ists", "ents", "ians", "makers"].iter().any(|end| lower.ends_with(end)))
}

/// Sorted.
const SOURCE_NOUNS: &[&str] = &[
    "activist",
    "activists",
    "administration",
    "adviser",
    "advisers",
    "advisor",
    "advocate",
    "advocates",
    "affidavit",
    "agencies",
    "agency",
    "aide",
    "aides",
    "allies",
    "ally",
    "ambassador",
    "analyst",
    "analysts",
    "army",
    "attorney",
    "attorneys",
    "author",
    "authorities",
    "authority",
    "autopsy",
    "bureau",
    "campaign",
    "captain",
    "chairman",
    "chairwoman",
    "chief",
    "coach",
    "colleague",
    "colleagues",
    "commander",
    "commission",
    "commissioner",
    "committee",
    "company",
    "complaint",
    "coroner",
    "correspondent",
    "council",
    "counsel",
    "court",
    "critic",
    "critics",
    "data",
    "defendant",
    "department",
    "deputy",
    "detective",
    "detectives",
    "diplomat",
    "diplomats",
    "director",
    "doctor",
    "doctors",
    "document",
    "documents",
    "driver",
    "editor",
    "employee",
    "employees",
    "executive",
    "executives",
    "expert",
    "experts",
    "eyewitness",
    "eyewitnesses",
    "family",
    "father",
    "figures",
    "filing",
    "firefighters",
    "forces",
    "friend",
    "friends",
    "general",
    "government",
    "governor",
    "group",
    "groups",
    "head",
    "indictment",
    "inquiry",
    "insiders",
    "investigation",
    "investigator",
    "investigators",
    "journalist",
    "judge",
    "jury",
    "justice",
    "justices",
    "lawmaker",
    "lawmakers",
    "lawsuit",
    "lawyer",
    "lawyers",
    "leader",
    "leaders",
    "letter",
    "man",
    "manager",
    "mayor",
    "media",
    "members",
    "memo",
    "men",
    "militants",
    "military",
    "minister",
    "ministry",
    "mother",
    "neighbor",
    "neighbors",
    "neighbour",
    "neighbours",
    "newspaper",
    "observers",
    "office",
    "officer",
    "officers",
    "official",
    "officials",
    "operator",
    "opponents",
    "organisation",
    "organization",
    "organizers",
    "owner",
    "panel",
    "paper",
    "party",
    "people",
    "person",
    "pilot",
    "police",
    "poll",
    "polls",
    "president",
    "prosecution",
    "prosecutor",
    "prosecutors",
    "protesters",
    "publication",
    "rebels",
    "record",
    "records",
    "report",
    "reporter",
    "reporters",
    "reports",
    "representative",
    "rescuers",
    "researcher",
    "researchers",
    "resident",
    "residents",
    "scientist",
    "scientists",
    "secretary",
    "senator",
    "senators",
    "sheriff",
    "sister",
    "son",
    "source",
    "sources",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
    "station",
    "studies",
    "study",
    "supporters",
    "survey",
    "surveys",
    "survivor",
    "survivors",
    "team",
    "television",
    "testimony",
    "troops",
    "union",
    "vice",
    "victims",
    "video",
    "villagers",
    "website",
    "wife",
    "witness",
    "witnesses",
    "woman",
    "women",
    "worker",
    "workers",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_nouns_are_sorted() {
        assert!(SOURCE_NOUNS.is_sorted());
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
