//! Where the user's own things stand unless they say otherwise.

use directories::ProjectDirs;
use std::path::{Path, PathBuf};

/// The folders of one user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    data: PathBuf,
    settings: PathBuf,
}

impl Home {
    /// In the folders that the system keeps for a user; `None` where it knows none.
    pub fn of_user() -> Option<Self> {
        let dirs = ProjectDirs::from("org", "Rashomon", "Rashomon")?;
        Some(Self { data: dirs.data_dir().to_owned(), settings: dirs.config_dir().to_owned() })
    }

    /// Everything in one folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self { data: folder.to_owned(), settings: folder.to_owned() }
    }

    /// The usual library.
    pub fn library(&self) -> PathBuf {
        self.data.join("library.rashomon")
    }

    /// A file of that name among the settings.
    pub(crate) fn setting(&self, name: &str) -> PathBuf {
        self.settings.join(name)
    }
}

/// The usual library of this user; `None` where the system knows no home.
pub fn library() -> Option<PathBuf> {
    Home::of_user().map(|home| home.library())
}
