//! Writes results to standard output.

use crate::exit::Failure;
use std::io::{self, ErrorKind, Write};

/// Writes all of `bytes` as they are. A reader that closed the pipe has seen enough: that is no
/// failure.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::io("write to standard output", &error)),
        _ => Ok(()),
    }
}
