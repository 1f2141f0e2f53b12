//! The library's shelves.

use app::{Act, Card, Counts, Listed, Outlet, Undoable, shelves::Shelves};
use serde::Serialize;
use story::{Kind, StoryId, Timestamp};
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
    /// Captures of its address, itself among them.
    pub versions: usize,
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
    pub fn of(shelves: &Shelves) -> Self {
        let Counts { articles, unsorted, trashed } = shelves.counts;
        let stories = shelves.stories.iter().map(StoryCardView::of).collect();
        let about = shelves.undoable.undo.as_ref().and_then(|act| act.story.clone());
        Self { stories, articles, unsorted, trashed, undo: UndoView::of(&shelves.undoable, about) }
    }
}

impl StoryCardView {
    fn of(card: &Card) -> Self {
        let day = |time: &Timestamp| time.first_day().to_string();
        let count = |&(kind, count): &(Kind, usize)| KindCount { kind: kind.to_string(), count };
        Self {
            id: card.id.0.clone(),
            title: card.title.clone(),
            suggested: !card.accepted,
            outlets: card.outlets.clone(),
            articles: card.articles,
            from: card.first.as_ref().map(day),
            until: card.last.as_ref().map(day),
            origins: card.compared.as_ref().map(|tally| tally.origins),
            divergences: card.compared.as_ref().map(|tally| tally.divergences.iter().map(count).collect()),
            reviewed: card.reviewed,
        }
    }
}

impl ArticlesView {
    pub fn of(articles: &[Listed]) -> Self {
        Self { articles: articles.iter().map(CardView::of).collect() }
    }
}

impl OutletsView {
    pub fn of(outlets: Vec<Outlet>) -> Self {
        let view = |Outlet { name, short, aliases, colour, pattern, articles }| OutletView {
            name,
            short,
            aliases,
            colour,
            pattern,
            articles,
        };
        Self { outlets: outlets.into_iter().map(view).collect() }
    }
}

impl UndoView {
    /// `about` is the story of the act that is next, or was just done.
    pub fn of(undoable: &Undoable, about: Option<StoryId>) -> Self {
        let name = |act: &Option<Act>| act.as_ref().map(|act| act.name.clone());
        Self { undo: name(&undoable.undo), redo: name(&undoable.redo), story: about.map(|story| story.0) }
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
            versions: listed.versions,
        }
    }
}
