//! What the user ruled: beside each finding, and all that was ruled of links or is no longer supported.

use super::{name, names};
use crate::{
    plain,
    synopsis::{Synopsis, moment},
};
use maud::{Markup, html};
use story::{DecidedFinding, DecidedLink, FindingDecision, LinkRuling, Passage, Verdict};

/// The verdict on a finding, and the note.
pub(super) fn beside(decision: Option<&FindingDecision>) -> Markup {
    html! {
        @if let Some(decision) = decision {
            p.decided {
                b { (verdict(decision)) } " " span.date { (moment(&decision.at)) }
                @if !decision.note.is_empty() { ": " (name(&decision.note)) }
            }
        }
    }
}

fn verdict(decision: &FindingDecision) -> &'static str {
    match decision.verdict {
        Some(Verdict::Confirmed) => "Confirmed",
        Some(Verdict::Dismissed) => "Dismissed",
        None => "Note",
    }
}

pub(super) fn section(synopsis: &Synopsis) -> Markup {
    let decided = synopsis.account.decided;
    let count = |wanted: Option<Verdict>| {
        decided.findings.iter().filter(|found| found.divergence.is_some() && found.decision.verdict == wanted).count()
    };
    let lost = || decided.findings.iter().filter(|found| found.divergence.is_none());
    html! {
        @if !decided.is_empty() {
            section #decisions {
                h2 { "Decisions" }
                p.about {
                    "What the editor of this document ruled. Of the findings, " (count(Some(Verdict::Confirmed))) " are confirmed, "
                    (count(Some(Verdict::Dismissed))) " dismissed."
                }
                @for link in &decided.links { (self::link(synopsis, link)) }
                @if lost().next().is_some() {
                    h3 { "No longer supported" }
                    p.about { "These decisions were made of findings that are not found any more, since articles or readings have changed." }
                    @for found in lost() { (no_longer(found)) }
                }
            }
        }
    }
}

fn link(synopsis: &Synopsis, link: &DecidedLink) -> Markup {
    let decision = &link.decision;
    html! {
        article.finding {
            p.decided {
                b {
                    @match decision.ruling {
                        LinkRuling::Pinned => "Pinned: these report the same thing",
                        LinkRuling::Cut => "Cut: these do not report the same thing",
                    }
                }
                " " span.date { (moment(&decision.at)) }
                @if link.claims.is_none() { "; one of them is not in this story" }
            }
            div.readings { (passage(synopsis, &decision.a)) (passage(synopsis, &decision.b)) }
        }
    }
}

fn passage(synopsis: &Synopsis, passage: &Passage) -> Markup {
    let column = synopsis.column(&passage.article);
    html! {
        div.reading {
            p.outlets { @match column { Some(column) => (name(&column.label)), None => "not in this story" } }
            figure { blockquote dir="auto" { (plain::line(&passage.text)) } }
        }
    }
}

fn no_longer(found: &DecidedFinding) -> Markup {
    let decision = &found.decision;
    html! {
        article.finding {
            h3 { (decision.kind.name()) }
            (beside(Some(decision)))
            div.readings {
                @for reading in &decision.readings {
                    div.reading { p.value { (name(&reading.value)) } p.outlets { (names(&reading.outlets)) } }
                }
            }
        }
    }
}
