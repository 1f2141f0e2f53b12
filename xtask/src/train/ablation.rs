//! `cargo xtask train ablation`: what each family of the alignment's features is worth.

use super::alignment::{Judged, groups, lessons, links, told, unseen, unseen_at_first};
use crate::steps::Failure;
use engine::{Settings, training::FEATURES};

/// What belongs together, for an ablation: features by the beginnings of their names.
const FAMILIES: [(&str, &[&str]); 10] = [
    (
        "words in common",
        &[
            "cosine",
            "root_cosine",
            "flat_cosine",
            "coverage",
            "shared_weight",
            "rarest",
            "letters",
            "bigrams",
            "longest",
        ],
    ),
    ("names, numbers, quotations", &["names", "numbers", "quoted"]),
    ("rank among rivals, by words", &["rank", "margin", "mutual_best"]),
    ("place in the article", &["distance", "both_lead", "neighbours_along"]),
    ("length", &["length"]),
    ("third articles, by words", &["witness", "claims_near"]),
    ("facets", &["speaker", "figure", "day", "place"]),
    ("pieces in context", &["pieces"]),
    ("clauses and wholes", &["nearest_clauses", "wholes", "clause"]),
    ("all of the encoder", &["pieces", "nearest_clauses", "wholes", "clause"]),
];

/// Prints how good the alignment is on unseen stories without each family of features.
pub(super) fn print() -> Result<(), Failure> {
    let lessons = lessons()?;
    let threshold = Settings::default().link_threshold;
    println!("{:28}{:>7}  links                        groups", "without", "AP");
    let line = |name: &str, lessons: &[Judged], unseen: &[Vec<f64>]| {
        let (links, groups) = (links(lessons, unseen, threshold), groups(lessons, unseen, threshold).score);
        println!("{name:28}{:>7.4}  {}  {}", average_precision(lessons, unseen), told(&links), told(&groups));
    };
    line("nothing", &lessons, &unseen(&lessons));
    line("a second look", &lessons, &unseen_at_first(&lessons));
    for (name, features) in FAMILIES {
        let belongs = |feature: &str| features.iter().any(|beginning| feature.starts_with(beginning));
        let gone: Vec<usize> = (0..FEATURES.len()).filter(|&at| belongs(FEATURES[at])).collect();
        let rest: Vec<Judged> = lessons.iter().map(|lesson| without(lesson, &gone)).collect();
        line(name, &rest, &unseen(&rest));
    }
    Ok(())
}

/// The same where nothing is known of these features.
fn without(lesson: &Judged, features: &[usize]) -> Judged {
    let mut rest = lesson.clone();
    for (.., values) in &mut rest.lesson.pairs {
        for &at in features {
            values[at] = 0.0;
        }
    }
    rest
}

/// Mean precision of the pairs down to each true one, the likeliest first: what no threshold has a say in.
fn average_precision(lessons: &[Judged], probabilities: &[Vec<f64>]) -> f64 {
    let truths = lessons.iter().flat_map(|lesson| &lesson.truths);
    let mut ranked: Vec<(f64, bool)> = probabilities.iter().flatten().copied().zip(truths.copied()).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut right, mut sum) = (0.0, 0.0);
    for (at, _) in ranked.iter().enumerate().filter(|(_, pair)| pair.1) {
        right += 1.0;
        sum += right / (at + 1) as f64;
    }
    sum / f64::max(right, 1.0)
}
