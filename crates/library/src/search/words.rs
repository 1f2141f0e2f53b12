//! Turns what people type into an FTS5 expression. Nothing they type is an operator of FTS5: every
//! word goes in as a quoted string.

use super::scripts::{PARTING, parted};

/// A whole pasted paragraph is more than anyone means to look for.
const MOST_TERMS: usize = 64;

/// One word, or words in a row.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    text: String,
    /// Whether the last word may go on: `evacuat*`.
    is_beginning: bool,
}

/// All of the words, in the language of FTS5; `None` where there is not one word.
pub(crate) fn expression(typed: &str) -> Option<String> {
    let terms: Vec<String> = terms(typed).iter().take(MOST_TERMS).map(quoted).collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn quoted(term: &Term) -> String {
    let star = if term.is_beginning { " *" } else { "" };
    format!("\"{}\"{star}", parted(&term.text))
}

fn terms(typed: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = typed;
    while let Some(first) = rest.chars().next() {
        let (text, after) = if is_quote(first) {
            let inside = &rest[first.len_utf8()..];
            let end = inside.find(is_quote).unwrap_or(inside.len());
            (&inside[..end], inside[end..].trim_start_matches(is_quote))
        } else {
            rest.split_at(rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len()))
        };
        let is_beginning = text.ends_with('*') || after.starts_with('*');
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
        // Neither quotes nor the end of a C string may get into the expression.
        let text: String = text.chars().filter(|&c| c != PARTING).map(|c| if c == '\0' { ' ' } else { c }).collect();
        if text.chars().any(char::is_alphanumeric) {
            terms.push(Term { text, is_beginning });
        }
    }
    terms
}

/// The straight quote and those that word processors put in its place.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(expression(typed).map(|e| e.replace(PARTING, "|")).as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn words_must_all_be_there() {
        check("  ferry   fire ", Some(r#""ferry" AND "fire""#));
    }

    #[test]
    fn quotes_of_any_kind_hold_words_together() {
        check(r#""ferry fire" quay"#, Some(r#""ferry fire" AND "quay""#));
        check("“ferry fire”", Some(r#""ferry fire""#));
        check("«ferry fire»", Some(r#""ferry fire""#));
    }

    #[test]
    fn a_quote_that_is_not_closed_holds_to_the_end() {
        check(r#"quay "ferry fire"#, Some(r#""quay" AND "ferry fire""#));
    }

    #[test]
    fn a_star_leaves_the_ending_open() {
        check("evacuat*", Some(r#""evacuat*" *"#));
        check(r#""ferry evac"* now"#, Some(r#""ferry evac" * AND "now""#));
    }

    #[test]
    fn operators_of_the_index_are_plain_words() {
        check("fire NOT (smoke OR title:x^2)", Some(r#""fire" AND "NOT" AND "(smoke" AND "OR" AND "title:x^2)""#));
    }

    #[test]
    fn letters_of_unspaced_scripts_are_looked_for_in_a_row() {
        check("港口", Some("\"|港||口|\""));
    }

    #[test]
    fn signs_alone_are_nothing_to_look_for() {
        for typed in ["", "  ", "\"", "\"\"", "***", "— …", "\0"] {
            check(typed, None);
        }
    }
}
