//! The window and the program around the library.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to show first. Asked once, when the window opens.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Start {}

/// Open this library from now on; it is made if there is none at that place.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenLibrary {
    pub path: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetPreferences {
    pub preferences: Preferences,
}

/// What a user sets once; kept beside the library, not in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Preferences {
    pub theme: Theme,
    /// 1 is the usual size; 0.8 to 2.
    pub text_size: f64,
    /// Names of the kinds of divergence that are shown; all at first.
    pub kinds: Vec<String>,
    /// Divergences below this score are hidden, 0 to 1.
    pub minimum_score: f64,
    /// Lowest probability at which two claims are linked, 0 to 1.
    pub link_threshold: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// The menus of the window. The interface sends them, for it knows every action and its name; a chosen item comes
/// back as the event `action`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetMenus {
    pub menus: Vec<Menu>,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct Menu {
    pub title: String,
    pub items: Vec<MenuItem>,
}

#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MenuItem {
    /// `keys` as Tauri writes accelerators, `CmdOrCtrl+Z`; only for those that are no single letter.
    Action {
        id: String,
        label: String,
        keys: Option<String>,
        enabled: bool,
    },
    Separator,
}

/// Version, engine and licences.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct About {}

/// Write the program's logs into one file that can be sent.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaveLogs {
    pub path: String,
}

/// Close the window although an import is going on; it is taken up at the next start.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Quit {}
