//! What the columns of a table hold.

use super::aside;
use app::columns;
use ipc::{
    Failure,
    request::{SetColumns, ShowColumns, holding},
    view::{ColumnsView, Done},
};
use tauri::{AppHandle, Runtime};

#[tauri::command]
pub(crate) async fn show_columns<R: Runtime>(app: AppHandle<R>, request: ShowColumns) -> Result<ColumnsView, Failure> {
    aside(app, move |_, desk| {
        let look = columns::look(request.path.into(), holding(request.columns), &desk.reading);
        look.map(ColumnsView::of).ok_or_else(|| Failure::refused("The file is no table any more, or it is gone."))
    })
    .await
}

#[tauri::command]
pub(crate) async fn set_columns<R: Runtime>(app: AppHandle<R>, request: SetColumns) -> Result<Done, Failure> {
    aside(app, move |_, desk| {
        let kept = columns::remember(&desk.home, holding(request.columns));
        kept.map_err(|error| Failure::refused(format!("What the columns hold cannot be kept: {error}.")))?;
        Ok(Done {})
    })
    .await
}
