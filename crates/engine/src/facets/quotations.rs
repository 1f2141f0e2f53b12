//! Finds what stands in quotation marks, whatever their style, across sentences and paragraphs.

use crate::text::{Text, Word};
use story::Span;

/// The part of a quoted passage that lies within one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Between the marks, in bytes of the article's body.
    pub(crate) span: Span,
    /// Parts of one passage that runs over several claims share it; unique within the article.
    pub(crate) passage: usize,
}

/// The quotations of every claim, in the order of the claims.
pub(crate) fn find(text: &Text) -> Vec<Vec<Quotation>> {
    let mut passages: Vec<Span> = Vec::new();
    let mut is_open = false;
    for (start, paragraph) in text.article.paragraphs() {
        let goes_on = is_open && ends_what_went_before(paragraph);
        let found = passages_of(paragraph, goes_on);
        is_open = found.last().is_some_and(|last| last.end == paragraph.len());
        passages.extend(found.into_iter().map(|span| span.shifted(start)));
    }
    text.claims
        .iter()
        .map(|claim| {
            let within = passages.iter().enumerate().filter(|(_, span)| span.overlaps(claim.span));
            within
                .map(|(passage, span)| Quotation {
                    span: Span::new(span.start.max(claim.span.start), span.end.min(claim.span.end)),
                    passage,
                })
                .collect()
        })
        .collect()
}

/// Whether a paragraph after an open quotation closes it: its marks are odd in number, and none stands at its start.
fn ends_what_went_before(paragraph: &str) -> bool {
    let marks = paragraph.chars().filter(|&c| c == '"' || c == '”').count();
    marks % 2 == 1 && !paragraph.trim_start().starts_with(['"', '“', '”'])
}

/// The words of a claim within a quotation, without bracketed inserts.
pub(crate) fn uttered<'s>(words: &'s [Word<'s>], quotation: Span) -> Vec<&'s Word<'s>> {
    let mut depth = 0;
    let mut uttered = Vec::new();
    for word in words.iter().filter(|word| quotation.contains(word.span)) {
        match word.text {
            "[" => depth += 1,
            "]" => depth -= 1,
            _ if depth <= 0 && word.is_word() => uttered.push(word),
            _ => {}
        }
    }
    uttered
}

/// What opened a passage, and therefore what closes it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    Double,
    Single,
}

/// The passages between marks of one paragraph. One that is not closed runs to the paragraph's end,
/// one that is not opened begins at its start.
pub(crate) fn passages(paragraph: &str) -> Vec<Span> {
    passages_of(paragraph, false)
}

/// The same; `goes_on` tells that the paragraph begins within a quotation.
fn passages_of(paragraph: &str, goes_on: bool) -> Vec<Span> {
    let chars: Vec<(usize, char)> = paragraph.char_indices().collect();
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).map_or(' ', |&(_, c)| c);
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<(Mark, usize)> = goes_on.then_some((Mark::Double, 0));
    let mut i = 0;
    while i < chars.len() {
        let (byte, c) = chars[i];
        let (before, after) = (at(i.checked_sub(1)), at(Some(i + 1)));
        let doubled = matches!(c, '\'' | '"') && after == c;
        let end = byte + c.len_utf8() + usize::from(doubled);
        match (mark(c, doubled), open) {
            (Some(Mark::Double), None) if found.is_empty() && closes(c, before) => found.push(Span::new(0, byte)),
            (Some(Mark::Double), None | Some((Mark::Single, _))) => open = Some((Mark::Double, end)),
            (Some(Mark::Double), Some((Mark::Double, start))) if !matches!(c, '“' | '„' | '«') => {
                found.push(Span::new(start, byte));
                open = None;
            }
            (Some(Mark::Single), None) if opens_single(before, after) => open = Some((Mark::Single, end)),
            (Some(Mark::Single), Some((Mark::Single, start))) if !after.is_alphanumeric() => {
                found.push(Span::new(start, byte));
                open = None;
            }
            _ => {}
        }
        i += 1 + usize::from(doubled);
    }
    if let Some((Mark::Double, start)) = open {
        found.push(Span::new(start, paragraph.len()));
    }
    found.retain(|span| !span.of(paragraph).trim().is_empty());
    found
}

fn mark(c: char, doubled: bool) -> Option<Mark> {
    match c {
        '"' | '“' | '”' | '„' | '«' | '»' => Some(Mark::Double),
        '\'' if doubled => Some(Mark::Double),
        '\'' | '‘' | '’' => Some(Mark::Single),
        _ => None,
    }
}

/// Whether a mark after this character can only close a quotation.
fn closes(c: char, before: char) -> bool {
    matches!(c, '”' | '"') && matches!(before, ',' | '.' | '?' | '!')
}

fn opens_single(before: char, after: char) -> bool {
    !before.is_alphanumeric() && before != '.' && after.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::test_text::article;

    fn check(paragraph: &str, expected: &[&str]) {
        let found: Vec<&str> = passages(paragraph).into_iter().map(|span| span.of(paragraph)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_of_every_style_hold_a_quotation() {
        check("He said \"no\" and “never” and «jamais» and 'not so'.", &["no", "never", "jamais", "not so"]);
        check("''We left,'' she said.", &["We left,"]);
    }

    #[test]
    fn an_apostrophe_is_not_a_mark() {
        check("The workers' rights aren't Novák's concern.", &[]);
        check("“It’s the workers’ call,” he said.", &["It’s the workers’ call,"]);
    }

    #[test]
    fn a_quotation_without_an_end_runs_to_the_end_of_its_paragraph() {
        check("“We were afraid. We ran.", &["We were afraid. We ran."]);
    }

    #[test]
    fn an_open_quotation_is_closed_in_the_next_paragraph() {
        let article = article("a", "\"We felt it.\nPeople ran, \"Ana Ruiz said.\nThe dam held.");
        let found: Vec<Vec<&str>> = find(&Text::of(0, &article))
            .iter()
            .map(|claim| claim.iter().map(|quotation| quotation.span.of(&article.body)).collect())
            .collect();
        assert_eq!(found, [vec!["We felt it."], vec!["People ran, "], vec![]]);
    }

    #[test]
    fn a_split_quotation_is_two() {
        check("“We ran,” she said, “and hid.”", &["We ran,", "and hid."]);
    }
}
