//! `rashomon`: the same job as the window, from a terminal.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line speaks to the terminal

use clap::{Parser, Subcommand};
use std::{io::Write, ops::ControlFlow, path::PathBuf, process::ExitCode};

#[derive(Parser)]
#[command(name = "rashomon", version, about = "See where accounts of one event part ways")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compare files as one story
    Compare {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(long, default_value = "json")]
        format: String,
    },
}

fn main() -> ExitCode {
    let Command::Compare { files, format: _ } = Cli::parse().command;
    let imported = app::files::read(&files);
    for oddity in &imported.oddities {
        eprintln!("{oddity}");
    }
    let Ok(compared) =
        app::compare::compare(imported.articles, &engine::Settings::default(), &|_| ControlFlow::Continue(()))
    else {
        return ExitCode::FAILURE;
    };
    let account =
        report::Account { story: &compared.story, articles: &compared.articles, comparison: &compared.comparison };
    let written = std::io::stdout().write_all(&report::json::comparisons(&[account]));
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
