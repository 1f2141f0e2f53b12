//! How figures and times fare in a peer's own suite, the English specifications of Recognizers-Text.
//!
//! In scope, by what the suite itself says of a case and before anything is run: whatever a news story
//! can part over and Rashomon has a measure for. Numbers: integers, decimals, fractions; percentages;
//! ranges with one end or two; currencies that have a code with us; lengths, weights, volumes, areas and
//! speeds in units of everyday; ages; temperatures. Times: days, stretches of days, clock times and
//! stretches of the day, alone or together, and durations. Out of scope: powers, angles, amounts of data,
//! kitchen and laboratory units, other currencies; sets ("weekly"), time zones, times that are only
//! bounds ("before", "since", "end of"); and texts in which nothing is to be found, since what one of the
//! suite's models leaves, another of them takes.
//!
//! A case passes where each thing expected is found with its value, the same words (but for words before them
//! that only lead to them or qualify, like "from" and "at least"), and no other figure or time touches those words.

use super::{
    Tally, article,
    recognizers::{self, Expected, Spec},
};
use crate::steps::Failure;
use engine::training::{Dated, Quantity, figures, times};
use story::Span;

/// A file of the suite, and what is expected in our terms; `None` where it is out of scope.
type Part = (&'static str, fn(&Expected) -> Option<Wanted>);

const PARTS: [Part; 8] = [
    ("Number/NumberModel.json", number),
    ("Number/PercentModel.json", percent),
    ("Number/NumberRangeModel.json", range),
    ("NumberWithUnit/CurrencyModel.json", currency),
    ("NumberWithUnit/DimensionModel.json", dimension),
    ("NumberWithUnit/AgeModel.json", age),
    ("NumberWithUnit/TemperatureModel.json", temperature),
    ("DateTime/DateTimeModel.json", time),
];

/// What must be found, in our terms.
#[derive(Debug)]
enum Wanted {
    /// From and to, in the base unit; the measure where it matters.
    Quantity(f64, f64, &'static str),
    /// Any of these.
    Times(Vec<Moment>),
}

/// The first and last day, and from and to in minutes of the day.
type Moment = (Option<(String, String)>, Option<(i32, i32)>);

/// Prints each case in scope that fails, then how many pass.
pub(crate) fn measure() -> Result<(), Failure> {
    let mut all = Tally::default();
    for (name, wanted) in PARTS {
        let mut tally = Tally::default();
        for spec in recognizers::specs(name)? {
            let expected: Option<Vec<Wanted>> = spec.expected.iter().map(wanted).collect();
            let Some(expected) = expected.filter(|expected| !expected.is_empty()) else { continue };
            let passed = passes(&spec, &expected);
            tally.count(passed);
            all.count(passed);
        }
        println!("{name}: {tally}");
    }
    println!("in scope: {all}");
    Ok(())
}

fn passes(spec: &Spec, wanted: &[Wanted]) -> bool {
    let article = article(&spec.input, spec.reference.as_deref());
    let (figures, times) = (figures(&article), times(&article));
    let mut from = 0;
    let mut failed = Vec::new();
    for (expected, wanted) in spec.expected.iter().zip(wanted) {
        let span = place(&spec.input, &expected.text, from);
        from = span.map_or(from, |span| span.end);
        if !span.is_some_and(|span| is_met(&spec.input, span, wanted, &figures, &times)) {
            failed.push(format!("{:?} {wanted:?}", expected.text));
        }
    }
    if !failed.is_empty() {
        println!("FAILED {:?}\n  {}", spec.input, failed.join("\n  "));
        for figure in &figures {
            println!("  figure {:?} {} {} {}", figure.number.of(&spec.input), figure.low, figure.high, figure.measure);
        }
        for time in &times {
            println!("  time {:?} {:?} {:?}", time.span.of(&spec.input), time.days, time.clock);
        }
    }
    failed.is_empty()
}

/// Where the suite's words stand, whatever their case.
fn place(input: &str, text: &str, from: usize) -> Option<Span> {
    let lower = text.to_lowercase();
    let is_here = |start: usize| input.get(start..start + text.len()).is_some_and(|here| here.to_lowercase() == lower);
    (from..input.len()).find(|&start| is_here(start)).map(|start| Span::new(start, start + text.len()))
}

fn is_met(input: &str, span: Span, wanted: &Wanted, figures: &[Quantity], times: &[Dated]) -> bool {
    match wanted {
        Wanted::Quantity(low, high, measure) => {
            let mut near = figures.iter().filter(|figure| figure.number.overlaps(span));
            let near = (near.next(), near.next());
            matches!(near, (Some(figure), None) if same(figure.low, *low) && same(figure.high, *high)
                && figure.measure.starts_with(measure) && bare(input, figure.number) == bare(input, span))
        }
        Wanted::Times(moments) => {
            let mut near = times.iter().filter(|time| time.span.overlaps(span));
            let near = (near.next(), near.next());
            matches!(near, (Some(time), None) if bare(input, time.span) == bare(input, span)
                && moments.iter().any(|(days, clock)| *days == time.days && *clock == time.clock))
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-3 * a.abs().max(b.abs())
}

/// The words without those that only lead to them.
fn bare(input: &str, span: Span) -> String {
    const LEADS: [&str; 29] = [
        "about",
        "above",
        "almost",
        "around",
        "at",
        "below",
        "between",
        "by",
        "during",
        "exceeding",
        "fewer",
        "for",
        "from",
        "greater",
        "in",
        "least",
        "less",
        "more",
        "most",
        "nearly",
        "no",
        "of",
        "on",
        "over",
        "than",
        "the",
        "to",
        "under",
        "up",
    ];
    let lower = span.of(input).to_lowercase();
    let mut words = lower.split_whitespace().skip_while(|word| LEADS.contains(word)).collect::<Vec<_>>();
    if words.is_empty() {
        words = lower.split_whitespace().collect();
    }
    words.join(" ").trim_end_matches('.').to_owned()
}

fn value(expected: &Expected) -> Option<f64> {
    expected.field("value").trim_end_matches('%').parse().ok()
}

fn number(expected: &Expected) -> Option<Wanted> {
    let is_plain = matches!(expected.field("subtype"), "integer" | "decimal" | "fraction");
    value(expected).filter(|_| is_plain).map(|value| Wanted::Quantity(value, value, ""))
}

fn percent(expected: &Expected) -> Option<Wanted> {
    value(expected).map(|value| Wanted::Quantity(value / 100.0, value / 100.0, "Unit(Share)"))
}

/// `[20,30)`; an end that is missing is told by the qualifier, and the number is the other end.
fn range(expected: &Expected) -> Option<Wanted> {
    let ends = expected.field("value").trim_matches(['[', ']', '(', ')']).split_once(',')?;
    let (low, high) = (ends.0.parse::<f64>().ok(), ends.1.parse::<f64>().ok());
    Some(Wanted::Quantity(low.or(high)?, high.or(low)?, ""))
}

fn currency(expected: &Expected) -> Option<Wanted> {
    let (measure, factor) = match expected.field("unit") {
        "Dollar" | "United States dollar" => ("Unit(Money(\"USD\"))", 1.0),
        "Cent" | "Penny" => ("Unit(Money(\"USD\"))", 0.01),
        "Canadian dollar" => ("Unit(Money(\"CAD\"))", 1.0),
        "Australian dollar" => ("Unit(Money(\"AUD\"))", 1.0),
        "Hong Kong dollar" => ("Unit(Money(\"HKD\"))", 1.0),
        "New Zealand dollar" => ("Unit(Money(\"NZD\"))", 1.0),
        "Pound" | "British pound" => ("Unit(Money(\"GBP\"))", 1.0),
        "Pence" => ("Unit(Money(\"GBP\"))", 0.01),
        "Euro" => ("Unit(Money(\"EUR\"))", 1.0),
        "Japanese yen" => ("Unit(Money(\"JPY\"))", 1.0),
        "Chinese yuan" => ("Unit(Money(\"CNY\"))", 1.0),
        "Franc" | "Swiss franc" => ("Unit(Money(\"CHF\"))", 1.0),
        "Rupee" => ("Unit(Money(\"INR\"))", 1.0),
        "Mexican peso" => ("Unit(Money(\"MXN\"))", 1.0),
        _ => return None,
    };
    value(expected).map(|value| Wanted::Quantity(value * factor, value * factor, measure))
}

fn dimension(expected: &Expected) -> Option<Wanted> {
    let (factor, measure) = match expected.field("unit") {
        "Inch" => (0.0254, "Unit(Length)"),
        "Foot" => (0.3048, "Unit(Length)"),
        "Mile" => (1609.344, "Unit(Length)"),
        "Meter" => (1.0, "Unit(Length)"),
        "Kilometer" => (1000.0, "Unit(Length)"),
        "Millimeter" => (0.001, "Unit(Length)"),
        "Pound" => (0.453_592, "Unit(Mass)"),
        "Ounce" => (0.028_349_5, "Unit(Mass)"),
        "Ton" | "Metric ton" => (1000.0, "Unit(Mass)"),
        "Kilogram" => (1.0, "Unit(Mass)"),
        "Gram" => (0.001, "Unit(Mass)"),
        "Milliliter" => (0.001, "Unit(Volume)"),
        "Gallon" => (3.785_41, "Unit(Volume)"),
        "Barrel" => (158.987, "Unit(Volume)"),
        "Acre" => (4046.856, "Unit(Area)"),
        "Square meter" => (1.0, "Unit(Area)"),
        "Square kilometer" => (1e6, "Unit(Area)"),
        "Mile per hour" => (0.447_04, "Unit(Speed)"),
        "Kilometer per hour" => (1.0 / 3.6, "Unit(Speed)"),
        _ => return None,
    };
    value(expected).map(|value| Wanted::Quantity(value * factor, value * factor, measure))
}

/// In years, as a person's age is told.
fn age(expected: &Expected) -> Option<Wanted> {
    let factor = match expected.field("unit") {
        "Year" | "Age" => 1.0,
        "Month" => 1.0 / 12.0,
        "Week" => 7.0 / 365.2425,
        _ => 1.0 / 365.2425,
    };
    value(expected).map(|value| Wanted::Quantity(value * factor, value * factor, "Age"))
}

fn temperature(expected: &Expected) -> Option<Wanted> {
    let value = value(expected)?;
    let celsius = match expected.field("unit") {
        "C" => value,
        "F" => (value - 32.0) / 1.8,
        _ => return None,
    };
    Some(Wanted::Quantity(celsius, celsius, "Unit(Temperature)"))
}

fn time(expected: &Expected) -> Option<Wanted> {
    let values = expected.resolution["values"].as_array()?;
    if values.iter().any(|value| !value["Mod"].is_null()) {
        return None;
    }
    if expected.type_name == "datetimeV2.duration" {
        let seconds: f64 = values.first()?["value"].as_str()?.parse().ok()?;
        return Some(Wanted::Quantity(seconds, seconds, "Unit(Duration)"));
    }
    let text = |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or("").to_owned();
    let moments: Vec<Moment> = values
        .iter()
        .filter_map(|value| match expected.type_name.strip_prefix("datetimeV2.")? {
            "date" => Some((Some((text(value, "value"), text(value, "value"))), None)),
            "daterange" => Some((Some((text(value, "start"), day_before(&text(value, "end"))?)), None)),
            "time" => minute(&text(value, "value")).map(|at| (None, Some((at, at)))),
            "timerange" => Some((None, Some((minute(&text(value, "start"))?, minute(&text(value, "end"))?)))),
            "datetime" => moment(&text(value, "value"), &text(value, "value")),
            "datetimerange" => moment(&text(value, "start"), &text(value, "end")),
            _ => None,
        })
        .collect();
    (!moments.is_empty()).then_some(Wanted::Times(moments))
}

fn moment(from: &str, to: &str) -> Option<Moment> {
    let ((first, from), (last, to)) = (from.split_once(' ')?, to.split_once(' ')?);
    Some((Some((first.to_owned(), last.to_owned())), Some((minute(from)?, minute(to)?))))
}

fn minute(clock: &str) -> Option<i32> {
    let (hour, rest) = clock.split_once(':')?;
    Some(hour.parse::<i32>().ok()? * 60 + rest.get(..2)?.parse::<i32>().ok()?)
}

fn day_before(day: &str) -> Option<String> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.yesterday().ok()?.to_string())
}
