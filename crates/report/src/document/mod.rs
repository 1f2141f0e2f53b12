//! A report before it has a format: sections of blocks of lines. HTML, PDF, DOCX and Markdown are written from it.
//!
//! - [`blocks`] are what it is made of,
//! - `composition` puts it together of its sections, one module each,
//! - `words` are what it says in its own voice, in the language of its frame.
//!
//! Invariant: every text in it is one harmless line (see [`crate::plain`]), so that a format has its own markup
//! to escape and nothing else. A link leads to the `id` of a section, heading, paragraph, row, finding or plot, and
//! it is there.

mod agreed;
mod articles;
pub mod blocks;
mod composition;
mod decisions;
mod differences;
mod findings;
mod method;
mod omissions;
mod origins;
mod plots;
mod quotes;
mod side_by_side;
mod sources;
mod summary;
mod texts;
pub(crate) mod words;

use crate::{Choice, Cover, PageSize, synopsis::Synopsis};
use blocks::Section;
use composition::Composition;
pub use method::ACCURACY;
use serde::Serialize;

/// A report before it has a format.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The story's.
    pub title: String,
    /// How the story was told, in a line: articles, outlets, origins, from when to when.
    pub told: String,
    /// BCP 47 tag of the language of everything that is not text of others.
    pub language: &'static str,
    pub page: PageSize,
    pub cover: Option<Cover>,
    /// What stands over the list of sections.
    pub contents: String,
    /// What stands before the scripts that no typeface can show.
    pub boxes: String,
    pub sections: Vec<Section>,
}

impl Document {
    pub fn of(synopsis: &Synopsis, choice: &Choice) -> Self {
        let of = Composition::of(synopsis, choice);
        let sections = [
            summary::section,
            findings::section,
            side_by_side::section,
            agreed::section,
            findings::look_alikes,
            omissions::section,
            quotes::section,
            plots::section,
            sources::section,
            origins::section,
            decisions::section,
            texts::section,
            articles::section,
            method::section,
        ];
        Self {
            title: crate::plain::line(&synopsis.account.story.title),
            told: summary::told(&of),
            language: choice.language.tag(),
            page: choice.page,
            cover: choice.cover.as_ref().map(composition::harmless),
            contents: of.say("contents"),
            boxes: of.say("boxes"),
            sections: sections.iter().filter_map(|section| section(&of)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Language, Texts,
        invented::{Invented, everything, hostile},
        synopsis::Filter,
    };
    use blocks::{Block, Inline, Line};

    fn composed(invented: &Invented, choice: &Choice) -> Document {
        Document::of(&Synopsis::of(invented.account(), &choice.filter), choice)
    }

    fn ids(document: &Document) -> Vec<&str> {
        document.sections.iter().map(|section| section.id).collect()
    }

    #[test]
    fn every_section_is_composed_in_every_language() {
        for language in Language::ALL {
            let choice = Choice { language, anonymous: true, ..Choice::of(Filter::all()) };
            let sections = [
                "summary",
                "findings",
                "accounts",
                "agreed",
                "alike",
                "omissions",
                "quotes",
                "figures",
                "sources",
                "origins",
                "decisions",
                "texts",
                "articles",
                "method",
            ];
            assert_eq!(ids(&composed(&everything(), &choice)), sections, "{}", language.tag());
        }
    }

    #[test]
    fn a_section_that_has_nothing_to_say_is_not_there() {
        let nothing = Invented::new("Quiet", &[("A", "a", &["One."]), ("B", "b", &["Two."])]);
        let sections = ids(&composed(&nothing, &Choice::of(Filter::all()))).join(" ");
        assert_eq!(sections, "summary accounts origins articles method");
    }

    #[test]
    fn only_paragraphs_with_evidence_are_told_unless_whole_texts_are_wanted() {
        let told = |texts| {
            let choice = Choice { texts, ..Choice::of(Filter::all()) };
            let document = composed(&everything(), &choice);
            let section = document.sections.into_iter().find(|section| section.id == "texts").expect("it has evidence");
            section.blocks.into_iter().filter(|block| matches!(block, Block::Paragraph(_))).count()
        };
        assert_eq!((told(Texts::Evidence), told(Texts::Whole)), (6, 8));
    }

    #[test]
    fn the_words_of_a_marked_paragraph_are_those_of_the_article() {
        let invented = everything();
        let document = composed(&invented, &Choice::of(Filter::all()));
        let section = document.sections.iter().find(|section| section.id == "texts").expect("it has evidence");
        let words = |line: &Line| -> String {
            let own = line.iter().filter(|piece| matches!(piece, Inline::Plain { .. } | Inline::Marked { .. }));
            own.map(Inline::text).collect::<String>().trim().to_owned()
        };
        let bodies: String = invented.articles.iter().map(|article| article.body.as_str()).collect();
        for block in &section.blocks {
            if let Block::Paragraph(paragraph) = block {
                assert!(bodies.contains(&words(&paragraph.line)), "{:?}", paragraph.line);
            }
        }
    }

    #[test]
    fn every_text_is_one_harmless_line() {
        let document = composed(&hostile(), &Choice::of(Filter::all()));
        let told = serde_json::to_string(&document).expect("it has no maps");
        for evil in ["\\n", "\\u001b", "\u{202e}"] {
            assert!(!told.contains(evil), "{evil:?}");
        }
    }
}
