//! What a training run sees: the pairs of claims that the engine would compare, measured, and the
//! groups that it would make of other probabilities. `cargo xtask train alignment` fits the
//! weights in `data/alignment.json` through it, so that training and use measure alike.

use crate::{align, facets, text};
use std::collections::BTreeMap;
use story::{Article, Span};

pub use align::{CONTEXT, Context, Curve, FEATURES, Features, Regression};

/// The sentences of a paragraph as the engine cuts them; spans count its bytes.
pub fn sentences(paragraph: &str, language: &str) -> Vec<Span> {
    text::sentences(paragraph, language)
}

/// Who is said to vouch for what, in bytes of an article's body.
#[derive(Debug, Clone)]
pub struct Attributed {
    pub source: Span,
    pub cue: Span,
    pub content: Vec<Span>,
    /// Whether source and cue stand in another claim than the content.
    pub is_carried: bool,
}

/// The attributions of an article, claim by claim.
pub fn attributions(article: &Article) -> Vec<Attributed> {
    let found = facets::find(&text::Text::of(0, article)).into_iter().flat_map(|facets| facets.attributions);
    found
        .map(|one| Attributed { source: one.source, cue: one.cue, is_carried: one.carried != 0, content: one.content })
        .collect()
}

/// A quantity, in bytes of an article's body and in the base unit of its measure.
#[derive(Debug, Clone)]
pub struct Quantity {
    pub span: Span,
    /// The number with its unit, without qualifier and noun.
    pub number: Span,
    pub low: f64,
    pub high: f64,
    pub measure: String,
}

/// The figures of an article in the order of the text.
pub fn figures(article: &Article) -> Vec<Quantity> {
    let found = facets::find(&text::Text::of(0, article)).into_iter().flat_map(|facets| facets.figures);
    let quantity = |one: facets::figures::Figure| Quantity {
        span: one.span,
        number: one.number,
        low: one.amount.low,
        high: one.amount.high,
        measure: format!("{:?}", one.measure),
    };
    found.map(quantity).collect()
}

/// A time, in bytes of an article's body.
#[derive(Debug, Clone)]
pub struct Dated {
    pub span: Span,
    /// The first and last day that it may mean, in ISO 8601.
    pub days: Option<(String, String)>,
    /// Minutes of the day, from and to.
    pub clock: Option<(i32, i32)>,
}

/// The times of an article in the order of the text.
pub fn times(article: &Article) -> Vec<Dated> {
    let found = facets::find(&text::Text::of(0, article)).into_iter().flat_map(|facets| facets.times);
    found
        .map(|one| Dated {
            span: one.span,
            days: one.days.map(|days| (days.first.to_string(), days.last.to_string())),
            clock: one.clock,
        })
        .collect()
}

/// One story, cut and measured.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// Each claim's article, as an index into the articles given, and its bytes of that body.
    pub claims: Vec<(usize, Span)>,
    /// Two claims by index, the smaller first, and what was measured on them.
    pub pairs: Vec<(usize, usize, Features)>,
}

impl Lesson {
    pub fn of(articles: &[Article]) -> Self {
        let articles: Vec<&Article> = articles.iter().collect();
        let story = text::StoryText::of(&articles);
        Self {
            claims: story.claims().map(|claim| (claim.article, claim.span)).collect(),
            pairs: align::measure(&story, &|| Ok(())).expect("nobody cancels"),
        }
    }

    /// By pair: what these first estimates of all pairs say about it.
    pub fn contexts(&self, estimates: &[f64]) -> Vec<Context> {
        let articles: Vec<usize> = self.claims.iter().map(|&(article, _)| article).collect();
        let estimates: Vec<(usize, usize, f64)> =
            self.pairs.iter().zip(estimates).map(|(&(a, b, _), &estimate)| (a, b, estimate)).collect();
        align::contexts(&estimates, &articles)
    }

    /// The groups, as lists of claims, that the engine makes when the pairs of this lesson have these probabilities.
    pub fn groups(&self, probabilities: &[f64], threshold: f64) -> Vec<Vec<usize>> {
        let scores: BTreeMap<(usize, usize), f64> =
            self.pairs.iter().zip(probabilities).map(|(&(a, b, _), &probability)| ((a, b), probability)).collect();
        align::groups(&scores, threshold, |claim| self.claims[claim].0)
    }
}
