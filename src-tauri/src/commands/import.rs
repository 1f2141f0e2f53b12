//! Bringing files in.

use super::{aside, telling};
use crate::{
    desk::Desk,
    jobs::{Job, Pace},
    tell,
};
use app::{
    columns,
    fetch::{Page, links},
    files::{Input, Reading},
    import::{self, Import, Step},
    sample, stories,
};
use ipc::{
    Failure,
    request::{CancelJob, FetchPages, ForgetImport, ImportFiles, OpenSample, PasteText, ResumeImport, SortDropped},
    view::{Done, DroppedView, ImportStepView, ImportView, ImportedFileView},
};
use std::{collections::BTreeMap, ops::ControlFlow, path::PathBuf, sync::mpsc, thread};
use tauri::{AppHandle, Manager, Runtime};

#[tauri::command]
pub(crate) async fn import_files<R: Runtime>(app: AppHandle<R>, request: ImportFiles) -> Result<ImportView, Failure> {
    let inputs: Vec<Input> = request.paths.into_iter().map(|path| Input::Path(path.into())).collect();
    aside(app, move |app, desk| brought(app, desk, request.job, What::Inputs(&inputs))).await
}

#[tauri::command]
pub(crate) async fn paste_text<R: Runtime>(app: AppHandle<R>, request: PasteText) -> Result<ImportView, Failure> {
    let PasteText { job, name, text } = request;
    let input = Input::Bytes { name, bytes: text.into_bytes() };
    aside(app, move |app, desk| brought(app, desk, job, What::Inputs(&[input]))).await
}

#[tauri::command]
pub(crate) async fn sort_dropped<R: Runtime>(app: AppHandle<R>, request: SortDropped) -> Result<DroppedView, Failure> {
    let paths: Vec<PathBuf> = request.paths.into_iter().map(PathBuf::from).collect();
    aside(app, move |_, _| Ok(DroppedView::of(links::sorted(&paths)))).await
}

#[tauri::command]
pub(crate) async fn fetch_pages<R: Runtime>(app: AppHandle<R>, request: FetchPages) -> Result<ImportView, Failure> {
    let job = request.job;
    let pages = request.pages()?;
    aside(app, move |app, desk| brought(app, desk, job, What::Pages(pages))).await
}

#[tauri::command]
pub(crate) async fn resume_import<R: Runtime>(app: AppHandle<R>, request: ResumeImport) -> Result<ImportView, Failure> {
    aside(app, move |app, desk| brought(app, desk, request.job, What::Rest)).await
}

#[tauri::command]
pub(crate) async fn forget_import<R: Runtime>(app: AppHandle<R>, request: ForgetImport) -> Result<Done, Failure> {
    let ForgetImport {} = request;
    aside(app, |_, desk| desk.with_library(import::forget).map(|()| Done {})).await
}

#[tauri::command]
pub(crate) async fn open_sample<R: Runtime>(app: AppHandle<R>, request: OpenSample) -> Result<ImportView, Failure> {
    aside(app, move |app, desk| {
        let view = brought(app, desk, request.job, What::Inputs(&sample::inputs()))?;
        if view.stopped.is_some() {
            return Ok(view);
        }
        let story = desk.with_library(sample::gathered)?;
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

enum What<'a> {
    Inputs(&'a [Input]),
    Pages(Vec<Page>),
    /// What an earlier import left.
    Rest,
}

/// Brings it in, and finds the stories of what came.
fn brought<R: Runtime>(app: &AppHandle<R>, desk: &Desk, number: u32, what: What) -> Result<ImportView, Failure> {
    let (job, _importing, mut library) = (desk.jobs.begin(number), desk.begin_import(), desk.another()?);
    let reading = &Reading { columns: columns::remembered(&desk.home), ..desk.reading.clone() };
    let import = stepping(app, &job, |on_step| match what {
        What::Inputs(inputs) => import::import_lasting(&mut library, inputs, reading, &on_step),
        What::Pages(pages) => import::import_pages(&mut library, pages, reading, &on_step),
        What::Rest => import::resume(&mut library, reading, &on_step),
    });
    // What came in finds its stories whether or not the rest was cancelled.
    let tell = telling(app, number);
    let found = stories::find_kept(&mut library, &|progress| {
        tell(progress);
        ControlFlow::Continue(())
    });
    tell::library_changed(app, Done {});
    if import.stopped.is_none() {
        found?;
    }
    Ok(ImportView::of(&import, import::story_of(&library, &import)?))
}

/// Does what tells of its steps; they go out together as often as [`Pace`] allows, the last of each file.
fn stepping<R: Runtime>(
    app: &AppHandle<R>,
    job: &Job<'_>,
    work: impl FnOnce(Box<dyn Fn(Step) -> ControlFlow<()> + Sync + '_>) -> Import,
) -> Import {
    let (said, steps) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || tell_steps(app, job.number, &steps));
        work(Box::new(move |step: Step| {
            let _ = said.send((ImportedFileView::at(&step), step.done, step.total)); // heard until the work ends
            job.go_on()
        }))
    })
}

fn tell_steps<R: Runtime>(app: &AppHandle<R>, job: u32, steps: &mpsc::Receiver<(ImportedFileView, usize, usize)>) {
    while let Ok(first) = steps.recv() {
        let (mut files, mut done, mut total) = (BTreeMap::new(), 0, 0);
        for step in std::iter::once(first).chain(steps.try_iter()) {
            (done, total) = (done.max(step.1), step.2);
            files.insert(step.0.number, step.0);
        }
        tell::import_step(app, ImportStepView { job, files: files.into_values().collect(), done, total });
        thread::sleep(Pace::REST);
    }
}
