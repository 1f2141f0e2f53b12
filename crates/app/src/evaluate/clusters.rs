//! Judges how articles are grouped into stories.

use super::figures::f1;
use std::collections::{BTreeMap, BTreeSet};
use story::{Article, Story};

/// B-cubed precision and recall (Bagga and Baldwin 1998): how much of an article's story belongs
/// with it, and how much of what belongs with it is there; on average over the articles.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BCubed {
    pub precision: f64,
    pub recall: f64,
}

impl BCubed {
    /// `found` and `sought` tell by article where it is put and where it belongs; `judged` are the
    /// articles over which is averaged.
    pub fn of<F: Ord, S: Ord>(found: &[F], sought: &[S], judged: impl IntoIterator<Item = usize>) -> Self {
        let both = counts(found.iter().zip(sought));
        let (found_with, sought_with) = (counts(found), counts(sought));
        let (mut precision, mut recall, mut articles) = (0.0, 0.0, 0);
        for at in judged {
            let right = both[&(&found[at], &sought[at])] as f64;
            precision += right / found_with[&found[at]] as f64;
            recall += right / sought_with[&sought[at]] as f64;
            articles += 1;
        }
        let articles = f64::from(articles.max(1));
        Self { precision: precision / articles, recall: recall / articles }
    }

    pub fn f1(&self) -> f64 {
        f1(self.precision, self.recall)
    }
}

/// How many stories were found among all articles, and how good they are. An article that was put
/// nowhere is a story of its own.
pub(super) fn judge(sought: &[String], stories: &[(Story, Vec<Article>)]) -> (usize, BCubed) {
    let mut found: Vec<usize> = (0..sought.len()).map(|alone| stories.len() + alone).collect();
    for (at, (_, articles)) in stories.iter().enumerate() {
        for line in articles.iter().filter_map(|article| article.source.entry.checked_sub(1)) {
            if let Some(story) = found.get_mut(line) {
                *story = at;
            }
        }
    }
    (found.iter().collect::<BTreeSet<_>>().len(), BCubed::of(&found, sought, 0..sought.len()))
}

fn counts<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    things.into_iter().for_each(|thing| *counts.entry(thing).or_insert(0) += 1);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &[usize], sought: &[&str], judged: &[usize], precision: f64, recall: f64) {
        let quality = BCubed::of(found, sought, judged.iter().copied());
        assert!((quality.precision - precision).abs() < 1e-12, "{quality:?}");
        assert!((quality.recall - recall).abs() < 1e-12, "{quality:?}");
    }

    #[test]
    fn an_article_is_judged_by_the_company_it_keeps() {
        check(&[0, 0, 1], &["a", "a", "b"], &[0, 1, 2], 1.0, 1.0);
        // By article, precision 2/3, 2/3, 1/3, 1 and recall 2/2, 2/2, 1/2, 1/2.
        check(&[0, 0, 0, 1], &["a", "a", "b", "b"], &[0, 1, 2, 3], 8.0 / 3.0 / 4.0, 0.75);
    }

    #[test]
    fn only_those_judged_are_averaged_but_all_keep_company() {
        check(&[0, 0, 0, 1], &["a", "a", "b", "b"], &[2], 1.0 / 3.0, 0.5);
        check(&[], &[], &[], 0.0, 0.0);
    }
}
