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
    /// The Snowball stem of `lower` in the article's language; `lower` itself where there is no stemmer.
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
/// `language` is an ISO 639-1 code or `und`.
pub(crate) fn words_in<'a>(text: &'a str, start: usize, language: &str) -> Vec<Word<'a>> {
    let stemmer = algorithm(language).map(Stemmer::create);
    text.split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, word)| {
            let lower = word.to_lowercase().replace('\u{2019}', "'");
            let stem = stemmer.as_ref().map_or_else(|| lower.clone(), |stemmer| stemmer.stem(&lower).into_owned());
            Word { span: Span::new(start + at, start + at + word.len()), text: word, lower, stem }
        })
        .collect()
}

/// The words of English text.
pub(crate) fn words(text: &str, start: usize) -> Vec<Word<'_>> {
    words_in(text, start, "en")
}

fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::Dutch,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: &str, expected: &[&str]) {
        let stems: Vec<String> = words_in(text, 0, language).into_iter().map(|word| word.stem).collect();
        assert_eq!(stems, expected);
    }

    #[test]
    fn stems_are_of_the_articles_language() {
        check("Houses burned.", "en", &["hous", "burn", "."]);
        check("Las casas", "es", &["las", "cas"]);
    }

    #[test]
    fn a_language_without_stemmer_keeps_its_words() {
        check("Domy hořely", "cs", &["domy", "hořely"]);
        check("他说", "zh", &["他", "说"]);
    }

    #[test]
    fn typographic_apostrophes_are_plain() {
        check("don\u{2019}t", "en", &["don't"]);
    }
}
