//! The captures of one address, and what changed between two of them.

use super::CardView;
use app::{
    fetch::Kept,
    versions::{Change, Changes, Version},
};
use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VersionsView {
    /// The latest first.
    pub versions: Vec<CaptureView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaptureView {
    pub article: CardView,
    /// When the outlet says that it changed it.
    pub modified: Option<String>,
    /// When its file came into the library.
    pub brought: Option<String>,
    /// Whether it is the one that is compared.
    pub compared: bool,
    pub fetched: Option<FetchedView>,
}

/// What was kept of a page that was fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FetchedView {
    /// Where it was found in the end.
    pub address: String,
    pub at: String,
    /// `200 OK`.
    pub status: String,
    /// Bytes.
    pub size: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangesView {
    /// ISO 639-1, or `und`.
    pub language: String,
    pub title: ChangeView,
    pub paragraphs: Vec<ChangeView>,
}

/// What became of a paragraph, in the order of the later version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum ChangeView {
    Same { text: String },
    Cut { text: String },
    Added { text: String },
    Changed { from: String, to: String },
}

impl VersionsView {
    pub fn of(versions: &[Version]) -> Self {
        Self { versions: versions.iter().map(CaptureView::of).collect() }
    }
}

impl CaptureView {
    fn of(version: &Version) -> Self {
        Self {
            article: CardView::of(&version.listed),
            modified: version.modified.as_ref().map(ToString::to_string),
            brought: version.brought.as_ref().map(ToString::to_string),
            compared: version.listed.current,
            fetched: version.fetched.as_ref().map(FetchedView::of),
        }
    }
}

impl FetchedView {
    fn of(kept: &Kept) -> Self {
        Self { address: kept.address.clone(), at: kept.at.clone(), status: kept.status.clone(), size: kept.size }
    }
}

impl ChangesView {
    pub fn of(changes: Changes) -> Self {
        Self {
            language: changes.language,
            title: changes.title.into(),
            paragraphs: changes.paragraphs.into_iter().map(ChangeView::from).collect(),
        }
    }
}

impl From<Change> for ChangeView {
    fn from(change: Change) -> Self {
        match change {
            Change::Same(text) => Self::Same { text },
            Change::Cut(text) => Self::Cut { text },
            Change::Added(text) => Self::Added { text },
            Change::Changed { from, to } => Self::Changed { from, to },
        }
    }
}
