//! One-sentence accounts of one thing, for the tests of what stands across the groups of a story.

use crate::{
    align::Group,
    facets::{self, test_text::article},
    series, text,
    text::{StoryText, Text},
    utterances, voices,
};
use story::{Article, Chain, Dating, Series, Timestamp, Utterance, Voice};

/// What stands across the groups of a story.
pub(crate) struct Found {
    pub(crate) series: Vec<Series>,
    pub(crate) datings: Vec<Dating>,
    pub(crate) utterances: Vec<Utterance>,
    pub(crate) voices: Vec<Voice>,
    pub(crate) chains: Vec<Chain>,
    pub(crate) own_voice: Vec<usize>,
}

/// What is found in one group of all claims of these accounts, an outlet each (`A`, `B`, …); one may begin with its
/// time of publication in brackets.
pub(crate) fn found(accounts: &[&str]) -> Found {
    let articles: Vec<Article> = accounts
        .iter()
        .zip('A'..)
        .map(|(text, outlet)| {
            let parted = text.strip_prefix('[').and_then(|text| text.split_once("] "));
            let (published, body) = parted.unwrap_or(("", text));
            Article { published: Timestamp::parse(published), ..article(&outlet.to_string(), body) }
        })
        .collect();
    let texts: Vec<Text> = articles.iter().enumerate().map(|(index, article)| Text::of(index, article)).collect();
    let facets = texts.iter().map(facets::find).collect();
    let story = StoryText::new(texts, facets);
    let claims: Vec<text::ClaimIx> = story.indices().collect();
    let groups = [Group { claims, links: Vec::new() }];
    let (series, datings) = series::find(&story, &groups);
    let (voices, chains) = voices::find(&story);
    let utterances = utterances::find(&story, &groups);
    Found { series, datings, utterances, voices, chains, own_voice: voices::own(&story) }
}
