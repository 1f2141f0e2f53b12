//! Finds the annotated sentences that words of an article cover, however blanks, quotation marks
//! and capitals are written.

use regex::Regex;
use std::{collections::BTreeSet, sync::LazyLock};
use story::Positions;

/// One outlet's article as the annotators had it: its text and their sentences of it.
#[derive(Debug)]
pub struct Account {
    pub outlet: String,
    pub sentences: Vec<String>,
    /// The article's text in its plain form, see [`normal`].
    body: String,
    positions: Positions,
    /// Where the sentences stand in it, in characters; `None` where they do not.
    spans: Vec<Option<(usize, usize)>>,
}

/// Words that are too common to tell what a passage is about.
const COMMON: &str = " a an the of to in on at for and or but by with from as is was were be been are it its that this he she they \
                      his her their had has have not ";

impl Account {
    pub(super) fn of(outlet: &str, body: &str, sentences: &[String]) -> Self {
        let body = normal(body);
        let positions = Positions::new(&body);
        let spans = spans(&body, sentences)
            .into_iter()
            .map(|span| span.map(|(start, end)| (positions.chars(start), positions.chars(end))))
            .collect();
        Self { outlet: outlet.to_owned(), sentences: sentences.to_vec(), body, positions, spans }
    }

    /// The sentences that `text` covers by half of either; where it does not stand in the article,
    /// the one that has most of its words, if it has three fifths of them.
    pub(super) fn covered(&self, text: &str, start: usize) -> Vec<usize> {
        let plain = normal(text);
        if plain.is_empty() {
            return Vec::new();
        }
        match self.nearest(&plain, start) {
            Some(at) => self.overlapped(at, at + plain.chars().count()),
            None => self.likest(text).into_iter().collect(),
        }
    }

    /// The sentences that are nowhere in the article.
    pub(super) fn unfound(&self) -> Vec<usize> {
        self.spans.iter().enumerate().filter(|(_, span)| span.is_none()).map(|(place, _)| place).collect()
    }

    /// Where `plain` stands, in characters; if more than once, where it is nearest to `start`.
    fn nearest(&self, plain: &str, start: usize) -> Option<usize> {
        let mut from = 0;
        let places = std::iter::from_fn(|| {
            let at = from + self.body[from..].find(plain)?;
            from = at + self.body[at..].chars().next().map_or(1, char::len_utf8);
            Some(self.positions.chars(at))
        });
        places.min_by_key(|place| place.abs_diff(start))
    }

    fn overlapped(&self, start: usize, end: usize) -> Vec<usize> {
        let is_covered = |&(from, to): &(usize, usize)| {
            let common = end.min(to).saturating_sub(start.max(from));
            common > 0 && (2 * common >= to - from || 2 * common >= end - start)
        };
        let found = self.spans.iter().enumerate().filter(|(_, span)| span.as_ref().is_some_and(is_covered));
        found.map(|(place, _)| place).collect()
    }

    fn likest(&self, text: &str) -> Option<usize> {
        let wanted = words(text);
        let shared = |place: usize| wanted.intersection(&words(&self.sentences[place])).count();
        let found = (0..self.sentences.len()).filter(|&place| self.spans[place].is_some());
        // Of two that are equally like it the one whose number sorts later as text: any fixed choice would do.
        let (shared, place) =
            found.map(|place| (shared(place), place)).max_by_key(|&(n, place)| (n, place.to_string()))?;
        (shared as f64 / wanted.len().max(1) as f64 >= 0.6).then_some(place)
    }
}

/// The words of a text that tell what it is about, in lower case; all of its words where it has no others.
pub fn words(text: &str) -> BTreeSet<String> {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("[a-z0-9]+(?:[.,'][a-z0-9]+)*").expect("the pattern is well formed"));
    let plain = normal(text);
    let all: BTreeSet<String> = WORD.find_iter(&plain).map(|word| word.as_str().to_owned()).collect();
    let telling: BTreeSet<String> = all.iter().filter(|word| !COMMON.contains(&format!(" {word} "))).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// The text with straight quotation marks, single blanks and small letters.
pub(super) fn normal(text: &str) -> String {
    let straight = |c: char| match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        c => c,
    };
    let is_blank = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c); // separators of old files too
    let parts: Vec<&str> = text.split(is_blank).filter(|part| !part.is_empty()).collect();
    parts.join(" ").chars().map(straight).collect::<String>().to_lowercase()
}

/// Each sentence in `body`, after the one before it where possible, by bytes.
fn spans(body: &str, sentences: &[String]) -> Vec<Option<(usize, usize)>> {
    let mut from = 0;
    sentences
        .iter()
        .map(|sentence| {
            let plain = normal(sentence);
            let start = body[from..].find(&plain).map(|at| from + at).or_else(|| body.find(&plain))?;
            from = start + plain.len();
            Some((start, from))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "The “Alma”  burned at Velm.\n\nŽofie Lind said so. Twelve people were hurt. The Alma burned at Velm.";

    fn check(text: &str, start: usize, expected: &[usize]) {
        let sentences = [
            "The \"Alma\" burned at Velm.",
            "Žofie Lind said so.",
            "Twelve people were hurt.",
            "The Alma burned at Velm.",
        ];
        let account = Account::of("Post", BODY, &sentences.map(str::to_owned));
        assert_eq!(account.covered(text, start), expected, "{text}");
    }

    #[test]
    fn quotation_marks_blanks_and_capitals_do_not_matter() {
        check("the \"Alma\" burned\nat Velm.", 0, &[0]);
        check("ŽOFIE LIND said so.", 27, &[1]);
    }

    #[test]
    fn half_of_a_sentence_stands_for_it() {
        check("Lind said so. Twelve", 34, &[1]);
        check("people were hurt.", 55, &[2]);
        check("so. Twelve people were hurt. The", 44, &[2]);
        check("Žofie Lind said so. Twelve people were hurt.", 28, &[1, 2]);
    }

    #[test]
    fn words_said_twice_are_those_nearest() {
        check("burned at Velm.", 0, &[0]);
        check("burned at Velm.", 70, &[3]);
    }

    #[test]
    fn words_that_do_not_stand_there_are_told_by_likeness() {
        check("Twelve people hurt", 0, &[2]);
        check("Twelve birds sang", 0, &[]);
        check("", 0, &[]);
    }

    #[test]
    fn common_words_tell_nothing_unless_there_are_no_others() {
        assert_eq!(
            words("It was the ferry’s 1,200th trip"),
            BTreeSet::from(["ferry's", "1,200th", "trip"].map(String::from))
        );
        assert_eq!(words("It was"), BTreeSet::from(["it", "was"].map(String::from)));
    }
}
