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
    "agent",
    "agents",
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
    "aunt",
    "author",
    "authorities",
    "authority",
    "autopsy",
    "boss",
    "briefing",
    "broadcaster",
    "brother",
    "bulletin",
    "bureau",
    "campaign",
    "captain",
    "chairman",
    "chairwoman",
    "channel",
    "chief",
    "citizens",
    "coach",
    "colleague",
    "colleagues",
    "commander",
    "commission",
    "commissioner",
    "committee",
    "communique",
    "company",
    "complaint",
    "coroner",
    "correspondent",
    "council",
    "counsel",
    "court",
    "cousin",
    "critic",
    "critics",
    "daily",
    "data",
    "daughter",
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
    "economist",
    "economists",
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
    "fans",
    "farmers",
    "father",
    "figures",
    "filing",
    "firefighters",
    "firm",
    "forces",
    "friend",
    "friends",
    "general",
    "government",
    "governor",
    "group",
    "groups",
    "hackers",
    "head",
    "historian",
    "historians",
    "hospital",
    "husband",
    "indictment",
    "inquiry",
    "insider",
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
    "network",
    "newspaper",
    "nurse",
    "nurses",
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
    "parents",
    "party",
    "people",
    "person",
    "physician",
    "pilot",
    "police",
    "poll",
    "polls",
    "president",
    "prosecution",
    "prosecutor",
    "prosecutors",
    "prospectus",
    "protesters",
    "publication",
    "rebels",
    "record",
    "records",
    "relative",
    "relatives",
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
    "ruling",
    "scientist",
    "scientists",
    "secretary",
    "senator",
    "senators",
    "sheriff",
    "shopkeeper",
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
    "student",
    "students",
    "studies",
    "study",
    "suit",
    "supporters",
    "survey",
    "surveys",
    "survivor",
    "survivors",
    "teacher",
    "teachers",
    "team",
    "television",
    "testimony",
    "tourists",
    "troops",
    "uncle",
    "union",
    "university",
    "verdict",
    "vice",
    "victims",
    "video",
    "villagers",
    "website",
    "weekly",
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
