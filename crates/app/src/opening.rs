//! Opens a library, and remembers which ones were open.

use crate::{home::Home, settings_file};
use library::{Error, Library};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};

const FILE: &str = "libraries.toml";
const REMEMBERED: usize = 10;
/// How many libraries beside the usual one are tried before nothing opens.
const SPARE: usize = 9;

/// A library that was opened at the start.
#[derive(Debug)]
pub struct Opened {
    pub library: Library,
    /// Why the one that should have been opened was not; another is open instead.
    pub failure: Option<Error>,
}

/// Opens the library that was asked for, else the one that was open last, else the usual one, which is begun where
/// there is none. Where one of them cannot be opened the usual one is, and where that cannot be opened either, one
/// beside it.
///
/// # Errors
/// Where none could be opened: why the first could not.
pub fn open_first(home: &Home, asked: Option<&Path>) -> Result<Opened, Error> {
    let wanted = asked.map(Path::to_owned).or_else(|| recent(home).into_iter().next());
    let wanted = wanted.filter(|wanted| *wanted != home.library()).map(Library::open);
    let usual = (1..=SPARE).map(|number| begin(&spare(home, number)));
    let mut failure = None;
    for opened in wanted.into_iter().chain(usual) {
        match opened {
            Ok(library) => {
                remember(home, library.path());
                return Ok(Opened { library, failure });
            }
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    Err(failure.expect("several were tried and none opened"))
}

/// Opens the library at `path`, or begins one there.
///
/// # Errors
/// As [`Library::open_or_create`].
pub fn open(home: &Home, path: &Path) -> Result<Library, Error> {
    let library = begin(path)?;
    remember(home, path);
    Ok(library)
}

/// Libraries that were open, the latest first.
pub fn recent(home: &Home) -> Vec<PathBuf> {
    settings_file::read::<Recent>(&home.setting(FILE)).libraries
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Recent {
    libraries: Vec<PathBuf>,
}

fn remember(home: &Home, path: &Path) {
    let others = recent(home).into_iter().filter(|other| other != path);
    let libraries = std::iter::once(path.to_owned()).chain(others).take(REMEMBERED).collect();
    // Where it cannot be remembered the usual library is opened next time.
    let _ = settings_file::write(&home.setting(FILE), &Recent { libraries });
}

fn begin(path: &Path) -> Result<Library, Error> {
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder); // where it cannot be made the library says so
    }
    Library::open_or_create(path)
}

/// The usual library, then `library-2.rashomon` beside it, and so on.
fn spare(home: &Home, number: usize) -> PathBuf {
    let usual = home.library();
    if number == 1 { usual } else { usual.with_file_name(format!("library-{number}.rashomon")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(opened: &Opened) -> &str {
        opened.library.path().file_name().and_then(|name| name.to_str()).expect("a name")
    }

    #[test]
    fn the_library_that_was_open_last_is_opened_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::in_folder(&folder.path().join("home"));
        assert_eq!(name(&open_first(&home, None).expect("room")), "library.rashomon");
        let other = folder.path().join("other.rashomon");
        open(&home, &other).expect("room");
        assert_eq!(name(&open_first(&home, None).expect("there")), "other.rashomon");
        assert_eq!(recent(&home), [other, home.library()]);
        let asked = open_first(&home, Some(&home.library())).expect("there");
        assert_eq!((name(&asked), asked.failure.is_none()), ("library.rashomon", true));
    }

    #[test]
    fn a_library_that_is_gone_is_told_and_the_usual_one_opened() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::in_folder(folder.path());
        let opened = open_first(&home, Some(&folder.path().join("gone.rashomon"))).expect("room");
        assert_eq!(name(&opened), "library.rashomon");
        assert!(matches!(opened.failure, Some(Error::Missing { .. })));
    }

    #[test]
    fn beside_a_damaged_library_another_is_begun_and_it_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::in_folder(folder.path());
        fs::write(home.library(), "no library").expect("room");
        let opened = open_first(&home, None).expect("room");
        assert_eq!(name(&opened), "library-2.rashomon");
        assert!(matches!(opened.failure, Some(Error::NotALibrary { .. })));
        assert_eq!(fs::read(home.library()).expect("there"), b"no library");
    }

    #[test]
    fn where_nothing_can_be_written_the_reason_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("room");
        let home = Home::in_folder(&file.join("home"));
        assert!(open_first(&home, None).is_err());
    }
}
