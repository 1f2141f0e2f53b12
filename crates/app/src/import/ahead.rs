//! Reads many files at a time, ahead of the one who takes them in order.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

/// Hands `take` what `read` makes of 0, 1, 2 … up to `count`, in that order. Every thread reads; none is more than a
/// few files ahead, so that few are in memory at a time.
///
/// Ends early with what `take` breaks with; with `None` where `read` asked to stop.
pub(super) fn in_order<T: Send, E>(
    count: usize,
    read: impl Fn(usize) -> Option<T> + Sync,
    mut take: impl FnMut(usize, T) -> ControlFlow<E>,
) -> ControlFlow<Option<E>> {
    let threads = rayon::current_num_threads().max(1);
    let next = AtomicUsize::new(0);
    let (permit, permits) = mpsc::channel();
    let (done, results) = mpsc::channel();
    let permits = Mutex::new(permits);
    thread::scope(|scope| {
        // Moved in, so that an early end lets the readers go.
        let (permit, results) = (permit, results);
        let allow = |files| {
            for _ in 0..files {
                let _ = permit.send(()); // where every reader has ended, nobody asks
            }
        };
        allow(threads * 4);
        for _ in 0..threads.min(count) {
            let (done, read, next, permits) = (done.clone(), &read, &next, &permits);
            scope.spawn(move || {
                while permits.lock().unwrap_or_else(PoisonError::into_inner).recv().is_ok() {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(read) = (at < count).then(|| read(at)).flatten() else { break };
                    if done.send((at, read)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut early = BTreeMap::new();
        for at in 0..count {
            let Some(read) = wait_for(at, &mut early, &results) else { return ControlFlow::Break(None) };
            if let ControlFlow::Break(why) = take(at, read) {
                return ControlFlow::Break(Some(why));
            }
            allow(1);
        }
        ControlFlow::Continue(())
    })
}

fn wait_for<T>(at: usize, early: &mut BTreeMap<usize, T>, results: &mpsc::Receiver<(usize, T)>) -> Option<T> {
    while !early.contains_key(&at) {
        let (at, read) = results.recv().ok()?;
        early.insert(at, read);
    }
    early.remove(&at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_is_read_early_is_taken_in_its_turn() {
        let slow_first = |at: usize| {
            thread::sleep(Duration::from_millis(if at.is_multiple_of(5) { 5 } else { 0 }));
            Some(at)
        };
        let mut taken = Vec::new();
        let end = in_order(100, slow_first, |_, at| -> ControlFlow<()> {
            taken.push(at);
            ControlFlow::Continue(())
        });
        assert_eq!((end, taken), (ControlFlow::Continue(()), (0..100).collect()));
    }

    #[test]
    fn either_side_can_end_it() {
        let until_ten = |at| (at < 10).then_some(at);
        let end: ControlFlow<Option<()>> = in_order(1000, until_ten, |_, _| ControlFlow::Continue(()));
        assert_eq!(end, ControlFlow::Break(None));
        let third = |at, _| if at == 3 { ControlFlow::Break(at) } else { ControlFlow::Continue(()) };
        assert_eq!(in_order(1000, Some, third), ControlFlow::Break(Some(3)));
        assert_eq!(in_order(0, Some, third), ControlFlow::Continue(()));
    }

    #[test]
    fn few_files_are_read_ahead() {
        let most = AtomicUsize::new(0);
        let read = |at| {
            most.fetch_max(at, Ordering::Relaxed);
            Some(at)
        };
        let end =
            in_order(1000, read, |at, _| if at == 20 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
        assert_eq!(end, ControlFlow::Break(Some(())));
        assert!(most.into_inner() <= 20 + rayon::current_num_threads() * 4);
    }
}
