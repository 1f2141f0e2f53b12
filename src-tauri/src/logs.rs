//! What the program notes about itself, in files that a user can send. No article and no query is ever noted.

use std::{
    fmt::Write,
    fs, io, panic,
    path::{Path, PathBuf},
};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind, attach_logger};

const NAME: &str = "rashomon";
const SIZE: u128 = 1 << 20;
const KEPT: usize = 4;

/// Notes from now on what happens, defects too. Where the folder cannot be written to the program goes on without.
pub(crate) fn begin<R: Runtime>(app: &AppHandle<R>) {
    let file = Target::new(TargetKind::LogDir { file_name: Some(NAME.into()) });
    let logs = Builder::new().clear_targets().target(file).level(log::LevelFilter::Info);
    let logs = logs.max_file_size(SIZE).rotation_strategy(RotationStrategy::KeepSome(KEPT));
    if let Ok((_, level, logger)) = logs.split(app) {
        let _ = attach_logger(level, logger); // one is attached already where a test began several programs
    }
    note_panics();
    log::info!("Rashomon {} on {}", app.package_info().version, std::env::consts::OS);
}

/// Writes all logs into one file, the oldest first.
pub(crate) fn save<R: Runtime>(app: &AppHandle<R>, path: &Path) -> io::Result<()> {
    let folder = app.path().app_log_dir().map_err(io::Error::other)?;
    let version = &app.package_info().version;
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    let mut all = format!("Rashomon {version}, {} {}\n", system.0, system.1);
    for file in files(&folder)? {
        let text = fs::read(&file)?;
        write!(all, "\n{}\n\n{}", file.display(), String::from_utf8_lossy(&text)).map_err(io::Error::other)?;
    }
    app::files::write(path, all.as_bytes())
}

/// Dated files sort before the one that is being written.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    files.retain(|file| file.extension().is_some_and(|ending| ending == "log"));
    files.sort_by_key(|file| (file.file_stem().is_some_and(|stem| stem == NAME), file.clone()));
    Ok(files)
}

fn note_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        log::error!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
        before(panic);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_log_comes_first() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in
            ["rashomon.log", "rashomon_2031-05-02_10-00-00.log", "rashomon_2031-05-01_10-00-00.log", "notes.txt"]
        {
            fs::write(folder.path().join(name), "").expect("room");
        }
        let files = files(folder.path()).expect("there");
        let names: Vec<_> = files.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
        assert_eq!(names, ["rashomon_2031-05-01_10-00-00", "rashomon_2031-05-02_10-00-00", "rashomon"]);
    }
}
