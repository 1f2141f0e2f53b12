//! Reads files in processes of our own, so that no file can take the program down: a reader that aborts, takes too much
//! memory or does not end is killed and reported, and reading goes on without the file, or without the one member of
//! an archive.
//!
//! - [`Workers`] hands files to such processes and takes the articles,
//! - [`serve_if_asked`] makes the program one of them, where it was started for that,
//! - `wire` is how the two speak.

mod serve;
mod wire;

use crate::files::Reading;
use ingest::{Bounds, Imported, Place, said_bytes};
use std::{
    collections::BTreeMap,
    env, io,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Receiver},
    },
    thread,
    time::Duration,
};
use story::{Oddity, Remedy};
use wire::{Ask, Told};

/// The one argument with which the program is started as a worker.
const ARGUMENT: &str = "--read-files-for-rashomon";

/// Reads files for another process if this one was started for that, until there are no more, and says so: then nothing is
/// left to do. The first thing that a program with [`Workers::of_this_program`] does.
pub fn serve_if_asked() -> bool {
    let is_asked = env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT);
    if is_asked {
        serve::serve();
    }
    is_asked
}

/// Members that may end their reader's process before the rest of the archive is given up.
const DEATHS: usize = 20;

/// Seconds of silence, beyond those that a reader is given, after which the process itself is taken to hang.
const SILENCE: u64 = 15;

/// Processes that read files. As many are started as files are read at a time; they end with the last clone of this.
#[derive(Debug, Clone)]
pub struct Workers(Arc<Pool>);

#[derive(Debug)]
struct Pool {
    program: PathBuf,
    idle: Mutex<Vec<Worker>>,
}

impl Workers {
    /// Workers that are this very program, which begins with [`serve_if_asked`].
    ///
    /// # Errors
    /// Where the system does not tell which program this is.
    pub fn of_this_program() -> io::Result<Self> {
        Ok(Self::of(env::current_exe()?))
    }

    /// Workers of another program that begins with [`serve_if_asked`].
    pub fn of(program: PathBuf) -> Self {
        Self(Arc::new(Pool { program, idle: Mutex::default() }))
    }

    /// Reads one file. Where no process can be started, an oddity says so.
    pub(crate) fn read(&self, name: &str, bytes: &[u8], reading: &Reading, folder: Option<&Path>) -> Imported {
        let mut without = BTreeMap::new();
        loop {
            let folder = folder.and_then(Path::to_str);
            let ask = Ask { name, folder, bounds: &reading.bounds, columns: &reading.columns, without: &without };
            match self.ask(&ask, bytes) {
                Ok(imported) => return imported,
                Err(Death { at, cause }) if at.is_empty() || without.len() == DEATHS || without.contains_key(&at) => {
                    return Imported { oddities: vec![cause.of(name, &reading.bounds)], ..Imported::default() };
                }
                Err(Death { at, cause }) => without.insert(at, cause.of("", &reading.bounds)),
            };
        }
    }

    /// Asks an idle worker, else a new one; a worker that died while it was idle is passed over.
    fn ask(&self, ask: &Ask, bytes: &[u8]) -> Result<Imported, Death> {
        while let Some(mut worker) = self.idle() {
            match worker.ask(ask, bytes) {
                Err(Death { cause: Cause::Gone, .. }) => {}
                answer => return self.taken_back(worker, answer),
            }
        }
        let mut worker = Worker::start(&self.0.program)
            .map_err(|error| Death { at: Vec::new(), cause: Cause::NotStarted(error) })?;
        let answer = worker.ask(ask, bytes);
        self.taken_back(worker, answer)
    }

    fn idle(&self) -> Option<Worker> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn taken_back(&self, worker: Worker, answer: Result<Imported, Death>) -> Result<Imported, Death> {
        if answer.is_ok() {
            self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
        }
        answer
    }
}

/// Why a process did not answer, and where in the file it was.
#[derive(Debug)]
struct Death {
    at: Place,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    /// It was not there any more when it was asked.
    Gone,
    NotStarted(io::Error),
    /// Its reader made it end.
    Stopped,
    TookTooMuchMemory,
    Silent,
}

impl Cause {
    fn of(self, name: &str, bounds: &Bounds) -> Oddity {
        let (remedy, what, advice) = match self {
            Cause::Gone | Cause::Stopped => return ingest::fatal(name),
            Cause::NotStarted(error) => (
                Remedy::FetchAgain,
                format!("The process that reads files could not be started ({error})."),
                "Close other programs, then import it again.",
            ),
            Cause::TookTooMuchMemory => (
                Remedy::Shrink,
                format!("Reading it took more than {} of memory and was given up.", said_bytes(bounds.memory as u64)),
                "Split it, or save it in another format, for instance as plain text.",
            ),
            Cause::Silent => (
                Remedy::Convert,
                "Reading it did not end and was given up.".to_owned(),
                "Save it in another format, for instance as plain text.",
            ),
        };
        Oddity::about(name, remedy, what, advice)
    }
}

/// One process. It is killed when this is dropped.
#[derive(Debug)]
struct Worker {
    child: Child,
    input: ChildStdin,
    told: Receiver<Told>,
}

impl Worker {
    fn start(program: &PathBuf) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        quietly(&mut command);
        let mut child = command.spawn()?;
        let input = child.stdin.take().expect("it was piped above");
        let mut output = io::BufReader::new(child.stdout.take().expect("it was piped above"));
        let (sender, told) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(message) = wire::receive(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, input, told })
    }

    fn ask(&mut self, ask: &Ask, bytes: &[u8]) -> Result<Imported, Death> {
        if wire::send(&mut self.input, ask).and_then(|()| wire::send_bytes(&mut self.input, bytes)).is_err() {
            return Err(self.ended(None));
        }
        let patience = Duration::from_secs(ask.bounds.seconds + SILENCE);
        let mut at = None;
        loop {
            match self.told.recv_timeout(patience) {
                Ok(Told::At(place)) => at = Some(place),
                Ok(Told::Read(imported)) => return Ok(imported),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(self.ended(at)),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    return Err(Death { at: at.unwrap_or_default(), cause: Cause::Silent });
                }
            }
        }
    }

    /// Why it ended: before it began (`at` is none) it was gone.
    fn ended(&mut self, at: Option<Place>) -> Death {
        let cause = match (&at, self.child.wait().ok().as_ref().and_then(ExitStatus::code)) {
            (_, Some(serve::OUT_OF_MEMORY)) => Cause::TookTooMuchMemory,
            (Some(_), _) => Cause::Stopped,
            (None, _) => Cause::Gone,
        };
        Death { at: at.unwrap_or_default(), cause }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}

/// Without a console window that flashes up.
#[cfg(windows)]
fn quietly(command: &mut Command) {
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    std::os::windows::process::CommandExt::creation_flags(command, CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn quietly(_: &mut Command) {}
