//! Datings: which times date the same event, and what each article gives for it.

use super::{
    Rows, evidence, label,
    mentions::{Thread, by_rows, met, shared},
};
use crate::{
    facets::times::Time,
    kinds::{
        figure::overlap,
        time::{is_stamp, same_event},
    },
    text::StoryText,
};
use story::{Dating, Moment, SeriesId, Span, Timestamp};

/// Lowest likelihood at which two times of one group date the same event.
const LIKELY: f64 = 0.4;
/// Least share of the shorter context in common at which equal times date the same event.
const ALIKE: f64 = 0.25;

type Mention<'s> = super::mentions::Mention<'s, Time>;

pub(super) fn find(story: &StoryText, rows: &Rows) -> Vec<Dating> {
    let mentions: Vec<Mention> = rows
        .grouped()
        .filter(|&claim| !is_stamp(story.claim(claim)))
        .flat_map(|claim| story.facets(claim).times.iter().map(move |facet| Mention { claim, facet }))
        .filter(|mention| dates_an_event(story, mention))
        .collect();
    let threads = shared(story, rows, &mentions, pairs(story, rows, &mentions), is_equal);
    by_rows(threads.iter(), |thread| dating(story, rows, thread), |dating| &dating.id)
}

/// Whether the time says when something happened, not when somebody spoke of it; it must have been resolved.
fn dates_an_event(story: &StoryText, mention: &Mention) -> bool {
    let own = story.facets(mention.claim).attributions.iter().filter(|attribution| attribution.carried == 0);
    let words = &story.claim(mention.claim).words;
    let between = |from: usize, to: usize| {
        words.iter().filter(|word| word.is_word() && from <= word.span.start && word.span.end <= to).count()
    };
    let is_of_speech = own.into_iter().any(|attribution| {
        let after = attribution.cue.end.max(attribution.span.end);
        (after <= mention.facet.span.start && between(after, mention.facet.span.start) <= 1)
            || attribution.span.overlaps(mention.facet.span)
    });
    (mention.facet.days.is_some() || mention.facet.clock.is_some()) && !is_of_speech
}

/// The pairs that may date the same event, with likelihoods; those that meet only across groups come last.
fn pairs(story: &StoryText, rows: &Rows, mentions: &[Mention]) -> Vec<(f64, usize, usize)> {
    let mut pairs = met(rows, mentions, |a, b| likely(story, a, b));
    let exact: Vec<usize> = (0..mentions.len()).filter(|&at| minute(mentions[at].facet).is_some()).collect();
    for (i, &a) in exact.iter().enumerate() {
        let again = exact[i + 1..].iter().filter(|&&b| is_again(mentions[a].facet, mentions[b].facet));
        pairs.extend(again.map(|&b| (0.0, a, b)));
    }
    pairs
}

fn likely(story: &StoryText, a: &Mention, b: &Mention) -> Option<f64> {
    let (x, y) = (a.facet, b.facet);
    let comparable = (x.days.is_some() && y.days.is_some()) || (minute(x).is_some() && minute(y).is_some());
    let likely = same_event(x, y);
    let (one, other) = (bearing(story, a), bearing(story, b));
    let long = x.days.is_some_and(|days| days.len() > 31);
    let is_likely = match is_equal(x, y) {
        true => {
            let fits = one == other || one == AT || other == AT;
            fits && overlap(&x.context, &y.context) >= if long { 2.0 * ALIKE } else { ALIKE }
        }
        // What somebody quoted calls today may be any day.
        false => likely >= LIKELY && one == other && !is_quoted(story, a) && !is_quoted(story, b),
    };
    (comparable && is_likely).then_some(likely + f64::from(is_equal(x, y)))
}

/// The minute of the day, if one is told.
fn minute(time: &Time) -> Option<i32> {
    time.clock.filter(|(from, to)| from == to).map(|(at, _)| at)
}

/// Whether a time of another group is plainly the same: one told to the minute.
fn is_again(a: &Time, b: &Time) -> bool {
    let days_fit = a.days.zip(b.days).is_none_or(|(a, b)| a.overlaps(b));
    minute(a) == minute(b) && minute(a).is_some_and(|at| at % 15 != 0) && !a.is_rough && !b.is_rough && days_fit
}

const AT: &str = "at";

/// Which side of what happened the time is on: "until Monday" is not "on Monday".
fn bearing(story: &StoryText, mention: &Mention) -> &'static str {
    let words = &story.claim(mention.claim).words;
    let before = words.iter().rev().find(|word| word.is_word() && word.span.end <= mention.facet.span.start);
    match before.map_or("", |word| word.lower.as_str()) {
        "until" | "till" | "through" | "to" => "end",
        "since" | "from" => "begin",
        "before" => "before",
        "after" => "after",
        "by" => "by",
        _ => AT,
    }
}

fn is_quoted(story: &StoryText, mention: &Mention) -> bool {
    story.facets(mention.claim).quotations.iter().any(|quotation| quotation.span.contains(mention.facet.span))
}

fn is_equal(a: &Time, b: &Time) -> bool {
    (a.days, a.clock) == (b.days, b.clock)
}

fn dating(story: &StoryText, rows: &Rows, Thread { rows: standing, mentions: thread }: &Thread<Time>) -> Dating {
    let mut points: Vec<Moment> = Vec::new();
    for mention in thread {
        let moment = moment(story, mention);
        let known = |known: &Moment| {
            known.evidence.article == moment.evidence.article
                && (&known.days, known.clock) == (&moment.days, moment.clock)
        };
        if !points.iter().any(known) {
            points.push(moment);
        }
    }
    Dating {
        id: SeriesId::of(points.iter().map(|point| &point.evidence)),
        event: label::around(story.claim(thread[0].claim), thread[0].facet.span),
        groups: rows.ids(standing),
        points,
    }
}

fn moment(story: &StoryText, mention: &Mention) -> Moment {
    let time = mention.facet;
    let minutes = |at: i32| u32::try_from(at).unwrap_or(0);
    Moment {
        evidence: evidence(story, mention.claim, trimmed(&story.article_of(mention.claim).body, time.span)),
        days: time.days.map(|days| (Timestamp::from_date(days.first), Timestamp::from_date(days.last))),
        clock: time.clock.map(|(from, to)| (minutes(from), minutes(to))),
        rough: time.is_rough,
    }
}

/// Some expressions begin with the space before them.
fn trimmed(body: &str, span: Span) -> Span {
    let text = span.of(body);
    let start = span.start + (text.len() - text.trim_start().len());
    Span::new(start, start + text.trim().len())
}

#[cfg(test)]
mod tests {
    use crate::series::test_story::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        let comparison = found(accounts);
        let told = comparison.datings.iter().map(|dating| {
            let points = dating.points.iter().map(|point| {
                let day = point.days.as_ref().map_or(String::new(), |(first, _)| first.to_string());
                let clock = point.clock.map_or(String::new(), |(at, _)| format!("{:02}:{:02}", at / 60, at % 60));
                [day, clock].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            });
            format!("{}: {}", dating.event, points.collect::<Vec<_>>().join(", "))
        });
        assert_eq!(told.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn an_event_has_the_times_that_outlets_give() {
        check(
            &["The mill in Lund exploded at 6:42 a.m. near the lake.", "The mill in Lund exploded at 7:05 a.m."],
            &["mill in Lund exploded at … near the lake: 06:42, 07:05"],
        );
        check(
            &[
                "[2031-03-06] The council approved the dam on Tuesday.",
                "[2031-03-07] The council approved the dam on 5 March.",
            ],
            &["council approved the dam on …: 2031-03-04, 2031-03-05"],
        );
    }

    #[test]
    fn when_it_was_said_and_until_when_it_lasted_are_other_times() {
        check(
            &["[2031-03-06] The dam held, police said Tuesday.", "[2031-03-06] The dam held, police said Wednesday."],
            &[],
        );
        check(
            &["[2031-03-06] The dam in Lund burned on Monday.", "[2031-03-06] The dam in Lund burned until Tuesday."],
            &[],
        );
    }
}
