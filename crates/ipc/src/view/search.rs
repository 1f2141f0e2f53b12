//! What a search found.

use super::CardView;
use app::{Found, Hit};
use serde::Serialize;
use std::collections::BTreeMap;
use story::{Positions, Span, Story, StoryId};
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
    pub fn of(found: &Found, stories: &[Story]) -> Self {
        let titles = stories.iter().map(|story| (&story.id, story.title.as_str())).collect();
        Self { total: found.total, hits: found.hits.iter().map(|hit| HitView::of(hit, &titles)).collect() }
    }
}

impl HitView {
    fn of(hit: &Hit, titles: &BTreeMap<&StoryId, &str>) -> Self {
        let story = hit.article.story.as_ref();
        Self {
            article: CardView::of(&hit.article),
            story_title: story.and_then(|story| titles.get(story)).map(|&title| title.to_owned()),
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
