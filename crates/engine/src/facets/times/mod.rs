//! Finds times: dates, weekdays, relative expressions, clock times and parts of the day, resolved
//! against the day on which the article was published.

mod calendar;
mod clocks;
mod dates;
mod expressions;
mod forms;

use super::closed_class::is_closed;
use crate::text::{Claim, Text};
pub(crate) use calendar::{Days, month_named};
use jiff::civil::{Date, Weekday};
use story::Span;

/// A point or stretch of time that a claim names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Time {
    /// Bytes of the body.
    pub(crate) span: Span,
    /// The days that it may mean; `None` where only the clock is given or nothing dates the article.
    pub(crate) days: Option<Days>,
    /// The weekday where it was given by name.
    pub(crate) weekday: Option<Weekday>,
    /// Minutes of the day, from and to; equal for a clock time.
    pub(crate) clock: Option<(i32, i32)>,
    /// Minutes by which the clock's zone is ahead of UTC, where it is named.
    pub(crate) zone: Option<i32>,
    /// Whether the words say that the clock time is not exact ("about", "shortly after").
    pub(crate) is_rough: bool,
    /// Stems of the open-class words around it.
    pub(crate) context: Vec<String>,
}

impl Time {
    /// The day as resolved with the clock time where one is given, else the words.
    pub(crate) fn shown(&self, body: &str) -> String {
        let clock = self.clock.filter(|(from, to)| from == to).map(|(at, _)| format!("{:02}:{:02}", at / 60, at % 60));
        match (self.days, clock) {
            (Some(days), Some(clock)) => format!("{days}T{clock}"),
            (Some(days), None) => days.to_string(),
            (None, Some(clock)) => clock,
            (None, None) => self.span.of(body).to_owned(),
        }
    }
}

/// The times of a claim in the order of the text.
pub(crate) fn times(claim: &Claim, published: Option<Date>) -> Vec<Time> {
    let mut times: Vec<Time> = Vec::new();
    for (span, part) in expressions::find(claim.text, published) {
        let span = span.shifted(claim.span.start);
        match times.last_mut().filter(|last| joins(claim, last, span) && part.fits(last)) {
            Some(last) => part.add_to(last, span),
            None => times.push(part.into_time(span)),
        }
    }
    for time in &mut times {
        time.context = context(claim, time.span);
    }
    times
}

/// The day on which the article was published: as given, else as a short line of its own at the top
/// of the body says.
pub(crate) fn published(text: &Text) -> Option<Date> {
    let given = text.article.published.as_ref().and_then(story::Timestamp::date);
    given.or_else(|| {
        let top = text.claims.iter().filter(|claim| claim.paragraph < 6 && claim.words.len() <= 12);
        top.flat_map(|claim| expressions::find(claim.text, None))
            .find_map(|(_, part)| part.days.filter(|days| days.first == days.last).map(|days| days.first))
    })
}

/// Whether nothing but "on", "at", "of" or a mark stands between two expressions.
fn joins(claim: &Claim, last: &Time, next: Span) -> bool {
    last.span.end <= next.start && {
        let between = claim.text[last.span.end - claim.span.start..next.start - claim.span.start].trim();
        matches!(between, "" | "," | "on" | "of" | "at" | ", on" | "(" | "in the")
    }
}

fn context(claim: &Claim, span: Span) -> Vec<String> {
    let open = |word: &&crate::text::Word| word.is_word() && !word.has_digit() && !is_closed(&word.lower);
    let first = claim.words.iter().position(|word| word.span.end > span.start).unwrap_or(claim.words.len());
    let after = claim.words.iter().position(|word| word.span.start >= span.end).unwrap_or(claim.words.len());
    let behind = claim.words[..first].iter().rev().filter(open).take(5);
    let ahead = claim.words[after..].iter().filter(open).take(5);
    behind.chain(ahead).map(|word| word.stem.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use story::ClaimId;

    fn check(text: &str, expected: &[&str]) {
        let span = Span::new(0, text.len());
        let id = ClaimId("x".into());
        let claim = Claim { id, article: 0, place: 0, paragraph: 0, span, text, words: words(text, 0) };
        let found: Vec<String> = times(&claim, Some(jiff::civil::date(2022, 4, 12)))
            .into_iter()
            .map(|time| {
                let days = time.days.map_or("?".to_owned(), |days| days.to_string());
                let clock = time.clock.map_or(String::new(), |(from, to)| format!(" {from}-{to}"));
                format!("{}: {days}{clock}", time.span.of(text))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_without_year_is_the_last_one() {
        check("It began on 24 February.", &["24 February: 2022-02-24"]);
        check("It began on Dec. 30.", &["Dec. 30: 2021-12-30"]);
        check("A hearing is set for May 17.", &["May 17: 2022-05-17"]);
    }

    #[test]
    fn weekdays_and_deictics_count_from_publication() {
        check("He fled Sunday morning.", &["Sunday morning: 2022-04-10 300-720"]);
        check("They left yesterday.", &["yesterday: 2022-04-11"]);
        check("It fell last month.", &["last month: 2022-03"]);
        check("It ended two years ago.", &["two years ago: 2020"]);
    }

    #[test]
    fn a_clock_joins_its_day() {
        check("Shells hit at 3.45pm on Tuesday.", &["3.45pm on Tuesday: 2022-04-12 945-945"]);
        check("It struck at 7: 37 a. m. local time.", &["7: 37 a. m.: ? 457-457"]);
    }

    #[test]
    fn what_is_to_come_is_told_ahead() {
        check("It will open Monday.", &["Monday: 2022-04-18"]);
        check("It opened Monday.", &["Monday: 2022-04-11"]);
        check("The vote is expected in November.", &["November: 2022-11"]);
        check("The vote was held in November.", &["November: 2021-11"]);
    }

    #[test]
    fn stretches_have_two_ends() {
        check("He ruled from 1967 to 1979.", &["1967 to 1979: 1967..1979"]);
        check("It lasted March 3 to 5.", &["March 3 to 5: 2022-03-03..2022-03-05"]);
        check("Sales fell in the third quarter of 2021.", &["the third quarter of 2021: 2021-07-01..2021-09-30"]);
    }

    #[test]
    fn hours_are_spoken_too() {
        check("Shells hit at ten past three.", &["ten past three: ? 190-190"]);
        check("Shells hit at half past seven.", &["half past seven: ? 450-450"]);
    }

    #[test]
    fn the_verb_may_is_no_month() {
        check("It may rain and May may resign.", &[]);
    }

    #[test]
    fn years_need_a_word_that_dates() {
        check("Built in 1935, it held 2000 people.", &["1935: 1935"]);
        check("It dates to the 1930s.", &["1930s: 1930..1939"]);
    }
}
