//! The tokens of rich text, and the letters that they stand for.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1252};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control<'a> {
    Open,
    Close,
    /// With its number, if it has one.
    Word(&'a str, Option<i32>),
    Symbol(u8),
    /// A byte written as `\'e9`.
    Hex(u8),
    Byte(u8),
    /// A line end of the file, or the bytes of a picture.
    Nothing,
}

impl Control<'_> {
    /// Whether it puts letters or ends of paragraphs where it stands; ends of cells hold a table together.
    pub(super) fn is_text(&self) -> bool {
        match self {
            Self::Hex(_) | Self::Byte(_) => true,
            Self::Symbol(symbol) => matches!(symbol, b'~' | b'_' | b'-' | b'\\' | b'{' | b'}'),
            Self::Word(word, _) => {
                *word == "u" || (letter(word).is_some() && !matches!(*word, "cell" | "row" | "sect"))
            }
            Self::Open | Self::Close | Self::Nothing => false,
        }
    }
}

/// What `bytes` begin with, and the bytes it takes.
pub(super) fn token(bytes: &[u8]) -> Option<(Control<'_>, usize)> {
    let token = match *bytes.first()? {
        b'{' => (Control::Open, 1),
        b'}' => (Control::Close, 1),
        b'\r' | b'\n' | 0 => (Control::Nothing, 1),
        b'\\' => control(bytes),
        byte => (Control::Byte(byte), 1),
    };
    Some(token)
}

fn control(bytes: &[u8]) -> (Control<'_>, usize) {
    match bytes.get(1) {
        None => (Control::Nothing, 1),
        Some(b'\'') => match bytes.get(2..4).and_then(hex) {
            Some(byte) => (Control::Hex(byte), 4),
            None => (Control::Nothing, 2),
        },
        Some(b'\r' | b'\n') => (Control::Word("par", None), 2),
        Some(byte) if byte.is_ascii_alphabetic() => word(bytes),
        Some(&symbol) => (Control::Symbol(symbol), 2),
    }
}

fn hex(pair: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()
}

fn word(bytes: &[u8]) -> (Control<'_>, usize) {
    let run = |from: usize, is_part: fn(&u8) -> bool| {
        bytes[from..].iter().position(|byte| !is_part(byte)).map_or(bytes.len(), |end| from + end)
    };
    let end = run(1, u8::is_ascii_alphabetic);
    let digits = end + usize::from(bytes.get(end) == Some(&b'-'));
    let number_end = run(digits, u8::is_ascii_digit);
    let text = |range: std::ops::Range<usize>| std::str::from_utf8(&bytes[range]).unwrap_or_default();
    let (number, number_end) = match text(digits..number_end) {
        "" => (None, end),
        _ => (text(end..number_end).parse().ok().or(Some(0)), number_end),
    };
    let length = number_end + usize::from(bytes.get(number_end) == Some(&b' '));
    match (text(1..end), number) {
        ("bin", Some(count)) => {
            (Control::Nothing, length.saturating_add(usize::try_from(count).unwrap_or(0)).min(bytes.len()))
        }
        (word, number) => (Control::Word(word, number), length),
    }
}

/// The letter or break that a control word stands for.
fn letter(word: &str) -> Option<char> {
    let letter = match word {
        "par" | "line" | "sect" | "page" | "row" => '\n',
        "tab" | "cell" => '\t',
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        "emspace" | "enspace" | "qmspace" => ' ',
        _ => return None,
    };
    Some(letter)
}

/// Collects letters from tokens.
pub(super) struct Letters {
    pub(super) encoding: &'static Encoding,
    text: String,
    /// Bytes whose character may not be whole yet.
    bytes: Vec<u8>,
    /// The first half of a character beyond the basic plane.
    half: Option<u16>,
    /// How many characters behind `\u8212` repeat it for old readers; one, unless a group says so.
    repeats: Vec<u32>,
    to_skip: u32,
}

impl Default for Letters {
    fn default() -> Self {
        Self {
            encoding: WINDOWS_1252,
            text: String::new(),
            bytes: Vec::new(),
            half: None,
            repeats: Vec::new(),
            to_skip: 0,
        }
    }
}

impl Letters {
    pub(super) fn open(&mut self) {
        self.to_skip = 0;
        self.repeats.push(self.repeats.last().copied().unwrap_or(1));
    }

    pub(super) fn close(&mut self) {
        self.to_skip = 0;
        self.repeats.pop();
    }

    pub(super) fn take(&mut self, control: &Control) {
        match *control {
            Control::Hex(byte) | Control::Byte(byte) if !self.skips() => self.bytes.push(byte),
            Control::Word("uc", count) => {
                if let Some(last) = self.repeats.last_mut() {
                    *last = count.and_then(|count| u32::try_from(count).ok()).unwrap_or(1);
                }
            }
            Control::Word("u", Some(code)) => self.take_unit(code as u16),
            Control::Word(word, _) => letter(word).into_iter().for_each(|letter| self.push(letter)),
            Control::Symbol(b'~') => self.push(' '),
            Control::Symbol(b'_') => self.push('-'),
            Control::Symbol(symbol @ (b'\\' | b'{' | b'}')) => self.push(char::from(symbol)),
            _ => {}
        }
    }

    fn skips(&mut self) -> bool {
        let skips = self.to_skip > 0;
        self.to_skip = self.to_skip.saturating_sub(1);
        skips
    }

    fn take_unit(&mut self, unit: u16) {
        self.to_skip = self.repeats.last().copied().unwrap_or(1);
        let units = self.half.take().into_iter().chain([unit]);
        for letter in char::decode_utf16(units) {
            match letter {
                Ok(letter) => self.push(letter),
                Err(half) => self.half = Some(half.unpaired_surrogate()),
            }
        }
    }

    fn push(&mut self, letter: char) {
        self.decode();
        self.text.push(letter);
    }

    fn decode(&mut self) {
        let (text, _) = self.encoding.decode_without_bom_handling(&self.bytes);
        self.text.push_str(&text);
        self.bytes.clear();
    }

    /// What has been collected.
    pub(super) fn text(&mut self) -> String {
        self.decode();
        std::mem::take(&mut self.text)
    }
}

/// The encoding that Windows knows by this number.
pub(super) fn encoding(code_page: i32) -> &'static Encoding {
    match code_page {
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        10_000 => MACINTOSH,
        65_001 => UTF_8,
        _ => Encoding::for_label(format!("windows-{code_page}").as_bytes()).unwrap_or(WINDOWS_1252),
    }
}
