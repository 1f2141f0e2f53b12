//! What a process does that reads files for another.

use super::wire::{self, Asked, Told};
use crate::beside;
use ingest::Watch;
use std::{
    io::{self, Write},
    path::Path,
    process,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// The exit status of a worker that took more memory than it may.
pub(super) const OUT_OF_MEMORY: i32 = 77;

/// How often it looks at its memory while it reads.
const LOOK: Duration = Duration::from_millis(20);
/// The bound of a worker that reads nothing: there is nothing to look at.
const IDLE: usize = usize::MAX;

/// Reads the files that come in through standard input until there are no more.
pub(super) fn serve() {
    let bound = Arc::new(AtomicUsize::new(IDLE));
    let watched = Arc::clone(&bound);
    thread::spawn(move || watch_memory(&watched));
    let out = Arc::new(Mutex::new(io::stdout()));
    let mut input = io::stdin().lock();
    while let Ok(asked) = wire::receive::<Asked>(&mut input) {
        bound.store(asked.bounds.memory, Ordering::Relaxed);
        let Ok(bytes) = wire::receive_bytes(&mut input) else { break };
        let teller = Arc::clone(&out);
        let on_place = Arc::new(move |at: &[usize]| {
            let _ = tell(&teller, &Told::At(at.to_owned())); // who does not listen any more will end this process
        });
        let beside = beside::watch(asked.folder.as_deref().map(Path::new), &asked.bounds);
        let watch = Watch { on_place, without: Arc::new(asked.without), ..beside };
        let imported = ingest::read_watched(&asked.name, &bytes, &asked.bounds, &asked.columns, watch);
        bound.store(IDLE, Ordering::Relaxed);
        let is_heard = tell(&out, &Told::Read(imported)).is_ok();
        // A reader that was given up may go on eating memory: the next file gets a fresh process.
        if !is_heard || ingest::left_behind() > 0 {
            break;
        }
    }
}

fn tell(out: &Mutex<impl Write>, told: &Told) -> io::Result<()> {
    wire::send(&mut *out.lock().unwrap_or_else(PoisonError::into_inner), told)
}

/// Ends the process when it has taken too much. A system that does not tell is not watched.
fn watch_memory(bound: &AtomicUsize) {
    loop {
        let bound = bound.load(Ordering::Relaxed);
        if bound != IDLE {
            match memory_stats::memory_stats() {
                Some(taken) if taken.physical_mem > bound => process::exit(OUT_OF_MEMORY),
                Some(_) => {}
                None => return,
            }
        }
        thread::sleep(LOOK);
    }
}
