//! Joins linked claims into groups.
//!
//! A claim has one home group, joined by agglomeration; where it is also close to another group,
//! as a sentence of several propositions is, it stands there too.

use std::collections::{BTreeMap, BTreeSet};

/// Lowest mean probability, over the pairs of two groups, at which they become one.
const JOIN: f64 = 0.35;
/// The same for a claim that stands in a row which is not its home.
const VISIT: f64 = 0.35;
/// Lowest probability at which a link that no group holds becomes a row of its own.
const LONE: f64 = 0.35;

pub(super) type Scores = BTreeMap<(usize, usize), f64>;

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
    add_visitors(&mut groups, &homes, &links, &close);
    add_lone_links(&mut groups, &links, scores, &article);
    distinct(groups)
}

/// Claims that are linked into a group which is not their home stand there too, if they are close to all of it.
fn add_visitors(
    groups: &mut [BTreeSet<usize>],
    homes: &BTreeMap<usize, usize>,
    links: &[(usize, usize, f64)],
    close: &impl Fn(&BTreeSet<usize>, &BTreeSet<usize>) -> f64,
) {
    let settled = groups.to_vec();
    for &(a, b, _) in links.iter().filter(|(a, b, _)| homes[a] != homes[b]) {
        for (guest, host) in [(a, homes[&b]), (b, homes[&a])] {
            if settled[host].len() > 1 && close(&BTreeSet::from([guest]), &settled[host]) >= VISIT {
                groups[host].insert(guest);
            }
        }
    }
}

/// Links that no group holds become rows of their own, with the claims that are close to both ends.
fn add_lone_links(
    groups: &mut Vec<BTreeSet<usize>>,
    links: &[(usize, usize, f64)],
    scores: &Scores,
    article: &impl Fn(usize) -> usize,
) {
    let partners = partners(scores);
    let mut held: BTreeSet<(usize, usize)> = groups.iter().flat_map(pairs).collect();
    for &(a, b, _) in links.iter().filter(|&&(.., score)| score >= LONE) {
        if held.contains(&(a, b)) {
            continue;
        }
        let mut group = BTreeSet::from([a, b]);
        while let Some(claim) = joiner(&group, &partners, &held, scores, article) {
            group.insert(claim);
        }
        held.extend(pairs(&group));
        groups.push(group);
    }
}

/// The claim, close to all of `group`, whose pairs that no row holds yet promise most; `None` if no claim's promise any.
fn joiner(
    group: &BTreeSet<usize>,
    partners: &BTreeMap<usize, Vec<usize>>,
    held: &BTreeSet<(usize, usize)>,
    scores: &Scores,
    article: &impl Fn(usize) -> usize,
) -> Option<usize> {
    let promise = |claim: usize| -> f64 {
        let pairs = group.iter().filter(|&&member| article(member) != article(claim));
        let pairs = pairs.map(|&member| (claim.min(member), claim.max(member))).filter(|pair| !held.contains(pair));
        pairs.map(|pair| scores.get(&pair).copied().unwrap_or(0.0) - VISIT).sum()
    };
    let candidates: BTreeSet<usize> = group.iter().filter_map(|claim| partners.get(claim)).flatten().copied().collect();
    let promising = candidates.difference(group).map(|&claim| (promise(claim), claim)).filter(|one| one.0 > 0.0);
    promising
        .filter(|&(_, claim)| closeness(scores, article, &BTreeSet::from([claim]), group) >= VISIT)
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, claim)| claim)
}

/// By claim: the claims with which it may stand in a row.
fn partners(scores: &Scores) -> BTreeMap<usize, Vec<usize>> {
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (&(a, b), _) in scores.iter().filter(|&(_, &score)| score >= VISIT / 2.0) {
        partners.entry(a).or_default().push(b);
        partners.entry(b).or_default().push(a);
    }
    partners
}

fn pairs(group: &BTreeSet<usize>) -> impl Iterator<Item = (usize, usize)> {
    group.iter().flat_map(|&a| group.range(a + 1..).map(move |&b| (a, b)))
}

/// The groups of more than one claim that lie within no other, in order.
pub(super) fn distinct(groups: Vec<BTreeSet<usize>>) -> Vec<Vec<usize>> {
    let groups: BTreeSet<BTreeSet<usize>> = groups.into_iter().filter(|group| group.len() > 1).collect();
    let within =
        |group: &BTreeSet<usize>| groups.iter().any(|other| other.len() > group.len() && group.is_subset(other));
    groups.iter().filter(|group| !within(group)).map(|group| group.iter().copied().collect()).collect()
}

/// Mean probability over the pairs; two claims of one article count as unlike, since an outlet seldom says a thing twice.
pub(super) fn closeness(
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims 0 to 9 stand in the first article, 10 to 19 in the second, and so on.
    fn check(scores: &[(usize, usize, f64)], expected: &[&[usize]]) {
        let scores = scores.iter().map(|&(a, b, score)| ((a, b), score)).collect();
        assert_eq!(groups(&scores, 0.25, |claim| claim / 10), expected);
    }

    #[test]
    fn what_all_outlets_say_is_one_row() {
        check(&[(0, 10, 0.9), (10, 20, 0.8), (0, 20, 0.7)], &[&[0, 10, 20]]);
    }

    #[test]
    fn weak_pairs_are_no_row() {
        check(&[(0, 10, 0.2)], &[]);
    }

    #[test]
    fn a_claim_of_two_propositions_stands_in_two_rows() {
        check(&[(0, 10, 0.9), (0, 11, 0.4)], &[&[0, 10], &[0, 11]]);
    }

    #[test]
    fn a_second_proposition_gathers_all_that_say_it() {
        check(
            &[(0, 10, 0.9), (20, 30, 0.9), (40, 50, 0.9), (0, 20, 0.4), (0, 40, 0.4), (20, 40, 0.4)],
            &[&[0, 10], &[0, 20, 40], &[20, 30], &[40, 50]],
        );
    }

    #[test]
    fn a_chain_is_not_a_group() {
        check(&[(0, 10, 0.9), (10, 20, 0.4), (20, 30, 0.9)], &[&[0, 10], &[10, 20], &[20, 30]]);
    }
}
