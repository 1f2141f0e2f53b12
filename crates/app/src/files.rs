//! Reads the user's files.

use ingest::Bounds;
pub use ingest::Imported;
use std::{
    fs::File,
    io::{self, Read},
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
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

    /// Articles, or at least one oddity that says why not.
    pub fn read(&self, bounds: &Bounds) -> Imported {
        let name = self.name();
        match self {
            Input::Bytes { bytes, .. } => guarded(&name, bytes, bounds),
            Input::Path(path) => match bytes_of(path, bounds) {
                Ok(bytes) => guarded(&name, &bytes, bounds),
                Err(error) => alone(unreadable(name, &error)),
            },
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Input::Path(path)
    }
}

/// All of the file, or one byte more than the bound allows: that is enough to refuse it.
fn bytes_of(path: &Path, bounds: &Bounds) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(bounds.bytes as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A reader that panics costs its own file and no other.
fn guarded(name: &str, bytes: &[u8], bounds: &Bounds) -> Imported {
    catch_unwind(AssertUnwindSafe(|| ingest::read(name, bytes, bounds))).unwrap_or_else(|_| {
        alone(Oddity {
            path: name.to_owned(),
            entry: None,
            remedy: Remedy::Convert,
            what: "The reader of this format failed on the file.".into(),
            advice: "Save it in another format; a report of the failure helps to mend it.".into(),
        })
    })
}

fn unreadable(name: String, error: &io::Error) -> Oddity {
    Oddity {
        path: name,
        entry: None,
        remedy: Remedy::FetchAgain,
        what: format!("The file cannot be read ({error})."),
        advice: "Check that it is there and that you may open it.".into(),
    }
}

fn alone(oddity: Oddity) -> Imported {
    Imported { articles: Vec::new(), oddities: vec![oddity] }
}
