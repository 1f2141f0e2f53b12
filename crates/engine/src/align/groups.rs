//! Joins linked claims into groups.
//!
//! A claim has one home group, joined by agglomeration; where it is also close to another group,
//! as a sentence of several propositions is, it stands there too.

use std::collections::{BTreeMap, BTreeSet};

/// Lowest mean probability, over the pairs of two groups, at which they become one.
const JOIN: f64 = 0.2;
/// The same for a claim that has a home elsewhere and stands in a second group too.
const VISIT: f64 = 0.25;

type Scores = BTreeMap<(usize, usize), f64>;

/// The groups, each a sorted list of claims, in the order of their claims. `article` tells where a claim stands.
pub(crate) fn groups(scores: &Scores, threshold: f64, article: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let mut links: Vec<(usize, usize, f64)> =
        scores.iter().filter(|&(_, &score)| score >= threshold).map(|(&(a, b), &score)| (a, b, score)).collect();
    links.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let close = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| closeness(scores, &article, one, other);

    let mut homes: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: Vec<BTreeSet<usize>> = Vec::new();
    for &(a, b, _) in &links {
        for claim in [a, b] {
            homes.entry(claim).or_insert_with(|| {
                groups.push(BTreeSet::from([claim]));
                groups.len() - 1
            });
        }
        let (one, other) = (homes[&a], homes[&b]);
        if one != other && close(&groups[one], &groups[other]) >= JOIN {
            let moved = std::mem::take(&mut groups[other]);
            for &claim in &moved {
                homes.insert(claim, one);
            }
            groups[one].extend(moved);
        }
    }
    let settled = groups.clone();
    for &(a, b, _) in links.iter().filter(|(a, b, _)| homes[a] != homes[b]) {
        for (guest, host) in [(a, homes[&b]), (b, homes[&a])] {
            if settled[host].len() > 1 && close(&BTreeSet::from([guest]), &settled[host]) >= VISIT {
                groups[host].insert(guest);
            }
        }
    }
    let groups = groups.into_iter().filter(|group| group.len() > 1);
    let distinct: BTreeSet<Vec<usize>> = groups.map(|group| group.into_iter().collect()).collect();
    distinct.into_iter().collect()
}

/// Mean probability over the pairs; two claims of one article count as unlike, since an outlet seldom says a thing twice.
fn closeness(
    scores: &Scores,
    article: &impl Fn(usize) -> usize,
    one: &BTreeSet<usize>,
    other: &BTreeSet<usize>,
) -> f64 {
    let mut sum = 0.0;
    for &a in one {
        for &b in other {
            if article(a) != article(b) {
                sum += scores.get(&(a.min(b), a.max(b))).copied().unwrap_or(0.0);
            }
        }
    }
    sum / (one.len() * other.len()) as f64
}
