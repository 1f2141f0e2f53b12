//! The window and the program around the library.

use crate::request::Preferences;
use serde::Serialize;
use ts_rs::TS;

/// What the window needs to know before it shows anything.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StartView {
    pub preferences: Preferences,
    /// Where the open library is.
    pub library: String,
    /// Why the library that should have been opened was not; the usual one is open instead.
    pub library_failure: Option<String>,
    /// Libraries that were open before, the latest first, without the one that is open.
    pub recent: Vec<String>,
    /// Files of an import that was going on when the program last ended.
    pub interrupted: usize,
    /// Whether the sample was asked for on the command line.
    pub sample: bool,
    /// Files that the program was opened with.
    pub files: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AboutView {
    pub version: String,
    pub engine: String,
    pub model: String,
    /// Where the logs are.
    pub logs: String,
    /// By name.
    pub licences: Vec<LicenceView>,
}

/// A library that Rashomon is made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LicenceView {
    pub name: String,
    pub version: String,
    /// As an SPDX expression.
    pub licence: String,
}

/// It was done, and there is nothing to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Done {}
