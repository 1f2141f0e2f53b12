//! Finds the words again in the article, and cuts out the stretch that has most of them.

use story::Span;

/// Marks around a match in what the index gives back: noncharacters, of which Unicode says that no
/// text that is passed on has them.
pub(crate) const OPEN: char = '\u{fdd0}';
pub(crate) const CLOSE: char = '\u{fdd1}';

/// Characters that a snippet shows, about two lines of a list.
const WIDTH: usize = 220;
/// Characters that it shows before the first match.
const BEFORE: usize = 60;
/// Characters given up so as not to cut a word in two.
const LONG_WORD: usize = 30;

/// A stretch of an article's body, word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Where it stands, in bytes of the body.
    pub span: Span,
    pub text: String,
    /// Where the words stand, in bytes of `text`.
    pub matches: Vec<Span>,
}

impl Snippet {
    /// The stretch of `body` that holds most of `matches`; its beginning where there is none.
    pub(crate) fn cut(body: &str, matches: &[Span]) -> Self {
        let first = best_first(body, matches);
        let start = first.map_or(0, |first| word_start(body, back(body, first.start, BEFORE), first.start));
        let end = word_end(body, forward(body, start, WIDTH));
        let span = Span::new(start, end);
        let inside = matches.iter().filter(|found| span.contains(**found));
        Self {
            span,
            text: span.of(body).to_owned(),
            matches: inside.map(|found| Span::new(found.start - start, found.end - start)).collect(),
        }
    }
}

/// The match after which, within a snippet's width, most others stand; of equals the first.
fn best_first(body: &str, matches: &[Span]) -> Option<Span> {
    let reach = |first: &Span| forward(body, first.start, WIDTH - BEFORE);
    let mut best: Option<(usize, Span)> = None;
    for (at, first) in matches.iter().enumerate() {
        let end = reach(first);
        let count = matches[at..].iter().take_while(|found| found.end <= end).count();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, *first));
        }
    }
    best.map(|(_, first)| first)
}

/// Where the marks of `marked` stand in `text`, which is the same but for marks and partings.
pub(crate) fn matches(text: &str, marked: &str) -> Vec<Span> {
    let (mut found, mut start) = (Vec::new(), None);
    let mut rest = text.char_indices().peekable();
    for c in marked.chars() {
        let at = rest.peek().map_or(text.len(), |(at, _)| *at);
        // What the text itself holds is text, even a mark: a match begins and ends with a letter.
        if rest.next_if(|(_, own)| *own == c).is_some() {
            continue;
        }
        match (c, start) {
            (OPEN, _) => start = Some(at),
            (CLOSE, Some(from)) if from < at => {
                found.push(Span::new(from, at));
                start = None;
            }
            _ => {} // a parting
        }
    }
    found
}

/// The byte `chars` characters before `at`, or the first.
fn back(text: &str, at: usize, chars: usize) -> usize {
    text[..at].char_indices().rev().take(chars).last().map_or(at, |(byte, _)| byte)
}

/// The byte `chars` characters after `at`, or the end.
fn forward(text: &str, at: usize, chars: usize) -> usize {
    text[at..].char_indices().nth(chars).map_or(text.len(), |(byte, _)| at + byte)
}

/// The first beginning of a word from `at` on and before `limit`; `at` where there is none.
fn word_start(text: &str, at: usize, limit: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let gap = text[at..limit].char_indices().find(|(_, c)| c.is_whitespace());
    gap.map_or(at, |(gap, c)| at + gap + c.len_utf8())
}

/// The last end of a word up to `at` and not far before it; `at` where there is none.
fn word_end(text: &str, at: usize) -> usize {
    let near = back(text, at, LONG_WORD);
    if at == text.len() { at } else { text[near..at].rfind(char::is_whitespace).map_or(at, |gap| near + gap) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::scripts::PARTING;

    /// `[` and `]` stand for the marks, `|` for a parting.
    fn check_matches(text: &str, marked: &str, expected: &[&str]) {
        let marked: String = marked
            .chars()
            .map(|c| match c {
                '[' => OPEN,
                ']' => CLOSE,
                '|' => PARTING,
                c => c,
            })
            .collect();
        let found: Vec<&str> = matches(text, &marked).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_become_spans_of_the_text() {
        check_matches("the ferry burned", "the [ferry] [burned]", &["ferry", "burned"]);
        check_matches("Žofie řekla 🔥 ano", "Žofie [řekla] 🔥 [ano]", &["řekla", "ano"]);
    }

    #[test]
    fn partings_are_not_part_of_the_text() {
        check_matches("在港口起火", "|在||[港||口]||起||火|", &["港口"]);
    }

    #[test]
    fn a_text_that_holds_marks_itself_is_not_thrown_out_of_step() {
        let text = format!("a{OPEN}ferry{CLOSE}b{PARTING} ferry{CLOSE}");
        let marked = format!("a{OPEN}{OPEN}ferry{CLOSE}{CLOSE}b{PARTING} {OPEN}ferry{CLOSE}{CLOSE}");
        let found: Vec<&str> = matches(&text, &marked).iter().map(|span| span.of(&text)).collect();
        assert!(found.len() == 2 && found.iter().all(|found| found.starts_with("ferry")), "{found:?}");
    }

    fn check_snippet(body: &str, word: &str, expected: &str) {
        let matches: Vec<Span> = body.match_indices(word).map(|(at, word)| Span::new(at, at + word.len())).collect();
        let snippet = Snippet::cut(body, &matches);
        assert_eq!(snippet.span.of(body), snippet.text);
        assert!(snippet.matches.iter().all(|found| found.of(&snippet.text) == word));
        assert_eq!(snippet.text, expected);
    }

    #[test]
    fn a_short_body_is_shown_whole() {
        check_snippet("The ferry burned.", "ferry", "The ferry burned.");
        check_snippet("The ferry burned.", "quay", "The ferry burned.");
        check_snippet("", "quay", "");
    }

    #[test]
    fn a_long_body_is_shown_where_the_words_are_thickest() {
        let filler = "word ".repeat(60);
        let body = format!("{filler}ferry {filler}ferry and ferry {filler}");
        let expected = format!("{}ferry and ferry{}", "word ".repeat(11), " word".repeat(29));
        check_snippet(&body, "ferry", &expected);
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        let body = format!("{}港口{}", "在".repeat(300), "火".repeat(300));
        check_snippet(&body, "港口", &format!("{}港口{}", "在".repeat(60), "火".repeat(158)));
    }
}
