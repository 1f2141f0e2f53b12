//! Cuts text into the word pieces of BERT's uncased vocabulary: each word into the longest pieces known.

use std::{collections::BTreeMap, sync::LazyLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One piece a line; `##` marks one that continues a word.
const PIECES: &str = include_str!("../../data/pieces.txt");
/// Lines of the vocabulary.
pub(super) const COUNT: usize = 30_522;
/// Stands for a word that the vocabulary cannot spell.
const UNKNOWN: usize = 100;
/// Marks the beginning of a text.
pub(super) const FIRST: usize = 101;
/// Marks its end.
pub(super) const LAST: usize = 102;
/// A longer word is none.
const LONGEST: usize = 100;

#[derive(Default)]
struct Vocabulary {
    names: Vec<&'static str>,
    first: BTreeMap<&'static str, usize>,
    later: BTreeMap<&'static str, usize>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    for (number, piece) in PIECES.lines().take(COUNT).enumerate() {
        vocabulary.names.push(piece);
        match piece.strip_prefix("##") {
            Some(later) if !later.is_empty() => vocabulary.later.insert(later, number),
            _ => vocabulary.first.insert(piece, number),
        };
    }
    vocabulary
});

/// The piece as it is spelled.
pub(crate) fn name(piece: usize) -> &'static str {
    VOCABULARY.names[piece]
}

/// The numbers of the text's pieces.
pub(crate) fn pieces(text: &str) -> Vec<usize> {
    let plain: String = text.nfd().filter(|&letter| !is_combining_mark(letter)).flat_map(char::to_lowercase).collect();
    words(&plain).flat_map(spelled).collect()
}

/// Runs of letters and digits; every other mark stands alone.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|run| run.split_inclusive(is_mark)).flat_map(|run| {
        let mark = run.char_indices().next_back().filter(|&(_, last)| is_mark(last)).map_or(run.len(), |(at, _)| at);
        let (word, mark) = run.split_at(mark);
        [word, mark].into_iter().filter(|part| !part.is_empty())
    })
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric()
}

fn spelled(word: &str) -> Vec<usize> {
    if word.chars().count() > LONGEST {
        return vec![UNKNOWN];
    }
    let (mut pieces, mut rest) = (Vec::new(), word);
    while !rest.is_empty() {
        let known = if pieces.is_empty() { &VOCABULARY.first } else { &VOCABULARY.later };
        let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
        let Some((end, piece)) = ends.filter_map(|end| Some((end, *known.get(&rest[..end])?))).next() else {
            return vec![UNKNOWN];
        };
        pieces.push(piece);
        rest = &rest[end..];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let vocabulary: Vec<&str> = PIECES.lines().collect();
        let cut: Vec<&str> = pieces(text).into_iter().map(|piece| vocabulary[piece]).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn rare_words_are_spelled_by_pieces() {
        check("Embeddings", &["em", "##bed", "##ding", "##s"]);
    }

    #[test]
    fn marks_stand_alone() {
        check("U.S. troops,", &["u", ".", "s", ".", "troops", ","]);
    }

    #[test]
    fn what_cannot_be_spelled_is_unknown() {
        check("\u{1f600} ok", &["[UNK]", "ok"]);
    }

    #[test]
    fn the_vocabulary_is_whole() {
        assert_eq!(PIECES.lines().count(), COUNT);
    }
}
