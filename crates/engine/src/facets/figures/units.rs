//! Units and what they measure, converted to one base each.

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

/// The unit that one or two words name, in lower case as they stand.
pub(super) fn unit(first: &str, second: &str) -> Option<(Unit, usize)> {
    let two = match (first, second) {
        ("per", "cent") => Some((Dimension::Share, 0.01)),
        ("percentage", "points") | ("percentage", "point") => Some((Dimension::Points, 1.0)),
        ("square", "miles") | ("square", "mile") => Some((Dimension::Area, 2_589_988.0)),
        ("square", "kilometers" | "kilometres" | "kilometer" | "kilometre" | "km") => Some((Dimension::Area, 1e6)),
        ("square", "meters" | "metres") => Some((Dimension::Area, 1.0)),
        ("square", "feet" | "foot") => Some((Dimension::Area, 0.092_903)),
        ("degrees", "celsius" | "c") => Some((Dimension::Temperature, 1.0)),
        ("degrees", "fahrenheit" | "f") => {
            let fahrenheit = Unit { dimension: Dimension::Temperature, factor: 5.0 / 9.0, offset: -160.0 / 9.0 };
            return Some((fahrenheit, 2));
        }
        ("nautical", "miles" | "mile") => Some((Dimension::Length, 1852.0)),
        _ => None,
    };
    let (dimension, factor, len) = match two {
        Some((dimension, factor)) => (dimension, factor, 2),
        None => single(first).map(|(dimension, factor)| (dimension, factor, 1))?,
    };
    Some((Unit { dimension, factor, offset: 0.0 }, len))
}

fn single(word: &str) -> Option<(Dimension, f64)> {
    use Dimension::{Area, Duration, Length, Mass, Money, Power, Share, Speed, Times, Volume};
    Some(match word {
        "%" | "percent" | "pct" => (Share, 0.01),
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
        "pounds" | "lb" | "lbs" => (Mass, 0.453_592),
        "ounces" | "ounce" => (Mass, 0.028_35),
        "tonnes" | "tonne" | "tons" | "ton" => (Mass, 1000.0),
        "liters" | "litres" | "liter" | "litre" => (Volume, 1.0),
        "gallons" | "gallon" => (Volume, 3.785),
        "barrels" | "barrel" => (Volume, 158.987),
        "mph" => (Speed, 0.447_04),
        "kph" | "kmh" => (Speed, 1.0 / 3.6),
        "knots" => (Speed, 0.514_444),
        "seconds" | "second" => (Duration, 1.0),
        "minutes" | "minute" | "mins" => (Duration, 60.0),
        "hours" | "hour" | "hrs" => (Duration, 3600.0),
        "days" | "day" => (Duration, 86_400.0),
        "weeks" | "week" => (Duration, 604_800.0),
        "months" | "month" => (Duration, 2_629_746.0),
        "years" | "year" => (Duration, 31_556_952.0),
        "decades" | "decade" => (Duration, 315_569_520.0),
        "megawatts" | "mw" => (Power, 1e6),
        "times" => (Times, 1.0),
        _ => (Money(currency(word)?), if matches!(word, "cents" | "cent" | "pence") { 0.01 } else { 1.0 }),
    })
}

/// The ISO 4217 code of a currency's sign or name; the dollar is the US one where none is named.
pub(super) fn currency(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" | "us$" | "dollar" | "dollars" | "usd" | "cents" | "cent" => "USD",
        "€" | "euro" | "euros" | "eur" => "EUR",
        "£" | "sterling" | "gbp" | "pence" => "GBP",
        "¥" | "yen" | "jpy" => "JPY",
        "yuan" | "renminbi" | "cny" => "CNY",
        "rubles" | "roubles" | "ruble" | "rouble" => "RUB",
        "rupees" | "rupee" | "₹" => "INR",
        "francs" | "franc" | "chf" => "CHF",
        "pesos" | "peso" => "MXN",
        "₴" | "hryvnia" | "hryvnias" => "UAH",
        "kronor" | "krona" => "SEK",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, number: f64, dimension: Dimension, base: f64) {
        let mut words = text.split(' ');
        let (unit, _) =
            unit(words.next().unwrap_or(""), words.next().unwrap_or("")).unwrap_or_else(|| panic!("{text} is a unit"));
        assert_eq!(unit.dimension, dimension);
        assert!((number * unit.factor + unit.offset - base).abs() < 0.01 * base.abs().max(1.0));
    }

    #[test]
    fn units_of_one_dimension_meet_in_its_base() {
        check("miles", 36.0, Dimension::Length, 57_936.0);
        check("km", 58.0, Dimension::Length, 58_000.0);
        check("mph", 100.0, Dimension::Speed, 44.7);
        check("degrees fahrenheit", 212.0, Dimension::Temperature, 100.0);
        check("per cent", 40.0, Dimension::Share, 0.4);
    }

    #[test]
    fn what_measures_nothing_is_no_unit() {
        assert_eq!(unit("people", "were"), None);
    }
}
