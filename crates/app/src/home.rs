//! Where the user's library stands unless they say otherwise.

use directories::ProjectDirs;
use std::path::PathBuf;

/// The library in the folder that the system keeps for a user's data; `None` where it knows none.
pub fn library() -> Option<PathBuf> {
    ProjectDirs::from("org", "Rashomon", "Rashomon").map(|dirs| dirs.data_dir().join("library.rashomon"))
}
