//! The characters of a page with their places, as the page draws them.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

/// Characters that are read of one page; a broadsheet has some 60,000.
const MOST: usize = 1_000_000;

/// One character, or a few that are drawn as one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Left end on the baseline, in points from the page's left and bottom.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// Height of the type in points.
    pub(super) size: f64,
    /// How the line runs: 0 to the right, 1 up, 2 to the left, 3 down.
    turn: u8,
}

/// What the page draws, turned so that most of it runs to the right; `None` if it cannot be read.
pub(super) fn of_page(document: &Document, number: u32) -> Option<Vec<Glyph>> {
    let mut collected = Collected::default();
    output_doc_page(document, &mut collected, number).ok()?;
    let mut counts = [0; 4];
    for glyph in &collected.glyphs {
        counts[usize::from(glyph.turn)] += 1;
    }
    let turn = (0..4).rev().max_by_key(|&turn| counts[turn])? as u8;
    Some(collected.glyphs.into_iter().filter(|glyph| glyph.turn == turn).map(|glyph| glyph.turned_back()).collect())
}

#[derive(Default)]
struct Collected {
    glyphs: Vec<Glyph>,
}

impl OutputDev for Collected {
    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = place.m11.hypot(place.m12);
        let up = place.m21.hypot(place.m22);
        let glyph = Glyph {
            text: readable(text),
            x: place.m31,
            y: place.m32,
            width: width * size.abs() * across,
            size: size.abs() * up,
            turn: turn(place),
        };
        let is_placed = [glyph.x, glyph.y, glyph.width, glyph.size].iter().all(|number| number.is_finite());
        if is_placed && self.glyphs.len() < MOST && !glyph.text.is_empty() && !self.is_printed_twice(&glyph) {
            self.glyphs.push(glyph);
        }
        Ok(())
    }

    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Collected {
    /// Some programs print a letter twice, a hair apart, to make it bold.
    fn is_printed_twice(&self, glyph: &Glyph) -> bool {
        self.glyphs.last().is_some_and(|last| {
            let near = glyph.size * 0.1;
            last.text == glyph.text && (last.x - glyph.x).abs() < near && (last.y - glyph.y).abs() < near
        })
    }
}

fn turn(place: &Transform) -> u8 {
    match (place.m11.abs() >= place.m12.abs(), place.m11 >= 0.0, place.m12 >= 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, true) => 1,
        (false, _, false) => 3,
    }
}

impl Glyph {
    fn turned_back(self) -> Self {
        let (x, y) = match self.turn {
            0 => (self.x, self.y),
            1 => (self.y, -self.x),
            2 => (-self.x, -self.y),
            _ => (-self.y, self.x),
        };
        Self { x, y, turn: 0, ..self }
    }
}

/// Ligatures as their letters; control characters as nothing.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{a0}' => readable.push(' '),
            'ﬀ' => readable.push_str("ff"),
            'ﬁ' => readable.push_str("fi"),
            'ﬂ' => readable.push_str("fl"),
            'ﬃ' => readable.push_str("ffi"),
            'ﬄ' => readable.push_str("ffl"),
            'ﬅ' | 'ﬆ' => readable.push_str("st"),
            c if c.is_control() && c != '\u{2}' => {} // U+0002 marks a hyphen that breaks a word
            c => readable.push(c),
        }
    }
    readable
}

#[cfg(test)]
impl Glyph {
    /// The letters of a word, each half as wide as it is high.
    pub(super) fn row(x: f64, y: f64, size: f64, text: &str) -> Vec<Self> {
        let glyph = |(at, c): (usize, char)| Self {
            text: c.into(),
            x: x + at as f64 * size / 2.0,
            y,
            width: size / 2.0,
            size,
            turn: 0,
        };
        text.chars().enumerate().map(glyph).collect()
    }
}
