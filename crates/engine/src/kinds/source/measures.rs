//! What is measured on two voices: who they are, how they say it, and whether it is the same that they vouch for.

use super::{Scene, voices::Voice};
use crate::{
    align::Stretch,
    facets::attributions::{Attribution, Speaker},
    kinds::scene::share,
    text::ClaimIx,
};
use std::collections::BTreeSet;
use story::Span;

#[rustfmt::skip]
pub(super) const MEASURED: [&str; 29] = [
    "own_voice", "unnamed", "hearsay", "institutions", "media", "indefinite", "plural", "carried", "relayed",
    "pronouns", "acts", "shows", "loaded",
    "quoted_more", "quoted_less", "vouched_more", "vouched_less", "content_told_more", "content_told_less",
    "contents_alike", "contents_shared", "content_of_claim",
    "roles_shared", "names_shared", "speaker_in_claim", "speaker_beside",
    "attributions_less", "outlet_attributes", "own_claims",
];

/// What the voices of a group are together.
pub(super) struct Around<'s> {
    /// Outlets that attribute what they tell.
    attributing: BTreeSet<&'s str>,
    /// Claims told in the outlets' own voice.
    own: f64,
}

impl<'s> Around<'s> {
    pub(super) fn of<'v>(scene: &Scene<'s>, found: impl Iterator<Item = &'v Voice<'s>>) -> Self
    where
        's: 'v,
    {
        let (attributed, own): (Vec<&Voice>, Vec<&Voice>) = found.partition(|voice| voice.attribution.is_some());
        let attributing = attributed.iter().map(|voice| scene.story.outlet_of(voice.claim)).collect();
        Self { attributing, own: own.len().min(6) as f64 }
    }
}

/// In the order of [`MEASURED`]; the same whichever voice is named first.
pub(super) fn measured(scene: &Scene, around: &Around, x: &Voice, y: &Voice) -> Vec<f64> {
    let count =
        |is: &dyn Fn(&Attribution) -> bool| [x, y].iter().filter(|v| v.attribution.is_some_and(is)).count() as f64;
    let both = |of: &dyn Fn(&Voice, &Voice) -> f64| {
        let (one, other) = (of(x, y), of(y, x));
        [one.max(other), one.min(other)]
    };
    let body = |voice: &Voice| &scene.story.article_of(voice.claim).body;
    let by_pronoun = |voice: &&&Voice| voice.attribution.is_some_and(|found| found.is_by_pronoun(body(voice)));
    let restates = |voice: &&&Voice| {
        voice.attribution.is_none() && around.attributing.contains(scene.story.outlet_of(voice.claim))
    };
    let who = [
        2.0 - count(&|_| true),
        count(&|found| !found.speaker.is_named()),
        count(&|found| found.speaker.hearsay),
        count(&|found| found.speaker.is_institution()),
        count(&|found| found.speaker.is_medium()),
        count(&|found| found.speaker.indefinite),
        count(&|found| found.speaker.plural),
        count(&|found| found.carried != 0),
        count(&|found| found.relay.is_some()),
        [x, y].iter().filter(by_pronoun).count() as f64,
        count(&|found| found.is_act()),
        count(&|found| found.is_shown()),
        count(&|found| found.is_loaded()),
    ];
    let [one, other] = [content(scene, x), content(scene, y)];
    let what = [
        both(&|one, _| quoted(scene, one)),
        both(&|one, _| one.vouched),
        both(&|one, other| scene.told_in(content(scene, one), other.claim)),
        [scene.alike(one, other), share(&scene.stems_of(one), &scene.stems_of(other))],
    ];
    let of_claim = |voice: &Voice| {
        let words = scene.stems_of((voice.claim, scene.claim(voice.claim).span)).len().max(1) as f64;
        scene.stems_of(content(scene, voice)).len() as f64 / words
    };
    let speakers = [
        shared(x, y, |speaker| &speaker.role),
        names_shared(x, y),
        both(&|one, other| speaker_in(scene, one, other.claim))[0],
        both(&|one, other| speaker_beside(scene, one, other.claim))[0],
    ];
    let attributions = both(&|one, _| scene.facets(one.claim).attributions.len().min(4) as f64)[1];
    let group = [attributions, [x, y].iter().filter(restates).count() as f64, around.own];
    [&who[..], &what.concat(), &[both(&|one, _| of_claim(one))[1]], &speakers, &group].concat()
}

/// What a voice vouches for: the longest piece, or all of an outlet's own claim.
fn content(scene: &Scene, voice: &Voice) -> Stretch {
    let whole = scene.claim(voice.claim).span;
    let pieces = voice.attribution.map_or(&[][..], |found| &found.content);
    (voice.claim, pieces.iter().copied().max_by_key(|piece: &Span| piece.end - piece.start).unwrap_or(whole))
}

/// Share of the claim's open-class words that stand in quotation marks.
fn quoted(scene: &Scene, voice: &Voice) -> f64 {
    let all = scene.stems_of((voice.claim, scene.claim(voice.claim).span)).len().max(1);
    let quotations = scene.facets(voice.claim).quotations.iter();
    let quoted: usize = quotations.map(|quotation| scene.stems_of((voice.claim, quotation.span)).len()).sum();
    quoted as f64 / all as f64
}

/// Share of the shorter of two lists of stems, 0 where one is empty.
fn shared<'v>(x: &'v Voice, y: &'v Voice, of: impl Fn(&'v Speaker) -> &'v BTreeSet<String>) -> f64 {
    let (Some(one), Some(other)) = (x.attribution, y.attribution) else { return 0.0 };
    let (one, other) = (of(&one.speaker), of(&other.speaker));
    one.intersection(other).count() as f64 / one.len().min(other.len()).max(1) as f64
}

/// Whether what the one is called, or belongs to, names the other too: "Harbour Ministry", "a ministry spokesman".
fn names_shared(x: &Voice, y: &Voice) -> f64 {
    let words = |voice: &Voice| -> BTreeSet<String> {
        let speaker = voice.attribution.map(|found| &found.speaker);
        let words = speaker.into_iter().flat_map(|speaker| speaker.name.iter().chain(&speaker.role).chain(&speaker.of));
        words.map(|word| word.chars().take(6).collect()).collect()
    };
    let (one, other) = (words(x), words(y));
    one.intersection(&other).count() as f64 / one.len().min(other.len()).max(1) as f64
}

/// Words by which a speaker is known: the last of a name, or what it is called.
fn known_by<'s>(voice: &Voice<'s>) -> Vec<&'s str> {
    let Some(found) = voice.attribution else { return Vec::new() };
    match found.speaker.name.last() {
        Some(name) => vec![name],
        None => found.speaker.role.iter().map(String::as_str).collect(),
    }
}

/// Whether the other's claim speaks of the source.
fn speaker_in(scene: &Scene, voice: &Voice, other: ClaimIx) -> f64 {
    let known = known_by(voice);
    let speaks = scene
        .words(other)
        .iter()
        .any(|word| known.contains(&word.lower.as_str()) || known.contains(&word.stem.as_str()));
    f64::from(speaks)
}

/// Whether a claim beside the other's speaks of the source.
fn speaker_beside(scene: &Scene, voice: &Voice, other: ClaimIx) -> f64 {
    let article = scene.claim(other).article;
    let near = scene.story.indices().skip(other.0.saturating_sub(1)).take(3);
    let near = near.filter(|&claim| claim != other && scene.claim(claim).article == article);
    near.map(|claim| speaker_in(scene, voice, claim)).fold(0.0, f64::max)
}
