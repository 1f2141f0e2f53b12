//! Markdown (GitHub's flavour): a comparison for notes, repositories and mail.

use crate::{
    plain,
    synopsis::{Cell, Column, Finding, Passage, Row, Synopsis, Tally, letter, many, moment, place_name, said},
};
use std::fmt::Write;
use story::{Kind, LookAlike, NearestMiss, Reading, Verdict};

pub fn write(synopsis: &Synopsis) -> Vec<u8> {
    let mut out = format!("# {}\n\n{}\n", escaped(&synopsis.account.story.title), synopsis.told_by());
    tally(&mut out, &synopsis.tally);
    out.push_str("\n## The accounts side by side\n");
    synopsis.rows.iter().for_each(|row| self::row(&mut out, synopsis, row));
    decisions(&mut out, synopsis);
    origins(&mut out, synopsis);
    articles(&mut out, synopsis);
    method(&mut out, synopsis);
    out.into_bytes()
}

fn tally(out: &mut String, tally: &Tally) {
    if tally.total() == 0 {
        return;
    }
    out.push_str("\n| kind | conflict | differs | update |\n|---|--:|--:|--:|\n");
    for kind in Kind::ALL.into_iter().filter(|&kind| tally.of_kind(kind) > 0) {
        let counts = Tally::RELATIONS.map(|relation| tally.of(kind, relation).to_string());
        put(out, format_args!("| {} {kind} | {} |\n", letter(kind), counts.join(" | ")));
    }
}

fn row(out: &mut String, synopsis: &Synopsis, row: &Row) {
    put(out, format_args!("\n### Row {}\n\n", row.number));
    row.corroboration().iter().for_each(|told| put(out, format_args!("{told}\n\n")));
    for (column, cell) in synopsis.columns.iter().zip(&row.cells) {
        let label = escaped(&column.label);
        match cell.passages.as_slice() {
            [] => put(out, format_args!("- {label}: *not found*{}\n", nearest(synopsis, cell))),
            passages => {
                let place = cell.place.map_or(String::new(), |place| format!(" ({})", place_name(place)));
                let told: Vec<String> = passages.iter().map(|passage| marked(passage, &row.findings)).collect();
                put(out, format_args!("- **{label}**{place}: {}\n", told.join(" … ")));
            }
        }
    }
    if !row.findings.is_empty() || !row.look_alikes.is_empty() {
        out.push('\n');
    }
    row.findings.iter().for_each(|found| finding(out, synopsis, found));
    row.look_alikes.iter().for_each(|alike| look_alike(out, synopsis, alike));
}

fn nearest(synopsis: &Synopsis, cell: &Cell) -> String {
    let nearest = cell.omission.and_then(|omission| omission.nearest.as_ref());
    let told = |NearestMiss { claim, score }: &NearestMiss| {
        Some(format!(" (nearest, {score:.2}: “{}”)", escaped(&synopsis.claim(claim)?.text)))
    };
    nearest.and_then(told).unwrap_or_default()
}

/// Tags and not asterisks: those stand for nothing between some characters.
fn marked(passage: &Passage, findings: &[Finding]) -> String {
    let signs = |marks: &[usize]| marks.iter().map(|&mark| findings[mark].sign.as_str()).collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    if !passage.lacks.is_empty() {
        put(&mut out, format_args!("–<sup>{}</sup> ", signs(&passage.lacks)));
    }
    for piece in &passage.pieces {
        put(&mut out, format_args!("{}{}", "<b>".repeat(piece.begins), escaped(piece.text)));
        piece.ends.iter().for_each(|marks| put(&mut out, format_args!("</b><sup>{}</sup>", signs(marks))));
    }
    out
}

fn finding(out: &mut String, synopsis: &Synopsis, finding: &Finding) {
    let divergence = finding.divergence;
    let (kind, relation, score) = (divergence.kind, divergence.relation, divergence.score);
    let why = escaped(&divergence.why);
    put(out, format_args!("- <sup>{}</sup> **{kind}, {relation}** {score:.2}: {why}\n", finding.sign));
    if let Some(decision) = finding.decision {
        put(out, format_args!("  - *{}*\n", escaped(&said(decision))));
    }
    divergence.readings.iter().for_each(|reading| self::reading(out, synopsis, reading));
}

fn look_alike(out: &mut String, synopsis: &Synopsis, alike: &LookAlike) {
    put(out, format_args!("- same {}: {}\n", alike.kind, escaped(&alike.why)));
    alike.readings.iter().for_each(|reading| self::reading(out, synopsis, reading));
}

fn reading(out: &mut String, synopsis: &Synopsis, reading: &Reading) {
    let outlets: Vec<String> = reading.outlets.iter().map(|outlet| escaped(outlet)).collect();
    put(out, format_args!("  - **{}** ({})", escaped(&reading.value), outlets.join(", ")));
    for quoted in reading.evidence.iter().filter_map(|evidence| synopsis.quoted(evidence)) {
        let place = format!("{} ¶{}", escaped(&quoted.column.label), quoted.paragraph);
        match quoted.words {
            "" => put(out, format_args!("; {place}: –")),
            words => put(out, format_args!("; {place}, {}–{}: “{}”", quoted.chars.0, quoted.chars.1, escaped(words))),
        }
    }
    out.push('\n');
}

fn decisions(out: &mut String, synopsis: &Synopsis) {
    let decided = synopsis.account.decided;
    if decided.is_empty() {
        return;
    }
    out.push_str("\n## Decisions\n\n");
    let count = |verdict| {
        let said = decided.findings.iter().filter(|found| found.decision.verdict == Some(verdict));
        said.filter(|found| found.divergence.is_some()).count()
    };
    let (confirmed, dismissed) = (count(Verdict::Confirmed), count(Verdict::Dismissed));
    put(out, format_args!("- findings: {confirmed} confirmed, {dismissed} dismissed\n"));
    for link in &decided.links {
        let decision = &link.decision;
        let gone = if link.claims.is_none() { "; one of them is not in this story" } else { "" };
        put(out, format_args!("- {} {}{gone}\n", decision.ruling.name(), moment(&decision.at)));
        for passage in [&decision.a, &decision.b] {
            let label = synopsis.column(&passage.article).map_or("not in this story".into(), |one| escaped(&one.label));
            put(out, format_args!("  - {label}: “{}”\n", escaped(&passage.text)));
        }
    }
    for found in decided.findings.iter().filter(|found| found.divergence.is_none()) {
        let values: Vec<String> = found.decision.readings.iter().map(|reading| escaped(&reading.value)).collect();
        let (kind, said) = (found.decision.kind, escaped(&said(&found.decision)));
        put(out, format_args!("- no longer supported, {kind}, {said} ({})\n", values.join(" / ")));
    }
}

fn origins(out: &mut String, synopsis: &Synopsis) {
    let origins = &synopsis.account.comparison.origins;
    if origins.is_empty() {
        return;
    }
    out.push_str("\n## Origins\n\n");
    for origin in origins {
        let labels: Vec<String> = synopsis.sharing(origin).iter().map(|column| escaped(&column.label)).collect();
        put(out, format_args!("- {}: {:.0} % of the text in common\n", labels.join(", "), origin.overlap * 100.0));
    }
}

fn articles(out: &mut String, synopsis: &Synopsis) {
    out.push_str("\n## Articles\n\n| outlet | title | published | address | file | SHA-256 | read by |\n");
    out.push_str("|---|---|---|---|---|---|---|\n");
    synopsis.columns.iter().for_each(|column| article(out, column));
}

fn article(out: &mut String, column: &Column) {
    let article = column.article;
    let published = article.published.as_ref().map_or("", |published| published.as_str());
    let url = article.url.as_deref().map_or(String::new(), address);
    let file = format!("{}, {}", escaped(&article.source.path), article.source.entry);
    let importer = format!("{} {}", escaped(&article.importer.name), article.importer.version);
    let (label, title) = (escaped(&column.label), escaped(&article.title));
    put(out, format_args!("| {label} | {title} | {published} | {url} | {file} | {} | {importer} |\n", article.sha256));
}

/// A link only where it leads to a page and cannot be mistaken for anything else.
fn address(url: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "/:?&=%.,;-_~#+!".contains(c);
    let leads_to_a_page = url.starts_with("https://") || url.starts_with("http://");
    if leads_to_a_page && url.chars().all(safe) { format!("<{url}>") } else { escaped(url) }
}

fn method(out: &mut String, synopsis: &Synopsis) {
    let engine = &synopsis.account.comparison.engine;
    let groups = many(synopsis.account.comparison.groups.len(), "claim group");
    out.push_str("\n## Method\n\n");
    put(out, format_args!("- engine {}, model {}\n", escaped(&engine.version), escaped(&engine.model)));
    engine.settings.iter().for_each(|(name, value)| put(out, format_args!("- {}: {value}\n", escaped(name))));
    put(out, format_args!("- {groups}, {} shown, {} with a divergence\n", synopsis.rows.len(), synopsis.diverging));
    out.push_str("- a score is the estimated probability, 0 to 1, that a finding is right\n");
    out.push_str("- numbers after a paragraph (¶) count the characters of the article's text from 0\n");
}

/// Text of others as Markdown that says the same: no markup, no links, no formulas, one line. It
/// must not stand at the beginning of a line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = plain::line(text);
    for (at, c) in line.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '@' | '#' => out.extend(['\\', c]),
            // Addresses become links by themselves.
            ':' if line[at..].starts_with("://") => out.push_str("\\:"),
            '.' if ends_in_www(&line[..at]) => out.push_str("\\."),
            _ => out.push(c),
        }
    }
    out
}

fn ends_in_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|at| text.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Writing to a `String` cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments) {
    let _ = out.write_fmt(what);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        invented::{ferry, hostile, reviewed},
        synopsis::Filter,
    };

    fn document(invented: &crate::invented::Invented) -> String {
        String::from_utf8(write(&Synopsis::of(invented.account(), &Filter::all()))).expect("Markdown is UTF-8")
    }

    #[test]
    fn words_that_diverge_carry_their_sign() {
        let document = document(&ferry());
        assert!(document.contains("- **The Lantern** (lead): –<sup>S</sup> <b>Eleven</b><sup>F</sup> people drowned"));
        assert!(document.contains("- Coast Daily: *not found* (nearest, 0.31: “At least three people died"));
        assert!(document.contains("  - **11** (The Lantern); The Lantern ¶1, 0–6: “Eleven”"));
    }

    #[test]
    fn what_was_ruled_stands_beside_its_finding_and_together() {
        let document = document(&reviewed());
        assert!(document.contains("  - *confirmed 2031-05-09 08:30 UTC: The coast guard confirms 11.*\n"));
        assert!(
            document.contains("- findings: 1 confirmed, 0 dismissed\n- cut 2031-05-09 08:30 UTC\n  - Harbour Wire: ")
        );
        assert!(
            document.contains("- no longer supported, wording, dismissed 2031-05-09 08:30 UTC (refused / declined)\n")
        );
    }

    #[test]
    fn text_of_others_is_no_markup() {
        let document = document(&hostile());
        let bare = document.split('\\').enumerate().map(|(at, part)| if at == 0 { part } else { cut_first(part) });
        let document: String = bare.collect();
        for evil in ["<script", "<img", "](", " `", "$x$", "://", " @all", "\u{202e}", "\u{1b}"] {
            assert!(!document.contains(evil), "{evil:?} in {document}");
        }
    }

    fn cut_first(text: &str) -> &str {
        text.char_indices().nth(1).map_or("", |(at, _)| &text[at..])
    }

    #[test]
    fn every_row_of_the_articles_has_all_its_columns() {
        let document = document(&hostile());
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        let table: Vec<usize> = document
            .lines()
            .skip_while(|line| *line != "## Articles")
            .filter(|line| line.starts_with('|'))
            .map(bars)
            .collect();
        assert_eq!(table, [8; 4]);
    }
}
