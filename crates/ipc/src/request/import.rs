//! Bringing files in.

use serde::Deserialize;
use ts_rs::TS;

/// Bring these files and folders into the library. Each file's fate comes as the event `import_step` while the
/// work goes on; articles then find their stories.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportFiles {
    /// Names the work for [`CancelJob`] and for events; the interface chooses it.
    pub job: u32,
    /// As dropped on the window or picked.
    pub paths: Vec<String>,
}

/// Bring in text that was pasted, as a file of that name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PasteText {
    pub job: u32,
    pub name: String,
    pub text: String,
}

/// Go on with the import that was going on when the program last ended.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ResumeImport {
    pub job: u32,
}

/// Do not go on with it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ForgetImport {}

/// Bring in the story that comes with the program.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenSample {
    pub job: u32,
}

/// Stop the work of this name. What it has done stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelJob {
    pub job: u32,
}
