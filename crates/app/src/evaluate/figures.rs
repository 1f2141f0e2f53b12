//! What is measured.

use super::calibration::Calibration;
use std::ops::Add;
use story::Kind;

/// The figures of one story, or of many together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// Pairs of sentences of two outlets that stand in one group.
    pub alignment: Score,
    /// Links that are shown as certain, and those of them that are right.
    pub certain: Share,
    pub calibration: Calibration,
    /// In the order of [`Kind::ALL`].
    pub kinds: [Tally; Kind::ALL.len()],
}

/// How much of what was found is right, and how much of what was sought was found. Two right
/// findings can be of one thing sought, and one finding of two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    pub found: usize,
    pub right: usize,
    pub sought: usize,
    pub met: usize,
}

/// Some of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub of: usize,
    pub part: usize,
}

/// How good the divergences of a kind are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub score: Score,
    /// Major divergences, and those of them that were found.
    pub major: Share,
    /// Divergences rightly found, and those of them whose relation is the annotated one too.
    pub relation: Share,
}

impl Figures {
    pub fn kind(&self, kind: Kind) -> &Tally {
        &self.kinds[place(kind)]
    }

    /// All kinds together.
    pub fn divergences(&self) -> Tally {
        self.kinds.iter().fold(Tally::default(), |sum, kind| sum + *kind)
    }

    /// All kinds together but `wording`, on which careful readers agree least.
    pub fn facts(&self) -> Tally {
        let facts = Kind::ALL.into_iter().filter(|&kind| kind != Kind::Wording);
        facts.fold(Tally::default(), |sum, kind| sum + *self.kind(kind))
    }
}

/// Where a kind stands in [`Kind::ALL`].
pub(super) fn place(kind: Kind) -> usize {
    Kind::ALL.iter().position(|&known| known == kind).expect("the list holds every kind")
}

impl Score {
    /// 0 where nothing was found.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    /// 0 where nothing was sought.
    pub fn recall(&self) -> f64 {
        ratio(self.met, self.sought)
    }

    pub fn f1(&self) -> f64 {
        f1(self.precision(), self.recall())
    }
}

impl Share {
    /// 0 to 1; nothing of nothing is nothing.
    pub fn ratio(&self) -> Option<f64> {
        (self.of > 0).then(|| ratio(self.part, self.of))
    }

    pub(super) fn count(&mut self, is_part: bool) {
        self.of += 1;
        self.part += usize::from(is_part);
    }
}

/// The harmonic mean of precision and recall.
pub fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

fn ratio(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

impl Add<&Figures> for Figures {
    type Output = Figures;

    fn add(mut self, other: &Figures) -> Figures {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(kind, other)| *kind = *kind + other);
        Figures {
            alignment: self.alignment + other.alignment,
            certain: self.certain + other.certain,
            calibration: self.calibration + &other.calibration,
            kinds: self.kinds,
        }
    }
}

impl Add for Score {
    type Output = Score;

    fn add(self, other: Score) -> Score {
        Score {
            found: self.found + other.found,
            right: self.right + other.right,
            sought: self.sought + other.sought,
            met: self.met + other.met,
        }
    }
}

impl Add for Share {
    type Output = Share;

    fn add(self, other: Share) -> Share {
        Share { of: self.of + other.of, part: self.part + other.part }
    }
}

impl Add for Tally {
    type Output = Tally;

    fn add(self, other: Tally) -> Tally {
        Tally {
            score: self.score + other.score,
            major: self.major + other.major,
            relation: self.relation + other.relation,
        }
    }
}
