//! `cargo xtask train divergences`: fits what tells how probable a divergence between two mentions is to the gold
//! stories, says how good it is on stories that neither it nor the alignment has seen, and stores it.

use super::alignment::{self, Judged, PARTS, all_but};
use crate::{
    curves::{self, Example},
    gold,
    steps::{Failure, root},
};
use app::evaluate::{
    self, Annotated,
    calibration::Calibration,
    divergences::{self, annotated},
    figures::{Figures, Share, Tally},
};
use engine::{
    Settings,
    training::{AlignmentModel, DivergenceModel, Regression, Rivals, Weights, compare_by, divergence_features, rivals},
};
use rayon::prelude::*;
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use story::{Comparison, Kind};

const NAME: &str = "divergences-1";
const WEIGHTS: &str = "crates/engine/data/divergences.json";
/// Each kind takes the one that fits it best: there are few examples of some and many of others.
const RIDGES: [f64; 4] = [50.0, 150.0, 400.0, 1000.0];
/// Stories are dealt into this many parts to find it.
const INNER_PARTS: usize = 4;
/// Of these more never speaks against a divergence.
const RISING: [&str; 4] = ["link", "link_among_links", "near_words", "beside"];
/// Probabilities from which on the findings are judged.
const FROM: [f64; 8] = [0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7];

/// A story and what the engine holds against each other in it.
struct Lesson<'s> {
    story: &'s Annotated,
    rivals: Vec<Rivals>,
    /// By two rivals: the annotated divergences that they are.
    met: Vec<Vec<usize>>,
}

impl<'s> Lesson<'s> {
    fn of(story: &'s Annotated, alignment: &AlignmentModel) -> Self {
        let rivals = rivals(&story.articles, alignment);
        let claims: Vec<_> =
            rivals.iter().flat_map(|one| one.sides.map(|(article, claim, _)| (article, claim))).collect();
        let covered = gold::covered(story, &claims);
        let met = |(at, one): (usize, &Rivals)| {
            let text = |(article, _, span): (usize, _, story::Span)| span.of(&story.articles[article].body);
            let [a, b] = one.sides.map(text);
            annotated(story, one.kind, [(&covered[2 * at], a), (&covered[2 * at + 1], b)])
        };
        let met = rivals.iter().enumerate().map(met).collect();
        Self { story, rivals, met }
    }

    fn examples(&self, kind: Kind) -> impl Iterator<Item = Example<'_>> {
        let told = self.rivals.iter().zip(&self.met).filter(move |(one, _)| one.kind == kind);
        told.map(|(one, met)| (&one.features[..], !met.is_empty()))
    }
}

pub(super) fn train(quick: bool, written: Option<&Path>) -> Result<(), Failure> {
    let stories = alignment::stories()?;
    let alignments = match quick {
        true => vec![AlignmentModel::shipped().clone(); PARTS],
        false => alignment::models(&stories.iter().map(Judged::of).collect::<Vec<_>>()),
    };
    let lessons: Vec<Lesson> =
        stories.par_iter().enumerate().map(|(at, story)| Lesson::of(story, &alignments[at % PARTS])).collect();
    if let Some(path) = written {
        write_examples(path, &lessons)?;
    }
    let all: Vec<&Lesson> = lessons.iter().collect();
    let fits: Vec<DivergenceModel> = (0..PARTS).map(|part| fitted(&all_but(&all, part, PARTS))).collect();
    let compared: Vec<(&Annotated, Comparison)> = stories
        .par_iter()
        .enumerate()
        .map(|(at, story)| {
            let weights = Weights { alignment: &alignments[at % PARTS], divergences: &fits[at % PARTS] };
            (story, compare_by(&story.articles, &Settings::default(), weights))
        })
        .collect();
    print_examples(&lessons);
    println!("findings on stories that the weights have not seen:");
    let figures = judged(&compared, 0.0);
    print_kinds(&figures);
    println!("the same from a probability on, facts:");
    for from in FROM {
        println!("  {from:.2}  {}", told(&judged(&compared, from).facts()));
    }
    print_calibration(&compared);
    if quick {
        println!("nothing stored: the alignment knew the stories");
        return Ok(());
    }
    let written = stored(&fitted(&all), &lessons, &figures);
    fs::write(root().join(WEIGHTS), written).map_err(|error| {
        Failure::new(format!("{WEIGHTS} cannot be written: {error}."), "Check that you may write there.")
    })?;
    println!("written: {WEIGHTS}");
    Ok(())
}

fn fitted(lessons: &[&Lesson]) -> DivergenceModel {
    let kinds = Kind::ALL.into_par_iter().map(|kind| (kind, fit(lessons, kind, ridge(lessons, kind)))).collect();
    DivergenceModel { name: NAME.into(), kinds }
}

fn fit(lessons: &[&Lesson], kind: Kind, ridge: f64) -> Regression {
    let names = divergence_features(kind);
    let free: Vec<&str> = names.iter().copied().filter(|name| !RISING.contains(name)).collect();
    let examples: Vec<Example> = lessons.iter().flat_map(|lesson| lesson.examples(kind)).collect();
    curves::fit(&names, &free, &examples, ridge)
}

/// The ridge under which weights fitted to some of these stories tell the others best.
fn ridge(lessons: &[&Lesson], kind: Kind) -> f64 {
    let loss = |ridge: f64| -> f64 {
        let parts = (0..INNER_PARTS).map(|part| {
            let fit = fit(&all_but(lessons, part, INNER_PARTS), kind, ridge);
            let unseen = lessons.iter().enumerate().filter(|(at, _)| at % INNER_PARTS == part);
            unseen.flat_map(|(_, lesson)| lesson.examples(kind)).map(|example| surprise(&fit, example)).sum::<f64>()
        });
        parts.sum()
    };
    let losses = RIDGES.map(|ridge| (ridge, loss(ridge)));
    losses.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).map_or(RIDGES[0], |(ridge, _)| ridge)
}

/// The logarithmic loss of one example.
fn surprise(fit: &Regression, (features, truth): Example) -> f64 {
    let probability = fit.probability(features.iter());
    -(if truth { probability } else { 1.0 - probability }).max(1e-9).ln()
}

/// How good the findings of at least this probability are.
fn judged(compared: &[(&Annotated, Comparison)], from: f64) -> Figures {
    compared.iter().fold(Figures::default(), |sum, (gold, comparison)| {
        let mut comparison = comparison.clone();
        comparison.divergences.retain(|one| one.score >= from);
        sum + &evaluate::judge(String::new(), gold, &comparison, &[]).figures
    })
}

fn print_examples(lessons: &[Lesson]) {
    println!("mentions held against each other, those of them that are annotated, and the annotated divergences met:");
    for kind in Kind::ALL {
        let (pairs, annotated) = counts(lessons, kind);
        let met = lessons.iter().map(|lesson| {
            let met = lesson.rivals.iter().zip(&lesson.met).filter(|(one, _)| one.kind == kind);
            met.flat_map(|(_, met)| met).collect::<BTreeSet<_>>().len()
        });
        println!("  {:10} {pairs:6} {annotated:5} {:5}", kind.to_string(), met.sum::<usize>());
    }
}

/// Mentions held against each other, and those that are annotated.
fn counts(lessons: &[Lesson], kind: Kind) -> (usize, usize) {
    let examples = lessons.iter().flat_map(|lesson| lesson.examples(kind));
    examples.fold((0, 0), |(pairs, annotated), example| (pairs + 1, annotated + usize::from(example.1)))
}

/// How far the probabilities of findings can be trusted.
fn print_calibration(compared: &[(&Annotated, Comparison)]) {
    let told: Vec<(Kind, f64, bool)> =
        compared.iter().flat_map(|(gold, comparison)| divergences::told(gold, comparison)).collect();
    let all = Calibration::of(told.iter().map(|&(_, probability, right)| (probability, right)));
    println!("expected calibration error of findings over ten bins: {:.3}", all.error());
    for bin in all.held() {
        println!("  {:5} told {:.3}, true {:.3}", bin.count, bin.mean(), bin.share());
    }
    for kind in Kind::ALL {
        let of_kind = Calibration::of(told.iter().filter(|one| one.0 == kind).map(|one| (one.1, one.2)));
        let bins = of_kind.held().map(|bin| format!("{:.2} {:.2} ({})", bin.mean(), bin.share(), bin.count));
        println!("  {:10} {:.3}   {}", kind.to_string(), of_kind.error(), bins.collect::<Vec<_>>().join(", "));
    }
}

fn print_kinds(figures: &Figures) {
    println!("  {:10} {}", "facts", told(&figures.facts()));
    for kind in Kind::ALL {
        println!("  {:10} {}", kind.to_string(), told(figures.kind(kind)));
    }
}

fn told(tally: &Tally) -> String {
    let share = |share: Share| share.ratio().map_or("  ·  ".into(), |ratio| format!("{ratio:.3}"));
    format!(
        "P {:.3} R {:.3} F1 {:.3}   found {:4} of {:4}   major recall {}   relation {}",
        tally.score.precision(),
        tally.score.recall(),
        tally.score.f1(),
        tally.score.found,
        tally.score.sought,
        share(tally.major),
        share(tally.relation),
    )
}

fn write_examples(path: &Path, lessons: &[Lesson]) -> Result<(), Failure> {
    let line = |(story, one, truth): (usize, &Rivals, bool)| {
        let articles = &lessons[story].story.articles;
        let side = |(article, claim, span): (usize, story::Span, story::Span)| {
            let body = &articles[article].body;
            json!({"outlet": articles[article].outlet, "claim": claim.of(body), "text": span.of(body)})
        };
        let measured: serde_json::Map<String, serde_json::Value> = divergence_features(one.kind)
            .into_iter()
            .map(String::from)
            .zip(one.features.iter().map(|&v| json!(v)))
            .collect();
        format!(
            "{}\n",
            json!({"story": story, "kind": one.kind, "right": truth, "sides": one.sides.map(side), "measured": measured})
        )
    };
    let all = lessons.iter().enumerate().flat_map(|(at, lesson)| {
        lesson.rivals.iter().zip(&lesson.met).map(move |(one, met)| (at, one, !met.is_empty()))
    });
    fs::write(path, all.map(line).collect::<String>())
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), "Check that you may write there."))
}

/// The weights as readable data.
fn stored(model: &DivergenceModel, lessons: &[Lesson], unseen: &Figures) -> String {
    let kinds: Vec<String> =
        model.kinds.iter().map(|(kind, fit)| format!("    {}: {}", json!(kind), alignment::lines(fit))).collect();
    let trained_on: BTreeMap<String, [usize; 2]> =
        Kind::ALL.into_iter().map(|kind| (kind.to_string(), counts(lessons, kind).into())).collect();
    let head = [
        ("name", json!(NAME)),
        ("made_by", json!("cargo xtask train divergences")),
        ("trained_on", json!({"stories": lessons.len(), "pairs_and_annotated": trained_on})),
        ("unseen_stories", json!({"facts": told(&unseen.facts())})),
    ];
    let head: Vec<String> = head.iter().map(|(key, value)| format!("  \"{key}\": {value},\n")).collect();
    format!("{{\n{}  \"kinds\": {{\n{}\n  }}\n}}\n", head.concat(), kinds.join(",\n"))
}
