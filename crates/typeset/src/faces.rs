//! The typefaces of a document.

use crate::Missing;
use std::{collections::BTreeSet, sync::LazyLock};
use typst::{
    foundations::Bytes,
    text::{Coverage, Font, FontInfo},
};
use typst_kit::fonts::{FontPath, FontStore, system};
use unicode_script::UnicodeScript;

/// Source Serif 4, Source Sans 3 and Source Code Pro: Latin, Greek and Cyrillic. By Adobe, under the SIL Open Font
/// License; as published, since a changed one may not keep its name.
const BUNDLED: [&[u8]; 8] = [
    include_bytes!("../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../fonts/SourceSerif4-It.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("../fonts/SourceSerif4-SemiboldIt.otf"),
    include_bytes!("../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../fonts/SourceSans3-It.otf"),
    include_bytes!("../fonts/SourceSans3-Semibold.otf"),
    include_bytes!("../fonts/SourceCodePro-Regular.otf"),
];

static PARSED: LazyLock<Vec<Font>> =
    LazyLock::new(|| BUNDLED.into_iter().flat_map(|face| Font::iter(Bytes::new(face))).collect());

/// A box for every letter, so that a letter without a face is still text of a kept standard. Made for this: one outline
/// in a table of many to one.
static BOXES: LazyLock<Font> = LazyLock::new(|| {
    let bytes = Bytes::new(include_bytes!("../fonts/Boxes.ttf").as_slice());
    Font::new(bytes, 0).expect("it is a font")
});

/// The plain text faces that systems have for many scripts, the best first; any other comes after them. Left to
/// itself, typst takes the face of the most similar name, such as one in medieval letters.
const PLAIN: [&str; 17] = [
    "Noto Naskh",
    "Noto Serif",
    "Noto Sans",
    "Source Han Serif",
    "Songti",
    "PingFang",
    "Hiragino Mincho",
    "Apple SD Gothic Neo",
    "Geeza Pro",
    "Kohinoor",
    "Microsoft YaHei",
    "Yu Mincho",
    "Malgun Gothic",
    "Nirmala",
    "Leelawadee",
    "Segoe UI",
    "Arial",
];

/// The faces that a document may use, in a fixed order.
pub(crate) struct Faces(pub(crate) FontStore);

impl Faces {
    /// The bundled ones; the families of the computer that have letters of `text` which those lack, as few as do;
    /// boxes for the letters that none has, which are told. The computer is searched only where a letter is lacking.
    pub(crate) fn for_text(text: &str) -> (Self, Vec<Missing>) {
        let mut faces = FontStore::new();
        faces.extend(PARSED.iter().map(|font| (font.clone(), font.info().clone())));
        let is_bundled = |letter: char| PARSED.iter().any(|font| has(font.info(), letter));
        let mut lacking: BTreeSet<char> = text.chars().filter(|&c| is_drawn(c) && !is_bundled(c)).collect();
        if !lacking.is_empty() {
            faces.extend(found(&mut lacking));
            let coverage = Coverage::from_vec(lacking.iter().map(|&letter| u32::from(letter)).collect());
            faces.push((BOXES.clone(), FontInfo { coverage, ..BOXES.info().clone() }));
        }
        (Self(faces), missing(&lacking))
    }
}

fn has(face: &FontInfo, letter: char) -> bool {
    face.coverage.contains(u32::from(letter))
}

/// The computer's faces for these letters; what they lack too remains.
fn found(lacking: &mut BTreeSet<char>) -> Vec<(FontPath, FontInfo)> {
    let mut all = computer();
    let mut families: Vec<String> = Vec::new();
    for (_, face) in &all {
        let before = lacking.len();
        lacking.retain(|&letter| !has(face, letter));
        if lacking.len() < before && !families.contains(&face.family) {
            families.push(face.family.clone());
        }
    }
    all.retain(|(_, face)| families.contains(&face.family));
    all
}

/// Plain faces first, then by place: whatever the file system lists first must not change a document.
fn computer() -> Vec<(FontPath, FontInfo)> {
    let rank = |face: &FontInfo| PLAIN.iter().position(|name| face.family.starts_with(name)).unwrap_or(PLAIN.len());
    let mut all: Vec<_> = system().filter(|(_, face)| !face.is_last_resort()).collect();
    all.sort_by(|(a, face), (b, other)| (rank(face), &a.path, a.index).cmp(&(rank(other), &b.path, b.index)));
    all
}

/// Whether a letter leaves a mark on paper: no spaces, controls, joiners, directions and selectors.
fn is_drawn(letter: char) -> bool {
    let is_ignorable = matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    !is_ignorable && !letter.is_whitespace() && !letter.is_control()
}

fn missing(letters: &BTreeSet<char>) -> Vec<Missing> {
    let mut scripts: Vec<Missing> = Vec::new();
    for &letter in letters {
        let script = letter.script().full_name();
        match scripts.iter_mut().find(|missing| missing.script == script) {
            Some(missing) => missing.letters.push(letter),
            None => scripts.push(Missing { script, letters: letter.into() }),
        }
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_greek_and_cyrillic_are_bundled() {
        let text = "“Ærøskøbing” – żółć; Ελλάδα; Київ, Ђаковица … №\u{200f}\u{fe0f}\u{ad}\n";
        let (faces, missing) = Faces::for_text(text);
        assert_eq!(missing, []);
        assert!(faces.0.font(BUNDLED.len()).is_none(), "the computer's faces are not asked");
        let families: Vec<&str> = faces.0.book().families().map(|(family, _)| family).collect();
        assert_eq!(families, ["Source Code Pro", "Source Sans 3", "Source Serif 4"]);
    }

    #[test]
    fn letters_that_no_face_has_are_told_by_script() {
        let (_, missing) = Faces::for_text("a\u{10ffff}b\u{f8000}");
        let letters: Vec<&str> = missing.iter().map(|missing| missing.letters.as_str()).collect();
        assert_eq!(letters, ["\u{f8000}\u{10ffff}"]);
    }
}
