//! A group of one-sentence accounts, for the tests of the kinds.

use super::{
    Finding, Findings, FoundReading, Judge, Model,
    scene::{Scene, Told},
};
use crate::{
    Ruled, Settings,
    align::{self, Group},
    facets::{self, test_text::article},
    text::{StoryText, Text},
};
use story::Article;

/// What `judge` finds between these accounts, one sentence an outlet (`A`, `B`, …): a line a
/// divergence, `value “evidence”` of each reading, parted by ` | `.
pub(crate) fn found(judge: &Judge, accounts: &[&str]) -> Vec<String> {
    let accounts: Vec<(&str, &str)> = accounts.iter().map(|&text| ("", text)).collect();
    compared(Model::shipped(), judge, &accounts, |story, found| {
        let tell = |reading: &FoundReading| {
            let (claim, span) = reading.evidence[0];
            format!("{} “{}”", reading.value, span.of(&story.article_of(claim).body))
        };
        found
            .divergences
            .iter()
            .map(|finding| finding.readings.iter().map(tell).collect::<Vec<_>>().join(" | "))
            .collect()
    })
}

/// What `judge` finds between accounts that begin with their time of publication, if any, in
/// brackets: `conflict: value A, C | value B` for a divergence, `same: …` for a look-alike.
pub(crate) fn told(judge: &Judge, accounts: &[&str]) -> Vec<String> {
    told_by(Model::shipped(), judge, accounts)
}

/// The same by other weights.
pub(crate) fn told_by<'a>(model: &Model, judge: &Judge, accounts: &[&'a str]) -> Vec<String> {
    let parted = |text: &&'a str| text.strip_prefix('[').and_then(|text| text.split_once("] ")).unwrap_or(("", *text));
    let accounts: Vec<(&str, &str)> = accounts.iter().map(parted).collect();
    compared(model, judge, &accounts, |story, found| {
        let tell = |reading: &FoundReading| {
            let outlets: Vec<&str> = reading.evidence.iter().map(|&(claim, _)| story.outlet_of(claim)).collect();
            format!("{} {}", reading.value, outlets.join(", "))
        };
        let readings = |finding: &Finding| finding.readings.iter().map(tell).collect::<Vec<_>>().join(" | ");
        let divergences =
            found.divergences.iter().map(|finding| format!("{}: {}", finding.relation, readings(finding)));
        divergences.chain(found.look_alikes.iter().map(|finding| format!("same: {}", readings(finding)))).collect()
    })
}

/// Makes one group of accounts, time and sentence each, and tells what `judge` finds in it.
fn compared(
    model: &Model,
    judge: &Judge,
    accounts: &[(&str, &str)],
    tell: impl Fn(&StoryText, &Findings) -> Vec<String>,
) -> Vec<String> {
    let articles: Vec<Article> = accounts
        .iter()
        .zip('A'..)
        .map(|((published, text), outlet)| {
            let published = story::Timestamp::parse(published);
            Article { published, ..article(&outlet.to_string(), text) }
        })
        .collect();
    let texts: Vec<Text> = articles.iter().enumerate().map(|(index, article)| Text::of(index, article)).collect();
    let facets = texts.iter().map(facets::find).collect();
    let story = StoryText::new(texts, facets);
    let claims: Vec<_> = story.indices().collect();
    let pairs = claims.iter().flat_map(|&a| claims.iter().map(move |&b| (a, b)));
    let links = pairs
        .filter(|&(a, b)| a < b && story.claim(a).article != story.claim(b).article)
        .map(|(a, b)| (a, b, 1.0))
        .collect();
    let group = Group { claims, links };
    // One row whatever it finds, weighed by what it finds.
    let alignment = align::align(&story, align::Model::shipped(), &Settings::default(), &Ruled::default(), &|| Ok(()))
        .expect("nobody cancels");
    let scene = Scene { story: &story, alignment: &alignment, group: &group, told: &Told::of(&story) };
    tell(&story, &judge.findings(scene, model, &Settings::default()))
}
