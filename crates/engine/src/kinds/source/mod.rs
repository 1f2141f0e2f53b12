//! Who vouches for the claim: a named source, an unnamed one, or the outlet itself.
//!
//! Every two claims of two outlets are asked who vouches for what they share: [`voices`] finds that, [`measures`]
//! weighs two voices against each other.

mod measures;
mod voices;

use super::{
    FoundReading, Joins, Judge,
    rivals::{Mention, Rival, Rivals, Verdict},
    scene::{Scene, nothing_in},
};
use crate::{
    facets::attributions::{Attribution, Speaker},
    text::{ClaimIx, StoryText},
};
use measures::{Around, MEASURED, measured};
use std::collections::BTreeSet;
use story::{Kind, Relation};
use voices::{Voice, against};

/// What is shown for a claim that no source is named for.
const OWN_VOICE: &str = "own voice";

pub(super) const JUDGE: Judge =
    Judge { kind: Kind::Source, measured: &MEASURED, rivals, joins: Joins::AllOfAClaim, why };

fn rivals(scene: &Scene) -> Rivals {
    let mut found: Vec<(Voice, Mention)> = Vec::new();
    let mut met: Vec<(usize, usize, Voice, Voice)> = Vec::new();
    for (a, b) in scene.pairs() {
        let [ours, theirs] = against(scene, a, b);
        for x in ours {
            for &y in theirs.iter().filter(|y| !x.is_one_with(y)) {
                let (i, j) = (place(scene, &mut found, x), place(scene, &mut found, y));
                met.push((i, j, x, y));
            }
        }
    }
    let around = Around::of(scene, found.iter().map(|(voice, _)| voice));
    let differ = met.into_iter().map(|(i, j, x, y)| {
        let measured = measured(scene, &around, &x, &y);
        Rival::of(i, j, Verdict::Differ(Relation::Differs), measured)
    });
    let mut pairs: Vec<Rival> = differ.collect();
    let all = (0..found.len()).flat_map(|a| (a + 1..found.len()).map(move |b| (a, b)));
    let same = all.filter(|&(a, b)| found[a].0.is_one_with(&found[b].0));
    pairs.extend(same.map(|(a, b)| Rival::of(a, b, Verdict::Same, Vec::new())));
    Rivals { mentions: found.into_iter().map(|(_, mention)| mention).collect(), pairs }
}

/// The mention of a voice among those found; a new one if it is none of them.
fn place<'s>(scene: &Scene<'s>, found: &mut Vec<(Voice<'s>, Mention)>, voice: Voice<'s>) -> usize {
    let mention = mention(scene, &voice);
    let known = found.iter().position(|(_, known)| known.claim == mention.claim && known.at == mention.at);
    known.unwrap_or_else(|| {
        found.push((voice, mention));
        found.len() - 1
    })
}

fn mention(scene: &Scene, voice: &Voice) -> Mention {
    let at = match voice.attribution {
        None => (voice.claim, nothing_in(scene.story, voice.claim)),
        Some(found) => (ClaimIx(voice.claim.0.saturating_add_signed(found.carried)), found.span),
    };
    Mention { claim: voice.claim, at, value: voice.attribution.map_or(OWN_VOICE.to_owned(), shown) }
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

    #[test]
    fn whom_both_name_the_claims_are_about() {
        check(
            &[
                "Mayor Ana Ruiz said ten people died in the flood, according to the Porto Courier.",
                "Mayor Ana Ruiz said ten people died in the flood.",
            ],
            &["Porto Courier “according to the Porto Courier” | own voice “”"],
        );
    }
}
