//! Reads numbers: digits, number words, magnitudes, fractions, vague amounts.

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
            let (end, value) = spelled(words, at)?;
            (end, value, 1.0, 0)
        }
    };
    if suffix > 0 {
        let times = scale_suffix(&words[at].text[words[at].text.len() - suffix..]);
        let (times, suffix) = times.map_or((1.0, suffix), |times| (times, 0));
        return Some(Numeral::plain(end, value * times, step * times).with_suffix(suffix));
    }
    while let Some((next, times)) = scale(words, end) {
        (end, value, step) = (next, value * times, step * times);
    }
    Some(Numeral::plain(end, value, step))
}

impl Numeral {
    fn plain(end: usize, value: f64, step: f64) -> Self {
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
        "bn" | "B" => Some(1e9),
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
        "million" | "mn" | "m" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    };
    Some((at + 1, times))
}

/// "twenty-one", "a hundred", "a dozen", "three hundred and five".
fn spelled(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let first = &words.get(at)?.lower;
    if first == "half" && words.get(at + 1)?.lower == "a" && words.get(at + 2)?.lower == "dozen" {
        return Some((at + 3, 6.0));
    }
    if first == "a" {
        return scale(words, at + 1).map(|_| (at + 1, 1.0));
    }
    let mut value = small(first)?;
    let mut end = at + 1;
    if value >= 20.0
        && words.get(end).is_some_and(|word| word.text == "-")
        && let Some(unit) = words.get(end + 1).and_then(|word| small(&word.lower)).filter(|&unit| unit < 10.0)
    {
        (end, value) = (end + 2, value + unit);
    }
    if words.get(end).is_some_and(|word| word.lower == "hundred")
        && words.get(end + 1).is_some_and(|word| word.lower == "and")
        && let Some((rest, tail)) = spelled(words, end + 2).filter(|&(_, tail)| tail < 100.0)
    {
        return Some((rest, value * 100.0 + tail));
    }
    Some((end, value))
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
    let of_thousands = lower(at + 1) == "of" && matches!(lower(at + 2), "thousands" | "millions");
    let big = if lower(at + 2) == "millions" { 1e6 } else { 1e3 };
    let (len, low, high) = match lower(at) {
        "tens" if of_thousands => (3, 2e1 * big, 1e2 * big),
        "hundreds" if of_thousands => (3, 2e2 * big, 1e3 * big),
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
        "numerous" | "many" => (1, 3.0, f64::INFINITY),
        "a" if lower(at + 1) == "few" => (2, 2.0, 9.0),
        "a" if lower(at + 1) == "couple" => (2, 2.0, 3.0),
        "a" if lower(at + 1) == "handful" => (2, 2.0, 9.0),
        "a" if lower(at + 1) == "number" && lower(at + 2) == "of" => (2, 2.0, f64::INFINITY),
        _ => return None,
    };
    Some(Numeral { end: at + len, low, high, vague: true, share: false, step: 0.0, suffix: 0 })
}

/// "two-thirds", "half", "three quarters", "one in five", "most", "the majority".
fn fraction(words: &[Word], at: usize) -> Option<Numeral> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let share = |len: usize, low: f64, high: f64| {
        Some(Numeral { end: at + len, low, high, vague: low < high, share: true, step: 0.0, suffix: 0 })
    };
    match lower(at) {
        "half" if lower(at + 1) != "a" && lower(at + 1) != "-" => return share(1, 0.5, 0.5),
        "most" if lower(at + 1) == "of" => return share(1, 0.5, 1.0),
        "majority" => return share(1, 0.5, 1.0),
        _ => {}
    }
    let top = if lower(at) == "a" { 1.0 } else { small(lower(at))? };
    let gap = usize::from(lower(at + 1) == "-");
    let bottom = match lower(at + 1 + gap) {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" => 4.0,
        "fifth" | "fifths" => 5.0,
        "tenth" | "tenths" => 10.0,
        "in" => return small(lower(at + 2)).filter(|&n| n > top).and_then(|n| share(3, top / n, top / n)),
        _ => return None,
    };
    let is_share = top < bottom && (gap == 1 || top > 1.0 || lower(at + 2) == "of");
    is_share.then(|| share(2 + gap, top / bottom, top / bottom)).flatten()
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
