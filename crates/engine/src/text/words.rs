//! Cuts a sentence into words.

use rust_stemmers::{Algorithm, Stemmer};
use story::Span;
use unicode_segmentation::UnicodeSegmentation;

/// One word or one punctuation mark of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    /// Bytes of the article's body.
    pub(crate) span: Span,
    /// As it stands.
    pub(crate) text: &'a str,
    /// In lower case, typographic apostrophes made plain.
    pub(crate) lower: String,
    /// The English Snowball stem of `lower`.
    pub(crate) stem: String,
}

impl Word<'_> {
    pub(crate) fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }

    pub(crate) fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(crate) fn has_digit(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// The words and marks of `text`, which begins at byte `start` of the body; white space is left out.
pub(crate) fn words(text: &str, start: usize) -> Vec<Word<'_>> {
    let stemmer = Stemmer::create(Algorithm::English);
    text.split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, word)| {
            let lower = word.to_lowercase().replace('\u{2019}', "'");
            let stem = stemmer.stem(&lower).into_owned();
            Word { span: Span::new(start + at, start + at + word.len()), text: word, lower, stem }
        })
        .collect()
}
