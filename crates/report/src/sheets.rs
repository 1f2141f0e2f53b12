//! A comparison as tables of typed cells, for those who sort, filter and count: what XLSX and CSV are written from.

use crate::{
    plain,
    synopsis::{Column, Finding, Row, Synopsis, place_name},
};
use story::{Claim, DecidedFinding, DecidedLink, Passage, Reading, Timestamp, Verdict};

/// One table.
#[derive(Debug)]
pub struct Sheet {
    pub name: &'static str,
    pub columns: Vec<Heading>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<Value>>,
}

#[derive(Debug, Clone, Copy)]
pub struct Heading {
    pub name: &'static str,
    /// In characters, as wide as it is comfortable to read.
    pub width: u16,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One line, harmless to show; never a formula.
    Text(String),
    Count(usize),
    /// From 0 to 1.
    Share(f64),
    /// As exactly as it is known.
    Time(Timestamp),
}

/// All tables, the findings first.
pub fn all(synopsis: &Synopsis) -> Vec<Sheet> {
    vec![
        findings(synopsis),
        readings(synopsis),
        claims(synopsis),
        omissions(synopsis),
        articles(synopsis),
        decisions(synopsis),
        method(synopsis),
    ]
}

/// One line for each place in an article that bears a reading out.
pub fn readings(synopsis: &Synopsis) -> Sheet {
    let columns = [
        &NAMED[..],
        &[
            ("reading", 28),
            ("outlet", 22),
            ("published", 20),
            ("paragraph", 10),
            ("from character", 10),
            ("to character", 10),
            ("before", 40),
            ("words", 40),
            ("after", 40),
            ("why", 60),
            ("decision", 12),
            ("note", 40),
            ("address", 40),
            ("finding id", 18),
        ],
    ];
    let rows = found(synopsis).flat_map(|(row, finding)| {
        let readings = finding.divergence.readings.iter();
        readings.flat_map(move |reading| evidence(synopsis, row, finding, reading)).collect::<Vec<_>>()
    });
    sheet("Readings", &columns.concat(), rows.collect())
}

fn evidence(synopsis: &Synopsis, row: &Row, finding: &Finding, reading: &Reading) -> Vec<Vec<Value>> {
    let divergence = finding.divergence;
    let (verdict, note) = ruled(finding);
    let quoted = reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence));
    let cells = quoted.map(|quoted| {
        let article = quoted.column.article;
        let about = [
            text(&reading.value),
            text(&quoted.column.label),
            time(article.published.as_ref()),
            Value::Count(quoted.paragraph),
            Value::Count(quoted.chars.0),
            Value::Count(quoted.chars.1),
            text(quoted.before),
            text(quoted.words),
            text(quoted.after),
            text(&divergence.why),
            verdict.clone(),
            note.clone(),
            text(article.url.as_deref().unwrap_or_default()),
            text(&divergence.id.0),
        ];
        [&named(row, finding)[..], &about].concat()
    });
    cells.collect()
}

fn findings(synopsis: &Synopsis) -> Sheet {
    let columns = [
        &NAMED[..],
        &[
            ("weight", 7),
            ("why", 80),
            ("readings", 60),
            ("outlets", 50),
            ("decision", 12),
            ("note", 40),
            ("finding id", 18),
        ],
    ];
    let mut found: Vec<(&Row, &Finding)> = found(synopsis).collect();
    found.sort_by(|(_, a), (_, b)| b.divergence.weight.total_cmp(&a.divergence.weight));
    let line = |(row, finding): (&Row, &Finding)| {
        let divergence = finding.divergence;
        let told = |reading: &Reading| format!("{} ({})", reading.value, reading.outlets.join(", "));
        let mut outlets: Vec<&str> =
            divergence.readings.iter().flat_map(|reading| &reading.outlets).map(String::as_str).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let (verdict, note) = ruled(finding);
        let about = [
            Value::Share(divergence.weight),
            text(&divergence.why),
            text(&divergence.readings.iter().map(told).collect::<Vec<_>>().join(" / ")),
            text(&outlets.join(", ")),
            verdict,
            note,
            text(&divergence.id.0),
        ];
        [&named(row, finding)[..], &about].concat()
    };
    sheet("Findings", &columns.concat(), found.into_iter().map(line).collect())
}

fn claims(synopsis: &Synopsis) -> Sheet {
    let columns = &[
        ("row", 6),
        ("outlet", 22),
        ("place", 10),
        ("from character", 10),
        ("to character", 10),
        ("claim", 100),
        ("claim id", 24),
    ];
    let of_cell = |row: &Row, column: &Column, claim: &Claim, place: &str| {
        let (start, end) = column.chars(claim.span);
        vec![
            Value::Count(row.number),
            text(&column.label),
            text(place),
            Value::Count(start),
            Value::Count(end),
            text(&claim.text),
            text(&claim.id.0),
        ]
    };
    let mut rows = Vec::new();
    for row in &synopsis.rows {
        for (column, cell) in synopsis.columns.iter().zip(&row.cells) {
            let place = cell.place.map(place_name).unwrap_or_default();
            rows.extend(cell.passages.iter().map(|passage| of_cell(row, column, passage.claim, &place)));
        }
    }
    sheet("Claims", columns, rows)
}

fn omissions(synopsis: &Synopsis) -> Sheet {
    let columns = &[("row", 6), ("not found in", 22), ("nearest claim there", 100), ("likeness", 9)];
    let mut rows = Vec::new();
    for row in &synopsis.rows {
        for hole in row.holes() {
            let omission = row.cells[hole].omission;
            let nearest = omission.and_then(|omission| omission.nearest.as_ref());
            let claim = nearest.and_then(|nearest| synopsis.claim(&nearest.claim));
            rows.push(vec![
                Value::Count(row.number),
                text(&synopsis.columns[hole].label),
                text(claim.map_or("", |claim| &claim.text)),
                nearest.map_or_else(nothing, |nearest| Value::Share(nearest.score)),
            ]);
        }
    }
    sheet("Omissions", columns, rows)
}

fn articles(synopsis: &Synopsis) -> Sheet {
    let columns = &[
        ("outlet", 22),
        ("title", 60),
        ("byline", 24),
        ("section", 20),
        ("published", 20),
        ("modified", 20),
        ("address", 40),
        ("language", 9),
        ("characters", 10),
        ("file", 40),
        ("entry", 7),
        ("member", 24),
        ("SHA-256", 66),
        ("imported", 20),
        ("read by", 12),
        ("article id", 18),
    ];
    let imported = synopsis.account.imported;
    let line = |column: &Column| {
        let article = column.article;
        vec![
            text(&column.label),
            text(&article.title),
            text(article.byline.as_deref().unwrap_or_default()),
            text(article.section.as_deref().unwrap_or_default()),
            time(article.published.as_ref()),
            time(article.modified.as_ref()),
            text(article.url.as_deref().unwrap_or_default()),
            text(&article.language),
            Value::Count(article.body.chars().count()),
            text(&article.source.path),
            Value::Count(article.source.entry),
            text(article.source.member.as_deref().unwrap_or_default()),
            text(&article.sha256.0),
            time(imported.and_then(|imported| imported.get(&article.sha256))),
            text(&format!("{} {}", article.importer.name, article.importer.version)),
            text(&article.id.0),
        ]
    };
    sheet("Articles", columns, synopsis.columns.iter().map(line).collect())
}

fn decisions(synopsis: &Synopsis) -> Sheet {
    let columns =
        &[("ruled", 14), ("of", 10), ("note", 60), ("at", 20), ("what it is about", 100), ("still supported", 10)];
    let decided = synopsis.account.decided;
    let finding = |found: &DecidedFinding| {
        let decision = &found.decision;
        let values: Vec<&str> = decision.readings.iter().map(|reading| reading.value.as_str()).collect();
        vec![
            text(decision.verdict.map_or("note", Verdict::name)),
            text(decision.kind.name()),
            text(&decision.note),
            time(Some(&decision.at)),
            text(&values.join(" / ")),
            text(yes(found.divergence.is_some())),
        ]
    };
    let link = |found: &DecidedLink| {
        let decision = &found.decision;
        let told = |passage: &Passage| {
            let label = synopsis.column(&passage.article).map_or("", |column| &column.label);
            format!("{label}: {}", passage.text)
        };
        vec![
            text(decision.ruling.name()),
            text("link"),
            nothing(),
            time(Some(&decision.at)),
            text(&format!("{} / {}", told(&decision.a), told(&decision.b))),
            text(yes(found.claims.is_some())),
        ]
    };
    let rows = decided.findings.iter().map(finding).chain(decided.links.iter().map(link));
    sheet("Decisions", columns, rows.collect())
}

fn method(synopsis: &Synopsis) -> Sheet {
    let engine = &synopsis.account.comparison.engine;
    let mut rows = vec![
        vec![text("story"), text(&synopsis.account.story.title)],
        vec![text("told by"), text(&synopsis.told_by())],
        vec![text("engine"), text(&engine.version)],
        vec![text("model"), text(&engine.model)],
    ];
    rows.extend(engine.settings.iter().map(|(name, value)| vec![text(name), text(&value.to_string())]));
    let kinds: Vec<&str> = synopsis.filter.kinds.iter().map(|kind| kind.name()).collect();
    rows.extend([
        vec![text("kinds shown"), text(&if kinds.is_empty() { "all".into() } else { kinds.join(", ") })],
        vec![text("scores shown from"), text(&synopsis.filter.min_score.to_string())],
        vec![text("score"), text("the estimated probability, 0 to 1, that a finding is right")],
        vec![text("weight"), text("how much a finding matters to who reads both accounts, 0 to 1")],
        vec![text("characters"), text("count from 0 in the article's text, paragraphs parted by an empty line")],
    ]);
    sheet("Method", &[("what", 24), ("value", 100)], rows)
}

/// What every line on a finding begins with.
const NAMED: [(&str, u16); 5] = [("row", 6), ("finding", 9), ("kind", 10), ("relation", 10), ("score", 7)];

fn named(row: &Row, finding: &Finding) -> [Value; 5] {
    let divergence = finding.divergence;
    [
        Value::Count(row.number),
        text(&finding.sign),
        text(divergence.kind.name()),
        text(divergence.relation.name()),
        Value::Share(divergence.score),
    ]
}

/// Every finding with its row.
fn found<'s, 'a>(synopsis: &'s Synopsis<'a>) -> impl Iterator<Item = (&'s Row<'a>, &'s Finding<'a>)> {
    synopsis.rows.iter().flat_map(|row| row.findings.iter().map(move |finding| (row, finding)))
}

/// What was ruled of a finding, and the note.
fn ruled(finding: &Finding) -> (Value, Value) {
    let verdict = finding.decision.and_then(|decision| decision.verdict).map_or("", Verdict::name);
    (text(verdict), text(finding.decision.map_or("", |decision| &decision.note)))
}

fn time(time: Option<&Timestamp>) -> Value {
    time.map_or_else(nothing, |time| Value::Time(time.clone()))
}

fn text(text: &str) -> Value {
    Value::Text(plain::line(text))
}

fn nothing() -> Value {
    Value::Text(String::new())
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn sheet(name: &'static str, columns: &[(&'static str, u16)], rows: Vec<Vec<Value>>) -> Sheet {
    Sheet { name, columns: columns.iter().map(|&(name, width)| Heading { name, width }).collect(), rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{Invented, ferry, hostile, reviewed},
        synopsis::Filter,
    };

    fn sheets(invented: &Invented) -> Vec<Sheet> {
        all(&Synopsis::of(invented.account(), &Filter::all()))
    }

    #[test]
    fn every_line_has_all_its_cells() {
        for invented in [ferry(), reviewed(), hostile()] {
            for sheet in sheets(&invented) {
                assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
            }
        }
    }

    #[test]
    fn each_piece_of_evidence_is_a_line() {
        let ferry = ferry();
        let readings = readings(&Synopsis::of(ferry.account(), &Filter::all()));
        let evidence = |divergence: &story::Divergence| -> usize {
            divergence.readings.iter().map(|reading| reading.evidence.len()).sum()
        };
        assert_eq!(readings.rows.len(), ferry.comparison.divergences.iter().map(evidence).sum::<usize>());
        assert_eq!(readings.rows[2][5..7], [Value::Text("11".into()), Value::Text("The Lantern".into())]);
    }

    #[test]
    fn what_was_ruled_is_told_with_what_no_longer_holds() {
        let decisions = &sheets(&reviewed())[5];
        let told: Vec<String> = decisions.rows.iter().map(|row| format!("{:?} {:?}", row[0], row[5])).collect();
        assert!(told.iter().any(|line| line.contains("confirmed") && line.contains("yes")), "{told:?}");
        assert!(told.iter().any(|line| line.contains("dismissed") && line.contains("no")), "{told:?}");
        assert!(told.iter().any(|line| line.contains("cut")), "{told:?}");
    }
}
