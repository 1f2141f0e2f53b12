//! Running heads, feet and page numbers: lines at the top or bottom that come back page after page.

use super::{Page, lines::Line};
use regex::Regex;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Lines from the top and from the bottom of a page among which running ones stand.
const EDGE: usize = 3;

/// What running lines told before they went.
#[derive(Default)]
pub(super) struct Running {
    /// The page's address, as browsers print it.
    pub(super) url: Option<String>,
    /// Each once, in order.
    pub(super) texts: Vec<String>,
}

impl Running {
    /// Those that name a day in words: one in figures is the day on which a browser printed.
    pub(super) fn dates(&self) -> Vec<&str> {
        self.texts
            .iter()
            .map(String::as_str)
            .filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
            .collect()
    }
}

/// Takes the running lines out of `pages`.
pub(super) fn removed(pages: &mut [Page]) -> Running {
    let repeated = repeated(pages);
    let mut running = Running::default();
    for page in pages.iter_mut() {
        let edges = edges(page);
        let mut at = 0;
        page.lines.retain(|line| {
            at += 1;
            let runs = edges.contains(&(at - 1)) && (repeated.contains(&shape(line)) || is_page_number(&line.text));
            if runs && running.url.is_none() {
                running.url = url(&line.text);
            }
            if runs && !running.texts.contains(&line.text) {
                running.texts.push(line.text.clone());
            }
            !runs
        });
    }
    running
}

/// Shapes of edge lines that stand on a third of the pages, and on two at least: left and right
/// pages may differ.
fn repeated(pages: &[Page]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let shapes: BTreeSet<String> = edges(page).into_iter().map(|at| shape(&page.lines[at])).collect();
        for shape in shapes {
            *counts.entry(shape).or_default() += 1;
        }
    }
    counts.into_iter().filter(|&(_, count)| count >= 2 && count * 3 >= pages.len()).map(|(shape, _)| shape).collect()
}

/// Places of the lines at the top and the bottom.
fn edges(page: &Page) -> BTreeSet<usize> {
    let mut places: Vec<usize> = (0..page.lines.len()).collect();
    places.sort_by(|&one, &other| page.lines[other].y.total_cmp(&page.lines[one].y));
    let top = places.iter().take(EDGE).copied();
    let bottom = places.iter().rev().take(EDGE).copied();
    top.chain(bottom).collect()
}

/// What a line is compared by: its letters and its height on the page, numbers being equal.
fn shape(line: &Line) -> String {
    let mut shape = String::new();
    for c in line.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        let c = if c.is_numeric() { '#' } else { c };
        if c != '#' || !shape.ends_with('#') {
            shape.push(c);
        }
    }
    format!("{} {shape}", (line.y / 6.0).round())
}

fn is_page_number(text: &str) -> bool {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?i)[-–—|\s]*(?:page|p\.|seite|pagina|página|s\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur|di|van|\|)\s*\d{1,4})?[-–—|\s]*$")
            .expect("a pattern of ours compiles")
    });
    NUMBER.is_match(text)
}

fn url(text: &str) -> Option<String> {
    text.split_whitespace().find(|word| word.starts_with("https://") || word.starts_with("http://")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(texts: &[&str]) -> Page {
        let line = |(row, text): (usize, &&str)| Line {
            text: (*text).into(),
            left: 0.0,
            right: 100.0,
            y: 800.0 - 100.0 * row as f64,
            size: 10.0,
        };
        Page { lines: texts.iter().enumerate().map(line).collect(), plain: String::new() }
    }

    fn check(pages: &[&[&str]], expected: &[&[&str]]) {
        let mut pages: Vec<Page> = pages.iter().map(|texts| page(texts)).collect();
        removed(&mut pages);
        let left: Vec<Vec<&str>> =
            pages.iter().map(|page| page.lines.iter().map(|line| line.text.as_str()).collect()).collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn heads_and_page_numbers_go() {
        check(
            &[&["The Post", "One.", "Two.", "1"], &["The Post", "Three.", "Four.", "Page 2 of 2"]],
            &[&["One.", "Two."], &["Three.", "Four."]],
        );
    }

    #[test]
    fn a_single_page_loses_only_its_number() {
        check(&[&["The Post", "One.", "– 7 –"]], &[&["The Post", "One."]]);
    }

    #[test]
    fn the_address_that_a_browser_prints_is_kept() {
        let mut pages =
            vec![page(&["One.", "https://post.example/a 1/2"]), page(&["Two.", "https://post.example/a 2/2"])];
        assert_eq!(removed(&mut pages).url.as_deref(), Some("https://post.example/a"));
    }
}
