//! The order in which a page is read.
//!
//! Pages mostly draw their text in the order in which it is read, and no rule of ours knows better
//! where a box belongs. Where a page draws row by row across its columns, it is cut along its gaps
//! instead, upright ones first (Nagy and Seth 1984, the X-Y cut).

use super::lines::Line;

/// Lines above which a page is left as it was drawn: no page of text has as many.
const MOST: usize = 5_000;

/// Lines that a page's head or foot has at most.
const EDGE: usize = 3;

pub(super) fn in_reading_order(lines: Vec<Line>) -> Vec<Line> {
    let lines = if lines.len() > MOST || !is_drawn_across(&lines) { lines } else { cut(lines, 0) };
    with_margins_outside(lines)
}

/// Heads and feet are often drawn last or first; they are read first and last.
fn with_margins_outside(lines: Vec<Line>) -> Vec<Line> {
    let mut heights: Vec<(f64, f64)> = lines.iter().map(|line| (line.y, line.size)).collect();
    heights.sort_by(|one, other| other.0.total_cmp(&one.0));
    let edge = EDGE.min(lines.len() / 2);
    let is_apart = |pair: &&[(f64, f64)]| pair[0].0 - pair[1].0 - pair[1].1 > 1.5 * pair[0].1.min(pair[1].1);
    let below = heights.windows(2).take(edge).find(is_apart).map_or(f64::INFINITY, |pair| pair[1].0);
    let above = heights.windows(2).rev().take(edge).find(is_apart).map_or(f64::NEG_INFINITY, |pair| pair[0].0);
    let (heads, rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.y > below && below > above);
    let (feet, body): (Vec<Line>, Vec<Line>) = rest.into_iter().partition(|line| line.y < above && below > above);
    [heads, body, feet].concat()
}

/// Whether the page is drawn row by row, or without any order: among the lines that follow each
/// other, many go up or jump sideways on the same height.
fn is_drawn_across(lines: &[Line]) -> bool {
    let jumps = lines.windows(2).filter(|pair| {
        let (line, next) = (&pair[0], &pair[1]);
        let beside = (line.y - next.y).abs() < line.size * 0.5 && !line.shares_column_with(next);
        let above = next.y > line.y + line.size && line.shares_column_with(next);
        beside || above
    });
    let jumps = jumps.count();
    jumps >= 3 && jumps * 5 > lines.len()
}

fn cut(lines: Vec<Line>, depth: usize) -> Vec<Line> {
    const LEVELS: usize = 40;
    let size = lines.iter().map(|line| line.size).fold(0.0, f64::max);
    let columns = gap(lines.iter().map(|line| (line.left, line.right)), size * 0.6);
    if let Some(at) = columns.filter(|_| depth < LEVELS) {
        let (left, right): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.right <= at);
        return [cut(left, depth + 1), cut(right, depth + 1)].concat();
    }
    let rows = gap(lines.iter().map(|line| (line.y, line.y + line.size)), 0.0);
    if let Some(at) = rows.filter(|_| depth < LEVELS) {
        let (above, below): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.y >= at);
        return [cut(above, depth + 1), cut(below, depth + 1)].concat();
    }
    from_the_top(lines)
}

fn from_the_top(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| other.y.total_cmp(&one.y).then(one.left.total_cmp(&other.left)));
    lines
}

/// The middle of the widest gap, at least `least` wide, that none of the stretches touches.
fn gap(stretches: impl Iterator<Item = (f64, f64)>, least: f64) -> Option<f64> {
    let mut stretches: Vec<(f64, f64)> = stretches.collect();
    stretches.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut end = stretches.first()?.1;
    let mut widest: Option<(f64, f64)> = None;
    for (from, to) in stretches {
        let width = from - end;
        if width > least && widest.is_none_or(|(widest, _)| width > widest) {
            widest = Some((width, end + width / 2.0));
        }
        end = end.max(to);
    }
    widest.map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[(f64, f64, &str)], expected: &str) {
        let line = |&(left, y, text): &(f64, f64, &str)| Line {
            text: text.into(),
            left,
            right: left + text.len() as f64 * 5.0,
            y,
            size: 10.0,
        };
        let ordered = in_reading_order(lines.iter().map(line).collect());
        let texts: Vec<&str> = ordered.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts.join(" "), expected);
    }

    #[test]
    fn columns_drawn_row_by_row_are_read_one_after_the_other() {
        check(
            &[
                (0.0, 120.0, "A headline above both columns"),
                (0.0, 90.0, "a1"),
                (100.0, 90.0, "b1"),
                (0.0, 78.0, "a2"),
                (100.0, 78.0, "b2"),
                (0.0, 66.0, "a3"),
                (100.0, 66.0, "b3"),
                (0.0, 54.0, "a4"),
                (100.0, 54.0, "b4"),
            ],
            "A headline above both columns a1 a2 a3 a4 b1 b2 b3 b4",
        );
    }

    #[test]
    fn a_head_that_is_drawn_last_is_read_first() {
        check(
            &[(0.0, 90.0, "a1"), (0.0, 78.0, "a2"), (0.0, 66.0, "a3"), (0.0, 140.0, "The Post")],
            "The Post a1 a2 a3",
        );
    }

    #[test]
    fn a_page_drawn_in_order_is_left_as_it_is() {
        check(
            &[(100.0, 90.0, "lead"), (100.0, 78.0, "goes on"), (0.0, 90.0, "side"), (0.0, 78.0, "bar")],
            "lead goes on side bar",
        );
    }
}
