//! How common words are in general news.

use super::terms::hash;
use crate::text::{Word, words};
use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

/// `stem<TAB>articles in a thousand`; the file's head says where it comes from.
const COMMON: &str = include_str!("../../data/common_words.tsv");

/// Share of news articles that have the term, 0 to 1; 0 for all but common words.
pub(crate) fn share(term: u64) -> f64 {
    static SHARES: LazyLock<Vec<(u64, f64)>> = LazyLock::new(|| {
        let line = |line: &str| {
            let (stem, thousandths) = line.split_once('\t')?;
            Some((hash(stem), thousandths.parse::<f64>().ok()? / 1000.0))
        };
        let mut shares: Vec<(u64, f64)> = COMMON.lines().filter_map(line).collect();
        shares.sort_unstable_by_key(|&(term, _)| term);
        shares
    });
    SHARES.binary_search_by_key(&term, |&(term, _)| term).map_or(0.0, |at| SHARES[at].1)
}

/// The head of the table: where its counts come from.
const HEAD: &str = "\
# Stems of words that stand in at least ten of a thousand news articles and are mostly written small, with how\n\
# many of a thousand have them: counted by `cargo xtask common-words` over the 840 articles of seven US\n\
# outlets in the training part of PolNeAR 1.0 (Newell, Margolin and Ruths 2018). Counts only, no text.\n";

/// A word in fewer of a thousand articles than this is not common.
const COMMON_FROM: f64 = 10.0;

/// Counts `articles` of general news into the table that [`share`] reads. A stem that is mostly
/// written with a capital names something, and names are not common words.
pub fn common_words(articles: &[String]) -> String {
    let mut counts: BTreeMap<String, (i64, f64)> = BTreeMap::new();
    for article in articles {
        let words: Vec<Word> = article.split("\n\n").flat_map(|text| words(text, 0)).filter(Word::is_word).collect();
        let mut stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            counts.entry(stem.to_owned()).or_default().1 += 1.0;
        }
        for word in &words {
            counts.entry(word.stem.clone()).or_default().0 += if word.is_capitalised() { -1 } else { 1 };
        }
    }
    let mut table = HEAD.to_owned();
    for (stem, (small, count)) in counts {
        let thousandths = 1000.0 * count / articles.len().max(1) as f64;
        if small > 0 && thousandths >= COMMON_FROM && !stem.bytes().any(|byte| byte.is_ascii_digit()) {
            writeln!(table, "{stem}\t{thousandths:.0}").expect("a string takes all that is written");
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_is_everywhere_and_a_name_nowhere() {
        assert!(share(hash("the")) > 0.9);
        assert!(share(hash("zebedee")) < 1e-9);
    }
}
