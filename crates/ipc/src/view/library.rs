//! The library's shelves.

use crate::request::Shelf;
use app::Listed;
use serde::Serialize;
use story::Story;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LibraryView {
    /// The newest first.
    pub stories: Vec<StoryCardView>,
    pub articles: usize,
    pub unsorted: usize,
    pub trashed: usize,
    pub undo: UndoView,
}

/// A story on its shelf.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StoryCardView {
    pub id: String,
    pub title: String,
    /// Found automatically and not accepted yet.
    pub suggested: bool,
    /// Names, sorted, each once.
    pub outlets: Vec<String>,
    pub articles: usize,
    /// Days of the first and the last article.
    pub from: Option<String>,
    pub until: Option<String>,
    /// `None` until the story was compared as it is now.
    pub origins: Option<usize>,
    /// In the order of the kinds, without those that do not occur; `None` as above.
    pub divergences: Option<Vec<KindCount>>,
    /// Findings that were confirmed or dismissed.
    pub reviewed: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindCount {
    pub kind: String,
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ArticlesView {
    /// By publication, then outlet.
    pub articles: Vec<CardView>,
}

/// An article on a shelf or among hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CardView {
    pub id: String,
    pub outlet: String,
    pub title: String,
    pub published: Option<String>,
    pub url: Option<String>,
    pub story: Option<String>,
    /// The file that it came from.
    pub file: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutletsView {
    /// By name.
    pub outlets: Vec<OutletView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutletView {
    pub name: String,
    /// At most eight characters, for narrow columns.
    pub short: String,
    /// Other names under which files give it.
    pub aliases: Vec<String>,
    /// 0 to 11: which colour of the interface's palette.
    pub colour: u8,
    /// 0 to 5: which pattern; together with the colour it tells the outlet.
    pub pattern: u8,
    pub articles: usize,
}

/// What can be undone and done again: names of acts, such as `merge_stories`, for the interface's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoView {
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// The story that the next undo or redo, or the one just made, is about.
    pub story: Option<String>,
}

impl LibraryView {
    pub fn of(stories: &[Story], articles: &[Listed]) -> Self {
        let undo = UndoView { undo: None, redo: None, story: None };
        let unsorted = articles.iter().filter(|article| article.story.is_none()).count();
        let stories = stories.iter().rev().map(|story| StoryCardView::of(story, articles)).collect();
        Self { stories, articles: articles.len(), unsorted, trashed: 0, undo }
    }
}

impl StoryCardView {
    fn of(story: &Story, articles: &[Listed]) -> Self {
        let of_story: Vec<&Listed> =
            articles.iter().filter(|article| article.story.as_ref() == Some(&story.id)).collect();
        let mut outlets: Vec<String> = of_story.iter().map(|article| article.outlet.clone()).collect();
        outlets.sort();
        outlets.dedup();
        let days: Vec<String> =
            of_story.iter().filter_map(|a| a.published.as_ref().map(|p| p.first_day().to_string())).collect();
        Self {
            id: story.id.0.clone(),
            title: story.title.clone(),
            suggested: true,
            outlets,
            articles: of_story.len(),
            from: days.iter().min().cloned(),
            until: days.iter().max().cloned(),
            origins: None,
            divergences: None,
            reviewed: 0,
        }
    }
}

impl ArticlesView {
    pub fn of(shelf: &Shelf, articles: &[Listed]) -> Self {
        let is_there = |article: &&Listed| match shelf {
            Shelf::Story { story } => article.story.as_ref().is_some_and(|of| of.0 == *story),
            Shelf::Unsorted => article.story.is_none(),
            Shelf::Trash => false,
        };
        Self { articles: articles.iter().filter(is_there).map(CardView::of).collect() }
    }
}

impl CardView {
    pub fn of(listed: &Listed) -> Self {
        Self {
            id: listed.id.0.clone(),
            outlet: listed.outlet.clone(),
            title: listed.title.clone(),
            published: listed.published.as_ref().map(ToString::to_string),
            url: listed.url.clone(),
            story: listed.story.as_ref().map(ToString::to_string),
            file: listed.file.clone(),
        }
    }
}
