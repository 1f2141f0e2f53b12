//! Brings files into a library.
//!
//! [`import`] does it once; [`import_lasting`] writes down what is to come in, so that [`resume`] can bring to its end
//! what a crash cut short; [`import_pages`] fetches them from the web first. Files are read many at a time, and come in one after the other in the order given.

mod ahead;
mod lasting;

use crate::{
    Stopped,
    clock::now,
    fetch::{self, Page, Response},
    files::{Imported, Input, Reading},
    folders,
};
pub use lasting::{forget, import_lasting, pending, resume};
use library::{Added, Arrival, Error, Library};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    ops::ControlFlow,
    sync::atomic::{AtomicUsize, Ordering},
};
use story::{Cancelled, Oddity, Progress, Sha256, StoryId, Timestamp};

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
    /// Of its bytes; `None` where they could not all be had, and for a folder.
    pub sha256: Option<Sha256>,
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

/// How far one file has come.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Which file of the import, from 0: folders are unfolded.
    pub number: usize,
    pub name: &'a str,
    pub fate: Fate<'a>,
    /// Files whose fate is known, this one too.
    pub done: usize,
    pub total: usize,
}

#[derive(Debug, Clone, Copy)]
pub enum Fate<'a> {
    Waiting,
    Reading,
    Ended(&'a Outcome),
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
    let (inputs, notes) = folders::unfolded(inputs);
    let begun = Import::of_folders(notes);
    let folders = begun.files.len();
    let progress = |done| on_progress(Progress { stage: "importing files", done, total: inputs.len() });
    if progress(0).is_break() {
        return Import { stopped: Some(Cancelled.into()), ..begun };
    }
    take_in(library, &inputs, None, reading, begun, &|step: Step| match step.fate {
        Fate::Ended(_) if step.number >= folders => progress(step.done - folders),
        _ => ControlFlow::Continue(()),
    })
}

/// Fetches `pages` and brings them in, telling of each as [`import_lasting`] does of files. Only the user begins it: what
/// is cut short is not taken up again by itself.
pub fn import_pages(
    library: &mut Library,
    pages: Vec<Page>,
    reading: &Reading,
    on_step: &(impl Fn(Step) -> ControlFlow<()> + Sync),
) -> Import {
    let inputs: Vec<Cow<Input>> = pages.into_iter().map(|page| Cow::Owned(Input::Page(page))).collect();
    take_in(library, &inputs, None, reading, Import::default(), on_step)
}

/// The story in which most of the articles are now that an import brought; where it brought none that the library did
/// not have, those that it had. `None` where they are in none that is on a shelf.
///
/// # Errors
/// [`Error::Damaged`] and [`Error::Io`].
pub fn story_of(library: &Library, import: &Import) -> Result<Option<StoryId>, Error> {
    let files = |which: fn(&Outcome) -> bool| -> Vec<Sha256> {
        import.files.iter().filter(|file| which(&file.outcome)).filter_map(|file| file.sha256.clone()).collect()
    };
    let kept = files(|outcome| matches!(outcome, Outcome::Kept { .. }));
    let met = if kept.is_empty() { files(|outcome| matches!(outcome, Outcome::Duplicate { .. })) } else { kept };
    library.story_of_files(&met)
}

impl Import {
    /// Begins with what was odd about folders.
    fn of_folders(notes: Vec<Oddity>) -> Self {
        let file = |oddity: Oddity| ImportedFile {
            name: oddity.path.clone(),
            sha256: None,
            outcome: Outcome::LeftOut { oddities: vec![oddity] },
        };
        Self { files: notes.into_iter().map(file).collect(), stopped: None }
    }
}

/// Takes in `inputs` behind the files that `import` has already; what is known by a number of `awaited` is struck off
/// as it comes in.
fn take_in(
    library: &mut Library,
    inputs: &[Cow<Input>],
    awaited: Option<&[i64]>,
    reading: &Reading,
    mut import: Import,
    on_step: &(impl Fn(Step) -> ControlFlow<()> + Sync),
) -> Import {
    let first = import.files.len();
    let way = Way { ended: AtomicUsize::new(0), total: first + inputs.len() };
    way.tell_first(&import, inputs, on_step);
    let known = match library.names_of_files() {
        Ok(known) => known,
        Err(error) => return Import { stopped: Some(error.into()), ..import },
    };
    let imported_at = now();
    let read = |at: usize| {
        let name = inputs[at].name();
        let go_on = || on_step(way.step(first + at, &name, Fate::Reading)).is_continue();
        if go_on() { read(&inputs[at], reading, &known, &go_on) } else { None }
    };
    let end = ahead::in_order(inputs.len(), read, |at, read| {
        let file = match keep(library, &inputs[at].name(), read, awaited.map(|numbers| numbers[at]), &imported_at) {
            Ok(file) => file,
            Err(error) => return ControlFlow::Break(Stopped::from(error)),
        };
        let told = on_step(way.ended(first + at, &file));
        import.files.push(file);
        let is_last = at + 1 == inputs.len();
        if told.is_break() && !is_last { ControlFlow::Break(Cancelled.into()) } else { ControlFlow::Continue(()) }
    });
    if let ControlFlow::Break(why) = end {
        import.stopped = Some(why.unwrap_or_else(|| Cancelled.into()));
    }
    import
}

/// How far an import has come.
struct Way {
    ended: AtomicUsize,
    total: usize,
}

impl Way {
    fn step<'s>(&self, number: usize, name: &'s str, fate: Fate<'s>) -> Step<'s> {
        Step { number, name, fate, done: self.ended.load(Ordering::Relaxed), total: self.total }
    }

    fn ended<'s>(&self, number: usize, file: &'s ImportedFile) -> Step<'s> {
        self.ended.fetch_add(1, Ordering::Relaxed);
        self.step(number, &file.name, Fate::Ended(&file.outcome))
    }

    /// Nothing is going on yet that could be stopped.
    fn tell_first(&self, import: &Import, inputs: &[Cow<Input>], on_step: &impl Fn(Step) -> ControlFlow<()>) {
        for (number, file) in import.files.iter().enumerate() {
            let _ = on_step(self.ended(number, file));
        }
        for (at, input) in inputs.iter().enumerate() {
            let _ = on_step(self.step(import.files.len() + at, &input.name(), Fate::Waiting));
        }
    }
}

/// A file on its way into the library.
enum Read {
    Known {
        sha256: Sha256,
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
        /// What a page's server sent, as it is kept.
        response: Option<Vec<u8>>,
    },
}

/// `None` where a page was waited for and nobody wants it any more.
fn read(input: &Input, reading: &Reading, known: &BTreeMap<Sha256, String>, go_on: &impl Fn() -> bool) -> Option<Read> {
    match input {
        Input::Page(page) => {
            let name = page.address.as_str();
            Some(match page.get_unless(go_on)? {
                Ok(response) => fetched(name, &response, reading, known),
                Err(refusal) => Read::Refused { oddities: vec![refusal.oddity(name)] },
            })
        }
        Input::Path(_) | Input::Bytes { .. } => Some(read_bytes(input, reading, known)),
    }
}

fn read_bytes(input: &Input, reading: &Reading, known: &BTreeMap<Sha256, String>) -> Read {
    let bytes = match input.bytes(&reading.bounds) {
        Ok(bytes) => bytes,
        Err(oddity) => return Read::Refused { oddities: vec![oddity] },
    };
    let (sha256, size) = (Sha256::of(&bytes), bytes.len());
    if let Some(name) = known.get(&sha256) {
        return Read::Known { name: name.clone(), sha256 };
    }
    let imported = reading.read(&input.name(), &bytes, input.folder().as_deref());
    if size > reading.bounds.bytes {
        return Read::Refused { oddities: imported.oddities };
    }
    Read::Whole { sha256, size, imported, response: None }
}

/// A page is told from others by its body: fetched again without a change, it is known.
fn fetched(name: &str, response: &Response, reading: &Reading, known: &BTreeMap<Sha256, String>) -> Read {
    let (sha256, size) = (Sha256::of(&response.body), response.body.len());
    if let Some(name) = known.get(&sha256) {
        return Read::Known { name: name.clone(), sha256 };
    }
    let imported = response.read(name, reading);
    Read::Whole { sha256, size, imported, response: Some(fetch::packed(response)) }
}

fn keep(
    library: &mut Library,
    name: &str,
    read: Read,
    awaited: Option<i64>,
    at: &Timestamp,
) -> Result<ImportedFile, Error> {
    let (sha256, outcome) = match read {
        Read::Whole { sha256, size, imported, response } => {
            let way = match (&response, awaited) {
                (Some(response), _) => Coming::Fetched(response),
                (None, Some(number)) => Coming::Awaited(number),
                (None, None) => Coming::Alone,
            };
            let outcome = add(library, name, (&sha256, size), &imported, way, at)?;
            (Some(sha256), outcome)
        }
        Read::Known { sha256, name } => (Some(sha256), Outcome::Duplicate { of: name }),
        Read::Refused { oddities } => (None, Outcome::LeftOut { oddities }),
    };
    if let (Outcome::Duplicate { .. } | Outcome::LeftOut { .. }, Some(number)) = (&outcome, awaited) {
        library.strike_off(&[number])?;
    }
    Ok(ImportedFile { name: name.to_owned(), sha256, outcome })
}

/// With what a file comes in.
#[derive(Clone, Copy)]
enum Coming<'a> {
    Alone,
    /// It was written down before, under this number.
    Awaited(i64),
    /// What its server sent, as it is kept.
    Fetched(&'a [u8]),
}

fn add(
    library: &mut Library,
    name: &str,
    (sha256, size): (&Sha256, usize),
    Imported { articles, oddities, .. }: &Imported,
    coming: Coming,
    at: &Timestamp,
) -> Result<Outcome, Error> {
    let arrival = Arrival { name, size: size as u64, sha256, at, articles, oddities };
    let added = match coming {
        Coming::Alone => library.add(arrival)?,
        Coming::Awaited(number) => library.add_awaited(arrival, number)?,
        Coming::Fetched(response) => library.add_fetched(arrival, response)?,
    };
    Ok(match added {
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
