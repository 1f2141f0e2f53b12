//! The commands. They are async and leave the work to another thread, so that the window stays live.

use app::files::{Input, Reading};
use ipc::{
    Failure, FailureKind,
    request::{CompareFiles, OpenSample},
    view::ComparisonView,
};
use std::ops::ControlFlow;
use tauri::async_runtime::spawn_blocking;

#[tauri::command]
pub(crate) async fn open_sample(request: OpenSample) -> Result<ComparisonView, Failure> {
    let OpenSample {} = request;
    aside(|| compared(&app::sample::inputs())).await
}

#[tauri::command]
pub(crate) async fn compare_files(request: CompareFiles) -> Result<ComparisonView, Failure> {
    let inputs: Vec<Input> = request.paths.into_iter().map(|path| Input::Path(path.into())).collect();
    aside(move || compared(&inputs)).await
}

fn compared(inputs: &[Input]) -> Result<ComparisonView, Failure> {
    let go_on = |_| ControlFlow::Continue(());
    let cancelled = |cancelled: app::Cancelled| Failure::new(FailureKind::Cancelled, cancelled.to_string());
    let imported = app::files::read(inputs, &Reading::default(), &go_on).map_err(cancelled)?;
    if imported.articles.is_empty() {
        let reasons: Vec<String> = imported.oddities.iter().map(ToString::to_string).collect();
        return Err(Failure::new(FailureKind::NothingToCompare, reasons.join("\n")));
    }
    let compared = app::compare::compare(imported.articles, &app::Settings::default(), &go_on).map_err(cancelled)?;
    Ok(ComparisonView::of(&compared, &imported.oddities))
}

/// Works on a thread of its own; a panic there is one failed answer, not the end of the program.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    spawn_blocking(work).await.unwrap_or_else(|_| {
        let message = "Something in Rashomon failed that should not have. Nothing was lost; please try again.";
        Err(Failure::new(FailureKind::Defect, message))
    })
}
