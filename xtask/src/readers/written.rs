//! Reports as `rashomon compare --report` writes them.

use crate::{bench::SOME_LEFT_OUT, steps::Failure};
use app::documents::Format;
use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const KB: f64 = 1000.0;

/// A report on the disk.
pub(super) struct Written {
    pub(super) format: Format,
    pub(super) path: PathBuf,
    bytes: usize,
    /// The comparison included.
    time: Duration,
    /// Whether writing it again gave other bytes.
    pub(super) differs: bool,
}

/// A story in every format, each written twice.
pub(super) fn all(rashomon: &Path, story: &Path, folder: &Path) -> Result<Vec<Written>, Failure> {
    fs::create_dir_all(folder.join("again"))
        .map_err(|error| Failure::new(format!("{}: {error}.", folder.display()), "Check that you may write there."))?;
    Format::ALL.into_iter().map(|format| written(rashomon, story, folder, format)).collect()
}

fn written(rashomon: &Path, story: &Path, folder: &Path, format: Format) -> Result<Written, Failure> {
    let file = format!("report.{}", format.ending());
    let (path, again) = (folder.join(&file), folder.join("again").join(&file));
    let start = Instant::now();
    let first = write(rashomon, story, &path)?;
    let time = start.elapsed();
    let differs = write(rashomon, story, &again)? != first;
    Ok(Written { format, path, bytes: first.len(), time, differs })
}

/// The bytes that it wrote.
fn write(rashomon: &Path, story: &Path, path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |what: String| Failure::new(format!("{}: {what}.", path.display()), "Write it by hand.");
    let mut command = Command::new(rashomon);
    command.arg("compare").arg(story).arg("--quiet").arg("--report").arg(path).stdout(Stdio::null());
    let output = command.output().map_err(|error| failed(format!("{} does not start: {error}", rashomon.display())))?;
    if !matches!(output.status.code(), Some(0 | SOME_LEFT_OUT)) {
        return Err(failed(format!("{}, {}", output.status, String::from_utf8_lossy(&output.stderr).trim())));
    }
    fs::read(path).map_err(|error| failed(error.to_string()))
}

impl Written {
    /// Story and format.
    pub(super) fn name(&self) -> String {
        let story = self.path.parent().and_then(Path::file_name).unwrap_or_default();
        format!("{}.{}", story.to_string_lossy(), self.format.ending())
    }

    /// The same story in another format.
    pub(super) fn sibling(&self, format: Format) -> PathBuf {
        self.path.with_extension(format.ending())
    }

    /// A place beside it for what a reader makes of it: `pdf-by-poppler`.
    pub(super) fn made_by(&self, reader: &str) -> Result<PathBuf, String> {
        let place = self.path.with_file_name(format!("{}-by-{reader}", self.format.ending()));
        fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
        Ok(place)
    }

    /// As a browser and an office ask for it.
    pub(super) fn address(&self) -> String {
        address(&self.path)
    }
}

/// The `file:` address of an absolute path.
pub(super) fn address(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/").replace(' ', "%20");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let same = if self.differs { "other bytes" } else { "same bytes" };
        let (kilobytes, seconds) = (self.bytes as f64 / KB, self.time.as_secs_f64());
        write!(f, "{:<8} {kilobytes:>9.0} kB {seconds:>7.1} s  {same} again", self.format.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_three_slashes_on_every_system() {
        assert_eq!(address(Path::new("/a b/c.html")), "file:///a%20b/c.html");
        assert_eq!(address(Path::new("C:\\a\\c.html")), "file:///C:/a/c.html");
    }
}
