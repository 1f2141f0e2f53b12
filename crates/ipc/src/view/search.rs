//! What a search found.

use super::CardView;
use app::{Found, Hit};
use serde::Serialize;
use story::{Positions, Span};
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

impl FoundView {
    pub fn of(found: &Found) -> Self {
        Self { total: found.total, hits: found.hits.iter().map(HitView::of).collect() }
    }
}

impl HitView {
    fn of(hit: &Hit) -> Self {
        Self {
            article: CardView::of(&hit.article),
            story_title: hit.story_title.clone(),
            title_matches: matches(&hit.article.title, &hit.title_matches),
            snippet: hit.snippet.text.clone(),
            snippet_matches: matches(&hit.snippet.text, &hit.snippet.matches),
        }
    }
}

fn matches(text: &str, spans: &[Span]) -> Vec<MatchView> {
    let positions = Positions::new(text);
    let unit = |byte| positions.utf16(byte);
    spans.iter().map(|span| MatchView { start: unit(span.start), end: unit(span.end) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_count_as_javascript_does() {
        let text = "\u{1f525} Požár";
        let at = text.find('P').expect("it is there");
        assert_eq!(matches(text, &[Span::new(at, text.len())]), [MatchView { start: 3, end: 8 }]);
    }
}
