//! Cuts a paragraph into sentences.

use story::Span;

/// The sentences of `paragraph`, trimmed, in order; spans count bytes of `paragraph`.
pub(crate) fn sentences(paragraph: &str, language: &str) -> Vec<Span> {
    let base = paragraph.as_ptr() as usize;
    sentencex::segment(language, paragraph)
        .into_iter()
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| {
            let start = sentence.as_ptr() as usize - base;
            Span::new(start, start + sentence.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(paragraph, "en").into_iter().map(|span| span.of(paragraph)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_full_stop_ends_a_sentence() {
        check("Three died. Two fled.", &["Three died.", "Two fled."]);
    }

    #[test]
    fn an_abbreviation_does_not() {
        check("Dr. Bakir spoke to Mr. Novák.", &["Dr. Bakir spoke to Mr. Novák."]);
    }
}
