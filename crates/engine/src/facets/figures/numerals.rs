//! Reads numbers: digits, number words, magnitudes, fractions, vague amounts.

use super::units::unit;
use crate::text::Word;

/// A number in a sentence, without what is said about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Index after its last word.
    pub(super) end: usize,
    pub(super) low: f64,
    /// Equal to `low` unless the words are vague ("dozens").
    pub(super) high: f64,
    pub(super) vague: bool,
    /// A share of a whole: "two-thirds", "most".
    pub(super) share: bool,
    /// The place value of the last digit that carries meaning: 100 in "1,500", 0.1 in "6.1".
    pub(super) step: f64,
    /// Bytes at the end of the last word that are not number but unit: 2 in "58km".
    pub(super) suffix: usize,
}

/// The number that begins at word `at`, the longest reading.
pub(super) fn numeral(words: &[Word], at: usize) -> Option<Numeral> {
    fraction(words, at).or_else(|| vague(words, at)).or_else(|| exact(words, at))
}

fn exact(words: &[Word], at: usize) -> Option<Numeral> {
    let (mut end, mut value, mut step, suffix) = match digits(words.get(at)?.text) {
        Some(Digits { value, step, suffix }) => (at + 1, value, step, suffix),
        None => {
            let (end, value) = half_a(words, at).or_else(|| spelled(words, at))?;
            (end, value, 1.0, 0)
        }
    };
    if suffix > 0 {
        let times = scale_suffix(&words[at].text[words[at].text.len() - suffix..]);
        let (times, suffix) = times.map_or((1.0, suffix), |times| (times, 0));
        return Some(Numeral::plain(end, value * times, step * times).with_suffix(suffix));
    }
    if let Some((next, part)) = odd_part(words, end) {
        (end, value, step) = (next, value + part, part);
    }
    while let Some((next, times)) = scale(words, end) {
        (end, value, step) = (next, value * times, step * times);
    }
    Some(Numeral::plain(end, value, step))
}

/// What a number is more than whole: "2 1/4", "one and a half", "two point five".
fn odd_part(words: &[Word], end: usize) -> Option<(usize, f64)> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    match lower(end) {
        "and" => {
            let (next, part) = parts(words, end + 1)?;
            (part < 1.0).then_some((next, part))
        }
        "point" => small(lower(end + 1)).filter(|&tenths| tenths < 10.0).map(|tenths| (end + 2, tenths / 10.0)),
        "½" => Some((end + 1, 0.5)),
        "¼" => Some((end + 1, 0.25)),
        "¾" => Some((end + 1, 0.75)),
        _ => slashed(words, end),
    }
}

/// `1/4`, with a denominator that no date has beside such a numerator.
fn slashed(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let number = |i: usize| words.get(i).and_then(|word| word.text.parse::<f64>().ok());
    let (top, bottom) = (number(at)?, number(at + 2)?);
    let is_part = words.get(at + 1)?.text == "/" && top > 0.0 && top < bottom;
    (is_part && [2.0, 3.0, 4.0, 5.0, 8.0, 16.0].contains(&bottom)).then_some((at + 3, top / bottom))
}

/// "half an hour", "half a million"; half of something whole is a share.
fn half_a(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let half = match words[at].lower.as_str() {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    let article = words.get(at + 1)?;
    if scale(words, at + 1).is_some() {
        return Some((at + 1, half));
    }
    let is_measured = scale(words, at + 2).is_some() || unit(words, at + 2).is_some();
    (matches!(article.lower.as_str(), "a" | "an") && is_measured).then_some((at + 2, half))
}

impl Numeral {
    pub(super) fn plain(end: usize, value: f64, step: f64) -> Self {
        Self { end, low: value, high: value, vague: false, share: false, step, suffix: 0 }
    }

    fn with_suffix(self, suffix: usize) -> Self {
        Self { suffix, ..self }
    }
}

struct Digits {
    value: f64,
    step: f64,
    suffix: usize,
}

/// `1,500`, `6.1`, `58km`; not `11th`, `1960s`, `A4`, `3G`.
fn digits(text: &str) -> Option<Digits> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(text.len());
    let (number, suffix) = (&text[..end], &text[end..]);
    if !number.starts_with(|c: char| c.is_ascii_digit()) || number.ends_with(['.', ',']) || number.len() > 20 {
        return None;
    }
    if matches!(suffix.to_lowercase().as_str(), "st" | "nd" | "rd" | "th" | "s" | "am" | "pm")
        || suffix.chars().any(|c| !c.is_alphabetic())
    {
        return None;
    }
    let grouped = number.split('.').next().unwrap_or("").split(',').skip(1).all(|group| group.len() == 3);
    let plain = number.replace(',', "");
    let value: f64 = plain.parse().ok().filter(|_| grouped)?;
    Some(Digits { value, step: step(&plain), suffix: suffix.len() })
}

fn step(plain: &str) -> f64 {
    match plain.split_once('.') {
        Some((_, decimals)) => decimals.bytes().fold(1.0, |step, _| step / 10.0),
        None => {
            let zeros = plain.bytes().rev().take_while(|&b| b == b'0').count().min(plain.len() - 1);
            (0..zeros).fold(1.0, |step, _| step * 10.0)
        }
    }
}

fn scale_suffix(suffix: &str) -> Option<f64> {
    match suffix {
        "k" | "K" => Some(1e3),
        "mn" | "mln" => Some(1e6),
        "bn" | "B" | "b" => Some(1e9),
        "tn" => Some(1e12),
        _ => None,
    }
}

/// "hundred", "million" and their like after a number, with a hyphen or without.
fn scale(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let at = if words.get(at)?.text == "-" { at + 1 } else { at };
    let times = match words.get(at)?.lower.as_str() {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mn" | "m" | "mil" | "mln" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "tln" => 1e12,
        "dozen" | "dozens" => 12.0,
        _ => return None,
    };
    Some((at + 1, times))
}

/// "twenty-one", "a hundred", "three hundred and five", "two thousand two hundred".
fn spelled(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let first = &words.get(at)?.lower;
    let (mut end, mut value) = match first.as_str() {
        "a" => scale(words, at + 1).map(|_| (at + 1, 1.0))?,
        _ => below_hundred(words, at)?,
    };
    // "between one hundred and two hundred" joins two numbers.
    let may_join = !at.checked_sub(1).is_some_and(|i| matches!(words[i].lower.as_str(), "between" | "from"));
    let mut least = f64::INFINITY;
    while let Some((next, times)) = scale(words, end).filter(|&(_, times)| times < least) {
        let joined = usize::from(words.get(next).is_some_and(|word| word.lower == "and"));
        let rest = spelled_rest(words, next + joined, times).filter(|_| may_join || joined == 0);
        (value, least) = (value * times, times);
        end = next;
        if let Some((after, more)) = rest {
            return Some((after, value + more));
        }
        if times >= 1e3 {
            break;
        }
    }
    while let Some((next, times)) = scale(words, end) {
        (end, value) = (next, value * times);
    }
    Some((end, value))
}

/// The number after a scale word, where it is smaller and no number of its own.
fn spelled_rest(words: &[Word], at: usize, scale_before: f64) -> Option<(usize, f64)> {
    if is_dozen(scale_before) {
        return None;
    }
    let (end, value) = below_hundred(words, at)?;
    match scale(words, end) {
        Some((next, times)) if times < scale_before && !is_dozen(times) && (times > 1e2 || scale_before > 1e2) => {
            let joined = usize::from(words.get(next).is_some_and(|word| word.lower == "and"));
            let rest = spelled_rest(words, next + joined, times);
            Some(rest.map_or((next, value * times), |(after, more)| (after, value * times + more)))
        }
        Some(_) => None,
        None => Some((end, value)),
    }
}

/// "seven", "twenty-one", "fifty two".
fn below_hundred(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let value = small(&words.get(at)?.lower)?;
    let gap = usize::from(words.get(at + 1).is_some_and(|word| word.text == "-"));
    let ones = words.get(at + 1 + gap).and_then(|word| small(&word.lower)).filter(|&ones| ones < 10.0 && ones > 0.0);
    match ones.filter(|_| value >= 20.0) {
        Some(ones) => Some((at + 2 + gap, value + ones)),
        None => Some((at + 1, value)),
    }
}

fn small(lower: &str) -> Option<f64> {
    const NAMES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let units = NAMES.iter().position(|&name| name == lower).map(|n| n as f64);
    units.or_else(|| TENS.iter().position(|&name| name == lower).map(|n| (n as f64 + 2.0) * 10.0))
}

/// "dozens", "tens of thousands", "several hundred", "many"; how much they may mean is a convention
/// that only serves to tell what cannot be true together.
fn vague(words: &[Word], at: usize) -> Option<Numeral> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let scaled = |len: usize, low: f64, high: f64| {
        let of = usize::from(lower(at + len) == "of");
        match scale(words, at + len + of).filter(|_| of == 0 || lower(at + len + of) != "dozens") {
            Some((end, times)) => (end - at, low * times, high * times),
            None => (len, low, high),
        }
    };
    let (len, low, high) = match lower(at) {
        "tens" | "hundreds" if lower(at + 1) == "of" && big(lower(at + 2)).is_some() => {
            let (low, high) = if lower(at) == "tens" { (2e1, 1e2) } else { (2e2, 1e3) };
            let times = big(lower(at + 2)).unwrap_or(1.0);
            (3, low * times, high * times)
        }
        "dozens" => (1, 24.0, 199.0),
        "scores" if lower(at + 1) == "of" => (1, 40.0, 199.0),
        "hundreds" => (1, 200.0, 1999.0),
        "thousands" => (1, 2e3, 2e4),
        "millions" => (1, 2e6, 1e9),
        "billions" => (1, 2e9, 1e12),
        "several" | "multiple" => match scale(words, at + 1) {
            Some((_, times)) => (2, 3.0 * times, 10.0 * times),
            None => (1, 2.0, 50.0),
        },
        "numerous" | "many" | "countless" => (1, 3.0, f64::INFINITY),
        "a" if lower(at + 1) == "few" => scaled(2, 2.0, 9.0),
        "a" if lower(at + 1) == "couple" => scaled(2, 2.0, 3.0),
        "a" if lower(at + 1) == "pair" && lower(at + 2) == "of" => (2, 2.0, 2.0),
        "a" if lower(at + 1) == "handful" => (2, 2.0, 9.0),
        "a" if lower(at + 1) == "number" && lower(at + 2) == "of" => (2, 2.0, f64::INFINITY),
        _ => return None,
    };
    Some(Numeral { end: at + len, low, high, vague: low < high, share: false, step: 0.0, suffix: 0 })
}

fn big(word: &str) -> Option<f64> {
    match word {
        "thousands" => Some(1e3),
        "millions" => Some(1e6),
        "billions" => Some(1e9),
        _ => None,
    }
}

/// "two-thirds", "half", "three quarters", "one in five", "most of", "none of", "the majority".
fn fraction(words: &[Word], at: usize) -> Option<Numeral> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let share = |end: usize, low: f64, high: f64| {
        Some(Numeral { end, low, high, vague: low < high, share: true, step: 0.0, suffix: 0 })
    };
    let of = lower(at + 1) == "of";
    match lower(at) {
        "half" if half_a(words, at).is_none() && lower(at + 1) != "-" => return share(at + 1, 0.5, 0.5),
        "most" if of => return share(at + 1, 0.5, 1.0),
        "none" if of => return share(at + 1, 0.0, 0.0),
        "some" | "many" | "few" if of && is_whole(lower(at + 2)) => return share(at + 1, 0.01, 0.99),
        "all" if of && is_whole(lower(at + 2)) => return share(at + 1, 1.0, 1.0),
        "majority" => return share(at + 1, 0.5, 1.0),
        _ => {}
    }
    if let Some((end, value)) = slashed(words, at) {
        return share(end, value, value);
    }
    if let Some(top) = small(lower(at)) {
        let after = match (lower(at + 1), lower(at + 2)) {
            ("in", _) => Some(at + 2),
            ("out", "of") => Some(at + 3),
            _ => None,
        };
        let bottom = after.and_then(|after| Some((after, small(lower(after))?)));
        if let Some((after, bottom)) = bottom.filter(|&(_, bottom)| bottom > top && bottom > 1.0) {
            return share(after + 1, top / bottom, top / bottom);
        }
    }
    let (end, value) = parts(words, at)?;
    let is_share = value < 1.0 && (lower(at + 1) == "-" || !matches!(lower(at), "a" | "one") || lower(end) == "of");
    is_share.then(|| share(end, value, value)).flatten()
}

/// What a share is taken of, as against "many of late".
fn is_whole(lower: &str) -> bool {
    matches!(lower, "the" | "them" | "those" | "these" | "whom" | "which" | "us" | "his" | "her" | "their" | "its")
}

/// "a half", "two thirds", "three-quarters".
fn parts(words: &[Word], at: usize) -> Option<(usize, f64)> {
    const BOTTOMS: [(&str, f64); 12] = [
        ("half", 2.0),
        ("halve", 2.0),
        ("third", 3.0),
        ("quarter", 4.0),
        ("fourth", 4.0),
        ("fifth", 5.0),
        ("sixth", 6.0),
        ("seventh", 7.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("tenth", 10.0),
        ("hundredth", 100.0),
    ];
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let top = if lower(at) == "a" { 1.0 } else { small(lower(at))? };
    let gap = usize::from(lower(at + 1) == "-");
    let name = lower(at + 1 + gap);
    let (_, bottom) = BOTTOMS.iter().find(|(bottom, _)| *bottom == name.trim_end_matches('s'))?;
    let agrees = (top > 1.0) == name.ends_with('s');
    (agrees && top < *bottom).then_some((at + 2 + gap, top / bottom))
}

/// "a second quake", "the third time": at least so many.
pub(super) fn ordinal(words: &[Word], at: usize) -> Option<Numeral> {
    const NAMES: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let count = NAMES.iter().position(|name| *name == words[at].lower)? as f64 + 1.0;
    let next = words.get(at + 1).filter(|next| next.is_word() && !next.is_capitalised() && !next.has_digit())?;
    let is_time = next.lower == "time";
    let names_part = unit(words, at + 1).is_some()
        || matches!(
            next.stem.as_str(),
            "half" | "quarter" | "person" | "floor" | "stori" | "place" | "grade" | "degre"
        );
    let leads =
        at.checked_sub(1).is_some_and(|i| matches!(words[i].lower.as_str(), "a" | "the" | "her" | "his" | "their"));
    let counts = if count < 1.5 { is_time } else { leads && !names_part };
    counts.then(|| Numeral::plain(at + 1, count, 1.0))
}

/// "in his 50s", "in her late sixties".
pub(super) fn decade_of_life(words: &[Word], at: usize) -> Option<Numeral> {
    const NAMES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let lower = words.get(at)?.lower.as_str();
    let digits = lower.strip_suffix('s').and_then(|digits| digits.trim_end_matches('\'').parse::<f64>().ok());
    let first = NAMES.iter().position(|name| *name == lower).map(|at| at as f64 * 10.0 + 20.0).or(digits)?;
    let before = |back: usize| at.checked_sub(back).map_or("", |i| words[i].lower.as_str());
    let part = usize::from(matches!(before(1), "early" | "mid" | "late" | "-"));
    let whose = (1..=2 + part).any(|back| matches!(before(back), "his" | "her" | "their" | "my"));
    let is_life = whose && (20.0..100.0).contains(&first) && first % 10.0 == 0.0;
    is_life.then(|| Numeral { high: first + 9.0, vague: true, step: 0.0, ..Numeral::plain(at + 1, first, 0.0) })
}

fn is_dozen(times: f64) -> bool {
    (times - 12.0).abs() < 0.5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, low: f64, high: f64, len: usize) {
        let found = numeral(&words(text, 0), 0).map(|numeral| (numeral.low, numeral.high, numeral.end));
        assert_eq!(found, Some((low, high, len)), "{text}");
    }

    #[test]
    fn digits_may_be_grouped_and_scaled() {
        check("1,500 houses", 1500.0, 1500.0, 1);
        check("5.7 billion", 5.7e9, 5.7e9, 2);
        check("58km away", 58.0, 58.0, 1);
        check("12k users", 12_000.0, 12_000.0, 1);
    }

    #[test]
    fn words_count_too() {
        check("twenty-one boats", 21.0, 21.0, 3);
        check("a hundred", 100.0, 100.0, 2);
        check("half a dozen", 6.0, 6.0, 3);
        check("two dozen", 24.0, 24.0, 2);
        check("three hundred and five", 305.0, 305.0, 4);
        check("two thousand two hundred and six", 2206.0, 2206.0, 6);
        check("half a million", 5e5, 5e5, 3);
        check("2 1/2 miles", 2.5, 2.5, 4);
        check("one and a half", 1.5, 1.5, 4);
    }

    #[test]
    fn vague_words_are_ranges() {
        check("dozens of", 24.0, 199.0, 1);
        check("tens of thousands", 2e4, 1e5, 3);
        check("several hundred", 300.0, 1000.0, 2);
    }

    #[test]
    fn fractions_are_shares() {
        check("two-thirds of", 2.0 / 3.0, 2.0 / 3.0, 3);
        check("one in five", 0.2, 0.2, 3);
    }

    #[test]
    fn ordinals_and_labels_are_no_numbers() {
        for text in ["11th", "1960s", "A4", "3pm", "12,34", "several-fold is", "a boat"] {
            let found = numeral(&words(text, 0), 0).filter(|numeral| !numeral.vague);
            assert_eq!(found, None, "{text}");
        }
    }
}
