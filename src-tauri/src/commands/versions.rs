//! The versions of an article.

use super::aside;
use app::{ArticleId, files, versions};
use ipc::{
    Failure,
    request::{SaveResponse, ShowChanges, ShowVersions},
    view::{ChangesView, Done, VersionsView},
};
use std::path::Path;
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn show_versions<R: Runtime>(
    app: AppHandle<R>,
    request: ShowVersions,
) -> Result<VersionsView, Failure> {
    aside(app, move |_, desk| {
        let article = ArticleId(request.article);
        Ok(VersionsView::of(&desk.with_library(|library| versions::versions(library, &article))?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn show_changes<R: Runtime>(app: AppHandle<R>, request: ShowChanges) -> Result<ChangesView, Failure> {
    aside(app, move |_, desk| {
        let (from, to) = (ArticleId(request.from), ArticleId(request.to));
        Ok(ChangesView::of(desk.with_library(|library| versions::changes(library, &from, &to))?))
    })
    .await
}

#[tauri::command]
pub(crate) async fn save_response<R: Runtime>(app: AppHandle<R>, request: SaveResponse) -> Result<Done, Failure> {
    aside(app, move |_, desk| {
        let article = ArticleId(request.article);
        let record = desk.with_library(|library| versions::response(library, &article))?;
        let record =
            record.ok_or_else(|| Failure::refused("This article was not fetched: there is nothing to save."))?;
        files::write(Path::new(&request.path), &record)
            .map_err(|error| Failure::refused(format!("It cannot be written there: {error}.")))?;
        Ok(Done {})
    })
    .await
}
