//! Articles and the stories they tell.

use crate::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::Digest;
use std::fmt;

/// Names an article by its content: the same outlet, title, date, URL and body always give the
/// same id, wherever the article stood in the input. 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(pub String);

/// Names a story. 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoryId(pub String);

/// The SHA-256 of a file's bytes as 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sha256(pub String);

/// Where an article came from on the user's disk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// The file's name as given.
    pub path: String,
    /// The 1-based line or member of a container file; 1 for a file that is one article.
    pub entry: usize,
    /// The member's name, where the file is an archive, a mail or another file of files; of one inside another, both
    /// names with a slash between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
}

/// Which reader made an article out of a file, and its version: when a reader gets better, the
/// library knows which articles to read again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Importer {
    pub name: String,
    pub version: u32,
}

/// One outlet's version of a story, as published at one time.
///
/// `body` is plain text, paragraphs parted by one empty line (`"\n\n"`), without the title unless
/// the publisher repeats it there. All spans count bytes of `body`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: ArticleId,
    /// Who published. Never empty: the file's name where nothing better is known.
    pub outlet: String,
    /// The headline; empty if there is none.
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The part of the paper or site in which it stood, as the publisher or a database names it: `World`, `News; A4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// ISO 639-1 code of the body's language, or `und`.
    pub language: String,
    pub body: String,
    /// Hash of the bytes of the file that the article was read from.
    pub sha256: Sha256,
    pub source: Source,
    pub importer: Importer,
}

/// What a reader found in a file, before it becomes an [`Article`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub outlet: Option<String>,
    pub title: String,
    pub byline: Option<String>,
    pub section: Option<String>,
    pub published: Option<Timestamp>,
    pub modified: Option<Timestamp>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// Plain text each, in order, without empty ones.
    pub paragraphs: Vec<String>,
}

impl Article {
    /// Makes an article of a draft. An outlet that the draft lacks is `fallback_outlet`.
    pub fn from_draft(draft: Draft, fallback_outlet: &str, sha256: Sha256, source: Source, importer: Importer) -> Self {
        let outlet =
            draft.outlet.filter(|outlet| !outlet.trim().is_empty()).unwrap_or_else(|| fallback_outlet.to_owned());
        let body = draft.paragraphs.join("\n\n");
        let mut article = Self {
            id: ArticleId(String::new()),
            outlet,
            title: draft.title,
            byline: draft.byline,
            section: draft.section.filter(|section| !section.trim().is_empty()),
            published: draft.published,
            modified: draft.modified,
            url: draft.url,
            language: draft.language.unwrap_or_else(|| "und".into()),
            body,
            sha256,
            source,
            importer,
        };
        article.id = ArticleId::of(&article);
        article
    }

    /// The paragraphs of the body with the byte at which each begins.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &str)> {
        let base = self.body.as_ptr() as usize;
        self.body.split("\n\n").map(move |paragraph| (paragraph.as_ptr() as usize - base, paragraph))
    }
}

impl ArticleId {
    /// The id that the article's content gives, whatever its `id` says.
    pub fn of(article: &Article) -> Self {
        let published = article.published.as_ref().map_or("", Timestamp::as_str);
        let url = article.url.as_deref().unwrap_or("");
        Self(digest(&[&article.outlet, &article.title, published, url, &article.body]))
    }
}

impl Sha256 {
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&sha2::Sha256::digest(bytes)))
    }
}

/// Articles about one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    pub id: StoryId,
    pub title: String,
    /// In order of publication, then outlet, then id.
    pub articles: Vec<ArticleId>,
}

impl StoryId {
    /// The id of the story that these articles make, whatever their order.
    pub fn of<'a>(articles: impl IntoIterator<Item = &'a ArticleId>) -> Self {
        let mut ids: Vec<&str> = articles.into_iter().map(|id| id.0.as_str()).collect();
        ids.sort_unstable();
        Self(digest(&ids))
    }
}

/// 16 hexadecimal digits that stand for these parts, in this order.
pub(crate) fn digest(parts: &[&str]) -> String {
    let mut hasher = sha2::Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut digits = hex(&hasher.finalize());
    digits.truncate(16);
    digits
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

macro_rules! display_id {
    ($($id:ty),*) => {$(
        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
display_id!(ArticleId, StoryId, Sha256);

#[cfg(test)]
mod tests {
    use super::*;

    fn article(body: &[&str]) -> Article {
        let draft = Draft { paragraphs: body.iter().map(|&p| p.to_owned()).collect(), ..Draft::default() };
        let source = Source { path: "a.txt".into(), entry: 1, member: None };
        Article::from_draft(draft, "a", Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
    }

    #[test]
    fn paragraphs_know_where_they_begin() {
        let article = article(&["First.", "Žhář.", "Last."]);
        for (start, paragraph) in article.paragraphs() {
            assert_eq!(&article.body[start..start + paragraph.len()], paragraph);
        }
        assert_eq!(article.paragraphs().count(), 3);
    }

    #[test]
    fn an_id_depends_on_content_alone() {
        let mut moved = article(&["Same."]);
        moved.source.entry = 9;
        assert_eq!(article(&["Same."]).id, moved.id);
        assert_ne!(article(&["Same."]).id, article(&["Other."]).id);
    }

    #[test]
    fn parts_of_an_id_do_not_run_into_each_other() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
    }
}
