//! The library: stories, articles, outlets, search, and what was done to them.

use super::aside;
use crate::{desk::Desk, tell};
use app::{Library, LibraryError, StoryId, Turned, preferences::Preferences, shelves};
use ipc::{
    Failure,
    request::{EditLibrary, ListArticles, ListOutlets, ListStories, Redo, SearchLibrary, Undo},
    view::{ArticlesView, Done, FoundView, LibraryView, OutletsView, UndoView},
};
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn list_stories<R: Runtime>(app: AppHandle<R>, request: ListStories) -> Result<LibraryView, Failure> {
    let ListStories {} = request;
    aside(app, |_, desk| {
        let settings = Preferences::read(&desk.home).settings();
        Ok(LibraryView::of(&desk.with_library(|library| shelves::shelves(library, &settings))?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn list_articles<R: Runtime>(
    app: AppHandle<R>,
    request: ListArticles,
) -> Result<ArticlesView, Failure> {
    let shelf = request.shelf.into();
    aside(app, move |_, desk| Ok(ArticlesView::of(&desk.with_library(|library| library.shelf(&shelf))?))).await
}

#[tauri::command]
pub(crate) async fn list_outlets<R: Runtime>(app: AppHandle<R>, request: ListOutlets) -> Result<OutletsView, Failure> {
    let ListOutlets {} = request;
    aside(app, |_, desk| Ok(OutletsView::of(desk.with_library(|library| library.outlets())?))).await
}

#[tauri::command]
pub(crate) async fn search_library<R: Runtime>(
    app: AppHandle<R>,
    request: SearchLibrary,
) -> Result<FoundView, Failure> {
    let query = request.query()?;
    aside(app, move |_, desk| {
        let found = desk.with_library(|library| library.search(&query))?;
        Ok(FoundView::of(&found))
    })
    .await
}

#[tauri::command]
pub(crate) async fn edit_library<R: Runtime>(app: AppHandle<R>, request: EditLibrary) -> Result<UndoView, Failure> {
    let edit = request.edit.into();
    aside(app, move |app, desk| acted(app, desk, |library| shelves::edit(library, &edit))).await
}

#[tauri::command]
pub(crate) async fn undo<R: Runtime>(app: AppHandle<R>, request: Undo) -> Result<UndoView, Failure> {
    let Undo {} = request;
    aside(app, |app, desk| acted(app, desk, |library| Ok(story_of(shelves::undo(library)?)))).await
}

#[tauri::command]
pub(crate) async fn redo<R: Runtime>(app: AppHandle<R>, request: Redo) -> Result<UndoView, Failure> {
    let Redo {} = request;
    aside(app, |app, desk| acted(app, desk, |library| Ok(story_of(shelves::redo(library)?)))).await
}

fn story_of(turned: Option<Turned>) -> Option<StoryId> {
    turned.and_then(|turned| turned.act.story)
}

/// Does something that changes the library, says so, and tells what can be undone then.
fn acted<R: Runtime>(
    app: &AppHandle<R>,
    desk: &Desk,
    act: impl FnOnce(&mut Library) -> Result<Option<StoryId>, LibraryError>,
) -> Result<UndoView, Failure> {
    let act = |library: &mut Library| Ok::<_, LibraryError>((act(library)?, library.undoable()?));
    let (about, undoable) = desk.with_library(act)?;
    tell::library_changed(app, Done {});
    Ok(UndoView::of(&undoable, about))
}
