//! Reads and writes the small files in which settings are kept.
//!
//! Invariant: no state of a file keeps the program from starting. What cannot be read is kept aside, and the
//! program goes on as if it were new.

use crate::files;
use serde::{Serialize, de::DeserializeOwned};
use std::{fs, io, path::Path};

/// What the file says; the default where there is none, or where it cannot be understood.
pub(crate) fn read<T: DeserializeOwned + Default>(path: &Path) -> T {
    let Ok(bytes) = fs::read(path) else { return T::default() };
    let read = String::from_utf8(bytes).ok().and_then(|text| toml::from_str(&text).ok());
    read.unwrap_or_else(|| {
        keep_aside(path);
        T::default()
    })
}

/// Replaces the file whole.
///
/// # Errors
/// As the file system gives them.
pub(crate) fn write(path: &Path, settings: &impl Serialize) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let text = toml::to_string_pretty(settings).map_err(io::Error::other)?;
    files::write(path, text.as_bytes())
}

fn keep_aside(path: &Path) {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".damaged");
    let _ = fs::rename(path, aside); // where it cannot be moved it is written over by the next change
}
