//! Reads the gold stories and lays their sentences over the engine's claims.

use engine::training::Lesson;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use story::{Article, Draft, Importer, Sha256, Source, Span};

/// A sentence of the gold: the article by index, and the sentence's 0-based place in it.
pub(crate) type Sentence = (usize, usize);

/// One annotated story.
pub(crate) struct Story {
    pub(crate) articles: Vec<Article>,
    /// Where the gold sentences stand, by the bytes of their article's body; what is not found is left out.
    pub(crate) sentences: BTreeMap<Sentence, Span>,
    /// Pairs of sentences of two outlets that stand in one gold group, the smaller first.
    pub(crate) pairs: BTreeSet<(Sentence, Sentence)>,
}

/// Every story under `folder`, by name.
pub(crate) fn stories(folder: &Path) -> Result<Vec<Story>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut folders: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders.iter().filter(|folder| folder.join("gold.json").exists()).map(|folder| story(folder)).collect()
}

impl Story {
    /// The gold sentences that each claim covers by half of either.
    pub(crate) fn locate(&self, lesson: &Lesson) -> Vec<Vec<Sentence>> {
        lesson.claims.iter().map(|&(article, span)| self.covered(article, span)).collect()
    }

    fn covered(&self, article: usize, claim: Span) -> Vec<Sentence> {
        self.sentences
            .range((article, 0)..(article + 1, 0))
            .filter(|(_, sentence)| {
                let common = claim.end.min(sentence.end).saturating_sub(claim.start.max(sentence.start));
                common > 0 && (2 * common >= sentence.len() || 2 * common >= claim.len())
            })
            .map(|(&id, _)| id)
            .collect()
    }
}

/// The pairs of sentences of two outlets within `members`, the smaller first.
pub(crate) fn pairs_within(members: &BTreeSet<Sentence>) -> impl Iterator<Item = (Sentence, Sentence)> {
    members.iter().flat_map(move |&a| members.range(a..).filter(move |b| a.0 != b.0).map(move |&b| (a, b)))
}

fn story(folder: &Path) -> Result<Story, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
    };
    let parsed = |text: &str| serde_json::from_str(text).map_err(|error| format!("{}: {error}", folder.display()));
    let articles: Vec<Article> = read("articles.jsonl")?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| parsed(line).map(|value: Value| article(&value)))
        .collect::<Result<_, String>>()?;
    let (listed, gold): (Value, Value) = (parsed(&read("sentences.json")?)?, parsed(&read("gold.json")?)?);
    let sentences = articles
        .iter()
        .enumerate()
        .flat_map(|(index, article)| {
            let spans = located(&texts(&listed[&article.outlet]), &article.body);
            spans.into_iter().enumerate().filter_map(move |(place, span)| Some(((index, place), span?)))
        })
        .collect();
    let outlets: Vec<&str> = articles.iter().map(|article| article.outlet.as_str()).collect();
    let groups = gold["groups"].as_array().into_iter().flatten();
    let pairs = groups
        .flat_map(|group| {
            let members = texts(&group["members"]).iter().filter_map(|member| sentence_of(member, &outlets)).collect();
            pairs_within(&members).collect::<Vec<_>>()
        })
        .collect();
    Ok(Story { articles, sentences, pairs })
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn sentence_of(member: &str, outlets: &[&str]) -> Option<Sentence> {
    let (outlet, place) = member.rsplit_once(':')?;
    Some((outlets.iter().position(|&known| known == outlet)?, place.parse().ok()?))
}

/// Finds each sentence in `body`, after the one before it where possible.
fn located(sentences: &[&str], body: &str) -> Vec<Option<Span>> {
    let mut from = 0;
    sentences
        .iter()
        .map(|sentence| {
            let start = body[from..].find(sentence).map(|at| from + at).or_else(|| body.find(sentence))?;
            from = start + sentence.len();
            Some(Span::new(start, from))
        })
        .collect()
}

fn article(value: &Value) -> Article {
    let text = |key: &str| value[key].as_str().unwrap_or_default();
    let draft = Draft {
        outlet: Some(text("outlet").to_owned()),
        title: text("title").to_owned(),
        published: story::Timestamp::parse(text("published")),
        language: Some("en".into()),
        paragraphs: text("body").split("\n\n").map(str::to_owned).collect(),
        ..Draft::default()
    };
    let source = Source { path: "articles.jsonl".into(), entry: 1 };
    Article::from_draft(draft, "unknown", Sha256::of(b""), source, Importer { name: "gold".into(), version: 1 })
}
