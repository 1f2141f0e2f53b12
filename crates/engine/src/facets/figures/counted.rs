//! Finds what a number counts: the noun after it, what befell those counted, the words around.

use crate::{facets::closed_class::is_closed, text::Word};

/// What became of people, where that is what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    Dead,
    Hurt,
    Critical,
    Missing,
    Displaced,
    Held,
}

impl Fate {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Fate::Dead => "dead",
            Fate::Hurt => "injured",
            Fate::Critical => "in critical condition",
            Fate::Missing => "missing",
            Fate::Displaced => "displaced",
            Fate::Held => "arrested",
        }
    }
}

/// A noun phrase after a number.
pub(super) struct Noun {
    /// Index of its head.
    pub(super) head: usize,
    /// Index after it.
    pub(super) end: usize,
}

/// The noun that a number before word `at` counts.
pub(super) fn noun(words: &[Word], at: usize, plural: bool) -> Option<Noun> {
    let mut from = at;
    while words.get(from).is_some_and(|word| matches!(word.lower.as_str(), "of" | "the" | "other" | "more" | "of the"))
    {
        from += 1;
    }
    let mut end = from;
    while end < words.len() && end < from + 5 && joins(words, end) {
        end += 1;
        if end > from && plural && is_plural(&words[end - 1]) && !words.get(end).is_some_and(is_plural) {
            break;
        }
    }
    while end > from && !words[end - 1].is_word() {
        end -= 1;
    }
    let head = (from..end).rev().find(|&i| !is_participle(&words[i].lower)).filter(|_| end > from)?;
    Some(Noun { head, end: head + 1 })
}

fn joins(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.text == "-" {
        return at > 0 && words[at - 1].span.end == word.span.start && words.get(at + 1).is_some_and(Word::is_word);
    }
    word.is_word() && !word.has_digit() && !is_closed(&word.lower)
}

fn is_plural(word: &Word) -> bool {
    const IRREGULAR: [&str; 14] = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "staff",
        "aircraft",
        "dead",
        "wounded",
        "injured",
        "crew",
        "others",
    ];
    let lower = word.lower.as_str();
    IRREGULAR.contains(&lower)
        || (lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us"))
}

fn is_participle(lower: &str) -> bool {
    lower.len() > 4 && lower.ends_with("ed") || lower.ends_with("ly")
}

/// What the counted noun is compared by: a class of words that name the same, or else its stem.
pub(super) fn thing(word: &Word) -> String {
    const CLASSES: [(&str, &[&str]); 5] = [
        ("house", &["home", "hous", "build", "structur", "dwell"]),
        ("shot", &["shot", "round", "bullet", "gunshot"]),
        ("vehicle", &["car", "vehicl", "truck"]),
        ("aircraft", &["plane", "aircraft", "jet", "helicopt"]),
        ("bomb", &["bomb", "explos", "blast", "devic"]),
    ];
    let stem = word.stem.as_str();
    if is_people(word) {
        return PEOPLE.into();
    }
    let class = CLASSES.iter().find(|(_, stems)| stems.contains(&stem));
    class.map_or(stem, |(name, _)| name).to_owned()
}

pub(crate) const PEOPLE: &str = "people";

/// Nouns for humans of no more exact description.
fn is_people(word: &Word) -> bool {
    const STEMS: [&str; 30] = [
        "peopl", "person", "man", "men", "woman", "women", "other", "victim", "resid", "villag", "civilian", "surviv",
        "children", "student", "passeng", "demonstr", "protest", "support", "attende", "particip", "migrant", "refuge",
        "inhabit", "marcher", "crowd", "casualti", "live", "dead", "injur", "wound",
    ];
    STEMS.contains(&word.stem.as_str())
        || (word.is_capitalised() && ["ians", "ans", "ese", "ons"].iter().any(|end| word.lower.ends_with(end)))
}

/// What befell those counted by the figure whose words are `start..end`: the verb right before it,
/// else the first such word after it, else a toll before it.
pub(super) fn fate(words: &[Word], start: usize, end: usize, is_number: impl Fn(usize) -> bool) -> Option<Fate> {
    let before = start.checked_sub(1).and_then(|i| fate_of(&words[i]));
    let inside = || (start..end).rev().find_map(|i| fate_of(&words[i]));
    let after = || {
        (end..words.len().min(end + 7))
            .take_while(|&i| !is_number(i) && !matches!(words[i].text, ";" | "." | ":" | "and" | "after" | "when"))
            .find_map(|i| fate_of(&words[i]))
    };
    let toll = || {
        let from = start.saturating_sub(6);
        (from..start)
            .rev()
            .take_while(|&i| !is_number(i) && !matches!(words[i].text, ";" | "." | ","))
            .find(|&i| words[i].stem == "toll" || (words[i].stem == "number" && fate_near(words, i)))
            .map(|_| Fate::Dead)
    };
    before.or_else(inside).or_else(after).or_else(toll)
}

fn fate_near(words: &[Word], at: usize) -> bool {
    words[at + 1..].iter().take(3).any(|word| fate_of(word) == Some(Fate::Dead))
}

fn fate_of(word: &Word) -> Option<Fate> {
    Some(match word.stem.as_str() {
        // Lives are lost; who lived is not dead.
        "live" if word.lower != "lives" => return None,
        "dead" | "kill" | "die" | "dy" | "death" | "fatal" | "perish" | "live" | "slain" => Fate::Dead,
        "injur" | "wound" | "hurt" | "injuri" => Fate::Hurt,
        "critic" => Fate::Critical,
        "miss" | "unaccount" => Fate::Missing,
        "homeless" | "displac" | "fled" | "flee" | "evacu" | "uproot" => Fate::Displaced,
        "arrest" | "detain" => Fate::Held,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, at: usize, head: &str) {
        let words = words(text, 0);
        let found = noun(&words, at, true).map(|noun| words[noun.head].text);
        assert_eq!(found, Some(head), "{text}");
    }

    #[test]
    fn adjectives_stand_before_the_noun() {
        check("three clearly-marked village schools", 1, "schools");
        check("two accused men", 1, "men");
    }

    #[test]
    fn a_verb_after_the_noun_is_not_part_of_it() {
        check("11 rounds fired", 1, "rounds");
        check("40 people died", 1, "people");
    }

    #[test]
    fn whole_and_part_share_the_noun() {
        check("several of the packages arrived", 1, "packages");
    }
}
