//! Makes a story of articles and compares it.

use crate::Stopped;
use engine::Settings;
use library::Library;
use std::ops::ControlFlow;
use story::{Article, ArticleId, Cancelled, Comparison, Progress, Story, StoryId};

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
    let articles = in_order_of(&comparison, &articles);
    let title = articles.iter().map(|article| article.title.as_str()).find(|title| !title.is_empty());
    let title = title.unwrap_or("Untitled story").to_owned();
    let story = Story { id: StoryId::of(&comparison.articles), title, articles: comparison.articles.clone() };
    Ok(Compared { story, articles, comparison })
}

/// Compares a story of the library, unless the same engine did so before with the same articles.
///
/// # Errors
/// [`Stopped::Cancelled`] when `on_progress` asked to stop, [`Stopped::Library`] where the library
/// has no such story or cannot be read.
pub fn compare_kept(
    library: &mut Library,
    id: &StoryId,
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Stopped> {
    let (title, articles) = library.story(id)?;
    let comparison = match library.comparison(&articles, &settings.engine())? {
        Some(comparison) => comparison,
        None => {
            let comparison = engine::compare(&articles, settings, on_progress)?;
            // Where it cannot be kept (a full disk, another program) it is made again next time.
            let _ = library.keep_comparison(&articles, &comparison);
            comparison
        }
    };
    let articles = in_order_of(&comparison, &articles);
    let story = Story { id: id.clone(), title, articles: comparison.articles.clone() };
    Ok(Compared { story, articles, comparison })
}

fn in_order_of(comparison: &Comparison, articles: &[Article]) -> Vec<Article> {
    let find = |id: &ArticleId| articles.iter().find(|article| article.id == *id).cloned();
    comparison.articles.iter().filter_map(find).collect()
}
