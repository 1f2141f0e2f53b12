//! Makes, opens and refuses library files.

use crate::{
    Error,
    layout::{self, APPLICATION_ID, LATEST},
    search,
};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long to wait for another program that is writing, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open library. Several programs may have one file open; one at a time writes.
#[derive(Debug)]
pub struct Library {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}

impl Library {
    /// Opens the library at `path` and brings an older one up to date.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::NotALibrary`], [`Error::NewerLibrary`] and
    /// [`Error::ReadOnly`] leave the file untouched, byte for byte.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref().to_owned();
        refuse_what_is_not_ours(&path)?;
        let connection = open_and_update(&path).map_err(|error| Error::of_sqlite(&path, error))?;
        Ok(Self { connection, path })
    }

    /// Opens the library at `path`; where there is nothing, begins one.
    ///
    /// # Errors
    /// As [`Library::open`], and [`Error::Io`] or [`Error::Full`] where no file can be made.
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        match Self::open(path) {
            Err(Error::Missing { .. }) => create(path),
            opened => opened,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How long to wait for another program that is writing before [`Error::Busy`]; 5 s at first.
    ///
    /// # Errors
    /// None that a sound file gives.
    pub fn wait_at_most(&self, patience: Duration) -> Result<(), Error> {
        self.connection.busy_timeout(patience).map_err(|error| self.failed(error))
    }

    /// Reads one state of the library, whatever others write meanwhile.
    pub(crate) fn read<T>(&self, job: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            job(&transaction)
        };
        read().map_err(|error| self.failed(error))
    }

    /// Writes all that `job` writes, or nothing.
    pub(crate) fn write<T>(&mut self, job: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Error> {
        let write = |connection: &mut Connection| {
            let transaction = immediate(connection)?;
            let value = job(&transaction)?;
            transaction.commit().map(|()| value)
        };
        write(&mut self.connection).map_err(|error| Error::of_sqlite(&self.path, error))
    }

    pub(crate) fn failed(&self, error: rusqlite::Error) -> Error {
        Error::of_sqlite(&self.path, error)
    }
}

/// A transaction that writes: it waits for its turn at the beginning, not in the middle.
pub(crate) fn immediate(connection: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    connection.transaction_with_behavior(TransactionBehavior::Immediate)
}

/// A library is made beside its place and then put there whole: a crash leaves none or a good one.
fn create(path: &Path) -> Result<Library, Error> {
    let draft = beside(path, &format!("new-{}", std::process::id()));
    remove_with_its_log(&draft);
    let made = make(&draft).map_err(|error| Error::of_sqlite(path, error)).and_then(|()| put(&draft, path));
    remove_with_its_log(&draft);
    match made {
        Ok(()) | Err(Error::Exists { .. }) => Library::open(path), // another program was faster
        Err(error) => Err(error),
    }
}

fn make(draft: &Path) -> rusqlite::Result<()> {
    let mut connection = Connection::open(draft)?;
    configure(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    layout::bring_up_to_date(&mut connection)?;
    connection.close().map_err(|(_, error)| error)
}

fn open_and_update(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    configure(&connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    layout::bring_up_to_date(&mut connection)?;
    Ok(connection)
}

/// What holds for every connection.
pub(crate) fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true)?;
    // A commit that was reported is on the disk, even if the power fails the moment after.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A library may come from somebody else: nothing in its schema may do more than ours does.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    search::register_functions(connection)
}

/// Looks at the file with plain reads, so that what is refused was not even opened by SQLite.
fn refuse_what_is_not_ours(path: &Path) -> Result<(), Error> {
    let not_a_library = |why| Err(Error::NotALibrary { path: path.to_owned(), why });
    let metadata = fs::metadata(path).map_err(|error| Error::of_io(path, error))?;
    if metadata.is_dir() {
        return not_a_library("it is a folder");
    }
    if !metadata.is_file() {
        return not_a_library("it is not a plain file");
    }
    if metadata.len() == 0 {
        return not_a_library("it is empty (0 bytes)");
    }
    let Some(header) = header(path)? else { return not_a_library("it is not a SQLite database") };
    if header.application != APPLICATION_ID {
        return not_a_library("it is the database of another program");
    }
    refuse_newer(path, header.version)?;
    if metadata.permissions().readonly() {
        return Err(Error::ReadOnly { path: path.to_owned(), source: None });
    }
    if has_log(path) { refuse_newer(path, version_with_log(path)?) } else { Ok(()) }
}

fn refuse_newer(path: &Path, found: u32) -> Result<(), Error> {
    if found <= LATEST { Ok(()) } else { Err(Error::NewerLibrary { path: path.to_owned(), found, known: LATEST }) }
}

/// Two numbers of the header that opens a SQLite file; <https://sqlite.org/fileformat.html>.
struct Header {
    version: u32,
    application: u32,
}

fn header(path: &Path) -> Result<Option<Header>, Error> {
    let mut bytes = Vec::with_capacity(100);
    let file = File::open(path).map_err(|error| Error::of_io(path, error))?;
    file.take(100).read_to_end(&mut bytes).map_err(|error| Error::of_io(path, error))?;
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let ours = bytes.len() == 100 && bytes.starts_with(b"SQLite format 3\0");
    Ok(number(60).zip(number(68)).filter(|_| ours).map(|(version, application)| Header { version, application }))
}

/// After a crash the newest header may still stand in the log beside the file.
fn version_with_log(path: &Path) -> Result<u32, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let version = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        layout::version(&connection)
    };
    version().map_err(|error| Error::of_sqlite(path, error))
}

fn has_log(path: &Path) -> bool {
    fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0)
}

/// SQLite's write-ahead log of a database.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    with_suffix(path, "-wal")
}

/// A name in the same folder, hence on the same disk.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    with_suffix(path, &format!(".{ending}"))
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Gives the finished file `draft` the name `place`, which must be free, and makes that last.
pub(crate) fn put(draft: &Path, place: &Path) -> Result<(), Error> {
    let linked = fs::hard_link(draft, place).or_else(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Err(error),
        // Some file systems have no links.
        _ if place.exists() => Err(std::io::ErrorKind::AlreadyExists.into()),
        _ => fs::rename(draft, place),
    });
    linked.map_err(|error| Error::of_io(place, error))?;
    if let Some(folder) = place.parent().and_then(|folder| File::open(folder).ok()) {
        let _ = folder.sync_all(); // not every system can; the file itself is safe
    }
    Ok(())
}

pub(crate) fn remove_with_its_log(draft: &Path) {
    for path in [draft.to_owned(), log_of(draft), with_suffix(draft, "-shm"), with_suffix(draft, "-journal")] {
        let _ = fs::remove_file(path); // it need not be there
    }
}
