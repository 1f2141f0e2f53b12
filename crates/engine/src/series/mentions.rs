//! Joins what articles mention of one thing, whichever facet tells of it, within groups and across them.

use super::{Rows, of_several_outlets, threads::threads};
use crate::text::{ClaimIx, StoryText};
use std::collections::BTreeMap;
use story::SeriesId;

/// A facet of a claim that stands in a group.
pub(super) struct Mention<'s, F> {
    pub(super) claim: ClaimIx,
    pub(super) facet: &'s F,
}

/// All mentions of one thing, which several outlets make, and the rows in which they stand.
pub(super) struct Thread<'m, 's, F> {
    pub(super) rows: Vec<usize>,
    pub(super) mentions: Vec<&'m Mention<'s, F>>,
}

/// The pairs that meet in a group and may be of one thing, with their likelihoods.
pub(super) fn met<'s, F>(
    rows: &Rows,
    mentions: &[Mention<'s, F>],
    likely: impl Fn(&Mention<'s, F>, &Mention<'s, F>) -> Option<f64>,
) -> Vec<(f64, usize, usize)> {
    let mut of_claim: BTreeMap<ClaimIx, Vec<usize>> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        of_claim.entry(mention.claim).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for claims in rows.claims() {
        let here: Vec<usize> = claims.iter().filter_map(|claim| of_claim.get(claim)).flatten().copied().collect();
        for (i, &a) in here.iter().enumerate() {
            let likely = here[i + 1..].iter().filter_map(|&b| Some((likely(&mentions[a], &mentions[b])?, a, b)));
            pairs.extend(likely);
        }
    }
    pairs
}

/// The threads that these pairs make, as far as several outlets are in one. Mentions of one claim, and those of
/// one article that are not equal, are of two things.
pub(super) fn shared<'m, 's, F>(
    story: &StoryText,
    rows: &Rows,
    mentions: &'m [Mention<'s, F>],
    pairs: Vec<(f64, usize, usize)>,
    is_equal: impl Fn(&F, &F) -> bool,
) -> Vec<Thread<'m, 's, F>> {
    let threads = threads(mentions.len(), pairs, |a, b| {
        let (a, b) = (&mentions[a], &mentions[b]);
        let one_article = story.claim(a.claim).article == story.claim(b.claim).article;
        a.claim == b.claim || (one_article && !is_equal(a.facet, b.facet))
    });
    threads
        .into_iter()
        .map(|thread| thread.into_iter().map(|at| &mentions[at]).collect::<Vec<_>>())
        .filter(|mentions| of_several_outlets(story, mentions.iter().map(|mention| mention.claim)))
        .map(|mentions| Thread { rows: rows.holding(mentions.iter().map(|mention| mention.claim)), mentions })
        .collect()
}

/// What was made of each thread, in the order of the rows in which it stands.
pub(super) fn by_rows<'m, 's: 'm, F: 's, T>(
    threads: impl Iterator<Item = &'m Thread<'m, 's, F>>,
    made: impl Fn(&Thread<F>) -> T,
    id: impl Fn(&T) -> &SeriesId,
) -> Vec<T> {
    let mut found: Vec<(&[usize], T)> = threads.map(|thread| (thread.rows.as_slice(), made(thread))).collect();
    found.sort_by(|a, b| (a.0, id(&a.1)).cmp(&(b.0, id(&b.1))));
    found.into_iter().map(|(_, made)| made).collect()
}
