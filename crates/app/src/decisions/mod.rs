//! What a user rules of findings and links. It is told by places in articles and their words, so that it lasts:
//! every comparison is made under it, and what a comparison no longer supports is kept and flagged.
//!
//! - [`findings`] finds the divergence that a decision is about,
//! - [`links`] turns what is asked of rows and claims into rulings on pairs,
//! - [`places`] finds the claim that stands where another one was ruled on.

mod findings;
mod links;
mod places;
#[cfg(test)]
mod tests;

use crate::{
    Stopped,
    clock::now,
    compare::{Compared, compare_kept},
};
use engine::{Ruled, Settings};
use library::{Library, Rulings};
pub use links::{Relink, relink};
use std::ops::ControlFlow;
use story::{
    Article, ArticleId, ClaimId, Comparison, Decided, DecidedFinding, DecidedLink, Decisions, DivergenceId,
    FindingDecision, LinkDecision, LinkRuling, Passage, Progress, StoryId, Verdict,
};

/// What a user may say of a divergence. A verdict and a note stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Say {
    Confirm,
    Dismiss,
    /// Takes back a confirmation or dismissal.
    Reopen,
    /// An empty note is no note.
    Annotate(String),
}

/// Rules on a divergence of a story, or on what was once decided of one that is no longer found.
///
/// # Errors
/// [`Stopped::Refused`] where the story has no such divergence; else as for [`compare_kept`].
pub fn decide(
    library: &mut Library,
    story: &StoryId,
    divergence: &DivergenceId,
    say: Say,
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Stopped> {
    let mut compared = compare_kept(library, story, settings, on_progress)?;
    let (before, mut decision) = subject(&compared, divergence)?;
    let name = match &say {
        Say::Confirm => "confirm",
        Say::Dismiss => "dismiss",
        Say::Reopen => "reopen",
        Say::Annotate(_) => "annotate",
    };
    match say {
        Say::Confirm => decision.verdict = Some(Verdict::Confirmed),
        Say::Dismiss => decision.verdict = Some(Verdict::Dismissed),
        Say::Reopen => decision.verdict = None,
        Say::Annotate(note) => decision.note = note.trim().to_owned(),
    }
    decision.at = now();
    // What was said under another name of the same divergence is said under the new one now.
    let renamed = before.filter(|before| before.divergence != decision.divergence);
    let taken_back = renamed.map(|before| FindingDecision { verdict: None, note: String::new(), ..before });
    let at = decision.at.clone();
    let rulings = Rulings { findings: taken_back.into_iter().chain([decision]).collect(), ..Rulings::default() };
    library.rule(name, story, &rulings, &at)?;
    compared.decided = laid_on(&compared.comparison, about(library, &compared.articles)?);
    Ok(compared)
}

/// What was said of a divergence so far, and what will be kept of it: the readings as they are now.
fn subject(
    compared: &Compared,
    divergence: &DivergenceId,
) -> Result<(Option<FindingDecision>, FindingDecision), Stopped> {
    let found = compared.comparison.divergences.iter().position(|found| found.id == *divergence);
    let Some(at) = found else {
        let kept = compared.decided.findings.iter().find(|kept| kept.decision.divergence == *divergence);
        let kept = kept.ok_or(Stopped::Refused("This finding is no longer there: the story was compared anew."))?;
        return Ok((Some(kept.decision.clone()), kept.decision.clone()));
    };
    let found = &compared.comparison.divergences[at];
    let before = compared.decided.of(at).cloned();
    let decision = FindingDecision {
        divergence: found.id.clone(),
        kind: found.kind,
        readings: found.readings.clone(),
        verdict: before.as_ref().and_then(|before| before.verdict),
        note: before.as_ref().map_or_else(String::new, |before| before.note.clone()),
        at: now(),
    };
    Ok((before, decision))
}

/// All that was ruled of these articles.
pub(crate) fn about(library: &Library, articles: &[Article]) -> Result<Decisions, library::Error> {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    library.decisions_about(&ids)
}

/// Finds in a comparison what decisions are about.
pub(crate) fn laid_on(comparison: &Comparison, decisions: Decisions) -> Decided {
    let divergences = findings::supported(&decisions.findings, &comparison.divergences);
    let claims = passages(comparison);
    let decided = |decision: LinkDecision| {
        let claims = places::find(&decision.a, &claims).zip(places::find(&decision.b, &claims));
        DecidedLink { claims: claims.filter(|(a, b)| a != b), decision }
    };
    Decided {
        findings: decisions
            .findings
            .into_iter()
            .zip(divergences)
            .map(|(decision, divergence)| DecidedFinding { decision, divergence })
            .collect(),
        links: decisions.links.into_iter().map(decided).collect(),
    }
}

/// The rulings on pairs of claims as these articles are cut today.
pub(crate) fn ruled(articles: &[Article], links: &[LinkDecision]) -> Ruled {
    let mut ruled = Ruled::default();
    if links.is_empty() {
        return ruled;
    }
    let claims = engine::passages(articles);
    let id = |passage: &Passage| {
        let found = &claims[places::find(passage, &claims)?];
        Some(ClaimId::of(&found.article, found.span))
    };
    for link in links {
        if let Some((a, b)) = id(&link.a).zip(id(&link.b)) {
            match link.ruling {
                LinkRuling::Pinned => ruled.pin(a, b),
                LinkRuling::Cut => ruled.cut(a, b),
            }
        }
    }
    ruled
}

fn passages(comparison: &Comparison) -> Vec<Passage> {
    let passage =
        |claim: &story::Claim| Passage { article: claim.article.clone(), span: claim.span, text: claim.text.clone() };
    comparison.claims.iter().map(passage).collect()
}
