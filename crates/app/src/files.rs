//! Reads the user's files, and writes documents beside them.

use ingest::Bounds;
pub use ingest::Imported;
use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
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
}

/// Reads every input in order; one that cannot be read becomes an oddity, and the others go on.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop; it is asked before every input.
pub fn read(
    inputs: &[Input],
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Imported, Cancelled> {
    let mut all = Imported::default();
    for (done, input) in inputs.iter().enumerate() {
        if on_progress(Progress { stage: "reading files", done, total: inputs.len() }).is_break() {
            return Err(Cancelled);
        }
        let imported = input.read(&Bounds::default());
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
        }
    }

    /// All bytes, or one more than the bound allows; an oddity where they cannot be had.
    pub(crate) fn bytes(&self, bounds: &Bounds) -> Result<Cow<'_, [u8]>, Oddity> {
        match self {
            Input::Bytes { bytes, .. } => Ok(bytes.into()),
            Input::Path(path) => bytes_of(path, &self.name(), bounds).map(Cow::from),
        }
    }

    /// Articles, or at least one oddity that says why not.
    pub fn read(&self, bounds: &Bounds) -> Imported {
        match self.bytes(bounds) {
            Ok(bytes) => ingest::read(&self.name(), &bytes, bounds),
            Err(oddity) => Imported { articles: Vec::new(), oddities: vec![oddity] },
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

/// All of the file. One that grows while it is read, or has no size to ask for, is read up to a
/// byte more than the bound: that is enough to refuse it.
fn bytes_of(path: &Path, name: &str, bounds: &Bounds) -> Result<Vec<u8>, Oddity> {
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
