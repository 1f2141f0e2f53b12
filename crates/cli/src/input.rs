//! Reads the files of a command line, and tells what was odd about them.

use crate::{
    exit::{Failure, Outcome},
    progress::Bar,
    say,
};
use app::files::{Imported, Input};
use std::{
    io::{self, Read},
    path::PathBuf,
};
use story::Oddity;

/// How standard input is called in results and oddities.
const STDIN: &str = "standard input";

/// Bytes of standard input that are read at most; no file may have more.
const STDIN_BYTES: u64 = (256 << 20) + 1;

/// Reads all files; what is odd about them goes to standard error.
pub(crate) fn read(files: &[PathBuf], bar: &Bar) -> Result<Imported, Failure> {
    let imported = app::files::read(&inputs(files)?, &bar.reports())?;
    bar.clear();
    imported.oddities.iter().for_each(say::oddity);
    Ok(imported)
}

/// The files as the reader takes them: `-` becomes the bytes of standard input.
pub(crate) fn inputs(files: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    files.iter().map(|file| if file.as_os_str() == "-" { stdin() } else { Ok(Input::Path(file.clone())) }).collect()
}

fn stdin() -> Result<Input, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(STDIN_BYTES).read_to_end(&mut bytes);
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
