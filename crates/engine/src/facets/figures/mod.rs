//! Finds figures: a quantity, what is said of its exactness, and what it measures.
//!
//! Dates, clock times, addresses, telephone numbers, labels ("Flight 12") and ordinals are no figures.

mod counted;
mod numerals;
mod units;

use super::closed_class::is_closed;
use crate::text::{Claim, Word};
pub(crate) use counted::{Fate, PEOPLE};
use numerals::{Numeral, numeral};
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
    let mut number = numeral(words, at).or_else(|| nought(words, at))?;
    let is_free = !taken.iter().any(|span| span.overlaps(words[at].span));
    if !is_free || is_label(words, at, number.end) {
        return None;
    }
    let tally = tally(words, at, number.end);
    if let Some(range) = range(words, at, &number).filter(|_| tally.is_none()) {
        number = range;
    }
    let end = tally.unwrap_or(number.end);
    let (first, bound) = bound(words, at);
    let sign = sign(words, at);
    let begin = sign.map_or(first, |_| self::bound(words, at - 1).0);
    let bound = sign.map_or(bound, |_| self::bound(words, at - 1).1);
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
    let is_unit = !matches!(measure, Measure::People(_) | Measure::Things(_) | Measure::Bare);
    let first = words[sign.map_or(at, |_| at - 1)].span.start;
    let number = Span::new(first, words[if is_unit { end } else { number.end } - 1].span.end);
    let counted = match words.get(after) {
        Some(first) if after < end => Span::new(first.span.start, span.end),
        _ => Span::new(span.end, span.end),
    };
    let context = context(words, begin, after, end);
    Some((Figure { span, number, amount, bound, measure, counted, context }, end))
}

/// "no casualties" is a figure: none.
fn nought(words: &[Word], at: usize) -> Option<Numeral> {
    let next = words.get(at + 1)?;
    let counts = matches!(next.stem.as_str(), "casualti" | "injuri" | "death" | "fatal" | "one" | "damag");
    (words[at].lower == "no" && counts && next.stem != "one").then_some(Numeral {
        end: at + 1,
        low: 0.0,
        high: 0.0,
        vague: false,
        share: false,
        step: 1.0,
        suffix: 0,
    })
}

type Measured = (Measure, f64, f64, usize);

/// What the number measures, the factor and shift to its base unit, and the index after its words.
fn measure(words: &[Word], at: usize, end: usize, number: &Numeral, sign: Option<&'static str>) -> Option<Measured> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    if let Some(currency) = sign {
        return Some((Measure::Unit(Dimension::Money(currency)), 1.0, 0.0, end));
    }
    if number.suffix > 0 {
        let text = words[number.end - 1].lower.as_str();
        let (unit, _) = units::unit(&text[text.len() - number.suffix..], "")?;
        return Some((Measure::Unit(unit.dimension), unit.factor, unit.offset, end));
    }
    if let Some(special) = counted::special(words, at, end, number.low) {
        let end = if special == Measure::Age { age_end(words, end) } else { end };
        return Some((special, 1.0, 0.0, end));
    }
    let hyphen = usize::from(lower(end) == "-");
    let more = usize::from(matches!(lower(end), "more" | "additional" | "full" | "consecutive" | "straight"));
    let from = end + hyphen + more;
    if let Some((unit, len)) = units::unit(lower(from), lower(from + 1)) {
        return Some((Measure::Unit(unit.dimension), unit.factor, unit.offset, from + len));
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
    if is_pronoun_one(words, at, noun.is_some()) || (noun.is_none() && number.vague) {
        return None;
    }
    let thing = noun.map(|noun| Measure::Things(counted::thing(&words[noun.head])));
    Some((thing.unwrap_or(Measure::Bare), 1.0, 0.0, stop))
}

fn is_pronoun_one(words: &[Word], at: usize, has_noun: bool) -> bool {
    let before = at.checked_sub(1).map_or("", |i| words[i].lower.as_str());
    words[at].lower == "one"
        && (!has_noun || matches!(before, "no" | "the" | "any" | "every" | "this" | "that" | "each"))
}

fn age_end(words: &[Word], mut end: usize) -> usize {
    while words.get(end).is_some_and(|word| matches!(word.lower.as_str(), "-" | "year" | "years" | "old")) {
        end += 1;
    }
    end
}

/// "between 150 and 200", "10 to 15", "10-15", "two or three".
fn range(words: &[Word], at: usize, first: &Numeral) -> Option<Numeral> {
    let joint = words.get(first.end)?.lower.as_str();
    let joins = match joint {
        "to" | "or" | "-" | "–" => true,
        "and" => at > 0 && words[at - 1].lower == "between",
        _ => false,
    };
    let second = numeral(words, first.end + 1).filter(|second| joins && !first.vague && !second.vague)?;
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
fn tally(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let is_dash = matches!(words.get(end)?.text, "-" | "–");
    let second = numeral(words, end + 1).filter(|_| is_dash && words[at].has_digit() && words[end + 1].has_digit())?;
    let near = words[at.saturating_sub(8)..at].iter().chain(words[second.end..].iter().take(4));
    let stems = ["vote", "voted", "won", "win", "beat", "lost", "defeat", "score", "victori", "pass", "approv"];
    near.into_iter().any(|word| stems.contains(&word.stem.as_str())).then_some(second.end)
}

/// The currency whose sign stands right before the number.
fn sign(words: &[Word], at: usize) -> Option<&'static str> {
    let before = words.get(at.checked_sub(1)?)?;
    (before.span.end == words[at].span.start && !before.text.starts_with(char::is_alphabetic))
        .then(|| units::currency(&before.lower))
        .flatten()
}

/// The words before the number at `at` that say how exact it is, and what they say.
fn bound(words: &[Word], at: usize) -> (usize, Bound) {
    const CUES: [(&[&str], Bound); 31] = [
        (&["at", "least"], Bound::AtLeast),
        (&["no", "fewer", "than"], Bound::AtLeast),
        (&["no", "less", "than"], Bound::AtLeast),
        (&["no", "more", "than"], Bound::UpTo),
        (&["not", "more", "than"], Bound::UpTo),
        (&["more", "than"], Bound::MoreThan),
        (&["greater", "than"], Bound::MoreThan),
        (&["upwards", "of"], Bound::MoreThan),
        (&["over"], Bound::MoreThan),
        (&["above"], Bound::MoreThan),
        (&["exceeding"], Bound::MoreThan),
        (&["up", "to"], Bound::UpTo),
        (&["as", "many", "as"], Bound::UpTo),
        (&["as", "much", "as"], Bound::UpTo),
        (&["at", "most"], Bound::UpTo),
        (&["a", "maximum", "of"], Bound::UpTo),
        (&["fewer", "than"], Bound::LessThan),
        (&["less", "than"], Bound::LessThan),
        (&["under"], Bound::LessThan),
        (&["below"], Bound::LessThan),
        (&["nearly"], Bound::Nearly),
        (&["almost"], Bound::Nearly),
        (&["close", "to"], Bound::Nearly),
        (&["about"], Bound::About),
        (&["around"], Bound::About),
        (&["roughly"], Bound::About),
        (&["approximately"], Bound::About),
        (&["some"], Bound::About),
        (&["estimated"], Bound::About),
        (&["between"], Bound::Exactly),
        (&["only"], Bound::Exactly),
    ];
    let found = CUES.iter().find(|(cue, _)| {
        at >= cue.len() && cue.iter().zip(&words[at - cue.len()..at]).all(|(cue, word)| *cue == word.lower)
    });
    match found {
        Some((cue, bound)) => {
            let start = at - cue.len();
            let article = start > 0 && words[start - 1].lower == "an" && cue[0] == "estimated";
            (start - usize::from(article), *bound)
        }
        None => (at, Bound::Exactly),
    }
}

/// "or more" after a number.
fn trailing(words: &[Word], end: usize) -> Option<usize> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    (lower(end) == "or" && lower(end + 1) == "more").then_some(end + 2)
}

/// Numbers that name and do not count: "Flight 12", "No. 7", "12 East 9th Street", "555-0123".
fn is_label(words: &[Word], at: usize, end: usize) -> bool {
    let word = |i: usize| words.get(i);
    if !words[at].has_digit() {
        return false;
    }
    let before = at.checked_sub(1).and_then(word);
    let glued = |a: Option<&Word>, b: Option<&Word>| {
        a.zip(b).is_some_and(|(a, b)| a.text == "-" && b.has_digit() && a.span.end == b.span.start)
    };
    let dashed = glued(word(end), word(end + 1)) && tally(words, at, end).is_none();
    let rises = numeral(words, at).zip(numeral(words, end + 1)).is_some_and(|(a, b)| a.low < b.low);
    let numbered = before.is_some_and(|word| matches!(word.lower.as_str(), "no" | "number" | "#" | "nos"))
        || (at >= 2 && before.is_some_and(|word| word.text == ".") && words[at - 2].lower == "no");
    let named = at >= 2
        && before.is_some_and(|word| word.is_capitalised() && word.is_word() && !is_closed(&word.lower))
        && word(end).is_none_or(|next| next.is_capitalised() || !next.is_word() || is_closed(&next.lower));
    let address =
        words[end..].iter().take(4).take_while(|word| word.is_capitalised() || word.has_digit()).any(|word| {
            matches!(word.lower.as_str(), "street" | "st" | "avenue" | "ave" | "road" | "boulevard" | "lane" | "drive")
        });
    let emergency =
        matches!(words[at].text, "911" | "999" | "112") && word(end).is_some_and(|next| next.stem.starts_with("call"));
    let tail = before.is_some_and(|word| matches!(word.text, "-" | ":")) && at >= 2 && words[at - 2].has_digit();
    (dashed && !rises) || numbered || named || address || emergency || tail
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
