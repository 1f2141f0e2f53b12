//! The project's own commands: `cargo xtask run`, `cargo xtask test` and what maintainers need.
//!
//! - [`run`] sets everything up and does the main job on the sample story,
//! - [`test`] sets everything up and runs every check, the cheap ones first,
//! - [`train`] fits the engine's weights to the gold stories, which [`gold`] gets, by [`logistic`] regression,
//! - [`stories`] fits what groups articles into stories, and counts how common words are,
//! - [`bench`] times one story on one thread and on two, and the window,
//! - [`measure`] takes figures of single parts,
//! - [`readers`] opens reports in the programs that people read them with,
//! - [`fuzz`] looks for bytes that a reader does not stand,
//! - [`licences`] lists what the window is made with,
//! - [`setup`] installs what is missing, or says exactly how,
//! - [`steps`] runs programs and shows how far things have come.
#![allow(clippy::print_stdout, clippy::print_stderr)] // speaks to the terminal

mod bench;
mod curves;
mod fuzz;
mod gold;
mod licences;
mod logistic;
mod measure;
mod readers;
mod run;
mod setup;
mod steps;
mod stories;
mod test;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Rashomon's own commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up everything and show the sample story: in the window, or headless where there is no display
    Run,
    /// Set up everything and run every test
    Test,
    /// Measure a part of the engine on public data
    Measure {
        #[arg(value_enum)]
        what: measure::What,
    },
    /// Time one story of many outlets on one thread and on two
    #[command(args_conflicts_with_subcommands = true)]
    Bench {
        #[command(subcommand)]
        part: Option<BenchPart>,
        /// Articles of one story; the sample, unless public data lies beside the repository
        input: Option<std::path::PathBuf>,
        /// How often each is run
        #[arg(long, default_value_t = 5, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
        runs: usize,
        /// Another `rashomon` to run in turn, for example yesterday's
        #[arg(long, value_name = "BINARY")]
        against: Option<std::path::PathBuf>,
    },
    /// Fit weights to the gold stories and store them
    Train {
        #[arg(value_enum)]
        what: train::What,
        /// Judge divergences on the alignment as shipped, which knows the stories: a first look, and nothing stored
        #[arg(long)]
        quick: bool,
        /// Write every two mentions held against each other to this file, a line of JSON each
        #[arg(long)]
        examples: Option<std::path::PathBuf>,
    },
    /// Run the readers of all formats over bytes that a fuzzer makes of their fixtures
    Fuzz {
        /// Folders of crates/ingest/fixtures; all, if none is named
        targets: Vec<String>,
        /// For each of them
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Write stories in every format of report, and open each in the programs here that read it
    Readers {
        /// Stories, each a folder or a file of articles; the sample, and public data where it lies beside the repository
        stories: Vec<std::path::PathBuf>,
        /// The `rashomon` that writes them; this one, optimised, if none is given
        #[arg(long, value_name = "BINARY")]
        with: Option<std::path::PathBuf>,
        /// The schema of TEI as RELAX NG; it is kept, so that it has to be named once
        #[arg(long, value_name = "FILE")]
        tei: Option<std::path::PathBuf>,
    },
    /// List the licences of everything that the window is made with
    Licences,
    /// Count how common words are in a folder of news articles, for telling stories apart
    CommonWords {
        /// Every `.txt` file in it and below is one article
        folder: std::path::PathBuf,
    },
}

#[derive(Subcommand)]
enum BenchPart {
    /// Time the window: first paint, opening a story, scrolling, searching; and its memory
    Ui,
    /// Import thousands of files of all formats, one in fifty of them bad; kill that half way and take it up
    Import {
        #[arg(long, default_value_t = 10_000)]
        files: usize,
    },
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Run => run::run(),
        Command::Test => test::test(),
        Command::Measure { what } => measure::measure(what),
        Command::Bench { part: Some(BenchPart::Ui), .. } => bench::ui::bench(),
        Command::Bench { part: Some(BenchPart::Import { files }), .. } => bench::import::bench(files),
        Command::Bench { part: None, input, runs, against } => bench::bench(input, runs, against),
        Command::Train { what, quick, examples } => train::train(what, quick, examples.as_deref()),
        Command::Fuzz { targets, seconds } => fuzz::fuzz(&targets, seconds),
        Command::Readers { stories, with, tei } => readers::readers(stories, with, tei.as_deref()),
        Command::Licences => licences::write(),
        Command::CommonWords { folder } => stories::count_words(&folder),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
