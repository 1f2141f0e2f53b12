//! A group of one-sentence accounts, for the tests of the kinds.

use super::Findings;
use crate::{
    align::Group,
    facets::{self, test_text::article},
    text::{StoryText, Text},
};
use story::Article;

/// What `compare` finds between these accounts, one sentence an outlet (`A`, `B`, …): a line a
/// divergence, `value “evidence”` of each reading, parted by ` | `.
pub(crate) fn found(compare: fn(&StoryText, &Group) -> Findings, accounts: &[&str]) -> Vec<String> {
    let articles: Vec<Article> =
        accounts.iter().zip('A'..).map(|(text, outlet)| article(&outlet.to_string(), text)).collect();
    let texts: Vec<Text> = articles.iter().enumerate().map(|(index, article)| Text::of(index, article)).collect();
    let facets = texts.iter().map(facets::find).collect();
    let story = StoryText::new(texts, facets);
    let claims: Vec<_> = story.indices().collect();
    let pairs = claims.iter().flat_map(|&a| claims.iter().map(move |&b| (a, b)));
    let links = pairs
        .filter(|&(a, b)| a < b && story.claim(a).article != story.claim(b).article)
        .map(|(a, b)| (a, b, 1.0))
        .collect();
    let findings = compare(&story, &Group { claims, links });
    let tell = |reading: &super::FoundReading| {
        let (claim, span) = reading.evidence[0];
        format!("{} “{}”", reading.value, span.of(&story.article_of(claim).body))
    };
    let shown =
        findings.divergences.iter().filter(|finding| finding.score >= crate::Settings::default().divergence_threshold);
    shown.map(|finding| finding.readings.iter().map(tell).collect::<Vec<_>>().join(" | ")).collect()
}
