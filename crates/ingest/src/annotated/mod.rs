//! Reads stories that people have annotated: articles, their sentences, and which of these report
//! the same claim and diverge. docs/annotating.md tells how such files are written.
//!
//! - [`read`] reads one story, [`read_labelled`] articles with the story that each belongs to,
//! - [`places`] finds the sentences that words of an article cover,
//! - [`gold`] reads and checks what was annotated.

mod gold;
mod labelled;
mod places;

pub use gold::{Annotation, Group};
pub use labelled::{Labelled, read_labelled};
pub use places::{Account, words};

use crate::{Bounds, encoding};
use serde_json::Value;
use std::collections::BTreeMap;
use story::{Article, Oddity, Remedy};

/// A file's name as errors tell it, and all of its bytes.
#[derive(Debug, Clone)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A sentence of an annotated story: which account, and its 0-based place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sentence {
    pub account: usize,
    pub place: usize,
}

/// One annotated story.
#[derive(Debug)]
pub struct Annotated {
    /// As the program reads them, in the order of the file.
    pub articles: Vec<Article>,
    /// What the annotators had before them, one an outlet.
    pub accounts: Vec<Account>,
    pub groups: Vec<Group>,
    pub divergences: Vec<Annotation>,
    /// What was odd about the files and kept nothing out.
    pub oddities: Vec<Oddity>,
}

/// Reads one story of its three files: `articles.jsonl`, `sentences.json` and `gold.json`.
///
/// # Errors
/// What is wrong with which file, and what to do about it.
pub fn read(articles: &File, sentences: &File, gold: &File, bounds: &Bounds) -> Result<Annotated, Oddity> {
    let told = bodies(articles)?;
    let listed: BTreeMap<String, Vec<String>> =
        parsed(sentences, "an object of outlets, each with a list of sentences")?;
    if let Some(outlet) = listed.keys().find(|outlet| told.iter().all(|(known, _)| known != *outlet)) {
        let what = format!("It lists sentences of “{outlet}”, of which {} holds no article.", articles.name);
        return Err(wrong(sentences, what, "Write the outlet the same in both files."));
    }
    let sentences_of = |outlet: &str| listed.get(outlet).map(Vec::as_slice).unwrap_or_default();
    let accounts: Vec<Account> =
        told.iter().map(|(outlet, body)| Account::of(outlet, body, sentences_of(outlet))).collect();
    let (groups, divergences) = gold::read(gold, &accounts)?;
    let imported = crate::read(&articles.name, &articles.bytes, bounds);
    let mut oddities = imported.oddities;
    oddities.extend(accounts.iter().filter_map(|account| unfound(sentences, account)));
    Ok(Annotated { articles: imported.articles, accounts, groups, divergences, oddities })
}

impl Annotated {
    /// The sentences that words of an outlet's article cover, by half of either. `start` counts
    /// characters and tells which it is where the article says the same words more than once.
    pub fn locate(&self, outlet: &str, text: &str, start: usize) -> Vec<Sentence> {
        let Some(account) = self.accounts.iter().position(|account| account.outlet == outlet) else {
            return Vec::new();
        };
        self.accounts[account].covered(text, start).into_iter().map(|place| Sentence { account, place }).collect()
    }

    /// The sentence as gold.json names it.
    pub fn name(&self, sentence: Sentence) -> String {
        format!("{}:{}", self.accounts[sentence.account].outlet, sentence.place)
    }

    pub fn text(&self, sentence: Sentence) -> &str {
        &self.accounts[sentence.account].sentences[sentence.place]
    }
}

/// Outlet and body of every line.
fn bodies(articles: &File) -> Result<Vec<(String, String)>, Oddity> {
    let mut told: Vec<(String, String)> = Vec::new();
    for (line, text) in text(articles)?.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let broken = |what: String| wrong(articles, what, "Write one article a line, as JSON.").at(line + 1);
        let value: Value =
            serde_json::from_str(text).map_err(|error| broken(format!("The line is no JSON ({error}).")))?;
        let field = |name: &str| match value[name].as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(broken(format!("The article has no “{name}”."))),
        };
        let (outlet, body) = (field("outlet")?, field("body")?);
        if told.iter().any(|(known, _)| *known == outlet) {
            let what = format!("It is the second article of “{outlet}”, and sentences are named by their outlet.");
            return Err(wrong(articles, what, "Name the outlet of each article differently.").at(line + 1));
        }
        told.push((outlet, body));
    }
    Ok(told)
}

/// A doubt about the sentences of an account that do not stand in its article.
fn unfound(sentences: &File, account: &Account) -> Option<Oddity> {
    let unfound = account.unfound();
    let first = account.sentences.get(*unfound.first()?)?;
    let what = format!(
        "{} of the {} sentences of “{}” do not stand in its article; the first is “{first}”.",
        unfound.len(),
        account.sentences.len(),
        account.outlet
    );
    Some(Oddity::about(&sentences.name, Remedy::Check, what, "Copy them from the body exactly as they are."))
}

fn text(file: &File) -> Result<String, Oddity> {
    let decoded = encoding::decode(&file.bytes, None);
    decoded.map(|decoded| decoded.text).ok_or_else(|| wrong(file, "The file is no text.", "Save it as UTF-8 text."))
}

fn parsed<T: serde::de::DeserializeOwned>(file: &File, wanted: &str) -> Result<T, Oddity> {
    let text = text(file)?;
    serde_json::from_str(&text)
        .map_err(|error| wrong(file, format!("The file is not as expected ({error})."), format!("It holds {wanted}.")))
}

fn wrong(file: &File, what: impl Into<String>, advice: impl Into<String>) -> Oddity {
    Oddity::about(&file.name, Remedy::Convert, what, advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const ARTICLES: &str = concat!(
        r#"{"outlet": "Post", "body": "A ferry sank. Two died."}"#,
        "\n",
        r#"{"outlet": "Wire", "body": "The ferry sank on Sunday."}"#,
        "\n"
    );
    pub(super) const SENTENCES: &str =
        r#"{"Post": ["A ferry sank.", "Two died."], "Wire": ["The ferry sank on Sunday."]}"#;
    pub(super) const GOLD: &str = r#"{"groups": [{"id": "g1", "members": ["Post:0", "Wire:0"]}]}"#;

    pub(super) fn story(articles: &str, sentences: &str, gold: &str) -> Result<Annotated, Oddity> {
        let file = |name: &str, text: &str| File { name: name.into(), bytes: text.into() };
        let [articles, sentences, gold] =
            [file("articles.jsonl", articles), file("sentences.json", sentences), file("gold.json", gold)];
        read(&articles, &sentences, &gold, &Bounds::default())
    }

    /// The error names `file` and says `what`.
    fn check_wrong(articles: &str, sentences: &str, gold: &str, file: &str, what: &str) {
        let told = story(articles, sentences, gold).expect_err(what).to_string();
        assert!(told.starts_with(file) && told.contains(what), "{told}");
    }

    #[test]
    fn a_story_is_articles_sentences_and_groups() {
        let story = story(ARTICLES, SENTENCES, GOLD).expect("it is sound");
        assert_eq!((story.articles.len(), story.accounts.len(), story.groups.len()), (2, 2, 1));
        let member = Sentence { account: 1, place: 0 };
        assert!(story.groups[0].members.contains(&member));
        assert_eq!((story.name(member).as_str(), story.text(member)), ("Wire:0", "The ferry sank on Sunday."));
    }

    #[test]
    fn a_sentence_that_its_article_does_not_hold_is_told() {
        let story = story(ARTICLES, r#"{"Post": ["A boat sank."], "Wire": ["The ferry sank on Sunday."]}"#, GOLD);
        let oddities = story.expect("it can be used").oddities;
        assert!(oddities.iter().any(|o| !o.is_failure() && o.what.contains("“A boat sank.”")), "{oddities:?}");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_file() {
        check_wrong("{", SENTENCES, GOLD, "articles.jsonl (entry 1)", "no JSON");
        check_wrong(r#"{"outlet": "Post"}"#, SENTENCES, GOLD, "articles.jsonl (entry 1)", "no “body”");
        check_wrong(
            &ARTICLES.replace("Wire", "Post"),
            SENTENCES,
            GOLD,
            "articles.jsonl (entry 2)",
            "second article of “Post”",
        );
        check_wrong(ARTICLES, "[]", GOLD, "sentences.json", "a list of sentences");
        check_wrong(ARTICLES, r#"{"Echo": []}"#, GOLD, "sentences.json", "“Echo”");
        check_wrong(ARTICLES, SENTENCES, "{", "gold.json", "not as expected");
        check_wrong(ARTICLES, SENTENCES, "\u{0}\u{1}\u{2}", "gold.json", "");
    }
}
