//! Plain text: one line of text without what only machines see.

/// One line: white space of any kind becomes single spaces; control characters, soft hyphens,
/// zero-width spaces, byte order marks and marks that turn the direction of writing go. Joiners
/// stay: emoji and Persian need them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace()) {
        let before = line.len();
        line.push(' ');
        line.extend(word.chars().filter(|&c| is_seen(c)));
        if line.len() == before + 1 {
            line.pop();
        }
    }
    if line.starts_with(' ') {
        line.remove(0);
    }
    line
}

fn is_seen(c: char) -> bool {
    let is_mark = matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    !(c.is_control() || is_mark || turns)
}

/// What two lines are compared by: letters and digits only, in lower case.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The number of words, parted by white space; where writing has no blanks between words, two
/// characters count as one.
pub(crate) fn words(text: &str) -> usize {
    text.split_whitespace().map(|token| token.chars().filter(|&c| is_unspaced(c)).count().div_ceil(2).max(1)).sum()
}

/// Thai, Lao, Burmese and Khmer; kana, Han and their marks.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3001}'..='\u{3015}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{2FFFF}')
}

/// Whether a line ends as a sentence does, closing quotes and brackets aside.
pub(crate) fn ends_as_sentence(line: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '»', '“', '›', ')', ']', '」', '』'];
    line.trim_end().trim_end_matches(closers).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(one_line(text), expected, "{text:?}");
    }

    #[test]
    fn white_space_becomes_single_spaces() {
        check(" three\u{a0}\t were\r\n killed ", "three were killed");
    }

    #[test]
    fn what_is_not_seen_goes() {
        check("\u{feff}co\u{ad}op\u{200b}erate\u{0}\u{7}", "cooperate");
        check("user\u{202e}gnp.exe", "usergnp.exe");
        check("a \u{200b} b", "a b");
    }

    #[test]
    fn joiners_stay() {
        check("👨‍👩‍👧 می‌خواهم", "👨‍👩‍👧 می‌خواهم");
    }

    #[test]
    fn words_are_counted_where_none_are_parted() {
        assert_eq!((words("three were killed"), words("地震で三人が死亡"), words("")), (3, 4, 0));
    }

    #[test]
    fn a_sentence_ends_behind_its_closing_quote() {
        for line in ["He left.", "“He left.”", "Left (again)!", "他走了。", "غادر؟"] {
            assert!(ends_as_sentence(line), "{line}");
        }
        for line in ["He left", "Sources:", ""] {
            assert!(!ends_as_sentence(line), "{line}");
        }
    }
}
