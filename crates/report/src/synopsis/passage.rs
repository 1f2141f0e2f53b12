//! A claim cut where its marks begin and end.

use super::Finding;
use story::{Claim, Span};

/// A claim cut into pieces; put together they are its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    pub claim: &'a Claim,
    pub pieces: Vec<Piece<'a>>,
    /// The row's findings of which this claim bears a reading by what it lacks, such as a source.
    pub lacks: Vec<usize>,
}

/// Words of a claim under the same marks throughout. Marks are places in the row's findings.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub marks: Vec<usize>,
    /// Stretches of marked words that begin with this piece; marks of the same words are one
    /// stretch. The longest comes first.
    pub begins: usize,
    /// The marks of each stretch that ends with this piece. The shortest comes first.
    pub ends: Vec<Vec<usize>>,
}

impl<'a> Passage<'a> {
    pub(super) fn of(claim: &'a Claim, findings: &[Finding]) -> Self {
        let marks = marks(claim, findings);
        let lacks = marks.iter().filter(|(span, _)| span.is_empty()).flat_map(|(_, marks)| marks).copied().collect();
        let words: Vec<(Span, Vec<usize>)> = marks.into_iter().filter(|(span, _)| !span.is_empty()).collect();
        Self { claim, pieces: cut(&claim.text, &words), lacks }
    }
}

/// The marked spans of the claim's text, sorted, and which findings mark each.
fn marks(claim: &Claim, findings: &[Finding]) -> Vec<(Span, Vec<usize>)> {
    let mut marks: Vec<(Span, Vec<usize>)> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        let evidence = finding.divergence.readings.iter().flat_map(|reading| &reading.evidence);
        for evidence in evidence.filter(|evidence| evidence.claim == claim.id) {
            let Some(span) = within(claim, evidence.span) else { continue };
            match marks.iter_mut().find(|(marked, _)| *marked == span) {
                Some((_, findings)) if findings.contains(&index) => {}
                Some((_, findings)) => findings.push(index),
                None => marks.push((span, vec![index])),
            }
        }
    }
    marks.sort();
    marks
}

/// The part of `span` that lies in the claim, counted in bytes from its beginning.
fn within(claim: &Claim, span: Span) -> Option<Span> {
    let (start, end) = (span.start.max(claim.span.start), span.end.min(claim.span.end));
    let inside = start < end || (span.is_empty() && start == end);
    let span = inside.then(|| Span::new(start - claim.span.start, end - claim.span.start))?;
    claim.text.get(span.start..span.end).map(|_| span)
}

/// `text` cut where these words begin and end; they are sorted, and their marks are of the caller's choosing.
pub(crate) fn cut<'a>(text: &'a str, words: &[(Span, Vec<usize>)]) -> Vec<Piece<'a>> {
    let mut cuts: Vec<usize> = words.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|cut| piece(text, Span::new(cut[0], cut[1]), words)).collect()
}

fn piece<'a>(text: &'a str, span: Span, words: &[(Span, Vec<usize>)]) -> Piece<'a> {
    let over = words.iter().filter(|(marked, _)| marked.contains(span));
    let mut marks: Vec<usize> = over.flat_map(|(_, marks)| marks).copied().collect();
    marks.sort_unstable();
    marks.dedup();
    // Of stretches that end together the one that begins last is the shortest.
    let ends = words.iter().rev().filter(|(marked, _)| marked.end == span.end).map(|(_, marks)| marks.clone());
    Piece {
        text: span.of(text),
        marks,
        begins: words.iter().filter(|(marked, _)| marked.start == span.start).count(),
        ends: ends.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marked: &[(&str, usize)], expected: &str) {
        let mut words: Vec<(Span, Vec<usize>)> = Vec::new();
        for &(phrase, finding) in marked {
            let start = text.find(phrase).expect("the phrase stands in the text");
            words.push((Span::new(start, start + phrase.len()), vec![finding]));
        }
        words.sort();
        let shown: String = cut(text, &words)
            .iter()
            .map(|piece| {
                let ends: String = piece.ends.iter().map(|marks| format!(">{marks:?}")).collect();
                format!("{}{}{ends}", "<".repeat(piece.begins), piece.text)
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_without_marks_are_one_piece() {
        check("Three died.", &[], "Three died.");
    }

    #[test]
    fn marks_stand_around_their_words() {
        check("Three died in Orrin.", &[("Three", 0), ("Orrin", 1)], "<Three>[0] died in <Orrin>[1].");
    }

    #[test]
    fn marks_nest() {
        check("At least three died.", &[("At least three", 0), ("three", 1)], "<At least <three>[1]>[0] died.");
    }

    #[test]
    fn marks_may_cross() {
        check("one two three", &[("one two", 0), ("two three", 1)], "<one <two>[0] three>[1]");
    }
}
