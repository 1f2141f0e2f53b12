//! What a user sets once, for all libraries.

use crate::{Settings, home::Home, settings_file};
use serde::{Deserialize, Serialize};
use std::{io, ops::RangeInclusive};
use story::Kind;

const FILE: &str = "preferences.toml";
const TEXT_SIZES: RangeInclusive<f64> = 0.8..=2.0;

#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    pub theme: Theme,
    /// 1 is the usual size.
    pub text_size: f64,
    /// The kinds of divergence that are shown, in their order.
    pub kinds: Vec<Kind>,
    /// Divergences below this score are hidden, 0 to 1.
    pub minimum_score: f64,
    /// Lowest probability at which two claims are linked, 0 to 1.
    pub link_threshold: f64,
    /// Who makes reports, for their title pages; empty for nobody.
    pub author: String,
    /// For whom.
    pub affiliation: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Preferences {
    /// As they were kept; what is out of bounds is brought within.
    pub fn read(home: &Home) -> Self {
        settings_file::read::<Kept>(&home.setting(FILE)).into()
    }

    /// Keeps them, and says how they were understood.
    ///
    /// # Errors
    /// As the file system gives them.
    pub fn keep(self, home: &Home) -> io::Result<Self> {
        let within = self.within_bounds();
        settings_file::write(&home.setting(FILE), &Kept::from(&within))?;
        Ok(within)
    }

    /// The thresholds of a comparison.
    pub fn settings(&self) -> Settings {
        Settings { link_threshold: self.link_threshold, ..Settings::default() }
    }

    fn within_bounds(self) -> Self {
        let usual = Kept::default();
        let bounded = |value: f64, bounds: &RangeInclusive<f64>, usual: f64| {
            if value.is_finite() { value.clamp(*bounds.start(), *bounds.end()) } else { usual }
        };
        Self {
            text_size: bounded(self.text_size, &TEXT_SIZES, usual.text_size),
            minimum_score: bounded(self.minimum_score, &(0.0..=1.0), usual.minimum_score),
            link_threshold: bounded(self.link_threshold, &(0.0..=1.0), usual.link_threshold),
            ..self
        }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Kept::default().into()
    }
}

/// The file. It names the kinds that are hidden, so that a kind that a newer Rashomon finds is shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    theme: Theme,
    text_size: f64,
    hidden_kinds: Vec<String>,
    minimum_score: f64,
    link_threshold: f64,
    author: String,
    affiliation: String,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 1.0,
            hidden_kinds: Vec::new(),
            minimum_score: 0.0,
            link_threshold: Settings::default().link_threshold,
            author: String::new(),
            affiliation: String::new(),
        }
    }
}

impl From<Kept> for Preferences {
    fn from(kept: Kept) -> Self {
        let is_shown = |kind: &Kind| !kept.hidden_kinds.iter().any(|hidden| hidden == kind.name());
        Self {
            theme: kept.theme,
            text_size: kept.text_size,
            kinds: Kind::ALL.into_iter().filter(is_shown).collect(),
            minimum_score: kept.minimum_score,
            link_threshold: kept.link_threshold,
            author: kept.author,
            affiliation: kept.affiliation,
        }
        .within_bounds()
    }
}

impl From<&Preferences> for Kept {
    fn from(preferences: &Preferences) -> Self {
        let is_hidden = |kind: &Kind| !preferences.kinds.contains(kind);
        Self {
            theme: preferences.theme,
            text_size: preferences.text_size,
            hidden_kinds: Kind::ALL.into_iter().filter(is_hidden).map(|kind| kind.name().to_owned()).collect(),
            minimum_score: preferences.minimum_score,
            link_threshold: preferences.link_threshold,
            author: preferences.author.clone(),
            affiliation: preferences.affiliation.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn read(file: &str) -> (Preferences, bool) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(FILE), file).expect("room");
        let preferences = Preferences::read(&Home::in_folder(folder.path()));
        (preferences, folder.path().join("preferences.toml.damaged").exists())
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::in_folder(&folder.path().join("not there yet"));
        assert_eq!(Preferences::read(&home), Preferences::default());
        let mine = Preferences { theme: Theme::Dark, kinds: vec![Kind::Figure, Kind::Quote], ..Default::default() };
        mine.clone().keep(&home).expect("room");
        assert_eq!(Preferences::read(&home), mine);
    }

    #[test]
    fn what_cannot_be_understood_is_kept_aside() {
        for damaged in ["theme = \"plaid\"", "text_size = [", "\0\0\0"] {
            assert_eq!(read(damaged), (Preferences::default(), true), "{damaged}");
        }
        let unknown = read("theme = \"dark\"\nfrom_a_newer_version = 3\nhidden_kinds = [\"tone\"]");
        assert_eq!(unknown, (Preferences { theme: Theme::Dark, ..Default::default() }, false));
    }

    #[test]
    fn what_is_out_of_bounds_is_brought_within() {
        let read = read("text_size = 90\nminimum_score = -1.0\nlink_threshold = nan").0;
        assert_eq!(read, Preferences { text_size: 2.0, ..Default::default() });
    }

    #[test]
    fn settings_without_a_folder_are_an_error() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("room");
        let home = Home::in_folder(&file.join("settings"));
        assert!(Preferences::default().keep(&home).is_err());
    }
}
