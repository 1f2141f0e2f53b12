//! Makes findings of judged rivals: what was judged the same is one reading, what hangs together
//! through any judgement is one finding.

use super::{
    Finding, Findings, FoundReading, Joins, Judge,
    rivals::{Mention, Verdict},
    scene::nothing_in,
};
use crate::text::StoryText;
use std::collections::BTreeMap;
use story::{Kind, Relation};

/// Two mentions by index, what they are to each other, and how probable it is that they differ; 1 where they do not.
pub(super) type Judged = (usize, usize, Verdict, f64);

/// The findings of one kind in a group whose claims hold these `mentions`. An outlet does not diverge from itself:
/// of two of its own mentions only that they are the same counts.
pub(super) fn join(
    story: &StoryText,
    judge: &Judge,
    mentions: &[Mention],
    judged: &[Judged],
    threshold: f64,
) -> Findings {
    let outlets: Vec<&str> = mentions.iter().map(|mention| story.outlet_of(mention.claim)).collect();
    let probable = Probable::of(judged);
    let judged = judged.iter().copied().filter(|(.., p)| *p >= threshold);
    let (mut candidates, repeated): (Vec<Judged>, Vec<Judged>) =
        judged.partition(|&(a, b, ..)| outlets[a] != outlets[b]);
    let repeated: Vec<Judged> = repeated.into_iter().filter(|(.., verdict, _)| !differs(verdict)).collect();
    let rank = |(.., verdict, p): &Judged| if differs(verdict) { *p } else { 2.0 };
    candidates.sort_by(|x, y| rank(y).total_cmp(&rank(x)).then((x.0, x.1).cmp(&(y.0, y.1))));
    let may_differ = |i: usize, j: usize| outlets[i] != outlets[j] && mentions[i].value != mentions[j].value;
    let hold_together = |x: &[usize], y: &[usize]| probable.between(x, y, may_differ) >= threshold;
    let repeats = |i: usize, j: usize| repeated.iter().any(|&(a, b, ..)| (a, b) == (i.min(j), i.max(j)));
    let two_things = |i: usize, j: usize| {
        judge.joins == Joins::OneOfAClaim
            && (mentions[i].claim == mentions[j].claim || (outlets[i] == outlets[j] && !repeats(i, j)))
    };
    findings(story, judge, mentions, &joined(mentions.len(), &candidates, &repeated, two_things, hold_together))
}

/// How probable it is of any two mentions that they differ; `None` where they are the same.
struct Probable(BTreeMap<(usize, usize), Option<f64>>);

impl Probable {
    fn of(judged: &[Judged]) -> Self {
        let told = judged.iter().map(|&(a, b, verdict, p)| ((a, b), differs(&verdict).then_some(p)));
        Self(told.collect())
    }

    /// The mean over those of the one and the other that may differ.
    fn between(&self, x: &[usize], y: &[usize], may_differ: impl Fn(usize, usize) -> bool) -> f64 {
        let pairs = x.iter().flat_map(|&i| y.iter().map(move |&j| (i.min(j), i.max(j))));
        let apart = pairs.filter(|&(i, j)| may_differ(i, j));
        let told = apart.filter_map(|pair| self.0.get(&pair).copied().flatten());
        let (sum, count) = told.fold((0.0, 0), |(sum, count), p| (sum + p, count + 1));
        if count == 0 { 1.0 } else { sum / f64::from(count) }
    }
}

fn differs(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Differ(_))
}

/// The judgements that hold, the likeliest first: a thing is spoken of once in a claim, so none may
/// bring together two mentions of one claim; and an outlet that gives two values without being judged
/// to repeat itself speaks of two things. What an outlet repeats brings nothing together that the
/// others do not.
fn joined(
    count: usize,
    candidates: &[Judged],
    repeated: &[Judged],
    two_things: impl Fn(usize, usize) -> bool,
    hold_together: impl Fn(&[usize], &[usize]) -> bool,
) -> Vec<Judged> {
    let mut things: Vec<usize> = (0..count).collect();
    let mut held = Vec::new();
    for &(a, b, verdict, p) in candidates {
        let members = |thing: usize| -> Vec<usize> { (0..things.len()).filter(|&i| things[i] == thing).collect() };
        let (x, y) = (things[a], things[b]);
        let (of_x, of_y) = (members(x), members(y));
        let clash = of_x.iter().any(|&i| of_y.iter().any(|&j| two_things(i, j)));
        if x == y || !clash && hold_together(&of_x, &of_y) {
            things.iter_mut().filter(|thing| **thing == y).for_each(|thing| *thing = x);
            held.push((a, b, verdict, p));
        }
    }
    held.extend(repeated.iter().filter(|(a, b, ..)| things[*a] == things[*b]));
    held
}

/// What hangs together through any judgement is one finding.
fn findings(story: &StoryText, judge: &Judge, mentions: &[Mention], judged: &[Judged]) -> Findings {
    let hangs = roots(mentions.len(), judged, |_| true);
    let same = roots(mentions.len(), judged, |verdict| !differs(verdict));
    let mut found = Findings::default();
    for root in (0..mentions.len()).filter(|&i| hangs[i] == i) {
        let members: Vec<usize> = (0..mentions.len()).filter(|&i| hangs[i] == root).collect();
        let verdicts: Vec<(Verdict, f64)> =
            judged.iter().filter(|(a, ..)| hangs[*a] == root).map(|&(.., verdict, p)| (verdict, p)).collect();
        let readings = readings(story, mentions, &members, &same);
        match strongest(&verdicts) {
            Some((relation, score)) if readings.len() > 1 => {
                let why = (judge.why)(story, &readings, relation);
                found.divergences.push(Finding { kind: judge.kind, relation, score, why, readings });
            }
            _ => found.look_alikes.extend(look_alike(judge.kind, mentions, &members, &verdicts)),
        }
    }
    found
}

/// For each mention the first one that it is joined to by judgements that pass `joins`.
fn roots(count: usize, judged: &[Judged], joins: impl Fn(&Verdict) -> bool) -> Vec<usize> {
    let mut roots: Vec<usize> = (0..count).collect();
    for (a, b, ..) in judged.iter().filter(|(.., verdict, _)| joins(verdict)) {
        let (keep, drop) = (roots[*a].min(roots[*b]), roots[*a].max(roots[*b]));
        roots.iter_mut().filter(|root| **root == drop).for_each(|root| *root = keep);
    }
    roots
}

/// One reading for each class of equal mentions. What stands in a neighbouring claim points at its own claim too.
fn readings(story: &StoryText, mentions: &[Mention], members: &[usize], same: &[usize]) -> Vec<FoundReading> {
    let mut classes: Vec<(usize, FoundReading)> = Vec::new();
    for &member in members {
        let mention = &mentions[member];
        let at = classes.iter().position(|(root, _)| *root == same[member]).unwrap_or_else(|| {
            classes.push((same[member], FoundReading { value: mention.value.clone(), evidence: Vec::new() }));
            classes.len() - 1
        });
        let absent = (mention.claim, nothing_in(story, mention.claim));
        let evidence = &mut classes[at].1.evidence;
        evidence.push(mention.at);
        if mention.at.0 != mention.claim {
            evidence.push(absent);
        }
    }
    classes.into_iter().map(|(_, reading)| reading).collect()
}

fn strongest(verdicts: &[(Verdict, f64)]) -> Option<(Relation, f64)> {
    let differing = verdicts.iter().filter_map(|&(verdict, p)| match verdict {
        Verdict::Differ(relation) => Some((relation, p)),
        _ => None,
    });
    differing.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

fn look_alike(kind: Kind, mentions: &[Mention], members: &[usize], verdicts: &[(Verdict, f64)]) -> Option<Finding> {
    let reason = verdicts.iter().find_map(|(verdict, _)| match verdict {
        Verdict::LooksOther(reason) => Some(*reason),
        _ => None,
    })?;
    let readings = members
        .iter()
        .map(|&i| FoundReading { value: mentions[i].value.clone(), evidence: vec![mentions[i].at] })
        .collect();
    Some(Finding { kind, relation: Relation::Differs, score: 0.0, why: reason.to_owned(), readings })
}

/// "Wire gives “3 dead”, Post “22 dead”; the later account replaces the earlier."
pub(super) fn why(story: &StoryText, readings: &[FoundReading], relation: Relation) -> String {
    let parts: Vec<String> = readings
        .iter()
        .filter_map(|reading| {
            let (claim, span) = *reading.evidence.first()?;
            Some(format!("{} has “{}”", story.outlet_of(claim), span.of(&story.article_of(claim).body)))
        })
        .collect();
    let end = match relation {
        Relation::Conflict => "both cannot hold as stated",
        Relation::Differs => "both can hold",
        Relation::Update => "the later account may replace the earlier",
    };
    format!("{}; {end}.", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{Model, rivals::Rivals, scene::Scene, test_group::told_by};

    const CAPITALS: Judge =
        Judge { kind: Kind::Figure, measured: &[], rivals: capitals, joins: Joins::OneOfAClaim, why };

    /// By which all rivals are as likely as not.
    const NO_WEIGHTS: Model = Model { name: String::new(), kinds: BTreeMap::new() };

    /// The words in capitals: equal ones are the same, other ones conflict where they begin alike.
    fn capitals(scene: &Scene) -> Rivals {
        let claims = scene.group.claims.iter();
        let words = claims.flat_map(|&claim| scene.words(claim).iter().map(move |word| (claim, word)));
        let mentions: Vec<Mention> = words
            .filter(|(_, word)| word.text.len() > 1 && word.text.chars().all(char::is_uppercase))
            .map(|(claim, word)| Mention::of(claim, word.span, word.text))
            .collect();
        let values: Vec<String> = mentions.iter().map(|mention| mention.value.clone()).collect();
        Rivals::among(mentions, |a, b| {
            let verdict = if values[a] == values[b] { Verdict::Same } else { Verdict::Differ(Relation::Conflict) };
            (values[a].chars().next() == values[b].chars().next()).then_some((verdict, Vec::new()))
        })
    }

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told_by(&NO_WEIGHTS, &CAPITALS, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn equal_mentions_are_one_reading_of_all_their_outlets() {
        check(&["The ship is BIG.", "The ship is BLUE.", "The ship is BIG."], &["conflict: BIG A, C | BLUE B"]);
    }

    #[test]
    fn three_values_are_three_readings() {
        check(
            &["The ship is BIG.", "The ship is BLUE.", "The ship is BRASS."],
            &["conflict: BIG A | BLUE B | BRASS C"],
        );
    }

    #[test]
    fn an_outlet_does_not_diverge_from_itself() {
        check(&["The ship is BIG. The ship is BLUE.", "The ship sank."], &[]);
    }

    #[test]
    fn what_an_outlet_says_twice_is_one_reading() {
        check(&["The ship is BIG. Yes, it is BIG.", "The ship is BLUE."], &["conflict: BIG A, A | BLUE B"]);
    }

    #[test]
    fn two_things_of_one_claim_are_not_brought_together() {
        check(&["One ship is BIG and one is BLUE.", "One ship is BLUE and one is BIG."], &[]);
    }

    #[test]
    fn what_is_the_same_everywhere_is_no_finding() {
        check(&["The ship is BIG.", "The ship is BIG."], &[]);
    }
}
