//! Finds who vouches for what in a story: one voice for all names of one source.

use crate::{
    facets::attributions::{Attribution, Speaker, is_quoted, is_reporting, is_source_noun},
    series::evidence,
    text::{ClaimIx, StoryText},
};
use std::{cmp::Reverse, collections::BTreeSet};
use story::{Chain, Span, Voice, VoiceId, VoiceSort, Vouched};

/// A speaker where it vouches for a claim.
struct Told<'s> {
    claim: ClaimIx,
    speaker: Speaker,
    attribution: &'s Attribution,
    /// Whether it passes on what somebody else vouches for.
    relays: bool,
}

/// The voices of a story, those whom most outlets cite first, and its reports of reports.
pub(crate) fn find(story: &StoryText) -> (Vec<Voice>, Vec<Chain>) {
    let told: Vec<Told> = story.indices().flat_map(|claim| told(story, claim)).collect();
    let speakers = speakers(&told);
    let mut voices: Vec<Voice> = families(&speakers)
        .into_iter()
        .map(|family| {
            let family: Vec<&Speaker> = family.into_iter().map(|at| speakers[at]).collect();
            let here: Vec<&Told> = told.iter().filter(|told| family.contains(&&told.speaker)).collect();
            voice(story, &family, &here)
        })
        .collect();
    let articles = |voice: &Voice| voice.vouched.iter().map(|one| &one.evidence.article).collect::<BTreeSet<_>>().len();
    voices.sort_by_cached_key(|voice| {
        (Reverse(articles(voice)), Reverse(voice.vouched.len()), voice.name.clone(), voice.id.clone())
    });
    (voices, chains(story))
}

/// How many claims each article makes in its own voice.
pub(crate) fn own(story: &StoryText) -> Vec<usize> {
    let mut counts = vec![0; story.articles.len()];
    for claim in story.indices() {
        let (cut, facets) = (story.claim(claim), story.facets(claim));
        let says_something = cut.words.iter().filter(|word| word.is_word()).count() > 2;
        if says_something && facets.attributions.is_empty() && !is_quoted(cut, &facets.quotations) {
            counts[cut.article] += 1;
        }
    }
    counts
}

/// Everyone who vouches in this claim; who passes it on vouches too.
fn told<'s>(story: &'s StoryText, claim: ClaimIx) -> Vec<Told<'s>> {
    let mut told = Vec::new();
    for attribution in &story.facets(claim).attributions {
        let stands = ClaimIx(claim.0.saturating_add_signed(attribution.carried));
        let speaker = attribution.introduced(&story.claim(stands).words);
        told.push(Told { claim, speaker, attribution, relays: false });
        let relay = attribution.relay.iter().cloned();
        told.extend(relay.map(|speaker| Told { claim, speaker, attribution, relays: true }));
    }
    told.retain(|told| {
        !told.speaker.hearsay
            && !told.speaker.shown.is_empty()
            && !is_pronoun(&told.speaker)
            && !is_clause(&told.speaker)
    });
    told
}

/// Words of an act, not of one who acts: "providing cover", "Lopez standing".
fn is_clause(speaker: &Speaker) -> bool {
    let lower = speaker.shown.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().take(2).collect();
    !speaker.is_named()
        && match words[..] {
            ["leading", ..] => false,
            [first, second] => {
                is_reporting(first)
                    || first.ends_with("ing")
                    || second.ends_with("ing")
                    || (first.ends_with("ed") && second == "to")
            }
            _ => false,
        }
}

/// One whom the article does not name in reach.
fn is_pronoun(speaker: &Speaker) -> bool {
    const PRONOUNS: [&str; 9] = ["he", "she", "they", "it", "we", "i", "you", "who", "this"];
    PRONOUNS.contains(&speaker.shown.to_lowercase().as_str())
}

/// Every speaker once: the fullest names first, then those without a name.
fn speakers<'t>(told: &'t [Told]) -> Vec<&'t Speaker> {
    let mut speakers: Vec<&Speaker> = told.iter().map(|told| &told.speaker).collect();
    let starts_large = |speaker: &Speaker| !speaker.is_named() && speaker.shown.starts_with(char::is_uppercase);
    speakers.sort_by(|a, b| {
        let key = |one: &Speaker| (Reverse(one.name.len()), Reverse(one.person), starts_large(one));
        key(a).cmp(&key(b)).then_with(|| (&a.shown, &a.name, &a.role).cmp(&(&b.shown, &b.name, &b.role)))
    });
    speakers.dedup();
    speakers
}

/// Speakers that are one voice, the fullest name of each first. A name that fits several stays alone.
fn families(speakers: &[&Speaker]) -> Vec<Vec<usize>> {
    let mut families: Vec<Vec<usize>> = Vec::new();
    for (at, speaker) in speakers.iter().enumerate() {
        let fits = |family: &Vec<usize>| is_one(speakers[family[0]], speaker);
        let fitting: Vec<usize> = (0..families.len()).filter(|&family| fits(&families[family])).collect();
        match fitting[..] {
            [only] => families[only].push(at),
            _ => families.push(vec![at]),
        }
    }
    families
}

fn is_one(full: &Speaker, short: &Speaker) -> bool {
    match (full.is_named(), short.is_named()) {
        (true, true) => full.same(short),
        // "The fire chief" may be the one whom another article names; "a spokesman" may be anybody.
        (true, false) => short.role.len() > 1 && full.same(short),
        (false, false) => (full.role == short.role && !full.role.is_empty()) || full.shown == short.shown,
        (false, true) => false,
    }
}

fn voice(story: &StoryText, family: &[&Speaker], told: &[&Told]) -> Voice {
    let vouched: Vec<Vouched> = told.iter().map(|told| vouched(story, told)).collect();
    let roles = told
        .iter()
        .filter(|told| !told.relays)
        .filter_map(|told| told.attribution.role_in(&told.speaker, &story.article_of(told.claim).body));
    Voice {
        id: VoiceId::of(&family[0].shown, vouched.iter().map(|one| &one.evidence)),
        name: family[0].shown.clone(),
        // The fullest one; of equal ones the first in the order of the articles.
        role: roles.max_by_key(|role| (role.chars().count(), Reverse(*role))).map(str::to_owned),
        sort: sort(story, family, told),
        vouched,
    }
}

fn vouched(story: &StoryText, told: &Told) -> Vouched {
    let attribution = told.attribution;
    let span = match attribution.carried {
        0 => attribution.span,
        _ => attribution.content.first().copied().unwrap_or(story.claim(told.claim).span),
    };
    Vouched {
        evidence: evidence(story, told.claim, span),
        cue: attribution.cue.of(&story.article_of(told.claim).body).to_owned(),
        loaded: attribution.is_loaded(),
    }
}

fn sort(story: &StoryText, family: &[&Speaker], told: &[&Told]) -> VoiceSort {
    let passes_on = told.iter().any(|told| told.relays && !told.speaker.person);
    let is_outlet = family.iter().any(|speaker| speaker.is_medium() || is_outlet(story, speaker));
    if family[0].is_named() && (passes_on || is_outlet) {
        VoiceSort::Outlet
    } else if family.iter().any(|speaker| (speaker.is_named() && !is_anybody(speaker)) || speaker.is_institution()) {
        VoiceSort::Named
    } else {
        VoiceSort::Anonymous
    }
}

/// "Analysts said": what opens a sentence is written like a name.
fn is_anybody(speaker: &Speaker) -> bool {
    let [word] = &speaker.name[..] else { return false };
    !speaker.person && (is_source_noun(word) || (word.len() > 5 && word.ends_with("ers")))
}

/// Whether the speaker is an outlet of this story.
fn is_outlet(story: &StoryText, speaker: &Speaker) -> bool {
    story.articles.iter().any(|article| is_called(speaker, &article.outlet))
}

fn is_called(speaker: &Speaker, outlet: &str) -> bool {
    let plain = |name: &str| {
        let lower = name.to_lowercase();
        lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
    };
    plain(outlet) == plain(&speaker.shown)
}

/// Claims that an outlet takes from another one, each way that they went once an article.
fn chains(story: &StoryText) -> Vec<Chain> {
    let mut seen: BTreeSet<(usize, Vec<String>)> = BTreeSet::new();
    let mut chains = Vec::new();
    for claim in story.indices() {
        let outlet = story.outlet_of(claim);
        let own = story.facets(claim).attributions.iter().filter(|one| one.carried == 0);
        // What sources told the outlet itself is no report of a report.
        let own = own.filter(|one| !is_called(&one.speaker, outlet));
        for (span, links) in chained(story, &own.collect::<Vec<_>>()) {
            if seen.insert((story.claim(claim).article, links.clone())) {
                chains.push(Chain { evidence: evidence(story, claim, span), links });
            }
        }
    }
    chains
}

/// The ways in one claim: "the Courier quoted sources as saying"; "police said, the Courier reported".
fn chained(story: &StoryText, attributions: &[&Attribution]) -> Vec<(Span, Vec<String>)> {
    let is_outlet = |speaker: &Speaker| speaker.is_medium() || is_outlet(story, speaker);
    let relayed = |one: &&Attribution| {
        let relay = one.relay.as_ref()?;
        Some((one.span, vec![relay.shown.clone(), one.speaker.shown.clone()]))
    };
    let ways: Vec<_> = attributions.iter().filter_map(relayed).collect();
    let media: Vec<&&Attribution> = attributions.iter().filter(|one| is_outlet(&one.speaker)).collect();
    let others: Vec<&&Attribution> =
        attributions.iter().filter(|one| !is_outlet(&one.speaker) && !is_pronoun(&one.speaker)).collect();
    match (&ways[..], &media[..], &others[..]) {
        ([], [medium], [other]) => {
            vec![(medium.span, vec![medium.speaker.shown.clone(), other.speaker.shown.clone()])]
        }
        ([], media, _) => media.iter().map(|medium| (medium.span, vec![medium.speaker.shown.clone()])).collect(),
        _ => ways,
    }
}

#[cfg(test)]
mod tests {
    use crate::series::test_story::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        let told = found(accounts).voices.into_iter().map(|voice| {
            let role = voice.role.map_or(String::new(), |role| format!(", {role}"));
            let cues: Vec<&str> = voice.vouched.iter().map(|one| one.cue.as_str()).collect();
            format!("{}{role}: {} {}", voice.name, voice.sort.name(), cues.join(" "))
        });
        assert_eq!(told.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn the_names_of_one_source_are_one_voice() {
        check(
            &[
                "The dam held, fire chief Ana Ruiz said.",
                "The dam held, said Ana Ruiz, the fire chief. Ruiz claimed it was new.",
                "The fire chief, Ana Ruiz, said the dam held.",
            ],
            &["Ana Ruiz, fire chief: named said said claimed said"],
        );
    }

    #[test]
    fn bodies_are_named_and_people_without_a_name_are_not() {
        check(
            &[
                "The dam held, police said.",
                "Two officials said the dam held.",
                "The dam held, the Porto Times reported.",
            ],
            &["Porto Times: outlet reported", "Two officials: anonymous said", "police: named said"],
        );
    }

    #[test]
    fn a_report_of_a_report_is_a_chain() {
        let body = "Utopia is receiving shells, The Courier reported sources in militias as saying.";
        let found = found(&[body, "Utopia denied that it is receiving shells."]);
        let chains: Vec<&[String]> = found.chains.iter().map(|chain| chain.links.as_slice()).collect();
        assert_eq!(chains, [["Courier", "sources in militias"]]);
        assert_eq!(found.own_voice.len(), 2);
    }
}
