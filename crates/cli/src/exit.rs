//! What a script is told at the end: the exit codes of `--help`.

use app::{LibraryError, Stopped};
use std::{error::Error, fmt, io, process::ExitCode};
use story::Cancelled;

/// Every exit code and what it means.
pub(crate) const CODES: [(&str, &str); 5] = [
    ("0", "done"),
    ("1", "nothing could be done, or it failed"),
    ("2", "the command line was not understood"),
    ("3", "done, but some files were left out; standard error says which and why"),
    ("130", "cancelled"),
];

/// The exit codes as `--help` tells them.
pub(crate) fn help() -> String {
    let lines: Vec<String> = CODES.iter().map(|(code, meaning)| format!("  {code:<4} {meaning}")).collect();
    format!("Exit codes:\n{}", lines.join("\n"))
}

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// Done, but some files were left out.
    Partly,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// One sentence for the person at the terminal.
    Impossible(String),
    Cancelled,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Partly => ExitCode::from(3),
        }
    }
}

impl From<Failure> for ExitCode {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Impossible(_) => ExitCode::FAILURE,
            Failure::Cancelled => ExitCode::from(130),
        }
    }
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Failure::Cancelled
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Cancelled(_) => Failure::Cancelled,
            Stopped::Library(error) => error.into(),
            failed @ (Stopped::Unwritten { .. } | Stopped::Unset(_)) => Failure::Impossible(failed.to_string()),
            Stopped::Refused(why) => Failure::Impossible(why.to_owned()),
        }
    }
}

/// With what lies behind it: a full disk, a missing permission.
impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        let mut told = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            told += &format!(" ({error})");
            cause = error.source();
        }
        Failure::Impossible(told)
    }
}

impl Failure {
    /// `doing` is what could not be done: "write report.html".
    pub(crate) fn io(doing: impl fmt::Display, error: &io::Error) -> Self {
        Failure::Impossible(format!("cannot {doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Impossible(why) => f.write_str(why),
            Failure::Cancelled => Cancelled.fmt(f),
        }
    }
}
