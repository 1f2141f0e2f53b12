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

/// Whether a spreadsheet may take `text` for a formula: by its first character that shows, in any of its widths
/// (OWASP, CSV injection; CWE-1236).
pub(crate) fn is_formula(text: &str) -> bool {
    text.trim_start_matches(hides)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'])
}

/// Spaces, and what has no width at all.
fn hides(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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
    fn formulas_are_known_in_any_width_and_behind_what_does_not_show() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{feff}=1",
            "\u{200b}@a",
            "＝1",
            "＠a",
            "−1",
        ] {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", "1+1", "a=b", "'=1", "–", "…"] {
            assert!(!is_formula(text), "{text:?}");
        }
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
