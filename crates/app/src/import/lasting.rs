//! An import that is taken up again where a crash, or the end of the program, left it.

use super::{Import, Step, take_in};
use crate::{
    Stopped,
    files::{Input, Reading},
    folders,
};
use library::{Error, Library, Waiting};
use std::{borrow::Cow, ffi::OsString, ops::ControlFlow, path::PathBuf};

/// Imports as [`super::import`] does, but writes down first what is to come in, and strikes off each file when its
/// fate is known. When `on_step` asks to stop, the rest is struck off: who cancels does not want it later.
///
/// `on_step` hears of every file when it waits, when it is read, and what became of it; it is called from several
/// threads.
pub fn import_lasting(
    library: &mut Library,
    inputs: &[Input],
    reading: &Reading,
    on_step: &(impl Fn(Step) -> ControlFlow<()> + Sync),
) -> Import {
    let (inputs, notes) = folders::unfolded(inputs);
    let waiting: Vec<Waiting> = inputs.iter().map(|input| waiting(input)).collect();
    match library.await_files(&waiting) {
        Ok(numbers) => go_on(library, (&inputs, &numbers), reading, Import::of_folders(notes), on_step),
        Err(error) => Import { stopped: Some(error.into()), ..Import::default() },
    }
}

/// Goes on with what [`import_lasting`] could not bring to its end.
pub fn resume(library: &mut Library, reading: &Reading, on_step: &(impl Fn(Step) -> ControlFlow<()> + Sync)) -> Import {
    match library.awaited() {
        Ok(awaited) => {
            let (numbers, inputs): (Vec<i64>, Vec<Cow<Input>>) =
                awaited.into_iter().map(|(number, file)| (number, Cow::Owned(input(file)))).unzip();
            go_on(library, (&inputs, &numbers), reading, Import::default(), on_step)
        }
        Err(error) => Import { stopped: Some(error.into()), ..Import::default() },
    }
}

/// How many files an import left that did not come to its end.
///
/// # Errors
/// [`Error::Damaged`] and [`Error::Io`].
pub fn pending(library: &Library) -> Result<usize, Error> {
    library.awaited_count()
}

/// Does not go on with them.
///
/// # Errors
/// [`Error::Full`], [`Error::Busy`], [`Error::Io`].
pub fn forget(library: &mut Library) -> Result<(), Error> {
    let numbers: Vec<i64> = library.awaited()?.into_iter().map(|(number, _)| number).collect();
    library.strike_off(&numbers)
}

fn go_on(
    library: &mut Library,
    (inputs, numbers): (&[Cow<Input>], &[i64]),
    reading: &Reading,
    begun: Import,
    on_step: &(impl Fn(Step) -> ControlFlow<()> + Sync),
) -> Import {
    let mut import = take_in(library, inputs, Some(numbers), reading, begun, on_step);
    if let Some(Stopped::Cancelled(_)) = import.stopped {
        // Where even that cannot be written, the library says so the next time it is asked for something.
        if let Err(error) = library.strike_off(numbers) {
            import.stopped = Some(error.into());
        }
    }
    import
}

fn waiting(input: &Input) -> Waiting {
    match input {
        Input::Path(path) => Waiting { name: input.name(), path: Some(written(path)), bytes: Vec::new() },
        Input::Bytes { name, bytes } => Waiting { name: name.clone(), path: None, bytes: bytes.clone() },
        // It would come back as a text: nothing is fetched by itself, and pages have an import of their own.
        Input::Page(page) => Waiting { name: input.name(), path: None, bytes: page.address.as_str().into() },
    }
}

fn input(file: Waiting) -> Input {
    match file.path {
        Some(path) => Input::Path(PathBuf::from(read(path))),
        None => Input::Bytes { name: file.name, bytes: file.bytes },
    }
}

/// A path as the system writes it: not every name is Unicode.
#[cfg(unix)]
fn written(path: &std::path::Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
}

#[cfg(unix)]
fn read(path: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(path)
}

#[cfg(windows)]
fn written(path: &std::path::Path) -> Vec<u8> {
    std::os::windows::ffi::OsStrExt::encode_wide(path.as_os_str()).flat_map(u16::to_le_bytes).collect()
}

#[cfg(windows)]
fn read(path: Vec<u8>) -> OsString {
    let units: Vec<u16> = path.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    std::os::windows::ffi::OsStringExt::from_wide(&units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Fate, Outcome};
    use std::{path::Path, sync::Mutex};

    fn library(folder: &Path) -> Library {
        Library::open_or_create(folder.join("news.rashomon")).expect("a new library")
    }

    fn texts(count: usize) -> Vec<Input> {
        let text = |at| Input::Bytes {
            name: format!("{at}.jsonl"),
            bytes: format!("{{\"body\": \"Ferry {at} burned.\"}}").into(),
        };
        (0..count).map(text).collect()
    }

    fn go_on(_: Step) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    #[test]
    fn every_file_is_told_of_from_waiting_to_its_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let told = Mutex::new(vec![Vec::new(); 3]);
        let import = import_lasting(&mut library, &texts(3), &Reading::default(), &|step| {
            let fate = match step.fate {
                Fate::Waiting => "waiting",
                Fate::Reading => "reading",
                Fate::Ended(Outcome::Kept { articles: 1, .. }) => "kept",
                Fate::Ended(_) => "otherwise",
            };
            told.lock().expect("no panic")[step.number].push(fate);
            ControlFlow::Continue(())
        });
        assert!(import.stopped.is_none());
        assert_eq!(told.into_inner().expect("no panic"), vec![["waiting", "reading", "kept"]; 3]);
        assert_eq!(pending(&library).expect("sound"), 0);
    }

    #[test]
    fn what_was_cancelled_is_not_taken_up_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let first = |step: Step| match step.fate {
            Fate::Ended(_) => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        let import = import_lasting(&mut library, &texts(9), &Reading::default(), &first);
        assert!(matches!(import.stopped, Some(Stopped::Cancelled(_))));
        assert_eq!((import.files.len(), pending(&library).expect("sound")), (1, 0));
    }

    #[test]
    fn what_was_left_is_taken_up_in_its_order_or_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let path = folder.path().join("on disk.txt");
        std::fs::write(&path, "Ferry sinks\n\nThe ferry sank on Monday, the coast guard said.").expect("room");
        let mut inputs = texts(3);
        inputs.push(Input::Path(path));
        let waiting: Vec<Waiting> = inputs.iter().map(waiting).collect();
        for _ in 0..2 {
            library.await_files(&waiting).expect("room");
        }
        assert_eq!(pending(&library).expect("sound"), 8);
        let import = resume(&mut library, &Reading::default(), &go_on);
        let names: Vec<String> = import.files.iter().map(|file| file.name.clone()).collect();
        let given: Vec<String> = inputs.iter().map(Input::name).collect();
        assert_eq!(names, [given.clone(), given].concat());
        assert_eq!(library.files().expect("sound").len(), 4, "the same bytes come in once");
        assert_eq!(pending(&library).expect("sound"), 0);

        library.await_files(&waiting).expect("room");
        forget(&mut library).expect("room");
        assert!(resume(&mut library, &Reading::default(), &go_on).files.is_empty());
    }
}
