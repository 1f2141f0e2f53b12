//! Rows as they are ruled by hand: a pinned pair shares a row, a cut pair shares none.

use super::groups::{Scores, closeness, distinct};
use crate::text::StoryText;
use std::collections::{BTreeMap, BTreeSet};
use story::ClaimId;

/// What was ruled of pairs of claims; the last word on a pair counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ruled {
    pinned: BTreeSet<(ClaimId, ClaimId)>,
    cut: BTreeSet<(ClaimId, ClaimId)>,
}

impl Ruled {
    /// These two report the same thing.
    pub fn pin(&mut self, a: ClaimId, b: ClaimId) {
        let pair = in_order(a, b);
        self.cut.remove(&pair);
        self.pinned.insert(pair);
    }

    /// They do not.
    pub fn cut(&mut self, a: ClaimId, b: ClaimId) {
        let pair = in_order(a, b);
        self.pinned.remove(&pair);
        self.cut.insert(pair);
    }

    pub fn is_empty(&self) -> bool {
        self.pinned.is_empty() && self.cut.is_empty()
    }

    /// The pairs of which the story has both claims.
    pub(super) fn pairs(&self, story: &StoryText) -> Pairs {
        if self.is_empty() {
            return Pairs::default();
        }
        let places: BTreeMap<&ClaimId, usize> = story.claims().enumerate().map(|(at, claim)| (&claim.id, at)).collect();
        let found = |pairs: &BTreeSet<(ClaimId, ClaimId)>| {
            let both = pairs.iter().filter_map(|(a, b)| Some((*places.get(a)?, *places.get(b)?)));
            both.filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect()
        };
        Pairs { pinned: found(&self.pinned), cut: found(&self.cut) }
    }
}

fn in_order(a: ClaimId, b: ClaimId) -> (ClaimId, ClaimId) {
    if a <= b { (a, b) } else { (b, a) }
}

/// The same by the indices of claims, the smaller first; no pair is in both.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) pinned: BTreeSet<(usize, usize)>,
    pub(super) cut: BTreeSet<(usize, usize)>,
}

/// The rows with the rulings. A pin joins the rows in which the two are most at home; a cut parts every row that
/// holds both so that each other claim goes with those it is closest to, and no two others lose their link.
pub(super) fn apply(
    rows: Vec<Vec<usize>>,
    ruled: &Pairs,
    scores: &Scores,
    threshold: f64,
    article: impl Fn(usize) -> usize,
) -> Vec<Vec<usize>> {
    if ruled.pinned.is_empty() && ruled.cut.is_empty() {
        return rows;
    }
    let rows: Vec<BTreeSet<usize>> = rows.into_iter().map(BTreeSet::from_iter).collect();
    let knots = knots(ruled);
    let joined = join(&rows, &knots, scores, &article);
    let mut parted: Vec<BTreeSet<usize>> = Vec::new();
    let mut severed: BTreeSet<(usize, usize)> = BTreeSet::new();
    for row in joined {
        if is_cut(&row, &row, ruled) {
            severed.extend(links(&row, scores, threshold).filter(|pair| !touches_a_cut(*pair, &row, ruled)));
            parted.extend(part(&row, ruled, scores, &article));
        } else {
            parted.push(row);
        }
    }
    // What nothing was ruled of, and pins that a cut elsewhere in their row took apart.
    for together in severed.into_iter().map(|(a, b)| BTreeSet::from([a, b])).chain(knots) {
        if !parted.iter().any(|row| row.is_superset(&together)) {
            parted.push(together);
        }
    }
    parted.retain(|row| row.iter().map(|&claim| article(claim)).collect::<BTreeSet<_>>().len() > 1);
    distinct(parted)
}

/// Claims that pins hold together and no row does bring the rows in which they are most at home together, or join one,
/// or make one.
fn join(
    rows: &[BTreeSet<usize>],
    knots: &[BTreeSet<usize>],
    scores: &Scores,
    article: &impl Fn(usize) -> usize,
) -> Vec<BTreeSet<usize>> {
    let closest = |claim: usize, knot: &BTreeSet<usize>| {
        let at_home = |row: &BTreeSet<usize>| {
            (row.intersection(knot).count(), closeness(scores, article, &BTreeSet::from([claim]), row))
        };
        let standing = rows.iter().enumerate().filter(|(_, row)| row.contains(&claim));
        let rated = standing.map(|(at, row)| (at_home(row), at));
        rated.max_by(|p, q| p.0.0.cmp(&q.0.0).then(p.0.1.total_cmp(&q.0.1)).then(q.1.cmp(&p.1))).map(|(_, at)| at)
    };
    // A row, or beyond the rows a claim that stands in none. All are found before anything is moved: no knot comes first.
    let mut joined: Vec<BTreeSet<usize>> = Vec::new();
    for knot in knots.iter().filter(|knot| !rows.iter().any(|row| row.is_superset(knot))) {
        let homes: BTreeSet<usize> =
            knot.iter().map(|&claim| closest(claim, knot).unwrap_or(rows.len() + claim)).collect();
        let (touched, mut rest): (Vec<_>, Vec<_>) =
            joined.into_iter().partition(|other: &BTreeSet<usize>| !other.is_disjoint(&homes));
        rest.push(touched.into_iter().flatten().chain(homes).collect());
        joined = rest;
    }
    let moved: BTreeSet<usize> = joined.iter().flatten().copied().collect();
    let claims = |home: usize| rows.get(home).cloned().unwrap_or_else(|| BTreeSet::from([home - rows.len()]));
    let new: Vec<BTreeSet<usize>> =
        joined.into_iter().map(|homes| homes.into_iter().flat_map(claims).collect()).collect();
    let kept = rows.iter().enumerate().filter(|(at, _)| !moved.contains(at)).map(|(_, row)| row.clone());
    kept.chain(new).collect()
}

/// The claims that pins hold together, directly or through others; where a cut pair is among them, each pinned pair
/// is for itself.
fn knots(ruled: &Pairs) -> Vec<BTreeSet<usize>> {
    let mut knots: Vec<BTreeSet<usize>> = Vec::new();
    for &(a, b) in &ruled.pinned {
        let (touched, mut rest): (Vec<_>, Vec<_>) =
            knots.into_iter().partition(|knot: &BTreeSet<usize>| knot.contains(&a) || knot.contains(&b));
        rest.push(touched.into_iter().flatten().chain([a, b]).collect());
        knots = rest;
    }
    let (torn, mut whole): (Vec<_>, Vec<_>) = knots.into_iter().partition(|knot| is_cut(knot, knot, ruled));
    let alone = ruled.pinned.iter().filter(|(a, _)| torn.iter().any(|knot| knot.contains(a)));
    whole.extend(alone.map(|&(a, b)| BTreeSet::from([a, b])));
    whole.sort();
    whole
}

/// The parts of a row, joined by mean probability as long as no cut pair comes together; pinned pairs first.
fn part(
    row: &BTreeSet<usize>,
    ruled: &Pairs,
    scores: &Scores,
    article: &impl Fn(usize) -> usize,
) -> Vec<BTreeSet<usize>> {
    let mut parts: Vec<BTreeSet<usize>> = row.iter().map(|&claim| BTreeSet::from([claim])).collect();
    loop {
        let pairs = (0..parts.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let rated = pairs.filter(|&(a, b)| !is_cut(&parts[a], &parts[b], ruled)).map(|(a, b)| {
            let is_pinned = crosses(&parts[a], &parts[b], &ruled.pinned);
            (is_pinned, closeness(scores, article, &parts[a], &parts[b]), (a, b))
        });
        let best = rated.max_by(|p, q| p.0.cmp(&q.0).then(p.1.total_cmp(&q.1)).then(q.2.cmp(&p.2)));
        let Some((.., (a, b))) = best else { return parts };
        let moved = parts.remove(b);
        parts[a].extend(moved);
    }
}

fn is_cut(one: &BTreeSet<usize>, other: &BTreeSet<usize>, ruled: &Pairs) -> bool {
    crosses(one, other, &ruled.cut)
}

/// Whether one of the pairs has a claim on each side.
fn crosses(one: &BTreeSet<usize>, other: &BTreeSet<usize>, pairs: &BTreeSet<(usize, usize)>) -> bool {
    pairs.iter().any(|(a, b)| (one.contains(a) && other.contains(b)) || (one.contains(b) && other.contains(a)))
}

fn links(row: &BTreeSet<usize>, scores: &Scores, threshold: f64) -> impl Iterator<Item = (usize, usize)> {
    let pairs = row.iter().flat_map(|&a| row.range(a + 1..).map(move |&b| (a, b)));
    pairs.filter(move |pair| scores.get(pair).is_some_and(|&score| score >= threshold))
}

/// Whether one of the two stands in a cut pair of this row.
fn touches_a_cut((a, b): (usize, usize), row: &BTreeSet<usize>, ruled: &Pairs) -> bool {
    let within = ruled.cut.iter().filter(|(a, b)| row.contains(a) && row.contains(b));
    within.into_iter().any(|cut| [cut.0, cut.1].iter().any(|claim| [a, b].contains(claim)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Claims 0 to 9 stand in the first article, 10 to 19 in the second, and so on; `a-b` is a pin, `a/b` a cut.
    fn check(rows: &[&[usize]], scores: &[(usize, usize, f64)], rulings: &str, expected: &[&[usize]]) {
        let scores = scores.iter().map(|&(a, b, score)| ((a, b), score)).collect();
        let rows = rows.iter().map(|row| row.to_vec()).collect();
        assert_eq!(apply(rows, &pairs(rulings), &scores, 0.25, |claim| claim / 10), expected, "{rulings}");
    }

    fn pairs(rulings: &str) -> Pairs {
        let mut pairs = Pairs::default();
        for ruling in rulings.split_whitespace() {
            let (list, parted) = match ruling.split_once('-') {
                Some(parted) => (&mut pairs.pinned, parted),
                None => (&mut pairs.cut, ruling.split_once('/').expect("a pin or a cut")),
            };
            let claim = |text: &str| text.parse().expect("a claim");
            list.insert((claim(parted.0), claim(parted.1)));
        }
        pairs
    }

    #[test]
    fn a_pin_brings_two_rows_together() {
        check(&[&[0, 10], &[20, 30]], &[(0, 10, 0.9), (20, 30, 0.9)], "0-20", &[&[0, 10, 20, 30]]);
    }

    #[test]
    fn a_pinned_claim_joins_the_row_in_which_the_other_is_most_at_home() {
        check(&[&[0, 10], &[0, 11]], &[(0, 10, 0.4), (0, 11, 0.9)], "0-20", &[&[0, 10], &[0, 11, 20]]);
        check(&[&[0, 10]], &[(0, 10, 0.9)], "5-25", &[&[0, 10], &[5, 25]]);
    }

    #[test]
    fn what_pins_hold_together_is_in_one_row() {
        let scores = [(0, 10, 0.9), (20, 30, 0.9), (0, 20, 0.4)];
        check(&[&[0, 10], &[0, 20], &[20, 30]], &scores, "0-20 0-30", &[&[0, 10], &[0, 20, 30]]);
        check(&[&[0, 10], &[20, 30]], &[(0, 10, 0.9), (20, 30, 0.9)], "0-20 10-30 0-30", &[&[0, 10, 20, 30]]);
    }

    #[test]
    fn a_cut_claim_leaves_alone_when_the_others_are_closer_to_the_other() {
        let scores = [(0, 10, 0.9), (0, 20, 0.9), (10, 20, 0.9), (0, 30, 0.3), (10, 30, 0.3), (20, 30, 0.3)];
        check(&[&[0, 10, 20, 30]], &scores, "0/30", &[&[0, 10, 20]]);
    }

    #[test]
    fn a_cut_parts_a_row_into_those_who_are_close() {
        let scores = [(0, 10, 0.9), (20, 30, 0.9), (0, 20, 0.3)];
        check(&[&[0, 10, 20, 30]], &scores, "0/20", &[&[0, 10], &[20, 30]]);
    }

    #[test]
    fn a_cut_leaves_the_links_of_others() {
        let scores = [(0, 10, 0.9), (20, 30, 0.9), (10, 30, 0.3), (0, 20, 0.3)];
        check(&[&[0, 10, 20, 30]], &scores, "0/20", &[&[0, 10], &[10, 30], &[20, 30]]);
    }

    #[test]
    fn a_cut_says_nothing_of_other_rows() {
        check(&[&[0, 10], &[1, 11, 21]], &[(0, 10, 0.9), (1, 11, 0.9)], "0/10", &[&[1, 11, 21]]);
    }

    #[test]
    fn what_is_pinned_stays_together_beside_a_cut() {
        let scores = [(0, 10, 0.9), (0, 20, 0.1), (10, 20, 0.8)];
        check(&[&[0, 10, 20]], &scores, "0/10 0-20", &[&[0, 20]]);
    }

    #[test]
    fn the_last_word_on_a_pair_counts() {
        let id = |text: &str| ClaimId(text.into());
        let mut ruled = Ruled::default();
        ruled.pin(id("a"), id("b"));
        ruled.cut(id("b"), id("a"));
        let mut cut = Ruled::default();
        cut.cut(id("a"), id("b"));
        assert_eq!(ruled, cut);
    }
}
