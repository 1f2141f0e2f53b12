//! The window and the program around the library.

use app::preferences;
use serde::{Deserialize, Serialize};
use story::Kind;
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
    /// Who makes reports, for their title pages; empty for nobody.
    pub author: String,
    /// For whom.
    pub affiliation: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Preferences {
    pub fn of(preferences: &preferences::Preferences) -> Self {
        Self {
            theme: match preferences.theme {
                preferences::Theme::System => Theme::System,
                preferences::Theme::Light => Theme::Light,
                preferences::Theme::Dark => Theme::Dark,
            },
            text_size: preferences.text_size,
            kinds: preferences.kinds.iter().map(ToString::to_string).collect(),
            minimum_score: preferences.minimum_score,
            link_threshold: preferences.link_threshold,
            author: preferences.author.clone(),
            affiliation: preferences.affiliation.clone(),
        }
    }
}

impl From<Preferences> for preferences::Preferences {
    fn from(asked: Preferences) -> Self {
        let is_asked = |kind: &Kind| asked.kinds.iter().any(|asked| asked == kind.name());
        Self {
            theme: match asked.theme {
                Theme::System => preferences::Theme::System,
                Theme::Light => preferences::Theme::Light,
                Theme::Dark => preferences::Theme::Dark,
            },
            text_size: asked.text_size,
            kinds: Kind::ALL.into_iter().filter(is_asked).collect(),
            minimum_score: asked.minimum_score,
            link_threshold: asked.link_threshold,
            author: asked.author,
            affiliation: asked.affiliation,
        }
    }
}

/// The menus of the window. The interface sends them, for it knows every action and its name; a chosen item comes
/// back as the event `action`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetMenus {
    pub menus: Vec<Menu>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Menu {
    pub title: String,
    pub items: Vec<MenuItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MenuItem {
    /// `keys` as Tauri writes accelerators, `CmdOrCtrl+Z`; only for those that are no single letter.
    Action {
        id: String,
        label: String,
        keys: Option<String>,
        enabled: bool,
    },
    /// Acts on the text that has the focus; the shell does it, and knows the keys.
    Text {
        act: TextAct,
        label: String,
    },
    Separator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextAct {
    Cut,
    Copy,
    Paste,
    SelectAll,
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
