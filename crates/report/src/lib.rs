//! Turns a comparison into a document; one module a format.
//!
//! - [`json`] is the interchange of docs/interchange.md.
//!
//! Invariant: finds nothing and writes no files; documents are returned as bytes, and the same
//! comparison gives the same bytes. Text of others is escaped for the format it goes into.

pub mod json;

use story::{Article, Comparison, Story};

/// One story with everything that a document tells about it.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    pub story: &'a Story,
    /// In the order of the comparison.
    pub articles: &'a [Article],
    pub comparison: &'a Comparison,
}
