//! Reads the user's files, and writes documents beside them.

use crate::{beside, fetch::Page, folders, workers::Workers};
pub use ingest::{Bounds, ColumnMap, Field, Imported};
use rayon::prelude::*;
use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};
use story::{Cancelled, Oddity, Progress, Remedy};

/// Something to read articles from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Path(PathBuf),
    /// Bytes that are at hand already, under the name by which oddities will call them.
    Bytes {
        name: String,
        bytes: Vec<u8>,
    },
    /// A page of the web, fetched when it is read.
    Page(Page),
}

/// How files are to be read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Which columns of tables hold what, where their names do not tell.
    pub columns: ColumnMap,
    pub bounds: Bounds,
    /// Who reads; in this process, if nobody else does.
    pub workers: Option<Workers>,
}

/// Reads every input, and every file of the folders among them; one that cannot be read becomes an
/// oddity, and the others go on. Many are read at a time; the results stand in the order of the
/// inputs, and of the names within a folder.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop; it is asked before every file.
pub fn read(
    inputs: &[Input],
    reading: &Reading,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Imported, Cancelled> {
    let (inputs, oddities) = folders::unfolded(inputs);
    let begun = AtomicUsize::new(0);
    let read_one = |input: &Cow<Input>| {
        let done = begun.fetch_add(1, Ordering::Relaxed);
        let goes_on = on_progress(Progress { stage: "reading files", done, total: inputs.len() }).is_continue();
        goes_on.then(|| input.read(reading))
    };
    let read: Option<Vec<Imported>> = inputs.par_iter().map(read_one).collect();
    let mut all = Imported { oddities, ..Imported::default() };
    for imported in read.ok_or(Cancelled)? {
        all.articles.extend(imported.articles);
        all.oddities.extend(imported.oddities);
    }
    Ok(all)
}

impl Input {
    /// The input's name as the user gave it; what is not Unicode in it is replaced.
    pub fn name(&self) -> String {
        match self {
            Input::Path(path) => path.display().to_string(),
            Input::Bytes { name, .. } => name.clone(),
            Input::Page(page) => page.address.to_string(),
        }
    }

    /// All bytes, or one more than the bound allows; an oddity where they cannot be had.
    pub(crate) fn bytes(&self, bounds: &Bounds) -> Result<Cow<'_, [u8]>, Oddity> {
        match self {
            Input::Bytes { bytes, .. } => Ok(bytes.into()),
            Input::Path(path) => bytes_of(path, &self.name(), bounds).map(Cow::from),
            Input::Page(page) => page.get().map(|got| got.body.into()).map_err(|refusal| refusal.oddity(&self.name())),
        }
    }

    /// Where files lie that this one may name.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        match self {
            Input::Path(path) => beside::folder_of(path),
            Input::Bytes { .. } | Input::Page(_) => None,
        }
    }

    /// Articles, or at least one oddity that says why not.
    pub fn read(&self, reading: &Reading) -> Imported {
        if let Input::Page(page) = self {
            return read_page(page, reading);
        }
        match self.bytes(&reading.bounds) {
            Ok(bytes) => reading.read(&self.name(), &bytes, self.folder().as_deref()),
            Err(oddity) => Imported { oddities: vec![oddity], ..Imported::default() },
        }
    }
}

impl Reading {
    /// `folder` is where files lie that this one may name.
    pub(crate) fn read(&self, name: &str, bytes: &[u8], folder: Option<&Path>) -> Imported {
        match &self.workers {
            Some(workers) => workers.read(name, bytes, self, folder),
            None => {
                let watch = beside::watch(folder, &self.bounds);
                ingest::read_watched(name, bytes, &self.bounds, &self.columns, watch)
            }
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Input::Path(path)
    }
}

/// Writes all of `bytes` or nothing: what stood under `path` stays until the new file is whole.
///
/// # Errors
/// As the file system gives them.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let written = File::create(&beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    let written = written.and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside); // there may be none
    }
    written
}

fn read_page(page: &Page, reading: &Reading) -> Imported {
    let name = page.address.as_str();
    match page.get() {
        Ok(response) => response.read(name, reading),
        Err(refusal) => Imported { oddities: vec![refusal.oddity(name)], ..Imported::default() },
    }
}

/// All of the file. One that grows while it is read, or has no size to ask for, is read up to a
/// byte more than the bound: that is enough to refuse it.
pub(crate) fn bytes_of(path: &Path, name: &str, bounds: &Bounds) -> Result<Vec<u8>, Oddity> {
    let whole = || {
        let file = File::open(path)?;
        if let Some(oddity) = ingest::refuse_by_size(name, file.metadata()?.len(), bounds) {
            return Ok(Err(oddity));
        }
        let mut bytes = Vec::new();
        file.take(bounds.bytes as u64 + 1).read_to_end(&mut bytes)?;
        Ok(Ok(bytes))
    };
    whole().unwrap_or_else(|error| Err(unreadable(name, &error)))
}

fn unreadable(name: &str, error: &io::Error) -> Oddity {
    let what = format!("The file cannot be read ({error}).");
    Oddity::about(name, Remedy::FetchAgain, what, "Check that it is there and that you may open it.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, text: &str) -> Input {
        Input::Bytes { name: name.into(), bytes: text.into() }
    }

    fn go_on(_: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    #[test]
    fn many_files_stand_in_the_order_given() {
        let lines: Vec<Input> = (0..50).map(|n| text(&format!("{n}.jsonl"), "{\"body\": \"One.\"}")).collect();
        let all = read(&lines, &Reading::default(), &go_on).expect("nobody asked to stop");
        let names: Vec<&str> = all.articles.iter().map(|article| article.source.path.as_str()).collect();
        assert_eq!(names, lines.iter().map(Input::name).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_that_cannot_be_read_leaves_the_others() {
        let inputs = [Input::Path("/nowhere/at all.pdf".into()), text("a.jsonl", "{\"body\": \"One.\"}")];
        let all = read(&inputs, &Reading::default(), &go_on).expect("nobody asked to stop");
        assert_eq!((all.articles.len(), all.oddities.len()), (1, 1));
        assert_eq!(all.oddities[0].remedy, Remedy::FetchAgain);
    }

    #[test]
    fn reading_stops_when_asked() {
        assert_eq!(
            read(&[text("a.txt", "One.")], &Reading::default(), &|_| ControlFlow::Break(())).err(),
            Some(Cancelled)
        );
    }

    #[test]
    fn a_file_of_500_mb_is_refused_without_being_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("huge.pdf");
        File::create(&path).and_then(|file| file.set_len(500 << 20)).expect("a sparse file");
        let started = std::time::Instant::now();
        let all = read(&[Input::Path(path)], &Reading::default(), &go_on).expect("nobody asked to stop");
        assert_eq!(all.oddities[0].remedy, Remedy::Shrink);
        assert!(started.elapsed().as_millis() < 500, "{:?}", started.elapsed());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_with_a_line_break_an_emoji_or_no_unicode_is_a_name() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().expect("a folder");
        for name in [b"a\nb.txt".as_slice(), "\u{1F525} fire.txt".as_bytes(), b"\xFF\xFE.txt"] {
            let path = folder.path().join(std::ffi::OsStr::from_bytes(name));
            fs::write(&path, "Ferry sinks\n\nThe ferry sank on Monday, the coast guard said.").expect("written");
        }
        let all =
            read(&[Input::Path(folder.path().to_owned())], &Reading::default(), &go_on).expect("nobody asked to stop");
        assert_eq!((all.articles.len(), all.oddities), (3, vec![]));
    }
}
