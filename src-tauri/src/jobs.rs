//! Long work that is going on: how it is cancelled, and how often it tells of itself.

use crate::lock::locked;
use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// All work that is going on, by the number that the interface gave it.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    running: Mutex<BTreeMap<u32, Arc<AtomicBool>>>,
}

/// One of them. It has ended when this is dropped.
pub(crate) struct Job<'a> {
    jobs: &'a Jobs,
    pub(crate) number: u32,
    is_cancelled: Arc<AtomicBool>,
}

impl Jobs {
    pub(crate) fn begin(&self, number: u32) -> Job<'_> {
        let is_cancelled = Arc::new(AtomicBool::new(false));
        locked(&self.running).insert(number, Arc::clone(&is_cancelled));
        Job { jobs: self, number, is_cancelled }
    }

    /// Asks the work to stop; what has ended already stays as it is.
    pub(crate) fn cancel(&self, number: u32) {
        if let Some(is_cancelled) = locked(&self.running).get(&number) {
            is_cancelled.store(true, Ordering::Relaxed);
        }
    }
}

impl Job<'_> {
    pub(crate) fn go_on(&self) -> ControlFlow<()> {
        if self.is_cancelled.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        locked(&self.jobs.running).remove(&self.number);
    }
}

/// Lets something through at once and then about twenty times a second, however often it is asked.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    last: Mutex<Option<Instant>>,
}

impl Pace {
    pub(crate) const REST: Duration = Duration::from_millis(50);

    pub(crate) fn is_due(&self) -> bool {
        let mut last = locked(&self.last);
        let is_due = last.is_none_or(|last| last.elapsed() >= Self::REST);
        if is_due {
            *last = Some(Instant::now());
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_work_that_was_named_stops() {
        let jobs = Jobs::default();
        let (one, two) = (jobs.begin(1), jobs.begin(2));
        jobs.cancel(1);
        jobs.cancel(3);
        assert_eq!((one.go_on(), two.go_on()), (ControlFlow::Break(()), ControlFlow::Continue(())));
        drop(one);
        assert_eq!(jobs.begin(1).go_on(), ControlFlow::Continue(()), "a number may be used again");
    }

    #[test]
    fn what_comes_too_fast_is_left_out() {
        let pace = Pace::default();
        let let_through = (0..1000).filter(|_| pace.is_due()).count();
        assert!((1..20).contains(&let_through), "{let_through}");
    }
}
