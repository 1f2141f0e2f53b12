//! The words of Rashomon: what every other crate, the interface and the reports mean by them.
//!
//! - [`Article`]: one outlet's version of a story, as published at one time,
//! - [`Timestamp`]: a moment, as exactly as it was given,
//! - [`Span`] and [`Positions`]: places in a text, and how they are counted outside Rust,
//! - [`Claim`], [`ClaimGroup`], [`Divergence`], [`Reading`], [`Evidence`], [`Origin`]: what a
//!   [`Comparison`] is made of,
//! - [`Series`], [`Dating`], [`Utterance`], [`Voice`]: what of a comparison is shown across its groups,
//! - [`Story`]: articles about one event,
//! - [`Decisions`]: what the user ruled, and [`Decided`]: how that bears on a comparison,
//! - [`address`]: what an address of the web says of its site,
//! - [`Oddity`]: what was odd about a file, in words a person can act on,
//! - [`Progress`]: how far long work has come.
//!
//! Invariant: plain values, no I/O, and nothing here knows how anything is found, kept or shown.

pub mod address;
mod article;
mod comparison;
mod decision;
mod oddity;
mod progress;
mod series;
mod span;
mod timestamp;
mod utterance;
mod voice;

pub use article::{Article, ArticleId, Draft, Importer, Sha256, Source, Story, StoryId};
pub use comparison::{
    Claim, ClaimGroup, ClaimId, Comparison, Divergence, DivergenceId, Emphasis, Engine, Evidence, Facet, GroupId,
    Headline, Kind, Link, LookAlike, NearestMiss, Omission, Origin, Place, Reading, Relation,
};
pub use decision::{
    Decided, DecidedFinding, DecidedLink, Decisions, FindingDecision, LinkDecision, LinkRuling, Passage, Verdict,
};
pub use oddity::{Oddity, Remedy};
pub use progress::{Cancelled, Progress};
pub use series::{Bound, Dating, Moment, Point, Series, SeriesId};
pub use span::{Positions, Span};
pub use timestamp::{Precision, Timestamp};
pub use utterance::{Utterance, UtteranceId, Version};
pub use voice::{Chain, Voice, VoiceId, VoiceSort, Vouched};
