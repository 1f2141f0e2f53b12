//! Reads the user's files.

use ingest::{Bounds, Imported};
use std::path::Path;
use story::{Oddity, Remedy};

/// Reads every file; one that cannot be read becomes an oddity, and the others go on.
pub fn read(paths: &[impl AsRef<Path>]) -> Imported {
    let bounds = Bounds::default();
    let mut all = Imported::default();
    for path in paths {
        let path = path.as_ref();
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => {
                let imported = ingest::read(&name, &bytes, &bounds);
                all.articles.extend(imported.articles);
                all.oddities.extend(imported.oddities);
            }
            Err(error) => all.oddities.push(Oddity {
                path: name,
                entry: None,
                remedy: Remedy::FetchAgain,
                what: format!("The file cannot be read ({error})."),
                advice: "Check that it is there and that you may open it.".into(),
            }),
        }
    }
    all
}
