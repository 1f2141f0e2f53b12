//! Places: two outlets put one event in different locations.

use super::{
    Joins, Judge,
    figure::overlap,
    readings,
    rivals::{Mention, Rivals, Verdict},
    scene::Scene,
};
use crate::{
    facets::places::{Place, Sort, gazetteer::lies_in},
    text::ClaimIx,
};
use story::{Kind, Relation};

/// Lowest probability of the likeliest: the gold stories hold too few to learn from.
const LIKELIEST: f64 = 0.31;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Place,
    measured: &["same_event", "peers", "known"],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    let claims = scene.group.claims.iter();
    let places: Vec<(ClaimIx, &Place)> =
        claims.flat_map(|&claim| scene.facets(claim).places.iter().map(move |place| (claim, place))).collect();
    let shown = |place: &Place| format!("{} {}", place.direction, place.name).trim().to_owned();
    let mentions = places.iter().map(|&(claim, place)| Mention::of(claim, place.span, shown(place))).collect();
    Rivals::among(mentions, |a, b| {
        let (x, y) = (places[a].1, places[b].1);
        let known = u8::from(x.sort == Sort::Known) + u8::from(y.sort == Sort::Known);
        let measured = vec![same_event(x, y), f64::from(are_peers(x, y)), f64::from(known)];
        Some((judge(x, y)?, measured))
    })
    // Of twelve shown on the gold stories one was right; this leaves those whose places stand after the same words.
    .told_at_least(|measured| LIKELIEST * measured[0])
}

/// Probability that two places of aligned claims locate the same event.
fn same_event(a: &Place, b: &Place) -> f64 {
    let shared = overlap(&a.context, &b.context);
    let is_same_governor = !a.context.is_empty() && a.context.first() == b.context.first();
    let governed = if is_same_governor { 1.0 } else { 0.0 };
    let unknown = if (a.sort == Sort::Named || b.sort == Sort::Named) && !are_peers(a, b) { 1.0 } else { 0.0 };
    1.0 / (1.0 + libm::exp(-(2.5 * shared + governed - unknown - 2.0)))
}

/// Whether neither can lie in the other: two harbours. Of places that the gazetteer lacks nothing
/// else tells.
fn are_peers(a: &Place, b: &Place) -> bool {
    a.noun == b.noun && !a.noun.is_empty()
}

/// What two places are to each other; `None` where they cannot locate one event.
fn judge(a: &Place, b: &Place) -> Option<Verdict> {
    let (x, y) = (a.name.as_str(), b.name.as_str());
    let is_named = |place: &Place| matches!(place.sort, Sort::Known | Sort::Named);
    if a.sort != b.sort && !(is_named(a) && is_named(b)) {
        return None;
    }
    if x == y && !a.direction.is_empty() && !b.direction.is_empty() && a.direction != b.direction {
        return Some(Verdict::Differ(Relation::Conflict));
    }
    if x.contains(y) || y.contains(x) {
        return Some(Verdict::Same);
    }
    if lies_in(x, y) || lies_in(y, x) {
        return Some(Verdict::LooksOther("The one place lies in the other."));
    }
    let can_both_hold = (a.sort != Sort::Known || b.sort != Sort::Known) && !are_peers(a, b);
    Some(Verdict::Differ(if can_both_hold { Relation::Differs } else { Relation::Conflict }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::told;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told(&JUDGE, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn two_cities_for_one_event_conflict() {
        check(
            &["The ferry sank off Lisbon with forty people.", "The ferry sank off Athens with forty people."],
            &["conflict: Lisbon A | Athens B"],
        );
    }

    #[test]
    fn two_harbours_conflict() {
        check(
            &["The ferry burned in Ravensund harbour.", "The ferry burned in Skarne harbour."],
            &["conflict: Ravensund A | Skarne B"],
        );
    }

    #[test]
    fn a_harbour_and_a_street_can_both_hold() {
        check(
            &["The ferry burned in Ravensund harbour.", "The ferry burned in Skarne Street."],
            &["differs: Ravensund A | Skarne Street B"],
        );
    }

    #[test]
    fn two_directions_of_one_place_conflict() {
        check(
            &["The dam broke in northern Italy.", "The dam broke in southern Italy."],
            &["conflict: northern Italy A | southern Italy B"],
        );
    }

    #[test]
    fn a_place_within_the_other_is_the_same() {
        check(&["The ferry sank off Lisbon.", "The ferry sank off Portugal."], &["same: Lisbon A | Portugal B"]);
    }

    #[test]
    fn another_name_of_a_place_is_no_finding() {
        check(&["The vote was held in Britain.", "The vote was held in the United Kingdom."], &[]);
    }

    #[test]
    fn equal_places_are_one_reading_of_all_their_outlets() {
        check(
            &[
                "The ferry sank off Lisbon with forty people.",
                "The ferry sank off Athens with forty people.",
                "The ferry sank off Lisbon with forty people.",
            ],
            &["conflict: Lisbon A, C | Athens B"],
        );
    }

    #[test]
    fn three_places_are_three_readings() {
        check(
            &[
                "The ferry sank off Lisbon with forty people.",
                "The ferry sank off Athens with forty people.",
                "The ferry sank off Naples with forty people.",
            ],
            &["conflict: Lisbon A | Athens B | Naples C"],
        );
    }

    #[test]
    fn places_of_other_acts_do_not_meet() {
        check(&["The vote was lost in Lisbon.", "Forty people will sail from Athens."], &[]);
    }
}
