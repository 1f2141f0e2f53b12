//! Puts the cells of a row next to each other, or below each other where there are many.

use super::{BOLD, DIM, cells, text::Text};
use report::synopsis::{Row, Synopsis};

const BETWEEN: &str = " │";

/// Widest column of names where outlets stand below each other.
const NAMES: usize = 24;

/// The widths of a table whose columns stand next to each other.
pub(super) struct Grid {
    gutter: usize,
    widths: Vec<usize>,
}

impl Grid {
    /// Shares `width` among the columns; what is left over goes to the first ones.
    pub(super) fn of(columns: usize, gutter: usize, width: usize) -> Option<Self> {
        let free = width.checked_sub(gutter + (BETWEEN.chars().count() + 1) * columns)?;
        let (each, over) = (free.checked_div(columns)?, free % columns);
        Some(Self { gutter, widths: (0..columns).map(|column| each + usize::from(column < over)).collect() })
    }

    /// The width of the first column; no other is wider, and none is narrower by more than one.
    pub(super) fn widest(&self) -> usize {
        self.widths.first().copied().unwrap_or(0)
    }

    pub(super) fn header(&self, synopsis: &Synopsis) -> Vec<String> {
        let labels = synopsis.columns.iter().map(|column| vec![Text::of(&column.label, BOLD)]).collect();
        let mut lines = self.lines("", labels);
        let rules: Vec<String> = self.widths.iter().map(|width| format!("─┼─{}", "─".repeat(*width))).collect();
        lines.push(format!("{DIM}{}{}{DIM:#}", "─".repeat(self.gutter), rules.concat()));
        lines
    }

    pub(super) fn row(&self, row: &Row) -> Vec<String> {
        let cells = row.cells.iter().map(|cell| cells::texts(cell, &row.findings)).collect();
        self.lines(&row.number.to_string(), cells)
    }

    fn lines(&self, number: &str, cells: Vec<Vec<Text>>) -> Vec<String> {
        let gutter = vec![Text::of(&format!("{number:>gutter$}", gutter = self.gutter - 1), DIM)];
        let widths = std::iter::once(self.gutter).chain(self.widths.iter().copied());
        beside(&std::iter::once(gutter).chain(cells).zip(widths).collect::<Vec<_>>(), BETWEEN)
    }
}

/// The outlets that carry the row's claim, one below the other; those with the same words
/// together. Those that lack it share a line.
pub(super) fn stacked(synopsis: &Synopsis, row: &Row, gutter: usize, width: usize) -> Vec<String> {
    let mut told: Vec<(Vec<&str>, Vec<Text>)> = Vec::new();
    let mut absent = Vec::new();
    for (column, cell) in synopsis.columns.iter().zip(&row.cells) {
        let texts = cells::texts(cell, &row.findings);
        match told.iter_mut().find(|(_, same)| *same == texts) {
            _ if cell.passages.is_empty() => absent.push(column.label.as_str()),
            Some((labels, _)) => labels.push(&column.label),
            None => told.push((vec![&column.label], texts)),
        }
    }
    let widest = synopsis.columns.iter().map(|column| Text::of(&column.label, BOLD).width()).max().unwrap_or(0);
    let names = widest.min(NAMES).min(width / 3);
    let rest = width.saturating_sub(gutter + names + 2).max(1);
    let mut rows: Vec<(Text, Vec<Text>)> =
        told.into_iter().map(|(labels, texts)| (Text::of(&labels.join(", "), BOLD), texts)).collect();
    if !absent.is_empty() {
        rows.push((Text::of("·", DIM), vec![Text::of(&format!("not found in {}", absent.join(", ")), DIM)]));
    }
    let mut number = row.number.to_string();
    let mut lines = Vec::new();
    for (name, texts) in rows {
        let gutter_text = Text::of(&format!("{number:>wide$}", wide = gutter - 2), DIM);
        lines.extend(beside(&[(vec![gutter_text], gutter - 1), (vec![name], names + 1), (texts, rest)], ""));
        number.clear();
    }
    lines
}

/// Cells of given widths next to each other, as many lines as the longest needs. A space follows
/// what stands between them.
fn beside(cells: &[(Vec<Text>, usize)], between: &str) -> Vec<String> {
    let broken = |(texts, width): &(Vec<Text>, usize)| texts.iter().flat_map(|text| text.lines(*width)).collect();
    let columns: Vec<Vec<Text>> = cells.iter().map(broken).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let between = Text::of(between, DIM).padded(0) + " ";
    (0..height)
        .map(|at| {
            let part = |(lines, (_, width)): (&Vec<Text>, &(Vec<Text>, usize))| match lines.get(at) {
                Some(line) => line.padded(*width),
                None => " ".repeat(*width),
            };
            let parts: Vec<String> = columns.iter().zip(cells).map(part).collect();
            parts.join(&between).trim_end().to_owned()
        })
        .collect()
}
