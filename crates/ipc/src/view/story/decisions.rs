//! What was ruled, by indices of the comparison that it bears on.

use super::{DecisionsView, FindingDecisionView, LinkDecisionView, StoryView};
use crate::view::UndoView;
use app::{Undoable, compare::Compared};
use story::{ClaimId, DecidedFinding, DecidedLink, Passage, Verdict};

impl StoryView {
    /// A story with what was ruled of it, and what can be undone.
    pub fn with(compared: &Compared, undoable: &Undoable) -> Self {
        Self::of(compared, DecisionsView::of(compared, undoable))
    }
}

impl DecisionsView {
    pub fn of(compared: &Compared, undoable: &Undoable) -> Self {
        let decided = &compared.decided;
        let is_reviewed = |found: &&DecidedFinding| found.divergence.is_some() && found.decision.verdict.is_some();
        Self {
            findings: decided.findings.iter().map(finding).collect(),
            links: decided.links.iter().map(|found| link(compared, found)).collect(),
            reviewed: decided.findings.iter().filter(is_reviewed).count(),
            undo: UndoView::of(undoable, Some(compared.story.id.clone())),
        }
    }
}

fn finding(found: &DecidedFinding) -> FindingDecisionView {
    let decision = &found.decision;
    FindingDecisionView {
        id: decision.divergence.0.clone(),
        divergence: found.divergence,
        ruling: decision.verdict.map(Verdict::name).map(str::to_owned),
        note: decision.note.clone(),
        at: decision.at.to_string(),
        kind: decision.kind.to_string(),
        readings: decision.readings.iter().map(|reading| reading.value.clone()).collect(),
    }
}

fn link(compared: &Compared, found: &DecidedLink) -> LinkDecisionView {
    let decision = &found.decision;
    let then = |passage: &Passage| ClaimId::of(&passage.article, passage.span).0;
    let now = |at: usize| compared.comparison.claims[at].id.0.clone();
    let (a, b) = match found.claims {
        Some((a, b)) => (now(a), now(b)),
        None => (then(&decision.a), then(&decision.b)),
    };
    LinkDecisionView {
        a,
        b,
        ruling: decision.ruling.name().to_owned(),
        at: decision.at.to_string(),
        claims: found.claims,
        texts: (decision.a.text.clone(), decision.b.text.clone()),
    }
}
