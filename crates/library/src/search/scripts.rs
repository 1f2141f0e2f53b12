//! Lets SQLite's tokenizer see words in scripts that put no spaces between them.
//!
//! `unicode61` takes a run of letters for one word, which in Chinese, Japanese or Thai is a whole
//! sentence. So the index is made of a text in which each letter of such a script stands alone; a
//! word someone looks for is parted in the same way and found as its letters in a row. A trigram
//! index would miss words of two letters, which most Chinese words are. Korean has spaces, but
//! hangs its particles on its nouns: there too a word is found within a longer one.

use rusqlite::{Connection, functions::FunctionFlags};

/// Parts letters: the control character "unit separator", which belongs to no word.
pub(crate) const PARTING: char = '\u{1f}';

/// `text` with every letter of an unspaced script parted from its neighbours.
pub(crate) fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    for c in text.chars() {
        if is_unspaced(c) {
            parted.extend([PARTING, c, PARTING]);
        } else {
            parted.push(c);
        }
    }
    parted
}

/// Makes `parted` and `folded` known to SQL. Both are innocuous: they touch nothing but their text.
pub(crate) fn register_functions(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("parted", 1, flags, |call| call.get(0).map(|text: String| parted(&text)))?;
    connection.create_scalar_function("folded", 1, flags, |call| {
        call.get(0).map(|text: Option<String>| text.as_deref().map(folded))
    })
}

/// A name without regard to large and small letters.
pub(crate) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Blocks of Unicode 17.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'       // Thai, Lao
        | '\u{1000}'..='\u{109f}'     // Myanmar
        | '\u{1100}'..='\u{11ff}'     // Hangul letters
        | '\u{1780}'..='\u{17ff}'     // Khmer
        | '\u{3005}'..='\u{3007}'     // ideographic iteration, closing and zero
        | '\u{3040}'..='\u{30ff}'     // Hiragana, Katakana
        | '\u{3100}'..='\u{318f}'     // Bopomofo, Hangul letters
        | '\u{31a0}'..='\u{31ff}'     // more of Bopomofo, strokes, Katakana
        | '\u{3400}'..='\u{4dbf}'     // Han
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}'     // Hangul syllables
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'     // narrow Katakana and Hangul
        | '\u{1b000}'..='\u{1b16f}'   // old Kana
        | '\u{20000}'..='\u{3ffff}') // more of Han
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(parted(text).replace(PARTING, "|"), expected);
    }

    #[test]
    fn spaced_scripts_stay_as_they_are() {
        check("Žofie said “no”.", "Žofie said “no”.");
        check("हिन्दी العربية Ελλάδα", "हिन्दी العربية Ελλάδα");
    }

    #[test]
    fn letters_of_unspaced_scripts_stand_alone() {
        check("a港口b", "a|港||口|b");
        check("フェリー", "|フ||ェ||リ||ー|");
        check("항구는", "|항||구||는|");
    }
}
