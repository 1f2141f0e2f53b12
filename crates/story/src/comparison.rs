//! What the engine finds in a story: claims, groups of them, and where their readings diverge.

use crate::{ArticleId, Chain, Dating, Series, Span, Utterance, Voice, article::digest};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a claim: its article's id, a dash, and the byte at which it begins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClaimId(pub String);

/// Names a claim group by its claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub String);

/// Names a divergence by its kind and its evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DivergenceId(pub String);

/// One assertable proposition, anchored to a sentence or a clause of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub id: ClaimId,
    pub article: ArticleId,
    /// Bytes of the article's body.
    pub span: Span,
    /// Exactly what the span holds.
    pub text: String,
    /// 0-based paragraph of the body.
    pub paragraph: usize,
    /// What in it can diverge, in the order of the text.
    pub facets: Vec<Facet>,
}

/// One thing in a claim or headline that can diverge: a figure, a source, a hedge …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub kind: Kind,
    /// The normalised value, as readings give it.
    pub value: String,
    /// Bytes of the article's body; of its title for a headline's facets.
    pub span: Span,
    /// Exactly what the span holds.
    pub text: String,
}

/// What an article's title holds that can diverge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    pub article: ArticleId,
    pub facets: Vec<Facet>,
}

/// Claims of several articles that report the same thing: a row of the synoptic table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimGroup {
    pub id: GroupId,
    /// In the order of the articles, then of the text.
    pub claims: Vec<ClaimId>,
    /// The pairs that hold the group together.
    pub links: Vec<Link>,
    /// Outlets that do not carry the claim.
    pub omissions: Vec<Omission>,
    /// Where each article puts the claim.
    pub emphasis: Vec<Emphasis>,
    /// How many independent text ancestors the claim has here: reprints count once.
    pub origins: usize,
}

/// Two claims that report the same thing, and how sure that is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub a: ClaimId,
    pub b: ClaimId,
    /// Calibrated probability, 0 to 1.
    pub score: f64,
}

/// An article that lacks the claim of a group, and what in it comes closest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Omission {
    pub article: ArticleId,
    pub outlet: String,
    /// `None` where nothing in the article bears on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<NearestMiss>,
}

/// The claim that came closest to belonging to a group, and did not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NearestMiss {
    pub claim: ClaimId,
    /// Probability that it reports the same thing as that claim of the group which is likest to it, 0 to 1.
    /// At or above the threshold of a link where it is like that one claim and unlike the rest of the group.
    pub score: f64,
}

/// Where an article puts a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Emphasis {
    pub article: ArticleId,
    pub place: Place,
}

/// The most prominent place in which an article carries a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    Headline,
    /// The first paragraph.
    Lead,
    /// 1-based number of a later paragraph.
    Paragraph(usize),
}

/// The facets in which readings can diverge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Figure,
    Time,
    Place,
    Actor,
    Source,
    Certainty,
    Polarity,
    Quote,
    Wording,
}

/// How two readings stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// They cannot both be true as stated.
    Conflict,
    /// They are compatible, but a reader would learn something else.
    Differs,
    /// The later one replaces the earlier, by as-of or publication time.
    Update,
}

/// Two or more different readings of one facet of a claim group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Divergence {
    pub id: DivergenceId,
    pub group: GroupId,
    pub kind: Kind,
    pub relation: Relation,
    /// Calibrated probability of being right, 0 to 1.
    pub score: f64,
    /// How much it matters to who reads both accounts, 0 to 1: probability, kind, relation, and origins behind it.
    pub weight: f64,
    /// One plain sentence saying why, made from the evidence.
    pub why: String,
    /// At least two; equal readings are merged.
    pub readings: Vec<Reading>,
}

/// Readings that look different and are not: a rounded figure, the same day said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LookAlike {
    pub group: GroupId,
    pub kind: Kind,
    /// One plain sentence saying why they are the same.
    pub why: String,
    pub readings: Vec<Reading>,
}

/// What one or more outlets give for one facet of a claim group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The normalised value: `3`, `2022-02-24`, `unnamed officials`, `denied`.
    pub value: String,
    /// Sorted, each once.
    pub outlets: Vec<String>,
    /// At least one.
    pub evidence: Vec<Evidence>,
}

/// The exact words that bear a reading out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    pub claim: ClaimId,
    pub article: ArticleId,
    /// Bytes of the article's body; empty where the reading is an absence (a claim in the
    /// outlet's own voice has no attribution to point at), and then it stands at the claim's start.
    pub span: Span,
    /// Exactly what the span holds.
    pub text: String,
}

/// Articles that share one text ancestor: wire copy, reprint, press release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// At least two, in the order of publication.
    pub articles: Vec<ArticleId>,
    /// Share of the shorter article's text that the closest two have in common, 0 to 1.
    pub overlap: f64,
}

/// What made a comparison: the same engine and settings give the same comparison.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Engine {
    pub version: String,
    /// The name of the weights that scores come from.
    pub model: String,
    /// Name and value of every threshold.
    pub settings: std::collections::BTreeMap<String, f64>,
}

/// All that the engine has to say about one story; the default says nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    pub engine: Engine,
    /// The articles compared, in order of publication, then outlet, then id.
    pub articles: Vec<ArticleId>,
    /// One an article, in the order of the articles.
    pub headlines: Vec<Headline>,
    pub claims: Vec<Claim>,
    /// In order of their earliest place in any article.
    pub groups: Vec<ClaimGroup>,
    /// By group, then kind, then score from high to low.
    pub divergences: Vec<Divergence>,
    pub look_alikes: Vec<LookAlike>,
    pub origins: Vec<Origin>,
    /// Quantities that two or more outlets give, in the order of the groups in which they stand.
    pub series: Vec<Series>,
    /// Events that two or more outlets date, in the same order.
    pub datings: Vec<Dating>,
    /// Utterances that two or more outlets carry, those with more versions first.
    pub utterances: Vec<Utterance>,
    /// Who vouches for what: those whom most outlets cite first.
    pub voices: Vec<Voice>,
    /// Reports of reports, by article, then place.
    pub chains: Vec<Chain>,
    /// Claims that nobody but the outlet vouches for, one number an article.
    pub own_voice: Vec<usize>,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Kind; 9] = [
        Kind::Figure,
        Kind::Time,
        Kind::Place,
        Kind::Actor,
        Kind::Source,
        Kind::Certainty,
        Kind::Polarity,
        Kind::Quote,
        Kind::Wording,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Figure => "figure",
            Kind::Time => "time",
            Kind::Place => "place",
            Kind::Actor => "actor",
            Kind::Source => "source",
            Kind::Certainty => "certainty",
            Kind::Polarity => "polarity",
            Kind::Quote => "quote",
            Kind::Wording => "wording",
        }
    }
}

impl Relation {
    pub fn name(self) -> &'static str {
        match self {
            Relation::Conflict => "conflict",
            Relation::Differs => "differs",
            Relation::Update => "update",
        }
    }
}

impl ClaimId {
    pub fn of(article: &ArticleId, span: Span) -> Self {
        Self(format!("{article}-{}", span.start))
    }
}

impl GroupId {
    /// The id of the group of these claims, whatever their order.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a ClaimId>) -> Self {
        let mut ids: Vec<&str> = claims.into_iter().map(|id| id.0.as_str()).collect();
        ids.sort_unstable();
        Self(digest(&ids))
    }
}

impl DivergenceId {
    /// The id of the divergence of this kind that these readings make.
    pub fn of(kind: Kind, readings: &[Reading]) -> Self {
        let places = places(readings.iter().flat_map(|reading| &reading.evidence));
        let parts: Vec<&str> = std::iter::once(kind.name()).chain(places.iter().map(String::as_str)).collect();
        Self(digest(&parts))
    }
}

/// What names anything that rests on this evidence: sorted places.
pub(crate) fn places<'a>(evidence: impl IntoIterator<Item = &'a Evidence>) -> Vec<String> {
    let place = |evidence: &Evidence| format!("{}:{}:{}", evidence.claim, evidence.span.start, evidence.span.end);
    let mut places: Vec<String> = evidence.into_iter().map(place).collect();
    places.sort_unstable();
    places
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for GroupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DivergenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
