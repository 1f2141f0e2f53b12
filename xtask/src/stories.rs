//! `cargo xtask train stories` and `cargo xtask common-words`: fits what tells whether two
//! articles are of one event, and says how well it groups articles of events it has not seen.

use crate::{
    logistic::{self, Example},
    steps::Failure,
};
use app::{
    evaluate::{
        clusters::BCubed,
        folder::{self, Gold},
    },
    files::Bounds,
};
use engine::stories::{FEATURES, Features, Model, clusters_by, common_words, compared_pairs};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use story::Article;

const CLUSTERS: &str = "../shared/eval/clusters";
const WEIGHTS: &str = "crates/engine/data/stories.json";
const COMMON_WORDS: &str = "crates/engine/data/common_words.tsv";
const RIDGE: f64 = 1.0;
/// Topics are dealt into this many parts; each is judged by weights fitted to the others.
const PARTS: usize = 5;
/// Steps of the thresholds that are tried, in log odds, and how many to both sides of nought.
const STEP: f64 = 0.25;
const STEPS: i32 = 12;

/// Articles with the event that each tells, and the part that its topic was dealt to.
struct Labelled {
    articles: Vec<Article>,
    events: Vec<String>,
    parts: Vec<usize>,
    pairs: Vec<(usize, usize, Features)>,
}

/// Fits the weights, prints how good they are on topics not seen, and stores them.
pub(crate) fn train() -> Result<(), Failure> {
    let whole = Labelled::read(Path::new(CLUSTERS)).map_err(failure)?;
    let piles = [whole.thinned(), whole];
    let models: Vec<Model> = (0..PARTS).map(|part| fit(&piles, |other| other != part)).collect();
    let model = fit(&piles, |_| true);
    for (pile, name) in piles.iter().zip(["thinned", "whole"]) {
        println!("{name} pile, {} articles", pile.articles.len());
        tell("unseen topics", pile, |part| &models[part]);
        tell("seen topics", pile, |_| &model);
    }
    let mut text = serde_json::to_string_pretty(&model).map_err(|error| failure(error.to_string()))?;
    text.push('\n');
    fs::write(WEIGHTS, text).map_err(|error| failure(format!("{WEIGHTS}: {error}")))
}

/// Prints how good the groups are that each part's model makes of it.
fn tell<'m>(what: &str, pile: &Labelled, model: impl Fn(usize) -> &'m Model) {
    let mut all = BCubed::default();
    for part in 0..PARTS {
        let judged = pile.within(|other| other == part);
        let (share, quality) =
            (judged.len() as f64 / pile.articles.len() as f64, b_cubed(pile, &pile.grouped(model(part)), &judged));
        all.precision += share * quality.precision;
        all.recall += share * quality.recall;
    }
    println!("  {what}: B-cubed P {:.3} R {:.3} F1 {:.4}", all.precision, all.recall, all.f1());
}

/// Counts the words of all `.txt` files in `folder`.
pub(crate) fn count_words(folder: &Path) -> Result<(), Failure> {
    let mut files = Vec::new();
    text_files(folder, &mut files).map_err(failure)?;
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    fs::write(COMMON_WORDS, common_words(&texts)).map_err(|error| failure(format!("{COMMON_WORDS}: {error}")))
}

fn failure(what: String) -> Failure {
    Failure::new(what, format!("Training needs the public articles of {CLUSTERS}, or a folder of texts to count."))
}

fn text_files(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            text_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    Ok(())
}

impl Labelled {
    fn read(folder: &Path) -> Result<Self, String> {
        let (articles, stories) = match folder::read(folder, &Bounds::default()) {
            Gold::Labelled(labelled) => (labelled.articles, labelled.stories),
            Gold::Stories { oddities, .. } => return Err(oddities.iter().map(ToString::to_string).collect()),
        };
        let events: Vec<String> =
            articles.iter().map(|article| stories[article.source.entry.saturating_sub(1)].clone()).collect();
        let topics: BTreeSet<&str> = events.iter().map(|event| topic(event)).collect();
        let dealt: BTreeMap<&str, usize> = topics.iter().enumerate().map(|(at, &topic)| (topic, at % PARTS)).collect();
        let parts = events.iter().map(|event| dealt[topic(event)]).collect();
        let pairs = compared_pairs(&articles);
        Ok(Self { articles, events, parts, pairs })
    }

    /// The same events as a user's library has them: half of them told once, the others by a few.
    fn thinned(&self) -> Self {
        let mut told: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (article, event) in self.events.iter().enumerate() {
            told.entry(event).or_default().push(article);
        }
        let count = |at: usize, all: usize| if (at / 2).is_multiple_of(2) { 1 } else { 2 + at % (all - 1).max(1) };
        let kept = told.values().enumerate().flat_map(|(at, all)| all.iter().take(count(at, all.len())));
        let kept: BTreeSet<usize> = kept.copied().collect();
        let articles: Vec<Article> = kept.iter().map(|&article| self.articles[article].clone()).collect();
        Self {
            pairs: compared_pairs(&articles),
            articles,
            events: kept.iter().map(|&article| self.events[article].clone()).collect(),
            parts: kept.iter().map(|&article| self.parts[article]).collect(),
        }
    }

    /// The articles of these parts.
    fn within(&self, parts: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.articles.len()).filter(|&article| parts(self.parts[article])).collect()
    }

    fn examples(&self, parts: impl Fn(usize) -> bool) -> impl Iterator<Item = Example<'_>> {
        let told = move |&&(a, b, _): &&(usize, usize, Features)| parts(self.parts[a]) && parts(self.parts[b]);
        self.pairs.iter().filter(told).map(|(a, b, features)| (&features[..], self.events[*a] == self.events[*b]))
    }

    /// The story that each article is put into.
    fn grouped(&self, model: &Model) -> Vec<usize> {
        let mut grouped = vec![0; self.articles.len()];
        for (story, members) in clusters_by(model, grouped.len(), &self.pairs).into_iter().enumerate() {
            members.into_iter().for_each(|member| grouped[member] = story);
        }
        grouped
    }
}

/// Fits weights and threshold to the articles of these parts.
fn fit(piles: &[Labelled], parts: impl Fn(usize) -> bool + Copy) -> Model {
    let examples: Vec<Example> = piles.iter().flat_map(|pile| pile.examples(parts)).collect();
    let fit = logistic::fit(&examples, RIDGE);
    let weight = |term: &logistic::Term| term.weight / term.deviation;
    let bias = fit.intercept - fit.terms.iter().map(|term| weight(term) * term.mean).sum::<f64>();
    let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
    let weights = FEATURES.iter().zip(&fit.terms).map(|(name, term)| ((*name).to_owned(), rounded(weight(term))));
    let origin = "cargo xtask train stories, on the events of ECB+, BASIL and NewsWCL50";
    let model = Model { origin: origin.to_owned(), threshold: 0.0, bias: rounded(bias), weights: weights.collect() };
    Model { threshold: best_threshold(piles, &model, parts), ..model }
}

/// The threshold in the middle of the best ones: the very best of a few articles is luck.
fn best_threshold(piles: &[Labelled], model: &Model, parts: impl Fn(usize) -> bool + Copy) -> f64 {
    let thresholds: Vec<f64> = (-STEPS..=STEPS).map(|step| f64::from(step) * STEP).collect();
    let quality = |pile: &Labelled, threshold: f64| {
        b_cubed(pile, &pile.grouped(&Model { threshold, ..model.clone() }), &pile.within(parts)).f1()
    };
    let qualities: Vec<f64> =
        thresholds.iter().map(|&threshold| piles.iter().map(|pile| quality(pile, threshold)).sum()).collect();
    let last = qualities.len() - 1;
    let smooth = |at: usize| {
        let near = |step: usize| qualities[(at + step).saturating_sub(2).min(last)];
        [1.0, 2.0, 3.0, 2.0, 1.0].iter().enumerate().map(|(step, share)| share * near(step)).sum::<f64>()
    };
    let best = (0..=last).max_by(|&a, &b| smooth(a).total_cmp(&smooth(b)));
    best.map_or(0.0, |best| thresholds[best])
}

/// Look-alike events share a topic: `ecb-20ecb` and `ecb-20ecbplus` are two of topic `ecb-20`.
fn topic(event: &str) -> &str {
    event.strip_suffix("ecbplus").or_else(|| event.strip_suffix("ecb")).unwrap_or(event)
}

/// Over the articles `judged`.
fn b_cubed(labelled: &Labelled, grouped: &[usize], judged: &[usize]) -> BCubed {
    BCubed::of(grouped, &labelled.events, judged.iter().copied())
}
