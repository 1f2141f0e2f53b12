//! Finds where: a preposition and a named place, known or called a place ("the Lund district").

pub(crate) mod gazetteer;

use super::closed_class::is_closed;
use crate::text::{Claim, Word};
use story::Span;

/// A place that a claim names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    /// Bytes of the body: direction and name, without the preposition.
    pub(crate) span: Span,
    /// The usual name of a named place, else the stem of the noun.
    pub(crate) name: String,
    pub(crate) sort: Sort,
    /// "harbour" in "Lund harbour", in lower case; else empty.
    pub(crate) noun: String,
    /// "northern" in "northern Italy", in lower case; else empty.
    pub(crate) direction: String,
    /// Stems of the open-class words before it, nearest first.
    pub(crate) context: Vec<String>,
}

/// Only places of one sort can diverge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// In the gazetteer.
    Known,
    /// With a name of its own that the gazetteer lacks.
    Named,
    /// "a street", "the scene".
    Spot,
    /// Part of a body.
    Body,
}

/// The places of a claim in the order of the text.
pub(crate) fn places(claim: &Claim) -> Vec<Place> {
    let words = &claim.words;
    let mut found: Vec<Place> = Vec::new();
    for place in (0..words.len()).filter(|&at| is_locative(&words[at].lower)).filter_map(|at| place(claim, at)) {
        if found.last().is_none_or(|last| !last.span.overlaps(place.span)) {
            found.push(place);
        }
    }
    found
}

fn place(claim: &Claim, preposition: usize) -> Option<Place> {
    let words = &claim.words;
    let lower = |i: usize| words.get(i).map_or("", |word| word.lower.as_str());
    let mut start = preposition + 1;
    while matches!(lower(start), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "of") {
        start += 1;
    }
    let is_directed = is_direction(lower(start));
    let first = start + usize::from(is_directed);
    let (end, name, sort) = named(claim, first).or_else(|| common(words, first))?;
    let open = |word: &&Word| word.is_word() && !is_closed(&word.lower);
    Some(Place {
        span: Span::new(words[start].span.start, words[end - 1].span.end),
        name,
        sort,
        noun: match sort {
            Sort::Named => [end, end - 1].map(lower).into_iter().find(|word| is_spot(word)).unwrap_or("").to_owned(),
            _ => String::new(),
        },
        direction: if is_directed { lower(start).to_owned() } else { String::new() },
        context: words[..preposition].iter().rev().filter(open).take(4).map(|word| word.stem.clone()).collect(),
    })
}

/// A capitalised name that is known, or that ends in or is followed by a noun for places.
fn named(claim: &Claim, first: usize) -> Option<(usize, String, Sort)> {
    let words = &claim.words;
    let length =
        words[first.min(words.len())..].iter().take_while(|w| w.is_capitalised() && !is_closed(&w.lower)).count();
    let end = first + length;
    let owns = words.get(end.checked_sub(1)?).is_some_and(|word| word.lower.ends_with("'s"));
    if length == 0 || owns {
        return None;
    }
    let span = Span::new(words[first].span.start, words[end - 1].span.end);
    let name = &claim.text[span.start - claim.span.start..span.end - claim.span.start];
    let is_called_place = is_spot(&words[end - 1].lower) || words.get(end).is_some_and(|word| is_spot(&word.lower));
    match gazetteer::is_known(name) {
        true => Some((end, gazetteer::usual(name).to_owned(), Sort::Known)),
        false => is_called_place.then(|| (end, name.to_owned(), Sort::Named)),
    }
}

/// Up to three words that end in a common noun for a place.
fn common(words: &[Word], first: usize) -> Option<(usize, String, Sort)> {
    let at = (first..words.len().min(first + 4))
        .take_while(|&i| words[i].is_word() && !is_closed(&words[i].lower))
        .find(|&i| is_spot(&words[i].lower) || is_body(&words[i].lower))?;
    let goes_on = words.get(at + 1).is_some_and(|word| word.is_word() && !is_closed(&word.lower));
    let sort = if is_body(&words[at].lower) { Sort::Body } else { Sort::Spot };
    (!goes_on).then(|| (at + 1, words[at].stem.clone(), sort))
}

fn is_locative(lower: &str) -> bool {
    matches!(
        lower,
        "in" | "at"
            | "near"
            | "from"
            | "off"
            | "outside"
            | "inside"
            | "across"
            | "around"
            | "to"
            | "hit"
            | "struck"
            | "on"
            | "toward"
            | "towards"
            | "throughout"
            | "through"
            | "within"
            | "into"
            | "by"
    )
}

fn is_direction(lower: &str) -> bool {
    let stem = lower.strip_suffix("ern").unwrap_or(lower).replace('-', "");
    matches!(stem.as_str(), "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest")
        || lower == "central"
}

fn is_spot(lower: &str) -> bool {
    matches!(
        lower,
        "street"
            | "avenue"
            | "road"
            | "highway"
            | "square"
            | "intersection"
            | "corner"
            | "camp"
            | "village"
            | "town"
            | "city"
            | "province"
            | "district"
            | "region"
            | "island"
            | "county"
            | "border"
            | "airport"
            | "hospital"
            | "school"
            | "university"
            | "park"
            | "river"
            | "lake"
            | "sea"
            | "beach"
            | "valley"
            | "mountains"
            | "neighborhood"
            | "neighbourhood"
            | "plaza"
            | "bridge"
            | "station"
            | "port"
            | "harbour"
            | "harbor"
            | "quay"
            | "pier"
            | "wharf"
            | "dock"
            | "bay"
            | "coast"
            | "forest"
            | "mine"
            | "factory"
            | "stadium"
            | "prison"
            | "cemetery"
            | "museum"
            | "theatre"
            | "theater"
            | "crossing"
            | "house"
            | "home"
            | "apartment"
            | "office"
            | "building"
            | "room"
            | "closet"
            | "stairs"
            | "roof"
            | "yard"
            | "garage"
            | "car"
            | "scene"
            | "court"
            | "courthouse"
            | "church"
            | "mosque"
            | "shop"
            | "store"
            | "restaurant"
            | "hotel"
            | "perimeter"
            | "compound"
    )
}

fn is_body(lower: &str) -> bool {
    matches!(
        lower,
        "head"
            | "face"
            | "neck"
            | "chest"
            | "back"
            | "stomach"
            | "abdomen"
            | "leg"
            | "legs"
            | "arm"
            | "arms"
            | "hand"
            | "hands"
            | "shoulder"
            | "foot"
            | "feet"
            | "torso"
            | "hip"
            | "rear"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use story::ClaimId;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let span = Span::new(0, text.len());
        let id = ClaimId("x".into());
        let claim = Claim { id, article: 0, place: 0, paragraph: 0, span, text, words: words(text, 0) };
        let found = places(&claim);
        let found: Vec<(&str, &str)> = found.iter().map(|place| (place.span.of(text), place.name.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_known_name_after_a_preposition_is_a_place() {
        check("A dam broke in northern Italy.", &[("northern Italy", "Italy")]);
        check(
            "They marched through London and met in Britain.",
            &[("London", "London"), ("Britain", "United Kingdom")],
        );
    }

    #[test]
    fn what_is_called_a_place_is_one() {
        check("The fire began near Orrin Street.", &[("Orrin Street", "Orrin Street")]);
    }

    #[test]
    fn a_common_noun_can_be_a_place() {
        check(
            "She was shot in the head at a busy intersection.",
            &[("head", "head"), ("busy intersection", "intersect")],
        );
    }

    #[test]
    fn people_and_days_are_no_places() {
        check("He heard from Ruiz on Monday.", &[]);
    }
}
