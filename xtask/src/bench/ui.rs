//! `cargo xtask bench ui`: how long the window takes, measured in the real one by tests/window/bench.js.

use crate::{
    setup::{self, Needs},
    steps::{Failure, Steps, cargo, finish, optimised, program},
};

/// Builds the window as it is shipped and drives it.
pub(crate) fn bench() -> Result<(), Failure> {
    let mut steps = Steps::new(3);
    steps.step("The interface", || {
        setup::interface()?;
        finish(program("npm", &["--prefix", "ui", "run", "build"]), "See the messages above.")
    })?;
    steps.step("The window, optimised", || {
        setup::system(Needs::Window)?;
        let build = ["build", "--release", "--quiet", "--package", "rashomon-desktop"];
        finish(cargo(&build), "See the compiler's messages above.")
    })?;
    steps.step("Driving it", || {
        setup::system(Needs::WindowTests)?;
        let mut drive = program("node", &["tests/window/bench.js"]);
        drive.env("APP", optimised("rashomon-desktop"));
        finish(drive, "See the messages above.")
    })
}
