//! What the interface asks.

use serde::Deserialize;
use ts_rs::TS;

/// Compare the story that comes with the program.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenSample {}

/// Compare these files as one story.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CompareFiles {
    /// Files and folders, as dropped on the window.
    pub paths: Vec<String>,
}
