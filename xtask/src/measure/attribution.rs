//! Who is said to vouch for what, against the attributions that readers marked in PolNeAR's articles.

use super::{
    Tally,
    polnear::{self, Marked, Sample},
};
use crate::steps::Failure;
use app::evaluate::figures::f1;
use engine::training::{Attributed, attributions};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};
use story::Span;

/// Every so manieth article, in the order of their names, is only measured; errors are read on the others.
const HELD_OUT: usize = 4;
/// How many of the cues that are missed or wrong most often are listed.
const LISTED: usize = 25;

/// Prints precision, recall and F1 of cues, sources and contents, and the cues most often missed or wrong.
pub(crate) fn measure() -> Result<(), Failure> {
    let samples = polnear::samples()?;
    let scores: Vec<Score> = samples.par_iter().map(judged).collect();
    let (mut held_out, mut read) = (Score::default(), Score::default());
    for (at, score) in scores.into_iter().enumerate() {
        if at % HELD_OUT == 0 { &mut held_out } else { &mut read }.add(score);
    }
    println!("PolNeAR train, every {HELD_OUT}th article held out, sources and contents where the cue is met");
    println!("held out\n{held_out}the others\n{read}");
    println!("of the others\n  missed: {}\n  wrong:  {}", most(&read.missed), most(&read.wrong));
    Ok(())
}

fn judged(sample: &Sample) -> Score {
    let body = sample.article.body.as_str();
    let found = joined(attributions(&sample.article));
    let meets = |cue: Span, marked: &Marked| !words(body, &[cue]).is_disjoint(&words(body, &marked.cue));
    let mut score = Score::default();
    for marked in &sample.marked {
        let found = found.iter().find(|found| meets(found.cue, marked));
        score.cues.recall.count(found.is_some());
        match found {
            Some(found) => score.compare(body, found, marked),
            None => Score::note(&mut score.missed, &marked.cue.iter().map(|cue| cue.of(body)).collect::<Vec<_>>()),
        }
    }
    for found in &found {
        let is_right = sample.marked.iter().any(|marked| meets(found.cue, marked));
        score.cues.precision.count(is_right);
        if !is_right {
            Score::note(&mut score.wrong, &[found.cue.of(body)]);
        }
    }
    score
}

/// What is carried over from a cue belongs to it.
fn joined(found: Vec<Attributed>) -> Vec<Attributed> {
    let (mut own, carried): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| !one.is_carried);
    for more in carried {
        if let Some(one) = own.iter_mut().find(|one| one.cue == more.cue) {
            one.content.extend(more.content);
        }
    }
    own
}

/// The bytes at which the words of these spans begin.
fn words(body: &str, spans: &[Span]) -> BTreeSet<usize> {
    let mut starts = BTreeSet::new();
    for span in spans {
        let mut inside = false;
        for (at, c) in span.of(body).char_indices() {
            if c.is_alphanumeric() && !inside {
                starts.insert(span.start + at);
            }
            inside = c.is_alphanumeric();
        }
    }
    starts
}

/// The last word of a source before what describes it: "spokesman" of "a spokesman for the dam, who left".
fn head(body: &str, source: &[Span]) -> Option<usize> {
    let first = *source.first()?;
    let parts = |word: &str| {
        matches!(word, "of" | "for" | "at" | "in" | "with" | "from" | "on" | "to" | "by" | "who" | "that" | "which")
    };
    let mut last = None;
    for &start in &words(body, &[first]) {
        let word: String = body[start..first.end].chars().take_while(|c| c.is_alphanumeric()).collect();
        if last.is_some_and(|last| parts(&word) || body[last..start].contains(',')) {
            break;
        }
        last = Some(start);
    }
    last
}

/// How much of how much is right, both ways.
#[derive(Default, Clone, Copy)]
struct Overlap {
    precision: Tally,
    recall: Tally,
}

impl Overlap {
    fn of(found: &BTreeSet<usize>, marked: &BTreeSet<usize>) -> Self {
        let right = found.intersection(marked).count();
        let (precision, recall) =
            (Tally { passed: right, total: found.len() }, Tally { passed: right, total: marked.len() });
        Self { precision, recall }
    }

    fn add(&mut self, other: Self) {
        self.precision.add(other.precision);
        self.recall.add(other.recall);
    }
}

impl fmt::Display for Overlap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall) = (self.precision.share(), self.recall.share());
        let f1 = f1(precision, recall);
        write!(f, "P {precision:.3}  R {recall:.3}  F1 {f1:.3}")
    }
}

/// What is right and wrong in some articles.
#[derive(Default)]
struct Score {
    cues: Overlap,
    sources: Overlap,
    heads: Tally,
    contents: Overlap,
    missed: BTreeMap<String, usize>,
    wrong: BTreeMap<String, usize>,
}

impl Score {
    fn compare(&mut self, body: &str, found: &Attributed, marked: &Marked) {
        if let Some(head) = head(body, &marked.source) {
            self.sources.add(Overlap::of(&words(body, &[found.source]), &words(body, &marked.source)));
            self.heads.count(self::head(body, &[found.source]) == Some(head));
        }
        self.contents.add(Overlap::of(&words(body, &found.content), &words(body, &marked.content)));
    }

    fn note(cues: &mut BTreeMap<String, usize>, cue: &[&str]) {
        *cues.entry(cue.join(" … ").to_lowercase()).or_default() += 1;
    }

    fn add(&mut self, other: Self) {
        self.cues.add(other.cues);
        self.sources.add(other.sources);
        self.heads.add(other.heads);
        self.contents.add(other.contents);
        for (mine, theirs) in [(&mut self.missed, other.missed), (&mut self.wrong, other.wrong)] {
            for (cue, count) in theirs {
                *mine.entry(cue).or_default() += count;
            }
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let recall = self.cues.recall;
        writeln!(f, "  cues      {}  ({recall} met)", self.cues)?;
        writeln!(f, "  sources   {}  head right {:.3} (words)", self.sources, self.heads.share())?;
        writeln!(f, "  contents  {} (words)", self.contents)
    }
}

fn most(cues: &BTreeMap<String, usize>) -> String {
    let mut cues: Vec<(&String, &usize)> = cues.iter().collect();
    cues.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    cues.iter().take(LISTED).map(|(cue, count)| format!("{cue} {count}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_head(source: &str, expected: &str) {
        let start = head(source, &[Span::new(0, source.len())]).expect("a source has a head");
        assert!(source[start..].starts_with(expected), "{source}");
    }

    #[test]
    fn a_source_ends_where_its_description_begins() {
        check_head("a spokesman for the dam", "spokesman");
        check_head("Ana Ruiz, who left", "Ruiz");
    }

    #[test]
    fn words_are_compared_not_marks() {
        assert_eq!(words("“We ran,” she said", &[Span::new(0, 14)]), BTreeSet::from([3, 6]));
    }
}
