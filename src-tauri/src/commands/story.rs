//! One story: its comparison, and what the user rules.

use super::{aside, follow};
use app::{StoryId, compare, preferences::Preferences};
use ipc::{
    Failure,
    request::{CompareStory, Decide, Relink, ShowFigures, ShowQuotes, ShowSources},
    view::{DecisionsView, FiguresView, QuotesView, SourcesView, StoryView, UndoView},
};
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn compare_story<R: Runtime>(app: AppHandle<R>, request: CompareStory) -> Result<StoryView, Failure> {
    aside(app, move |app, desk| {
        let (job, mut library) = (desk.jobs.begin(request.job), desk.another()?);
        let settings = Preferences::read(&desk.home).settings();
        let compared = compare::compare_kept(&mut library, &StoryId(request.story), &settings, &follow(app, &job))?;
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
pub(crate) async fn show_figures<R: Runtime>(app: AppHandle<R>, _request: ShowFigures) -> Result<FiguresView, Failure> {
    aside(app, |_, _| Ok(FiguresView { figures: vec![], times: vec![] })).await
}

#[tauri::command]
pub(crate) async fn show_quotes<R: Runtime>(app: AppHandle<R>, _request: ShowQuotes) -> Result<QuotesView, Failure> {
    aside(app, |_, _| Ok(QuotesView { utterances: vec![] })).await
}

#[tauri::command]
pub(crate) async fn show_sources<R: Runtime>(app: AppHandle<R>, _request: ShowSources) -> Result<SourcesView, Failure> {
    aside(app, |_, _| Ok(SourcesView { sources: vec![], chains: vec![], own_voice: vec![] })).await
}
