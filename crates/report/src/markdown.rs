//! Markdown (GitHub's flavour): a comparison for notes, repositories and mail.

use crate::{
    document::{
        Document,
        blocks::{Account, AccountRow, Accounts, Block, Finding, Inline, Line, Paragraph, Reading, Section, Table},
    },
    plain,
};
use std::fmt::Write;

pub fn write(document: &Document) -> Vec<u8> {
    let mut out = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.told));
    if let Some(cover) = &document.cover {
        let parts = [&cover.author, &cover.affiliation, &cover.date];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| escaped(part)).collect();
        put(&mut out, format_args!("\n{}\n", parts.join(" · ")));
    }
    document.sections.iter().for_each(|section| self::section(&mut out, section));
    out.into_bytes()
}

fn section(out: &mut String, section: &Section) {
    put(out, format_args!("\n## {}\n", escaped(&section.title)));
    if let Some(about) = &section.about {
        put(out, format_args!("\n*{}*\n", escaped(about)));
    }
    section.blocks.iter().for_each(|block| self::block(out, block));
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { line, .. } => put(out, format_args!("\n### {}\n", told(line).trim())),
        Block::Paragraph(Paragraph { line, .. }) => put(out, format_args!("\n{}\n", told(line).trim())),
        Block::List { items } => {
            out.push('\n');
            items.iter().for_each(|item| put(out, format_args!("- {}\n", told(item).trim())));
        }
        Block::Pairs { pairs } => {
            out.push('\n');
            pairs
                .iter()
                .for_each(|(name, line)| put(out, format_args!("- {}: {}\n", escaped(name), told(line).trim())));
        }
        Block::Table(table) => self::table(out, table),
        Block::Accounts(accounts) => accounts.rows.iter().for_each(|row| self::row(out, accounts, row)),
        Block::Finding(finding) => self::finding(out, finding),
        Block::Plot(plot) => {
            put(out, format_args!("\n### {}\n", told(&plot.title).trim()));
            table(out, &plot.data);
        }
    }
}

fn table(out: &mut String, table: &Table) {
    let names: Vec<String> = table.columns.iter().map(|column| escaped(&column.name)).collect();
    let rules: Vec<&str> = table.columns.iter().map(|column| if column.numbers { "--:" } else { "---" }).collect();
    put(out, format_args!("\n| {} |\n| {} |\n", names.join(" | "), rules.join(" | ")));
    for row in &table.rows {
        let cell = |lines: &Vec<Line>| lines.iter().map(told).collect::<Vec<_>>().join("<br>");
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        put(out, format_args!("| {} |\n", cells.join(" | ")));
    }
}

fn row(out: &mut String, accounts: &Accounts, row: &AccountRow) {
    put(out, format_args!("\n### {}\n\n", escaped(&row.name)));
    row.corroboration.iter().for_each(|told| put(out, format_args!("{}\n\n", escaped(told))));
    let fits = accounts.fits();
    for (outlet, account) in
        accounts.columns.iter().zip(&row.cells).filter(|(_, account)| fits || account.hole.is_none())
    {
        put(out, format_args!("- {}\n", self::account(&outlet.label, account)));
    }
    if !fits && accounts.lacking(row).next().is_some() {
        put(out, format_args!("- *{}* {}\n", escaped(&accounts.absent), escaped(&accounts.lacking_names(row))));
    }
}

fn account(label: &str, account: &Account) -> String {
    let label = escaped(label);
    if let Some(hole) = &account.hole {
        let nearest = hole.nearest.as_ref().map_or(String::new(), |nearest| format!(" ({})", escaped(nearest)));
        return format!("{label}: *{}*{nearest}", escaped(&hole.said));
    }
    let place = account.place.as_ref().map_or(String::new(), |place| format!(" ({})", escaped(place)));
    let passages: Vec<String> = account.passages.iter().map(told).collect();
    format!("**{label}**{place}: {}", passages.join(" … "))
}

fn finding(out: &mut String, finding: &Finding) {
    put(out, format_args!("\n- {}", told(&finding.head).trim()));
    put(out, format_args!("{}{}\n", if finding.why.is_empty() { "" } else { ": " }, escaped(&finding.why)));
    finding.decision.iter().for_each(|decision| put(out, format_args!("  - *{}*\n", told(decision))));
    finding.readings.iter().for_each(|reading| self::reading(out, reading));
}

fn reading(out: &mut String, reading: &Reading) {
    let outlets = told(&reading.outlets);
    match (reading.value.as_str(), outlets.as_str()) {
        ("", _) => out.push_str("  -"),
        (value, "") => put(out, format_args!("  - **{}**", escaped(value))),
        (value, outlets) => put(out, format_args!("  - **{}** ({outlets})", escaped(value))),
    }
    out.push('\n');
    for quotation in &reading.evidence {
        put(out, format_args!("    - “{}” – {}\n", told(&quotation.words), told(&quotation.from)));
    }
}

/// Tags and not asterisks: those stand for nothing between some characters.
fn told(line: &Line) -> String {
    let mut out = String::new();
    for inline in line {
        let text = escaped(inline.text());
        match inline {
            Inline::Plain { .. } | Inline::Name { .. } | Inline::Soft { .. } | Inline::Link { .. } => {
                out.push_str(&text);
            }
            Inline::Code { text } => put(&mut out, format_args!("<code>{}</code>", escaped(text))),
            Inline::Strong { .. } | Inline::Marked { .. } => put(&mut out, format_args!("<b>{text}</b>")),
            Inline::Relation { .. } => put(&mut out, format_args!("<b>{text}</b>")),
            Inline::Sign { .. } => put(&mut out, format_args!("<sup>{text}</sup>")),
            Inline::Address { url } => out.push_str(&address(url)),
            Inline::Removed { .. } => put(&mut out, format_args!("<del>{text}</del>")),
            Inline::Added { .. } => put(&mut out, format_args!("<ins>{text}</ins>")),
        }
    }
    out
}

/// A link only where it cannot be mistaken for anything else.
fn address(url: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "/:?&=%.,;-_~#+!".contains(c);
    if url.chars().all(safe) { format!("<{url}>") } else { escaped(url) }
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
        Choice,
        invented::{ferry, hostile, reviewed},
        synopsis::{Filter, Synopsis},
    };

    fn document(invented: &crate::invented::Invented) -> String {
        let choice = Choice::of(Filter::all());
        let document = Document::of(&Synopsis::of(invented.account(), &choice.filter), &choice);
        String::from_utf8(write(&document)).expect("Markdown is UTF-8")
    }

    #[test]
    fn words_that_diverge_carry_their_sign() {
        let document = document(&ferry());
        assert!(document.contains("- **The Lantern** (lead): –<sup>S</sup> <b>Eleven</b><sup>F</sup> people drowned"));
        assert!(document.contains("- Coast Daily: *not found* (Nearest, 0.31: “At least three people died"));
        let words = "“<b>Eleven</b> people drowned as the ferry Marna rammed a barge off Orrin.”";
        assert!(
            document.contains(&format!(
                "  - **11** (The Lantern)\n    - {words} – The Lantern, paragraph 1, characters 0–6"
            ))
        );
    }

    #[test]
    fn what_was_ruled_stands_beside_its_finding_and_together() {
        let document = document(&reviewed());
        assert!(document.contains("  - *<b>Confirmed</b> 2031-05-09 08:30 UTC: The coast guard confirms 11.*\n"));
        assert!(document.contains("1 are confirmed and 0 dismissed"), "{document}");
        assert!(document.contains("### No longer supported"));
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
    fn every_row_of_a_table_has_all_its_columns() {
        let document = document(&hostile().row(&[(0, 0)]));
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        let lines: Vec<&str> = document.lines().collect();
        let tables = lines.split(|line| !line.starts_with('|')).filter(|table| !table.is_empty());
        let mut count = 0;
        for table in tables {
            assert!(table.iter().all(|line| bars(line) == bars(table[0])), "{table:?}");
            count += 1;
        }
        assert!(count > 1);
    }
}
