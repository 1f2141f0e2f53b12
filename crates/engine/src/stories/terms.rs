//! What an article is about: its words, lead, names, months, numbers, and when.

use super::dates;
use crate::{
    facets::times::month_named,
    text::{Word, words},
};
use story::Article;

/// Terms by their hash, sorted, each once, and how often they occur.
pub(crate) type Bag = Vec<(u64, u32)>;

/// The terms of one article, a bag for each measure of likeness.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    /// Stems of title and body.
    pub(crate) body: Bag,
    /// Stems of the title and the first sentences.
    pub(crate) lead: Bag,
    /// Stems of words that are capitalised where their place does not ask for it.
    pub(crate) names: Bag,
    /// Numbers of two characters and more.
    pub(crate) numbers: Bag,
    /// Months that it names.
    pub(crate) months: Bag,
    /// The latest year it writes out.
    pub(crate) year: Option<i64>,
    /// Days from 1970 to its publication, as recorded and as its URL or dateline has it.
    pub(crate) recorded: Option<i64>,
    pub(crate) written: Option<i64>,
}

/// Words of an article's lead: about the first three sentences.
const LEAD: usize = 80;

/// Years that news write in four digits; other numbers of four digits are rarely years.
const YEARS: std::ops::RangeInclusive<i64> = 1950..=2049;

impl Terms {
    pub(crate) fn of(article: &Article) -> Self {
        let mut stems = Vec::new();
        let (mut names, mut numbers) = (Vec::new(), Vec::new());
        let mut months = Vec::new();
        let mut lead = None;
        for text in std::iter::once(article.title.as_str()).chain(article.paragraphs().map(|(_, text)| text)) {
            let words = words(text, 0);
            names.extend(names_of(&words).map(|word| hash(&word.stem)));
            months.extend(months_of(&words));
            numbers.extend(
                words
                    .iter()
                    .filter(|word| word.has_digit() && word.text.len() > 1)
                    .map(|word| word.text)
                    .map(str::to_owned),
            );
            stems.extend(words.into_iter().filter(Word::is_word).map(|word| hash(word.stem.trim_end_matches("'s"))));
            if stems.len() >= LEAD {
                lead.get_or_insert(stems.len());
            }
        }
        let year = numbers.iter().filter(|number| number.len() == 4).filter_map(|number| number.parse().ok());
        Self {
            lead: bag(stems[..lead.unwrap_or(stems.len())].to_vec()),
            body: bag(stems),
            names: bag(names),
            months: bag(months),
            year: year.filter(|year| YEARS.contains(year)).max(),
            numbers: bag(numbers.iter().map(|number| hash(number)).collect()),
            recorded: dates::recorded(article),
            written: dates::written(article),
        }
    }
}

/// Capitalised words within a sentence. A text most of whose words are capitalised is a headline
/// and tells nothing.
fn names_of<'w, 'a>(words: &'w [Word<'a>]) -> impl Iterator<Item = &'w Word<'a>> {
    let capitalised = words.iter().filter(|word| word.is_capitalised()).count();
    let is_headline = 2 * capitalised > words.iter().filter(|word| word.is_word()).count();
    let within = |at: usize| at > 0 && (words[at - 1].is_word() || words[at - 1].text == ",");
    (0..words.len())
        .filter(move |&at| !is_headline && within(at))
        .map(|at| &words[at])
        .filter(|word| word.is_capitalised() && word.text.len() > 1)
}

/// The months that words name, from 0; without *May*, which opens sentences as a verb.
fn months_of<'w>(words: &'w [Word<'_>]) -> impl Iterator<Item = u64> + 'w {
    let named = words.iter().filter(|word| word.is_capitalised() && word.lower != "may");
    named.filter_map(|word| month_named(&word.lower)).map(|month| month as u64 - 1)
}

fn bag(mut terms: Vec<u64>) -> Bag {
    terms.sort_unstable();
    terms.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}

/// FNV-1a, the same on every machine.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_months(text: &str, expected: &[u64]) {
        assert_eq!(months_of(&words(text, 0)).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn months_are_read_in_full_and_cut_short() {
        check_months("It fell on 2 August, and on Sept. 3rd it rose, as in Oct 2029.", &[7, 8, 9]);
    }

    #[test]
    fn what_may_be_is_no_month() {
        check_months("May it last. Marching on, Juno may decline.", &[]);
    }
}
