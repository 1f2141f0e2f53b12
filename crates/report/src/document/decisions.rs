//! What the user ruled: of findings in short, and all that was ruled of links or is no longer supported.

use super::{
    blocks::{Block, Finding, Inline, Line, Quotation, Reading, Section},
    composition::{Composition, heading, names, paragraph, sentence},
    words::Gap,
};
use crate::{plain, synopsis::moment};
use story::{DecidedFinding, DecidedLink, LinkRuling, Passage, Verdict};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let decided = of.synopsis.account.decided;
    if decided.is_empty() {
        return None;
    }
    let mut blocks = vec![sentence(&counted(of))];
    blocks.extend(decided.findings.iter().filter_map(|found| self::decided(of, found)));
    blocks.extend(decided.links.iter().enumerate().map(|(place, found)| link(of, place + 1, found)));
    let lost: Vec<&DecidedFinding> = decided.findings.iter().filter(|found| found.divergence.is_none()).collect();
    if !lost.is_empty() {
        blocks.push(heading(vec![Inline::plain(&of.say("no-longer-supported"))]));
        blocks.push(sentence(&of.say("no-longer-supported-about")));
        blocks.extend(lost.into_iter().enumerate().map(|(place, found)| no_longer(of, place + 1, found)));
    }
    of.section("decisions", blocks)
}

fn counted(of: &Composition) -> String {
    let found = &of.synopsis.account.decided.findings;
    let count = |verdict: Verdict| {
        let of_verdict = found.iter().filter(|found| found.decision.verdict == Some(verdict));
        Gap::Count(of_verdict.filter(|found| found.divergence.is_some()).count())
    };
    let gaps = [("confirmed", count(Verdict::Confirmed)), ("dismissed", count(Verdict::Dismissed))];
    of.tell("decisions-counted", &gaps)
}

/// Leads to the finding where the report shows it.
fn decided(of: &Composition, found: &DecidedFinding) -> Option<Block> {
    let id = &of.synopsis.account.comparison.divergences.get(found.divergence?)?.id;
    let shown = of.findings().into_iter().find(|(_, shown)| shown.divergence.id == *id);
    let mut line: Line = match shown {
        Some((row, shown)) => {
            let name = format!("{} {}", of.row_name(row.number), shown.sign);
            vec![Inline::link(&name, super::composition::finding_id(row, shown))]
        }
        None => vec![Inline::plain(&of.kind(found.decision.kind))],
    };
    line.push(Inline::plain(" "));
    line.extend(of.ruled(&found.decision));
    Some(paragraph(line))
}

fn link(of: &Composition, number: usize, link: &DecidedLink) -> Block {
    let decision = &link.decision;
    let ruling = match decision.ruling {
        LinkRuling::Pinned => "pinned",
        LinkRuling::Cut => "cut",
    };
    let mut head = vec![Inline::strong(&of.say(ruling)), Inline::plain(" "), Inline::soft(&moment(&decision.at))];
    if link.claims.is_none() {
        head.push(Inline::plain(&format!("; {}", of.say("one-is-gone"))));
    }
    let readings = [&decision.a, &decision.b].map(|passage| self::passage(of, passage));
    let id = format!("link-{number}");
    Block::Finding(Finding {
        id,
        head,
        why: of.say(&format!("{ruling}-about")),
        decision: None,
        readings: readings.into(),
    })
}

fn passage(of: &Composition, passage: &Passage) -> Reading {
    let column = of.synopsis.column(&passage.article);
    let from =
        column.map_or_else(|| vec![Inline::soft(&of.say("not-in-story"))], |column| names([column.label.as_str()]));
    let language = column.map_or_else(|| "und".to_owned(), |column| plain::line(&column.article.language));
    let words = vec![Inline::plain(&passage.text)];
    Reading { value: String::new(), outlets: Line::new(), evidence: vec![Quotation { language, words, from }] }
}

fn no_longer(of: &Composition, number: usize, found: &DecidedFinding) -> Block {
    let decision = &found.decision;
    let reading = |reading: &story::Reading| Reading {
        value: plain::line(&reading.value),
        outlets: names(reading.outlets.iter().map(String::as_str)),
        evidence: Vec::new(),
    };
    Block::Finding(Finding {
        id: format!("lost-{number}"),
        head: vec![Inline::strong(&of.kind(decision.kind))],
        why: String::new(),
        decision: Some(of.ruled(decision)),
        readings: decision.readings.iter().map(reading).collect(),
    })
}
