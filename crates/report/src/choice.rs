//! What a report is to hold, and in which form.

use crate::synopsis::Filter;
use serde::Serialize;

/// What a report is to hold, and in which form.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub filter: Filter,
    /// Whether the user's notes are told.
    pub notes: bool,
    pub texts: Texts,
    /// Whether outlets are told by letters, without their bylines, addresses and files.
    pub anonymous: bool,
    pub page: PageSize,
    /// Of everything that is not text of others.
    pub language: Language,
    pub cover: Option<Cover>,
}

/// How much of the articles' own text is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// The paragraphs in which evidence stands: what a quotation may be of a text under somebody's rights.
    Evidence,
    Whole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PageSize {
    A4,
    Letter,
}

/// The languages in which a report can be framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    French,
    Spanish,
}

/// The title page: who made the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    pub author: String,
    pub affiliation: String,
    /// As the author writes it; a report states no other clock.
    pub date: String,
}

impl Choice {
    /// Everything that the filter shows, with notes, in English, on A4.
    pub fn of(filter: Filter) -> Self {
        let (texts, page, language) = (Texts::Evidence, PageSize::A4, Language::English);
        Self { filter, notes: true, texts, anonymous: false, page, language, cover: None }
    }
}

impl PageSize {
    pub const ALL: [PageSize; 2] = [PageSize::A4, PageSize::Letter];

    pub fn name(self) -> &'static str {
        match self {
            PageSize::A4 => "a4",
            PageSize::Letter => "letter",
        }
    }
}

impl Language {
    pub const ALL: [Language; 4] = [Language::English, Language::German, Language::French, Language::Spanish];

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
            Language::French => "fr",
            Language::Spanish => "es",
        }
    }
}
