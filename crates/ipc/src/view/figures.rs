//! Quantities and times that two or more outlets give.

use super::{EvidenceView, story::Places};
use app::compare::Compared;
use serde::Serialize;
use story::{Dating, Moment, Point, Series, Timestamp};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FiguresView {
    pub figures: Vec<SeriesView>,
    pub times: Vec<TimesView>,
}

/// One quantity as the outlets give it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SeriesView {
    /// Stays the same while the points do.
    pub id: String,
    /// What is counted or measured, in words of the articles: `people dead`, `houses damaged`.
    pub measure: String,
    /// The unit of `low` and `high`; empty for counted things.
    pub unit: String,
    /// Indices of the rows in which it stands.
    pub rows: Vec<usize>,
    /// By as-of time, then article.
    pub points: Vec<PointView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PointView {
    /// Index of the article.
    pub article: usize,
    pub low: f64,
    /// Equal to `low` unless a range was given or the words are vague.
    pub high: f64,
    /// `exactly`, `about`, `nearly`, `at_least`, `more_than`, `up_to`, `less_than`.
    pub bound: String,
    /// When it held: as the text says, else when the article was published.
    pub as_of: Option<String>,
    pub evidence: EvidenceView,
}

/// One time as the outlets give it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimesView {
    pub id: String,
    /// What happened then, in words of the articles.
    pub event: String,
    pub rows: Vec<usize>,
    pub points: Vec<TimePointView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimePointView {
    pub article: usize,
    /// Days, the same for a single one; empty where only the clock is given.
    pub first: String,
    pub last: String,
    /// Minutes of the day, from and to.
    pub clock: Option<(u32, u32)>,
    /// Whether the words say that the time is not exact.
    pub rough: bool,
    pub evidence: EvidenceView,
}

impl FiguresView {
    pub fn of(compared: &Compared) -> Self {
        let (comparison, places) = (&compared.comparison, Places::of(compared));
        Self {
            figures: comparison.series.iter().map(|series| series_view(&places, series)).collect(),
            times: comparison.datings.iter().map(|dating| times_view(&places, dating)).collect(),
        }
    }
}

fn series_view(places: &Places, series: &Series) -> SeriesView {
    let point = |point: &Point| PointView {
        article: places.article(&point.evidence.article),
        low: point.low,
        high: point.high,
        bound: point.bound.name().to_owned(),
        as_of: point.as_of.as_ref().map(ToString::to_string),
        evidence: places.words(&point.evidence),
    };
    SeriesView {
        id: series.id.0.clone(),
        measure: series.measure.clone(),
        unit: series.unit.clone(),
        rows: places.rows(&series.groups),
        points: series.points.iter().map(point).collect(),
    }
}

fn times_view(places: &Places, dating: &Dating) -> TimesView {
    let day = |day: Option<&Timestamp>| day.map(ToString::to_string).unwrap_or_default();
    let point = |moment: &Moment| TimePointView {
        article: places.article(&moment.evidence.article),
        first: day(moment.days.as_ref().map(|(first, _)| first)),
        last: day(moment.days.as_ref().map(|(_, last)| last)),
        clock: moment.clock,
        rough: moment.rough,
        evidence: places.words(&moment.evidence),
    };
    TimesView {
        id: dating.id.0.clone(),
        event: dating.event.clone(),
        rows: places.rows(&dating.groups),
        points: dating.points.iter().map(point).collect(),
    }
}
