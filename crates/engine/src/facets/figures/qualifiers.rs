//! What stands around a number and says how exact it is, or in which currency.

use super::{Bound, currencies};
use crate::text::Word;

/// The currency whose sign stands right before the number, and the index of the sign's first word.
pub(super) fn sign(words: &[Word], at: usize) -> Option<(usize, &'static str)> {
    let sign = at.checked_sub(1).filter(|_| at <= words.len())?;
    let is_glued = |a: usize| words[a].span.end == words[a + 1].span.start;
    if words[sign].text.starts_with(char::is_alphabetic) {
        return None;
    }
    let country = sign.checked_sub(1).filter(|&country| is_glued(country) && words[country].text.len() <= 2);
    let named = country.and_then(|country| {
        currencies::sign(&format!("{}{}", words[country].lower, words[sign].lower)).map(|code| (country, code))
    });
    named.or_else(|| currencies::sign(&words[sign].lower).map(|code| (sign, code)))
}

/// The words before the number at `at` that say how exact it is, and what they say.
pub(super) fn bound(words: &[Word], at: usize) -> (usize, Bound) {
    const CUES: [(&[&str], Bound); 38] = [
        (&["at", "least"], Bound::AtLeast),
        (&["no", "fewer", "than"], Bound::AtLeast),
        (&["no", "less", "than"], Bound::AtLeast),
        (&["no", "more", "than"], Bound::UpTo),
        (&["not", "more", "than"], Bound::UpTo),
        (&["more", "than"], Bound::MoreThan),
        (&["greater", "than"], Bound::MoreThan),
        (&["upwards", "of"], Bound::MoreThan),
        (&["just", "over"], Bound::MoreThan),
        (&["just", "under"], Bound::LessThan),
        (&["over"], Bound::MoreThan),
        (&["above"], Bound::MoreThan),
        (&["exceeding"], Bound::MoreThan),
        (&["up", "to"], Bound::UpTo),
        (&["as", "many", "as"], Bound::UpTo),
        (&["as", "much", "as"], Bound::UpTo),
        (&["at", "most"], Bound::UpTo),
        (&["a", "maximum", "of"], Bound::UpTo),
        (&["fewer", "than"], Bound::LessThan),
        (&["less", "than"], Bound::LessThan),
        (&["under"], Bound::LessThan),
        (&["below"], Bound::LessThan),
        (&["nearly"], Bound::Nearly),
        (&["almost"], Bound::Nearly),
        (&["close", "to"], Bound::Nearly),
        (&["about"], Bound::About),
        (&["around"], Bound::About),
        (&["roughly"], Bound::About),
        (&["approximately"], Bound::About),
        (&["some"], Bound::About),
        (&["estimated"], Bound::About),
        (&["an", "average", "of"], Bound::About),
        (&["close", "on"], Bound::Nearly),
        (&["as", "few", "as"], Bound::AtLeast),
        (&["a", "total", "of"], Bound::Exactly),
        (&["from"], Bound::Exactly),
        (&["between"], Bound::Exactly),
        (&["only"], Bound::Exactly),
    ];
    let found = CUES.iter().find(|(cue, _)| {
        at >= cue.len() && cue.iter().zip(&words[at - cue.len()..at]).all(|(cue, word)| *cue == word.lower)
    });
    match found {
        Some((cue, bound)) => {
            let start = at - cue.len();
            let article = start > 0 && words[start - 1].lower == "an" && cue[0] == "estimated";
            (start - usize::from(article), *bound)
        }
        None => (at, Bound::Exactly),
    }
}

/// "or more" after a number.
pub(super) fn trailing(words: &[Word], end: usize) -> Option<usize> {
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    (lower(end) == "or" && lower(end + 1) == "more").then_some(end + 2)
}
