//! What of a comparison is shown, and how a report tells it.

use super::Place;
use app::documents::{Choice, Cover, Filter, Format, Language, PageSize, Rows, Ruled, Texts};
use clap::{Args, ValueEnum, builder::PossibleValue};
use std::path::PathBuf;
use story::{DivergenceId, Kind};

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The story: the beginning of its id, or words of its title; `rashomon list --stories` names them
    pub(crate) story: String,
    /// Where to write it; `-` is standard output. Its ending tells the format unless --format does
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// The format
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<FormatName>,
    /// Only what you confirmed
    #[arg(long, conflicts_with = "dismissed")]
    pub(crate) confirmed: bool,
    /// Also what you dismissed
    #[arg(long)]
    pub(crate) dismissed: bool,
    /// Only these findings, by their ids; JSON and XLSX tell them
    #[arg(long = "finding", value_name = "ID", value_delimiter = ',')]
    pub(crate) findings: Vec<String>,
    /// Without your notes
    #[arg(long)]
    pub(crate) no_notes: bool,
    #[command(flatten)]
    pub(crate) shown: Shown,
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(flatten)]
    pub(crate) telling: Telling,
}

/// What of a comparison is shown.
#[derive(Debug, Args)]
pub(crate) struct Shown {
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
}

/// How a report tells it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reports")]
pub(crate) struct Telling {
    /// Tell the whole texts of the articles, not only the paragraphs of the evidence: mind their publishers' rights
    #[arg(long)]
    pub(crate) whole_texts: bool,
    /// Call outlets by letters, without bylines, addresses and files; texts stay as they are and may name them
    #[arg(long)]
    pub(crate) anonymous: bool,
    /// The size of pages: a4 or letter
    #[arg(long, value_name = "SIZE", default_value = "a4")]
    pub(crate) paper: PaperName,
    /// The language of everything that is not text of others: en, de, fr or es
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) language: LanguageName,
    /// Who made the report, for its title page
    #[arg(long, value_name = "NAME")]
    pub(crate) author: Option<String>,
    /// For whom, for its title page
    #[arg(long, value_name = "NAME")]
    pub(crate) affiliation: Option<String>,
    /// The date on its title page, as you write it; no other clock is told
    #[arg(long, value_name = "DATE")]
    pub(crate) dated: Option<String>,
}

impl Report {
    pub(crate) fn choice(&self) -> Choice {
        let ruled = match (self.confirmed, self.dismissed) {
            (true, _) => Ruled::Confirmed,
            (false, true) => Ruled::Any,
            (false, false) => Ruled::NotDismissed,
        };
        let findings = self.findings.iter().cloned().map(DivergenceId).collect();
        let filter = Filter { ruled, findings, ..self.shown.filter(Rows::All) };
        Choice { notes: !self.no_notes, ..self.telling.choice(filter) }
    }
}

impl Shown {
    /// `otherwise` are the rows that are shown where nothing is said of them.
    pub(crate) fn filter(&self, otherwise: Rows) -> Filter {
        let rows = match self.only {
            Some(Only::All) => Rows::All,
            Some(Only::Divergent) => Rows::Divergent,
            None => otherwise,
        };
        let kinds = self.kinds.iter().map(|kind| kind.0).collect();
        Filter { rows, kinds, min_score: self.min_score, ..Filter::all() }
    }
}

impl Telling {
    pub(crate) fn choice(&self, filter: Filter) -> Choice {
        let parts = [&self.author, &self.affiliation, &self.dated];
        let [author, affiliation, date] = parts.map(|part| part.clone().unwrap_or_default());
        let has_cover = parts.iter().any(|part| part.is_some());
        Choice {
            texts: if self.whole_texts { Texts::Whole } else { Texts::Evidence },
            anonymous: self.anonymous,
            page: self.paper.0,
            language: self.language.0,
            cover: has_cover.then_some(Cover { author, affiliation, date }),
            ..Choice::of(filter)
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    Divergent,
    All,
}

/// Says a type of the reports' own to clap: its values and their names.
macro_rules! named {
    ($name:ident, $of:ty, $all:expr, $called:expr) => {
        #[doc = concat!("The names of [`", stringify!($of), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) $of);

        impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                const ALL: &[$name] = &{
                    let mut all = [$name($all[0]); $all.len()];
                    let mut at = 0;
                    while at < all.len() {
                        all[at] = $name($all[at]);
                        at += 1;
                    }
                    all
                };
                ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new($called(self.0)))
            }
        }
    };
}

named!(KindName, Kind, Kind::ALL, Kind::name);
named!(PaperName, PageSize, PageSize::ALL, PageSize::name);
named!(LanguageName, Language, Language::ALL, Language::tag);
named!(FormatName, Format, Format::ALL, Format::name);

fn score(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("a number from 0 to 1 is needed".into()),
    }
}
