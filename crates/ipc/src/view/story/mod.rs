//! One story: the synoptic table, the annotated articles and the findings draw from it.
//!
//! Claims, rows, divergences and articles stand once; everything else gives their indices.

mod conversion;
mod decisions;

pub(crate) use conversion::Places;

use super::UndoView;
use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StoryView {
    pub id: String,
    pub title: String,
    /// In the order of publication: the columns.
    pub articles: Vec<ArticleView>,
    /// Those of the first article in the order of its text, then of the second …
    pub claims: Vec<ClaimView>,
    /// Claim groups, in the order of their earliest place in any article.
    pub rows: Vec<RowView>,
    /// By row, then kind, then score from high to low.
    pub divergences: Vec<DivergenceView>,
    /// What looks different and is not.
    pub look_alikes: Vec<LookAlikeView>,
    pub origins: Vec<OriginView>,
    /// Independent text ancestors of the whole story: reprints count once.
    pub independent: usize,
    pub decisions: DecisionsView,
    /// Version and model of the engine.
    pub engine: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ArticleView {
    pub id: String,
    pub outlet: String,
    /// The outlet; with a number where it has several articles in the story.
    pub label: String,
    pub title: String,
    pub byline: Option<String>,
    /// The part of the paper or site in which it stood.
    pub section: Option<String>,
    /// ISO 8601 at its own precision.
    pub published: Option<String>,
    pub url: Option<String>,
    /// ISO 639-1, or `und`.
    pub language: String,
    pub paragraphs: Vec<ParagraphView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ParagraphView {
    pub text: String,
    /// Indices of the claims that begin in it.
    pub claims: Vec<usize>,
}

/// One claim with the words that diverge.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimView {
    pub id: String,
    /// Index of the article.
    pub article: usize,
    /// 0-based.
    pub paragraph: usize,
    /// Where it stands in the paragraph.
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// Sorted by start; they may overlap.
    pub marks: Vec<MarkView>,
    /// Indices of the rows in which it stands; none where no other article has it.
    pub rows: Vec<usize>,
}

/// Words of a claim that bear a reading out. `start` and `end` count from the claim's start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct MarkView {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    /// Index of the divergence.
    pub divergence: usize,
}

/// One claim group.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RowView {
    pub id: String,
    /// Indices of claims, one list an article; empty where the article lacks the claim.
    pub cells: Vec<Vec<usize>>,
    /// What comes closest, one an article; `None` where it has the claim or nothing comes close.
    pub misses: Vec<Option<MissView>>,
    /// Where each article puts it; `None` where it lacks it.
    pub places: Vec<Option<PlaceView>>,
    /// Indices of divergences.
    pub divergences: Vec<usize>,
    pub links: Vec<LinkView>,
    /// Outlets that carry the claim, and how many text ancestors these have.
    pub outlets: usize,
    pub origins: usize,
}

/// The claim of an article that comes closest to a row that the article lacks.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MissView {
    pub claim: usize,
    /// 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PlaceView {
    Headline,
    Lead,
    /// 1-based.
    Paragraph {
        number: usize,
    },
}

/// Two claims of a row that report the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LinkView {
    pub a: usize,
    pub b: usize,
    /// 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DivergenceView {
    pub id: String,
    /// Index of the row.
    pub row: usize,
    pub kind: String,
    pub relation: String,
    /// 0 to 1.
    pub score: f64,
    /// How much it matters, 0 to 1.
    pub weight: f64,
    pub why: String,
    pub readings: Vec<ReadingView>,
}

/// Readings that look different and are not.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LookAlikeView {
    pub row: usize,
    pub kind: String,
    pub why: String,
    pub readings: Vec<ReadingView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReadingView {
    pub value: String,
    pub outlets: Vec<String>,
    pub evidence: Vec<EvidenceView>,
}

/// Exact words of a claim. `start` and `end` count from the claim's start; equal where the reading is an absence.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EvidenceView {
    /// Index of the claim.
    pub claim: usize,
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Articles that share one text ancestor.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OriginView {
    /// Indices, in the order of publication.
    pub articles: Vec<usize>,
    /// 0 to 1.
    pub overlap: f64,
}

/// What the user ruled in this story, and what can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DecisionsView {
    pub findings: Vec<FindingDecisionView>,
    pub links: Vec<LinkDecisionView>,
    /// Divergences that were confirmed or dismissed, of those that there are.
    pub reviewed: usize,
    pub undo: UndoView,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FindingDecisionView {
    /// The divergence as it was called when it was decided, for `decide` where it is no longer there.
    pub id: String,
    /// Index of the divergence; `None` where the comparison no longer supports the decision.
    pub divergence: Option<usize>,
    /// `confirmed`, `dismissed`, or `None` for a note alone.
    pub ruling: Option<String>,
    pub note: String,
    /// When, in ISO 8601.
    pub at: String,
    pub kind: String,
    /// The readings as they were when it was decided.
    pub readings: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LinkDecisionView {
    /// Ids of claims, for `free`.
    pub a: String,
    pub b: String,
    /// `pinned` or `cut`.
    pub ruling: String,
    pub at: String,
    /// Indices of the claims; `None` where an article is no longer in the story or has changed.
    pub claims: Option<(usize, usize)>,
    /// The words of the two as they were when it was decided.
    pub texts: (String, String),
}
