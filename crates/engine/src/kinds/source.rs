//! Who vouches for the claim: a named source, an unnamed one, or the outlet itself.

use super::{Finding, Findings, FoundReading};
use crate::{
    align::Group,
    facets::{
        attributions::{Attribution, Speaker},
        closed_class::is_closed,
    },
    slots::Slots,
    text::{ClaimIx, StoryText, Word},
};
use std::collections::BTreeSet;
use story::{Kind, Relation, Span};

/// What is shown for a claim that no source is named for.
const OWN_VOICE: &str = "own voice";

pub(crate) fn compare(story: &StoryText, group: &Group) -> Findings {
    let mut voices: Vec<Voice> = Vec::new();
    for &claim in &group.claims {
        let Some(found) = vouching(story, group, claim) else { continue };
        let same = voices.iter_mut().find(|voice| same_voice(voice.speaker.as_ref(), found.speaker.as_ref()));
        match same {
            Some(voice) => voice.evidence.extend(found.evidence),
            None => voices.push(found),
        }
    }
    drop_restatements(story, &mut voices);
    let mut findings = Findings::default();
    if voices.len() > 1 && outlets(story, &voices) > 1 {
        findings.divergences.push(finding(story, group, voices));
    }
    findings
}

/// A source, or none, and where it vouches for the group's claim.
#[derive(Debug)]
struct Voice {
    speaker: Option<Speaker>,
    relay: Option<Speaker>,
    evidence: Vec<(ClaimIx, Span)>,
}

fn same_voice(a: Option<&Speaker>, b: Option<&Speaker>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => a.same(b),
        _ => false,
    }
}

/// Who vouches for the part of `claim` that the group's other claims share; `None` for a quotation
/// of whom the article does not say in reach.
fn vouching(story: &StoryText, group: &Group, claim: ClaimIx) -> Option<Voice> {
    let shared = shared_words(story, group, claim);
    let within = |attribution: &Attribution| {
        shared.iter().filter(|&&word| attribution.content.iter().any(|piece| piece.contains(word))).count()
    };
    let best = story
        .facets(claim)
        .attributions
        .iter()
        .rev()
        .max_by_key(|attribution| within(attribution))
        .filter(|attribution| attribution.carried != 0 || 2 * within(attribution) >= shared.len());
    let start = story.claim(claim).span.start;
    let absent = (claim, Span::new(start, start));
    match best {
        None if shared.iter().any(|&word| is_quoted(story, claim, word)) => None,
        None => Some(Voice { speaker: None, relay: None, evidence: vec![absent] }),
        Some(found) => {
            let stands = ClaimIx(claim.0.saturating_add_signed(found.carried));
            let mut evidence = vec![(stands, found.span)];
            if found.carried != 0 {
                evidence.push(absent);
            }
            Some(Voice { speaker: Some(found.speaker.clone()), relay: found.relay.clone(), evidence })
        }
    }
}

fn is_quoted(story: &StoryText, claim: ClaimIx, word: Span) -> bool {
    story.facets(claim).quotations.iter().any(|quotation| quotation.span.contains(word))
}

/// Spans of the content words of `claim` that some claim of another article in the group has too.
fn shared_words(story: &StoryText, group: &Group, claim: ClaimIx) -> Vec<Span> {
    let article = story.claim(claim).article;
    let others: BTreeSet<&str> = group
        .claims
        .iter()
        .filter(|&&other| story.claim(other).article != article)
        .flat_map(|&other| &story.claim(other).words)
        .map(|word| word.stem.as_str())
        .collect();
    let shares = |word: &&Word| word.is_word() && word.lower.len() > 3 && others.contains(word.stem.as_str());
    story.claim(claim).words.iter().filter(shares).map(|word| word.span).collect()
}

/// An outlet that attributes the claim once and says it again without is not of two minds.
fn drop_restatements(story: &StoryText, voices: &mut Vec<Voice>) {
    let attributing: BTreeSet<&str> = voices
        .iter()
        .filter(|voice| voice.speaker.is_some())
        .flat_map(|voice| voice.evidence.iter().map(|&(claim, _)| story.outlet_of(claim)))
        .collect();
    for voice in voices.iter_mut().filter(|voice| voice.speaker.is_none()) {
        voice.evidence.retain(|&(claim, _)| !attributing.contains(story.outlet_of(claim)));
    }
    voices.retain(|voice| !voice.evidence.is_empty());
}

fn outlets(story: &StoryText, voices: &[Voice]) -> usize {
    let all = voices.iter().flat_map(|voice| &voice.evidence).map(|&(claim, _)| story.outlet_of(claim));
    all.collect::<BTreeSet<_>>().len()
}

fn finding(story: &StoryText, group: &Group, voices: Vec<Voice>) -> Finding {
    let told: Vec<String> = voices.iter().map(|voice| tell(story, voice)).collect();
    Finding {
        kind: Kind::Source,
        relation: Relation::Differs,
        score: score(&voices, likeness(story, group, &voices)),
        why: format!("{}.", told.join(", ")),
        readings: voices
            .into_iter()
            .map(|voice| FoundReading { value: shown(&voice), evidence: voice.evidence })
            .collect(),
    }
}

/// The largest share of the shorter claim's open-class words that two claims of different voices
/// have in common.
fn likeness(story: &StoryText, group: &Group, voices: &[Voice]) -> f64 {
    let voice_of =
        |claim: ClaimIx| voices.iter().position(|voice| voice.evidence.iter().any(|&(other, _)| other == claim));
    let open = |words: &[Word]| words.iter().filter(|word| word.is_word() && !is_closed(&word.lower)).count();
    let apart = group.links.iter().filter(|&&(a, b, _)| voice_of(a) != voice_of(b));
    let shares = apart.map(|&(a, b, _)| {
        let (a, b) = (&story.claim(a).words, &story.claim(b).words);
        Slots::of(a, b).joined() as f64 / open(a).min(open(b)).max(1) as f64
    });
    shares.fold(0.0, f64::max)
}

/// How likely a reader would note the difference: the more alike the claims, the surer that an
/// outlet's own voice tells what the other attributes. Fitted to what the gold stories hold.
fn score(voices: &[Voice], likeness: f64) -> f64 {
    let named = |voice: &Voice| voice.speaker.as_ref().map(Speaker::is_named);
    let kinds: BTreeSet<Option<bool>> = voices.iter().map(named).collect();
    match (kinds.contains(&None), kinds.contains(&Some(true)), kinds.contains(&Some(false))) {
        (true, true, true) => (1.2 * (likeness - 0.3)).clamp(0.05, 0.6),
        (true, false, true) => 0.2 + 0.25 * likeness,
        (true, ..) => 0.1 + 0.4 * likeness,
        (false, true, true) => 0.32,
        // The same words from two names are more often one speaker under two names.
        (false, true, false) if likeness < 0.9 => 0.21,
        (false, true, false) => 0.1,
        (false, ..) => 0.35,
    }
}

fn shown(voice: &Voice) -> String {
    match (&voice.speaker, &voice.relay) {
        (None, _) => OWN_VOICE.to_owned(),
        (Some(speaker), None) => speaker.shown.clone(),
        (Some(speaker), Some(relay)) => format!("{}, relayed by {}", speaker.shown, relay.shown),
    }
}

/// "The Courier attributes it to police"
fn tell(story: &StoryText, voice: &Voice) -> String {
    let outlets: BTreeSet<&str> = voice.evidence.iter().map(|&(claim, _)| story.outlet_of(claim)).collect();
    let many = outlets.len() > 1;
    let who = outlets.into_iter().collect::<Vec<_>>().join(" and ");
    match &voice.speaker {
        None if many => format!("{who} state it in their own voice"),
        None => format!("{who} states it in its own voice"),
        Some(_) if many => format!("{who} attribute it to {}", shown(voice)),
        Some(_) => format!("{who} attributes it to {}", shown(voice)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(found(compare, accounts), expected);
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
