//! `cargo xtask train alignment`: fits the weights by which claims are linked to the gold stories, says how good
//! they are on stories that they have not seen, and stores them.

use crate::{
    curves::{self, Example},
    gold::{self, Sentence},
    steps::{Failure, root},
};
use app::evaluate::{
    Annotated,
    alignment::{self, Pair},
    calibration::Calibration,
    figures::Score,
};
use engine::{
    Settings,
    training::{AlignmentModel, CONTEXT, FEATURES, Lesson, Regression},
};
use serde_json::json;
use std::{collections::BTreeSet, fs};

pub(super) const GOLD: &str = "../shared/gold/dev";
const WEIGHTS: &str = "crates/engine/data/alignment.json";
const NAME: &str = "alignment-2";
const RIDGE: f64 = 50.0;
/// Of all other features more never speaks against a pair.
const FREE: [&str; 15] = [
    "numbers_disagree",
    "quoted_both",
    "quoted_one",
    "distance",
    "both_lead",
    "length_shorter",
    "length_ratio",
    "claims_near",
    "clauses",
    "figure",
    "day",
    "place",
    "contrary_witness",
    "partners_more",
    "partners_less",
];
/// Stories are dealt into this many parts; each is judged by weights fitted to the others.
pub(super) const PARTS: usize = 7;
/// The same for the first estimates that the second regression is fitted to.
const INNER_PARTS: usize = 4;

pub(super) fn lessons() -> Result<Vec<Judged>, Failure> {
    Ok(stories()?.iter().map(Judged::of).collect())
}

pub(super) fn stories() -> Result<Vec<Annotated>, Failure> {
    let folder = root().join(GOLD);
    gold::stories(&folder).map_err(|error| {
        Failure::new(error, format!("Put the annotated stories, one folder each, under {}.", folder.display()))
    })
}

pub(super) fn train() -> Result<(), Failure> {
    let lessons = lessons()?;
    let unseen = unseen(&lessons);
    let threshold = Settings::default().link_threshold;
    println!("on stories that the weights have not seen ({} stories in {PARTS} parts):", lessons.len());
    for step in 2..=10 {
        let threshold = 0.05 * f64::from(step);
        println!(
            "  threshold {threshold:.2}   links {}   groups {}",
            told(&links(&lessons, &unseen, threshold)),
            groups(&lessons, &unseen, threshold)
        );
    }
    let (error, table) = calibration(&lessons, &unseen);
    println!("{table}expected calibration error over ten bins: {error:.3}");
    println!("pairs told 0.8 and more: precision {:.3}", links(&lessons, &unseen, 0.8).precision());
    let fit = fitted(&lessons.iter().collect::<Vec<_>>());
    let known: Vec<Vec<f64>> = lessons.iter().map(|lesson| lesson.probabilities(&fit)).collect();
    println!("on the stories it was fitted to, threshold {threshold}: groups {}", groups(&lessons, &known, threshold));
    let score = told(&groups(&lessons, &unseen, threshold).score);
    let written = stored(&fit, &lessons, &score, error);
    fs::write(root().join(WEIGHTS), written).map_err(|error| {
        Failure::new(format!("{WEIGHTS} cannot be written: {error}."), "Check that you may write there.")
    })?;
    println!("written: {WEIGHTS}");
    Ok(())
}

/// A gold story, measured.
#[derive(Clone)]
pub(super) struct Judged {
    pub(super) lesson: Lesson,
    /// The pairs of sentences that the gold joins.
    sought: BTreeSet<Pair>,
    /// By claim: the gold sentences that it covers.
    covered: Vec<Vec<Sentence>>,
    /// By pair of the lesson: whether the gold joins it.
    pub(super) truths: Vec<bool>,
}

impl Judged {
    pub(super) fn of(story: &Annotated) -> Self {
        let lesson = Lesson::of(&story.articles);
        let sought = alignment::sought(story);
        let covered = gold::covered(story, &lesson.claims);
        let joined = |&(a, b, _): &(usize, usize, _)| alignment::joined(&sought, &covered[a], &covered[b]);
        let truths = lesson.pairs.iter().map(joined).collect();
        Self { lesson, sought, covered, truths }
    }

    fn features(&self) -> Vec<Vec<f64>> {
        self.lesson.pairs.iter().map(|(.., features)| features.to_vec()).collect()
    }

    /// First estimates of the pairs.
    fn estimates(&self, fit: &Regression) -> Vec<f64> {
        self.lesson.pairs.iter().map(|(.., features)| fit.probability(features.iter())).collect()
    }

    /// The features, and what first estimates say about each pair.
    fn in_context(&self, estimates: &[f64]) -> Vec<Vec<f64>> {
        let contexts = self.lesson.contexts(estimates);
        self.features()
            .into_iter()
            .zip(contexts)
            .map(|(features, context)| [&features[..], &context].concat())
            .collect()
    }

    fn probabilities(&self, fits: &Fits) -> Vec<f64> {
        let in_context = self.in_context(&self.estimates(&fits.pair));
        in_context.iter().map(|features| fits.context.probability(features.iter())).collect()
    }
}

/// The two regressions of the model: of the pair alone, and of the pair among the first estimates.
struct Fits {
    pair: Regression,
    context: Regression,
}

fn sentence_pairs(covered: &[Vec<Sentence>], claims: &[usize]) -> Vec<Pair> {
    alignment::pairs(&claims.iter().flat_map(|&claim| covered[claim].iter().copied()).collect())
}

/// The second regression is fitted to first estimates of stories that the first has not seen, as it meets them in use.
fn fitted(lessons: &[&Judged]) -> Fits {
    let pair = pair_alone(lessons);
    let parts: Vec<Regression> =
        (0..INNER_PARTS).map(|part| pair_alone(&all_but(lessons, part, INNER_PARTS))).collect();
    let unseen = lessons.iter().enumerate().map(|(at, lesson)| lesson.estimates(&parts[at % INNER_PARTS]));
    let features: Vec<Vec<Vec<f64>>> =
        lessons.iter().zip(unseen).map(|(lesson, estimates)| lesson.in_context(&estimates)).collect();
    let names: Vec<&str> = FEATURES.into_iter().chain(CONTEXT).collect();
    Fits { pair, context: curves::fit(&names, &FREE, &examples(lessons, &features), RIDGE) }
}

fn pair_alone(lessons: &[&Judged]) -> Regression {
    let features: Vec<Vec<Vec<f64>>> = lessons.iter().map(|lesson| lesson.features()).collect();
    curves::fit(&FEATURES, &FREE, &examples(lessons, &features), RIDGE)
}

fn examples<'e>(lessons: &[&'e Judged], features: &'e [Vec<Vec<f64>>]) -> Vec<Example<'e>> {
    let truths = lessons.iter().flat_map(|lesson| lesson.truths.iter().copied());
    features.iter().flatten().map(Vec::as_slice).zip(truths).collect()
}

pub(super) fn all_but<'l, L>(lessons: &[&'l L], part: usize, parts: usize) -> Vec<&'l L> {
    lessons.iter().enumerate().filter(|(at, _)| at % parts != part).map(|(_, lesson)| *lesson).collect()
}

/// By story and pair: the probability that weights fitted to the other parts give.
pub(super) fn unseen(lessons: &[Judged]) -> Vec<Vec<f64>> {
    cross_validated(lessons, fitted, Judged::probabilities)
}

/// The same by the first regression alone.
pub(super) fn unseen_at_first(lessons: &[Judged]) -> Vec<Vec<f64>> {
    cross_validated(lessons, pair_alone, Judged::estimates)
}

/// By part: the weights fitted to the stories of the others.
pub(super) fn models(lessons: &[Judged]) -> Vec<AlignmentModel> {
    let all: Vec<&Judged> = lessons.iter().collect();
    let model = |fits: Fits| AlignmentModel { name: NAME.into(), pair: fits.pair, context: fits.context };
    (0..PARTS).map(|part| model(fitted(&all_but(&all, part, PARTS)))).collect()
}

fn cross_validated<F>(
    lessons: &[Judged],
    fit: impl Fn(&[&Judged]) -> F,
    tell: impl Fn(&Judged, &F) -> Vec<f64>,
) -> Vec<Vec<f64>> {
    let all: Vec<&Judged> = lessons.iter().collect();
    let fits: Vec<F> = (0..PARTS).map(|part| fit(&all_but(&all, part, PARTS))).collect();
    lessons.iter().enumerate().map(|(at, lesson)| tell(lesson, &fits[at % PARTS])).collect()
}

pub(super) fn told(score: &Score) -> String {
    format!("P {:.3} R {:.3} F1 {:.3}", score.precision(), score.recall(), score.f1())
}

/// How well single pairs of claims stand up, before they are joined into groups.
pub(super) fn links(lessons: &[Judged], probabilities: &[Vec<f64>], threshold: f64) -> Score {
    let mut score = Score::default();
    for (judged, probabilities) in lessons.iter().zip(probabilities) {
        let linked = judged.lesson.pairs.iter().zip(probabilities).filter(|&(_, &p)| p >= threshold);
        let found = linked.flat_map(|(&(a, b, _), _)| sentence_pairs(&judged.covered, &[a, b])).collect();
        score = score + alignment::score(&found, &judged.sought);
    }
    score
}

/// How well the groups stand up, and what a reader meets of them.
pub(super) struct Grouped {
    pub(super) score: Score,
    rows_per_story: f64,
    /// How often a claim that stands in a group stands in one, on average.
    rows_per_claim: f64,
}

impl std::fmt::Display for Grouped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}, {:.1} rows a story, {:.2} rows a claim",
            told(&self.score),
            self.rows_per_story,
            self.rows_per_claim
        )
    }
}

pub(super) fn groups(lessons: &[Judged], probabilities: &[Vec<f64>], threshold: f64) -> Grouped {
    let (mut score, mut rows, mut standing, mut claims) = (Score::default(), 0, 0, 0);
    for (judged, probabilities) in lessons.iter().zip(probabilities) {
        let groups = judged.lesson.groups(probabilities, threshold);
        let found = groups.iter().flat_map(|group| sentence_pairs(&judged.covered, group)).collect();
        score = score + alignment::score(&found, &judged.sought);
        rows += groups.len();
        standing += groups.iter().map(Vec::len).sum::<usize>();
        claims += groups.iter().flatten().collect::<BTreeSet<_>>().len();
    }
    let rows_per_story = rows as f64 / lessons.len().max(1) as f64;
    Grouped { score, rows_per_story, rows_per_claim: standing as f64 / claims.max(1) as f64 }
}

/// The expected error of the probabilities over ten bins, and a table of the bins.
fn calibration(lessons: &[Judged], probabilities: &[Vec<f64>]) -> (f64, String) {
    let told = probabilities.iter().flatten().copied();
    let calibration = Calibration::of(told.zip(lessons.iter().flat_map(|judged| judged.truths.iter().copied())));
    let row = |bin: &app::evaluate::calibration::Bin| {
        format!("  {:6} pairs told {:.3}, true {:.3}\n", bin.count, bin.mean(), bin.share())
    };
    (calibration.error(), calibration.held().map(row).collect())
}

/// The weights as readable data.
fn stored(fits: &Fits, lessons: &[Judged], score: &str, error: f64) -> String {
    let pairs: usize = lessons.iter().map(|lesson| lesson.truths.len()).sum();
    let joined: usize = lessons.iter().flat_map(|lesson| &lesson.truths).filter(|&&truth| truth).count();
    let head = [
        ("name", json!(NAME)),
        ("made_by", json!("cargo xtask train alignment")),
        ("trained_on", json!({"stories": lessons.len(), "pairs": pairs, "joined": joined, "ridge": RIDGE})),
        ("unseen_stories", json!({"groups": score, "calibration_error": (error * 1e6).round() / 1e6})),
    ];
    let head: Vec<String> = head.iter().map(|(key, value)| format!("  \"{key}\": {value},\n")).collect();
    let (pair, context) = (lines(&fits.pair), lines(&fits.context));
    format!("{{\n{}  \"pair\": {pair},\n  \"context\": {context}\n}}\n", head.concat())
}

/// A line for each curve.
pub(super) fn lines(regression: &Regression) -> String {
    let curves: Vec<String> = regression.curves.iter().map(|curve| format!("      {}", json!(curve))).collect();
    format!("{{\n    \"intercept\": {},\n    \"curves\": [\n{}\n    ]\n  }}", regression.intercept, curves.join(",\n"))
}
