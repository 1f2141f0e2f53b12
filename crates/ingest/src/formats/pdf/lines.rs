//! Characters to lines: what stands on one baseline without a gap.

use super::{direction::is_leftward, glyphs::Glyph};

/// A stretch of text on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The baseline, in points from the page's bottom.
    pub(super) y: f64,
    pub(super) size: f64,
}

/// In units of the type's size: less is no space, more is another column.
const SPACE: f64 = 0.15;
const COLUMN: f64 = 1.6;

/// The lines of a page in the order in which it draws them.
pub(super) fn of(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if line.goes_on_with(glyph) => line.take(glyph),
            Some(line) if line.goes_on_before(glyph) => line.begin_with(glyph),
            _ => lines.push(Line::of(glyph)),
        }
    }
    for line in &mut lines {
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    lines.retain(|line| !line.text.is_empty());
    with_initials(without_twins(lines))
}

impl Line {
    fn of(glyph: &Glyph) -> Self {
        let (left, right) = (glyph.x, glyph.x + glyph.width);
        Self { text: glyph.text.clone(), left, right, y: glyph.y, size: glyph.size }
    }

    fn goes_on_with(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let on_line = (self.y - glyph.y).abs() < size * 0.4; // raised and lowered figures stay
        let gap = glyph.x - self.right;
        on_line && (-0.6 * size..COLUMN * size).contains(&gap)
    }

    /// Some programs draw writing from right to left as it is written.
    fn goes_on_before(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let on_line = (self.y - glyph.y).abs() < size * 0.4;
        let gap = self.left - (glyph.x + glyph.width);
        let is_leftward = glyph.text.chars().chain(self.text.chars().take(2)).any(is_leftward);
        const LONGEST: usize = 4_096;
        is_leftward && on_line && self.text.len() < LONGEST && (-0.6 * size..COLUMN * size).contains(&gap)
    }

    fn begin_with(&mut self, glyph: &Glyph) {
        let is_space = self.left - (glyph.x + glyph.width) > SPACE * self.size.min(glyph.size);
        self.text.insert_str(0, if is_space { " " } else { "" });
        self.text.insert_str(0, &glyph.text);
        self.left = self.left.min(glyph.x);
    }

    fn take(&mut self, glyph: &Glyph) {
        let is_space = glyph.x - self.right > SPACE * self.size.min(glyph.size);
        if is_space && !self.text.ends_with(' ') && glyph.text != " " {
            self.text.push(' ');
        }
        self.text.push_str(&glyph.text);
        self.right = self.right.max(glyph.x + glyph.width);
        if glyph.size > self.size {
            (self.size, self.y) = (glyph.size, glyph.y);
        }
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Whether one stands, at least in part, above the other.
    pub(super) fn shares_column_with(&self, other: &Line) -> bool {
        self.left < other.right && other.left < self.right
    }
}

/// A line printed twice in one place is bold, not said twice.
fn without_twins(lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let is_twin = |other: &Line| {
            let near = line.size * 0.2;
            other.text == line.text && (other.left - line.left).abs() < near && (other.y - line.y).abs() < near
        };
        if !kept.iter().rev().take(8).any(is_twin) {
            kept.push(line);
        }
    }
    kept
}

/// A large initial is the first letter of the line beside it.
fn with_initials(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        let initial = joined.last().filter(|initial| {
            let is_letter = initial.text.chars().count() == 1 && initial.text.chars().all(char::is_uppercase);
            let is_beside = (0.0..initial.size).contains(&(line.left - initial.left));
            let reaches = line.y >= initial.y - line.size && line.y <= initial.y + initial.size;
            is_letter && initial.size > line.size * 1.7 && is_beside && reaches
        });
        if let Some(initial) = initial {
            line.text.insert_str(0, &initial.text);
            joined.pop();
        }
        joined.push(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as (x, y, size, text), each letter half as wide as it is high.
    fn check(words: &[(f64, f64, f64, &str)], expected: &[&str]) {
        let glyphs: Vec<Glyph> = words.iter().flat_map(|&(x, y, size, text)| Glyph::row(x, y, size, text)).collect();
        let lines: Vec<String> = of(&glyphs).into_iter().map(|line| line.text).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_gap_is_a_space_and_a_wide_one_a_column() {
        check(&[(0.0, 0.0, 10.0, "Three"), (28.0, 0.0, 10.0, "died")], &["Three died"]);
        check(&[(0.0, 0.0, 10.0, "Thr"), (15.5, 0.0, 10.0, "ee")], &["Three"]);
        check(&[(0.0, 0.0, 10.0, "Three"), (60.0, 0.0, 10.0, "four")], &["Three", "four"]);
    }

    #[test]
    fn a_raised_figure_stays_in_its_line() {
        check(&[(0.0, 0.0, 10.0, "12"), (10.0, 3.0, 6.0, "2"), (16.0, 0.0, 10.0, "km")], &["122 km"]);
    }

    #[test]
    fn what_is_printed_twice_is_read_once() {
        check(&[(0.0, 0.0, 10.0, "Sunk"), (0.3, 0.0, 10.0, "Sunk")], &["Sunk"]);
    }

    #[test]
    fn a_large_initial_belongs_to_its_word() {
        check(
            &[(0.0, -20.0, 36.0, "T"), (20.0, 0.0, 10.0, "he ferry"), (20.0, -12.0, 10.0, "sank")],
            &["The ferry", "sank"],
        );
    }
}
