//! Who is meant by the words that name a source: full name and role, as the article gives them.

use super::phrases::{is_determiner, is_joint, is_nominal, is_pronoun};
use crate::{
    facets::closed_class::is_closed,
    text::{Claim, Text, Word},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};
use unicode_normalization::UnicodeNormalization;

/// A source, resolved within its article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Speaker {
    /// As a reader would write it: `Ana Ruiz`, `officials`.
    pub(crate) shown: String,
    /// Words of the proper name in lower case without accents; empty if unnamed.
    pub(crate) name: Vec<String>,
    /// Stems of what it is called: head noun, office, organisation.
    pub(crate) role: BTreeSet<String>,
    /// Stems of what it belongs to: "harbour" of "a spokesman for the harbour".
    pub(crate) of: BTreeSet<String>,
    pub(crate) person: bool,
    pub(crate) plural: bool,
    /// One of whom nobody says which: "a witness", "several officials".
    pub(crate) indefinite: bool,
    /// Nobody is said to vouch: "reportedly".
    pub(crate) hearsay: bool,
}

impl Speaker {
    /// Nobody in particular, in these words.
    pub(crate) fn hearsay(words: &[Word]) -> Self {
        let role = BTreeSet::from(["hearsay".to_owned()]);
        Self { shown: phrase(words).to_lowercase(), role, hearsay: true, ..Self::default() }
    }

    pub(crate) fn is_named(&self) -> bool {
        !self.name.is_empty()
    }

    /// Whether it is a newspaper, agency, broadcaster or site, as far as its name tells.
    pub(crate) fn is_medium(&self) -> bool {
        const WORDS: &[&str] = &[
            "news",
            "newspaper",
            "times",
            "post",
            "journal",
            "herald",
            "tribune",
            "guardian",
            "daily",
            "radio",
            "television",
            "tv",
            "press",
            "media",
            "gazette",
            "chronicle",
            "telegraph",
            "wire",
            "magazine",
            "broadcaster",
            "reuters",
            "afp",
            "ap",
            "dpa",
            "bbc",
            "cnn",
            "bloomberg",
            "xinhua",
            "tass",
            "interfax",
        ];
        !self.person && self.name.iter().any(|word| WORDS.contains(&word.as_str()))
    }

    /// Whether it is a body or a document, which can be asked or looked up though nobody is named.
    pub(crate) fn is_institution(&self) -> bool {
        const WORDS: &[&str] = &[
            "government",
            "military",
            "brigade",
            "coastguard",
            "report",
            "statement",
            "document",
            "documents",
            "affidavit",
            "complaint",
            "indictment",
            "study",
            "poll",
            "letter",
            "website",
            "investigation",
            "inquiry",
        ];
        let lower = self.shown.to_lowercase();
        let is_preposition = |word: &&str| matches!(*word, "of" | "for" | "at" | "from" | "in" | "with");
        let head = lower.split_whitespace().take_while(|word| !is_preposition(word)).last().unwrap_or("");
        WORDS.contains(&head) || is_organisation_word(head)
    }

    /// Whether the two are one and the same, as far as their names tell.
    pub(crate) fn same(&self, other: &Speaker) -> bool {
        match (self.is_named(), other.is_named()) {
            (true, true) => self.same_name(other),
            (false, false) => {
                let one_body = self.of.is_empty() || other.of.is_empty() || !self.of.is_disjoint(&other.of);
                !self.role.is_disjoint(&other.role)
                    && (self.role.is_subset(&other.role) || other.role.is_subset(&self.role))
                    && one_body
            }
            (true, false) => other.describes(self),
            (false, true) => self.describes(other),
        }
    }

    fn same_name(&self, other: &Speaker) -> bool {
        let (short, long) = if self.name.len() <= other.name.len() { (self, other) } else { (other, self) };
        let within = short.name.iter().all(|word| long.name.contains(word));
        let last = |speaker: &Speaker| speaker.name.last().cloned().unwrap_or_default();
        let alike = |a: &str, b: &str| a == b || (a.len() > 3 && strsim::damerau_levenshtein(a, b) <= 1);
        let one_surname = short.person && long.person && alike(&last(short), &last(long));
        let first_fits =
            short.name.len() == 1 || short.name[0].len() == 1 || alike_first(&short.name[0], &long.name[0]);
        within || (one_surname && first_fits) || is_acronym(&short.name, &long.name)
    }

    /// Whether an unnamed singular ("the governor", not "a witness") is said by `named`'s role.
    fn describes(&self, named: &Speaker) -> bool {
        named.person && !self.plural && !self.indefinite && !self.role.is_empty() && self.role.is_subset(&named.role)
    }
}

/// Spelling variants (Jon, John; Vincente, Vicente) and short forms (Chris, Christopher).
fn alike_first(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a) || strsim::damerau_levenshtein(a, b) <= 1
}

fn is_acronym(short: &[String], long: &[String]) -> bool {
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    short.len() == 1 && short[0].len() > 1 && short[0] == initials
}

/// The people and offices that an article introduces, by surname and by office.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// Everyone of that surname, each with the number of times the full name is given.
    by_surname: BTreeMap<String, Vec<(Speaker, usize)>>,
    by_office: BTreeMap<String, Option<Speaker>>,
}

impl Cast {
    /// Everyone whom the article names with a first name or an office.
    pub(crate) fn of(text: &Text) -> Self {
        let mut cast = Self::default();
        for claim in &text.claims {
            let mut at = 0;
            while at < claim.words.len() {
                let end = capitalised_run(&claim.words, at);
                if end > at + 1 {
                    cast.meet(speaker(&claim.words[at..end], apposition(&claim.words, end)));
                }
                at = end.max(at + 1);
            }
        }
        cast
    }

    fn meet(&mut self, met: Speaker) {
        let Some(surname) = met.name.last().filter(|_| met.person) else { return };
        for office in &met.role {
            let holder = self.by_office.entry(office.clone()).or_insert_with(|| Some(met.clone()));
            if holder.as_ref().is_some_and(|holder| !holder.same_name(&met)) {
                *holder = None;
            }
        }
        let family = self.by_surname.entry(surname.clone()).or_default();
        match family.iter_mut().find(|(known, _)| known.same_name(&met)) {
            Some((known, count)) => {
                *count += 1;
                known.role.extend(met.role.iter().cloned());
                if met.name.len() > known.name.len() {
                    (known.name, known.shown) = (met.name, met.shown);
                }
            }
            None => family.push((met, 1)),
        }
    }

    /// The one of that surname who is named most often, the first of them if several are.
    fn called(&self, speaker: &Speaker) -> Option<&Speaker> {
        let family = self.by_surname.get(speaker.name.last()?)?;
        let person = Speaker { person: true, ..speaker.clone() };
        let same = family.iter().rev().filter(|(known, _)| known.same_name(&person));
        same.max_by_key(|(_, count)| *count).map(|(known, _)| known)
    }

    /// The person of the cast whose name opens the claim.
    pub(crate) fn subject(&self, claim: &Claim) -> Option<Speaker> {
        let end = capitalised_run(&claim.words, 0);
        let opens = speaker(&claim.words[..end], &[]);
        let possessive = end > 0 && is_possessive(&claim.words[end - 1]);
        self.called(&opens).filter(|_| !possessive).cloned()
    }

    /// `speaker` with what the article tells of it elsewhere.
    pub(crate) fn resolve(&self, speaker: Speaker) -> Speaker {
        if let Some(known) = self.called(&speaker).filter(|_| speaker.person || speaker.name.len() == 1) {
            let mut known = known.clone();
            known.role.extend(speaker.role);
            return known;
        }
        if !speaker.is_named()
            && !speaker.plural
            && !speaker.indefinite
            && let [office] = speaker.role.iter().collect::<Vec<_>>().as_slice()
            && let Some(Some(holder)) = self.by_office.get(*office)
        {
            return holder.clone();
        }
        speaker
    }
}

/// The end of the run of capitalised words that begins at `at`; a possessive ends it.
fn capitalised_run(words: &[Word], at: usize) -> usize {
    let mut end = at;
    while end < words.len() && (is_name_part(&words[end]) || (end > at && is_joint(words, end))) {
        end += 1;
        if is_possessive(&words[end - 1]) {
            break;
        }
    }
    end
}

fn is_possessive(word: &Word) -> bool {
    word.lower.ends_with("'s") || word.lower.ends_with("s'")
}

fn is_name_part(word: &Word) -> bool {
    word.is_capitalised() && is_nominal(word)
}

/// ", senior researcher at …": the words after a name that tell its role.
fn apposition<'w, 'a>(words: &'w [Word<'a>], end: usize) -> &'w [Word<'a>] {
    let comma = words.get(end).is_some_and(|mark| mark.text == ",");
    let begins_small = words.get(end + 1).is_some_and(|word| word.text.chars().next().is_some_and(char::is_lowercase));
    match comma && begins_small && words.get(end + 1).is_none_or(|word| word.lower != "who") {
        true => super::phrases::after(words, end + 1).map_or(&[], |range| &words[range]),
        false => &[],
    }
}

/// The speaker that these words name; `apposition` adds to the role.
pub(crate) fn speaker(words: &[Word], apposition: &[Word]) -> Speaker {
    let named = name(words);
    let before_name = &words[..named.start.min(words.len())];
    let word_before = before_name.iter().rfind(|word| word.is_word() && !is_determiner(&word.lower));
    let titled = word_before.is_some_and(|word| is_title(&word.lower) || is_small(word));
    let name: Vec<String> = words[named.clone()]
        .iter()
        .filter(|word| word.is_word())
        .map(|word| folded(word.lower.strip_suffix("'s").unwrap_or(&word.lower)))
        .filter(|word| !matches!(word.as_str(), "jr" | "sr" | "the"))
        .collect();
    let organised = name.iter().any(|word| is_organisation_word(word));
    let person = !name.is_empty() && !organised && (titled || (2..=3).contains(&name.len()));
    let role_words = if name.is_empty() { head(words) } else { before_name };
    let role = role_words
        .iter()
        .chain(head(apposition))
        .filter(|word| word.is_word() && !is_determiner(&word.lower) && !is_courtesy(&word.lower))
        .map(|word| word.stem.clone())
        .collect();
    let shown = match name.is_empty() {
        true => phrase(words),
        false => phrase(&words[named]).trim_end_matches("'s").trim_end_matches("’s").to_owned(),
    };
    let plural = name.is_empty() && words.iter().any(|word| is_plural(&word.lower));
    let of = complement(words).iter().chain(complement(apposition)).filter(|word| is_open(word));
    Speaker {
        shown,
        name,
        role,
        of: of.map(|word| word.stem.clone()).collect(),
        person,
        plural,
        indefinite: words.first().is_some_and(|word| is_indefinite(&word.lower)),
        hearsay: false,
    }
}

/// The words of a description up to its first preposition: "the governor" of "the governor of …".
fn head<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let end = words.iter().position(|word| matches!(word.lower.as_str(), "of" | "for" | "at" | "from" | "in" | "with"));
    &words[..end.unwrap_or(words.len())]
}

/// The words of a description from its first preposition on: "of the governor of …".
fn complement<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    &words[head(words).len()..]
}

fn is_open(word: &Word) -> bool {
    is_nominal(word) && !is_closed(&word.lower)
}

fn is_indefinite(lower: &str) -> bool {
    matches!(lower, "a" | "an" | "one" | "another" | "some" | "several" | "many" | "two" | "three" | "most")
}

/// The range of the proper name within a noun phrase, empty where it only describes: the
/// capitalised words at its end ("the dam's engineer Ana Ruiz") or before its first preposition
/// ("President Emil Roux of Utopia"), without titles.
fn name(words: &[Word]) -> Range<usize> {
    let run = trailing_name(words, words.len());
    let follows_a_noun = run.start > 0 && is_small(&words[run.start - 1]) && is_nominal(&words[run.start - 1]);
    let titled_inside = words[run.clone()].iter().skip(1).any(|word| is_title(&word.lower));
    let at_the_start = words[..run.start].iter().all(|word| is_determiner(&word.lower));
    if !run.is_empty() && (follows_a_noun || (titled_inside && !at_the_start)) {
        return without_titles(words, run);
    }
    let head_end = words.iter().position(is_link).unwrap_or(words.len());
    let run = trailing_name(words, head_end);
    let of = words.get(head_end).is_some_and(|link| link.lower == "of");
    let goes_on = of && run.len() == 1 && !is_title(&words[run.start].lower);
    match words.iter().rposition(is_name_part) {
        Some(last) if goes_on && last > head_end => run.start..last + 1,
        _ => without_titles(words, run),
    }
}

/// The run of capitalised words that ends right before word `end`.
fn trailing_name(words: &[Word], end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0
        && (is_name_part(&words[start - 1]) || is_joint(words, start - 1))
        && (start == end || !is_possessive(&words[start - 1]))
    {
        start -= 1;
    }
    if end > start + 1 && words[start].lower.ends_with("ing") {
        start += 1;
    }
    start..end
}

/// "Chief Justice Roux" is Roux; "the Justice Department" stays whole.
fn without_titles(words: &[Word], run: Range<usize>) -> Range<usize> {
    let Some(title) = words[run.clone()].iter().rposition(|word| is_title(&word.lower)) else { return run };
    let rest = (run.start + title + 1..run.end).find(|&at| is_name_part(&words[at])).unwrap_or(run.end);
    let names_an_office = rest < run.end && is_organisation_word(&words[rest].lower);
    if names_an_office { run } else { rest..run.end }
}

fn is_small(word: &Word) -> bool {
    word.text.chars().next().is_some_and(char::is_lowercase)
}

fn is_link(word: &Word) -> bool {
    matches!(word.lower.as_str(), "of" | "for" | "at" | "from" | "in" | "with" | "to" | "on")
}

fn is_plural(lower: &str) -> bool {
    matches!(lower, "police" | "people" | "media" | "they")
        || (lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("'s"))
}

fn is_courtesy(lower: &str) -> bool {
    matches!(lower, "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "lord" | "lady" | "dame" | "then" | "former")
}

/// Words that stand right before a person's name.
pub(crate) fn is_title(lower: &str) -> bool {
    const TITLES: &[&str] = &[
        "president",
        "minister",
        "chancellor",
        "premier",
        "secretary",
        "senator",
        "sen",
        "representative",
        "rep",
        "congressman",
        "congresswoman",
        "governor",
        "gov",
        "mayor",
        "judge",
        "justice",
        "chief",
        "general",
        "gen",
        "colonel",
        "col",
        "captain",
        "capt",
        "lieutenant",
        "lt",
        "sergeant",
        "sgt",
        "major",
        "maj",
        "commander",
        "admiral",
        "adm",
        "officer",
        "detective",
        "inspector",
        "superintendent",
        "sheriff",
        "deputy",
        "director",
        "chairman",
        "chairwoman",
        "chair",
        "commissioner",
        "ambassador",
        "professor",
        "prof",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "cardinal",
        "bishop",
        "archbishop",
        "rev",
        "reverend",
        "rabbi",
        "imam",
        "sheikh",
        "ayatollah",
        "speaker",
        "agent",
        "trooper",
        "leader",
        "attorney",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "coach",
        "analyst",
        "ceo",
        "cfo",
        "taoiseach",
        "mp",
        "councillor",
        "councilman",
        "councilwoman",
        "lawyer",
        "editor",
        "counsel",
    ];
    is_courtesy(lower) || TITLES.contains(&lower)
}

fn is_organisation_word(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "news",
        "ministry",
        "agency",
        "police",
        "party",
        "university",
        "times",
        "post",
        "court",
        "department",
        "council",
        "bank",
        "group",
        "army",
        "office",
        "commission",
        "committee",
        "survey",
        "service",
        "bureau",
        "institute",
        "center",
        "centre",
        "association",
        "union",
        "company",
        "corp",
        "inc",
        "ltd",
        "house",
        "press",
        "journal",
        "herald",
        "tribune",
        "guardian",
        "daily",
        "radio",
        "television",
        "tv",
        "network",
        "authority",
        "administration",
        "foundation",
        "society",
        "nations",
        "organization",
        "organisation",
        "congress",
        "parliament",
        "senate",
        "school",
        "hospital",
        "league",
        "team",
        "force",
        "forces",
        "guard",
        "navy",
        "states",
        "city",
        "county",
        "board",
        "federation",
        "international",
        "national",
        "media",
        "project",
        "campaign",
        "cross",
        "crescent",
    ];
    WORDS.contains(&lower)
}

/// In lower case, without accents.
fn folded(lower: &str) -> String {
    lower.nfd().filter(|c| c.is_alphanumeric()).collect()
}

/// The words as one line, without a leading article.
fn phrase(words: &[Word]) -> String {
    let mut line = String::new();
    let mut end = None;
    for word in words {
        if line.is_empty() && matches!(word.lower.as_str(), "the" | "a" | "an") {
            continue;
        }
        if !line.is_empty() && end != Some(word.span.start) {
            line.push(' ');
        }
        line.push_str(word.text);
        end = Some(word.span.end);
    }
    line
}

/// Whether the words are one pronoun.
pub(crate) fn pronoun<'w>(words: &'w [Word]) -> Option<&'w str> {
    match words {
        [word] if is_pronoun(&word.lower) => Some(&word.lower),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, name: &str, person: bool) {
        let words = words(text, 0);
        let found = speaker(&words, &[]);
        assert_eq!((found.name.join(" ").as_str(), found.person), (name, person), "{text}");
    }

    #[test]
    fn a_title_is_not_part_of_a_name() {
        check("Mayor Ana Ruiz", "ana ruiz", true);
        check("Mr. Novák", "novak", true);
        check("Harbour Department spokesman Ivan Dor", "ivan dor", true);
        check("senior vice president of dredging Ivan Dor", "ivan dor", true);
        check("President Emil Roux of Utopia", "emil roux", true);
    }

    #[test]
    fn an_organisation_is_named_whole() {
        check("the Harbour Ministry", "harbour ministry", false);
        check("The Porto Times", "porto times", false);
    }

    #[test]
    fn the_name_in_a_description_is_not_the_speakers() {
        check("a spokesman for the Harbour Ministry", "", false);
        check("Utopian officials", "", false);
        check("the governor", "", false);
    }

    #[test]
    fn short_forms_are_the_same_speaker() {
        let same = |a: &str, b: &str| speaker(&words(a, 0), &[]).same(&speaker(&words(b, 0), &[]));
        assert!(same("Mr. Ruiz", "Mayor Ana Ruiz"));
        assert!(same("USGS", "the United States Geological Survey"));
        assert!(same("the officials", "officials"));
        assert!(!same("officials", "Mayor Ana Ruiz"));
        assert!(!same("a spokesman for the dam", "a spokesman for the port"));
        assert!(!same("a mayor", "Mayor Ana Ruiz") && same("the mayor", "Mayor Ana Ruiz"));
        assert!(!same("Ana Ruiz", "Ivan Ruiz"));
    }
}
