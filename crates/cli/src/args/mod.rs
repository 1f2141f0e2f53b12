//! What can be typed. Help, completions and the manual are made from these types.

mod report;

pub(crate) use self::report::{Report, Shown, Telling};

use crate::exit;
use app::files::Field;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use story::Timestamp;

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
    /// Say how good comparisons are, on stories that you have annotated
    Evaluate(Evaluate),
    /// Bring files into a library
    Import(Import),
    /// List the articles of a library
    List(List),
    /// Find articles of a library by their words
    Search(Search),
    /// Write a story of a library as a report
    Report(Report),
    /// Show one article of a library
    Show(Show),
    /// Print articles of a library in a form that can be imported again
    Export(Export),
    /// Copy a library to a new file; it may be in use meanwhile
    Backup(Backup),
    /// Put a backup in the place of a library; what was there is kept beside it
    Restore(Restore),
    /// Say whether a library is sound, and what to do if it is not
    Doctor(Doctor),
    /// Print completions for a shell
    Completions(Completions),
    /// Print the manual page (for man, as roff)
    Manual,
}

/// Files to read.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Web pages, PDF, DOCX, text, tables of articles, folders of them; `-` is standard input. A web address
    /// is fetched: https://example.org/story
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
    /// Which column of a table holds what, as in text=Inhalt; once for every column whose name is
    /// not understood; without it, what was said of such a table in the window holds. FIELD is outlet, title, text,
    /// date, modified, url, byline, section or language
    #[arg(long = "column", value_name = "FIELD=NAME", value_parser = column)]
    pub(crate) columns: Vec<(Field, String)>,
}

fn column(text: &str) -> Result<(Field, String), String> {
    let (field, name) = text.split_once('=').unwrap_or((text, ""));
    let Some(known) = Field::ALL.into_iter().find(|known| known.name() == field.trim()) else {
        let fields = Field::ALL.map(Field::name).join(", ");
        return Err(format!("“{}” is no field of an article; they are {fields}", field.trim()));
    };
    match name.trim() {
        "" => Err(format!("the column's name is needed, as in {field}=Column")),
        name => Ok((known, name.to_owned())),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: CompareFormat,
    /// Also write a report; its ending tells the format: .html, .pdf, .docx, .xlsx, .csv, .md, .xml (TEI) or .json
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Columns of the table; as wide as the terminal unless given, 100 in a pipe
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
    #[command(flatten)]
    pub(crate) shown: Shown,
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) telling: Telling,
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

#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(crate) format: ExtractFormat,
    #[command(flatten)]
    pub(crate) files: Files,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// The interchange of docs/interchange.md
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Stories {
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) files: Files,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Table,
    /// The interchange of docs/interchange.md
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluate {
    /// A folder of annotated stories, as docs/annotating.md tells: one folder a story with
    /// articles.jsonl, sentences.json and gold.json. Or a folder with articles.jsonl and
    /// labels.jsonl, to judge how articles are grouped into stories
    #[arg(value_name = "GOLD_DIR")]
    pub(crate) folder: PathBuf,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: EvaluateFormat,
    /// Also the figures of every story by itself
    #[arg(long)]
    pub(crate) per_story: bool,
    /// Also what of this story was missed or wrong, with its words
    #[arg(long, value_name = "STORY")]
    pub(crate) misses: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EvaluateFormat {
    /// For people
    Table,
    /// For programs; docs/annotating.md tells the fields
    Json,
}

/// Which library.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// The library's file; unless given, the one that the window opens
    #[arg(long, value_name = "FILE")]
    pub(crate) library: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(flatten)]
    pub(crate) files: Files,
}

/// Which articles.
#[derive(Debug, Args)]
pub(crate) struct Which {
    /// Only articles of this outlet
    #[arg(long, value_name = "NAME")]
    pub(crate) outlet: Option<String>,
    /// Only articles published on this day, month or year, or later: 2031-05-04, 2031-05, 2031
    #[arg(long, value_name = "DATE", value_parser = timestamp)]
    pub(crate) from: Option<Timestamp>,
    /// Only articles published on this day, month or year, or before
    #[arg(long, value_name = "DATE", value_parser = timestamp)]
    pub(crate) until: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// The stories instead of the articles
    #[arg(long, conflicts_with_all = ["outlet", "from", "until"])]
    pub(crate) stories: bool,
    #[command(flatten)]
    pub(crate) which: Which,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// All of these words; "two words" in quotation marks stand together, evacuat* has any ending
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) which: Which,
    /// Show at most so many articles
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(crate) limit: usize,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The article's id, or as much of its beginning as tells it from others
    pub(crate) id: String,
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) which: Which,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The new file
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup; it is only read
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Make the search index and other derived things again; no article is touched
    #[arg(long)]
    pub(crate) mend: bool,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    pub(crate) shell: clap_complete::Shell,
}

fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text).ok_or_else(|| "a date such as 2031-05-04, 2031-05 or 2031 is needed".into())
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
