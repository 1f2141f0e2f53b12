//! What a person is told on standard error.

use crate::exit::Failure;
use anstyle::{AnsiColor, Style};
use std::{fmt, io::Write};
use story::Oddity;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

pub(crate) fn oddity(oddity: &Oddity) {
    if oddity.is_failure() { line(WARNING, "left out", oddity) } else { line(NOTE, "note", oddity) }
}

pub(crate) fn note(what: impl fmt::Display) {
    line(NOTE, "note", what);
}

pub(crate) fn failure(failure: &Failure) {
    line(ERROR, "rashomon", failure);
}

/// Nobody can be told that standard error is closed.
fn line(style: Style, label: &str, what: impl fmt::Display) {
    let what = report::plain::line(&what.to_string());
    let _ = writeln!(anstream::stderr().lock(), "{style}{label}:{style:#} {what}");
}
