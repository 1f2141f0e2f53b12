//! What diverges, and what only looks as if it did: readings with their evidence in context.

use super::{
    decisions, name, names, relation_name, sign,
    synoptic::{anchor, finding_anchor},
};
use crate::{
    plain,
    synopsis::{Finding, Quoted, Row, Synopsis},
};
use maud::{Markup, html};
use story::{Kind, Reading};

pub(super) fn section(synopsis: &Synopsis) -> Markup {
    let mut findings: Vec<(&Row, &Finding)> =
        synopsis.rows.iter().flat_map(|row| row.findings.iter().map(move |finding| (row, finding))).collect();
    findings.sort_by(|a, b| b.1.divergence.weight.total_cmp(&a.1.divergence.weight));
    html! {
        @if !findings.is_empty() {
            section #divergences {
                h2 { "Where the accounts diverge" }
                p.about { "What matters most stands first." }
                @for (row, finding) in findings { (self::finding(synopsis, row, finding)) }
            }
        }
    }
}

pub(super) fn look_alikes(synopsis: &Synopsis) -> Markup {
    let rows = || synopsis.rows.iter().filter(|row| !row.look_alikes.is_empty());
    html! {
        @if rows().next().is_some() {
            section #alike {
                h2 { "Only said otherwise" }
                p.about { "These readings look different and were found to say the same." }
                @for row in rows() {
                    @for alike in &row.look_alikes {
                        article.finding {
                            h3 { (to_row(row)) " " (alike.kind.name()) }
                            p.why { (plain::line(&alike.why)) }
                            (readings(synopsis, alike.kind, &alike.readings))
                        }
                    }
                }
            }
        }
    }
}

fn finding(synopsis: &Synopsis, row: &Row, finding: &Finding) -> Markup {
    let divergence = finding.divergence;
    html! {
        article.finding #(finding_anchor(row, finding)) {
            h3 {
                (to_row(row)) " " (sign(divergence.kind, &finding.sign)) " " (divergence.kind.name())
                " " (relation_name(divergence.relation))
                " " span.score title="estimated probability of being right" { (format!("{:.2}", divergence.score)) }
            }
            p.why { (plain::line(&divergence.why)) }
            (decisions::beside(finding.decision))
            (readings(synopsis, divergence.kind, &divergence.readings))
        }
    }
}

fn to_row(row: &Row) -> Markup {
    html! { a.row href={ "#" (anchor(row)) } { "Row " (row.number) } }
}

fn readings(synopsis: &Synopsis, kind: Kind, readings: &[Reading]) -> Markup {
    html! {
        div.readings {
            @for reading in readings {
                div.reading {
                    p.value { (name(&reading.value)) }
                    p.outlets { (names(&reading.outlets)) }
                    @for quoted in reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence)) {
                        (evidence(kind, &quoted))
                    }
                }
            }
        }
    }
}

fn evidence(kind: Kind, quoted: &Quoted) -> Markup {
    html! {
        figure {
            blockquote dir="auto" lang=(plain::line(&quoted.column.article.language)) {
                (plain::line(quoted.before))
                @if !quoted.words.is_empty() { mark class=(kind.name()) { (plain::line(quoted.words)) } }
                (plain::line(quoted.after))
            }
            figcaption {
                (name(&quoted.column.label)) ", paragraph " (quoted.paragraph)
                @if quoted.words.is_empty() { ", which has no such words" }
                @else { ", characters " (quoted.chars.0) "–" (quoted.chars.1) }
            }
        }
    }
}
