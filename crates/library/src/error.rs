//! What can go wrong with a library, by what the user can do about it.

use rusqlite::ErrorCode;
use std::{
    io,
    path::{Path, PathBuf},
};

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// One variant for each thing that the user can do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Say where it is, or begin a new one.
    #[error("There is no library at {}.", path.display())]
    Missing { path: PathBuf },
    /// Choose another file; where it once was a library, restore a backup.
    #[error("{} is not a Rashomon library: {why}.", path.display())]
    NotALibrary { path: PathBuf, why: &'static str },
    /// Update Rashomon.
    #[error(
        "{} was written by a newer Rashomon (its layout is {found}, this one knows {known}). It was not touched: \
         update Rashomon to open it.",
        path.display()
    )]
    NewerLibrary { path: PathBuf, found: u32, known: u32 },
    /// Allow writing, or copy it to where writing is allowed.
    #[error("{} may not be written to: allow it, or copy the library to another folder.", path.display())]
    ReadOnly {
        path: PathBuf,
        #[source]
        source: Option<Cause>,
    },
    /// Restore a backup.
    #[error("{} is damaged: restore it from a backup.", path.display())]
    Damaged {
        path: PathBuf,
        #[source]
        source: Cause,
    },
    /// Free some space and do it again.
    #[error("There is no room left for {}: free some space and try again. What was there is still there.", path.display())]
    Full {
        path: PathBuf,
        #[source]
        source: Cause,
    },
    /// Wait, or end the other program, and do it again.
    #[error("{} is being changed by another program: try again when it has finished.", path.display())]
    Busy {
        path: PathBuf,
        #[source]
        source: Cause,
    },
    /// Choose another name.
    #[error("{} is already there: choose another name.", path.display())]
    Exists { path: PathBuf },
    /// Look at the list for the right name.
    #[error("The library has no {what} {name:?}.")]
    Unknown { what: &'static str, name: String },
    /// Give more of the name.
    #[error("{name:?} may mean several articles: give more of its id.")]
    Ambiguous { name: String },
    /// Choose another name.
    #[error("{name:?} cannot be the name of {what}: choose another one.")]
    Unusable { what: &'static str, name: String },
    /// Look at the cause: the disk, the folder or its permissions.
    #[error("{} cannot be read or written.", path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: Cause,
    },
}

impl Error {
    pub(crate) fn of_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let code = source.sqlite_error_code();
        let source: Cause = Box::new(source);
        match code {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path, source },
            Some(ErrorCode::DiskFull) => Self::Full { path, source },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path, source: Some(source) },
            Some(
                ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
                | ErrorCode::PermissionDenied
                | ErrorCode::FileLockingProtocolFailed
                | ErrorCode::NoLargeFileSupport
                | ErrorCode::OutOfMemory,
            ) => Self::Io { path, source },
            // A wrong type, a missing column, a broken rule: the file is not what we wrote.
            _ => Self::Damaged { path, source },
        }
    }

    pub(crate) fn of_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path, source: source.into() },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path, source: Some(source.into()) },
            _ => Self::Io { path, source: source.into() },
        }
    }
}

/// Why an act ended before its end.
#[derive(Debug)]
pub(crate) enum Halt {
    Sqlite(rusqlite::Error),
    Told(Error),
}

impl Halt {
    pub(crate) fn unknown(what: &'static str, name: &(impl ToString + ?Sized)) -> Self {
        Self::Told(Error::Unknown { what, name: name.to_string() })
    }

    pub(crate) fn at(self, path: &Path) -> Error {
        match self {
            Self::Sqlite(error) => Error::of_sqlite(path, error),
            Self::Told(error) => error,
        }
    }
}

impl From<rusqlite::Error> for Halt {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}
