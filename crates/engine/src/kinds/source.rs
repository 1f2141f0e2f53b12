//! Who vouches for the claim: a named source, an unnamed one, or the outlet itself.

use super::{
    FoundReading, Judge,
    rivals::{Mention, Rivals, Verdict},
    scene::{Scene, nothing_in},
};
use crate::{
    facets::attributions::{Attribution, Speaker},
    text::{ClaimIx, StoryText, Word},
};
use std::collections::BTreeSet;
use story::{Kind, Relation, Span};

/// What is shown for a claim that no source is named for.
const OWN_VOICE: &str = "own voice";

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Source,
    measured: &["own_voice", "named", "unnamed", "carried", "vouched_more", "vouched_less", "content_told"],
    rivals,
    why,
};

/// Who vouches for a claim of the group: a source, or nobody but the outlet.
struct Voice<'s> {
    claim: ClaimIx,
    attribution: Option<&'s Attribution>,
    /// Share of the words shared with other articles that the source vouches for.
    vouched: f64,
}

fn rivals(scene: &Scene) -> Rivals {
    let mut voices: Vec<Voice> = scene.group.claims.iter().filter_map(|&claim| vouching(scene, claim)).collect();
    drop_restatements(scene.story, &mut voices);
    let mentions = voices.iter().map(|voice| mention(scene, voice)).collect();
    Rivals::among(mentions, |a, b| {
        let (x, y) = (&voices[a], &voices[b]);
        let verdict = match (x.attribution, y.attribution) {
            (None, None) => Verdict::Same,
            (Some(one), Some(other)) if one.speaker.same(&other.speaker) => Verdict::Same,
            _ => Verdict::Differ(Relation::Differs),
        };
        Some((verdict, measured(scene, x, y)))
    })
}

fn mention(scene: &Scene, voice: &Voice) -> Mention {
    let at = match voice.attribution {
        None => (voice.claim, nothing_in(scene.story, voice.claim)),
        Some(found) => (ClaimIx(voice.claim.0.saturating_add_signed(found.carried)), found.span),
    };
    Mention { claim: voice.claim, at, value: voice.attribution.map_or(OWN_VOICE.to_owned(), shown) }
}

fn measured(scene: &Scene, x: &Voice, y: &Voice) -> Vec<f64> {
    let count = |is: &dyn Fn(&Voice) -> bool| f64::from(u8::from(is(x)) + u8::from(is(y)));
    let named = |voice: &Voice| voice.attribution.map(|found| found.speaker.is_named());
    let told = |one: &Voice, other: &Voice| {
        let content = one.attribution.map_or(&[][..], |found| &found.content);
        let told = content.iter().map(|&span| scene.told_in((one.claim, span), other.claim));
        told.fold(0.0, f64::max)
    };
    vec![
        count(&|voice| voice.attribution.is_none()),
        count(&|voice| named(voice) == Some(true)),
        count(&|voice| named(voice) == Some(false)),
        count(&|voice| voice.attribution.is_some_and(|found| found.carried != 0)),
        x.vouched.max(y.vouched),
        x.vouched.min(y.vouched),
        told(x, y).max(told(y, x)),
    ]
}

/// Who vouches for the part of `claim` that the group's other claims share; `None` for a quotation
/// of whom the article does not say in reach.
fn vouching<'s>(scene: &Scene<'s>, claim: ClaimIx) -> Option<Voice<'s>> {
    let shared = shared_words(scene, claim);
    let within = |attribution: &Attribution| {
        shared.iter().filter(|&&word| attribution.content.iter().any(|piece| piece.contains(word))).count()
    };
    let best = scene
        .facets(claim)
        .attributions
        .iter()
        .rev()
        .max_by_key(|attribution| within(attribution))
        .filter(|attribution| attribution.carried != 0 || 2 * within(attribution) >= shared.len());
    if best.is_none() && shared.iter().any(|&word| is_quoted(scene.story, claim, word)) {
        return None;
    }
    let vouched = best.map_or(0.0, |found| within(found) as f64 / shared.len().max(1) as f64);
    Some(Voice { claim, attribution: best, vouched })
}

fn is_quoted(story: &StoryText, claim: ClaimIx, word: Span) -> bool {
    story.facets(claim).quotations.iter().any(|quotation| quotation.span.contains(word))
}

/// Spans of the content words of `claim` that some claim of another article in the group has too.
fn shared_words(scene: &Scene, claim: ClaimIx) -> Vec<Span> {
    let article = scene.claim(claim).article;
    let others: BTreeSet<&str> = scene
        .group
        .claims
        .iter()
        .filter(|&&other| scene.claim(other).article != article)
        .flat_map(|&other| scene.words(other))
        .map(|word| word.stem.as_str())
        .collect();
    let shares = |word: &&Word| word.is_word() && word.lower.len() > 3 && others.contains(word.stem.as_str());
    scene.words(claim).iter().filter(shares).map(|word| word.span).collect()
}

/// An outlet that attributes the claim once and says it again without is not of two minds.
fn drop_restatements(story: &StoryText, voices: &mut Vec<Voice>) {
    let attributing: BTreeSet<&str> =
        voices.iter().filter(|voice| voice.attribution.is_some()).map(|voice| story.outlet_of(voice.claim)).collect();
    voices.retain(|voice| voice.attribution.is_some() || !attributing.contains(story.outlet_of(voice.claim)));
}

fn shown(found: &Attribution) -> String {
    let Attribution { speaker: Speaker { shown, .. }, relay, .. } = found;
    relay.as_ref().map_or(shown.clone(), |relay| format!("{shown}, relayed by {}", relay.shown))
}

/// "The Courier attributes it to police, the Post states it in its own voice."
fn why(story: &StoryText, readings: &[FoundReading], _: Relation) -> String {
    let told: Vec<String> = readings.iter().map(|reading| tell(story, reading)).collect();
    format!("{}.", told.join(", "))
}

fn tell(story: &StoryText, reading: &FoundReading) -> String {
    let outlets: BTreeSet<&str> = reading.evidence.iter().map(|&(claim, _)| story.outlet_of(claim)).collect();
    let many = outlets.len() > 1;
    let who = outlets.into_iter().collect::<Vec<_>>().join(" and ");
    match reading.value.as_str() {
        OWN_VOICE if many => format!("{who} state it in their own voice"),
        OWN_VOICE => format!("{who} states it in its own voice"),
        source if many => format!("{who} attribute it to {source}"),
        source => format!("{who} attributes it to {source}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(&JUDGE, accounts), expected);
    }

    #[test]
    fn an_attribution_diverges_from_the_outlets_own_voice() {
        check(
            &["Ten people died in the flood, police said.", "Ten people died in the flood."],
            &["police “police said” | own voice “”"],
        );
    }

    #[test]
    fn named_and_unnamed_sources_diverge() {
        check(
            &["Officials said ten people died in the flood.", "Ten people died in the flood, Mayor Ana Ruiz said."],
            &["Officials “Officials said” | Ana Ruiz “Mayor Ana Ruiz said”"],
        );
    }

    #[test]
    fn aliases_are_one_source() {
        check(&["Ruiz said ten people died in the flood.", "Ten people died in the flood, Mayor Ana Ruiz said."], &[]);
    }
}
