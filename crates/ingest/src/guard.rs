//! Runs a reader so that nothing it does can harm the caller: on a thread of its own with a deep
//! stack, its panics caught and kept quiet, its time bounded.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc, Once,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};
use story::{Oddity, Remedy};

/// Readers of nested formats recurse; 64 MiB carry some hundred thousand frames.
const STACK_BYTES: usize = 64 << 20;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Readers that were given up and are still at work.
static LEFT_BEHIND: AtomicUsize = AtomicUsize::new(0);

/// How many readers this process has given up: they may go on eating time and memory until it ends.
pub fn left_behind() -> usize {
    LEFT_BEHIND.load(Ordering::Relaxed)
}

/// Beats when a reader has come further, at the beginning and the end of each file in an archive.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pulse(Arc<AtomicUsize>);

impl Pulse {
    pub(crate) fn beat(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// What `reader` returns, or why it returned nothing: it panicked, or it was at work for `seconds`
/// without a beat. In the second case its thread is abandoned, since no thread can be stopped
/// from outside.
pub(crate) fn run<T: Send + 'static>(
    name: &str,
    seconds: u64,
    pulse: &Pulse,
    reader: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Oddity> {
    keep_panics_of_readers_quiet();
    // A fuzzer has to see what a reader does, and to hold it to its own clock.
    if cfg!(fuzzing) {
        return Ok(reader());
    }
    let (sender, receiver) = mpsc::channel();
    let started = thread::Builder::new().name("reader".into()).stack_size(STACK_BYTES).spawn(move || {
        let result = quietly(reader);
        sender.send(result).ok(); // nobody listens any more once the time is up
    });
    if started.is_err() {
        let what = "There is no memory left to read the file.";
        return Err(Oddity::about(name, Remedy::Shrink, what, "Close other programs, then import it again."));
    }
    loop {
        let beats = pulse.count();
        match receiver.recv_timeout(Duration::from_secs(seconds)) {
            Ok(Some(result)) => return Ok(result),
            Ok(None) | Err(RecvTimeoutError::Disconnected) => return Err(crate::fatal(name)),
            Err(RecvTimeoutError::Timeout) if pulse.count() > beats => {}
            Err(RecvTimeoutError::Timeout) => {
                LEFT_BEHIND.fetch_add(1, Ordering::Relaxed);
                return Err(given_up(name, seconds));
            }
        }
    }
}

fn given_up(name: &str, seconds: u64) -> Oddity {
    let what = format!("Reading the file took longer than {seconds} seconds and was given up.");
    Oddity::about(name, Remedy::Convert, what, "Save it in another format, for instance as plain text.")
}

/// What `work` returns; `None` when it panicked. Only on a reader's thread is the panic silent.
pub(crate) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = QUIET.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work)).ok();
    QUIET.set(before);
    result
}

/// The panic hook is the process's; this one hands everything but readers' panics to the one before.
fn keep_panics_of_readers_quiet() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_returns_is_handed_on() {
        assert_eq!(run("a", 60, &Pulse::default(), || 7), Ok(7));
    }

    #[test]
    fn a_panic_becomes_an_oddity_of_the_file() {
        let result = run("a.pdf", 60, &Pulse::default(), || panic!("as a reader of others' files may"));
        let oddity: Oddity = Result::<(), _>::expect_err(result, "no value");
        assert_eq!((oddity.path.as_str(), oddity.remedy), ("a.pdf", Remedy::Convert));
    }

    #[test]
    fn a_reader_that_does_not_end_is_left_behind() {
        let oddity =
            run("a.pdf", 1, &Pulse::default(), || thread::sleep(Duration::from_secs(600))).expect_err("no value");
        assert_eq!(oddity.what, "Reading the file took longer than 1 seconds and was given up.");
    }

    #[test]
    fn a_reader_that_comes_further_is_waited_for() {
        let pulse = Pulse::default();
        let beating = pulse.clone();
        let reader = move || {
            for _ in 0..4 {
                thread::sleep(Duration::from_millis(500));
                beating.beat();
            }
            7
        };
        assert_eq!(run("a.zip", 1, &pulse, reader), Ok(7));
    }

    #[test]
    fn deep_recursion_of_a_reader_finds_room() {
        fn descend(depth: u32) -> u32 {
            if depth == 0 { 0 } else { std::hint::black_box(descend(depth - 1)) + 1 }
        }
        assert_eq!(run("a", 60, &Pulse::default(), || descend(100_000)), Ok(100_000));
    }
}
