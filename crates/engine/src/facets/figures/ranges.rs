//! Two numbers that make one figure: ranges, votes and scores.

use super::{
    numerals::{Numeral, numeral},
    qualifiers::sign,
    units,
};
use crate::text::Word;

/// "between 150 and 200", "10 to 15", "10-15", "two or three", "40 percent to 70 percent".
pub(super) fn range(words: &[Word], at: usize, first: &Numeral) -> Option<Numeral> {
    let unit = units::unit(words, first.end).filter(|_| first.suffix == 0);
    let after = unit.map_or(first.end, |(_, end)| end);
    range_from(words, at, first, first.end).or_else(|| {
        let second = range_from(words, at, first, after)?;
        let (first_unit, second_unit) = (unit?.0, units::unit(words, second.end)?.0);
        (first_unit == second_unit).then_some(second)
    })
}

fn range_from(words: &[Word], at: usize, first: &Numeral, after: usize) -> Option<Numeral> {
    let lead = at.checked_sub(1).map_or("", |i| words[i].lower.as_str());
    let joins = match words.get(after)?.lower.as_str() {
        "to" | "or" | "-" | "–" => true,
        "and" => lead == "between" || (at >= 2 && words[at - 2].lower == "between"),
        _ => false,
    };
    let is_sign = sign(words, at).is_some() && sign(words, after + 2).is_some_and(|(start, _)| start == after + 1);
    let second = numeral(words, after + 1 + usize::from(is_sign));
    let second = second.filter(|second| joins && !first.vague && !second.vague)?;
    let low = if second.step >= 1e3 && first.low < 1e3 { scaled(first.low, &second) } else { first.low };
    (low < second.low && first.share == second.share).then_some(Numeral {
        low,
        step: second.step.min(first.step),
        ..second
    })
}

/// The 3 of "3 to 5 million" is three million.
fn scaled(low: f64, second: &Numeral) -> f64 {
    [1e9, 1e6, 1e3].into_iter().find(|scale| second.low >= *scale && low * scale < second.low).map_or(low, |s| low * s)
}

/// "216-211" or "3-1" after a word of voting or playing: the index after it.
pub(super) fn tally(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let is_dash = matches!(words.get(end)?.text, "-" | "–");
    let second = numeral(words, end + 1).filter(|_| is_dash && words[at].has_digit() && words[end + 1].has_digit())?;
    let near = words[at.saturating_sub(8)..at].iter().chain(words[second.end..].iter().take(4));
    let stems = ["vote", "voted", "won", "win", "beat", "lost", "defeat", "score", "victori", "pass", "approv"];
    near.into_iter().any(|word| stems.contains(&word.stem.as_str())).then_some(second.end)
}
