//! What a number measures: its unit, an age, a magnitude, people and what befell them, or things.

use super::{
    Dimension, Fate, Measure, PEOPLE, counted,
    numerals::{self, Numeral, numeral},
    qualifiers::bound,
    units,
};
use crate::text::Word;

/// A measure, the factor and shift to its base unit, and the index after its words.
type Measured = (Measure, f64, f64, usize);

/// What the number measures, the factor and shift to its base unit, and the index after its words.
pub(super) fn measure(
    words: &[Word],
    at: usize,
    end: usize,
    number: &Numeral,
    sign: Option<&'static str>,
) -> Option<Measured> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    if let Some(currency) = sign {
        let is_million = number.suffix > 0
            && words[number.end - 1].lower.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with('m');
        let factor = if is_million { 1e6 } else { 1.0 };
        return Some((Measure::Unit(Dimension::Money(currency)), factor, 0.0, end));
    }
    if number.suffix > 0 {
        return suffixed(words, end, number);
    }
    if let Some((factor, end)) = age(words, at, end, number) {
        return Some((Measure::Age, factor, 0.0, end));
    }
    if is_magnitude(words, at, end, number) {
        return Some((Measure::Magnitude, 1.0, 0.0, end));
    }
    let hyphen = usize::from(lower(end) == "-");
    let more = usize::from(matches!(lower(end), "more" | "additional" | "full" | "consecutive" | "straight"));
    let from = end + hyphen + more;
    if let Some((unit, end)) = units::unit(words, from) {
        return Some((Measure::Unit(unit.dimension), unit.factor, unit.offset, end));
    }
    let noun = counted::noun(words, end + hyphen, number.low > 1.0);
    let stop = noun.as_ref().map_or(end, |noun| noun.end);
    if number.share {
        return Some((Measure::Unit(Dimension::Share), 1.0, 0.0, stop));
    }
    let fate = counted::fate(words, bound(words, at).0, stop, |i| numeral(words, i).is_some());
    let is_casualty = |noun: &counted::Noun| words[noun.head].stem == "casualti";
    if number.low == 0.0 && noun.as_ref().is_some_and(is_casualty) {
        return Some((Measure::People(Fate::Dead), 1.0, 0.0, stop));
    }
    let counts_people = noun.as_ref().is_none_or(|noun| counted::thing(&words[noun.head]) == PEOPLE);
    if let Some(fate) = fate.filter(|_| counts_people) {
        return Some((Measure::People(fate), 1.0, 0.0, stop));
    }
    if is_pronoun_one(words, at, number.end, noun.is_some()) || (noun.is_none() && number.vague && number.high < 100.0)
    {
        return None;
    }
    let thing = noun.map(|noun| Measure::Things(counted::thing(&words[noun.head])));
    Some((thing.unwrap_or(Measure::Bare), 1.0, 0.0, stop))
}

fn is_pronoun_one(words: &[Word], at: usize, end: usize, has_noun: bool) -> bool {
    let before = at.checked_sub(1).map_or("", |i| words[i].lower.as_str());
    words[at].lower == "one"
        && end == at + 1
        && (!has_noun || matches!(before, "no" | "the" | "any" | "every" | "this" | "that" | "each"))
}

/// A unit written onto its number: "58km", "193km/h".
fn suffixed(words: &[Word], end: usize, number: &Numeral) -> Option<Measured> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let text = lower(number.end - 1);
    let unit = units::named(&text[text.len() - number.suffix..])?;
    if unit.dimension == Dimension::Length && lower(end) == "/" && lower(end + 1) == "h" {
        return Some((Measure::Unit(Dimension::Speed), unit.factor / 3600.0, 0.0, end + 2));
    }
    Some((Measure::Unit(unit.dimension), unit.factor, unit.offset, end))
}

fn is_magnitude(words: &[Word], at: usize, end: usize, number: &Numeral) -> bool {
    let is_near = (at.saturating_sub(6)..at)
        .chain(end..(end + 5).min(words.len()))
        .any(|i| matches!(words[i].stem.as_str(), "magnitud" | "richter"));
    number.low < 10.0 && words[at..number.end.max(at)].iter().any(|word| word.text.contains('.')) && is_near
}

/// By what the number is multiplied to give years, and the index after the words of an age: "56-year-old",
/// "five months old", "aged 56", "in his 50s", "Ana Ruiz, 56,".
fn age(words: &[Word], at: usize, end: usize, number: &Numeral) -> Option<(f64, usize)> {
    const YEAR: f64 = 31_556_952.0;
    if numerals::decade_of_life(words, at).is_some() {
        return Some((1.0, end));
    }
    let text = |i: usize| words.get(i).map_or("", |word| word.text);
    let skip = |i: usize| i + usize::from(text(i) == "-");
    let unit = units::unit(words, skip(end)).filter(|(unit, _)| unit.dimension == Dimension::Duration);
    if let Some((unit, after)) = unit {
        let old = skip(after);
        let of_age = text(after) == "of" && text(after + 1) == "age";
        let end = if matches!(text(old), "old" | "olds") { old + 1 } else { after + 2 };
        return (end == old + 1 || of_age).then_some((if unit.factor == YEAR { 1.0 } else { unit.factor / YEAR }, end));
    }
    let is_named = at >= 2 && text(at - 1) == "," && words[at - 2].is_capitalised();
    let closes = matches!(text(end), "," | ")" | "." | "");
    let is_aged = at >= 1 && matches!(words[at - 1].lower.as_str(), "aged" | "age");
    let is_life = number.low.fract() == 0.0 && (1.0..=115.0).contains(&number.low) && words[at].has_digit();
    (is_aged || is_named && closes && is_life).then_some((1.0, end))
}
