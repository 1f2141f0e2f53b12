//! Compares the articles of a story: articles in, comparison out.
//!
//! - [`text`] cuts articles into claims and words,
//! - [`facets`] finds in each claim what can diverge: figures, times, attributions …,
//! - [`slots`] aligns the words of two claims,
//! - [`embed`] turns text into vectors whose cosines tell likeness of meaning,
//! - [`align`] finds which claims of several articles report the same thing,
//! - [`kinds`] compares the readings within a group, one kind of divergence a file,
//! - [`series`], [`utterances`] and [`voices`] show across the groups what outlets count, date, quote, and whom they cite,
//! - [`origins`] finds articles that share a text ancestor,
//! - [`mod@stories`] groups any pile of articles into stories,
//! - [`weigh`] says how much a divergence matters,
//! - [`omissions`] and [`emphasis`] say who lacks a claim, and who puts it where,
//! - [`training`] shows the pairs that [`align`] weighs to the command that fits its weights.
//!
//! Invariant: no I/O, no clock, no randomness, no global state; the same articles in any order,
//! on any number of threads, give the same comparison.

mod align;
mod compare;
mod embed;
mod emphasis;
mod facets;
mod headlines;
mod kinds;
mod omissions;
mod origins;
mod series;
mod settings;
mod slots;
pub mod stories;
mod syntax;
mod text;
pub mod training;
mod utterances;
mod voices;
mod weigh;

pub use align::Ruled;
pub use compare::{compare, compare_ruled, compare_weighed, passages};
pub use settings::Settings;
pub use stories::{Placed, stories};

/// Changes with every change of what the engine finds; comparisons are cached under it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
