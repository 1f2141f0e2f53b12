//! The way of the data through the engine.

use crate::{
    Ruled, Settings, align, emphasis, facets, headlines, kinds, omissions, origins, series, text, utterances, voices,
    weigh,
};
use rayon::prelude::*;
use std::ops::ControlFlow;
use story::{Article, Cancelled, Comparison, Link, Progress};

/// Compares the articles of one story.
///
/// `on_progress` is called from several threads; when it breaks, the work stops at the next step.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn compare(
    articles: &[Article],
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Comparison, Cancelled> {
    compare_ruled(articles, settings, &Ruled::default(), on_progress)
}

/// The same, and beside it every pair of claims that was weighed, linked or not, in the order of the claims.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn compare_weighed(
    articles: &[Article],
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<(Comparison, Vec<Link>), Cancelled> {
    let weighed = |story: &text::StoryText, alignment: &align::Alignment| {
        let id = |claim| story.claim(claim).id.clone();
        alignment.scores.iter().map(|(&(a, b), &score)| Link { a: id(a), b: id(b), score }).collect()
    };
    compare_and(articles, settings, &Ruled::default(), Weights::shipped(), weighed, on_progress)
}

/// The same on rows as they are ruled by hand: where nothing is, just what [`compare`] gives.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn compare_ruled(
    articles: &[Article],
    settings: &Settings,
    ruled: &Ruled,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Comparison, Cancelled> {
    compare_and(articles, settings, ruled, Weights::shipped(), |_, _| (), on_progress)
        .map(|(comparison, ())| comparison)
}

/// What a comparison is weighed by.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'w> {
    pub alignment: &'w align::Model,
    pub divergences: &'w kinds::Model,
}

impl Weights<'_> {
    pub fn shipped() -> Self {
        Self { alignment: align::Model::shipped(), divergences: kinds::Model::shipped() }
    }
}

/// The comparison, and what `also` tells of its alignment.
pub(crate) fn compare_and<T>(
    articles: &[Article],
    settings: &Settings,
    ruled: &Ruled,
    weights: Weights,
    also: impl FnOnce(&text::StoryText, &align::Alignment) -> T,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<(Comparison, T), Cancelled> {
    let step = |stage, done| match on_progress(Progress { stage, done, total: 5 }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    };
    let articles = in_order(articles);
    step("reading claims", 0)?;
    let texts: Vec<text::Text> =
        articles.par_iter().enumerate().map(|(index, article)| text::Text::of(index, article)).collect();
    step("finding facets", 1)?;
    let facets: Vec<Vec<facets::Facets>> = texts.par_iter().map(facets::find).collect();
    let story = text::StoryText::new(texts, facets);
    step("aligning claims", 2)?;
    let alignment = align::align(&story, weights.alignment, settings, ruled, &|| step("aligning claims", 2))?;
    let origins = origins::find(&story);
    step("comparing readings", 3)?;
    let findings = kinds::diverge(&story, &alignment, weights.divergences, settings);
    step("finding omissions", 4)?;
    let omissions: Vec<Vec<story::Omission>> =
        alignment.groups.par_iter().map(|group| omissions::find(&story, &alignment, group)).collect();
    let groups: Vec<story::ClaimGroup> = alignment
        .groups
        .iter()
        .zip(omissions)
        .map(|(group, omissions)| story::ClaimGroup {
            id: group.id(&story),
            claims: group.claims.iter().map(|&claim| story.claim(claim).id.clone()).collect(),
            links: group.links(&story),
            omissions,
            emphasis: emphasis::find(&story, group),
            origins: origins::count(&story, &origins, &group.claims),
        })
        .collect();
    let (mut divergences, look_alikes) = kinds::collect(&story, &alignment.groups, findings);
    weigh::weigh(&story, &origins, &mut divergences);
    let (series, datings) = series::find(&story, &alignment.groups);
    let (voices, chains) = voices::find(&story);
    let comparison = Comparison {
        engine: settings.engine(),
        articles: articles.iter().map(|article| article.id.clone()).collect(),
        headlines: headlines::find(&articles),
        claims: story.indices().map(|claim| story.outward(claim)).collect(),
        groups,
        divergences,
        look_alikes,
        origins,
        series,
        datings,
        utterances: utterances::find(&story, &alignment.groups),
        voices,
        chains,
        own_voice: voices::own(&story),
    };
    Ok((comparison, also(&story, &alignment)))
}

/// Where the claims of these articles stand, in the order in which a comparison has them.
pub fn passages(articles: &[Article]) -> Vec<story::Passage> {
    let articles = in_order(articles);
    let texts: Vec<text::Text> =
        articles.par_iter().enumerate().map(|(index, article)| text::Text::of(index, article)).collect();
    let passage = |claim: &text::Claim| story::Passage {
        article: articles[claim.article].id.clone(),
        span: claim.span,
        text: claim.text.to_owned(),
    };
    texts.iter().flat_map(|text| &text.claims).map(passage).collect()
}

/// By publication, then outlet, then id: an order that the articles have of themselves.
pub(crate) fn in_order(articles: &[Article]) -> Vec<&Article> {
    let mut ordered: Vec<&Article> = articles.iter().collect();
    // By the text of the time: where one has an offset and another has not, no moment can order them.
    ordered.sort_by(|a, b| (&a.published, &a.outlet, &a.id).cmp(&(&b.published, &b.outlet, &b.id)));
    ordered.dedup_by(|a, b| a.id == b.id);
    ordered
}
