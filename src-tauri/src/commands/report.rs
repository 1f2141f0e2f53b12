//! A story as a report: seen, saved, shown in its folder; a finding on the clipboard.

use super::{aside, follow, story::settings};
use app::{
    DivergenceId, StoryId,
    documents::{self, Excerpt},
};
use ipc::{
    Failure,
    request::{ClosePreview, CopyFinding, CopyForm, PreviewReport, RevealReport, SaveReport},
    view::{Done, PreviewView},
};
use std::path::Path;
use tauri::{AppHandle, Runtime, image::Image};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_opener::OpenerExt;

#[tauri::command]
pub(crate) async fn save_report<R: Runtime>(app: AppHandle<R>, request: SaveReport) -> Result<Done, Failure> {
    aside(app, move |app, desk| {
        let (job, mut library, settings) = (desk.jobs.begin(request.job), desk.another()?, settings(desk));
        let (report, path) = (request.report, Path::new(&request.path));
        let (story, choice) = (StoryId(report.story.clone()), report.choice());
        documents::write(&mut library, &story, &settings, report.format.into(), &choice, path, &follow(app, &job))?;
        desk.keep_saved(path);
        Ok(Done {})
    })
    .await
}

#[tauri::command]
pub(crate) async fn preview_report<R: Runtime>(
    app: AppHandle<R>,
    request: PreviewReport,
) -> Result<PreviewView, Failure> {
    aside(app, move |app, desk| {
        let (job, mut library, settings) = (desk.jobs.begin(request.job), desk.another()?, settings(desk));
        let (report, address) = (request.report, desk.previews.next_address());
        let (story, format, choice) = (StoryId(report.story.clone()), report.format.into(), report.choice());
        let follow = follow(app, &job);
        let preview =
            documents::preview(&mut library, &story, &settings, format, &choice, &address.to_string(), &follow)?;
        let pages = Some(preview.count()).filter(|count| *count > 0);
        desk.previews.keep(address, preview);
        Ok(PreviewView { address: address.to_string(), pages })
    })
    .await
}

#[tauri::command]
pub(crate) async fn close_preview<R: Runtime>(app: AppHandle<R>, request: ClosePreview) -> Result<Done, Failure> {
    let ClosePreview {} = request;
    aside(app, |_, desk| {
        desk.previews.let_go();
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
    let CopyFinding { story, finding, form } = request;
    aside(app, move |app, desk| {
        let (mut library, settings) = (desk.another()?, settings(desk));
        let (story, finding, clipboard) = (StoryId(story), DivergenceId(finding), app.clipboard());
        let gone = || Failure::refused("The comparison has this finding no more: open it again.");
        let mut excerpt = || documents::excerpt(&mut library, &story, &settings, &finding)?.ok_or_else(gone);
        let copied = match form {
            CopyForm::Plain => clipboard.write_text(excerpt()?.text),
            CopyForm::Rich => {
                let Excerpt { text, html } = excerpt()?;
                clipboard.write_html(html, Some(text))
            }
            CopyForm::Picture => {
                let picture = documents::picture(&mut library, &story, &settings, &finding)?.ok_or_else(gone)?;
                let (width, height) = picture.size();
                clipboard.write_image(&Image::new_owned(picture.into_rgba(), width, height))
            }
        };
        copied.map_err(|error| Failure::refused(format!("The clipboard cannot be written: {error}.")))?;
        Ok(Done {})
    })
    .await
}
