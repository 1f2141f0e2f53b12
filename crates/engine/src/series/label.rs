//! Names what is counted or dated, in words as an article has them.

use crate::{
    facets::closed_class::is_closed,
    text::{Claim, Word},
};
use story::Span;

/// Words shown on each side of what is left out.
const FLANK: usize = 5;

/// "The barn held … of barley": the words around `span`, as far as no mark parts them from it.
pub(super) fn around(claim: &Claim, span: Span) -> String {
    let first = claim.words.iter().position(|word| word.span.end > span.start).unwrap_or(claim.words.len());
    let after = claim.words.iter().position(|word| word.span.start >= span.end).unwrap_or(claim.words.len());
    let start = (first.saturating_sub(FLANK)..first).rev().take_while(|&at| joins(&claim.words[at])).last();
    let end = (after..claim.words.len().min(after + FLANK)).take_while(|&at| joins(&claim.words[at])).last();
    // Within the claim's own text: spans count bytes of the body.
    let text = |from: usize, to: usize| claim.text[from - claim.span.start..to - claim.span.start].trim();
    let before = start.map_or("", |start| text(claim.words[start].span.start, span.start));
    let behind = end.map_or("", |end| text(span.end, claim.words[end].span.end));
    [before, "…", behind].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn joins(word: &Word) -> bool {
    word.is_word() || matches!(word.text, "-" | "'" | "’" | "%" | "$" | "€" | "£")
}

/// The first participle right around `span` whose stem `is_told` of by all: "damaged" of "12 houses were damaged".
pub(super) fn participle<'c>(claim: &'c Claim, span: Span, is_told: impl Fn(&str) -> bool) -> Option<&'c str> {
    let is_participle = |word: &&Word| word.lower.ends_with("ed") && !is_closed(&word.lower) && is_told(&word.stem);
    let behind = claim.words.iter().filter(|word| word.span.start >= span.end).take(4).take_while(|word| joins(word));
    let before = claim.words.iter().rev().filter(|word| word.span.end <= span.start).take(2);
    let found = behind.into_iter().find(is_participle).or_else(|| before.into_iter().find(is_participle));
    found.map(|word| word.text)
}
