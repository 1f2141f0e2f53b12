//! Makes text of others harmless for whatever shows it.

/// `text` as one line that nothing takes for a command: a space for each line end and tab, and
/// escapes for all other control characters and for those that turn the direction of writing.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => line.push(' '),
            _ if steers(c) => line.extend(c.escape_unicode()),
            _ => line.push(c),
        }
    }
    line
}

/// Control characters, and the embeddings, overrides, isolates and tags of Unicode.
pub(crate) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(line(text), expected);
    }

    #[test]
    fn terminal_commands_are_spelled_out() {
        check("a\x1b[2Jb\u{9b}31m\u{7}", "a\\u{1b}[2Jb\\u{9b}31m\\u{7}");
    }

    #[test]
    fn direction_overrides_are_spelled_out_and_marks_are_left() {
        check("\u{202e}txt", "\\u{202e}txt");
        check("שלום\u{200f}!", "שלום\u{200f}!");
    }

    #[test]
    fn lines_are_joined_and_emoji_stay_whole() {
        check("two\r\n lines\t👩‍🚒", "two   lines 👩‍🚒");
    }
}
