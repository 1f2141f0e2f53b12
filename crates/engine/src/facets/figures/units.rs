//! Units and what they measure, converted to one base each.

use super::currencies;
use crate::text::Word;

/// What a unit measures. Figures of two dimensions are never compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dimension {
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Kilograms.
    Mass,
    /// Litres.
    Volume,
    /// Metres a second.
    Speed,
    /// Seconds.
    Duration,
    /// Degrees Celsius.
    Temperature,
    /// Watts.
    Power,
    /// How often.
    Times,
    /// Parts of a whole, 0 to 1.
    Share,
    /// Percentage points.
    Points,
    Money(&'static str),
}

/// A unit: its dimension, and by what a number of it is multiplied, then shifted, to reach the base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    pub(super) dimension: Dimension,
    pub(super) factor: f64,
    pub(super) offset: f64,
}

impl Unit {
    fn of(dimension: Dimension, factor: f64) -> Self {
        Self { dimension, factor, offset: 0.0 }
    }
}

/// The unit whose words begin at `at`, hyphens between them or not, and the index after them.
pub(super) fn unit(words: &[Word], at: usize) -> Option<(Unit, usize)> {
    let parts: Vec<(usize, &str)> = (at..words.len().min(at + 6))
        .map(|i| (i, words[i].lower.as_str()))
        .filter(|(_, lower)| *lower != "-")
        .take(4)
        .collect();
    let part = |i: usize| parts.get(i).map_or("", |(_, lower)| lower);
    let end = |count: usize| parts[count - 1].0 + 1;
    let of_length = |i: usize| single(part(i)).filter(|(dimension, _)| *dimension == Dimension::Length);
    if let "square" | "sq" = part(0) {
        let (_, factor) = of_length(1)?;
        return Some((Unit::of(Dimension::Area, factor * factor), end(2)));
    }
    if let "degrees" | "degree" | "deg" | "°" | "c" | "f" | "celsius" | "fahrenheit" | "centigrade" = part(0) {
        let named = usize::from(matches!(part(0), "degrees" | "degree" | "deg" | "°"));
        return degrees(part(named)).map(|unit| (unit, end(named + 1)));
    }
    match (part(0), part(1)) {
        ("per", "cent") => return Some((Unit::of(Dimension::Share, 0.01), end(2))),
        ("percentage", "points" | "point") => return Some((Unit::of(Dimension::Points, 1.0), end(2))),
        ("basis", "points" | "point") => return Some((Unit::of(Dimension::Points, 0.01), end(2))),
        ("nautical", "miles" | "mile") => return Some((Unit::of(Dimension::Length, 1852.0), end(2))),
        _ => {}
    }
    if let Some(code) = currencies::of_country(part(0), part(1)) {
        return Some((Unit::of(Dimension::Money(code), 1.0), end(2)));
    }
    if let (Some((_, length)), "per" | "an" | "a" | "/") = (of_length(0), part(1))
        && let Some((Dimension::Duration, time)) =
            single(part(2)).or_else(|| (part(2) == "h").then_some((Dimension::Duration, 3600.0)))
    {
        return Some((Unit::of(Dimension::Speed, length / time), end(3)));
    }
    named(part(0)).map(|unit| (unit, end(1)))
}

fn degrees(scale: &str) -> Option<Unit> {
    match scale {
        "celsius" | "c" | "centigrade" => Some(Unit::of(Dimension::Temperature, 1.0)),
        "fahrenheit" | "f" => Some(Unit { dimension: Dimension::Temperature, factor: 5.0 / 9.0, offset: -160.0 / 9.0 }),
        _ => None,
    }
}

/// The unit of one word, in lower case.
pub(super) fn named(word: &str) -> Option<Unit> {
    match single(word) {
        Some((dimension, factor)) => Some(Unit::of(dimension, factor)),
        None => currencies::named(word).map(|(code, factor)| Unit::of(Dimension::Money(code), factor)),
    }
}

/// How many of a unit of time, at least and at most, its bare plural means ("minutes", "for years").
pub(super) fn some_time(word: &str) -> Option<(f64, f64)> {
    const MOST: [(&str, f64); 8] = [
        ("seconds", 60.0),
        ("minutes", 60.0),
        ("hours", 24.0),
        ("days", 14.0),
        ("weeks", 10.0),
        ("months", 24.0),
        ("years", 20.0),
        ("decades", 10.0),
    ];
    MOST.iter().find(|(name, _)| *name == word).map(|(_, most)| (2.0, *most))
}

fn single(word: &str) -> Option<(Dimension, f64)> {
    use Dimension::{Area, Duration, Length, Mass, Power, Share, Speed, Times, Volume};
    Some(match word {
        "%" | "percent" | "percents" | "percentage" | "pct" => (Share, 0.01),
        "kilometers" | "kilometres" | "kilometer" | "kilometre" | "km" | "kms" => (Length, 1000.0),
        "meters" | "metres" | "meter" | "metre" | "m" => (Length, 1.0),
        "centimeters" | "centimetres" | "centimeter" | "centimetre" | "cm" => (Length, 0.01),
        "millimeters" | "millimetres" | "millimeter" | "millimetre" | "mm" => (Length, 0.001),
        "miles" | "mile" => (Length, 1609.344),
        "yards" | "yard" => (Length, 0.9144),
        "feet" | "foot" | "ft" => (Length, 0.3048),
        "inches" | "inch" => (Length, 0.0254),
        "acres" | "acre" => (Area, 4046.856),
        "hectares" | "hectare" | "ha" => (Area, 10_000.0),
        "kilograms" | "kilogram" | "kilos" | "kilo" | "kg" => (Mass, 1.0),
        "grams" | "gram" => (Mass, 0.001),
        "lb" | "lbs" => (Mass, 0.453_592),
        "ounces" | "ounce" => (Mass, 0.028_35),
        "tonnes" | "tonne" | "tons" | "ton" => (Mass, 1000.0),
        "liters" | "litres" | "liter" | "litre" => (Volume, 1.0),
        "milliliters" | "millilitres" | "ml" => (Volume, 0.001),
        "gallons" | "gallon" => (Volume, 3.785),
        "barrels" | "barrel" => (Volume, 158.987),
        "mph" => (Speed, 0.447_04),
        "kph" | "kmh" => (Speed, 1.0 / 3.6),
        "knots" => (Speed, 0.514_444),
        "seconds" | "second" | "secs" => (Duration, 1.0),
        "minutes" | "minute" | "mins" | "min" => (Duration, 60.0),
        "hours" | "hour" | "hrs" | "hr" => (Duration, 3600.0),
        "days" | "day" => (Duration, 86_400.0),
        "weeks" | "week" => (Duration, 604_800.0),
        "months" | "month" => (Duration, 2_629_746.0),
        "years" | "year" => (Duration, 31_556_952.0),
        "decades" | "decade" => (Duration, 315_569_520.0),
        "centuries" | "century" => (Duration, 3_155_695_200.0),
        "megawatts" | "mw" => (Power, 1e6),
        "times" => (Times, 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, number: f64, dimension: Dimension, base: f64) {
        let words = words(text, 0);
        let (unit, end) = unit(&words, 0).unwrap_or_else(|| panic!("{text} is a unit"));
        assert_eq!((unit.dimension, end), (dimension, words.len()), "{text}");
        assert!((number * unit.factor + unit.offset - base).abs() < 0.01 * base.abs().max(1.0), "{text}");
    }

    #[test]
    fn units_of_one_dimension_meet_in_its_base() {
        check("miles", 36.0, Dimension::Length, 57_936.0);
        check("km", 58.0, Dimension::Length, 58_000.0);
        check("mph", 100.0, Dimension::Speed, 44.7);
        check("miles an hour", 100.0, Dimension::Speed, 44.7);
        check("km/h", 36.0, Dimension::Speed, 10.0);
        check("degrees fahrenheit", 212.0, Dimension::Temperature, 100.0);
        check("per cent", 40.0, Dimension::Share, 0.4);
        check("square-foot", 1000.0, Dimension::Area, 92.9);
        check("Canadian dollars", 5.0, Dimension::Money("CAD"), 5.0);
    }

    #[test]
    fn what_measures_nothing_is_no_unit() {
        assert_eq!(unit(&words("people were", 0), 0), None);
    }
}
