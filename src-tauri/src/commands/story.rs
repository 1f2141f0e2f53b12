//! One story: its comparison, and what the user rules.

use super::{aside, follow};
use crate::desk::Desk;
use app::{
    Progress, StoryId,
    compare::{Compared, compare_kept},
    preferences::Preferences,
};
use ipc::{
    Failure,
    request::{CompareStory, Decide, Relink, ShowFigures, ShowQuotes, ShowSources},
    view::{DecisionsView, FiguresView, QuotesView, SourcesView, StoryView, UndoView},
};
use std::ops::ControlFlow;
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn compare_story<R: Runtime>(app: AppHandle<R>, request: CompareStory) -> Result<StoryView, Failure> {
    aside(app, move |app, desk| {
        let job = desk.jobs.begin(request.job);
        let compared = compared(desk, request.story, &follow(app, &job))?;
        let undo = UndoView { undo: None, redo: None, story: None };
        Ok(StoryView::of(&compared, DecisionsView { findings: vec![], links: vec![], reviewed: 0, undo }))
    })
    .await
}

#[tauri::command]
pub(crate) async fn decide<R: Runtime>(app: AppHandle<R>, _request: Decide) -> Result<DecisionsView, Failure> {
    aside(app, |_, _| Err(Failure::refused("Decisions are being built."))).await
}

#[tauri::command]
pub(crate) async fn relink<R: Runtime>(app: AppHandle<R>, _request: Relink) -> Result<StoryView, Failure> {
    aside(app, |_, _| Err(Failure::refused("Decisions are being built."))).await
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

/// The story as it was compared under the user's settings.
fn compared(
    desk: &Desk,
    story: String,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Failure> {
    let settings = Preferences::read(&desk.home).settings();
    Ok(compare_kept(&mut desk.another()?, &StoryId(story), &settings, on_progress)?)
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
