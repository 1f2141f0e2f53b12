//! One article with all that the library knows about it.

use library::{Error, FileKept, Library, Listed};
use story::{Article, ArticleId, StoryId};

/// An article and what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub article: Article,
    /// The captures of its address, oldest first, itself among them.
    pub versions: Vec<Listed>,
    /// Other articles with exactly its text.
    pub same_text: Vec<Listed>,
    pub story: Option<StoryId>,
    /// The file it was read from first, with what was odd about it.
    pub file: Option<FileKept>,
}

/// Shows the article whose id begins with `name`.
///
/// # Errors
/// [`Error::Unknown`] and [`Error::Ambiguous`] where the name does not say which.
pub fn show(library: &Library, name: &str) -> Result<Shown, Error> {
    let id: ArticleId = library.article_named(name)?;
    let article = library.article(&id)?;
    let versions = library.versions(&id)?;
    Ok(Shown {
        story: versions.iter().find(|version| version.id == id).and_then(|version| version.story.clone()),
        same_text: library.same_text(&id)?,
        file: library.file(&article.sha256)?,
        article,
        versions,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Input, Reading},
        import::import,
    };
    use std::ops::ControlFlow;

    const CSV: &str = "outlet,title,published,url,text\n\
        Harbour Post,Fire,2031-05-03T08:00Z,https://harbour.example/fire,A ferry burned at the quay.\n\
        Harbour Post,Fire,2031-05-03T09:00Z,https://harbour.example/fire,Two ferries burned at the quay.\n\
        Tidings,Fire,2031-05-03T09:00Z,https://tidings.example/fire,A ferry burned at the quay.\n";

    #[test]
    fn an_article_is_shown_with_its_versions_its_reprints_and_its_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        let input = Input::Bytes { name: "may.csv".into(), bytes: CSV.into() };
        assert!(import(&mut library, &[input], &Reading::default(), &|_| ControlFlow::Continue(())).stopped.is_none());
        let first = library.list(&library::Filter::default()).expect("sound").remove(0);
        let shown = show(&library, &first.id.0[..8]).expect("it is there");
        assert_eq!(shown.article.body, "A ferry burned at the quay.");
        assert_eq!(shown.versions.iter().map(|version| version.current).collect::<Vec<_>>(), [false, true]);
        assert_eq!(shown.same_text.iter().map(|same| same.outlet.as_str()).collect::<Vec<_>>(), ["Tidings"]);
        assert_eq!(shown.file.map(|file| file.name).as_deref(), Some("may.csv"));
        assert_eq!(shown.story, None);
    }
}
