//! Why a use case ended before its end.

use story::Cancelled;

/// What was done up to then stays done.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    #[error(transparent)]
    Library(#[from] library::Error),
    #[error("{path} cannot be written ({error}). Choose another place, or see that there is room.")]
    Unwritten {
        path: String,
        #[source]
        error: std::io::Error,
    },
    #[error("{0}. Choose another format, or fewer rows.")]
    Unset(#[source] report::pdf::Error),
    /// Ask for something else: the words say what can be done.
    #[error("{0}")]
    Refused(&'static str),
}

impl From<report::pdf::Error> for Stopped {
    fn from(error: report::pdf::Error) -> Self {
        match error {
            report::pdf::Error::Cancelled => Cancelled.into(),
            error => Self::Unset(error),
        }
    }
}
