//! What stands within a paragraph.

use crate::{
    document::blocks::{Inline, Line},
    plain,
};
use docx_rs::{Hyperlink, HyperlinkType, Paragraph, Run, RunFonts, Shading};
use unicode_bidi::{Direction, get_base_direction};

/// The style of words that lead somewhere in the document.
pub(super) const LINK: &str = "Hyperlink";

pub(super) fn text(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

pub(super) fn set(paragraph: Paragraph, line: &Line) -> Paragraph {
    line.iter().fold(directed(paragraph, line), |paragraph, inline| match inline {
        Inline::Link { to, .. } => paragraph.add_hyperlink(link(to).add_run(piece(inline).style(LINK))),
        Inline::Sign { to: Some(to), .. } => paragraph.add_hyperlink(link(to).add_run(piece(inline))),
        _ => paragraph.add_run(piece(inline)),
    })
}

/// From the side on which its first letter is written, as `dir="auto"` does it.
fn directed(mut paragraph: Paragraph, line: &Line) -> Paragraph {
    let text: String = line.iter().map(Inline::text).collect();
    if get_base_direction(text.as_str()) == Direction::Rtl {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

fn link(to: &str) -> Hyperlink {
    Hyperlink::new(bookmark(to), HyperlinkType::Anchor)
}

/// The name of a place in a document, of which Word takes letters, digits and underlines.
pub(super) fn bookmark(id: &str) -> String {
    id.replace('-', "_")
}

fn piece(inline: &Inline) -> Run {
    let words = run(inline.text());
    match inline {
        Inline::Plain { .. } | Inline::Name { .. } | Inline::Link { .. } | Inline::Address { .. } => words,
        Inline::Strong { .. } | Inline::Relation { .. } => words.bold(),
        Inline::Soft { .. } => words.size(17).color("555555"),
        Inline::Code { .. } => words.size(16).fonts(RunFonts::new().ascii("Courier New").hi_ansi("Courier New")),
        Inline::Marked { .. } => words.shading(Shading::new().fill("FFF1C2")),
        Inline::Sign { sign, .. } => run(&format!("[{sign}]")).size(14).bold(),
        Inline::Removed { .. } => words.strike().color("777777"),
        Inline::Added { .. } => words.underline("single"),
    }
}

/// Text of others, as text: no field, no line break, no control character.
pub(super) fn run(text: &str) -> Run {
    Run::new().add_text(plain::line(text))
}
