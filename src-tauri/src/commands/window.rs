//! The window and the program around the library.

use super::aside;
use crate::{about, desk::Desk, logs, menus};
use app::{import, opening, preferences::Preferences as Kept};
use ipc::{
    Failure,
    request::{About, OpenLibrary, Preferences, Quit, SaveLogs, SetMenus, SetPreferences, Start},
    view::{AboutView, Done, StartView},
};
use std::path::Path;
use tauri::{AppHandle, Manager, Runtime};

#[tauri::command]
pub(crate) async fn start<R: Runtime>(app: AppHandle<R>, request: Start) -> Result<StartView, Failure> {
    let Start {} = request;
    aside(app, |_, desk| started(desk)).await
}

#[tauri::command]
pub(crate) async fn open_library<R: Runtime>(app: AppHandle<R>, request: OpenLibrary) -> Result<StartView, Failure> {
    aside(app, move |_, desk| {
        desk.open(Path::new(&request.path))?;
        started(desk)
    })
    .await
}

fn started(desk: &Desk) -> Result<StartView, Failure> {
    let (library, failure) = desk.place()?;
    let arguments = desk.take_arguments();
    // What an import that is going on still awaits is no interrupted one's.
    let interrupted = if desk.is_importing() { 0 } else { desk.with_library(|library| import::pending(library))? };
    Ok(StartView {
        preferences: Preferences::of(&Kept::read(&desk.home)),
        recent: shown(opening::recent(&desk.home).iter().filter(|recent| **recent != library)),
        library: library.display().to_string(),
        library_failure: failure,
        interrupted,
        sample: arguments.sample,
        files: shown(&arguments.files),
    })
}

pub(crate) fn shown(paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Vec<String> {
    paths.into_iter().map(|path| path.as_ref().display().to_string()).collect()
}

#[tauri::command]
pub(crate) async fn set_preferences<R: Runtime>(
    app: AppHandle<R>,
    request: SetPreferences,
) -> Result<Preferences, Failure> {
    aside(app, move |_, desk| {
        let kept = Kept::from(request.preferences).keep(&desk.home);
        let kept = kept.map_err(|error| Failure::refused(format!("The settings cannot be kept: {error}.")))?;
        Ok(Preferences::of(&kept))
    })
    .await
}

#[tauri::command]
pub(crate) async fn set_menus<R: Runtime>(app: AppHandle<R>, request: SetMenus) -> Result<Done, Failure> {
    aside(app, move |app, _| {
        menus::set(app, &request.menus)
            .map_err(|error| Failure::refused(format!("The menus cannot be set: {error}.")))?;
        Ok(Done {})
    })
    .await
}

#[tauri::command]
pub(crate) async fn about<R: Runtime>(app: AppHandle<R>, request: About) -> Result<AboutView, Failure> {
    let About {} = request;
    aside(app, |app, _| Ok(about::view(app))).await
}

#[tauri::command]
pub(crate) async fn save_logs<R: Runtime>(app: AppHandle<R>, request: SaveLogs) -> Result<Done, Failure> {
    aside(app, move |app, _| {
        let saved = logs::save(app, Path::new(&request.path));
        saved.map_err(|error| Failure::refused(format!("The logs cannot be written there: {error}.")))?;
        Ok(Done {})
    })
    .await
}

#[tauri::command]
pub(crate) async fn quit<R: Runtime>(app: AppHandle<R>, request: Quit) -> Result<Done, Failure> {
    let Quit {} = request;
    app.state::<Desk>().let_close();
    crate::close(&app);
    Ok(Done {})
}
