//! Quantities that are told without a number word: none, one person, some hours.

use super::{
    PEOPLE, counted,
    numerals::{Numeral, numeral},
    units::{self, Dimension},
};
use crate::text::Word;

/// The quantity that the words at `at` tell.
pub(super) fn single(words: &[Word], at: usize) -> Option<Numeral> {
    nought(words, at).or_else(|| person(words, at)).or_else(|| one_unit(words, at)).or_else(|| some_time(words, at))
}

/// "no casualties" is a figure: none.
fn nought(words: &[Word], at: usize) -> Option<Numeral> {
    let counts = matches!(words.get(at + 1)?.stem.as_str(), "casualti" | "injuri" | "death" | "fatal" | "damag");
    (words[at].lower == "no" && counts).then(|| Numeral::plain(at + 1, 0.0, 1.0))
}

/// "killed a man", "a woman was hurt": one.
fn person(words: &[Word], at: usize) -> Option<Numeral> {
    if !matches!(words[at].lower.as_str(), "a" | "an") {
        return None;
    }
    let noun = counted::noun(words, at + 1, false)?;
    let is_person = counted::thing(&words[noun.head]) == PEOPLE;
    let befell = counted::fate(words, at, noun.end.min(words.len()), |i| numeral(words, i).is_some()).is_some();
    (is_person && befell).then(|| Numeral::plain(at + 1, 1.0, 1.0))
}

/// "an hour later", "within a mile": one of it.
fn one_unit(words: &[Word], at: usize) -> Option<Numeral> {
    if !matches!(words[at].lower.as_str(), "a" | "an") {
        return None;
    }
    let (unit, end) = units::unit(words, at + 1)?;
    let before = at.checked_sub(1).map_or("", |i| words[i].lower.as_str());
    let after = words.get(end).map_or("", |word| word.lower.as_str());
    let leads = matches!(before, "for" | "within" | "in" | "than" | "nearly" | "almost" | "about" | "over" | "after");
    let follows = matches!(after, "later" | "earlier" | "before" | "after" | "away" | "long" | "or");
    let is_measured = matches!(unit.dimension, Dimension::Duration | Dimension::Length);
    (is_measured && end == at + 2 && (leads || follows)).then(|| Numeral::plain(at + 1, 1.0, 1.0))
}

/// "within minutes", "hours later", "for years": some.
fn some_time(words: &[Word], at: usize) -> Option<Numeral> {
    let (low, high) = units::some_time(&words[at].lower)?;
    let before = at.checked_sub(1).map_or("", |i| words[i].lower.as_str());
    let after = words.get(at + 1).map_or("", |word| word.lower.as_str());
    let leads = matches!(before, "within" | "for" | "in" | "after" | "took" | "last" | "just" | "only");
    let follows = matches!(after, "later" | "after" | "before" | "earlier");
    (leads || follows).then_some(Numeral { vague: true, high, step: 0.0, ..Numeral::plain(at, low, 0.0) })
}
