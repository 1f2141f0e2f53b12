//! `cargo xtask run`: the main job on the sample story.

use crate::{
    setup::{self, Needs},
    steps::{Failure, Steps, cargo, finish, program, root},
};

/// Opens the window on the sample story; where there is no display, compares it in the terminal.
pub(crate) fn run() -> Result<(), Failure> {
    if has_display() { in_the_window() } else { headless() }
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn in_the_window() -> Result<(), Failure> {
    let mut steps = Steps::new(4);
    steps.step("System packages", || setup::system(Needs::Window))?;
    steps.step("The interface", || {
        setup::interface()?;
        finish(program("npm", &["--prefix", "ui", "run", "build"]), "See the messages above.")
    })?;
    steps.step("The window", || {
        finish(cargo(&["build", "--package", "rashomon-desktop"]), "See the compiler's messages above.")
    })?;
    steps.step("Opening the sample story", || {
        finish(cargo(&["run", "--quiet", "--package", "rashomon-desktop", "--", "--sample"]), "See the messages above.")
    })
}

fn headless() -> Result<(), Failure> {
    println!("There is no display here, so the sample story is compared in the terminal.");
    let mut steps = Steps::new(2);
    steps.step("The command line", || {
        finish(cargo(&["build", "--package", "cli"]), "See the compiler's messages above.")
    })?;
    let report = root().join("out").join("sample-report.html");
    std::fs::create_dir_all(root().join("out")).map_err(|error| {
        Failure::new(format!("The folder out/ cannot be made: {error}."), "Check that you may write here.")
    })?;
    let report_name = report.display().to_string();
    steps.step("Comparing the sample story", || {
        finish(
            cargo(&[
                "run",
                "--quiet",
                "--package",
                "cli",
                "--",
                "compare",
                "crates/app/sample/articles",
                "--report",
                &report_name,
            ]),
            "See the messages above.",
        )
    })?;
    println!("\nThe report is in {report_name}");
    Ok(())
}
