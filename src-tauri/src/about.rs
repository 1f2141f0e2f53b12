//! What Rashomon is made of.

use app::Settings;
use ipc::view::{AboutView, LicenceView};
use tauri::{AppHandle, Manager, Runtime};

/// Made by `cargo xtask licences`: name, version and licence in columns, by name.
const LICENCES: &str = include_str!("../licences.tsv");

pub(crate) fn view<R: Runtime>(app: &AppHandle<R>) -> AboutView {
    let engine = Settings::default().engine();
    AboutView {
        version: app.package_info().version.to_string(),
        engine: engine.version,
        model: engine.model,
        logs: app.path().app_log_dir().map(|folder| folder.display().to_string()).unwrap_or_default(),
        licences: LICENCES.lines().filter_map(licence).collect(),
    }
}

fn licence(line: &str) -> Option<LicenceView> {
    let mut columns = line.split('\t').map(str::to_owned);
    Some(LicenceView { name: columns.next()?, version: columns.next()?, licence: columns.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_a_licence() {
        let read: Vec<LicenceView> = LICENCES.lines().filter_map(licence).collect();
        assert_eq!(read.len(), LICENCES.lines().count());
        assert!(read.iter().all(|licence| !licence.licence.is_empty()));
        assert!(
            read.iter().any(|licence| licence.name == "tauri") && read.iter().any(|licence| licence.name == "svelte")
        );
    }
}
