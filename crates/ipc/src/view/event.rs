//! What the host tells without being asked.

use super::ImportedFileView;
use serde::Serialize;
use ts_rs::TS;

/// Event `progress`: how far long work has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressView {
    pub job: u32,
    /// The engine's own name of the step, such as `aligning claims`.
    pub stage: String,
    pub done: usize,
    pub total: usize,
}

/// Event `import_step`: what became of some files. A file that is told again is further on.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportStepView {
    pub job: u32,
    pub files: Vec<ImportedFileView>,
    pub done: usize,
    pub total: usize,
}

/// Event `action`: a menu item was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionView {
    pub id: String,
}

/// Event `opened`: files or a library were opened with the program while it was running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenedView {
    /// A library, to be opened with `open_library`.
    pub library: Option<String>,
    /// Files to be imported.
    pub files: Vec<String>,
}
