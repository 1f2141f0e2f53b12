//! Bytes to text: by byte order mark, by what the bytes can only be, by what they declare, else by
//! statistics. Never fails on text; tells bytes that are no text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// What bytes say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Characters that could not be read and stand as U+FFFD.
    pub(crate) unreadable: usize,
}

/// Reads bytes as text; `None` if they are no text. `declared` is a label that the bytes carry,
/// such as the charset of a web page.
///
/// Valid UTF-8 wins over what is declared: text in another encoding is hardly ever valid UTF-8 by
/// chance, while a page re-saved as UTF-8 keeps its old declaration.
pub(crate) fn decode(bytes: &[u8], declared: Option<&[u8]>) -> Option<Decoded> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (encoding_of(bytes, declared), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let unreadable = text.matches('\u{FFFD}').count();
    is_text(&text).then(|| Decoded { text: text.into_owned(), unreadable })
}

fn encoding_of(bytes: &[u8], declared: Option<&[u8]>) -> &'static Encoding {
    if let Some(wide) = wide_without_mark(bytes) {
        return wide;
    }
    let declared = declared
        .and_then(Encoding::for_label)
        .filter(|encoding| encoding.is_ascii_compatible() || *encoding == ISO_2022_JP);
    // Its bytes are all ASCII, and so valid UTF-8 too.
    if declared == Some(ISO_2022_JP) && bytes.contains(&0x1B) {
        return ISO_2022_JP;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    match declared {
        Some(encoding) if encoding != UTF_8 && !encoding.decode_without_bom_handling(bytes).1 => encoding,
        _ => detected(bytes),
    }
}

/// UTF-16 without a byte order mark: blanks leave a zero byte always on the same side, and the bytes on that side name
/// alphabets from Latin to Arabic, or punctuation.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let side = |from: usize| sample.iter().skip(from).step_by(2);
    let zeros = |from: usize| side(from).filter(|&&byte| byte == 0).count();
    let are_alphabets = |from: usize| {
        let known = side(from).filter(|&&byte| matches!(byte, 0..=6 | 0x20)).count();
        known * 20 > side(from).count() * 19
    };
    match (zeros(0), zeros(1)) {
        (0, 1..) if are_alphabets(1) => Some(UTF_16LE),
        (1.., 0) if are_alphabets(0) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8, a few damaged places and a cut end forgiven.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut wide, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().bytes().filter(|&byte| byte >= 0xC0).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    damaged == 0 || wide > 20 * damaged
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Text has hardly any control characters; a picture or a program is full of them.
fn is_text(text: &str) -> bool {
    let sample = text.chars().take(65_536);
    let (mut characters, mut controls) = (0, 0);
    for c in sample {
        characters += 1;
        controls +=
            usize::from(c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0C' | '\u{85}')));
    }
    controls * 50 <= characters
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "Žofie řekla: „Příliš žluťoučký kůň úpěl ďábelské ódy“ – a odešla.";

    fn check(bytes: &[u8], declared: Option<&str>, expected: &str) {
        let decoded = decode(bytes, declared.map(str::as_bytes)).expect("this is text");
        assert_eq!((decoded.text.as_str(), decoded.unreadable), (expected, 0));
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_goes() {
        check(b"\xEF\xBB\xBFcaf\xC3\xA9", Some("latin1"), "café");
        check(&[b"\xFF\xFE".as_slice(), &utf16(SENTENCE, false)].concat(), None, SENTENCE);
        check(&[b"\xFE\xFF".as_slice(), &utf16(SENTENCE, true)].concat(), None, SENTENCE);
    }

    #[test]
    fn wide_text_is_known_without_a_mark() {
        check(&utf16("Three were killed.", false), None, "Three were killed.");
        check(&utf16("Three were killed.", true), None, "Three were killed.");
    }

    #[test]
    fn utf8_wins_over_a_wrong_declaration() {
        check(SENTENCE.as_bytes(), Some("iso-8859-1"), SENTENCE);
        check("plain".as_bytes(), Some("utf-16"), "plain");
    }

    #[test]
    fn what_is_declared_is_believed_where_it_can_be() {
        let bytes = encoding_rs::WINDOWS_1250.encode(SENTENCE).0.into_owned();
        check(&bytes, Some("windows-1250"), SENTENCE);
        let japanese = ISO_2022_JP.encode("地震で三人が死亡").0.into_owned();
        check(&japanese, Some("iso-2022-jp"), "地震で三人が死亡");
    }

    #[test]
    fn what_is_not_declared_is_detected() {
        let long = "Le ministère a déclaré que la première évacuation était terminée après l’arrivée des secours. ";
        check(&encoding_rs::WINDOWS_1252.encode(long).0, None, long);
        let russian = "Министерство сообщило, что эвакуация жителей города завершена.";
        check(&encoding_rs::WINDOWS_1251.encode(russian).0, None, russian);
        check(&encoding_rs::KOI8_R.encode(russian).0, Some("nonsense"), russian);
    }

    #[test]
    fn a_cut_character_does_not_change_the_encoding() {
        let decoded = decode(&SENTENCE.repeat(3).as_bytes()[..100], None).expect("this is text");
        assert!(decoded.text.starts_with("Žofie řekla"), "{}", decoded.text);
        let cut = "ä".repeat(60);
        assert_eq!(decode(&cut.as_bytes()[..119], None).map(|decoded| decoded.unreadable), Some(1));
    }

    #[test]
    fn pictures_and_programs_are_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0", None), None);
        assert_eq!(decode(&[0; 512], None), None);
    }

    #[test]
    fn nothing_is_empty_text() {
        check(b"", None, "");
    }
}
