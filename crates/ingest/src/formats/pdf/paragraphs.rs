//! Lines to paragraphs: joined where they run on, their hyphens undone.

use super::{Page, lines::Line};
use crate::{
    formats::press,
    furniture::{byline, date_line},
    plain::{ends_as_sentence, is_unspaced, one_line},
};
use std::collections::{BTreeMap, BTreeSet};

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) size: f64,
    /// 0-based.
    pub(super) page: usize,
}

/// The paragraphs of all pages in reading order.
pub(super) fn of(pages: &[Page]) -> Vec<Block> {
    let words = words(pages);
    let mut blocks: Vec<(Block, Vec<&str>)> = Vec::new();
    let mut last: Option<(usize, &Line)> = None;
    for (number, page) in pages.iter().enumerate() {
        let layout = Layout::of(&page.lines);
        for (at, line) in page.lines.iter().enumerate() {
            let goes_on = last.is_some_and(|(last_page, last)| {
                let shape = if last_page == number { Some(&layout) } else { None };
                goes_on(last, line, layout.columns[at], shape.map(|layout| (layout, layout.columns[at - 1])))
            });
            match blocks.last_mut().filter(|_| goes_on) {
                Some((_, lines)) => lines.push(&line.text),
                None => blocks.push((Block { text: String::new(), size: line.size, page: number }, vec![&line.text])),
            }
            last = Some((number, line));
        }
        for paragraph in page.plain.split("\n\n") {
            let lines: Vec<&str> = paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            if !lines.is_empty() {
                blocks.push((Block { text: String::new(), size: 0.0, page: number }, lines));
                last = None;
            }
        }
    }
    let join = |(block, lines): (Block, Vec<&str>)| Block { text: joined(&lines, &words), ..block };
    blocks.into_iter().map(join).filter(|block| !block.text.is_empty()).collect()
}

/// The size of type that most of the text has.
pub(super) fn body_size(blocks: &[Block]) -> f64 {
    most_common(blocks.iter().map(|block| (block.size, block.text.len())))
}

/// Where the lines of a page begin and end, and how far apart they stand.
struct Layout {
    /// For each line the left and right end of its column.
    columns: Vec<(f64, f64)>,
    /// Between baselines, in units of the type's size.
    leading: f64,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let steps = lines
            .windows(2)
            .filter(|pair| is_below(&pair[0], &pair[1]))
            .map(|pair| (pair[0].y - pair[1].y) / pair[0].size.max(1.0));
        Self { columns: columns(lines), leading: leading(steps.filter(|step| *step < 3.0)).unwrap_or(1.2) }
    }
}

/// The least of the common steps, rounded to twentieths: where paragraphs have two lines each, the step between them is
/// as common as the one within them.
fn leading(steps: impl Iterator<Item = f64>) -> Option<f64> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for step in steps {
        *counts.entry((step * 20.0).round() as i64).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    let least = counts.into_iter().find(|&(step, count)| step > 0 && count * 3 >= most)?;
    Some(least.0 as f64 / 20.0)
}

/// The ends of the column of each line: a column goes on as long as the lines go down.
fn columns(lines: &[Line]) -> Vec<(f64, f64)> {
    let mut columns = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|pair| !is_below(&pair[0], &pair[1])).map_or(rest.len(), |at| at + 1);
        let (column, others) = rest.split_at(end);
        let left = column.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = column.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        columns.extend(column.iter().map(|_| (left, right)));
        rest = others;
    }
    columns
}

fn is_below(line: &Line, next: &Line) -> bool {
    next.y < line.y && line.shares_column_with(next) && is_alike(line.size, next.size)
}

fn is_alike(size: f64, other: f64) -> bool {
    (size - other).abs() <= 0.12 * size.max(other)
}

/// Whether `next` belongs to the paragraph of `line`. `column` is that of `next`; `same_page` the
/// layout and the column of `line` if both stand on one page.
fn goes_on(line: &Line, next: &Line, column: (f64, f64), same_page: Option<(&Layout, (f64, f64))>) -> bool {
    if !is_alike(line.size, next.size) || begins_an_item(&next.text) || is_fact(&line.text) || is_fact(&next.text) {
        return false;
    }
    let is_indented = next.left > column.0 + 0.7 * next.size;
    let ends = ends_as_sentence(&line.text);
    match same_page {
        Some((layout, own)) if is_below(line, next) => {
            let is_apart = line.y - next.y > line.size * layout.leading * 1.3;
            let was_indented = line.left > own.0 + 0.7 * line.size;
            let is_short = line.right < own.1 - 0.2 * (own.1 - own.0);
            let is_set_off = is_indented && (!was_indented || (is_short && ends));
            !(is_apart || is_set_off || (is_short && ends && begins_a_sentence(&next.text)))
        }
        // On the same height: the cells of a row, or a gap within a line.
        Some(_) if (line.y - next.y).abs() < line.size * 0.5 => !ends || !begins_a_sentence(&next.text),
        _ => {
            let is_short = line.width() < 0.8 * next.width();
            !ends || !(is_indented || is_short)
        }
    }
}

/// Whether a line stands by itself, however it is set.
fn is_fact(line: &str) -> bool {
    const LONGEST: usize = 100;
    line.len() <= LONGEST && (byline(line).is_some() || date_line(line).is_some() || press::is_field(line))
}

fn begins_a_sentence(text: &str) -> bool {
    text.trim_start_matches(['"', '“', '„', '«', '‘', '\'', '('])
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

fn begins_an_item(text: &str) -> bool {
    text.starts_with(['•', '●', '▪', '■', '–', '‣', '◦']) && text.chars().count() > 2
}

/// One text of the lines of a paragraph. A hyphen at a line's end goes where the word without it
/// is known or the word with it is not; one that the program inserted itself (U+0002) always goes.
fn joined(lines: &[&str], words: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for line in lines {
        let ends_in_hyphen = text.ends_with(['-', '‐']);
        if text.ends_with(['\u{2}', '\u{ad}']) || (ends_in_hyphen && is_broken(&text, line, words)) {
            text.pop();
        } else if text.ends_with(is_unspaced) && line.starts_with(is_unspaced) {
            // Chinese and Japanese have no blanks to put back.
        } else if !ends_in_hyphen || text.ends_with(" -") || text.ends_with(" ‐") {
            text.push(' ');
        }
        text.push_str(line);
    }
    one_line(&text.replace('\u{2}', ""))
}

/// Whether the hyphen at the end of `text` was put there to break a word.
fn is_broken(text: &str, next: &str, words: &BTreeSet<String>) -> bool {
    let stem = text.trim_end_matches(['-', '‐']);
    let first = word_at_end(stem);
    let second: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    if first.is_empty() || !second.starts_with(char::is_lowercase) || stem.ends_with('-') {
        return false;
    }
    let whole = format!("{first}{second}").to_lowercase();
    let with_hyphen = format!("{first}-{second}").to_lowercase();
    words.contains(&whole) || !words.contains(&with_hyphen)
}

fn word_at_end(text: &str) -> &str {
    let start = text.char_indices().rev().find(|(_, c)| !c.is_alphabetic()).map_or(0, |(at, c)| at + c.len_utf8());
    &text[start..]
}

/// The words that stand within lines: how the document spells them.
fn words(pages: &[Page]) -> BTreeSet<String> {
    let lines = pages.iter().flat_map(|page| &page.lines);
    lines
        .flat_map(|line| {
            let words = line
                .text
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
            let count = line.text.split_whitespace().count();
            let is_broken = line.text.ends_with(['-', '‐']);
            words.take(if is_broken { count - 1 } else { count }).collect::<Vec<_>>()
        })
        .collect()
}

/// The most common of weighted numbers, rounded to twentieths; 0 if there are none.
fn most_common(numbers: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut weights: BTreeMap<i64, usize> = BTreeMap::new();
    for (number, weight) in numbers {
        *weights.entry((number * 20.0).round() as i64).or_default() += weight;
    }
    weights.into_iter().max_by_key(|&(_, weight)| weight).map_or(0.0, |(number, _)| number as f64 / 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], elsewhere: &[&str], expected: &str) {
        let words = elsewhere.iter().map(|&word| word.to_owned()).collect();
        assert_eq!(joined(lines, &words), expected);
    }

    #[test]
    fn a_broken_word_is_made_whole() {
        check(&["The govern-", "ment said"], &[], "The government said");
        check(&["The govern\u{2}", "ment said"], &[], "The government said");
        check(&["The minis\u{ad}", "ter said"], &[], "The minister said");
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        check(&["a long-", "term plan"], &["long-term"], "a long-term plan");
        check(&["the Franco-", "German plan"], &[], "the Franco-German plan");
        check(&["a 10-", "year plan"], &[], "a 10-year plan");
    }

    #[test]
    fn a_dash_stays_a_dash() {
        check(&["It sank -", "at once"], &[], "It sank - at once");
    }
}
