//! What is told of the ferry beside claims: quantities, times, utterances, sources, chains.

use super::{Invented, reviewed};
use story::{
    Bound, Chain, Dating, Evidence, Moment, Point, Series, SeriesId, Timestamp, Utterance, UtteranceId, Version, Voice,
    VoiceId, VoiceSort, Vouched,
};

/// The ferry with everything that a report has a section for.
pub fn everything() -> Invented {
    let mut story = reviewed();
    let at = |article: usize, paragraph: usize, words: &str| evidence(&story, article, paragraph, words);
    let people = [at(0, 2, "About 400"), at(2, 2, "Some 398")];
    let dead = [at(0, 0, "At least three"), at(1, 0, "At least three"), at(2, 0, "Eleven")];
    let days = [at(0, 0, "Tuesday"), at(1, 0, "Tuesday"), at(2, 0, "rammed")];
    let refused = [at(0, 1, "refused to answer questions"), at(2, 1, "declined to answer questions")];
    let guard = [at(0, 0, "the coast guard said"), at(1, 0, "the coast guard said")];
    let groups: Vec<_> = story.comparison.groups.iter().map(|group| group.id.clone()).collect();
    let bounds = [Bound::AtLeast, Bound::MoreThan, Bound::UpTo, Bound::LessThan, Bound::Nearly, Bound::Exactly];
    let comparison = &mut story.comparison;
    comparison.series = vec![
        series("people dead", &groups[..1], &dead, &[3.0, 4.0, 11.0], &bounds),
        series("people dead by evening", &groups[..2], &dead, &[12.0, 13.0, 11.0], &bounds[2..]),
        series("passengers", &groups[2..], &people, &[400.0, 400.0], &[Bound::About, Bound::About]),
    ];
    comparison.datings = vec![dating("ferry hit a barge", &groups[..1], &days)];
    comparison.utterances = vec![utterance(&groups[1..2], &refused)];
    let vouched = |evidence: &Evidence| Vouched { evidence: evidence.clone(), cue: "said".into(), loaded: false };
    let claimed = Vouched { evidence: dead[2].clone(), cue: "claimed".into(), loaded: true };
    comparison.voices = vec![
        voice("coast guard", VoiceSort::Named, guard.iter().map(vouched).collect()),
        voice("an officer", VoiceSort::Anonymous, vec![claimed.clone()]),
        voice("Harbour Wire", VoiceSort::Outlet, vec![claimed]),
    ];
    let links = ["The Lantern", "Harbour Wire", "an officer"].map(str::to_owned).to_vec();
    comparison.chains = vec![Chain { evidence: dead[2].clone(), links }];
    comparison.own_voice = vec![1, 0, 3];
    story
}

fn evidence(story: &Invented, article: usize, paragraph: usize, words: &str) -> Evidence {
    let claim = story.claim(article, paragraph);
    let claim = story.comparison.claims.iter().find(|one| one.id == claim).expect("it is there");
    let start = claim.span.start + claim.text.find(words).expect("the words stand in the claim");
    let span = story::Span::new(start, start + words.len());
    Evidence { claim: claim.id.clone(), article: claim.article.clone(), span, text: words.into() }
}

fn series(measure: &str, groups: &[story::GroupId], said: &[Evidence], values: &[f64], bounds: &[Bound]) -> Series {
    let point = |((evidence, &low), &bound): ((&Evidence, &f64), &Bound)| Point {
        evidence: evidence.clone(),
        low,
        high: low,
        bound,
        vague: false,
        as_of: Timestamp::parse("2031-05-02"),
        dated: None,
    };
    let points = said.iter().zip(values).zip(bounds).map(point).collect();
    Series { id: SeriesId::of(said), measure: measure.into(), unit: String::new(), groups: groups.to_vec(), points }
}

/// On days that follow each other, the last by the clock.
fn dating(event: &str, groups: &[story::GroupId], said: &[Evidence]) -> Dating {
    let point = |(place, evidence): (usize, &Evidence)| {
        let day = Timestamp::parse(&format!("2031-05-0{}", place + 1)).expect("a day");
        let clock = (place == 2).then_some((400, 430));
        Moment { evidence: evidence.clone(), days: Some((day.clone(), day)), clock, rough: place == 1 }
    };
    let points = said.iter().enumerate().map(point).collect();
    Dating { id: SeriesId::of(said), event: event.into(), groups: groups.to_vec(), points }
}

fn utterance(groups: &[story::GroupId], said: &[Evidence]) -> Utterance {
    let version = |(place, evidence): (usize, &Evidence)| Version {
        parts: vec![evidence.clone()],
        words: evidence.text.clone(),
        direct: place == 0,
        speaker: "captain".into(),
        role: None,
        cue: Some("said".into()),
    };
    let versions = said.iter().enumerate().map(version).collect();
    Utterance { id: UtteranceId::of(said), groups: groups.to_vec(), versions, base: 0 }
}

fn voice(name: &str, sort: VoiceSort, vouched: Vec<Vouched>) -> Voice {
    let id = VoiceId::of(name, vouched.iter().map(|one| &one.evidence));
    Voice { id, name: name.into(), role: Some("on duty".into()), sort, vouched }
}
