//! `cargo xtask train stories` and `cargo xtask common-words`: fits what tells whether two
//! articles are of one event, and says how well it groups articles of events it has not seen.

use crate::{
    logistic::{self, Example},
    steps::Failure,
};
use app::evaluate::{clusters::BCubed, figures::f1};
use engine::stories::{FEATURES, Features, Model, Placed, common_words, compared_pairs, stories_by};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::ControlFlow,
    path::Path,
};
use story::{Article, Draft, Importer, Sha256, Source, Timestamp};

const CLUSTERS: &str = "../shared/eval/clusters";
const WEIGHTS: &str = "crates/engine/data/stories.json";
const COMMON_WORDS: &str = "crates/engine/data/common_words.tsv";
const RIDGE: f64 = 1.0;
/// Topics are dealt into this many parts; each is judged by weights fitted to the others.
const PARTS: usize = 5;

/// Articles with the event that each tells, and the part that its topic was dealt to.
struct Labelled {
    articles: Vec<Article>,
    events: Vec<String>,
    parts: Vec<usize>,
    pairs: Vec<(usize, usize, Features)>,
}

/// Fits the weights, prints how good they are on topics not seen, and stores them.
pub(crate) fn train() -> Result<(), Failure> {
    let labelled = Labelled::read(Path::new(CLUSTERS)).map_err(failure)?;
    let (mut precision, mut recall) = (0.0, 0.0);
    for part in 0..PARTS {
        let (seen, unseen) = labelled.parted(part);
        let model = labelled.fit(&seen);
        let (p, r) = b_cubed(&labelled, &labelled.grouped(&model), &unseen);
        println!("part {part}: {} articles, threshold {:.2}, P {p:.3} R {r:.3}", unseen.len(), model.threshold);
        precision += p * unseen.len() as f64 / labelled.articles.len() as f64;
        recall += r * unseen.len() as f64 / labelled.articles.len() as f64;
    }
    println!("unseen topics: B-cubed P {precision:.3} R {recall:.3} F1 {:.4}", f1(precision, recall));
    let model = labelled.fit(&labelled.all());
    let (p, r) = b_cubed(&labelled, &labelled.grouped(&model), &labelled.all());
    println!("seen topics:   B-cubed P {p:.3} R {r:.3} F1 {:.4}", f1(p, r));
    let mut text = serde_json::to_string_pretty(&model).map_err(|error| failure(error.to_string()))?;
    text.push('\n');
    fs::write(WEIGHTS, text).map_err(|error| failure(format!("{WEIGHTS}: {error}")))
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
        let rows = |name: &str| -> Result<Vec<Value>, String> {
            let path = folder.join(name);
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            text.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect()
        };
        let articles: Vec<Article> =
            rows("articles.jsonl")?.iter().enumerate().map(|(line, row)| article(row, line)).collect();
        let label = |row: &Value| row["story"].as_str().unwrap_or_default().to_owned();
        let events: Vec<String> = rows("labels.jsonl")?.iter().map(label).collect();
        let topics: BTreeSet<&str> = events.iter().map(|event| topic(event)).collect();
        let dealt: BTreeMap<&str, usize> = topics.iter().enumerate().map(|(at, &topic)| (topic, at % PARTS)).collect();
        let parts = events.iter().map(|event| dealt[topic(event)]).collect();
        let pairs = compared_pairs(&articles);
        Ok(Self { articles, events, parts, pairs })
    }

    fn all(&self) -> Vec<usize> {
        (0..self.articles.len()).collect()
    }

    /// The articles outside of `part`, and those in it.
    fn parted(&self, part: usize) -> (Vec<usize>, Vec<usize>) {
        self.all().into_iter().partition(|&article| self.parts[article] != part)
    }

    /// Fits weights and threshold to the articles `seen`.
    fn fit(&self, seen: &[usize]) -> Model {
        let of_seen: BTreeSet<usize> = seen.iter().copied().collect();
        let examples: Vec<Example> = self
            .pairs
            .iter()
            .filter(|(a, b, _)| of_seen.contains(a) && of_seen.contains(b))
            .map(|(a, b, features)| (&features[..], self.events[*a] == self.events[*b]))
            .collect();
        let fit = logistic::fit(&examples, RIDGE);
        let weight = |term: &logistic::Term| term.weight / term.deviation;
        let bias = fit.intercept - fit.terms.iter().map(|term| weight(term) * term.mean).sum::<f64>();
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        let weights = FEATURES.iter().zip(&fit.terms).map(|(name, term)| ((*name).to_owned(), rounded(weight(term))));
        let origin = "cargo xtask train stories, on the events of ECB+, BASIL and NewsWCL50";
        let mut model =
            Model { origin: origin.to_owned(), threshold: 0.0, bias: rounded(bias), weights: weights.collect() };
        let quality = |threshold: f64| {
            let (p, r) = b_cubed(self, &self.grouped(&Model { threshold, ..model.clone() }), seen);
            f1(p, r)
        };
        let thresholds = (-10..=6).map(|step| f64::from(step) * 0.25);
        let best = thresholds.map(|threshold| (quality(threshold), threshold)).max_by(|a, b| a.0.total_cmp(&b.0));
        model.threshold = best.map_or(0.0, |(_, threshold)| threshold);
        model
    }

    /// The story that each article is put into.
    fn grouped(&self, model: &Model) -> Vec<usize> {
        let placed = Placed::default();
        let stories = stories_by(model, &self.articles, &placed, &|_| ControlFlow::Continue(())).unwrap_or_default();
        let place = |id| stories.iter().position(|story| story.articles.contains(id)).unwrap_or(usize::MAX);
        self.articles.iter().map(|article| place(&article.id)).collect()
    }
}

fn article(row: &Value, line: usize) -> Article {
    let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let draft = Draft {
        outlet: Some(text("outlet")),
        title: text("title"),
        published: Timestamp::parse(&text("published")),
        url: Some(text("url")).filter(|url| !url.is_empty()),
        language: Some("en".to_owned()),
        paragraphs: text("body").split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect(),
        ..Draft::default()
    };
    let source = Source { path: "articles.jsonl".to_owned(), entry: line + 1 };
    Article::from_draft(draft, "", Sha256::of(b""), source, Importer { name: "table".to_owned(), version: 1 })
}

/// Look-alike events share a topic: `ecb-20ecb` and `ecb-20ecbplus` are two of topic `ecb-20`.
fn topic(event: &str) -> &str {
    event.strip_suffix("ecbplus").or_else(|| event.strip_suffix("ecb")).unwrap_or(event)
}

/// B-cubed precision and recall (Bagga and Baldwin 1998) over the articles `judged`.
fn b_cubed(labelled: &Labelled, grouped: &[usize], judged: &[usize]) -> (f64, f64) {
    let quality = BCubed::of(grouped, &labelled.events, judged.iter().copied());
    (quality.precision, quality.recall)
}
