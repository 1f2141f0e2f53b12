//! Brings files into a library.

use crate::{
    Stopped,
    clock::now,
    files::{Imported, Input, Reading},
    folders,
};
use library::{Added, Arrival, Library};
use rayon::prelude::*;
use std::{borrow::Cow, collections::BTreeMap, ops::ControlFlow};
use story::{Cancelled, Oddity, Progress, Sha256, Timestamp};

/// What became of the files, in the order given.
#[derive(Debug, Default)]
#[must_use]
pub struct Import {
    pub files: Vec<ImportedFile>,
    /// Why the files after these were not looked at; what is in the library stays there.
    pub stopped: Option<Stopped>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedFile {
    /// As the user gave it.
    pub name: String,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the library now.
    Kept {
        /// Articles that the library did not have.
        articles: usize,
        /// Articles that the library had from other files.
        known: usize,
        oddities: Vec<Oddity>,
    },
    /// Its bytes were in the library already, as the file of this name.
    Duplicate { of: String },
    /// It gave no article; the oddities say why and what to do.
    LeftOut { oddities: Vec<Oddity> },
}

/// Reads `inputs`, and every file of the folders among them, and puts each into `library` in one go, as imported at this moment.
///
/// Stops when `on_progress` asks for it, and when the library takes no more; the files up to then
/// are in it.
pub fn import(
    library: &mut Library,
    inputs: &[Input],
    reading: &Reading,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Import {
    let (inputs, oddities) = folders::unfolded(inputs);
    let of_folder = |oddity: Oddity| ImportedFile {
        name: oddity.path.clone(),
        outcome: Outcome::LeftOut { oddities: vec![oddity] },
    };
    let mut import = Import { files: oddities.into_iter().map(of_folder).collect(), stopped: None };
    let stopped = import_each(library, &inputs, reading, on_progress, |file| import.files.push(file));
    Import { stopped: stopped.err(), ..import }
}

fn import_each(
    library: &mut Library,
    inputs: &[Cow<Input>],
    reading: &Reading,
    on_progress: &impl Fn(Progress) -> ControlFlow<()>,
    mut on_file: impl FnMut(ImportedFile),
) -> Result<(), Stopped> {
    let (known, at) = (known(library)?, now());
    let mut done = 0;
    // Reading takes every thread, keeping one: so many files are in memory at a time.
    for batch in inputs.chunks(rayon::current_num_threads().max(1) * 2) {
        let batch: Vec<(String, Read)> =
            batch.par_iter().map(|input| (input.name(), read(input, reading, &known))).collect();
        for (name, read) in batch {
            if on_progress(Progress { stage: "importing files", done, total: inputs.len() }).is_break() {
                return Err(Cancelled.into());
            }
            let outcome = keep(library, &name, read, &at)?;
            on_file(ImportedFile { name, outcome });
            done += 1;
        }
    }
    Ok(())
}

/// Names of the files whose bytes need not be read again.
fn known(library: &Library) -> Result<BTreeMap<Sha256, String>, library::Error> {
    let fruitful = library.files()?.into_iter().filter(|file| file.articles > 0);
    Ok(fruitful.map(|file| (file.sha256, file.name)).collect())
}

/// A file on its way into the library.
enum Read {
    Known {
        name: String,
    },
    /// Not all of its bytes could be had: it cannot be told from others, and is not kept.
    Refused {
        oddities: Vec<Oddity>,
    },
    Whole {
        sha256: Sha256,
        size: usize,
        imported: Imported,
    },
}

fn read(input: &Input, reading: &Reading, known: &BTreeMap<Sha256, String>) -> Read {
    let bytes = match input.bytes(&reading.bounds) {
        Ok(bytes) => bytes,
        Err(oddity) => return Read::Refused { oddities: vec![oddity] },
    };
    let (sha256, size) = (Sha256::of(&bytes), bytes.len());
    if let Some(name) = known.get(&sha256) {
        return Read::Known { name: name.clone() };
    }
    let imported = reading.read(&input.name(), &bytes);
    if size > reading.bounds.bytes {
        return Read::Refused { oddities: imported.oddities };
    }
    Read::Whole { sha256, size, imported }
}

fn keep(library: &mut Library, name: &str, read: Read, at: &Timestamp) -> Result<Outcome, library::Error> {
    let (sha256, size, Imported { articles, oddities }) = match read {
        Read::Known { name } => return Ok(Outcome::Duplicate { of: name }),
        Read::Refused { oddities } => return Ok(Outcome::LeftOut { oddities }),
        Read::Whole { sha256, size, imported } => (sha256, size, imported),
    };
    let arrival = Arrival { name, size: size as u64, sha256: &sha256, at, articles: &articles, oddities: &oddities };
    Ok(match library.add(arrival)? {
        Added::Duplicate { of } => Outcome::Duplicate { of: of.name },
        Added::New { oddities, .. } if articles.is_empty() => Outcome::LeftOut { oddities },
        Added::New { articles, known, oddities } => Outcome::Kept { articles, known, oddities },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const CSV: &str = "outlet,title,published,url,text\n\
        Harbour Post,Ferry fire,2031-05-03,https://harbour.example/fire,A ferry burned at the quay on Saturday.\n\
        Tidings,Ferry burns,2031-05-03,https://tidings.example/fire,A ferry burned at the quay on Saturday.\n";

    fn library(folder: &Path) -> Library {
        Library::open_or_create(folder.join("news.rashomon")).expect("a new library")
    }

    fn bytes(name: &str, bytes: &str) -> Input {
        Input::Bytes { name: name.into(), bytes: bytes.into() }
    }

    fn all(library: &mut Library, inputs: &[Input]) -> Vec<Outcome> {
        let import = import(library, inputs, &Reading::default(), &|_| ControlFlow::Continue(()));
        assert!(import.stopped.is_none(), "{:?}", import.stopped);
        assert!(import.files.iter().zip(inputs).all(|(file, input)| file.name == input.name()));
        import.files.into_iter().map(|file| file.outcome).collect()
    }

    #[test]
    fn one_bad_file_does_not_hold_up_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let inputs = [bytes("empty.html", ""), Input::Path(folder.path().join("none.pdf")), bytes("may.csv", CSV)];
        let outcomes = all(&mut library, &inputs);
        assert!(matches!(&outcomes[0], Outcome::LeftOut { oddities } if oddities.len() == 1));
        assert!(matches!(&outcomes[1], Outcome::LeftOut { oddities } if oddities.len() == 1));
        assert!(matches!(&outcomes[2], Outcome::Kept { articles: 2, known: 0, .. }), "{outcomes:?}");
        let kept: Vec<String> = library.files().expect("sound").into_iter().map(|file| file.name).collect();
        assert_eq!(kept, ["empty.html", "may.csv"], "what could be read is kept with what was odd about it");
    }

    #[test]
    fn the_same_bytes_are_not_read_twice() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        all(&mut library, &[bytes("may.csv", CSV)]);
        let again = all(&mut library, &[bytes("copy.csv", CSV), bytes("new", "x"), bytes("new again", "x")]);
        assert_eq!(again[0], Outcome::Duplicate { of: "may.csv".into() });
    }

    #[test]
    fn a_text_that_is_there_under_another_url_is_noted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let outcomes = all(&mut library, &[bytes("may.csv", CSV)]);
        let Outcome::Kept { oddities, .. } = &outcomes[0] else { panic!("{outcomes:?}") };
        assert!(oddities.iter().any(|oddity| oddity.what.contains("https://harbour.example/fire")), "{oddities:?}");
    }

    #[test]
    fn an_import_that_is_cancelled_keeps_what_it_has() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = library(folder.path());
        let second = |progress: Progress| match progress.done {
            0 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        };
        let import =
            import(&mut library, &[bytes("may.csv", CSV), bytes("june.csv", "x")], &Reading::default(), &second);
        assert!(matches!(import.stopped, Some(Stopped::Cancelled(_))));
        assert_eq!(import.files.len(), 1);
        assert_eq!(library.files().expect("sound").len(), 1);
    }
}
