//! What a user does with the stories, articles and outlets of a library, and takes back.

use crate::clock::now;
use engine::Settings;
use library::{Card, Counts, Error, Library, OutletEdit, Turned, Undoable};
use story::{ArticleId, StoryId};

/// One change to the library. Each can be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    RenameStory {
        story: StoryId,
        title: String,
    },
    /// A suggested story is one from now on.
    AcceptStory {
        story: StoryId,
    },
    /// The articles of `stories` go into `into`.
    MergeStories {
        into: StoryId,
        stories: Vec<StoryId>,
    },
    /// These articles leave their stories and make one of their own; a blank title is made from theirs.
    BeginStory {
        articles: Vec<ArticleId>,
        title: String,
    },
    MoveArticles {
        articles: Vec<ArticleId>,
        story: StoryId,
    },
    /// Out of their stories, into none.
    UnsortArticles {
        articles: Vec<ArticleId>,
    },
    TrashArticles {
        articles: Vec<ArticleId>,
    },
    /// With all of its articles.
    TrashStory {
        story: StoryId,
    },
    RestoreArticles {
        articles: Vec<ArticleId>,
    },
    /// Of the captures of its address this one is compared.
    ChooseVersion {
        article: ArticleId,
    },
    /// `name` says which outlet.
    EditOutlet {
        name: String,
        outlet: OutletEdit,
    },
}

/// All stories, the newest first, and how many articles lie where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelves {
    pub stories: Vec<Card>,
    pub counts: Counts,
    pub undoable: Undoable,
}

/// What the library shows; `settings` say which comparisons are counted.
///
/// # Errors
/// [`Error::Damaged`] and [`Error::Io`].
pub fn shelves(library: &Library, settings: &Settings) -> Result<Shelves, Error> {
    Ok(Shelves {
        stories: library.cards(&settings.engine())?,
        counts: library.counts()?,
        undoable: library.undoable()?,
    })
}

/// Changes the library, and says which story it was about.
///
/// # Errors
/// [`Error::Unknown`] where something named is not there, [`Error::Unusable`] where a name is blank.
pub fn edit(library: &mut Library, edit: &Edit) -> Result<Option<StoryId>, Error> {
    let at = now();
    match edit {
        Edit::RenameStory { story, title } => library.rename_story(story, title, &at)?,
        Edit::AcceptStory { story } => library.accept_story(story, &at)?,
        Edit::MergeStories { into, stories } => library.merge_stories(into, stories, &at)?,
        Edit::BeginStory { articles, title } => {
            let title = if title.trim().is_empty() { title_of(library, articles)? } else { title.clone() };
            return library.begin_story(articles, &title, &at).map(Some);
        }
        Edit::MoveArticles { articles, story } => library.move_articles(articles, story, &at)?,
        Edit::UnsortArticles { articles } => library.unsort_articles(articles, &at)?,
        Edit::TrashArticles { articles } => library.trash_articles(articles, &at)?,
        Edit::TrashStory { story } => library.trash_story(story, &at)?,
        Edit::RestoreArticles { articles } => library.restore_articles(articles, &at)?,
        Edit::ChooseVersion { article } => return library.choose_version(article, &at),
        Edit::EditOutlet { name, outlet } => library.edit_outlet(name, outlet, &at)?,
    }
    Ok(match edit {
        Edit::RenameStory { story, .. } | Edit::AcceptStory { story } | Edit::MoveArticles { story, .. } => {
            Some(story.clone())
        }
        Edit::MergeStories { into, .. } => Some(into.clone()),
        _ => None,
    })
}

/// Takes back what was done last; `None` where there is nothing.
///
/// # Errors
/// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
pub fn undo(library: &mut Library) -> Result<Option<Turned>, Error> {
    library.undo()
}

/// Does again what was taken back last; `None` where there is nothing.
///
/// # Errors
/// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
pub fn redo(library: &mut Library) -> Result<Option<Turned>, Error> {
    library.redo()
}

fn title_of(library: &Library, articles: &[ArticleId]) -> Result<String, Error> {
    let articles = articles.iter().map(|id| library.article(id)).collect::<Result<Vec<_>, _>>()?;
    Ok(engine::stories::title(&articles))
}
