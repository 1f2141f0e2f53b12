//! Turns claims into vectors: one for each word piece, in the light of the words around it.

mod encoder;
mod pieces;
mod weights;

use encoder::{ENCODER, PLACES};
use ndarray::Array2;
pub(crate) use pieces::{name, pieces};
use rayon::prelude::*;
use story::Span;

/// Numbers in a vector.
pub(crate) const WIDTH: usize = 128;
/// Pieces that one text is read by; what comes after them is not seen.
const LONGEST: usize = PLACES - 2;
/// Pieces that are read side by side: enough to keep the multiplications busy, few enough to share out.
const AT_ONCE: usize = 512;

/// A text's pieces and what each means there.
#[derive(Debug)]
pub(crate) struct Meant {
    pub(crate) pieces: Vec<usize>,
    /// By piece: the bytes of the text that it stands for.
    pub(crate) spans: Vec<Span>,
    /// By piece: a vector, not made unit.
    pub(crate) vectors: Array2<f32>,
}

/// Every text, read; a text's vectors depend on no other text.
pub(crate) fn read(texts: &[&str]) -> Vec<Meant> {
    let (pieces, spans): (Vec<Vec<usize>>, Vec<Vec<Span>>) =
        texts.par_iter().map(|text| pieces(text).into_iter().take(LONGEST).unzip()).unzip();
    let vectors: Vec<Array2<f32>> =
        batches(&pieces).into_par_iter().flat_map_iter(|batch| ENCODER.read(batch)).collect();
    let read = pieces.into_iter().zip(spans).zip(vectors);
    read.map(|((pieces, spans), vectors)| Meant { pieces, spans, vectors }).collect()
}

fn batches(texts: &[Vec<usize>]) -> Vec<&[Vec<usize>]> {
    let (mut batches, mut from, mut held) = (Vec::new(), 0, 0);
    for (at, text) in texts.iter().enumerate() {
        if held > 0 && held + text.len() > AT_ONCE {
            batches.push(&texts[from..at]);
            (from, held) = (at, 0);
        }
        held += text.len();
    }
    batches.push(&texts[from..]);
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(text: &str) -> Vec<f32> {
        read(&[text])[0].vectors.mean_axis(ndarray::Axis(0)).map_or(Vec::new(), |mean| mean.to_vec())
    }

    fn cosine(a: &[f32], b: &[f32]) -> f32 {
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    }

    fn check(text: &str, nearer: &str, farther: &str) {
        let cosine = |other: &str| cosine(&mean(text), &mean(other));
        assert!(cosine(nearer) > cosine(farther), "{} {}", cosine(nearer), cosine(farther));
    }

    #[test]
    fn other_words_for_one_thing_are_near() {
        check("The doctor was sacked.", "A physician has been fired.", "The bridge was painted.");
    }

    #[test]
    fn a_word_means_what_it_means_there() {
        let vector = |text: &str, at: usize| read(&[text])[0].vectors.row(at).to_vec();
        let (river, money) =
            (vector("They walked along the bank of the river.", 4), vector("She took money from the bank.", 5));
        let loan = vector("The loan came from a bank.", 5);
        assert!(cosine(&loan, &money) > cosine(&loan, &river));
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(mean("Café"), mean("CAFE"));
    }

    #[test]
    fn nothing_has_no_vectors() {
        assert_eq!(read(&["", "The bridge was painted."])[0].vectors.nrows(), 0);
    }

    #[test]
    fn company_changes_nothing() {
        let texts = ["The bridge was painted.", "A physician has been fired.", "", "\u{1f600} ok"];
        let together = read(&texts);
        for (text, meant) in texts.iter().zip(together) {
            assert_eq!(read(&[text])[0].vectors, meant.vectors, "{text}");
        }
    }

    #[test]
    fn a_longer_text_is_read_as_far_as_it_goes() {
        assert_eq!(read(&["word ".repeat(400).as_str()])[0].vectors.nrows(), LONGEST);
    }
}
