//! Makes a story of articles and compares it.

use crate::{Stopped, decisions};
use engine::Settings;
use library::Library;
use std::ops::ControlFlow;
use story::{Article, ArticleId, Cancelled, Comparison, Decided, LinkDecision, Progress, Story, StoryId};

/// A story with its articles and their comparison.
#[derive(Debug)]
pub struct Compared {
    pub story: Story,
    /// In the order of the comparison.
    pub articles: Vec<Article>,
    pub comparison: Comparison,
    /// What the user ruled, as it bears on the comparison.
    pub decided: Decided,
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
    let articles = in_order_of(&comparison, articles);
    let story = Story {
        id: StoryId::of(&comparison.articles),
        title: engine::stories::title(&articles),
        articles: comparison.articles.clone(),
    };
    Ok(Compared { story, articles, comparison, decided: Decided::default() })
}

/// Compares a story of the library under what was ruled of its links, unless the same engine did so before with the
/// same articles and rulings.
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
    let decisions = decisions::about(library, &articles)?;
    let comparison = compare_under(library, id, &articles, &decisions.links, settings, on_progress)?;
    let decided = decisions::laid_on(&comparison, decisions);
    let articles = in_order_of(&comparison, articles);
    let story = Story { id: id.clone(), title, articles: comparison.articles.clone() };
    Ok(Compared { story, articles, comparison, decided })
}

/// The comparison of a story's articles under these rulings on links, kept for the next time.
pub(crate) fn compare_under(
    library: &mut Library,
    id: &StoryId,
    articles: &[Article],
    links: &[LinkDecision],
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Comparison, Stopped> {
    let within = |link: &&LinkDecision| {
        [&link.a, &link.b].iter().all(|passage| articles.iter().any(|article| article.id == passage.article))
    };
    let links: Vec<LinkDecision> = links.iter().filter(within).cloned().collect();
    if let Some(comparison) = library.comparison(id, articles, &links, &settings.engine())? {
        return Ok(comparison);
    }
    let ruled = decisions::ruled(articles, &links);
    let comparison = engine::compare_ruled(articles, settings, &ruled, on_progress)?;
    // Where it cannot be kept (a full disk, another program) it is made again next time.
    let _ = library.keep_comparison(id, articles, &links, &comparison);
    Ok(comparison)
}

fn in_order_of(comparison: &Comparison, mut articles: Vec<Article>) -> Vec<Article> {
    let take = |id: &ArticleId| {
        let at = articles.iter().position(|article| article.id == *id)?;
        Some(articles.swap_remove(at))
    };
    comparison.articles.iter().filter_map(take).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Input, Reading},
        import::import,
    };
    use std::sync::atomic::{AtomicUsize, Ordering};

    const CSV: &str = "outlet,title,published,text\n\
        Harbour Post,Ferry burns,2031-05-03,A ferry burned at the quay on Saturday. Three people were hurt in the fire.\n\
        Tidings,Fire on ferry,2031-05-04,A ferry burned at the quay on Saturday. Seven people were hurt in the fire.\n";

    #[test]
    fn a_story_is_compared_once_and_then_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        let input = Input::Bytes { name: "may.csv".into(), bytes: CSV.into() };
        assert!(import(&mut library, &[input], &Reading::default(), &|_| ControlFlow::Continue(())).stopped.is_none());
        let ids: Vec<ArticleId> =
            library.list(&library::Filter::default()).expect("sound").into_iter().map(|a| a.id).collect();
        let id = library.begin_story(&ids, "The ferry", &crate::clock::now()).expect("they are there");

        let steps = AtomicUsize::new(0);
        let count = |_| {
            steps.fetch_add(1, Ordering::Relaxed);
            ControlFlow::Continue(())
        };
        let settings = Settings::default();
        let first = compare_kept(&mut library, &id, &settings, &count).expect("it is there");
        let worked = steps.swap(0, Ordering::Relaxed);
        let second = compare_kept(&mut library, &id, &settings, &count).expect("it is there");
        assert_eq!((worked > 0, steps.into_inner()), (true, 0), "the second time nothing was to be done");
        assert_eq!((&second.story, &second.comparison), (&first.story, &first.comparison));
        assert_eq!((first.story.title.as_str(), first.articles.len()), ("The ferry", 2));
        assert_eq!(first.story.articles, ids);
    }
}
