//! Cuts text into the word pieces of BERT's uncased vocabulary: each word into the longest pieces known.

use std::{collections::BTreeMap, sync::LazyLock};
use story::Span;
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

/// The text's pieces: their numbers, and the bytes of the text that they stand for.
pub(crate) fn pieces(text: &str) -> Vec<(usize, Span)> {
    let (mut plain, mut places) = (String::new(), Vec::new());
    for (at, letter) in text.char_indices() {
        let span = Span::new(at, at + letter.len_utf8());
        plain.extend(letter.nfd().filter(|&part| !is_combining_mark(part)).flat_map(char::to_lowercase));
        places.resize(plain.len(), span);
    }
    let of = |from: usize, to: usize| Span::new(places[from].start, places[to - 1].end);
    words(&plain)
        .flat_map(|(from, word)| spelled(word).into_iter().map(move |(piece, a, b)| (piece, from + a, from + b)))
        .map(|(piece, from, to)| (piece, of(from, to)))
        .collect()
}

/// Runs of letters and digits, with where they begin; every other mark stands alone.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    text.split_inclusive(|letter: char| letter.is_whitespace() || is_mark(letter)).flat_map(move |run| {
        let begin = from;
        from += run.len();
        let mark = run.char_indices().next_back().filter(|&(_, last)| is_mark(last)).map_or(run.len(), |(at, _)| at);
        let (word, mark) = run.split_at(mark);
        [(begin, word), (begin + word.len(), mark)].into_iter().filter(|(_, part)| !part.trim().is_empty())
    })
}

fn is_mark(letter: char) -> bool {
    !letter.is_alphanumeric()
}

/// The pieces of a word, with the bytes of it where each begins and ends.
fn spelled(word: &str) -> Vec<(usize, usize, usize)> {
    let unknown = vec![(UNKNOWN, 0, word.len())];
    if word.chars().count() > LONGEST {
        return unknown;
    }
    let (mut pieces, mut rest) = (Vec::new(), word);
    while !rest.is_empty() {
        let known = if pieces.is_empty() { &VOCABULARY.first } else { &VOCABULARY.later };
        let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
        let Some((end, piece)) = ends.filter_map(|end| Some((end, *known.get(&rest[..end])?))).next() else {
            return unknown;
        };
        let from = word.len() - rest.len();
        pieces.push((piece, from, from + end));
        rest = &rest[end..];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let vocabulary: Vec<&str> = PIECES.lines().collect();
        let cut: Vec<&str> = pieces(text).into_iter().map(|(piece, _)| vocabulary[piece]).collect();
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
    fn a_piece_says_what_it_stands_for() {
        let text = "Caf\u{e9}s, na\u{ef}ve";
        let told: Vec<&str> = pieces(text).into_iter().map(|(_, span)| span.of(text)).collect();
        assert_eq!(told.concat(), "Caf\u{e9}s,na\u{ef}ve");
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
