//! What diverges, and what only looks as if it did: readings with their evidence.

use super::{
    blocks::{Block, Finding, Inline, Line, Quotation, Reading, Section},
    composition::{Composition, finding_id, names},
};
use crate::{
    plain,
    synopsis::{self, Row},
};
use story::{Divergence, Evidence, Kind, LookAlike};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let findings = of.findings().into_iter().map(|(row, found)| Block::Finding(finding(of, row, found)));
    of.section("findings", findings.collect())
}

/// A finding with its readings, as it stands in the report.
pub(super) fn finding(of: &Composition, row: &Row, found: &synopsis::Finding) -> Finding {
    let divergence = found.divergence;
    Finding {
        id: finding_id(row, found),
        head: head(of, row, &found.sign, divergence),
        why: plain::line(&divergence.why),
        decision: found.decision.map(|decision| of.ruled(decision)),
        readings: readings(of, divergence.kind, &divergence.readings),
    }
}

fn head(of: &Composition, row: &Row, sign: &str, divergence: &Divergence) -> Line {
    let about = of.kind(divergence.kind);
    let kind = Inline::strong(&about);
    vec![
        of.row(row.number),
        Inline::plain(" "),
        Inline::Sign { sign: sign.to_owned(), kind: divergence.kind.name(), about, to: None },
        Inline::plain(" "),
        kind,
        Inline::plain(" "),
        Inline::relation(of.relation(divergence.relation), divergence.relation),
        Inline::plain(" "),
        Inline::soft(&format!("{:.2}", divergence.score)),
    ]
}

pub(super) fn look_alikes(of: &Composition) -> Option<Section> {
    let alike = |row: &Row| -> Vec<Block> {
        let numbered = row.look_alikes.iter().enumerate();
        numbered.map(|(place, found)| Block::Finding(look_alike(of, row, place + 1, found))).collect()
    };
    of.section("alike", of.synopsis.rows.iter().flat_map(alike).collect())
}

fn look_alike(of: &Composition, row: &Row, number: usize, alike: &LookAlike) -> Finding {
    Finding {
        id: format!("alike-{}-{number}", row.number),
        head: vec![of.row(row.number), Inline::plain(" "), Inline::strong(&of.kind(alike.kind))],
        why: plain::line(&alike.why),
        decision: None,
        readings: readings(of, alike.kind, &alike.readings),
    }
}

fn readings(of: &Composition, kind: Kind, readings: &[story::Reading]) -> Vec<Reading> {
    let reading = |reading: &story::Reading| Reading {
        value: plain::line(&reading.value),
        outlets: names(reading.outlets.iter().map(String::as_str)),
        evidence: reading.evidence.iter().filter_map(|evidence| quotation(of, kind, evidence)).collect(),
    };
    readings.iter().map(reading).collect()
}

/// The claim in which the words stand, with the words marked.
pub(super) fn quotation(of: &Composition, kind: Kind, evidence: &Evidence) -> Option<Quotation> {
    let quoted = of.synopsis.quoted(evidence)?;
    let mut words = vec![Inline::plain(quoted.before)];
    if !quoted.words.is_empty() {
        words.push(Inline::marked(quoted.words, kind));
    }
    words.push(Inline::plain(quoted.after));
    Some(Quotation { language: plain::line(&quoted.column.article.language), words, from: of.whence(evidence) })
}
