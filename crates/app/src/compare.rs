//! Makes a story of articles and compares it.

use engine::Settings;
use std::ops::ControlFlow;
use story::{Article, Cancelled, Comparison, Progress, Story, StoryId};

/// A story with its articles and their comparison.
#[derive(Debug)]
pub struct Compared {
    pub story: Story,
    /// In the order of the comparison.
    pub articles: Vec<Article>,
    pub comparison: Comparison,
}

/// Takes all `articles` as one story.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn compare(
    articles: Vec<Article>,
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Cancelled> {
    let comparison = engine::compare(&articles, settings, on_progress)?;
    let articles = comparison
        .articles
        .iter()
        .filter_map(|id| articles.iter().find(|article| article.id == *id).cloned())
        .collect::<Vec<_>>();
    let title = articles
        .iter()
        .map(|article| article.title.as_str())
        .find(|title| !title.is_empty())
        .unwrap_or("Untitled story");
    let story =
        Story { id: StoryId::of(&comparison.articles), title: title.to_owned(), articles: comparison.articles.clone() };
    Ok(Compared { story, articles, comparison })
}
