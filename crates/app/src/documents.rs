//! Writes a story of the library, compared and ruled on, as a document.

use crate::{
    Stopped,
    compare::{Compared, compare_kept},
    files,
};
use engine::Settings;
use library::Library;
use report::Account;
pub use report::{
    Choice, Cover, Format, Language, PageSize, Texts,
    excerpt::{Excerpt, Picture},
    preview::Preview,
    synopsis::{Filter, Rows, Ruled},
};
use std::{collections::BTreeMap, ops::ControlFlow, path::Path};
use story::{Article, Cancelled, DivergenceId, Progress, Sha256, StoryId, Timestamp};

/// What is told while a document is written.
pub const WRITING: Progress = Progress { stage: "writing the report", done: 0, total: 1 };

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
    let told = Told::of(library, story, settings, on_progress)?;
    let document = format.write(told.account(), choice, &|| on_progress(WRITING))?;
    match on_progress(WRITING) {
        ControlFlow::Continue(()) => Ok(document),
        ControlFlow::Break(()) => Err(Cancelled.into()),
    }
}

/// What the document will look like; `address` is what pictures of its pages are asked for by.
///
/// # Errors
/// Those of [`document`].
pub fn preview(
    library: &mut Library,
    story: &StoryId,
    settings: &Settings,
    format: Format,
    choice: &Choice,
    address: &str,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Preview, Stopped> {
    let told = Told::of(library, story, settings, on_progress)?;
    Ok(Preview::of(told.account(), format, choice, address, &|| on_progress(WRITING))?)
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
    let told = Told::of(library, story, settings, &|_| ControlFlow::Continue(()))?;
    Ok(Excerpt::of(told.account(), finding))
}

/// One finding of a story as a picture; `None` where the comparison does not have it.
///
/// # Errors
/// [`Stopped::Library`] where the story cannot be had, [`Stopped::Unset`] where the picture cannot be made.
pub fn picture(
    library: &mut Library,
    story: &StoryId,
    settings: &Settings,
    finding: &DivergenceId,
) -> Result<Option<Picture>, Stopped> {
    let told = Told::of(library, story, settings, &|_| ControlFlow::Continue(()))?;
    Ok(report::excerpt::picture(told.account(), finding)?)
}

/// A story with everything that a document tells about it.
struct Told {
    compared: Compared,
    imported: BTreeMap<Sha256, Timestamp>,
}

impl Told {
    fn of(
        library: &mut Library,
        story: &StoryId,
        settings: &Settings,
        on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Result<Self, Stopped> {
        let compared = compare_kept(library, story, settings, on_progress)?;
        let imported = imported(library, &compared.articles)?;
        Ok(Self { compared, imported })
    }

    fn account(&self) -> Account<'_> {
        let Compared { story, articles, comparison, decided } = &self.compared;
        Account { story, articles, comparison, decided, imported: Some(&self.imported) }
    }
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
