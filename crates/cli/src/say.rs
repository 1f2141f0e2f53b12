//! What a person is told on standard error.

use crate::exit::Failure;
use anstyle::{AnsiColor, Style};
use std::{fmt, io::Write};
use story::Oddity;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

pub(crate) fn oddity(oddity: &Oddity) {
    if oddity.is_failure() { line(WARNING, "left out", oddity) } else { line(NOTE, "note", oddity) }
}

pub(crate) fn failure(failure: &Failure) {
    line(ERROR, "rashomon", failure);
}

/// Nobody can be told that standard error is closed.
fn line(style: Style, label: &str, what: impl fmt::Display) {
    let what = plain(&what.to_string());
    let _ = writeln!(anstream::stderr().lock(), "{style}{label}:{style:#} {what}");
}

/// `text` as one line that no terminal takes for a command: space for line ends and tabs, and
/// escapes for all other control characters and for those that turn the direction of writing.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => plain.push(' '),
            _ if steers(c) => plain.extend(c.escape_unicode()),
            _ => plain.push(c),
        }
    }
    plain
}

/// Control characters, and the embeddings, overrides, isolates and tags of Unicode.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text), expected);
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
