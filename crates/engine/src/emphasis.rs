//! Where each article puts a claim.

use crate::{align::Group, text::StoryText};
use std::collections::BTreeMap;
use story::{Emphasis, Place};

/// The most prominent place of the group's claim in each article that carries it.
pub(crate) fn find(story: &StoryText, group: &Group) -> Vec<Emphasis> {
    let mut places: BTreeMap<usize, Place> = BTreeMap::new();
    for &claim in &group.claims {
        let claim = story.claim(claim);
        let place = match claim.paragraph {
            0 => Place::Lead,
            paragraph => Place::Paragraph(paragraph + 1),
        };
        places.entry(claim.article).and_modify(|best| *best = place.min(*best)).or_insert(place);
    }
    places.into_iter().map(|(article, place)| Emphasis { article: story.articles[article].id.clone(), place }).collect()
}
