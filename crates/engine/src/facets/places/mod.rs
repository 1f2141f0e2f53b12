//! Finds where: what a preposition or a verb of place governs, if it is named, or called a place
//! ("the Lund district"), with direction and distance.

pub(crate) mod gazetteer;

use super::{
    closed_class::{is_closed, is_open},
    names::{Part, Participant},
};
use crate::text::{Claim, Word};
use std::ops::Range;
use story::Span;

/// A place that a claim names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    /// Bytes of the body: distance, direction and name, without the preposition.
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

/// The places of a claim, one of its `participants` each, in the order of the text.
pub(crate) fn places(claim: &Claim, participants: &[Participant]) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    for place in
        participants.iter().filter(|one| one.listed == 1 && locates(claim, one)).filter_map(|one| place(claim, one))
    {
        if found.last().is_none_or(|last| !last.span.overlaps(place.span)) {
            found.push(place);
        }
    }
    found
}

/// Whether a participant stands where a place can.
fn locates(claim: &Claim, one: &Participant) -> bool {
    let governor = one.governor.map_or("", |at| claim.words[at].stem.as_str());
    // "sank off Portugal" reads like "shook off doubts", whatever the grammar makes of it.
    let before = one.words.start.checked_sub(1).map_or("", |at| claim.words[at].lower.as_str());
    match one.part {
        _ if before == "off" => true,
        Part::Oblique => one.preposition.split(' ').any(is_locative) || is_direction(governor),
        Part::Object => {
            matches!(governor, "hit" | "struck" | "strike" | "reach" | "enter" | "rock" | "shook" | "shake")
        }
        _ => false,
    }
}

fn place(claim: &Claim, one: &Participant) -> Option<Place> {
    let words = &claim.words;
    let (range, name, sort) = named(claim, one).or_else(|| common(words, one))?;
    let lower = |i: usize| words[i].lower.as_str();
    let (direction, start) = directed(words, range.start);
    let before = words[..start].iter().rev().filter(|word| is_open(word));
    Some(Place {
        span: Span::new(words[start].span.start, words[range.end - 1].span.end),
        name,
        sort,
        noun: match sort {
            Sort::Named => range.rev().map(lower).find(|word| is_spot(word)).unwrap_or("").to_owned(),
            _ => String::new(),
        },
        direction,
        context: before.take(4).map(|word| word.stem.clone()).collect(),
    })
}

/// A name that is known, or that ends in or is followed by a noun for places.
fn named(claim: &Claim, one: &Participant) -> Option<(Range<usize>, String, Sort)> {
    let words = &claim.words;
    let is_name = |i: &usize| words[*i].is_capitalised() && !is_closed(&words[*i].lower);
    let first = one.words.clone().find(is_name)?;
    let end = (first..one.words.end).take_while(is_name).last()? + 1;
    let span = Span::new(words[first].span.start, words[end - 1].span.end);
    let name = &claim.text[span.start - claim.span.start..span.end - claim.span.start];
    if one.at + 1 == end && gazetteer::is_known(name) {
        return Some((first..end, gazetteer::usual(name).to_owned(), Sort::Known));
    }
    let is_called_place = is_spot(&words[one.at].lower) && one.at >= first && one.at <= end;
    is_called_place.then(|| (first..end.max(one.at + 1), name.trim_end_matches("'s").to_owned(), Sort::Named))
}

/// A common noun for a place.
fn common(words: &[Word], one: &Participant) -> Option<(Range<usize>, String, Sort)> {
    let noun = words[one.at].lower.as_str();
    let sort = if is_body(noun) { Some(Sort::Body) } else { is_spot(noun).then_some(Sort::Spot) }?;
    let is_own = |i: &usize| matches!(words[*i].lower.as_str(), "a" | "an" | "the" | "his" | "her" | "its" | "their");
    let start = one.words.clone().find(|i| !is_own(i))?;
    Some((start.min(one.at)..one.words.end, words[one.at].stem.clone(), sort))
}

/// "northern" before word `at`, or "58 km south-west of": the direction, and where it begins.
fn directed(words: &[Word], at: usize) -> (String, usize) {
    let lower = |i: usize| words[i].lower.as_str();
    let is_far =
        |i: usize| words[i].has_digit() || matches!(lower(i), "km" | "kilometres" | "kilometers" | "miles" | "(" | ")");
    let mut start = at;
    while start > 0 && matches!(lower(start - 1), "of" | "the") {
        start -= 1;
    }
    let end = start;
    while start > 0 && (is_direction(lower(start - 1)) || (start < end && lower(start - 1) == "-")) {
        start -= 1;
    }
    if start == end {
        return (String::new(), at);
    }
    let direction: String = words[start..end].iter().map(|word| word.lower.as_str()).collect();
    while start > 0 && is_far(start - 1) {
        start -= 1;
    }
    (direction, start)
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
            | "on"
            | "toward"
            | "towards"
            | "throughout"
            | "through"
            | "within"
            | "into"
            | "by"
            | "over"
            | "under"
            | "above"
            | "below"
            | "beneath"
            | "behind"
            | "beside"
            | "beyond"
            | "along"
            | "between"
            | "opposite"
            | "onto"
            | "next"
            | "north"
            | "south"
            | "east"
            | "west"
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
            | "area"
            | "areas"
            | "lounge"
            | "kitchen"
            | "lobby"
            | "hall"
            | "floor"
            | "basement"
            | "warehouse"
            | "plant"
            | "farm"
            | "field"
            | "hill"
            | "mountain"
            | "cave"
            | "desert"
            | "ocean"
            | "gulf"
            | "strait"
            | "canal"
            | "suburb"
            | "suburbs"
            | "outskirts"
            | "downtown"
            | "villages"
            | "towns"
            | "cities"
            | "streets"
            | "peninsula"
            | "state"
            | "coastline"
            | "embassy"
            | "checkpoint"
            | "base"
            | "barracks"
            | "headquarters"
            | "jail"
            | "campus"
            | "classroom"
            | "playground"
            | "vehicle"
            | "truck"
            | "train"
            | "ship"
            | "boat"
            | "runway"
            | "track"
            | "mall"
            | "market"
            | "supermarket"
            | "bar"
            | "pub"
            | "club"
            | "clinic"
            | "residence"
            | "mansion"
            | "palace"
            | "parliament"
            | "entrance"
            | "gate"
            | "doorway"
            | "hallway"
            | "corridor"
            | "rooftop"
            | "tunnel"
            | "subway"
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
    use crate::{facets::names::participants, syntax::Tree, text::words};
    use story::ClaimId;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let span = Span::new(0, text.len());
        let id = ClaimId("x".into());
        let claim = Claim { id, article: 0, place: 0, paragraph: 0, span, text, words: words(text, 0) };
        let tree = Tree::of(&claim.words);
        let found = places(&claim, &participants(&claim, &tree));
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
    fn direction_and_distance_belong_to_a_place() {
        check("The quake struck 58 km south-west of Lisbon.", &[("58 km south-west of Lisbon", "Lisbon")]);
    }

    #[test]
    fn people_and_days_are_no_places() {
        check("He heard from Ruiz on Monday.", &[]);
    }
}
