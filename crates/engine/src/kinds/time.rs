//! Times: two outlets date one event differently.

use super::{
    Joins, Judge,
    figure::overlap,
    readings,
    rivals::{Mention, Rivals, Verdict},
    scene::Scene,
};
use crate::{
    facets::{
        closed_class::is_closed,
        times::{Days, Time},
    },
    text::{Claim, ClaimIx, Word},
};
use story::{Kind, Relation, Span};

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Time,
    measured: &[
        "same_event",
        "grains_apart",
        "clocks",
        "days_apart",
        "weekdays",
        "beside_reports",
        "told_in_other_claim",
        "told_in_other_article",
        "unresolved",
        "alone",
        "long",
    ],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    let claims = scene.group.claims.iter().filter(|&&claim| !is_stamp(scene.claim(claim)));
    let times: Vec<(ClaimIx, &Time)> =
        claims.flat_map(|&claim| scene.facets(claim).times.iter().map(move |time| (claim, time))).collect();
    let shown = |claim, time: &Time| time.shown(&scene.story.article_of(claim).body);
    let mentions = times.iter().map(|&(claim, time)| Mention::of(claim, time.span, shown(claim, time))).collect();
    let own: Vec<Own> = times.iter().map(|&(claim, time)| Own::of(scene, claim, time)).collect();
    let words: Vec<String> = times.iter().map(|&(claim, time)| scene.text((claim, time.span)).to_lowercase()).collect();
    Rivals::among(mentions, |a, b| {
        let ((one, x), (other, y)) = (times[a], times[b]);
        // The same words mean one time, though the articles may be dated otherwise.
        let verdict = if words[a] == words[b] { Verdict::Same } else { judge(x, y)? };
        if verdict != Verdict::Same && scene.story.outlet_of(one) == scene.story.outlet_of(other) {
            return None;
        }
        let told = |claim: ClaimIx, time: &Time| {
            let there = |days: &Days| Some(*days) == time.days;
            let in_claim = scene.facets(claim).times.iter().filter_map(|time| time.days.as_ref()).any(there);
            [in_claim, scene.days_of_article(claim).iter().any(there)].map(f64::from)
        };
        let (in_b, in_a) = (told(other, x), told(one, y));
        let (first, second) = (own[a], own[b]);
        let measured = vec![
            same_event(x, y),
            grain(x).abs_diff(grain(y)) as f64,
            count([x, y], |time| time.clock.is_some()),
            x.days.zip(y.days).map_or(0.0, |(x, y)| libm::log1p(f64::from(x.apart(y).min(4000)))),
            count([x, y], |time| time.weekday.is_some()),
            first.beside_report + second.beside_report,
            in_b[0] + in_a[0],
            in_b[1] + in_a[1],
            count([x, y], |time| time.days.is_none() && time.clock.is_none()),
            first.alone + second.alone,
            count([x, y], |time| grain(time) >= 2),
        ];
        Some((verdict, measured))
    })
}

fn count(times: [&Time; 2], is: impl Fn(&Time) -> bool) -> f64 {
    times.iter().filter(|time| is(time)).count() as f64
}

/// What is measured on one time alone.
#[derive(Debug, Clone, Copy)]
struct Own {
    /// Whether it stands beside who says something: "said Friday" dates the saying.
    beside_report: f64,
    /// Whether its claim names no other time.
    alone: f64,
}

impl Own {
    fn of(scene: &Scene, claim: ClaimIx, time: &Time) -> Self {
        /// Bytes between a word of saying and the time that it takes.
        const BESIDE: usize = 12;
        let facets = scene.facets(claim);
        let beside = |span: Span| {
            span.end <= time.span.start && time.span.start - span.end <= BESIDE
                || time.span.end <= span.start && span.start - time.span.end <= BESIDE
        };
        let own = facets.attributions.iter().filter(|attribution| attribution.carried == 0);
        let beside_report = own.flat_map(|attribution| [attribution.cue, attribution.source]).any(beside);
        Self { beside_report: f64::from(beside_report), alone: f64::from(facets.times.len() == 1) }
    }
}

/// Whether a line only says when the article was published: beside "posted" and its like it has no
/// open-class word in lower case.
pub(crate) fn is_stamp(claim: &Claim) -> bool {
    let says_more = |word: &&Word| {
        word.is_word()
            && word.lower.chars().count() > 2
            && word.text.chars().all(char::is_lowercase)
            && !is_closed(&word.lower)
            && !matches!(word.lower.as_str(), "posted" | "published" | "updated" | "modified")
    };
    !claim.words.iter().any(|word| says_more(&word))
}

/// Probability that two times of aligned claims date the same event.
pub(crate) fn same_event(a: &Time, b: &Time) -> f64 {
    let shared = overlap(&a.context, &b.context);
    let grains = if grain(a) == grain(b) { 0.0 } else { 2.0 };
    1.0 / (1.0 + libm::exp(-(2.5 * shared - grains - 1.5)))
}

/// How exactly a time is told: to the day or closer, the week or weeks, the month or season, the year.
fn grain(time: &Time) -> usize {
    let days = time.days.map_or(1, Days::len);
    [1, 14, 200].iter().take_while(|longest| days > **longest).count()
}

/// What two times are to each other; `None` where they say nothing comparable.
fn judge(a: &Time, b: &Time) -> Option<Verdict> {
    match (days(a, b), clocks(a, b)) {
        (Some(Verdict::Differ(relation)), _) | (_, Some(Verdict::Differ(relation))) => Some(Verdict::Differ(relation)),
        (Some(days), Some(Verdict::Same) | None) => Some(days),
        (Some(Verdict::Same | Verdict::LooksOther(_)), Some(Verdict::LooksOther(reason))) => {
            Some(Verdict::LooksOther(reason))
        }
        (None, None) => unresolved(a, b),
        (_, clocks) => clocks,
    }
}

const WITHIN: &str = "The one time lies within the other.";

fn days(a: &Time, b: &Time) -> Option<Verdict> {
    const SAME_DAY: Verdict = Verdict::LooksOther("The same day, said otherwise.");
    if let (Some(x), Some(y)) = (a.weekday, b.weekday) {
        return Some(if x == y { Verdict::Same } else { Verdict::Differ(Relation::Conflict) });
    }
    let (x, y) = (a.days?, b.days?);
    let named = |time: &Time, day: jiff::civil::Date| time.weekday.is_some_and(|weekday| day.weekday() == weekday);
    let near = (x.first - y.first).get_days().abs() <= 7;
    Some(if x == y {
        if a.weekday == b.weekday { Verdict::Same } else { SAME_DAY }
    } else if near && x.len() == 1 && y.len() == 1 && (named(a, y.first) || named(b, x.first)) {
        SAME_DAY
    } else if x.contains(y) || y.contains(x) {
        Verdict::LooksOther(WITHIN)
    } else if x.overlaps(y) {
        Verdict::Differ(Relation::Differs)
    } else {
        Verdict::Differ(Relation::Conflict)
    })
}

/// Minutes by which a rough clock time may be off.
const ROUGHLY: i32 = 25;

fn clocks(a: &Time, b: &Time) -> Option<Verdict> {
    let ((a_from, a_to), (b_from, b_to)) = (a.clock?, b.clock?);
    let shift = a.zone.zip(b.zone).map_or(0, |(a, b)| a - b);
    let gap = (b_from + shift - a_to).max(a_from - b_to - shift);
    // One zone is named, the other not: whole hours may lie between the same moment.
    if a.zone.is_some() != b.zone.is_some() && gap > 0 && gap % 60 == 0 {
        return None;
    }
    let rough = usize::from(a.is_rough) + usize::from(b.is_rough);
    Some(match gap {
        1.. if rough > 0 && gap <= ROUGHLY => Verdict::Differ(Relation::Differs),
        1.. => Verdict::Differ(Relation::Conflict),
        _ if (a_from, a_to) != (b_from, b_to) => Verdict::LooksOther(WITHIN),
        _ if rough == 1 => Verdict::LooksOther("The same hour, roughly told."),
        _ => Verdict::Same,
    })
}

/// Two times of which one at least is told only by its words: "today" in an undated article, "the next day".
fn unresolved(a: &Time, b: &Time) -> Option<Verdict> {
    let is_open = |time: &Time| time.days.is_none() && time.weekday.is_none() && time.clock.is_none();
    let is_part = |time: &Time| time.days.is_none() && time.weekday.is_none() && time.clock.is_some_and(|(a, b)| a < b);
    let is_one_weekday = a.weekday.is_some() != b.weekday.is_some();
    let is_dated = |time: &Time| time.days.is_some() || time.weekday.is_some();
    match (is_open(a) || is_part(a), is_open(b) || is_part(b)) {
        (true, false) | (false, true) if is_one_weekday => Some(Verdict::Differ(Relation::Conflict)),
        (true, false) if is_dated(b) => Some(Verdict::Differ(Relation::Differs)),
        (false, true) if is_dated(a) => Some(Verdict::Differ(Relation::Differs)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::told;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told(&JUDGE, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn two_days_of_one_event_conflict() {
        check(
            &["The mill in Lund burned down on Monday.", "The mill in Lund burned down on Tuesday."],
            &["conflict: Monday A | Tuesday B"],
        );
    }

    #[test]
    fn two_clock_times_conflict() {
        check(
            &["The mill exploded at 6:42 a.m. near Lund.", "The mill exploded at 7:05 a.m. near Lund."],
            &["conflict: 06:42 A | 07:05 B"],
        );
    }

    #[test]
    fn a_rough_clock_time_differs() {
        check(
            &["The mill exploded at about 6:40 a.m. near Lund.", "The mill exploded at 7:05 a.m. near Lund."],
            &["differs: 06:40 A | 07:05 B"],
        );
    }

    #[test]
    fn the_same_day_said_otherwise_is_the_same() {
        check(
            &[
                "[2031-03-06] The council approved the dam on Tuesday.",
                "[2031-03-07] The council approved the dam on 4 March.",
            ],
            &["same: 2031-03-04 A | 2031-03-04 B"],
        );
        check(
            &[
                "[2031-03-04] The council approved the dam yesterday.",
                "[2031-03-03] The council approved the dam today.",
            ],
            &[],
        );
    }

    #[test]
    fn a_time_within_the_other_is_the_same() {
        check(
            &[
                "[2031-03-04] The council approved the dam on 2 March.",
                "[2031-03-04] The council approved the dam in March.",
            ],
            &["same: 2031-03-02 A | 2031-03 B"],
        );
    }

    #[test]
    fn equal_times_are_one_reading_of_all_their_outlets() {
        check(
            &[
                "The mill in Lund burned down on Monday.",
                "The mill in Lund burned down on Tuesday.",
                "The mill in Lund burned down on Monday.",
            ],
            &["conflict: Monday A, C | Tuesday B"],
        );
    }

    #[test]
    fn three_times_are_three_readings() {
        check(
            &[
                "The mill in Lund burned down on Monday.",
                "The mill in Lund burned down on Tuesday.",
                "The mill in Lund burned down on Sunday.",
            ],
            &["conflict: Monday A | Tuesday B | Sunday C"],
        );
    }

    #[test]
    fn when_an_article_was_published_dates_no_event() {
        check(&["Posted: March 4, 2031, 6:42 AM EST", "Last updated on March 5, 2031 at 7:05 PM"], &[]);
    }

    #[test]
    fn times_of_other_acts_do_not_meet() {
        check(&["The vote was lost on Monday.", "The ship will sail from Lund on Friday."], &[]);
    }
}
