//! What may diverge: two mentions in aligned claims of two outlets, and what is measured on them.

use super::scene::{Scene, share};
use crate::{
    align::{Sense, Stretch},
    facets::closed_class::is_open,
    text::ClaimIx,
};
use std::{cell::OnceCell, collections::BTreeMap};
use story::{Relation, Span};

/// A value where it stands.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The claim of the group that it belongs to.
    pub(super) claim: ClaimIx,
    /// Where it stands: this claim or one beside it. Bytes of the article's body; empty for an absence.
    pub(super) at: Stretch,
    /// As it is shown.
    pub(super) value: String,
}

impl Mention {
    /// A mention in the claim that it belongs to.
    pub(super) fn of(claim: ClaimIx, span: Span, value: impl Into<String>) -> Self {
        Self { claim, at: (claim, span), value: value.into() }
    }
}

/// What two mentions are to each other, if they are of one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verdict {
    /// The same in the same words, or nearly.
    Same,
    /// They look different and are the same, and why.
    LooksOther(&'static str),
    Differ(Relation),
}

/// Two mentions of a group, by index, the smaller first.
#[derive(Debug, Clone)]
pub(super) struct Rival {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) verdict: Verdict,
    /// What the kind measures on them, in the order of its names: the same whichever is named first.
    pub(super) measured: Vec<f64>,
    /// Probability below which it is not told: where it is plain, and the annotated stories hold too few to learn from.
    pub(super) least: f64,
}

impl Rival {
    pub(super) fn of(a: usize, b: usize, verdict: Verdict, measured: Vec<f64>) -> Self {
        Self { a: a.min(b), b: a.max(b), verdict, measured, least: 0.0 }
    }
}

/// What of a group a kind compares.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    pub(super) mentions: Vec<Mention>,
    pub(super) pairs: Vec<Rival>,
}

impl Rivals {
    /// Every two mentions on which `judge` has a verdict.
    pub(super) fn among(mentions: Vec<Mention>, judge: impl Fn(usize, usize) -> Option<(Verdict, Vec<f64>)>) -> Self {
        let pairs = (0..mentions.len()).flat_map(|a| (a + 1..mentions.len()).map(move |b| (a, b)));
        let pairs =
            pairs.filter_map(|(a, b)| judge(a, b).map(|(verdict, measured)| Rival::of(a, b, verdict, measured)));
        let pairs = pairs.collect();
        Self { mentions, pairs }
    }

    /// A contrast between two claims. A stretch of a claim is one mention, whatever it stands against.
    pub(super) fn add(&mut self, a: Mention, b: Mention, relation: Relation, measured: Vec<f64>) {
        let (a, b) = (self.mention(a), self.mention(b));
        let (a, b) = (a.min(b), a.max(b));
        if !self.pairs.iter().any(|pair| (pair.a, pair.b) == (a, b)) {
            self.pairs.push(Rival::of(a, b, Verdict::Differ(relation), measured));
        }
    }

    /// The same where what `least` says of what was measured is the lowest probability told.
    pub(super) fn told_at_least(mut self, least: impl Fn(&[f64]) -> f64) -> Self {
        for pair in self.pairs.iter_mut().filter(|pair| matches!(pair.verdict, Verdict::Differ(_))) {
            pair.least = least(&pair.measured);
        }
        self
    }

    /// Mentions of one value that stand against one mention are one reading.
    pub(super) fn with_equal_joined(mut self) -> Self {
        let mut against: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for pair in &self.pairs {
            against.entry(pair.a).or_default().push(pair.b);
            against.entry(pair.b).or_default().push(pair.a);
        }
        let mut same: Vec<(usize, usize)> = Vec::new();
        for others in against.values() {
            for (at, &a) in others.iter().enumerate() {
                let equal = others[at + 1..].iter().filter(|&&b| self.mentions[a].value == self.mentions[b].value);
                same.extend(equal.map(|&b| (a.min(b), a.max(b))));
            }
        }
        same.sort_unstable();
        same.dedup();
        self.pairs.extend(same.into_iter().map(|(a, b)| Rival::of(a, b, Verdict::Same, Vec::new())));
        self
    }

    fn mention(&mut self, mention: Mention) -> usize {
        let known = self.mentions.iter().position(|known| known.claim == mention.claim && known.at == mention.at);
        known.unwrap_or_else(|| {
            self.mentions.push(mention);
            self.mentions.len() - 1
        })
    }
}

/// What is measured on any two rivals, before what their kind measures.
pub(super) const MEASURED: [&str; 17] = [
    "link",
    "link_among_links",
    "wholes",
    "words_shared_of_shorter",
    "words_shared_of_longer",
    "words_shared",
    "near_words",
    "beside",
    "beside_best",
    "alike",
    "words_own_more",
    "words_own_less",
    "own_in_other_claim",
    "own_in_other_article",
    "mentions",
    "outlets",
    "lead",
];

/// Measures the rivals of one group: what is measured on a claim pair or on one mention, once.
pub(super) struct Measure<'s> {
    scene: Scene<'s>,
    rivals: &'s Rivals,
    claims: BTreeMap<(ClaimIx, ClaimIx), [f64; 6]>,
    /// By mention.
    own: Vec<OnceCell<Own<'s>>>,
    outlets: f64,
}

/// A mention by itself: its words and what stands beside it.
struct Own<'s> {
    stems: Vec<&'s str>,
    stems_beside: Vec<&'s str>,
    within: Sense,
    around: Sense,
}

impl<'s> Measure<'s> {
    pub(super) fn new(scene: Scene<'s>, rivals: &'s Rivals) -> Self {
        let mut outlets: Vec<&str> = scene.group.claims.iter().map(|&claim| scene.story.outlet_of(claim)).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let own = rivals.mentions.iter().map(|_| OnceCell::new()).collect();
        Self { scene, rivals, claims: BTreeMap::new(), own, outlets: outlets.len() as f64 }
    }

    /// [`MEASURED`], then the kind's own.
    pub(super) fn features(&mut self, rival: &Rival) -> Vec<f64> {
        let scene = self.scene;
        let (a, b) = (&self.rivals.mentions[rival.a], &self.rivals.mentions[rival.b]);
        let claims = *self.claims.entry((a.claim, b.claim)).or_insert_with(|| of_claims(&scene, a.claim, b.claim));
        let (one, other) = (self.own(rival.a), self.own(rival.b));
        let beside = one.around.cosine(&other.around);
        let words = [one, other].map(|own| own.stems.len().min(12) as f64);
        let (in_b, in_a) = (share_told(&scene, &one.stems, b.claim, a), share_told(&scene, &other.stems, a.claim, b));
        let mentions = &self.rivals.mentions;
        let count = |claim: ClaimIx| mentions.iter().filter(|mention| mention.claim == claim).count().min(8);
        let lead = usize::from(scene.claim(a.claim).place < 2) + usize::from(scene.claim(b.claim).place < 2);
        let of_mentions = [
            share(&one.stems_beside, &other.stems_beside),
            beside,
            (self.best_beside(rival.a, b, beside) + self.best_beside(rival.b, a, beside)) / 2.0,
            one.within.cosine(&other.within),
            words[0].max(words[1]),
            words[0].min(words[1]),
            in_b.0.max(in_a.0),
            in_b.1.max(in_a.1),
            count(a.claim).max(count(b.claim)) as f64,
            self.outlets,
            lead as f64,
        ];
        [&claims[..], &of_mentions, &rival.measured].concat()
    }

    fn own(&self, at: usize) -> &Own<'s> {
        self.own[at].get_or_init(|| {
            let at = self.rivals.mentions[at].at;
            Own {
                stems: self.scene.stems_of(at),
                stems_beside: self.scene.stems_beside(at),
                within: self.scene.within(at),
                around: self.scene.around(at),
            }
        })
    }

    /// 1 where nothing in the other's claim stands beside what is more like what stands beside this mention, else 0.
    fn best_beside(&self, one: usize, other: &Mention, beside: f64) -> f64 {
        let mentions = self.rivals.mentions.iter().enumerate();
        let others = mentions.filter(|(_, rival)| rival.claim == other.claim && rival.at != other.at);
        let around = &self.own(one).around;
        f64::from(others.take(8).all(|(rival, _)| around.cosine(&self.own(rival).around) <= beside))
    }
}

fn of_claims(scene: &Scene, a: ClaimIx, b: ClaimIx) -> [f64; 6] {
    let link = scene.alignment.score(a, b);
    let rivals = scene.group.links.iter().filter(|(x, y, _)| [x, y].iter().any(|one| [&a, &b].contains(one)));
    let best = rivals.map(|&(.., score)| score).fold(link, f64::max);
    let open = |claim: ClaimIx| scene.words(claim).iter().filter(|word| is_open(word)).count().max(1) as f64;
    let (one, other, joined) = (open(a), open(b), scene.slots(a, b).joined() as f64);
    [
        link,
        link / best.max(1e-6),
        scene.alignment.meanings.wholes(a, b),
        joined / one.min(other),
        joined / one.max(other),
        joined.min(20.0),
    ]
}

/// Shares of a mention's own words that the other's claim and the other's article hold too.
fn share_told(scene: &Scene, own: &[&str], other: ClaimIx, mention: &Mention) -> (f64, f64) {
    if own.is_empty() || mention.at.1.is_empty() {
        return (0.0, 0.0);
    }
    let of = |has: &dyn Fn(&str) -> bool| own.iter().filter(|stem| has(stem)).count() as f64 / own.len() as f64;
    let in_claim = of(&|stem| scene.words(other).iter().any(|word| word.stem == stem));
    let in_article = of(&|stem| scene.stems_of_article(other).contains(stem));
    (in_claim, in_article)
}
