//! Places in a text. Rust counts bytes, the interchange counts Unicode characters, JavaScript
//! counts UTF-16 units; [`Positions`] is the one place where one becomes another.

use serde::{Deserialize, Serialize};

/// A stretch of an article's body in bytes, both ends on character boundaries; `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span does not run backwards");
        Self { start, end }
    }

    /// The words this span stands for in `body`.
    pub fn of(self, body: &str) -> &str {
        &body[self.start..self.end]
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether `other` lies wholly within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch seen from a text that begins `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }
}

/// Converts byte positions of one text to characters and to UTF-16 units.
///
/// Looking up is O(log n) in the number of characters that take more than one byte.
#[derive(Debug, Clone)]
pub struct Positions {
    /// After each character of several bytes: byte, character and UTF-16 position.
    wide: Vec<(usize, usize, usize)>,
}

impl Positions {
    pub fn new(text: &str) -> Self {
        let mut wide = Vec::new();
        let mut utf16 = 0;
        for (chars, (byte, c)) in text.char_indices().enumerate() {
            utf16 += c.len_utf16();
            if c.len_utf8() > 1 {
                wide.push((byte + c.len_utf8(), chars + 1, utf16));
            }
        }
        Self { wide }
    }

    /// Unicode characters before byte `byte`, which must be a character boundary.
    pub fn chars(&self, byte: usize) -> usize {
        let (at, chars, _) = self.before(byte);
        chars + (byte - at)
    }

    /// UTF-16 code units before byte `byte`, which must be a character boundary.
    pub fn utf16(&self, byte: usize) -> usize {
        let (at, _, utf16) = self.before(byte);
        utf16 + (byte - at)
    }

    fn before(&self, byte: usize) -> (usize, usize, usize) {
        match self.wide.partition_point(|&(at, ..)| at <= byte) {
            0 => (0, 0, 0),
            n => self.wide[n - 1],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, word: &str, chars: usize, utf16: usize) {
        let byte = text.find(word).expect("the word stands in the text");
        let positions = Positions::new(text);
        assert_eq!((positions.chars(byte), positions.utf16(byte)), (chars, utf16), "{word} in {text}");
    }

    #[test]
    fn plain_text_counts_alike_everywhere() {
        check("three were killed", "killed", 11, 11);
    }

    #[test]
    fn an_emoji_is_one_character_and_two_units() {
        check("🔥 three", "three", 2, 3);
        check("a🔥🔥b", "b", 3, 5);
    }

    #[test]
    fn accents_and_other_scripts_are_one_of_each() {
        check("Žofie řekla", "řekla", 6, 6);
        check("他说 no", "no", 3, 3);
    }

    #[test]
    fn the_end_of_the_text_is_a_position() {
        let text = "naïve 🔥";
        assert_eq!(Positions::new(text).chars(text.len()), 7);
        assert_eq!(Positions::new(text).utf16(text.len()), 8);
    }
}
