//! Reads articles with the story that each belongs to.

use super::{File, text, wrong};
use crate::Bounds;
use serde::Deserialize;
use story::{Article, Oddity};

/// Articles of many stories.
#[derive(Debug)]
pub struct Labelled {
    /// Each knows by its entry which line it is from.
    pub articles: Vec<Article>,
    /// By line of the articles, from the first: the story that it belongs to.
    pub stories: Vec<String>,
    /// What was odd about the articles.
    pub oddities: Vec<Oddity>,
}

#[derive(Deserialize)]
struct Label {
    story: String,
}

/// Reads `articles.jsonl`, and `labels.jsonl` that has a line for each of its lines.
///
/// # Errors
/// What is wrong with which file, and what to do about it.
pub fn read_labelled(articles: &File, labels: &File, bounds: &Bounds) -> Result<Labelled, Oddity> {
    let wanted = "Write one {\"story\": \"NAME\"} a line, a line for every line of articles.jsonl.";
    let label = |(line, text): (usize, &str)| match serde_json::from_str::<Label>(text) {
        Ok(label) => Ok(label.story),
        Err(error) => Err(wrong(labels, format!("The line names no story ({error})."), wanted).at(line + 1)),
    };
    let stories = text(labels)?.trim_end().lines().enumerate().map(label).collect::<Result<Vec<_>, _>>()?;
    let lines = text(articles)?.trim_end().lines().count();
    if stories.len() != lines {
        let what = format!("It has {} lines, and {} has {lines}.", stories.len(), articles.name);
        return Err(wrong(labels, what, wanted));
    }
    let imported = crate::read(&articles.name, &articles.bytes, bounds);
    Ok(Labelled { articles: imported.articles, stories, oddities: imported.oddities })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(articles: &str, labels: &str) -> Result<Labelled, Oddity> {
        let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
        read_labelled(&file("articles.jsonl", articles), &file("labels.jsonl", labels), &Bounds::default())
    }

    const ARTICLES: &str =
        "{\"outlet\": \"Post\", \"body\": \"A ferry sank.\"}\n{\"outlet\": \"Wire\", \"body\": \"Rates rose.\"}\n";

    #[test]
    fn a_label_belongs_to_the_article_of_its_line() {
        let labelled = labelled(ARTICLES, "{\"story\": \"ferry\"}\n{\"story\": \"bank\"}\n").expect("it is sound");
        assert_eq!(labelled.stories, ["ferry", "bank"]);
        assert_eq!(labelled.articles.iter().map(|article| article.source.entry).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let told = |labels: &str| labelled(ARTICLES, labels).expect_err(labels).to_string();
        assert!(told("{\"story\": \"ferry\"}").contains("labels.jsonl: It has 1 lines, and articles.jsonl has 2."));
        assert!(told("{\"story\": \"ferry\"}\n{}").starts_with("labels.jsonl (entry 2): The line names no story"));
    }
}
