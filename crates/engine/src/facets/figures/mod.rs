//! Finds figures: a quantity, what is said of its exactness, and what it measures.
//!
//! Dates, clock times, addresses, telephone numbers, labels ("Flight 12") and ordinals are no figures.

mod counted;
mod currencies;
mod labels;
mod measures;
mod numerals;
mod qualifiers;
mod ranges;
mod singles;
mod units;

use super::closed_class::is_closed;
use crate::text::{Claim, Word};
pub(crate) use counted::{Fate, PEOPLE};
use labels::is_label;
use measures::measure;
use numerals::{decade_of_life, numeral, ordinal};
use qualifiers::{bound, sign, trailing};
use ranges::{range, tally};
use singles::single;
pub(crate) use story::Bound;
use story::Span;
pub(crate) use units::Dimension;

/// A quantity with what it measures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// Bytes of the body: qualifier, number, unit or noun.
    pub(crate) span: Span,
    /// Bytes of the number with its unit, without qualifier and noun.
    pub(crate) number: Span,
    pub(crate) amount: Amount,
    pub(crate) bound: Bound,
    pub(crate) measure: Measure,
    /// What stands behind the number: unit or noun; empty where it is left out.
    pub(crate) counted: Span,
    /// Stems of the open-class words of its own noun phrase and around it, nearest first.
    pub(crate) context: Vec<String>,
}

/// A number in the base unit of its measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Amount {
    pub(crate) low: f64,
    /// Equal to `low` unless a range was given or the words are vague.
    pub(crate) high: f64,
    pub(crate) vague: bool,
    /// The place value of the last digit that carries meaning; 0 for what was not said in digits.
    pub(crate) step: f64,
}

/// What a figure measures. Only figures of one measure can diverge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measure {
    Unit(Dimension),
    People(Fate),
    Age,
    Magnitude,
    /// A vote or a final score.
    Tally,
    /// Things of this class or stem.
    Things(String),
    /// A number whose noun is left out.
    Bare,
}

/// The figures of a claim in the order of the text; none overlaps a span of `taken`.
pub(crate) fn figures(claim: &Claim, taken: &[Span]) -> Vec<Figure> {
    let words = &claim.words;
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match figure(words, at, taken) {
            Some((figure, end)) => {
                if !restates(words, at, figures.last(), &figure) {
                    figures.push(figure);
                }
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    figures
}

/// The figure whose number begins at word `at`, and the index after its number and unit.
fn figure(words: &[Word], at: usize, taken: &[Span]) -> Option<(Figure, usize)> {
    let mut number = numeral(words, at)
        .or_else(|| decade_of_life(words, at))
        .or_else(|| ordinal(words, at))
        .or_else(|| single(words, at))?;
    let is_free = !taken.iter().any(|span| span.overlaps(words[at].span));
    if !is_free || is_label(words, at, number.end) {
        return None;
    }
    let tally = tally(words, at, number.end);
    if let Some(range) = range(words, at, &number).filter(|_| tally.is_none()) {
        number = range;
    }
    let end = tally.unwrap_or(number.end);
    let sign = sign(words, at);
    let start = sign.map_or(at, |(start, _)| start);
    let (begin, bound) = bound(words, start);
    let sign = sign.map(|(_, currency)| currency);
    let after = trailing(words, end).unwrap_or(end);
    let (measure, factor, offset, end) = match tally {
        Some(end) => (Measure::Tally, 1.0, 0.0, end),
        None => measure(words, at, after, &number, sign)?,
    };
    let bound = if after > number.end && tally.is_none() && bound == Bound::Exactly { Bound::AtLeast } else { bound };
    let amount = Amount {
        low: number.low * factor + offset,
        high: number.high * factor + offset,
        vague: number.vague,
        step: number.step * factor,
    };
    let span = Span::new(words[begin].span.start, words[end - 1].span.end);
    let is_unit = !number.share && !matches!(measure, Measure::People(_) | Measure::Things(_) | Measure::Bare);
    let number = Span::new(words[start].span.start, words[if is_unit { end } else { number.end } - 1].span.end);
    let counted = match words.get(after) {
        Some(first) if after < end => Span::new(first.span.start, span.end),
        _ => Span::new(span.end, span.end),
    };
    let context = context(words, begin, after, end);
    Some((Figure { span, number, amount, bound, measure, counted, context }, end))
}

/// A conversion in brackets: "58 km (36 miles)".
fn restates(words: &[Word], at: usize, last: Option<&Figure>, figure: &Figure) -> bool {
    let bracket = words[at.saturating_sub(2)..at].iter().any(|word| word.text == "(");
    bracket && last.is_some_and(|last| last.measure == figure.measure && matches!(last.measure, Measure::Unit(_)))
}

/// Stems of open-class words: those of the phrase itself, then up to five on each side.
fn context(words: &[Word], begin: usize, number_end: usize, end: usize) -> Vec<String> {
    let open = |word: &&Word| word.is_word() && !word.has_digit() && !is_closed(&word.lower);
    let inside = words[number_end.min(end)..end].iter().filter(open);
    let after = words[end..].iter().take(7).filter(open).take(4);
    let before = words[..begin].iter().rev().take(7).filter(open).take(4);
    inside.chain(after).chain(before).map(|word| word.stem.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use story::ClaimId;

    fn found(text: &str) -> Vec<String> {
        let span = Span::new(0, text.len());
        let id = ClaimId("x".into());
        let claim = Claim { id, article: 0, place: 0, paragraph: 0, span, text, words: words(text, 0) };
        figures(&claim, &[])
            .into_iter()
            .map(|f| format!("{} = {:?} {:?} {}", f.span.of(text), f.measure, f.bound, f.amount.low))
            .collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found(text), expected, "{text}");
    }

    #[test]
    fn what_befell_people_is_what_is_counted() {
        check(
            "The blast killed at least 24 people and wounded 80.",
            &["at least 24 people = People(Dead) AtLeast 24", "80 = People(Hurt) Exactly 80"],
        );
        check("The death toll rose to 31 on the coast.", &["31 = People(Dead) Exactly 31"]);
        check("There were no casualties.", &["no casualties = People(Dead) Exactly 0"]);
    }

    #[test]
    fn units_and_money_are_converted() {
        check("It lies 5 km away.", &["5 km = Unit(Length) Exactly 5000"]);
        check(
            "It cost more than $1.5 billion.",
            &["more than $1.5 billion = Unit(Money(\"USD\")) MoreThan 1500000000"],
        );
        check("The two-week strike ended.", &["two-week = Unit(Duration) Exactly 1209600"]);
    }

    #[test]
    fn a_conversion_in_brackets_is_no_second_figure() {
        check("It lies 10 miles (16 km) away.", &["10 miles = Unit(Length) Exactly 16093.44"]);
    }

    #[test]
    fn ranges_are_one_figure() {
        check("Between 150 and 200 boats sank.", &["Between 150 and 200 boats = Things(\"boat\") Exactly 150"]);
    }

    #[test]
    fn a_range_may_name_its_unit_twice() {
        check("It cost 40 percent to 70 percent less.", &["40 percent to 70 percent = Unit(Share) Exactly 0.4"]);
        check("They want $3 to $5 million.", &["$3 to $5 million = Unit(Money(\"USD\")) Exactly 3000000"]);
    }

    #[test]
    fn none_one_and_some_are_figures() {
        check("The slide killed a man.", &["a man = People(Dead) Exactly 1"]);
        check("Help came within minutes.", &["minutes = Unit(Duration) Exactly 120"]);
        check("None of the mills burned.", &["None of the mills = Unit(Share) Exactly 0"]);
        check("They felt a second quake.", &["second quake = Things(\"quak\") Exactly 2"]);
        check("A man lived on the second floor.", &[]);
    }

    #[test]
    fn ages_are_told_in_many_ways() {
        check("A man in his 50s fell.", &["50s = Age Exactly 50"]);
        check("The six-month-old calf lived.", &["six-month-old = Age Exactly 0.5"]);
        check("Aged 34, she led.", &["34 = Age Exactly 34"]);
    }

    #[test]
    fn ages_are_not_people() {
        check("Ana Ruiz, 56, was there.", &["56 = Age Exactly 56"]);
        check("The 18-year-old fled.", &["18-year-old = Age Exactly 18"]);
    }

    #[test]
    fn labels_addresses_and_telephones_are_no_figures() {
        check("He took Flight 12 to 45 East 9th Street and rang 555-0123.", &[]);
    }

    #[test]
    fn magnitudes_are_their_own_measure() {
        check("A 6.1-magnitude quake struck.", &["6.1 = Magnitude Exactly 6.1"]);
        check("It measured 5.9 on the Richter scale.", &["5.9 = Magnitude Exactly 5.9"]);
    }

    #[test]
    fn votes_are_one_figure() {
        check("The house passed it by 216-211.", &["216-211 = Tally Exactly 216"]);
    }
}
