//! The library: stories, articles, outlets, search, and what was done to them.

use crate::Failure;
use app::{Filter, OutletEdit, Query, shelves};
use serde::Deserialize;
use story::{ArticleId, Kind, StoryId, Timestamp};
use ts_rs::TS;

/// All stories.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListStories {}

/// The articles on one shelf.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListArticles {
    pub shelf: Shelf,
}

/// Where an article can be.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Shelf {
    Story {
        story: String,
    },
    /// In no story, or alone in one that nobody accepted.
    Unsorted,
    Trash,
}

/// All outlets.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListOutlets {}

/// Change the library. Every edit can be undone.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EditLibrary {
    pub edit: Edit,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Edit {
    RenameStory {
        story: String,
        title: String,
    },
    /// A suggested story is one from now on.
    AcceptStory {
        story: String,
    },
    /// The articles of `stories` go into `into`.
    MergeStories {
        into: String,
        stories: Vec<String>,
    },
    /// These articles leave their stories and make one of their own.
    BeginStory {
        articles: Vec<String>,
        title: String,
    },
    MoveArticles {
        articles: Vec<String>,
        story: String,
    },
    /// Out of their stories, into none.
    UnsortArticles {
        articles: Vec<String>,
    },
    TrashArticles {
        articles: Vec<String>,
    },
    /// With all of its articles.
    TrashStory {
        story: String,
    },
    RestoreArticles {
        articles: Vec<String>,
    },
    /// Of the captures of its address this one is compared, until the newest is chosen.
    ChooseVersion {
        article: String,
    },
    /// `name` says which outlet; the rest is what it is from now on.
    EditOutlet {
        name: String,
        new_name: String,
        short: String,
        aliases: Vec<String>,
        colour: u8,
        pattern: u8,
    },
}

/// The captures of an article's address.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowVersions {
    pub article: String,
}

/// How one version of an article became another.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowChanges {
    pub from: String,
    pub to: String,
}

/// Write what the server of a fetched page sent to a file, as a WARC record.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveResponse {
    pub article: String,
    pub path: String,
}

/// Take back what was done last, in the library or in a story.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Undo {}

/// Do again what was taken back last.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Redo {}

/// Find articles by their words.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SearchLibrary {
    /// As typed; empty for every article that the filters let through.
    pub words: String,
    pub outlet: Option<String>,
    /// A day, `2031-05-02`, and everything after it.
    pub from: Option<String>,
    pub until: Option<String>,
    /// Only articles of stories that were found to diverge in this kind.
    pub kind: Option<String>,
    pub limit: usize,
    pub offset: usize,
}

impl From<Shelf> for app::Shelf {
    fn from(shelf: Shelf) -> Self {
        match shelf {
            Shelf::Story { story } => Self::Story(StoryId(story)),
            Shelf::Unsorted => Self::Unsorted,
            Shelf::Trash => Self::Trash,
        }
    }
}

impl From<Edit> for shelves::Edit {
    fn from(edit: Edit) -> Self {
        match edit {
            Edit::RenameStory { story, title } => Self::RenameStory { story: StoryId(story), title },
            Edit::AcceptStory { story } => Self::AcceptStory { story: StoryId(story) },
            Edit::MergeStories { into, stories } => {
                Self::MergeStories { into: StoryId(into), stories: stories.into_iter().map(StoryId).collect() }
            }
            Edit::BeginStory { articles, title } => Self::BeginStory { articles: ids(articles), title },
            Edit::MoveArticles { articles, story } => {
                Self::MoveArticles { articles: ids(articles), story: StoryId(story) }
            }
            Edit::UnsortArticles { articles } => Self::UnsortArticles { articles: ids(articles) },
            Edit::TrashArticles { articles } => Self::TrashArticles { articles: ids(articles) },
            Edit::TrashStory { story } => Self::TrashStory { story: StoryId(story) },
            Edit::RestoreArticles { articles } => Self::RestoreArticles { articles: ids(articles) },
            Edit::ChooseVersion { article } => Self::ChooseVersion { article: ArticleId(article) },
            Edit::EditOutlet { name, new_name, short, aliases, colour, pattern } => {
                Self::EditOutlet { name, outlet: OutletEdit { name: new_name, short, aliases, colour, pattern } }
            }
        }
    }
}

fn ids(articles: Vec<String>) -> Vec<ArticleId> {
    articles.into_iter().map(ArticleId).collect()
}

impl SearchLibrary {
    /// # Errors
    /// Refused where a day or a kind is none.
    pub fn query(self) -> Result<Query, Failure> {
        let day = |text: Option<String>| match text {
            Some(text) => Timestamp::parse(&text)
                .map(Some)
                .ok_or_else(|| Failure::refused(format!("{text:?} is no day: write it as 2031-05-02."))),
            None => Ok(None),
        };
        let kind = match self.kind {
            Some(name) => {
                let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
                Some(kind.ok_or_else(|| Failure::refused(format!("{name:?} is no kind of divergence.")))?)
            }
            None => None,
        };
        let filter = Filter { outlet: self.outlet, from: day(self.from)?, until: day(self.until)?, kind };
        Ok(Query { words: self.words, filter, limit: self.limit, offset: self.offset })
    }
}
