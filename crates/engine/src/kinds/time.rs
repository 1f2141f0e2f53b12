//! Times: two outlets date one event differently.

use super::{
    Findings,
    readings::{self, Mention, Verdict},
};
use crate::{
    align::Group,
    facets::times::Time,
    text::{ClaimIx, StoryText},
};
use story::{Kind, Relation};

pub(super) fn compare(story: &StoryText, group: &Group) -> Findings {
    let times: Vec<(ClaimIx, &Time)> = group
        .claims
        .iter()
        .flat_map(|&claim| story.facets(claim).times.iter().map(move |time| (claim, time)))
        .collect();
    let mentions: Vec<Mention> = times
        .iter()
        .map(|&(claim, time)| Mention { claim, span: time.span, value: value(story, claim, time) })
        .collect();
    readings::compare(story, Kind::Time, &mentions, |a, b| {
        let ((_, x), (_, y)) = (times[a], times[b]);
        let likely = same_event(x, y);
        Some((likely, judge(x, y, likely)?))
    })
}

/// Probability that two times of aligned claims date the same event.
fn same_event(a: &Time, b: &Time) -> f64 {
    let common = a.context.iter().filter(|stem| b.context.contains(stem)).count() as f64;
    let shared = common / a.context.len().min(b.context.len()).max(1) as f64;
    1.0 / (1.0 + libm::exp(-(2.5 * shared - 1.5)))
}

/// What two times are to each other; `None` where they say nothing comparable.
fn judge(a: &Time, b: &Time, likely: f64) -> Option<Verdict> {
    match (days(a, b), clocks(a, b)) {
        (Some(Verdict::Differ(relation, _)), _) | (_, Some(Verdict::Differ(relation, _))) => {
            Some(Verdict::Differ(relation, likely))
        }
        (Some(days), Some(Verdict::Same) | None) => Some(days),
        (_, clocks) => clocks,
    }
}

fn days(a: &Time, b: &Time) -> Option<Verdict> {
    const SAME_DAY: Verdict = Verdict::LooksOther("The same day, said otherwise.");
    if let (Some(x), Some(y)) = (a.weekday, b.weekday) {
        return Some(if x == y { Verdict::Same } else { Verdict::Differ(Relation::Conflict, 0.0) });
    }
    let (x, y) = (a.days?, b.days?);
    let named = |time: &Time, day: jiff::civil::Date| time.weekday.is_some_and(|weekday| day.weekday() == weekday);
    let near = (x.first - y.first).get_days().abs() <= 7;
    Some(if x == y {
        if a.weekday == b.weekday { Verdict::Same } else { SAME_DAY }
    } else if near && x.len() == 1 && y.len() == 1 && (named(a, y.first) || named(b, x.first)) {
        SAME_DAY
    } else if x.contains(y) || y.contains(x) {
        Verdict::LooksOther("The one time lies within the other.")
    } else if x.overlaps(y) {
        Verdict::Differ(Relation::Differs, 0.0)
    } else {
        Verdict::Differ(Relation::Conflict, 0.0)
    })
}

fn clocks(a: &Time, b: &Time) -> Option<Verdict> {
    let ((a_from, a_to), (b_from, b_to)) = (a.clock?, b.clock?);
    let shift = a.zone.zip(b.zone).map_or(0, |(a, b)| a - b);
    let apart = a_to < b_from + shift || b_to + shift < a_from;
    Some(match apart {
        true if a.is_rough || b.is_rough => Verdict::Differ(Relation::Differs, 0.0),
        true => Verdict::Differ(Relation::Conflict, 0.0),
        false if (a_from, a_to) == (b_from, b_to) => Verdict::Same,
        false => Verdict::LooksOther("The one time lies within the other."),
    })
}

/// The day as resolved, else the words.
fn value(story: &StoryText, claim: ClaimIx, time: &Time) -> String {
    let words = time.span.of(&story.article_of(claim).body);
    let clock = time.clock.filter(|(from, to)| from == to).map(|(at, _)| format!("{:02}:{:02}", at / 60, at % 60));
    match (time.days, clock) {
        (Some(days), Some(clock)) => format!("{days}T{clock}"),
        (Some(days), None) => days.to_string(),
        (None, Some(clock)) => clock,
        (None, None) => words.to_owned(),
    }
}
