//! A report before it has a format: sections of blocks of lines. HTML, PDF, DOCX and Markdown are written from it.
//!
//! - [`blocks`] are what it is made of,
//! - `composition` puts it together of its sections, one module each,
//! - `words` are what it says in its own voice, in the language of its frame.
//!
//! Invariant: every text in it is one harmless line (see [`crate::plain`]), so that a format has its own markup
//! to escape and nothing else. A link leads to the `id` of a section, heading, paragraph, row, finding or plot, and
//! it is there.

mod agreed;
mod articles;
pub mod blocks;
mod composition;
mod decisions;
mod differences;
mod findings;
mod method;
mod omissions;
mod origins;
mod plots;
mod quotes;
mod side_by_side;
mod sources;
mod summary;
mod texts;
pub(crate) mod words;

use crate::{Choice, Cover, PageSize, synopsis::Synopsis};
use blocks::Section;
use composition::Composition;
pub use method::ACCURACY;
use serde::Serialize;

/// A report before it has a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The story's.
    pub title: String,
    /// How the story was told, in a line: articles, outlets, origins, from when to when.
    pub told: String,
    /// BCP 47 tag of the language of everything that is not text of others.
    pub language: &'static str,
    pub page: PageSize,
    pub cover: Option<Cover>,
    /// What stands over the list of sections.
    pub contents: String,
    pub sections: Vec<Section>,
}

impl Document {
    pub fn of(synopsis: &Synopsis, choice: &Choice) -> Self {
        let of = Composition::of(synopsis, choice);
        let sections = [
            summary::section,
            findings::section,
            side_by_side::section,
            agreed::section,
            findings::look_alikes,
            omissions::section,
            quotes::section,
            plots::section,
            sources::section,
            origins::section,
            decisions::section,
            texts::section,
            articles::section,
            method::section,
        ];
        Self {
            title: crate::plain::line(&synopsis.account.story.title),
            told: summary::told(&of),
            language: choice.language.tag(),
            page: choice.page,
            cover: choice.cover.as_ref().map(composition::harmless),
            contents: of.say("contents"),
            sections: sections.iter().filter_map(|section| section(&of)).collect(),
        }
    }
}
