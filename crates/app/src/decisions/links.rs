//! Turns what is asked of rows and claims into rulings on pairs of claims.

use super::{about, passages};
use crate::{
    Stopped,
    clock::now,
    compare::{Compared, compare_kept, compare_under},
};
use engine::Settings;
use library::{Library, Rulings};
use std::{collections::BTreeSet, ops::ControlFlow};
use story::{
    Article, ClaimGroup, ClaimId, Comparison, DecidedLink, GroupId, LinkDecision, LinkRuling, Passage, Progress,
    StoryId, Timestamp,
};

/// What a user may ask of links and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relink {
    /// These two claims report the same thing.
    Pin(ClaimId, ClaimId),
    /// They do not.
    Cut(ClaimId, ClaimId),
    /// These two rows are one.
    Merge(GroupId, GroupId),
    /// These claims leave the row and make one of their own.
    Split { row: GroupId, claims: Vec<ClaimId> },
    /// Takes back what was ruled of these two claims.
    Free(ClaimId, ClaimId),
}

const CHANGED: Stopped = Stopped::Refused("The story has changed since it was shown: open it again and choose anew.");

/// Rules on links of a story as one act and compares it anew.
///
/// # Errors
/// [`Stopped::Refused`] where the story has no such claims or rows, or where nothing could come of it; else as for
/// [`compare_kept`].
pub fn relink(
    library: &mut Library,
    story: &StoryId,
    relink: &Relink,
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Compared, Stopped> {
    let compared = compare_kept(library, story, settings, on_progress)?;
    let bench = Bench::of(&compared);
    let (name, rulings) = match relink {
        Relink::Pin(a, b) => ("pin", bench.pin(a, b)?),
        Relink::Cut(a, b) => ("cut", bench.cut(a, b)?),
        Relink::Free(a, b) => ("free", bench.free(a, b)?),
        Relink::Split { row, claims } => ("split", bench.split(row, claims)?),
        Relink::Merge(one, other) => {
            let ways = bench.merge(one, other)?;
            let wanted = ways.wanted.clone();
            let few = bench.after(&ways.few, &about(library, &compared.articles)?.links);
            let tried = compare_under(library, story, &compared.articles, &few, settings, on_progress)?;
            ("merge", if holds_all(&tried, &wanted) { ways.few } else { ways.all })
        }
    };
    library.rule(name, story, &rulings, &bench.at)?;
    compare_kept(library, story, settings, on_progress)
}

/// Two ways of merging rows: by one pin, which mostly does, and by as many as hold all claims together.
struct Ways {
    few: Rulings,
    all: Rulings,
    wanted: BTreeSet<ClaimId>,
}

fn holds_all(comparison: &Comparison, claims: &BTreeSet<ClaimId>) -> bool {
    comparison.groups.iter().any(|group| claims.iter().all(|claim| group.claims.contains(claim)))
}

/// A comparison that is being ruled on.
struct Bench<'c> {
    comparison: &'c Comparison,
    articles: &'c [Article],
    ruled: &'c [DecidedLink],
    claims: Vec<Passage>,
    at: Timestamp,
}

impl<'c> Bench<'c> {
    fn of(compared: &'c Compared) -> Self {
        Self {
            comparison: &compared.comparison,
            articles: &compared.articles,
            ruled: &compared.decided.links,
            claims: passages(&compared.comparison),
            at: now(),
        }
    }

    fn claim(&self, id: &ClaimId) -> Result<usize, Stopped> {
        self.comparison.claims.iter().position(|claim| claim.id == *id).ok_or(CHANGED)
    }

    fn row(&self, id: &GroupId) -> Result<&'c ClaimGroup, Stopped> {
        self.comparison.groups.iter().find(|group| group.id == *id).ok_or(CHANGED)
    }

    fn claims_of(&self, row: &ClaimGroup) -> Result<Vec<usize>, Stopped> {
        row.claims.iter().map(|claim| self.claim(claim)).collect()
    }

    fn article(&self, claim: usize) -> usize {
        let id = &self.claims[claim].article;
        self.articles.iter().position(|article| article.id == *id).unwrap_or(self.articles.len())
    }

    fn pin(&self, a: &ClaimId, b: &ClaimId) -> Result<Rulings, Stopped> {
        let (a, b) = (self.claim(a)?, self.claim(b)?);
        if self.article(a) == self.article(b) {
            return Err(Stopped::Refused("Both claims are of one article: pin claims of different articles."));
        }
        Ok(self.rulings(&[(a, b)], &[]))
    }

    fn cut(&self, a: &ClaimId, b: &ClaimId) -> Result<Rulings, Stopped> {
        let (a, b) = (self.claim(a)?, self.claim(b)?);
        if a == b {
            return Err(Stopped::Refused("A claim cannot be cut from itself: choose two."));
        }
        Ok(self.rulings(&[], &[(a, b)]))
    }

    /// By the places of the claims now, or as they were when it was ruled.
    fn free(&self, a: &ClaimId, b: &ClaimId) -> Result<Rulings, Stopped> {
        let then = |passage: &Passage| ClaimId::of(&passage.article, passage.span);
        let is_it = |link: &&DecidedLink| {
            let now = link.claims.map(|(a, b)| (&self.comparison.claims[a].id, &self.comparison.claims[b].id));
            let then = (then(&link.decision.a), then(&link.decision.b));
            let pairs = [Some((&then.0, &then.1)), now];
            pairs.into_iter().flatten().any(|pair| pair == (a, b) || pair == (b, a))
        };
        let freed: Vec<(Passage, Passage)> =
            self.ruled.iter().filter(is_it).map(|link| (link.decision.a.clone(), link.decision.b.clone())).collect();
        match freed.is_empty() {
            true => Err(Stopped::Refused("Nothing is ruled of these two claims.")),
            false => Ok(Rulings { freed, ..Rulings::default() }),
        }
    }

    /// Cuts between all that move and all that stay, and pins that hold together what moves.
    fn split(&self, row: &GroupId, moving: &[ClaimId]) -> Result<Rulings, Stopped> {
        let row = self.claims_of(self.row(row)?)?;
        let moving: Vec<usize> = moving.iter().map(|claim| self.claim(claim)).collect::<Result<_, _>>()?;
        let (moved, staying): (Vec<usize>, Vec<usize>) = row.iter().partition(|claim| moving.contains(claim));
        if moved.is_empty() || staying.is_empty() {
            return Err(Stopped::Refused("Choose some claims of the row to split off, and leave some in it."));
        }
        let pairs = moved.iter().flat_map(|&a| staying.iter().map(move |&b| (a, b)));
        let cuts: Vec<(usize, usize)> = pairs.filter(|&(a, b)| self.article(a) != self.article(b)).collect();
        Ok(self.rulings(&self.tree(&moved), &cuts))
    }

    fn merge(&self, one: &GroupId, other: &GroupId) -> Result<Ways, Stopped> {
        let (one, other) = (self.row(one)?, self.row(other)?);
        if one.id == other.id {
            return Err(Stopped::Refused("A row cannot be merged with itself: choose two."));
        }
        let (a, b) = (self.claims_of(one)?, self.claims_of(other)?);
        let mut all: Vec<usize> = a.iter().chain(&b).copied().collect();
        all.sort_unstable();
        all.dedup();
        let pairs = a.iter().flat_map(|&a| b.iter().map(move |&b| (a, b)));
        let apart = pairs.filter(|&(a, b)| self.article(a) != self.article(b));
        let held = |(a, b): (usize, usize)| self.hold(one, a) + self.hold(other, b);
        let central = apart.max_by(|&p, &q| held(p).total_cmp(&held(q)).then(q.cmp(&p)));
        let Some(central) = central else {
            return Err(Stopped::Refused("Both rows are of one article: there is nothing to merge."));
        };
        // What was cut between the two rows is taken back.
        let torn = |link: &&DecidedLink| {
            let across =
                |(x, y): (usize, usize)| (a.contains(&x) && b.contains(&y)) || (a.contains(&y) && b.contains(&x));
            link.decision.ruling == LinkRuling::Cut && link.claims.is_some_and(across)
        };
        let freed: Vec<(Passage, Passage)> =
            self.ruled.iter().filter(torn).map(|link| (link.decision.a.clone(), link.decision.b.clone())).collect();
        let with = |mut rulings: Rulings| {
            rulings.freed.extend(freed.iter().filter(|pair| !rules(&rulings.links, pair)).cloned().collect::<Vec<_>>());
            rulings
        };
        let wanted = all.iter().map(|&claim| self.comparison.claims[claim].id.clone()).collect();
        Ok(Ways { few: with(self.rulings(&[central], &[])), all: with(self.rulings(&self.tree(&all), &[])), wanted })
    }

    /// How strongly a claim is linked within its row.
    fn hold(&self, row: &ClaimGroup, claim: usize) -> f64 {
        let id = &self.comparison.claims[claim].id;
        row.links.iter().filter(|link| link.a == *id || link.b == *id).map(|link| link.score).sum()
    }

    /// Pairs of claims of different articles that hold all of them together, as far as there are such pairs.
    fn tree(&self, claims: &[usize]) -> Vec<(usize, usize)> {
        let Some((&first, rest)) = claims.split_first() else { return Vec::new() };
        let other = rest.iter().copied().find(|&claim| self.article(claim) != self.article(first));
        let partner = |claim: usize| if self.article(claim) == self.article(first) { other } else { Some(first) };
        rest.iter().filter_map(|&claim| partner(claim).map(|partner| (partner, claim))).collect()
    }

    /// These rulings; what was ruled of the same claims as they were cut before is taken back.
    fn rulings(&self, pins: &[(usize, usize)], cuts: &[(usize, usize)]) -> Rulings {
        let pins = pins.iter().map(|&pair| (pair, LinkRuling::Pinned));
        let cuts = cuts.iter().map(|&pair| (pair, LinkRuling::Cut));
        let pairs: Vec<((usize, usize), LinkRuling)> = pins.chain(cuts).collect();
        let links: Vec<LinkDecision> = pairs.iter().map(|&(pair, ruling)| self.link(pair, ruling)).collect();
        let is_ruled = |(x, y): (usize, usize)| pairs.iter().any(|&((a, b), _)| (a, b) == (x, y) || (a, b) == (y, x));
        let older = self.ruled.iter().filter(|link| link.claims.is_some_and(is_ruled));
        let freed = older.map(|link| (link.decision.a.clone(), link.decision.b.clone()));
        let freed = freed.filter(|pair| !rules(&links, pair)).collect();
        Rulings { links, freed, ..Rulings::default() }
    }

    fn link(&self, (a, b): (usize, usize), ruling: LinkRuling) -> LinkDecision {
        let (a, b) = (self.claims[a].clone(), self.claims[b].clone());
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        LinkDecision { a, b, ruling, at: self.at.clone() }
    }

    /// What will be ruled of links when these rulings are kept.
    fn after(&self, rulings: &Rulings, links: &[LinkDecision]) -> Vec<LinkDecision> {
        let stays = |link: &&LinkDecision| {
            let pair = (link.a.clone(), link.b.clone());
            !rules(&rulings.links, &pair) && !rulings.freed.contains(&pair)
        };
        links.iter().filter(stays).chain(&rulings.links).cloned().collect()
    }
}

/// Whether one of the links is of just these two passages.
fn rules(links: &[LinkDecision], (a, b): &(Passage, Passage)) -> bool {
    links.iter().any(|link| (&link.a, &link.b) == (a, b) || (&link.b, &link.a) == (a, b))
}
