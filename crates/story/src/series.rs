//! Quantities and times that several outlets give of the same thing.

use crate::{Evidence, GroupId, Timestamp, article::digest, comparison::places};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a series by its evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeriesId(pub String);

/// One quantity as the outlets give it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    pub id: SeriesId,
    /// What is counted or measured, in words of the articles; `…` stands for the quantity.
    pub measure: String,
    /// The unit of all points; empty for counted things.
    pub unit: String,
    /// The groups in which it stands, in their order.
    pub groups: Vec<GroupId>,
    /// Of at least two outlets; by as-of time, then article, then place.
    pub points: Vec<Point>,
}

/// What one article gives for a quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub evidence: Evidence,
    pub low: f64,
    /// Equal to `low` unless a range was given or the words are vague.
    pub high: f64,
    pub bound: Bound,
    /// Whether the words are no number: "dozens".
    pub vague: bool,
    /// When it held: as the text says, else when the article was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
    /// The words that say when it held; `None` where it is the time of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<Evidence>,
}

/// What is said of a number's exactness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Exactly,
    About,
    Nearly,
    AtLeast,
    MoreThan,
    UpTo,
    LessThan,
}

/// One event as the outlets date it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dating {
    pub id: SeriesId,
    /// What happened then, in words of the articles; `…` stands for the time.
    pub event: String,
    /// The groups in which it stands, in their order.
    pub groups: Vec<GroupId>,
    /// Of at least two outlets; by article, then place.
    pub points: Vec<Moment>,
}

/// When one article says that something happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    pub evidence: Evidence,
    /// First and last day that may be meant; `None` where only the clock is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<(Timestamp, Timestamp)>,
    /// Minutes of the day, from and to; equal for a clock time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<(u32, u32)>,
    /// Whether the words say that the clock time is not exact.
    pub rough: bool,
}

impl Bound {
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exactly => "exactly",
            Bound::About => "about",
            Bound::Nearly => "nearly",
            Bound::AtLeast => "at_least",
            Bound::MoreThan => "more_than",
            Bound::UpTo => "up_to",
            Bound::LessThan => "less_than",
        }
    }
}

impl SeriesId {
    /// The id of the series that rests on this evidence, whatever its order.
    pub fn of<'a>(evidence: impl IntoIterator<Item = &'a Evidence>) -> Self {
        Self(digest(&places(evidence).iter().map(String::as_str).collect::<Vec<_>>()))
    }
}

impl fmt::Display for SeriesId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
