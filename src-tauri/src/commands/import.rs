//! Bringing files in.

use super::{aside, follow};
use crate::{desk::Desk, tell};
use app::{
    Library,
    files::{Input, Reading},
    import, sample, stories,
};
use ipc::{
    Failure,
    request::{CancelJob, ForgetImport, ImportFiles, OpenSample, PasteText, ResumeImport},
    view::{Done, ImportView},
};
use tauri::{AppHandle, Manager, Runtime};

#[tauri::command]
pub(crate) async fn import_files<R: Runtime>(app: AppHandle<R>, request: ImportFiles) -> Result<ImportView, Failure> {
    let inputs: Vec<Input> = request.paths.into_iter().map(|path| Input::Path(path.into())).collect();
    aside(app, move |app, desk| imported(app, desk, request.job, &inputs)).await
}

#[tauri::command]
pub(crate) async fn paste_text<R: Runtime>(app: AppHandle<R>, request: PasteText) -> Result<ImportView, Failure> {
    let PasteText { job, name, text } = request;
    let input = Input::Bytes { name, bytes: text.into_bytes() };
    aside(app, move |app, desk| imported(app, desk, job, &[input])).await
}

#[tauri::command]
pub(crate) async fn resume_import<R: Runtime>(app: AppHandle<R>, request: ResumeImport) -> Result<ImportView, Failure> {
    aside(app, move |app, desk| imported(app, desk, request.job, &[])).await
}

#[tauri::command]
pub(crate) async fn forget_import<R: Runtime>(app: AppHandle<R>, request: ForgetImport) -> Result<Done, Failure> {
    let ForgetImport {} = request;
    aside(app, |_, _| Ok(Done {})).await
}

#[tauri::command]
pub(crate) async fn open_sample<R: Runtime>(app: AppHandle<R>, request: OpenSample) -> Result<ImportView, Failure> {
    aside(app, move |app, desk| {
        let view = imported(app, desk, request.job, &sample::inputs())?;
        let mut library = desk.another()?;
        let story = sample::gathered(&mut library)?;
        tell::library_changed(app, Done {});
        Ok(ImportView { story: Some(story.0), ..view })
    })
    .await
}

#[tauri::command]
pub(crate) async fn cancel_job<R: Runtime>(app: AppHandle<R>, request: CancelJob) -> Result<Done, Failure> {
    app.state::<Desk>().jobs.cancel(request.job);
    Ok(Done {})
}

fn imported<R: Runtime>(app: &AppHandle<R>, desk: &Desk, number: u32, inputs: &[Input]) -> Result<ImportView, Failure> {
    let (job, _importing) = (desk.jobs.begin(number), desk.begin_import());
    let mut library: Library = desk.another()?;
    let on_progress = follow(app, &job);
    let import = import::import(&mut library, inputs, &Reading::default(), &on_progress);
    stories::find_kept(&mut library, &on_progress)?;
    tell::library_changed(app, Done {});
    Ok(ImportView::of(&import, None))
}
