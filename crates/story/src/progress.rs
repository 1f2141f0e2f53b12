//! How far long work has come, and what it returns when it was asked to stop.

use std::fmt;

/// One report of long work. `done` runs from 0 to `total` within each `stage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, as a verb form people can read: "reading files", "aligning claims".
    pub stage: &'static str,
    pub done: usize,
    pub total: usize,
}

/// The work was asked to stop, and did. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cancelled")
    }
}

impl std::error::Error for Cancelled {}
