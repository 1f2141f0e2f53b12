//! Times: two outlets date one event differently.

use super::{
    Judge, readings,
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
use story::{Kind, Relation};

pub(super) const JUDGE: Judge =
    Judge { kind: Kind::Time, measured: &["same_event", "grains_apart", "clocks"], rivals, why: readings::why };

fn rivals(scene: &Scene) -> Rivals {
    let claims = scene.group.claims.iter().filter(|&&claim| !is_stamp(scene.claim(claim)));
    let times: Vec<(ClaimIx, &Time)> =
        claims.flat_map(|&claim| scene.facets(claim).times.iter().map(move |time| (claim, time))).collect();
    let shown = |claim, time: &Time| time.shown(&scene.story.article_of(claim).body);
    let mentions = times.iter().map(|&(claim, time)| Mention::of(claim, time.span, shown(claim, time))).collect();
    Rivals::among(mentions, |a, b| {
        let ((_, x), (_, y)) = (times[a], times[b]);
        let clocks = u8::from(x.clock.is_some()) + u8::from(y.clock.is_some());
        let measured = vec![same_event(x, y), grain(x).abs_diff(grain(y)) as f64, f64::from(clocks)];
        Some((judge(x, y)?, measured))
    })
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
    let common = a.context.iter().filter(|stem| b.context.contains(stem)).count() as f64;
    let shared = common / a.context.len().min(b.context.len()).max(1) as f64;
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
        (_, clocks) => clocks,
    }
}

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
        Verdict::LooksOther("The one time lies within the other.")
    } else if x.overlaps(y) {
        Verdict::Differ(Relation::Differs)
    } else {
        Verdict::Differ(Relation::Conflict)
    })
}

fn clocks(a: &Time, b: &Time) -> Option<Verdict> {
    let ((a_from, a_to), (b_from, b_to)) = (a.clock?, b.clock?);
    let shift = a.zone.zip(b.zone).map_or(0, |(a, b)| a - b);
    let apart = a_to < b_from + shift || b_to + shift < a_from;
    Some(match apart {
        true if a.is_rough || b.is_rough => Verdict::Differ(Relation::Differs),
        true => Verdict::Differ(Relation::Conflict),
        false if (a_from, a_to) == (b_from, b_to) => Verdict::Same,
        false => Verdict::LooksOther("The one time lies within the other."),
    })
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
