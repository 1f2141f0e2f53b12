//! What can be typed. Help, completions and the manual are made from these types.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// See where accounts of one event part ways
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Rashomon {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Colours: as the terminal allows, always, or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
    /// Show no progress
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    nothing could be done, or it failed
  2    the command line was not understood
  3    done, but some files were left out; standard error says which and why
  130  cancelled";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare files as the accounts of one story
    Compare(Compare),
    /// Show the articles that are found in files
    Extract(Extract),
}

/// Files to read.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Web pages, PDF, DOCX, text, tables of articles …; `-` is standard input
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) files: Files,
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(crate) format: CompareFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// The interchange of docs/interchange.md
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) files: Files,
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(crate) format: ExtractFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// The interchange of docs/interchange.md
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes this the choice for everything that is written from now on.
    pub(crate) fn apply(self) {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_argument_is_well_formed() {
        Rashomon::command().debug_assert();
    }
}
