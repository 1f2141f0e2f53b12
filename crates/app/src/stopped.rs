//! Why a use case ended before its end.

use story::Cancelled;

/// What was done up to then stays done.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    #[error(transparent)]
    Library(#[from] library::Error),
}
