//! The synoptic table for a terminal: rows are claim groups, columns outlets.
//!
//! - [`head`] tells what story this is and how much there is to see,
//! - [`cells`] marks the words of a claim, [`findings`] tells what is marked,
//! - [`grid`] puts cells next to each other, [`text`] breaks their lines.
//!
//! Where the columns would be too narrow to read, the outlets stand below each other instead.

mod cells;
mod findings;
mod grid;
mod head;
mod text;

use anstyle::Style;
use grid::{Grid, stacked};
use report::synopsis::{Row, Synopsis};
use text::Text;

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Narrowest column in which a sentence reads well.
const COLUMN: usize = 22;

/// The table in lines of at most `width` columns, with escape codes for colour.
pub(crate) fn write(synopsis: &Synopsis, width: usize) -> String {
    let mut lines = head::lines(synopsis, width);
    let gutter = synopsis.rows.last().map_or(1, |row| row.number.to_string().len()) + 2;
    let grid = Grid::of(synopsis.columns.len(), gutter, width).filter(|grid| grid.widest() >= COLUMN);
    if let Some(grid) = grid.as_ref().filter(|_| !synopsis.rows.is_empty()) {
        lines.extend(grid.header(synopsis));
    }
    for row in &synopsis.rows {
        let body = match &grid {
            Some(grid) => grid.row(row),
            None => stacked(synopsis, row, gutter, width),
        };
        lines.extend(body);
        lines.extend(below(row, gutter, width));
    }
    lines.extend(head::closing(synopsis, width));
    lines.join("\n") + "\n"
}

/// The findings of a row, and an empty line.
fn below(row: &Row, gutter: usize, width: usize) -> Vec<String> {
    let findings = row.findings.iter().map(findings::finding);
    let alike = row.look_alikes.iter().map(|alike| findings::look_alike(alike));
    let all: Vec<(Text, Text)> = findings.chain(alike).collect();
    let signs = all.iter().map(|(sign, _)| sign.width()).max().unwrap_or(0);
    let indent = " ".repeat(gutter);
    let shared = row.corroboration().map(|told| format!("{indent}{}", Text::of(&told, DIM).padded(0)));
    let mut lines: Vec<String> = shared.into_iter().collect();
    for (sign, told) in &all {
        let rest = width.saturating_sub(gutter + signs + 1).max(COLUMN);
        for (index, line) in told.lines(rest).iter().enumerate() {
            let sign = if index == 0 { sign.padded(signs) } else { " ".repeat(signs) };
            lines.push(format!("{indent}{sign} {}", line.padded(0)));
        }
    }
    lines.push(String::new());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use report::{
        invented::{Invented, ferry, hostile},
        synopsis::{Filter, Rows},
    };
    use story::Kind;
    use unicode_width::UnicodeWidthStr;

    fn table(invented: &Invented, filter: &Filter, width: usize) -> String {
        anstream::adapter::strip_str(&write(&Synopsis::of(invented.account(), filter), width)).to_string()
    }

    fn check(width: usize, golden: &str) {
        let table = table(&ferry(), &Filter::all(), width);
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&table), lines(golden), "\n{table}");
    }

    #[test]
    fn outlets_stand_next_to_each_other() {
        check(96, include_str!("golden/beside.txt"));
    }

    #[test]
    fn in_a_narrow_terminal_they_stand_below_each_other() {
        check(60, include_str!("golden/below.txt"));
    }

    #[test]
    fn what_is_filtered_out_is_not_marked() {
        let filter = Filter { rows: Rows::Divergent, kinds: vec![Kind::Wording], min_score: 0.5, ..Filter::all() };
        let table = table(&ferry(), &filter, 96);
        assert!(
            table.contains("«refused»W")
                && !table.contains("»S")
                && table.contains("1 of 3 claim groups diverge in the kinds")
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for (invented, width) in
            [ferry(), hostile()].iter().flat_map(|invented| [40, 60, 80, 120].map(|w| (invented, w)))
        {
            for line in table(invented, &Filter::all(), width).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn text_of_others_commands_no_terminal() {
        let table = write(&Synopsis::of(hostile().account(), &Filter::all()), 100);
        assert!(!table.contains("\u{1b}[2J") && !table.contains('\u{202e}') && table.contains("\\u{1b}"));
    }
}
