//! Which outlets lack the claim of a group, and what in them comes closest.

use crate::{
    align::{Alignment, Group},
    text::StoryText,
};
use story::{NearestMiss, Omission};

/// One entry for each article that has no claim in `group`, in the order of the articles.
pub(crate) fn find(story: &StoryText, alignment: &Alignment, group: &Group) -> Vec<Omission> {
    (0..story.articles.len())
        .filter(|&article| group.claims.iter().all(|&claim| story.claim(claim).article != article))
        .map(|article| Omission {
            article: story.articles[article].id.clone(),
            outlet: story.articles[article].outlet.clone(),
            nearest: nearest(story, alignment, group, article),
        })
        .collect()
}

fn nearest(story: &StoryText, alignment: &Alignment, group: &Group, article: usize) -> Option<NearestMiss> {
    let candidates = story.indices().filter(|&other| story.claim(other).article == article);
    let scored = candidates.filter_map(|other| {
        let best = group
            .claims
            .iter()
            .filter_map(|&claim| alignment.scores.get(&(claim.min(other), claim.max(other))))
            .copied()
            .max_by(f64::total_cmp)?;
        Some((best, other))
    });
    let (score, claim) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
    Some(NearestMiss { claim: story.claim(claim).id.clone(), score })
}
