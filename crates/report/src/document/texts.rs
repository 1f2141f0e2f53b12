//! The paragraphs in which the evidence stands, with all its marks; or the whole articles.

use super::{
    blocks::{Block, Inline, Line, Paragraph, Section},
    composition::{Composition, finding_id, paragraph_id},
};
use crate::{
    Texts, plain,
    synopsis::{Column, Finding, Row, cut},
};
use std::collections::{BTreeMap, BTreeSet};
use story::{ArticleId, Span};

/// A place that a finding marks.
struct Mark<'s, 'a> {
    span: Span,
    row: &'s Row<'a>,
    finding: &'s Finding<'a>,
}

pub(super) fn section(of: &Composition) -> Option<Section> {
    let marks = marks(of);
    let none = Vec::new();
    let columns = of.synopsis.columns.iter().enumerate();
    let blocks =
        columns.flat_map(|(place, column)| text(of, place + 1, column, marks.get(&column.article.id).unwrap_or(&none)));
    of.section("texts", blocks.collect())
}

/// The paragraphs that are shown: number of the article, number of the paragraph, both 1-based.
pub(super) fn shown(of: &Composition) -> BTreeSet<(usize, usize)> {
    let marks = marks(of);
    let mut shown = BTreeSet::new();
    for (place, column) in of.synopsis.columns.iter().enumerate() {
        let marked = marks.get(&column.article.id).map_or(&[][..], Vec::as_slice);
        for (number, (start, paragraph)) in column.article.paragraphs().enumerate() {
            let here = Span::new(start, start + paragraph.len());
            if of.choice.texts == Texts::Whole || marked.iter().any(|mark| stands_in(mark.span, here)) {
                shown.insert((place + 1, number + 1));
            }
        }
    }
    shown
}

/// By article, in the order of the findings' weight.
fn marks<'s, 'a>(of: &Composition<'s, 'a>) -> BTreeMap<&'a ArticleId, Vec<Mark<'s, 'a>>> {
    let mut marks: BTreeMap<&ArticleId, Vec<Mark>> = BTreeMap::new();
    for (row, finding) in of.findings() {
        for evidence in finding.divergence.readings.iter().flat_map(|reading| &reading.evidence) {
            marks.entry(&evidence.article).or_default().push(Mark { span: evidence.span, row, finding });
        }
    }
    marks
}

fn stands_in(span: Span, paragraph: Span) -> bool {
    paragraph.start <= span.start && span.start <= paragraph.end && span.end <= paragraph.end
}

fn text(of: &Composition, number: usize, column: &Column, marks: &[Mark]) -> Vec<Block> {
    let article = column.article;
    let paragraphs = article.paragraphs().enumerate().filter(|(place, _)| of.paragraphs.contains(&(number, place + 1)));
    let paragraphs: Vec<Block> = paragraphs
        .map(|(place, (start, paragraph))| {
            let mut line = vec![Inline::soft(&format!("¶{} ", place + 1))];
            line.extend(marked(of, start, paragraph, marks));
            Block::Paragraph(Paragraph {
                id: Some(paragraph_id(number, place + 1)),
                language: Some(plain::line(&article.language)),
                line,
            })
        })
        .collect();
    if paragraphs.is_empty() {
        return paragraphs;
    }
    let head = vec![
        Inline::link(&column.label, format!("article-{number}")),
        Inline::plain(" "),
        Inline::soft(&article.title),
    ];
    std::iter::once(super::composition::heading(head)).chain(paragraphs).collect()
}

fn marked(of: &Composition, start: usize, paragraph: &str, marks: &[Mark]) -> Line {
    let here = Span::new(start, start + paragraph.len());
    let mut words: BTreeMap<Span, Vec<usize>> = BTreeMap::new();
    let mut line = Line::new();
    for (index, mark) in marks.iter().enumerate().filter(|(_, mark)| stands_in(mark.span, here)) {
        match mark.span.is_empty() {
            true => line.push(sign(of, mark)),
            false => words.entry(Span::new(mark.span.start - start, mark.span.end - start)).or_default().push(index),
        }
    }
    if !line.is_empty() {
        line.insert(0, Inline::soft("–"));
        line.push(Inline::plain(" "));
    }
    let words: Vec<(Span, Vec<usize>)> = words.into_iter().collect();
    for piece in cut(paragraph, &words) {
        line.push(match piece.marks.first() {
            None => Inline::plain(piece.text),
            Some(&first) => Inline::marked(piece.text, marks[first].finding.divergence.kind),
        });
        line.extend(piece.ends.iter().flatten().map(|&index| sign(of, &marks[index])));
    }
    line
}

/// The row's number and the finding's sign; leads to the finding.
fn sign(of: &Composition, mark: &Mark) -> Inline {
    let kind = mark.finding.divergence.kind;
    Inline::Sign {
        sign: format!("{}{}", mark.row.number, mark.finding.sign),
        kind: kind.name(),
        about: of.kind(kind),
        to: Some(finding_id(mark.row, mark.finding)),
    }
}
