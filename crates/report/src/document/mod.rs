//! A report before it has a format: sections of blocks of lines. HTML, PDF, DOCX and Markdown are written from it.
//!
//! Invariant: every text in it is one harmless line (see [`crate::plain`]), so that a format has its own markup
//! to escape and nothing else. A link's target is the `id` of a section, heading, row, finding, plot or paragraph.

use crate::{Cover, PageSize};
use serde::Serialize;

/// A report before it has a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The story's.
    pub title: String,
    /// How the story was told, in a line: articles, outlets, origins, from when to when.
    pub told: String,
    /// BCP 47 tag of the language of everything that is not text of others.
    pub language: &'static str,
    pub page: PageSize,
    pub cover: Option<Cover>,
    /// What stands over the list of sections.
    pub contents: String,
    pub sections: Vec<Section>,
}

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
    pub outlets: String,
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
