//! `rashomon`: the same job as the window, from a terminal.
//!
//! - [`args`] is what can be typed; help, completions and manual come from it,
//! - [`commands`] does it, one module a command,
//! - [`input`] reads the files, [`output`] writes the results, [`table`] is what a person reads,
//! - [`exit`] is what a script is told, [`progress`] and [`say`] what a person is told meanwhile.
//!
//! Invariant: results go to standard output and nothing else does; no text of others reaches a
//! terminal with its control characters; a closed pipe ends the program quietly.

mod args;
mod commands;
mod exit;
mod input;
mod output;
mod progress;
mod say;
mod table;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    if app::workers::serve_if_asked() {
        return ExitCode::SUCCESS;
    }
    let rashomon = args::Rashomon::parse();
    rashomon.color.apply();
    match commands::run(&rashomon) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            say::failure(&failure);
            failure.into()
        }
    }
}
