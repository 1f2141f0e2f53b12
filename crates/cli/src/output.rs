//! Writes results: to standard output, or into a file.

use crate::exit::Failure;
use std::io::{self, ErrorKind, Write};

/// Columns of a table where there is no terminal to ask.
const WIDTH: u16 = 100;

/// Writes all of `bytes` as they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    done(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

/// Writes text with escape codes for colour, without them where colour is not wanted.
pub(crate) fn write_styled(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    done(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Columns of a table: as asked for, else those of the terminal.
pub(crate) fn width(asked: Option<u16>) -> usize {
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
    usize::from(asked.or_else(terminal).unwrap_or(WIDTH))
}

/// A reader that closed the pipe has seen enough: that is no failure.
fn done(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::io("write to standard output", &error)),
        _ => Ok(()),
    }
}
