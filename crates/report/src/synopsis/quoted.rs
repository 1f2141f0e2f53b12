//! Evidence in its surroundings.

use super::{Column, Synopsis};
use story::{Article, Evidence, Span};

/// The words of an evidence, and the claim around them.
#[derive(Debug)]
pub struct Quoted<'s, 'a> {
    pub column: &'s Column<'a>,
    pub before: &'a str,
    /// Empty where the reading is an absence.
    pub words: &'a str,
    pub after: &'a str,
    /// 1-based.
    pub paragraph: usize,
    /// Unicode characters of the article's body, `start..end`.
    pub chars: (usize, usize),
}

impl<'a> Synopsis<'a> {
    /// `None` where the evidence points at nothing that the articles hold.
    pub fn quoted(&self, evidence: &Evidence) -> Option<Quoted<'_, 'a>> {
        let column = self.column(&evidence.article)?;
        let (claim, span) = (self.claim(&evidence.claim)?, evidence.span);
        let (article, chars) = (column.article, |byte| column.positions.chars(byte));
        // The words may stand before or after the claim, as an attribution carried over does.
        let around = Span::new(claim.span.start.min(span.start), claim.span.end.max(span.end));
        Some(Quoted {
            before: article.body.get(around.start..span.start)?,
            words: article.body.get(span.start..span.end)?,
            after: article.body.get(span.end..around.end)?,
            paragraph: paragraph(article, span.start),
            chars: (chars(span.start), chars(span.end)),
            column,
        })
    }
}

/// The 1-based paragraph in which byte `at` of the body stands.
fn paragraph(article: &Article, at: usize) -> usize {
    article.paragraphs().take_while(|&(start, _)| start <= at).count().max(1)
}
