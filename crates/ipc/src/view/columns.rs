//! A table as it would be read.

use app::columns::{Field, Look};
use serde::Serialize;
use story::Article;
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnsView {
    pub columns: Vec<String>,
    /// The first rows; long cells are cut.
    pub rows: Vec<Vec<String>>,
    /// All that an article can have, in the order in which to ask.
    pub fields: Vec<FieldView>,
    /// The first article as it would be.
    pub first: Option<FirstView>,
    /// Why there is none.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldView {
    /// Such as `text`.
    pub name: String,
    /// Index of the column that is taken for it.
    pub column: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FirstView {
    pub outlet: String,
    pub title: String,
    pub byline: Option<String>,
    pub section: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub url: Option<String>,
    pub language: String,
    /// The first ones.
    pub paragraphs: Vec<String>,
}

impl ColumnsView {
    pub fn of(look: Look) -> Self {
        let field =
            |field: Field| FieldView { name: field.name().to_owned(), column: look.sample.taken.get(&field).copied() };
        Self {
            fields: Field::ALL.into_iter().map(field).collect(),
            columns: look.sample.columns,
            rows: look.sample.rows,
            problem: look.oddities.first().filter(|_| look.first.is_none()).map(|oddity| oddity.what.clone()),
            first: look.first.as_ref().map(FirstView::of),
        }
    }
}

impl FirstView {
    fn of(article: &Article) -> Self {
        Self {
            outlet: article.outlet.clone(),
            title: article.title.clone(),
            byline: article.byline.clone(),
            section: article.section.clone(),
            published: article.published.as_ref().map(ToString::to_string),
            modified: article.modified.as_ref().map(ToString::to_string),
            url: article.url.clone(),
            language: article.language.clone(),
            paragraphs: article.paragraphs().take(4).map(|(_, text)| text.to_owned()).collect(),
        }
    }
}
