//! Writes a story of the library, compared and ruled on, as a document.

use crate::{Stopped, compare::compare_kept, files};
use engine::Settings;
use library::Library;
use report::Account;
pub use report::{
    Choice, Cover, Format, Language, PageSize, Texts,
    excerpt::Excerpt,
    synopsis::{Filter, Rows, Ruled},
};
use std::{collections::BTreeMap, ops::ControlFlow, path::Path};
use story::{Article, DivergenceId, Progress, Sha256, StoryId, Timestamp};

/// The document, as bytes.
///
/// # Errors
/// [`Stopped::Cancelled`] when `on_progress` asked to stop, [`Stopped::Library`] where the story cannot be had,
/// [`Stopped::Unset`] where a PDF cannot be set.
pub fn document(
    library: &mut Library,
    story: &StoryId,
    settings: &Settings,
    format: Format,
    choice: &Choice,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<u8>, Stopped> {
    let compared = compare_kept(library, story, settings, on_progress)?;
    let imported = imported(library, &compared.articles)?;
    let account = Account {
        story: &compared.story,
        articles: &compared.articles,
        comparison: &compared.comparison,
        decided: &compared.decided,
        imported: Some(&imported),
    };
    let document = format.write(account, choice)?;
    if on_progress(Progress { stage: "writing the report", done: 1, total: 1 }).is_break() {
        return Err(story::Cancelled.into());
    }
    Ok(document)
}

/// Writes the document to `path`, all of it or nothing.
///
/// # Errors
/// Those of [`document`], and [`Stopped::Unwritten`] where the file cannot be written.
pub fn write(
    library: &mut Library,
    story: &StoryId,
    settings: &Settings,
    format: Format,
    choice: &Choice,
    path: &Path,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<(), Stopped> {
    let document = document(library, story, settings, format, choice, on_progress)?;
    files::write(path, &document).map_err(|error| Stopped::Unwritten { path: path.display().to_string(), error })
}

/// One finding of a story, to be put into a letter; `None` where the comparison does not have it.
///
/// # Errors
/// [`Stopped::Library`] where the story cannot be had.
pub fn excerpt(
    library: &mut Library,
    story: &StoryId,
    settings: &Settings,
    finding: &DivergenceId,
) -> Result<Option<Excerpt>, Stopped> {
    let compared = compare_kept(library, story, settings, &|_| ControlFlow::Continue(()))?;
    let account = Account {
        story: &compared.story,
        articles: &compared.articles,
        comparison: &compared.comparison,
        decided: &compared.decided,
        imported: None,
    };
    Ok(Excerpt::of(account, finding))
}

/// When the articles' files were brought in.
fn imported(library: &Library, articles: &[Article]) -> Result<BTreeMap<Sha256, Timestamp>, Stopped> {
    let mut imported = BTreeMap::new();
    for article in articles {
        let file = library.file(&article.sha256)?;
        imported.extend(file.map(|file| (file.sha256, file.imported_at)));
    }
    Ok(imported)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{import::import, sample, stories};

    #[test]
    fn a_story_of_the_library_is_written_in_every_format() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        let go_on = |_: Progress| ControlFlow::Continue(());
        assert!(import(&mut library, &sample::inputs(), &files::Reading::default(), &go_on).stopped.is_none());
        stories::find_kept(&mut library, &go_on).expect("room");
        let story = sample::gathered(&mut library).expect("it was imported");
        for format in Format::ALL {
            let path = folder.path().join(format!("report.{}", format.ending()));
            let choice = Choice::of(Filter::all());
            write(&mut library, &story, &Settings::default(), format, &choice, &path, &go_on).expect("room");
            let written = std::fs::read(&path).expect("it was written");
            write(&mut library, &story, &Settings::default(), format, &choice, &path, &go_on).expect("room");
            assert!(written.len() > 1_000 && written == std::fs::read(&path).expect("written"), "{format:?}");
        }
        let nowhere = folder.path().join("none/report.html");
        let choice = Choice::of(Filter::all());
        let failed = write(&mut library, &story, &Settings::default(), Format::Html, &choice, &nowhere, &go_on);
        assert!(matches!(failed, Err(Stopped::Unwritten { .. })), "{failed:?}");
    }
}
