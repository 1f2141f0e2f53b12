//! Chromium, which shows pages and prints them.

use super::{Reader, poppler, starts, told, written::Written};
use crate::steps::target;
use app::documents::Format;
use std::process::Command;

pub(super) const CHROMIUM: Reader = Reader {
    name: "Chromium",
    get: "apt-get install chromium, or have Google Chrome on the PATH as google-chrome",
    is_here: || program().is_some(),
    formats: &[Format::Html],
    open,
};

/// Under the names that systems give it.
fn program() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    names.into_iter().find(|name| starts(name, &["--version"]))
}

fn open(written: &Written) -> Result<String, String> {
    let folder = written.made_by("chromium")?;
    let (picture, print) = (folder.join("screen.png"), folder.join("print.pdf"));
    told(
        browse()
            .args(["--window-size=1280,1800", &format!("--screenshot={}", picture.display())])
            .arg(written.address()),
    )?;
    let printed = format!("--print-to-pdf={}", print.display());
    told(browse().args(["--no-pdf-header-footer", &printed]).arg(written.address()))?;
    if !picture.exists() {
        return Err("no picture came of it".into());
    }
    Ok(format!("a picture, {} printed", poppler::pages(&print)?))
}

/// Without a window, with an empty profile of its own and without the network.
fn browse() -> Command {
    let mut command = Command::new(program().unwrap_or("chromium"));
    let profile = target().join("readers").join("chromium");
    command.args([
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
    ]);
    command.args(["--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars"]);
    command.arg(format!("--user-data-dir={}", profile.display()));
    if cfg!(target_os = "linux") {
        command.arg("--no-sandbox"); // there is none for root, which is who runs checks in a container
    }
    command
}
