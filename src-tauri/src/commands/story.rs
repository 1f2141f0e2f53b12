//! One story: its comparison, and what the user rules.

use super::{aside, follow};
use crate::{desk::Desk, tell};
use app::{
    DivergenceId, Progress, Settings, StoryId, Undoable,
    compare::{Compared, compare_kept},
    decisions,
    preferences::Preferences,
};
use ipc::{
    Failure,
    request::{CompareStory, Decide, Relink, ShowFigures, ShowQuotes, ShowSources},
    view::{DecisionsView, Done, FiguresView, QuotesView, SourcesView, StoryView},
};
use std::ops::ControlFlow;
use tauri::{AppHandle, Runtime};

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

pub(super) fn settings(desk: &Desk) -> Settings {
    Preferences::read(&desk.home).settings()
}

fn undoable(desk: &Desk) -> Result<Undoable, Failure> {
    desk.with_library(|library| library.undoable())
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
