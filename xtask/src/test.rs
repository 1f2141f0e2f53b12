//! `cargo xtask test`: every check, the cheap ones first.

use crate::{
    licences,
    setup::{self, Needs},
    steps::{Failure, Steps, cargo, finish, program},
};

const SEE_ABOVE: &str = "See the messages above.";

pub(crate) fn test() -> Result<(), Failure> {
    let mut steps = Steps::new(8);
    steps.step("Formatting", || finish(cargo(&["fmt", "--all", "--check"]), "Run: cargo fmt --all"))?;
    steps.step("Tests of everything but the window", || finish(cargo(&["test", "--no-fail-fast"]), SEE_ABOVE))?;
    steps.step("Generated files are up to date", unchanged)?;
    steps.step("The interface's packages", setup::interface)?;
    steps.step("The interface: types, lint, tests, build", || {
        for script in ["check", "lint", "test", "build"] {
            finish(program("npm", &["--prefix", "ui", "run", "--silent", script]), SEE_ABOVE)?;
        }
        Ok(())
    })?;
    steps.step("System packages", || setup::system(Needs::Window))?;
    steps.step("Lints", || {
        finish(cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]), SEE_ABOVE)
    })?;
    steps.step("The window", window)
}

/// What our own commands generate must be what is committed.
fn unchanged() -> Result<(), Failure> {
    finish(
        program("git", &["diff", "--exit-code", "--stat", "--", "ui/src/generated", "tests/golden"]),
        "Generated files differ from the committed ones: look at the difference, then commit it.",
    )
}

/// The commands behind the window, and the real window driven as a person would.
fn window() -> Result<(), Failure> {
    // This builds the window too; `cargo build` would build all of Tauri a second time.
    finish(cargo(&["test", "--package", "rashomon-desktop"]), SEE_ABOVE)?;
    licences::check()?;
    if !cfg!(target_os = "linux") {
        println!("  the real window is driven on Linux only");
        return Ok(());
    }
    setup::system(Needs::WindowTests)?;
    // By name: what a folder means to `node --test` depends on its version.
    finish(program("node", &["--test", "tests/window/walk.test.js", "tests/window/pictures.test.js"]), SEE_ABOVE)
}
