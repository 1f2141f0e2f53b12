//! What the shell holds while the program runs: the open library, and the work that is going on.

use crate::{arguments::Arguments, jobs::Jobs, lock::locked, previews::Previews};
use app::{Home, Library, files::Reading, opening};
use ipc::Failure;
use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

/// Invariant: no lock is held through an analysis or an import; these have connections of their own.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) home: Home,
    pub(crate) jobs: Jobs,
    /// What the program was opened with; `None` once the interface has asked for it.
    arguments: Mutex<Option<Arguments>>,
    open: Mutex<Option<Open>>,
    /// The report that was saved last.
    saved: Mutex<Option<PathBuf>>,
    pub(crate) previews: Previews,
    imports: AtomicUsize,
    /// How files are read.
    pub(crate) reading: Reading,
    is_told_to_close: AtomicBool,
}

#[derive(Debug)]
struct Open {
    library: Library,
    failure: Option<String>,
}

/// An import that is going on. It has ended when this is dropped.
pub(crate) struct Importing<'a>(&'a AtomicUsize);

impl Desk {
    pub(crate) fn new(home: Home, arguments: Arguments, reading: Reading) -> Self {
        Self {
            home,
            jobs: Jobs::default(),
            arguments: Mutex::new(Some(arguments)),
            open: Mutex::default(),
            saved: Mutex::default(),
            previews: Previews::default(),
            imports: AtomicUsize::new(0),
            reading,
            is_told_to_close: AtomicBool::new(false),
        }
    }

    pub(crate) fn keep_saved(&self, report: &Path) {
        *locked(&self.saved) = Some(report.to_owned());
    }

    pub(crate) fn saved(&self) -> Option<PathBuf> {
        locked(&self.saved).clone()
    }

    /// Does something quick with the open library; at first that is the one to start with.
    pub(crate) fn with_library<T, E: Into<Failure>>(
        &self,
        work: impl FnOnce(&mut Library) -> Result<T, E>,
    ) -> Result<T, Failure> {
        self.with_open(|open| work(&mut open.library).map_err(Into::into))
    }

    /// A connection of its own to the open library, for what takes long.
    pub(crate) fn another(&self) -> Result<Library, Failure> {
        Ok(Library::open(self.place()?.0)?)
    }

    /// Opens another library from now on.
    pub(crate) fn open(&self, path: &Path) -> Result<(), Failure> {
        let library = opening::open(&self.home, path)?;
        *locked(&self.open) = Some(Open { library, failure: None });
        Ok(())
    }

    /// Where the open library is, and why it is not the one that should have been opened.
    pub(crate) fn place(&self) -> Result<(PathBuf, Option<String>), Failure> {
        self.with_open(|open| Ok((open.library.path().to_owned(), open.failure.clone())))
    }

    /// What the program was opened with. It is told once.
    pub(crate) fn take_arguments(&self) -> Arguments {
        locked(&self.arguments).take().unwrap_or_default()
    }

    /// Keeps what the program was opened with for the interface's first question; gives it back if that was asked.
    pub(crate) fn receive(&self, late: Arguments) -> Option<Arguments> {
        match &mut *locked(&self.arguments) {
            None => Some(late),
            Some(kept) => {
                kept.library = late.library.or(kept.library.take());
                kept.files.extend(late.files);
                None
            }
        }
    }

    pub(crate) fn begin_import(&self) -> Importing<'_> {
        self.imports.fetch_add(1, Ordering::SeqCst);
        Importing(&self.imports)
    }

    pub(crate) fn is_importing(&self) -> bool {
        self.imports.load(Ordering::SeqCst) > 0
    }

    pub(crate) fn may_close(&self) -> bool {
        self.is_told_to_close.load(Ordering::SeqCst) || !self.is_importing()
    }

    /// From now on the window closes whatever is going on.
    pub(crate) fn let_close(&self) {
        self.is_told_to_close.store(true, Ordering::SeqCst);
    }

    fn with_open<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut open = locked(&self.open);
        let open = match &mut *open {
            Some(open) => open,
            none => none.insert(self.open_first()?),
        };
        work(open)
    }

    fn open_first(&self) -> Result<Open, Failure> {
        let asked = locked(&self.arguments).as_mut().and_then(|arguments| arguments.library.take());
        let opened = opening::open_first(&self.home, asked.as_deref())?;
        let failure = opened.failure.map(|failure| failure.to_string());
        Ok(Open { library: opened.library, failure })
    }
}

impl Drop for Importing<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}
