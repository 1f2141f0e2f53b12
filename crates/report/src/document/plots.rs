//! Quantities and times as the outlets give them: a plot where they differ, with its data.

use super::{
    blocks::{Block, Column, Inline, Line, Plot, Point, Section, Table, TableRow, Tick},
    composition::{Composition, heading},
    words::Gap,
};
use crate::{plain, synopsis::moment};
use std::{collections::BTreeMap, ops::RangeInclusive};
use story::{Bound, Dating, Moment, Series, Timestamp};

/// Ticks that an axis aims at.
const TICKS: f64 = 5.0;
/// Beyond this ratio of the largest to the smallest value, a linear axis hides the small ones.
const ORDERS: f64 = 100.0;

pub(super) fn section(of: &Composition) -> Option<Section> {
    let comparison = of.synopsis.account.comparison;
    let (series, alike): (Vec<&Series>, Vec<_>) = comparison.series.iter().partition(|series| differs(&ends(series)));
    let (datings, same): (Vec<&Dating>, Vec<_>) =
        comparison.datings.iter().partition(|dating| differs(&stretches(dating)));
    let quantities = series.into_iter().enumerate().map(|(place, series)| quantity(of, place + 1, series));
    let times = datings.into_iter().enumerate().map(|(place, dating)| time(of, place + 1, dating));
    let mut blocks: Vec<Block> = quantities.chain(times).map(Block::Plot).collect();
    let alike = alike.into_iter().map(|series| same_quantity(of, series));
    let alike: Vec<Line> = alike.chain(same.into_iter().map(|dating| same_time(of, dating))).collect();
    if !alike.is_empty() {
        blocks.push(heading(vec![Inline::plain(&of.say("given-alike"))]));
        blocks.push(Block::List { items: alike });
    }
    of.section("figures", blocks)
}

/// Whether not all of them can be the same.
fn differs(ends: &[(f64, f64)]) -> bool {
    let lowest = ends.iter().map(|end| end.0).fold(f64::NEG_INFINITY, f64::max);
    let highest = ends.iter().map(|end| end.1).fold(f64::INFINITY, f64::min);
    ends.len() > 1 && lowest > highest
}

fn ends(series: &Series) -> Vec<(f64, f64)> {
    let finite = series.points.iter().filter(|point| point.low.is_finite() && point.high.is_finite());
    finite.map(|point| (point.low, point.high)).collect()
}

/// Days since year 0 with the clock as a fraction; only of the points that name a day.
fn stretches(dating: &Dating) -> Vec<(f64, f64)> {
    dating.points.iter().filter_map(stretch).collect()
}

fn stretch(point: &Moment) -> Option<(f64, f64)> {
    let (first, last) = point.days.as_ref()?;
    let day = |time: &Timestamp| time.instant().div_euclid(86_400) as f64;
    let clock = point.clock.map(|(from, to)| (f64::from(from) / 1_440.0, f64::from(to) / 1_440.0));
    let (from, to) = clock.unwrap_or((0.0, 1.0 - 1.0 / 1_440.0));
    Some((day(first) + from, day(last) + to.max(from)))
}

fn quantity(of: &Composition, number: usize, series: &Series) -> Plot {
    let drawn: Vec<&story::Point> =
        series.points.iter().filter(|point| point.low.is_finite() && point.high.is_finite()).collect();
    let axis = Axis::of_values(&ends(series));
    let point = |point: &&story::Point| {
        let words = plain::line(&point.evidence.text);
        Point {
            label: plain::line(of.label(&point.evidence.article)),
            value: words,
            low: axis.at(point.low),
            high: axis.at(point.high),
            open_below: matches!(point.bound, Bound::UpTo | Bound::LessThan),
            open_above: matches!(point.bound, Bound::AtLeast | Bound::MoreThan),
            rough: point.vague
                || matches!(point.bound, Bound::About | Bound::Nearly | Bound::MoreThan | Bound::LessThan),
        }
    };
    let measure = measure(series);
    let mut title = vec![Inline::name(&measure), Inline::plain(" ")];
    title.extend(of.rows(&series.groups));
    Plot {
        id: format!("figure-{number}"),
        title,
        alternative: alternative(of, &measure, series.points.len()),
        ticks: axis.ticks().into_iter().map(|(at, value)| Tick { at, label: figure(value) }).collect(),
        points: drawn.iter().map(point).collect(),
        data: Table {
            about: of.say("plot-data"),
            columns: data_columns(of, "value", Some("as-of")),
            rows: series.points.iter().map(|point| quantity_data(of, point)).collect(),
            headed: false,
        },
    }
}

fn measure(series: &Series) -> String {
    match series.unit.as_str() {
        "" => series.measure.clone(),
        unit => format!("{} ({unit})", series.measure),
    }
}

fn quantity_data(of: &Composition, point: &story::Point) -> TableRow {
    let (low, high) = (figure(point.low), figure(point.high));
    let value = if low == high { low } else { format!("{low}–{high}") };
    let bound = match point.bound {
        Bound::Exactly => String::new(),
        bound => of.say(&format!("bound-{}", bound.name().replace('_', "-"))) + " ",
    };
    let as_of = point.as_of.as_ref().map(moment).unwrap_or_default();
    TableRow::of(vec![
        of.name_and_place(&point.evidence),
        vec![vec![Inline::plain(&format!("{bound}{value}"))]],
        vec![vec![Inline::plain(&as_of)]],
        vec![vec![Inline::name(&point.evidence.text)]],
    ])
}

fn time(of: &Composition, number: usize, dating: &Dating) -> Plot {
    let axis = Axis::of_days(&stretches(dating));
    let point = |moment: &Moment| {
        let (from, to) = stretch(moment)?;
        Some(Point {
            label: plain::line(of.label(&moment.evidence.article)),
            value: plain::line(&moment.evidence.text),
            low: axis.at(from),
            high: axis.at(to),
            open_below: false,
            open_above: false,
            rough: moment.rough,
        })
    };
    let mut title = vec![Inline::name(&dating.event), Inline::plain(" ")];
    title.extend(of.rows(&dating.groups));
    Plot {
        id: format!("time-{number}"),
        title,
        alternative: alternative(of, &dating.event, dating.points.len()),
        ticks: axis.ticks().into_iter().map(|(at, day)| Tick { at, label: day_name(day) }).collect(),
        points: dating.points.iter().filter_map(point).collect(),
        data: Table {
            about: of.say("plot-data"),
            columns: data_columns(of, "time", None),
            rows: dating.points.iter().map(|moment| time_data(of, moment)).collect(),
            headed: false,
        },
    }
}

fn time_data(of: &Composition, point: &Moment) -> TableRow {
    TableRow::of(vec![
        of.name_and_place(&point.evidence),
        vec![vec![Inline::plain(&when(point))]],
        vec![vec![Inline::name(&point.evidence.text)]],
    ])
}

/// "2031-05-04 06:40", "2031-05-04 – 2031-05-06", "06:40–07:00".
fn when(point: &Moment) -> String {
    let span = |from: String, to: String, dash: &str| if from == to { from } else { format!("{from}{dash}{to}") };
    let days = point.days.as_ref().map(|(first, last)| span(first.to_string(), last.to_string(), " – "));
    let clock = point.clock.map(|(from, to)| span(clock(from), clock(to), "–"));
    days.into_iter().chain(clock).collect::<Vec<_>>().join(" ")
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn data_columns(of: &Composition, value: &str, as_of: Option<&str>) -> Vec<Column> {
    let mut columns = vec![Column::words(of.say("outlet"), 6), Column::words(of.say(value), 4)];
    columns.extend(as_of.map(|name| Column::words(of.say(name), 3)));
    columns.push(Column::words(of.say("words"), 6));
    columns
}

fn alternative(of: &Composition, measure: &str, points: usize) -> String {
    of.tell("plot-shows", &[("measure", Gap::Text(measure)), ("count", Gap::Count(points))])
}

/// One line: what is told, by how many, and as what.
fn same_quantity(of: &Composition, series: &Series) -> Line {
    same(of, &measure(series), &series.groups, series.points.iter().map(|point| &point.evidence))
}

fn same_time(of: &Composition, dating: &Dating) -> Line {
    same(of, &dating.event, &dating.groups, dating.points.iter().map(|point| &point.evidence))
}

/// Outlets by the words that they use, the words of most outlets first.
fn same<'e>(
    of: &Composition,
    what: &str,
    groups: &[story::GroupId],
    evidence: impl Iterator<Item = &'e story::Evidence>,
) -> Line {
    let mut by_words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in evidence {
        let labels = by_words.entry(&one.text).or_default();
        let label = of.label(&one.article);
        labels.extend((!labels.contains(&label)).then_some(label));
    }
    let mut by_words: Vec<_> = by_words.into_iter().collect();
    by_words.sort_by_key(|(words, labels)| (std::cmp::Reverse(labels.len()), *words));
    let mut line = vec![Inline::name(what), Inline::plain(" ")];
    line.extend(of.rows(groups));
    line.push(Inline::plain(": "));
    for (place, (words, labels)) in by_words.into_iter().enumerate() {
        line.push(Inline::plain(if place > 0 { "; “" } else { "“" }));
        line.push(Inline::name(words));
        line.push(Inline::plain("” "));
        line.push(Inline::soft(&labels.join(", ")));
    }
    line
}

/// Where values lie between 0 and 1, from left to right.
enum Axis {
    Linear { range: RangeInclusive<f64>, step: f64 },
    Logarithmic { range: RangeInclusive<f64> },
    Days { range: RangeInclusive<f64>, step: f64 },
}

impl Axis {
    /// From round value to round value; from zero where that is not far off.
    fn of_values(ends: &[(f64, f64)]) -> Self {
        let (least, most) = reach(ends);
        if least > 0.0 && most / least > ORDERS {
            let decade = |value: f64, round: fn(f64) -> f64| libm::pow(10.0, round(libm::log10(value)));
            return Self::Logarithmic { range: decade(least, f64::floor)..=decade(most, f64::ceil) };
        }
        let from = if least >= 0.0 && least < most / 2.0 { 0.0 } else { least };
        let step = round_step((most - from) / TICKS);
        Self::Linear { range: (from / step).floor() * step..=(most / step).ceil() * step, step }
    }

    fn of_days(ends: &[(f64, f64)]) -> Self {
        const HOUR: f64 = 1.0 / 24.0;
        let steps = [
            HOUR / 12.0,
            HOUR / 4.0,
            HOUR,
            3.0 * HOUR,
            6.0 * HOUR,
            0.5,
            1.0,
            2.0,
            7.0,
            14.0,
            30.0,
            90.0,
            365.0,
            3_650.0,
        ];
        let (least, most) = reach(ends);
        let wanted = (most - least) / TICKS;
        let step = steps.into_iter().find(|step| *step >= wanted).unwrap_or(36_500.0);
        Self::Days { range: (least / step).floor() * step..=(most / step).ceil() * step, step }
    }

    fn at(&self, value: f64) -> f64 {
        let (Self::Linear { range, .. } | Self::Logarithmic { range } | Self::Days { range, .. }) = self;
        let shape = |value: f64| if matches!(self, Self::Logarithmic { .. }) { libm::log10(value) } else { value };
        let (from, to) = (shape(*range.start()), shape(*range.end()));
        ((shape(value) - from) / (to - from)).clamp(0.0, 1.0)
    }

    fn ticks(&self) -> Vec<(f64, f64)> {
        let values: Vec<f64> = match self {
            Self::Linear { range, step } | Self::Days { range, step } => {
                let count = ((range.end() - range.start()) / step).round() as usize;
                (0..=count).map(|tick| range.start() + tick as f64 * step).collect()
            }
            Self::Logarithmic { range } => {
                let (from, to) = (libm::log10(*range.start()).round() as i32, libm::log10(*range.end()).round() as i32);
                (from..=to).map(|decade| libm::pow(10.0, f64::from(decade))).collect()
            }
        };
        values.into_iter().map(|value| (self.at(value), value)).collect()
    }
}

/// The ends of all together; never empty, never a single value.
fn reach(ends: &[(f64, f64)]) -> (f64, f64) {
    let least = ends.iter().map(|end| end.0).fold(f64::INFINITY, f64::min);
    let most = ends.iter().map(|end| end.1).fold(f64::NEG_INFINITY, f64::max);
    if least < most { (least, most) } else { (least - 1.0, least + 1.0) }
}

/// 1, 2 or 5 times a power of ten, at least as large.
fn round_step(step: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(step).floor());
    [1.0, 2.0, 5.0].into_iter().map(|times| times * power).find(|round| *round >= step).unwrap_or(10.0 * power)
}

/// A number as people write it: thousands parted by thin spaces, no more than three places.
fn figure(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len() - place;
        parted.extend((place > 0 && left.is_multiple_of(3) && digits.len() > 4).then_some('\u{202f}'));
        parted.push(digit);
    }
    format!("{sign}{parted}{rest}")
}

/// The day of a tick, or day and clock where ticks part the day.
fn day_name(day: f64) -> String {
    let minutes = (day * 1_440.0).round() as i64;
    let date = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(minutes.div_euclid(1_440)));
    let date = date.map(|date| date.to_string()).unwrap_or_default();
    match minutes.rem_euclid(1_440) as u32 {
        0 => date,
        within => format!("{date} {}", clock(within)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, expected: &str) {
        assert_eq!(figure(value), expected);
    }

    #[test]
    fn figures_are_written_as_people_write_them() {
        check(3.0, "3");
        check(2_500.0, "2500");
        check(4_000_000.0, "4\u{202f}000\u{202f}000");
        check(0.125, "0.125");
        check(-12.5, "−12.5");
    }

    #[test]
    fn values_that_can_all_be_the_same_do_not_differ() {
        assert!(!differs(&[(3.0, 3.0), (2.0, 5.0)]));
        assert!(differs(&[(3.0, 3.0), (4.0, 5.0)]));
        assert!(!differs(&[(3.0, 3.0)]));
    }

    #[test]
    fn an_axis_begins_and_ends_with_round_values() {
        let ticks = |ends: &[(f64, f64)]| Axis::of_values(ends).ticks().iter().map(|tick| tick.1).collect::<Vec<_>>();
        assert_eq!(ticks(&[(3.0, 3.0), (22.0, 22.0)]), [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
        assert_eq!(ticks(&[(390.0, 390.0), (400.0, 400.0)]), [390.0, 392.0, 394.0, 396.0, 398.0, 400.0]);
        assert_eq!(ticks(&[(2.0, 2.0), (40_000.0, 40_000.0)]), [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0]);
    }

    #[test]
    fn days_are_named_with_the_clock_where_ticks_part_them() {
        assert_eq!(day_name(0.0), "1970-01-01");
        assert_eq!(day_name(22_403.25), "2031-05-04 06:00");
    }
}
