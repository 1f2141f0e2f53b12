//! What a report is made of.

use crate::plain;
use serde::Serialize;
use story::{Kind, Relation};

/// A part of a report that the table of contents names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    pub id: &'static str,
    pub title: String,
    /// What a reader must know to read it.
    pub about: Option<String>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Below a section's.
    Heading {
        id: Option<String>,
        line: Line,
    },
    Paragraph(Paragraph),
    List {
        items: Vec<Line>,
    },
    /// What is told of, and what is told.
    Pairs {
        pairs: Vec<(String, Line)>,
    },
    Table(Table),
    Accounts(Accounts),
    Finding(Finding),
    Plot(Plot),
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paragraph {
    pub id: Option<String>,
    /// BCP 47 tag, for text of others.
    pub language: Option<String>,
    pub line: Line,
}

/// Pieces of one paragraph, one after another.
pub type Line = Vec<Inline>;

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "inline", rename_all = "snake_case")]
pub enum Inline {
    Plain {
        text: String,
    },
    /// A name or a few words of others within a line of ours; its direction of writing is its own.
    Name {
        text: String,
    },
    Strong {
        text: String,
    },
    /// What matters less: dates, places, counts.
    Soft {
        text: String,
    },
    Code {
        text: String,
    },
    /// Words that diverge. Not told by colour alone: a sign follows, or the finding stands around it.
    Marked {
        text: String,
        kind: &'static str,
    },
    /// The letter of a kind, raised beside the words; `about` is the kind's name in the report's language.
    Sign {
        sign: String,
        kind: &'static str,
        about: String,
        to: Option<String>,
    },
    /// `conflict`, `differs` or `update` in the report's language; `relation` is its name in English.
    Relation {
        text: String,
        relation: &'static str,
    },
    Link {
        text: String,
        to: String,
    },
    /// A web address: leads to a page and to nothing that runs.
    Address {
        url: String,
    },
    /// Words that the version it is laid beside has and this one has not.
    Removed {
        text: String,
    },
    /// Words that this version has and the one it is laid beside has not.
    Added {
        text: String,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What the table is, for who cannot see it.
    pub about: String,
    pub columns: Vec<Column>,
    /// As many cells each as there are columns.
    pub rows: Vec<TableRow>,
    /// Whether the first cell of a row is its heading.
    pub headed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    pub name: String,
    /// Of the table's width, in relation to the other columns.
    pub share: u32,
    /// Whether it holds numbers, which stand under each other's ends.
    pub numbers: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableRow {
    pub id: Option<String>,
    pub cells: Vec<Vec<Line>>,
    /// Sums up the rows above it.
    pub total: bool,
}

/// The synoptic table: a column an article, a row a claim group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Accounts {
    pub columns: Vec<Outlet>,
    pub rows: Vec<AccountRow>,
    /// What stands before the outlets that lack a row's claim, where they are listed.
    pub absent: String,
    /// What is said where only the claims most alike are told of the outlets that lack a row: on paper.
    pub few: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlet {
    pub label: String,
    pub published: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountRow {
    pub id: String,
    /// What the row is called alone: "Row 3".
    pub name: String,
    pub number: usize,
    /// Told where fewer origins than articles carry the claim.
    pub corroboration: Option<String>,
    /// One a column.
    pub cells: Vec<Account>,
}

/// What one article has of a claim group; no passages where it lacks it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Account {
    /// "headline", "lead", "¶4".
    pub place: Option<String>,
    pub language: String,
    pub passages: Vec<Line>,
    /// What is said where there are no passages.
    pub hole: Option<Hole>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hole {
    /// "not found".
    pub said: String,
    /// "Nearest, 0.31: “…”".
    pub nearest: Option<String>,
    /// How much alike that is, 0 to 1.
    pub score: Option<f64>,
}

/// A divergence, or readings that only look different.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    pub id: String,
    /// Leads to the row; sign, kind, relation and score.
    pub head: Line,
    pub why: String,
    pub decision: Option<Line>,
    pub readings: Vec<Reading>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    pub value: String,
    /// Their names.
    pub outlets: Line,
    pub evidence: Vec<Quotation>,
}

/// Words of an article in their surroundings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quotation {
    /// BCP 47 tag.
    pub language: String,
    pub words: Line,
    /// Article, paragraph and characters; leads to the paragraph.
    pub from: Line,
}

/// A quantity or a time as the outlets give it, along one axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    pub id: String,
    pub title: Line,
    /// What the picture shows, for who cannot see it.
    pub alternative: String,
    pub ticks: Vec<Tick>,
    pub points: Vec<Point>,
    /// The same as numbers, with the words that they come from.
    pub data: Table,
}

/// Where a value stands on the axis, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    pub at: f64,
    pub label: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    pub label: String,
    /// What the article says, as short as it can be said: "at least 3".
    pub value: String,
    /// Places on the axis, 0 to 1.
    pub low: f64,
    pub high: f64,
    /// Whether the words leave it open downwards, upwards: "up to", "at least".
    pub open_below: bool,
    pub open_above: bool,
    /// Whether the words say that it is not exact.
    pub rough: bool,
}

impl Inline {
    pub(crate) fn plain(text: &str) -> Self {
        Self::Plain { text: plain::line(text) }
    }

    pub(crate) fn name(text: &str) -> Self {
        Self::Name { text: plain::line(text) }
    }

    pub(crate) fn strong(text: &str) -> Self {
        Self::Strong { text: plain::line(text) }
    }

    pub(crate) fn soft(text: &str) -> Self {
        Self::Soft { text: plain::line(text) }
    }

    pub(crate) fn marked(text: &str, kind: Kind) -> Self {
        Self::Marked { text: plain::line(text), kind: kind.name() }
    }

    pub(crate) fn link(text: &str, to: impl Into<String>) -> Self {
        Self::Link { text: plain::line(text), to: to.into() }
    }

    /// A link only where it leads to a page, and to nothing that runs.
    pub(crate) fn address(url: &str) -> Self {
        let url = plain::line(url.trim());
        let lower = url.to_ascii_lowercase();
        let leads_to_a_page = lower.starts_with("https://") || lower.starts_with("http://");
        if leads_to_a_page { Self::Address { url } } else { Self::Name { text: url } }
    }

    pub(crate) fn relation(text: String, relation: Relation) -> Self {
        Self::Relation { text, relation: relation.name() }
    }

    /// The words alone.
    pub fn text(&self) -> &str {
        match self {
            Self::Plain { text }
            | Self::Name { text }
            | Self::Strong { text }
            | Self::Soft { text }
            | Self::Code { text }
            | Self::Marked { text, .. }
            | Self::Relation { text, .. }
            | Self::Link { text, .. }
            | Self::Removed { text }
            | Self::Added { text } => text,
            Self::Sign { sign, .. } => sign,
            Self::Address { url } => url,
        }
    }
}

impl Accounts {
    /// Columns that fit a page beside each other; where there are more, each row stands alone and lists who lacks it.
    pub const ABREAST: usize = 7;

    pub fn fits(&self) -> bool {
        self.columns.len() <= Self::ABREAST
    }

    /// The articles that carry the row's claim.
    pub fn told<'a>(&'a self, row: &'a AccountRow) -> impl Iterator<Item = (&'a Outlet, &'a Account)> {
        self.columns.iter().zip(&row.cells).filter(|(_, account)| account.hole.is_none())
    }

    /// The articles that lack the row's claim.
    pub fn lacking<'a>(&'a self, row: &'a AccountRow) -> impl Iterator<Item = (&'a Outlet, &'a Hole)> {
        self.columns.iter().zip(&row.cells).filter_map(|(outlet, account)| Some((outlet, account.hole.as_ref()?)))
    }

    /// Their names, for a row that stands alone.
    pub(crate) fn lacking_names(&self, row: &AccountRow) -> String {
        self.lacking(row).map(|(outlet, _)| outlet.label.as_str()).collect::<Vec<_>>().join(", ")
    }
}

impl Column {
    pub(crate) fn words(name: String, share: u32) -> Self {
        Self { name, share, numbers: false }
    }

    pub(crate) fn numbers(name: String, share: u32) -> Self {
        Self { name, share, numbers: true }
    }
}

impl TableRow {
    pub(crate) fn of(cells: Vec<Vec<Line>>) -> Self {
        Self { id: None, cells, total: false }
    }
}
