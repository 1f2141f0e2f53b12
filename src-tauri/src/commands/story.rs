//! One story: its comparison, and what the user rules.

use super::{aside, follow};
use crate::{desk::Desk, tell};
use app::{
    DivergenceId, Progress, Settings, StoryId, Undoable,
    compare::{Compared, compare_kept},
    decisions, documents,
    preferences::Preferences,
};
use ipc::{
    Failure,
    request::{
        CompareStory, CopyFinding, Decide, Relink, RevealReport, SaveReport, ShowFigures, ShowQuotes, ShowSources,
    },
    view::{DecisionsView, Done, FiguresView, QuotesView, SourcesView, StoryView},
};
use std::{ops::ControlFlow, path::Path};
use tauri::{AppHandle, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_opener::OpenerExt;

#[tauri::command]
pub(crate) async fn compare_story<R: Runtime>(app: AppHandle<R>, request: CompareStory) -> Result<StoryView, Failure> {
    aside(app, move |app, desk| {
        let job = desk.jobs.begin(request.job);
        let compared = compared(desk, request.story, &follow(app, &job))?;
        Ok(StoryView::with(&compared, &undoable(desk)?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn decide<R: Runtime>(app: AppHandle<R>, request: Decide) -> Result<DecisionsView, Failure> {
    let Decide { story, divergence, ruling } = request;
    aside(app, move |app, desk| {
        let (mut library, settings) = (desk.another()?, settings(desk));
        let divergence = DivergenceId(divergence);
        let compared = decisions::decide(&mut library, &StoryId(story), &divergence, ruling.into(), &settings, &go_on)?;
        tell::library_changed(app, Done {});
        Ok(DecisionsView::of(&compared, &undoable(desk)?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn relink<R: Runtime>(app: AppHandle<R>, request: Relink) -> Result<StoryView, Failure> {
    let Relink { job, story, ruling } = request;
    aside(app, move |app, desk| {
        let (job, mut library, settings) = (desk.jobs.begin(job), desk.another()?, settings(desk));
        let follow = follow(app, &job);
        let compared = decisions::relink(&mut library, &StoryId(story), &ruling.into(), &settings, &follow)?;
        tell::library_changed(app, Done {});
        Ok(StoryView::with(&compared, &undoable(desk)?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn save_report<R: Runtime>(app: AppHandle<R>, request: SaveReport) -> Result<Done, Failure> {
    aside(app, move |app, desk| {
        let (job, mut library, settings) = (desk.jobs.begin(request.job), desk.another()?, settings(desk));
        let (story, choice, path) = (StoryId(request.story.clone()), request.choice(), Path::new(&request.path));
        documents::write(&mut library, &story, &settings, request.format.into(), &choice, path, &follow(app, &job))?;
        desk.keep_saved(path);
        Ok(Done {})
    })
    .await
}

/// The page names no path: only what was saved last can be shown.
#[tauri::command]
pub(crate) async fn reveal_report<R: Runtime>(app: AppHandle<R>, request: RevealReport) -> Result<Done, Failure> {
    let RevealReport {} = request;
    aside(app, |app, desk| {
        let path = desk.saved().ok_or_else(|| Failure::refused("No report was saved yet."))?;
        let shown = app.opener().reveal_item_in_dir(&path);
        let place = path.display();
        shown.map_err(|error| {
            Failure::refused(format!("Its folder cannot be shown: {error}. The report is {place}."))
        })?;
        Ok(Done {})
    })
    .await
}

#[tauri::command]
pub(crate) async fn copy_finding<R: Runtime>(app: AppHandle<R>, request: CopyFinding) -> Result<Done, Failure> {
    let CopyFinding { story, finding, plain } = request;
    aside(app, move |app, desk| {
        let (mut library, settings) = (desk.another()?, settings(desk));
        let excerpt = documents::excerpt(&mut library, &StoryId(story), &settings, &DivergenceId(finding))?;
        let excerpt =
            excerpt.ok_or_else(|| Failure::refused("The comparison has this finding no more: open it again."))?;
        let copied = match plain {
            true => app.clipboard().write_text(excerpt.text),
            false => app.clipboard().write_html(excerpt.html, Some(excerpt.text)),
        };
        copied.map_err(|error| Failure::refused(format!("The clipboard cannot be written: {error}.")))?;
        Ok(Done {})
    })
    .await
}

#[tauri::command]
pub(crate) async fn show_figures<R: Runtime>(app: AppHandle<R>, request: ShowFigures) -> Result<FiguresView, Failure> {
    aside(app, |_, desk| Ok(FiguresView::of(&compared(desk, request.story, &go_on)?))).await
}

#[tauri::command]
pub(crate) async fn show_quotes<R: Runtime>(app: AppHandle<R>, request: ShowQuotes) -> Result<QuotesView, Failure> {
    aside(app, |_, desk| Ok(QuotesView::of(&compared(desk, request.story, &go_on)?))).await
}

#[tauri::command]
pub(crate) async fn show_sources<R: Runtime>(app: AppHandle<R>, request: ShowSources) -> Result<SourcesView, Failure> {
    aside(app, |_, desk| Ok(SourcesView::of(&compared(desk, request.story, &go_on)?))).await
}

/// The story as it is compared under the user's settings.
fn compared(
    desk: &Desk,
    story: String,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Failure> {
    Ok(compare_kept(&mut desk.another()?, &StoryId(story), &settings(desk), on_progress)?)
}

fn settings(desk: &Desk) -> Settings {
    Preferences::read(&desk.home).settings()
}

fn undoable(desk: &Desk) -> Result<Undoable, Failure> {
    desk.with_library(|library| library.undoable())
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
