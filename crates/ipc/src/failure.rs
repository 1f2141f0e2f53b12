//! What the interface is told when something could not be done.

use app::{LibraryError, Stopped};
use serde::Serialize;
use ts_rs::TS;

/// `kind` is for code, `message` for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    pub kind: FailureKind,
    /// Says what is wrong and what to do.
    pub message: String,
}

/// A kind exists only where the interface acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The user asked for it: nothing is shown.
    Cancelled,
    /// The story is no longer there: the library is shown instead.
    Unknown,
    /// The library cannot be opened or written to: another one can be chosen, or it is tried again.
    Library,
    /// What was asked for cannot be done; the message says what can.
    Refused,
    /// A defect of ours: the panel says so and the rest of the window goes on.
    Defect,
}

impl Failure {
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// What was asked for cannot be done; `message` says why, and what can.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Refused, message)
    }
}

impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        let kind = match error {
            LibraryError::Unknown { .. } => FailureKind::Unknown,
            LibraryError::Ambiguous { .. } | LibraryError::Unusable { .. } => FailureKind::Refused,
            _ => FailureKind::Library,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Cancelled(cancelled) => Self::new(FailureKind::Cancelled, cancelled.to_string()),
            Stopped::Library(error) => error.into(),
            Stopped::Refused(why) => Self::refused(why),
            failed @ (Stopped::Unwritten { .. } | Stopped::Unset(_)) => Self::refused(failed.to_string()),
        }
    }
}
