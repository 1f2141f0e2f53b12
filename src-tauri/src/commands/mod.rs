//! The commands. They are async and leave the work to another thread, so that the window stays live.

mod columns;
mod import;
mod library;
mod report;
mod story;
mod versions;
mod window;

use crate::{
    desk::Desk,
    jobs::{Job, Pace},
    tell,
};
use app::Progress;
pub(crate) use columns::*;
pub(crate) use import::*;
use ipc::{Failure, FailureKind, view::ProgressView};
pub(crate) use library::*;
pub(crate) use report::*;
use std::ops::ControlFlow;
pub(crate) use story::*;
use tauri::{AppHandle, Manager, Runtime, async_runtime::spawn_blocking};
pub(crate) use versions::*;
pub(crate) use window::*;

/// Works on a thread of its own; a panic there is one failed answer, not the end of the program.
async fn aside<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>, &Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = spawn_blocking(move || work(&app, &app.state::<Desk>())).await;
    let answer = done.unwrap_or_else(|_| {
        let message = "Something in Rashomon failed that should not have. Nothing was lost; please try again.";
        Err(Failure::new(FailureKind::Defect, message))
    });
    answer.inspect_err(|failure| log::warn!("{:?}: {}", failure.kind, failure.message))
}

/// Progress goes out as an event, and a cancellation comes back.
fn follow<R: Runtime>(app: &AppHandle<R>, job: &Job<'_>) -> impl Fn(Progress) -> ControlFlow<()> + Sync {
    let tell = telling(app, job.number);
    move |progress| {
        tell(progress);
        job.go_on()
    }
}

/// Progress goes out as an event.
fn telling<R: Runtime>(app: &AppHandle<R>, job: u32) -> impl Fn(Progress) + Sync {
    let pace = Pace::default();
    move |Progress { stage, done, total }| {
        if pace.is_due() {
            tell::progress(app, ProgressView { job, stage: stage.to_owned(), done, total });
        }
    }
}
