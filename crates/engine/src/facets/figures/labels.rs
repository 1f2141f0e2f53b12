//! Numbers that name and do not count.

use super::{numerals::numeral, ranges::tally};
use crate::{
    facets::closed_class::{is_closed, is_open},
    text::Word,
};

/// "Flight 12", "No. 7", "12 East 9th Street", "555-0123".
pub(super) fn is_label(words: &[Word], at: usize, end: usize) -> bool {
    let word = |i: usize| words.get(i);
    if !words[at].has_digit() {
        return false;
    }
    let before = at.checked_sub(1).and_then(word);
    let glued = |a: Option<&Word>, b: Option<&Word>| {
        a.zip(b).is_some_and(|(a, b)| a.text == "-" && b.has_digit() && a.span.end == b.span.start)
    };
    let dashed = glued(word(end), word(end + 1)) && tally(words, at, end).is_none();
    let rises = numeral(words, at).zip(numeral(words, end + 1)).is_some_and(|(a, b)| a.low < b.low);
    let numbered = before.is_some_and(|word| matches!(word.lower.as_str(), "no" | "number" | "#" | "nos"))
        || (at >= 2 && before.is_some_and(|word| word.text == ".") && words[at - 2].lower == "no");
    let named = at >= 2
        && before.is_some_and(|word| word.is_capitalised() && is_open(word))
        && word(end).is_none_or(|next| next.is_capitalised() || !next.is_word() || is_closed(&next.lower));
    let address =
        words[end..].iter().take(4).take_while(|word| word.is_capitalised() || word.has_digit()).any(|word| {
            matches!(word.lower.as_str(), "street" | "st" | "avenue" | "ave" | "road" | "boulevard" | "lane" | "drive")
        });
    let emergency =
        matches!(words[at].text, "911" | "999" | "112") && word(end).is_some_and(|next| next.stem.starts_with("call"));
    let tail = before.is_some_and(|word| matches!(word.text, "-" | ":")) && at >= 2 && words[at - 2].has_digit();
    (dashed && !rises) || numbered || named || address || emergency || tail
}
