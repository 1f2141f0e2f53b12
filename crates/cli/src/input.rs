//! Reads the files of a command line, and tells what was odd about them.

use crate::{
    args::Files,
    exit::{Failure, Outcome},
    progress::Bar,
    say,
};
use app::{
    Home, columns,
    fetch::{Address, Page},
    files::{Imported, Input, Reading},
    workers::Workers,
};
use std::{
    io::{self, Read},
    path::PathBuf,
};
use story::Oddity;

/// How standard input is called in results and oddities.
const STDIN: &str = "standard input";

/// Reads all files; what is odd about them goes to standard error.
pub(crate) fn read(files: &Files, bar: &Bar) -> Result<Imported, Failure> {
    let reading = reading(files);
    let imported = app::files::read(&inputs(files, &reading)?, &reading, &bar.reports())?;
    bar.clear();
    imported.oddities.iter().for_each(say::oddity);
    Ok(imported)
}

/// The files as the reader takes them: `-` becomes the bytes of standard input, an address the page that lies there.
pub(crate) fn inputs(files: &Files, reading: &Reading) -> Result<Vec<Input>, Failure> {
    let input = |file: &PathBuf| match file.to_str() {
        Some("-") => stdin(reading),
        Some(address) if Address::begins(address) => page(address),
        _ => Ok(Input::Path(file.clone())),
    };
    files.files.iter().map(input).collect()
}

/// How the command line wants its files read. Where it says nothing of columns, what was said of them in the window
/// holds.
pub(crate) fn reading(files: &Files) -> Reading {
    let columns = match files.columns.as_slice() {
        [] => Home::of_user().map(|home| columns::remembered(&home)).unwrap_or_default(),
        given => given.iter().cloned().collect(),
    };
    Reading { columns, workers: Workers::of_this_program().ok(), ..Reading::default() }
}

fn page(address: &str) -> Result<Input, Failure> {
    let address = Address::parse(address).map_err(|unfit| Failure::Impossible(format!("cannot fetch: {unfit}")))?;
    Ok(Input::Page(Page::at(address)))
}

/// All of it, or a byte more than the bound: that is enough to refuse it.
fn stdin(reading: &Reading) -> Result<Input, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(reading.bounds.bytes as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::io("read standard input", &error))?;
    Ok(Input::Bytes { name: STDIN.into(), bytes })
}

/// How work ended that met these oddities.
pub(crate) fn outcome(oddities: &[Oddity]) -> Outcome {
    if oddities.iter().any(Oddity::is_failure) { Outcome::Partly } else { Outcome::Done }
}

/// Something to work on, or the failure that says there is nothing.
pub(crate) fn require(imported: &Imported) -> Result<(), Failure> {
    match imported.articles.is_empty() {
        true => Err(Failure::Impossible("no article was found in the files given".into())),
        false => Ok(()),
    }
}
