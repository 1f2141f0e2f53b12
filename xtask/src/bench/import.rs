//! `cargo xtask bench import`: thousands of files of all formats at one go, one in fifty of them bad; then the same
//! again, killed half way and taken up.
//!
//! The files are made of the fixtures of `ingest`: each is there many times, with another number in its text or, where
//! it is no text, in the head of the gzip around it. What must hold is checked, and fails the command.

use super::MIB;
use crate::steps::{Failure, Steps, cargo, finish, optimised, root};
use app::{Filter, Library};
use flate2::{Compression, GzBuilder};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use wait4::Wait4;

/// One of so many is bad.
const BAD: usize = 50;
/// The exit code of an import that left some files out.
const SOME_LEFT_OUT: i32 = 3;

pub(crate) fn bench(files: usize) -> Result<(), Failure> {
    let mut steps = Steps::new(4);
    steps.step("The command line, optimised", || {
        finish(cargo(&["build", "--release", "--quiet", "--package", "cli"]), "See the compiler's messages above.")
    })?;
    let home = tempfile::tempdir().map_err(|error| failed(&error))?;
    let (news, once, twice) = (home.path().join("news"), home.path().join("once"), home.path().join("twice"));
    let bad = steps.step(&format!("{files} files"), || write(&news, files).map_err(|error| failed(&error)))?;
    steps.step("All at one go", || {
        let (time, peak) = import(&news, &once)?;
        check(&once, files, &bad)?;
        let rate = files as f64 / time.as_secs_f64();
        println!(
            "{files} files in {:.1} s: {rate:.0} a second; peak memory of one process {:.0} MiB; {} bad ones, each named",
            time.as_secs_f64(),
            peak as f64 / MIB,
            bad.len()
        );
        Ok(())
    })?;
    steps.step("Killed half way and taken up", || {
        let reached = kill_half_way(&news, &twice, files)?;
        import(&news, &twice)?;
        check(&twice, files, &bad)?;
        if contents(&once)? != contents(&twice)? {
            return Err(Failure::new("The library is not the same in the end.", "Compare what both list."));
        }
        println!("killed with {reached} of {files} files in; the same library in the end");
        Ok(())
    })
}

/// Writes the files and returns the names of the bad ones.
fn write(folder: &Path, files: usize) -> io::Result<BTreeSet<String>> {
    let fixtures = fixtures()?;
    fs::create_dir_all(folder)?;
    let mut bad = BTreeSet::new();
    for number in 0..files {
        let Fixture { name, bytes, text } = &fixtures[number % fixtures.len()];
        let (name, bytes) = match (number % BAD, text) {
            (0, _) => spoilt(bytes, number)?,
            (_, Some((before, behind))) => {
                (format!("{number:05}-{name}"), format!("{before} Copy {number}.{behind}").into_bytes())
            }
            _ => (format!("{number:05}-{name}.gz"), gzipped(bytes, number)?),
        };
        fs::write(folder.join(&name), bytes)?;
        if number % BAD == 0 {
            bad.insert(name);
        }
    }
    Ok(bad)
}

/// A file that cannot be read, each in one of four ways: cut short, damaged, not what it says, blank.
fn spoilt(bytes: &[u8], number: usize) -> io::Result<(String, Vec<u8>)> {
    let (ending, bytes) = match number / BAD % 4 {
        0 => ("txt.gz", gzipped(bytes, number)?[..30].to_vec()),
        1 => ("pdf", format!("%PDF-1.4\n{number} 0 obj\n<< /Type /Catalog").into_bytes()),
        2 => ("docx", format!("PK\u{3}\u{4}{number}").into_bytes()),
        _ => ("html", vec![b' '; number]),
    };
    Ok((format!("{number:05}-bad.{ending}"), bytes))
}

struct Fixture {
    name: String,
    bytes: Vec<u8>,
    /// The text before and behind the end of its first paragraph, where that stands in it word for word.
    text: Option<(String, String)>,
}

/// The fixtures that hold articles, in the order of their names.
fn fixtures() -> io::Result<Vec<Fixture>> {
    let mut found = Vec::new();
    for folder in entries(&root().join("crates/ingest/fixtures"))? {
        for file in if folder.is_dir() { entries(&folder)? } else { Vec::new() } {
            let expected = expected(&file).unwrap_or_default();
            let Some(article) = expected["articles"].as_array().and_then(|articles| articles.first()) else { continue };
            let bytes = fs::read(&file)?;
            let first = article["first"].as_str().unwrap_or_default();
            let text = str::from_utf8(&bytes).ok().and_then(|text| text.split_once(first));
            let text = text.map(|(before, behind)| (format!("{before}{first}"), behind.to_owned()));
            let name = file.file_name().expect("a fixture is a file").to_string_lossy().into_owned();
            found.push(Fixture { name, bytes, text });
        }
    }
    Ok(found)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    Ok(entries)
}

/// What a person reads in a fixture.
fn expected(file: &Path) -> Option<serde_json::Value> {
    let sidecar = fs::read(format!("{}.json", file.display())).ok()?;
    serde_json::from_slice(&sidecar).ok()
}

/// Gzip keeps the time at which a file was changed: another number there makes other bytes of the same content.
fn gzipped(bytes: &[u8], number: usize) -> io::Result<Vec<u8>> {
    let mtime = u32::try_from(number).expect("thousands of files");
    let mut encoder = GzBuilder::new().mtime(mtime).write(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn command(news: &Path, library: &Path) -> Command {
    let mut command = Command::new(optimised("rashomon"));
    command.arg("import").arg("--quiet").arg("--library").arg(library).arg(news);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// How long it took, and the most bytes of memory that one of its processes held.
fn import(news: &Path, library: &Path) -> Result<(Duration, u64), Failure> {
    let start = Instant::now();
    let ended = command(news, library).spawn().and_then(Wait4::wait4).map_err(|error| failed(&error))?;
    match ended.status.code() {
        Some(0 | SOME_LEFT_OUT) => Ok((start.elapsed(), ended.rusage.maxrss)),
        _ => Err(Failure::new(format!("The import ended with {}.", ended.status), "Run it by hand.")),
    }
}

/// Kills an import when half of the files are in, and says how many were.
fn kill_half_way(news: &Path, library: &Path, files: usize) -> Result<usize, Failure> {
    let mut child = command(news, library).spawn().map_err(|error| failed(&error))?;
    let half = || Library::open(library).ok().and_then(|library| library.files().ok()).map_or(0, |files| files.len());
    while half() < files / 2 {
        if child.try_wait().map_err(|error| failed(&error))?.is_some() {
            return Err(Failure::new("The import ended before it could be killed.", "Give it more files."));
        }
        thread::sleep(Duration::from_millis(200));
    }
    child.kill().and_then(|()| child.wait()).map_err(|error| failed(&error))?;
    Ok(half())
}

/// Every file is in the library, the bad ones with their reason and the others with their articles.
fn check(library: &Path, files: usize, bad: &BTreeSet<String>) -> Result<(), Failure> {
    let kept = Library::open(library).and_then(|library| library.files()).map_err(|error| failed(&error))?;
    let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let left_out: BTreeSet<String> = kept
        .iter()
        .filter(|file| file.articles == 0 && !file.oddities.is_empty())
        .map(|file| name(&file.name))
        .collect();
    if kept.len() != files || left_out != *bad {
        let odd: Vec<&String> = left_out.symmetric_difference(bad).take(5).collect();
        let what =
            format!("{} of {files} files are in, {} of them without an article: {odd:?}", kept.len(), left_out.len());
        return Err(Failure::new(what, "Import one of these by hand."));
    }
    Ok(())
}

/// Articles by their ids, files by their bytes and how many articles they hold.
type Contents = (BTreeSet<String>, BTreeSet<(String, usize)>);

/// All that is in a library.
fn contents(library: &Path) -> Result<Contents, Failure> {
    let library = Library::open(library).map_err(|error| failed(&error))?;
    let articles = library.list(&Filter::default()).map_err(|error| failed(&error))?;
    let files = library.files().map_err(|error| failed(&error))?;
    Ok((
        articles.into_iter().map(|article| article.id.0).collect(),
        files.into_iter().map(|file| (file.sha256.0, file.articles)).collect(),
    ))
}

fn failed(error: &dyn std::error::Error) -> Failure {
    Failure::new(format!("{error}."), "See that there is room on the disk, then run it again.")
}
