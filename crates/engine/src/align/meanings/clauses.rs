//! Cuts a claim into clauses, roughly: at marks and at words that begin a clause.

use crate::{embed::name, text::is_function_word};
use std::ops::Range;

/// A clause holds so many words that mean something; a shorter one goes on into the next.
const SHORTEST: usize = 4;

/// Each clause as a range of `pieces`; together they are all of them. At least one.
pub(super) fn clauses(pieces: &[usize]) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    let ends = (1..pieces.len()).filter(|&at| is_mark(name(pieces[at - 1])) || begins(name(pieces[at])));
    for to in ends.chain([pieces.len()]) {
        match clauses.last_mut() {
            Some(last) if weight(&pieces[last.clone()]) < SHORTEST => last.end = to,
            _ => clauses.push(from..to),
        }
        from = to;
    }
    if clauses.len() > 1 && clauses.last().is_some_and(|last| weight(&pieces[last.clone()]) < SHORTEST) {
        clauses.pop();
        if let Some(last) = clauses.last_mut() {
            last.end = pieces.len();
        }
    }
    clauses
}

fn weight(pieces: &[usize]) -> usize {
    pieces.iter().map(|&piece| name(piece)).filter(|name| is_part_of_meaning(name)).count()
}

fn is_part_of_meaning(name: &str) -> bool {
    name.chars().all(char::is_alphanumeric) && !is_function_word(name)
}

fn is_mark(name: &str) -> bool {
    matches!(name, "," | ";" | ":" | "\u{2014}" | "-" | "\u{2013}" | "(" | ")" | "\"" | "\u{201c}" | "\u{201d}")
}

fn begins(name: &str) -> bool {
    matches!(
        name,
        "after"
            | "although"
            | "and"
            | "as"
            | "because"
            | "before"
            | "but"
            | "for"
            | "if"
            | "including"
            | "saying"
            | "since"
            | "that"
            | "though"
            | "to"
            | "when"
            | "where"
            | "which"
            | "while"
            | "who"
            | "with"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embed::pieces;

    fn check(text: &str, expected: &[&str]) {
        let pieces: Vec<usize> = pieces(text).into_iter().map(|(piece, _)| piece).collect();
        let told = |range: Range<usize>| pieces[range].iter().map(|&piece| name(piece)).collect::<Vec<_>>().join(" ");
        let cut: Vec<String> = clauses(&pieces).into_iter().map(told).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn a_clause_begins_at_a_mark_or_a_joining_word() {
        check(
            "The mayor closed the old harbour bridge, after engineers found deep cracks in both towers",
            &["the mayor closed the old harbour bridge ,", "after engineers found deep cracks in both towers"],
        );
    }

    #[test]
    fn short_clauses_go_on() {
        check("On Monday, the mayor closed the bridge", &["on monday , the mayor closed the bridge"]);
    }

    #[test]
    fn nothing_is_one_empty_clause() {
        check("", &[""]);
    }
}
