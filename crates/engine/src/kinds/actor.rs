//! Actors: two outlets call one person by different roles, or name a who or what differently.

use super::{
    Joins, Judge, readings,
    rivals::{Mention, Rivals, Verdict},
    scene::Scene,
};
use crate::{
    facets::{closed_class::is_open, names::Participant},
    slots::Slots,
    text::{Claim, ClaimIx, StoryText, Word},
};
use story::{Kind, Relation};

/// Claims with this many words in common beside the phrases compared are alike.
const ALIKE: usize = 4;

/// Two names in one slot of claims that are otherwise alike. The gold stories hold too few to learn from.
const RIVALS: f64 = 0.31;
/// Two roles of one person: the share of right findings on the gold stories.
const ROLES: f64 = 0.26;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Actor,
    measured: &["one_slot", "roles_of_one", "shared_of_all", "names"],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    let claims = scene.group.claims.iter();
    let found: Vec<(ClaimIx, &Participant)> = claims
        .flat_map(|&claim| scene.facets(claim).participants.iter().map(move |participant| (claim, participant)))
        .collect();
    let mentions = found
        .iter()
        .map(|&(claim, participant)| Mention::of(claim, participant.span, scene.text((claim, participant.span))))
        .collect();
    Rivals::among(mentions, |a, b| {
        let ((i, x), (j, y)) = (found[a], found[b]);
        if x.stems == y.stems {
            return Some((Verdict::Same, Vec::new()));
        }
        if is_variant(x, y) {
            return Some((Verdict::LooksOther("One name, spelled otherwise."), Vec::new()));
        }
        let is_who = is_who(scene.story, i, x) && is_who(scene.story, j, y);
        let one_slot = is_who && is_one_slot((scene.claim(i), x), (scene.claim(j), y));
        let relation = if one_slot { Relation::Conflict } else { Relation::Differs };
        Some((Verdict::Differ(relation), measured(x, y, one_slot)?))
    })
    .told_at_least(|measured| match measured {
        [one_slot, ..] if *one_slot > 0.0 => RIVALS,
        [_, roles, ..] if *roles > 0.0 => ROLES,
        _ => 0.0,
    })
}

/// `None` where nothing says that two phrases are two names for one who or what.
fn measured(x: &Participant, y: &Participant, one_slot: bool) -> Option<Vec<f64>> {
    let within = |a: &Participant, b: &Participant| a.stems.iter().all(|stem| b.stems.contains(stem));
    if x.has_digit || y.has_digit || within(x, y) || within(y, x) {
        return None;
    }
    let roles = matches!((&x.role, &y.role), (Some(a), Some(b)) if a.person == b.person && a.stems != b.stems);
    let common = x.stems.iter().filter(|stem| y.stems.contains(stem)).count();
    let union = x.stems.len() + y.stems.len() - common;
    (one_slot || roles || 2 * common >= union).then(|| {
        vec![
            f64::from(one_slot),
            f64::from(roles),
            common as f64 / union.max(1) as f64,
            f64::from(x.is_name) + f64::from(y.is_name),
        ]
    })
}

/// Two spellings of one name: the given names agree and the last ones nearly do.
fn is_variant(x: &Participant, y: &Participant) -> bool {
    let long = x.head.chars().count().min(y.head.chars().count()) >= 5;
    let given = x.stems.len() > 1 && x.stems.len() == y.stems.len() && x.stems[0] == y.stems[0];
    x.is_name && y.is_name && long && given && x.head != y.head && strsim::jaro_winkler(&x.head, &y.head) >= 0.85
}

/// Whether a phrase is no time and no place.
fn is_who(story: &StoryText, claim: ClaimIx, phrase: &Participant) -> bool {
    let facets = story.facets(claim);
    let mut other = facets.times.iter().map(|time| time.span).chain(facets.places.iter().map(|place| place.span));
    !phrase.has_digit && !other.any(|span| span.overlaps(phrase.span))
}

/// Whether the letters of the one begin the words of the other, or are the other's: "EU", "E.U.".
fn is_short_for(x: &Participant, y: &Participant) -> bool {
    let letters = |one: &Participant| one.stems.concat().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let initials = |one: &Participant| one.stems.iter().filter_map(|stem| stem.chars().next()).collect::<String>();
    let (a, b) = (letters(x), letters(y));
    a == b || a == initials(y) || b == initials(x)
}

/// Whether two names without a word in common stand between the same words of claims that are
/// otherwise alike.
fn is_one_slot((a, x): (&Claim, &Participant), (b, y): (&Claim, &Participant)) -> bool {
    let slots = Slots::of(&a.words, &b.words);
    let (one, other) = (flanks(&a.words, x), flanks(&b.words, y));
    let meet = |at: Option<usize>, beside: Option<usize>| match (at, beside) {
        (Some(at), Some(beside)) => slots.partner(at) == Some(beside),
        (at, beside) => at.is_none() && beside.is_none(),
    };
    let is_apart = x.stems.iter().all(|stem| !y.stems.contains(stem));
    let open = |claim: &Claim| claim.words.iter().filter(|word| is_open(word)).count();
    let rest = open(a).saturating_sub(x.stems.len()).max(open(b).saturating_sub(y.stems.len()));
    is_apart
        && x.is_name
        && y.is_name
        && !is_short_for(x, y)
        && meet(one.0, other.0)
        && meet(one.1, other.1)
        && slots.joined() >= ALIKE
        && 3 * slots.joined() >= 2 * rest
}

/// The open-class words right before and right after a phrase.
fn flanks(words: &[Word], phrase: &Participant) -> (Option<usize>, Option<usize>) {
    let open = |i: &usize| is_open(&words[*i]);
    let before = (0..words.len()).filter(open).take_while(|&i| words[i].span.end <= phrase.span.start).last();
    let after = (0..words.len()).filter(open).find(|&i| words[i].span.start >= phrase.span.end);
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::told;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told(&JUDGE, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn two_roles_of_one_person_differ() {
        check(
            &["Then former mayor Ana Ruiz left Lund.", "Then retired judge Ana Ruiz left Lund."],
            &["differs: former mayor Ana Ruiz A | retired judge Ana Ruiz B"],
        );
    }

    #[test]
    fn two_spellings_of_one_name_are_the_same() {
        check(
            &["Police arrested Karl Bergmann in Lund.", "Police arrested Karl Bergman in Lund."],
            &["same: Karl Bergmann A | Karl Bergman B"],
        );
    }

    #[test]
    fn a_shorter_name_is_no_finding() {
        check(&["Police arrested Karl Bergmann in Lund.", "Police arrested Bergmann in Lund."], &[]);
    }

    #[test]
    fn two_people_for_one_act_conflict() {
        check(
            &[
                "The gate of the dam was opened by Karl Berg shortly before the flood.",
                "The gate of the dam was opened by Ilse Holm shortly before the flood.",
            ],
            &["conflict: Karl Berg A | Ilse Holm B"],
        );
        check(
            &[
                "The gate of the dam was opened by the engineer Karl Berg shortly before the flood.",
                "The gate of the dam was opened by the mayor Ilse Holm shortly before the flood.",
            ],
            &["conflict: engineer Karl Berg A | mayor Ilse Holm B"],
        );
    }

    #[test]
    fn initials_are_the_name() {
        check(
            &[
                "The ministers of the European Union imposed higher tariffs on steel.",
                "The ministers of the EU imposed higher tariffs on steel.",
            ],
            &[],
        );
    }

    #[test]
    fn days_and_cities_are_nobody() {
        check(
            &[
                "The council approved the new dam by a wide majority on Tuesday after a debate.",
                "The council approved the new dam by a wide majority on 4 March after a debate.",
            ],
            &[],
        );
        check(
            &[
                "The council met in Lisbon after a long harbour strike.",
                "The council met in Athens after a long harbour strike.",
            ],
            &[],
        );
    }

    #[test]
    fn people_of_other_acts_do_not_meet() {
        check(&["Karl Berg opened the gate of the dam.", "Ilse Holm warned the village of the flood."], &[]);
    }

    #[test]
    fn equal_names_are_one_reading_of_all_their_outlets() {
        check(
            &[
                "Then former mayor Ana Ruiz left Lund.",
                "Then retired judge Ana Ruiz left Lund.",
                "Then former mayor Ana Ruiz left Lund.",
            ],
            &["differs: former mayor Ana Ruiz A, C | retired judge Ana Ruiz B"],
        );
    }
}
