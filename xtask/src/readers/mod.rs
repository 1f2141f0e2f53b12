//! `cargo xtask readers`: stories written in every format of report, twice, and each opened in the programs on the PATH
//! that people read it with.
//!
//! - [`written`] has the reports written, and tells their size and time,
//! - [`office`], [`browser`], [`poppler`], [`pandoc`], [`tables`] and [`schemas`] open them.
//!
//! A reader that is here and refuses a report fails the command; so does a report that is not the same when it is
//! written again. Pictures of what the readers show are left for people to look at.

mod browser;
mod office;
mod pandoc;
mod poppler;
mod schemas;
mod tables;
mod written;

use crate::{
    bench::{SAMPLE, STORY},
    steps::{Failure, Steps, cargo, finish, optimised, root, target},
};
use app::documents::Format;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};
use written::Written;

/// What people read reports with.
struct Reader {
    name: &'static str,
    /// How to get it.
    get: &'static str,
    is_here: fn() -> bool,
    formats: &'static [Format],
    /// What it saw in a report, or why it refuses it.
    open: fn(&Written) -> Result<String, String>,
}

const READERS: &[Reader] = &[
    browser::CHROMIUM,
    office::LIBREOFFICE,
    poppler::POPPLER,
    pandoc::PANDOC,
    tables::CALAMINE,
    tables::OPENPYXL,
    schemas::JING,
    schemas::JSON_SCHEMA,
];

/// Writes `stories` with the `rashomon` of `with`, and opens what it wrote.
pub(crate) fn readers(stories: Vec<PathBuf>, with: Option<PathBuf>, tei: Option<&Path>) -> Result<(), Failure> {
    let stories = if stories.is_empty() { usual() } else { stories };
    let folder = folder();
    let unwritable = |error| Failure::new(format!("{}: {error}.", folder.display()), "Check that you may write there.");
    stories.iter().try_for_each(|story| empty(&folder.join(name(story)))).map_err(unwritable)?;
    tei.map_or(Ok(()), schemas::keep)?;
    let mut steps = Steps::new(2 * stories.len() + usize::from(with.is_none()));
    let rashomon = match with {
        Some(binary) => binary,
        None => steps.step("The command line, optimised", || {
            finish(
                cargo(&["build", "--release", "--quiet", "--package", "cli"]),
                "See the compiler's messages above.",
            )?;
            Ok(optimised("rashomon"))
        })?,
    };
    let mut refused = Vec::new();
    for story in &stories {
        let name = name(story);
        let title = format!("{name}: every format, twice");
        let written = steps.step(&title, || written::all(&rashomon, story, &folder.join(&name)))?;
        steps.step(&format!("{name}: every reader"), || {
            written.iter().for_each(|written| refused.extend(open(written)));
            Ok(())
        })?;
    }
    missing();
    println!("Reports and pictures are in {}", folder.display());
    match refused.as_slice() {
        [] => Ok(()),
        refused => Err(Failure::new(refused.join("\n  "), "Open the report by hand to see what is wrong with it.")),
    }
}

/// Says what the readers that are here see in a report; who refuses it is returned.
fn open(written: &Written) -> Vec<String> {
    println!("  {written}");
    let mut refused: Vec<String> =
        written.differs.then(|| format!("{}: written again, it differs", written.name())).into_iter().collect();
    for reader in READERS.iter().filter(|reader| reader.formats.contains(&written.format) && (reader.is_here)()) {
        let told = (reader.open)(written);
        let (sign, about) = told.as_ref().map_or_else(|why| ('✗', why), |saw| ('✓', saw));
        println!("      {sign} {:<12} {about}", reader.name);
        refused.extend(told.err().map(|why| format!("{} refuses {}: {why}", reader.name, written.name())));
    }
    refused
}

fn missing() {
    for reader in READERS.iter().filter(|reader| !(reader.is_here)()) {
        println!("Not here, so nothing was opened in it: {}. To get it: {}", reader.name, reader.get);
    }
}

fn usual() -> Vec<PathBuf> {
    [SAMPLE, STORY].map(|story| root().join(story)).into_iter().filter(|story| story.exists()).collect()
}

/// What tells a story from others: its file, or the folder of its `articles`.
fn name(story: &Path) -> String {
    let named = match story.file_stem().is_some_and(|stem| stem == "articles") {
        true => story.parent().and_then(Path::file_name),
        false => story.file_stem(),
    };
    named.map_or_else(|| "story".into(), |name| name.to_string_lossy().into_owned())
}

/// Where reports and pictures are left.
fn folder() -> PathBuf {
    target().join("readers").join("reports")
}

fn empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => fs::create_dir_all(folder),
    }
}

/// Whether a program can be started, whatever it then says.
fn starts(program: &str, args: &[&str]) -> bool {
    Command::new(program).args(args).output().is_ok()
}

/// What a program prints; where it fails, what it says of that.
fn told(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(stdout.into_owned());
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    let said: Vec<&str> = stdout.lines().chain(stderr.lines()).take(3).collect();
    Err(format!("{}: {}", output.status, said.join(" / ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_a_reader() {
        for format in Format::ALL {
            assert!(READERS.iter().any(|reader| reader.formats.contains(&format)), "{}", format.name());
        }
    }

    #[test]
    fn a_story_is_called_by_its_file_or_the_folder_of_its_articles() {
        assert_eq!(name(Path::new("a/sample/articles")), "sample");
        assert_eq!(name(Path::new("a/news/articles.jsonl")), "news");
        assert_eq!(name(Path::new("a/ferry.zip")), "ferry");
    }
}
