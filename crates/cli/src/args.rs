//! What can be typed. Help, completions and the manual are made from these types.

use crate::exit;
use clap::{Args, Parser, Subcommand, ValueEnum, builder::PossibleValue};
use std::path::PathBuf;
use story::Kind;

/// See where accounts of one event part ways
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, after_help = exit::help(), max_term_width = 100)]
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

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare files as the accounts of one story
    Compare(Compare),
    /// Group the articles of files into stories, one event each
    Stories(Stories),
    /// Show the articles that are found in files
    Extract(Extract),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the manual page (for man, as roff)
    Manual,
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
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: CompareFormat,
    /// Also write a report; its ending tells the format: .html, .md or .json
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Rows to show: those that diverge, or all. A table shows those that diverge unless told
    /// otherwise, documents show all
    #[arg(long, value_name = "ROWS")]
    pub(crate) only: Option<Only>,
    /// Lowest score of a divergence to show, 0 to 1
    #[arg(long, value_name = "SCORE", default_value = "0", value_parser = score)]
    pub(crate) min_score: f64,
    /// Kinds of divergence to show; all unless given. JSON always holds everything
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',')]
    pub(crate) kinds: Vec<KindName>,
    /// Columns of the table; as wide as the terminal unless given, 100 in a pipe
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// Rows are claims, columns outlets, divergent words are marked
    Table,
    /// The interchange of docs/interchange.md
    Json,
    /// A document for notes and repositories
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    Divergent,
    All,
}

/// The names of [`Kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KindName(pub(crate) Kind);

impl ValueEnum for KindName {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: [KindName; Kind::ALL.len()] = {
            let mut all = [KindName(Kind::Figure); Kind::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = KindName(Kind::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

fn score(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("a number from 0 to 1 is needed".into()),
    }
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

#[derive(Debug, Args)]
pub(crate) struct Stories {
    #[command(flatten)]
    pub(crate) files: Files,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Table,
    /// The interchange of docs/interchange.md
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    pub(crate) shell: clap_complete::Shell,
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
