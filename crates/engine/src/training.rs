//! What a training run sees: the pairs of claims that the engine would compare and the mentions that it holds
//! against each other, measured, and what it would make of other weights. `cargo xtask train` fits the weights in
//! `data/` through it, so that training and use measure alike.

use crate::{Ruled, Settings, align, compare, facets, kinds, text};
use std::{collections::BTreeMap, ops::ControlFlow};
use story::{Article, Comparison, Kind, Span};

pub use crate::compare::Weights;
pub use crate::syntax::{
    Role, Tag,
    fit::{Taught, fit as fit_syntax, judge as judge_syntax},
};
pub use align::{CONTEXT, Context, Curve, FEATURES, Features, Model as AlignmentModel, Regression};
pub use kinds::Model as DivergenceModel;

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
            pairs: align::measure(&story, &align::Meanings::of(&story), &|| Ok(())).expect("nobody cancels"),
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

/// Two mentions that the engine holds against each other, and what it measures on them.
#[derive(Debug, Clone)]
pub struct Rivals {
    pub kind: Kind,
    /// Article, as an index into the articles given; the claim's bytes of its body, and the mention's.
    pub sides: [(usize, Span, Span); 2],
    pub features: Vec<f64>,
}

/// The names of what is measured on the rivals of a kind.
pub fn divergence_features(kind: Kind) -> Vec<&'static str> {
    kinds::features(kind)
}

/// What the engine holds against each other in a story that is aligned by these weights.
pub fn rivals(articles: &[Article], alignment: &align::Model) -> Vec<Rivals> {
    let ordered = compare::in_order(articles);
    let place = |article: usize| {
        articles.iter().position(|one| one.id == ordered[article].id).expect("the order is of these articles")
    };
    let story = text::StoryText::of(&ordered);
    let settings = Settings::default();
    let aligned = align::align(&story, alignment, &settings, &Ruled::default(), &|| Ok(())).expect("nobody cancels");
    let told = kinds::examples(&story, &aligned).into_iter().map(|(kind, sides, features)| {
        let side = |(claim, span)| (place(story.claim(claim).article), story.claim(claim).span, span);
        Rivals { kind, sides: sides.map(side), features }
    });
    told.collect()
}

/// The comparison by other weights than those shipped.
pub fn compare_by(articles: &[Article], settings: &Settings, weights: Weights) -> Comparison {
    let go_on = |_| ControlFlow::Continue(());
    let (comparison, ()) = compare::compare_and(articles, settings, &Ruled::default(), weights, |_, _| (), &go_on)
        .expect("nobody cancels");
    comparison
}
