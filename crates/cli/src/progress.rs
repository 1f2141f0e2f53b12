//! How far the work has come, for a person at a terminal; and Ctrl-C.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
};
use story::Progress;

/// Set by Ctrl-C while work runs that can be cancelled; read between its steps.
static CANCELLED: AtomicBool = AtomicBool::new(false);
static CANCELLABLE: AtomicBool = AtomicBool::new(false);

/// A bar on standard error; nothing at all where that is no terminal.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new(quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        let style = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}");
        Self(bar.with_style(style.expect("the template is well formed")))
    }

    /// What long work calls: draws, and passes Ctrl-C on.
    pub(crate) fn reports(&self) -> impl Fn(Progress) -> ControlFlow<()> + Sync {
        CANCELLABLE.store(true, Ordering::Relaxed);
        if self.0.is_finished() {
            self.0.reset();
        }
        |progress| {
            self.0.set_message(progress.stage);
            self.0.set_length(progress.total as u64);
            self.0.set_position(progress.done as u64);
            if CANCELLED.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }

    /// Takes the bar off the screen.
    pub(crate) fn clear(&self) {
        CANCELLABLE.store(false, Ordering::Relaxed);
        self.0.finish_and_clear();
    }
}

/// Work that fails leaves no bar behind either.
impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}

/// From now on Ctrl-C asks running work to stop; the second one, or one while nothing that could
/// stop is running, ends the program at once.
pub(crate) fn listen_to_ctrl_c() {
    let handler = || {
        if !CANCELLABLE.load(Ordering::Relaxed) || CANCELLED.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    };
    // Where no handler can be set, Ctrl-C keeps its usual meaning.
    let _ = ctrlc::set_handler(handler);
}
