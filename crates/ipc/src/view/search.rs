//! What a search found.

use super::CardView;
use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundView {
    /// How many there are, beyond the limit too.
    pub total: usize,
    pub hits: Vec<HitView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HitView {
    pub article: CardView,
    /// The title of the article's story.
    pub story_title: Option<String>,
    pub title_matches: Vec<MatchView>,
    /// Words of the body around the first matches.
    pub snippet: String,
    pub snippet_matches: Vec<MatchView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatchView {
    pub start: usize,
    pub end: usize,
}
