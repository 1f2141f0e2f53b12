//! Runs a reader so that nothing it does can harm the caller: on a thread of its own with a deep
//! stack, its panics caught and kept quiet, its time bounded.

use crate::Bounds;
use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::{
        Once,
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

/// What `reader` returns, or why it returned nothing: it panicked, or it was still at work after
/// `bounds.seconds`. In the second case its thread is abandoned, since no thread can be stopped
/// from outside.
pub(crate) fn run<T: Send + 'static>(
    name: &str,
    bounds: &Bounds,
    reader: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Oddity> {
    keep_panics_of_readers_quiet();
    let (sender, receiver) = mpsc::channel();
    let started = thread::Builder::new().name("reader".into()).stack_size(STACK_BYTES).spawn(move || {
        let result = quietly(reader);
        sender.send(result).ok(); // nobody listens any more once the time is up
    });
    if started.is_err() {
        let what = "There is no memory left to read the file.";
        return Err(Oddity::about(name, Remedy::Shrink, what, "Close other programs, then import it again."));
    }
    match receiver.recv_timeout(Duration::from_secs(bounds.seconds)) {
        Ok(Some(result)) => Ok(result),
        Ok(None) | Err(RecvTimeoutError::Disconnected) => {
            let what = "The file is damaged in a way that stops its reader.";
            Err(Oddity::about(name, Remedy::Convert, what, "Save it in another format, for instance as plain text."))
        }
        Err(RecvTimeoutError::Timeout) => {
            let what = format!("Reading the file took longer than {} seconds and was given up.", bounds.seconds);
            Err(Oddity::about(name, Remedy::Convert, what, "Save it in another format, for instance as plain text."))
        }
    }
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
        assert_eq!(run("a", &Bounds::default(), || 7), Ok(7));
    }

    #[test]
    fn a_panic_becomes_an_oddity_of_the_file() {
        let result = run("a.pdf", &Bounds::default(), || panic!("as a reader of others' files may"));
        let oddity: Oddity = Result::<(), _>::expect_err(result, "no value");
        assert_eq!((oddity.path.as_str(), oddity.remedy), ("a.pdf", Remedy::Convert));
    }

    #[test]
    fn a_reader_that_does_not_end_is_left_behind() {
        let bounds = Bounds { seconds: 1, ..Bounds::default() };
        let oddity = run("a.pdf", &bounds, || thread::sleep(Duration::from_secs(600))).expect_err("no value");
        assert_eq!(oddity.what, "Reading the file took longer than 1 seconds and was given up.");
    }

    #[test]
    fn deep_recursion_of_a_reader_finds_room() {
        fn descend(depth: u32) -> u32 {
            if depth == 0 { 0 } else { std::hint::black_box(descend(depth - 1)) + 1 }
        }
        assert_eq!(run("a", &Bounds::default(), || descend(100_000)), Ok(100_000));
    }
}
