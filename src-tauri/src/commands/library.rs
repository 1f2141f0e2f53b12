//! The library: stories, articles, outlets, search, and what was done to them.

use super::aside;
use ipc::{
    Failure,
    request::{EditLibrary, ListArticles, ListOutlets, ListStories, Redo, SearchLibrary, Undo},
    view::{ArticlesView, FoundView, LibraryView, OutletsView, UndoView},
};
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn list_stories<R: Runtime>(app: AppHandle<R>, request: ListStories) -> Result<LibraryView, Failure> {
    let ListStories {} = request;
    aside(app, |_, desk| {
        desk.with_library(|library| {
            Ok::<_, Failure>(LibraryView::of(&library.stories()?, &library.list(&Default::default())?))
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn list_articles<R: Runtime>(
    app: AppHandle<R>,
    request: ListArticles,
) -> Result<ArticlesView, Failure> {
    aside(app, move |_, desk| {
        desk.with_library(|library| {
            Ok::<_, Failure>(ArticlesView::of(&request.shelf, &library.list(&Default::default())?))
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn list_outlets<R: Runtime>(app: AppHandle<R>, request: ListOutlets) -> Result<OutletsView, Failure> {
    let ListOutlets {} = request;
    aside(app, |_, _| Ok(OutletsView { outlets: vec![] })).await
}

#[tauri::command]
pub(crate) async fn search_library<R: Runtime>(
    app: AppHandle<R>,
    request: SearchLibrary,
) -> Result<FoundView, Failure> {
    let query = request.query()?;
    aside(app, move |_, desk| {
        desk.with_library(|library| Ok::<_, Failure>(FoundView::of(&library.search(&query)?, &library.stories()?)))
    })
    .await
}

#[tauri::command]
pub(crate) async fn edit_library<R: Runtime>(app: AppHandle<R>, _request: EditLibrary) -> Result<UndoView, Failure> {
    aside(app, |_, _| Err(Failure::refused("Edits are being built."))).await
}

#[tauri::command]
pub(crate) async fn undo<R: Runtime>(app: AppHandle<R>, _request: Undo) -> Result<UndoView, Failure> {
    aside(app, |_, _| Err(Failure::refused("Undo is being built."))).await
}

#[tauri::command]
pub(crate) async fn redo<R: Runtime>(app: AppHandle<R>, _request: Redo) -> Result<UndoView, Failure> {
    aside(app, |_, _| Err(Failure::refused("Redo is being built."))).await
}
