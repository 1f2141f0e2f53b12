//! Groups articles into stories.

use engine::Placed;
use std::{collections::BTreeMap, ops::ControlFlow};
use story::{Article, ArticleId, Cancelled, Progress, Story};

/// The stories that `articles` tell, each with its articles.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn find(
    articles: &[Article],
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<(Story, Vec<Article>)>, Cancelled> {
    let stories = engine::stories(articles, &Placed::default(), on_progress)?;
    // The same article may stand in several files: all of its copies are told.
    let mut by_id: BTreeMap<&ArticleId, Vec<&Article>> = BTreeMap::new();
    articles.iter().for_each(|article| by_id.entry(&article.id).or_default().push(article));
    let copies =
        |id: &ArticleId| by_id.get(id).into_iter().flatten().map(|&article| article.clone()).collect::<Vec<_>>();
    let told = |story: Story| {
        let articles = story.articles.iter().flat_map(copies).collect();
        (story, articles)
    };
    Ok(stories.into_iter().map(told).collect())
}
