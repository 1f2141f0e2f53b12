//! Cut, copy, paste and select all, from the menu, in whichever text has the focus.
//!
//! macOS and Windows have such items. On Linux the web view itself is told; the keys are no part of the menu there,
//! since the web view knows them already.

use ipc::request::TextAct;
use tauri::{
    AppHandle, Runtime,
    menu::{IsMenuItem, MenuItem, PredefinedMenuItem},
};

const ACTS: [TextAct; 4] = [TextAct::Cut, TextAct::Copy, TextAct::Paste, TextAct::SelectAll];

pub(crate) fn item<R: Runtime>(app: &AppHandle<R>, act: TextAct, label: &str) -> tauri::Result<Box<dyn IsMenuItem<R>>> {
    if cfg!(target_os = "linux") {
        return Ok(Box::new(MenuItem::with_id(app, id(act), label, true, None::<&str>)?));
    }
    let item = match act {
        TextAct::Cut => PredefinedMenuItem::cut(app, Some(label)),
        TextAct::Copy => PredefinedMenuItem::copy(app, Some(label)),
        TextAct::Paste => PredefinedMenuItem::paste(app, Some(label)),
        TextAct::SelectAll => PredefinedMenuItem::select_all(app, Some(label)),
    };
    Ok(Box::new(item?))
}

/// Does what the item of this id stands for; `false` where it is none of ours.
pub(crate) fn act<R: Runtime>(app: &AppHandle<R>, chosen: &str) -> bool {
    let act = ACTS.into_iter().find(|act| id(*act) == chosen);
    if let Some(act) = act {
        edit(app, act);
    }
    act.is_some()
}

fn id(act: TextAct) -> &'static str {
    match act {
        TextAct::Cut => "rashomon:cut",
        TextAct::Copy => "rashomon:copy",
        TextAct::Paste => "rashomon:paste",
        TextAct::SelectAll => "rashomon:select_all",
    }
}

#[cfg(target_os = "linux")]
fn edit<R: Runtime>(app: &AppHandle<R>, act: TextAct) {
    use tauri::Manager;
    use webkit2gtk::WebViewExt;
    // WebKit's names: <https://webkitgtk.org/reference/webkit2gtk/stable/method.WebView.execute_editing_command.html>
    let command = match act {
        TextAct::Cut => "Cut",
        TextAct::Copy => "Copy",
        TextAct::Paste => "Paste",
        TextAct::SelectAll => "SelectAll",
    };
    if let Some(window) = app.get_webview_window("main") {
        let told = window.with_webview(move |view| view.inner().execute_editing_command(command));
        told.unwrap_or_else(|error| log::warn!("{command} did not reach the page: {error}"));
    }
}

#[cfg(not(target_os = "linux"))]
fn edit<R: Runtime>(_: &AppHandle<R>, _: TextAct) {}
