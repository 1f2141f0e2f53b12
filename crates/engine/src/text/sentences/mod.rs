//! Cuts a paragraph into sentences.
//!
//! sentencex finds where sentences of many languages begin; on top of it
//! - sentences within a quotation are told apart, which it never does,
//! - [`joins`] takes back cuts at abbreviations and between a quotation and who said it,
//! - [`lines`] are told apart where they are headings or items of a list.

mod joins;
mod lines;

use crate::facets::quotations::passages;
use std::collections::BTreeSet;
use story::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Remarks of fewer words are not claims of their own within a quotation: “He lied. He ran. He lost.”
const LEAST_WORDS_QUOTED: usize = 5;

/// The sentences of `paragraph`, trimmed, in order; spans count bytes of `paragraph`.
/// `language` is an ISO 639-1 code or `und`.
pub(crate) fn sentences(paragraph: &str, language: &str) -> Vec<Span> {
    let passages = passages(paragraph);
    let mut cuts: BTreeSet<usize> =
        cuts(paragraph, language).into_iter().chain(lines::cuts(paragraph)).chain(after_brackets(paragraph)).collect();
    cuts.extend(passages.iter().filter_map(|passage| before_quotation(paragraph, passage.start)));
    cuts = cuts.into_iter().map(|cut| before_opening_mark(paragraph, cut)).collect();
    cuts.retain(|&cut| !joins::joined(&paragraph[..cut], &paragraph[cut..]));
    for passage in passages {
        let from = cuts.range(..=passage.start).next_back().copied().unwrap_or_default();
        let to = cuts.range(passage.end..).next().copied().unwrap_or(paragraph.len());
        cuts.extend(cuts_within(passage, Span::new(from, to), paragraph, language));
    }
    with_words(paragraph, cuts.into_iter())
}

/// Where sentences begin after the first, as sentencex sees it.
fn cuts(text: &str, language: &str) -> Vec<usize> {
    let base = text.as_ptr() as usize;
    sentencex::segment(language, text)
        .into_iter()
        .map(|part| part.as_ptr() as usize - base)
        .filter(|&at| at > 0)
        .collect()
}

/// Where a quotation of its own begins after the end of a sentence, also where marks of two styles make a pair.
fn before_quotation(paragraph: &str, start: usize) -> Option<usize> {
    let before = paragraph[..start].trim_end_matches(['"', '“', '„', '«', '\'']);
    let end = before.trim_end();
    let begins = paragraph[start..].starts_with(char::is_uppercase);
    (end.len() < before.len() && ends_sentence(end) && begins).then_some(before.len())
}

/// Where sentences begin after one that ends within brackets.
fn after_brackets(paragraph: &str) -> impl Iterator<Item = usize> {
    paragraph.match_indices([')', ']']).filter_map(|(at, bracket)| {
        let after = &paragraph[at + bracket.len()..];
        let next = after.trim_start();
        let begins = next.len() < after.len() && next.starts_with(char::is_uppercase);
        (begins && ends_sentence(&paragraph[..at])).then_some(paragraph.len() - next.len())
    })
}

/// Whether the mark at the end is not that of an abbreviation, for all that the word before it shows.
fn ends_sentence(text: &str) -> bool {
    let word = last_word(text.trim_end_matches('.'));
    text.ends_with(['?', '!']) || (text.ends_with('.') && word.len() > 3 && word.starts_with(char::is_lowercase))
}

/// Where sentences begin within a quotation after its first, if they cut what lies `around` it into parts of some
/// length.
fn cuts_within(passage: Span, around: Span, paragraph: &str, language: &str) -> Vec<usize> {
    let is_short = |from: usize, to: usize| paragraph[from..to].unicode_words().count() < LEAST_WORDS_QUOTED;
    let mut kept = Vec::new();
    let mut from = around.start;
    for cut in cuts(passage.of(paragraph), language) {
        let cut = passage.start + cut;
        if !joins::joined(&paragraph[..cut], &paragraph[cut..]) && !is_short(from, cut) && !is_short(cut, around.end) {
            kept.push(cut);
            from = cut;
        }
    }
    kept
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// A mark with space before it and none after it opens what follows.
fn before_opening_mark(paragraph: &str, cut: usize) -> usize {
    let (before, after) = paragraph.split_at(cut);
    let outside = before.trim_end_matches(['"', '“', '‘', '„', '«', '\'', '(', '[']);
    let opens = outside.len() < before.len() && outside.ends_with(char::is_whitespace);
    if opens && after.starts_with(|c: char| !c.is_whitespace()) { outside.len() } else { cut }
}

/// What lies between the cuts; what holds no word belongs to what stands before it, or at the start after it.
fn with_words(paragraph: &str, cuts: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut from = 0;
    for to in cuts.chain([paragraph.len()]) {
        let has_words = paragraph[from..to].contains(char::is_alphanumeric);
        match found.last_mut() {
            Some(last) if !has_words => last.end = to,
            None if !has_words && to < paragraph.len() => continue,
            _ => found.push(Span::new(from, to)),
        }
        from = to;
    }
    found.into_iter().map(|span| trimmed(paragraph, span)).filter(|span| span.start < span.end).collect()
}

fn trimmed(paragraph: &str, span: Span) -> Span {
    let text = span.of(paragraph);
    let start = span.start + text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_in(language: &str, paragraph: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(paragraph, language).into_iter().map(|span| span.of(paragraph)).collect();
        assert_eq!(found, expected);
    }

    fn check(paragraph: &str, expected: &[&str]) {
        check_in("en", paragraph, expected);
    }

    #[test]
    fn a_full_stop_ends_a_sentence() {
        check("Three died. Two fled.", &["Three died.", "Two fled."]);
    }

    #[test]
    fn an_abbreviation_does_not() {
        check("Dr. Bakir spoke to Mr. Novák.", &["Dr. Bakir spoke to Mr. Novák."]);
        check(
            "It left the U.S. Navy base for St. Olav on Dec. 4.",
            &["It left the U.S. Navy base for St. Olav on Dec. 4."],
        );
    }

    #[test]
    fn initials_do_not() {
        check(
            "The author J. K. Harlan met Lt. Col. A. B. Smith.",
            &["The author J. K. Harlan met Lt. Col. A. B. Smith."],
        );
        check(
            "A U.S.-U.K. deal, said Ann Lee, D-N.Y., is near.",
            &["A U.S.-U.K. deal, said Ann Lee, D-N.Y., is near."],
        );
    }

    #[test]
    fn long_sentences_of_a_quotation_are_told_apart() {
        check(
            "“The bridge was shut for three days. Nobody told the people who live there,” Mayor Ruiz said.",
            &["“The bridge was shut for three days.", "Nobody told the people who live there,” Mayor Ruiz said."],
        );
    }

    #[test]
    fn short_remarks_of_a_quotation_stay_together() {
        check("“He lied. He ran. He lost,” she said.", &["“He lied. He ran. He lost,” she said."]);
    }

    #[test]
    fn a_quotation_that_no_mark_closes_is_cut_too() {
        check(
            "“The bridge was shut for three days. Nobody told the people who live there.",
            &["“The bridge was shut for three days.", "Nobody told the people who live there."],
        );
    }

    #[test]
    fn an_opening_mark_belongs_to_what_it_opens() {
        check("\"We ran,\" he said. \"Then we hid.\"", &["\"We ran,\" he said.", "\"Then we hid.\""]);
        check("\"We ran,” he said. “Then we hid.\"", &["\"We ran,” he said.", "“Then we hid.\""]);
        check("It burned. (Two fled.) Rain fell.", &["It burned.", "(Two fled.)", "Rain fell."]);
    }

    #[test]
    fn a_closing_mark_stays_with_its_sentence() {
        check("He called it “a disgrace.” The mayor left.", &["He called it “a disgrace.”", "The mayor left."]);
        check("It burned (two fled.) Rain fell.", &["It burned (two fled.)", "Rain fell."]);
        check("“They shouted, ‘Stop.’ ”", &["“They shouted, ‘Stop.’ ”"]);
    }

    #[test]
    fn marks_alone_are_no_sentence() {
        check("Rain fell. ... ”", &["Rain fell. ... ”"]);
        check("— . Rain fell.", &["— . Rain fell."]);
        check("...", &["..."]);
        check(" \n ", &[]);
    }

    #[test]
    fn an_ellipsis_within_a_sentence_does_not_end_it() {
        check("We waited ... and waited. Then it came.", &["We waited ... and waited.", "Then it came."]);
    }

    #[test]
    fn a_dateline_stays_with_the_first_sentence() {
        check("OSTHOLM, May 12 (Agency) - Two fled. One died.", &["OSTHOLM, May 12 (Agency) - Two fled.", "One died."]);
        check("OSTHOLM (Agency) — Two fled. One died.", &["OSTHOLM (Agency) — Two fled.", "One died."]);
    }

    #[test]
    fn other_languages_are_cut_by_their_own_signs() {
        check_in("zh", "大火烧了三天。两人死亡。", &["大火烧了三天。", "两人死亡。"]);
        check_in(
            "de",
            "„Die Brücke war drei Tage lang gesperrt. Niemand hat es den Leuten gesagt“, sagte sie. Es regnete.",
            &[
                "„Die Brücke war drei Tage lang gesperrt.",
                "Niemand hat es den Leuten gesagt“, sagte sie.",
                "Es regnete.",
            ],
        );
        check_in("und", "Три дня горел мост. Двое погибли.", &["Три дня горел мост.", "Двое погибли."]);
    }
}
