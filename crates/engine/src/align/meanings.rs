//! How near claims stand in meaning, whatever words they use.

use crate::{embed::Vector, text::StoryText};
use rayon::prelude::*;

/// The vectors of all claims of a story, and which of other articles come nearest to each.
#[derive(Debug)]
pub(super) struct Meanings {
    vectors: Vec<Vector>,
    /// The same, seen from the mean of the story's claims: what each tells beyond the topic.
    centred: Vec<Vector>,
    /// By claim and article.
    nearest: Vec<Vec<Nearest>>,
    articles: Vec<usize>,
}

/// The claims of one article that come nearest to a claim, the nearest first, with their centred cosines.
type Nearest = Vec<(usize, f64)>;

/// So many of each article are remembered.
const REMEMBERED: usize = 4;

impl Meanings {
    pub(super) fn of(story: &StoryText) -> Self {
        let texts: Vec<&str> = story.claims().map(|claim| claim.text).collect();
        let vectors: Vec<Vector> = texts.par_iter().map(|text| Vector::of(text)).collect();
        let mean = Vector::mean(vectors.iter());
        let centred: Vec<Vector> = vectors.par_iter().map(|vector| vector.seen_from(&mean)).collect();
        let articles: Vec<usize> = story.claims().map(|claim| claim.article).collect();
        let of = |claim| nearest(claim, &centred, &articles, story.articles.len());
        let nearest = (0..centred.len()).into_par_iter().map(of).collect();
        Self { vectors, centred, nearest, articles }
    }

    pub(super) fn cosine(&self, a: usize, b: usize) -> f64 {
        self.vectors[a].cosine(&self.vectors[b])
    }

    pub(super) fn centred(&self, a: usize, b: usize) -> f64 {
        self.centred[a].cosine(&self.centred[b])
    }

    /// How much nearer `other` is to `claim` than the best of the others of its article.
    pub(super) fn margin(&self, claim: usize, other: usize) -> f64 {
        let rivals = self.nearest[claim][self.articles[other]].iter().filter(|&&(rival, _)| rival != other);
        self.centred(claim, other) - rivals.map(|&(_, cosine)| cosine).next().unwrap_or(0.0)
    }

    /// Mean of the cosines of the claim's nearest in each other article.
    pub(super) fn crowd(&self, claim: usize) -> f64 {
        let best: f64 = self.nearest[claim].iter().filter_map(|near| Some(near.first()?.1)).sum();
        best / self.nearest[claim].len().max(2).saturating_sub(1) as f64
    }

    /// The `count` claims of each other article that come nearest.
    pub(super) fn best(&self, claim: usize, count: usize) -> impl Iterator<Item = usize> {
        self.nearest[claim].iter().flat_map(move |near| near.iter().take(count).map(|&(other, _)| other))
    }
}

fn nearest(claim: usize, vectors: &[Vector], articles: &[usize], count: usize) -> Vec<Nearest> {
    let mut nearest: Vec<Nearest> = vec![Nearest::new(); count];
    for (other, vector) in vectors.iter().enumerate().filter(|&(other, _)| articles[other] != articles[claim]) {
        let (near, cosine) = (&mut nearest[articles[other]], vectors[claim].cosine(vector));
        let at = near.partition_point(|&(_, nearer)| nearer >= cosine);
        if at < REMEMBERED {
            near.truncate(REMEMBERED - 1);
            near.insert(at, (other, cosine));
        }
    }
    nearest
}
