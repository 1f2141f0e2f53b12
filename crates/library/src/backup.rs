//! A library as one file more, and back again.

use crate::{
    Error, Library,
    open::{beside, configure, log_of, put, remove_with_its_log, with_suffix},
};
use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
    ffi,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

impl Library {
    /// Writes all that the library holds now into the new file `to`, while others go on using it.
    /// The copy is read back and checked before it gets its name.
    ///
    /// # Errors
    /// [`Error::Exists`] where `to` is taken, [`Error::Full`] and [`Error::Io`] where it cannot be
    /// written, [`Error::Damaged`] where the library is not sound: a bad backup is never left.
    pub fn backup(&self, to: impl AsRef<Path>) -> Result<(), Error> {
        let to = to.as_ref();
        if to.exists() {
            return Err(Error::Exists { path: to.to_owned() });
        }
        let draft = beside(to, &format!("part-{}", std::process::id()));
        remove_with_its_log(&draft);
        let copied = copy_to_file(&self.connection, &draft).map_err(|error| Error::of_sqlite(to, error));
        let done = copied.and_then(|()| sound(&draft)).and_then(|()| put(&draft, to));
        remove_with_its_log(&draft);
        done
    }

    /// Puts what the backup at `from` holds in the place `to`. A library that is there is first
    /// copied to a new file beside it, whose name is returned; a file that is there and is no
    /// sound library is renamed. The backup itself is only read.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::NotALibrary`], [`Error::NewerLibrary`] and [`Error::Damaged`]
    /// where the backup is no good, and [`Error::Busy`] where another program is writing; then
    /// what is at `to` stays as it was.
    pub fn restore(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<Option<PathBuf>, Error> {
        let (from, to) = (from.as_ref(), to.as_ref());
        let draft = beside(to, &format!("part-{}", std::process::id()));
        remove_with_its_log(&draft);
        let done = copy_of_backup(from, &draft).and_then(|()| match Self::open(to) {
            Ok(mut library) => library.replace_by(&draft).map(Some),
            Err(Error::Missing { .. }) => put(&draft, to).map(|()| None),
            Err(Error::NotALibrary { .. } | Error::Damaged { .. }) if to.is_file() => {
                let aside = move_aside(to)?;
                put(&draft, to).map(|()| Some(aside))
            }
            Err(error) => Err(error),
        });
        remove_with_its_log(&draft);
        done
    }

    /// All pages change in one transaction: a crash leaves the old library or the new one.
    fn replace_by(&mut self, draft: &Path) -> Result<PathBuf, Error> {
        let safe = free_name(&self.path);
        self.backup(&safe)?;
        let replaced = Connection::open(draft).and_then(|source| copy(&source, &mut self.connection));
        match replaced {
            Ok(()) => Ok(safe),
            Err(error) => {
                remove_with_its_log(&safe); // nothing was changed, so it is one copy too many
                Err(self.failed(error))
            }
        }
    }
}

/// The backup as a library of today, in a new file; the backup is not changed by it.
fn copy_of_backup(from: &Path, draft: &Path) -> Result<(), Error> {
    let library = Library::open(from)?;
    copy_to_file(&library.connection, draft).map_err(|error| Error::of_sqlite(from, error))?;
    sound(draft)
}

fn copy_to_file(source: &Connection, file: &Path) -> rusqlite::Result<()> {
    let mut target = Connection::open(file)?;
    configure(&target)?;
    copy(source, &mut target)?;
    target.close().map_err(|(_, error)| error)
}

/// All pages at one go: one state of the source, while others write on in their logs.
fn copy(source: &Connection, target: &mut Connection) -> rusqlite::Result<()> {
    match Backup::new(source, target)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
    }
}

fn sound(file: &Path) -> Result<(), Error> {
    let library = Library::open(file)?;
    match library.check()?.into_iter().next() {
        None => library.connection.close().map_err(|(_, error)| Error::of_sqlite(file, error)),
        Some(problem) => Err(Error::Damaged { path: file.to_owned(), source: problem.to_string().into() }),
    }
}

fn move_aside(path: &Path) -> Result<PathBuf, Error> {
    let aside = free_name(path);
    // The log goes first: left behind, it would be taken for the new library's own.
    for ending in ["-wal", "-journal"] {
        let log = with_suffix(path, ending);
        if log.exists() {
            fs::rename(&log, with_suffix(&aside, ending)).map_err(|error| Error::of_io(&log, error))?;
        }
    }
    fs::rename(path, &aside).map_err(|error| Error::of_io(path, error))?;
    Ok(aside)
}

/// `news.rashomon.before-restore-1`, or the next number that is free.
fn free_name(path: &Path) -> PathBuf {
    let name = |number: usize| beside(path, &format!("before-restore-{number}"));
    let is_free = |path: &PathBuf| !path.exists() && !log_of(path).exists();
    (1..).map(name).find(is_free).expect("numbers do not end")
}
