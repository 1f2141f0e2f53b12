//! Quantities: which figures count the same thing, and what each article gives for it.
//!
//! A series whose points count different things is worse than none: figures meet within a group where their
//! measures are equal and the words around them agree, and across groups only where the number is the same too.

use super::{
    Rows, evidence, label,
    mentions::{Thread, by_rows, met, shared},
    scale,
};
use crate::{
    facets::{
        figures::{Figure, Measure},
        times::Time,
    },
    kinds::figure::{overlap, same_number, same_thing},
    text::{ClaimIx, StoryText, Word},
};
use std::collections::BTreeMap;
use story::{Point, Series, SeriesId, Span, Timestamp};

/// Lowest likelihood at which two figures of one group count the same thing.
const LIKELY: f64 = 0.5;
/// Smaller numbers of people are equal by chance too often to join what stands in two groups.
const TELLING: f64 = 5.0;
/// Least share of the shorter context in common, where the measure says little of what is measured.
const ALIKE: f64 = 0.3;
/// The same where it says next to nothing.
const CLOSE: f64 = 0.5;

/// A number so many times another one is seldom of the same thing.
const FAR: f64 = 5.0;

type Mention<'s> = super::mentions::Mention<'s, Figure>;

pub(super) fn find(story: &StoryText, rows: &Rows) -> Vec<Series> {
    let mentions: Vec<Mention> = rows
        .grouped()
        .flat_map(|claim| story.facets(claim).figures.iter().map(move |facet| Mention { claim, facet }))
        .filter(|mention| is_whole(story, mention))
        .collect();
    let is_equal = |a: &Figure, b: &Figure| same_number(&a.amount, &b.amount);
    let threads = shared(story, rows, &mentions, pairs(story, rows, &mentions), is_equal);
    let telling = threads.iter().filter(|thread| tells(&thread.mentions));
    by_rows(telling, |thread| series(story, rows, thread), |series| &series.id)
}

/// Whether it is a number of its own: not "12 others", "three of the seven", "many", "a 2008 event" or "38-caliber", nor without a noun.
fn is_whole(story: &StoryText, mention: &Mention) -> bool {
    let figure = mention.facet;
    let body = &story.article_of(mention.claim).body;
    let counted = figure.counted.of(body).to_lowercase();
    let adds = |word: &str| matches!(word, "other" | "others" | "more" | "additional" | "further" | "new" | "another");
    let words = &story.claim(mention.claim).words;
    let before = words.iter().rev().find(|word| word.span.end <= figure.span.start);
    let is_more = counted.split_whitespace().take(2).any(adds)
        || before.is_some_and(|word| adds(&word.lower) || word.lower == "remaining");
    let is_part =
        ["of the ", "of them", "of those", "of these", "of its ", "of their "].iter().any(|of| counted.starts_with(of));
    let names = counted.split(['-', ' ']).any(|word| matches!(word, "caliber" | "calibre" | "gauge"));
    figure.measure != Measure::Bare
        && figure.amount.high.is_finite()
        && !is_more
        && !is_part
        && !names
        && !is_year(figure, body)
}

fn is_year(figure: &Figure, body: &str) -> bool {
    let digits = figure.span.of(body).bytes().take_while(u8::is_ascii_digit).count();
    matches!(figure.measure, Measure::Things(_)) && digits == 4 && (1500.0..=2100.0).contains(&figure.amount.low)
}

/// The pairs that may count the same thing, with likelihoods; those that meet only across groups come last.
fn pairs(story: &StoryText, rows: &Rows, mentions: &[Mention]) -> Vec<(f64, usize, usize)> {
    let within = |a: &Mention, b: &Mention| likely(story, a, b).filter(|likely| *likely >= LIKELY);
    let mut pairs = met(rows, mentions, within);
    let mut of_measure: BTreeMap<&Measure, Vec<usize>> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        of_measure.entry(&mention.facet.measure).or_default().push(at);
    }
    for alike in of_measure.values() {
        for (i, &a) in alike.iter().enumerate() {
            let again = alike[i + 1..].iter().filter(|&&b| is_again(story, &mentions[a], &mentions[b]));
            pairs.extend(again.map(|&b| (0.0, a, b)));
        }
    }
    pairs
}

/// How likely two figures of one group count the same thing; `None` where they do not.
fn likely(story: &StoryText, a: &Mention, b: &Mention) -> Option<f64> {
    let (x, y) = (a.facet, b.facet);
    if x.measure != y.measure || !of_one_sort(story, a, b) {
        return None;
    }
    let (equal, shared) = (same_number(&x.amount, &y.amount), overlap(&x.context, &y.context));
    let wanted = match x.measure {
        _ if is_far(x, y) => return None,
        Measure::People(_) | Measure::Magnitude => 0.0,
        Measure::Things(_) => ALIKE,
        _ if equal => ALIKE,
        // Many things of a story are told in per cent or in years.
        _ => CLOSE,
    };
    // What is the same comes first: where one claim has two quantities, each goes with its own.
    same_thing(x, y).filter(|_| shared >= wanted).map(|likely| likely + f64::from(equal))
}

/// Whether the one number is many times the other.
fn is_far(x: &Figure, y: &Figure) -> bool {
    let (low, high) = (x.amount.low.min(y.amount.low), x.amount.high.max(y.amount.high).max(1.0));
    let apart = x.amount.high < y.amount.low || y.amount.high < x.amount.low;
    apart && FAR * low < high
}

/// Whether a figure of another group is plainly the same quantity: the same number of the same measure.
fn is_again(story: &StoryText, a: &Mention, b: &Mention) -> bool {
    let (x, y) = (a.facet, b.facet);
    let shared = overlap(&x.context, &y.context);
    let tells = match x.measure {
        Measure::People(_) => x.amount.low >= TELLING || shared >= ALIKE,
        Measure::Magnitude => true,
        _ => shared >= CLOSE,
    };
    a.claim != b.claim && tells && same_number(&x.amount, &y.amount) && of_one_sort(story, a, b)
}

/// Whether no narrower noun stands on one side only: "12 people" are not "12 children".
fn of_one_sort(story: &StoryText, a: &Mention, b: &Mention) -> bool {
    const ANYBODY: [&str; 14] = [
        "peopl", "person", "victim", "dead", "live", "casualti", "death", "fatal", "bodi", "injuri", "injur", "wound",
        "resid", "surviv",
    ];
    let people = matches!(&a.facet.measure, Measure::People(_))
        || matches!(&a.facet.measure, Measure::Things(thing) if thing == crate::facets::figures::PEOPLE);
    let noun = |mention: &Mention| {
        let words = &story.claim(mention.claim).words;
        let last = words.iter().rev().find(|word| word.is_word() && mention.facet.counted.contains(word.span));
        last.map(|word| word.stem.as_str()).filter(|stem| !ANYBODY.contains(stem))
    };
    match (noun(a), noun(b)) {
        _ if !people => true,
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        _ => same_number(&a.facet.amount, &b.facet.amount),
    }
}

/// Whether there is anything to see: a number among the points, and more than "one problem" and "two nations".
fn tells(thread: &[&Mention]) -> bool {
    let figures = || thread.iter().map(|mention| mention.facet);
    let counts_things = matches!(thread[0].facet.measure, Measure::Things(_));
    figures().any(|figure| !figure.amount.vague) && !(counts_things && figures().all(|figure| figure.amount.high < 3.0))
}

fn series(story: &StoryText, rows: &Rows, Thread { rows: standing, mentions: thread }: &Thread<Figure>) -> Series {
    let smallest = thread.iter().map(|mention| mention.facet.amount.low.abs()).fold(f64::INFINITY, f64::min);
    let (unit, factor) = match &thread[0].facet.measure {
        Measure::Unit(dimension) => scale::unit(*dimension, smallest),
        Measure::Age => ("years", 1.0),
        _ => ("", 1.0),
    };
    let mut points: Vec<Point> = Vec::new();
    for mention in thread {
        let point = point(story, mention, factor);
        if !points.iter().any(|known| says_the_same(known, &point)) {
            points.push(point);
        }
    }
    let measure = measure(story, thread);
    // Stable: points of one time keep the order of the articles.
    points.sort_by(|a, b| a.as_of.cmp(&b.as_of));
    Series {
        id: SeriesId::of(points.iter().map(|point| &point.evidence)),
        measure,
        unit: unit.to_owned(),
        groups: rows.ids(standing),
        points,
    }
}

fn says_the_same(a: &Point, b: &Point) -> bool {
    let amount = |point: &Point| (point.low.to_bits(), point.high.to_bits(), point.bound);
    a.evidence.article == b.evidence.article && amount(a) == amount(b) && a.as_of == b.as_of
}

fn point(story: &StoryText, mention: &Mention, factor: f64) -> Point {
    let (claim, figure) = (mention.claim, mention.facet);
    let dated = as_of(story, claim, figure);
    let published = || story.article_of(claim).published.clone();
    Point {
        evidence: evidence(story, claim, figure.span),
        low: scale::clean(figure.amount.low / factor),
        high: scale::clean(figure.amount.high / factor),
        bound: figure.bound,
        vague: figure.amount.vague,
        as_of: dated.as_ref().map(|(_, time)| time.clone()).or_else(published),
        dated: dated.map(|(span, _)| evidence(story, claim, span)),
    }
}

/// "as of Friday", "by Monday night": the time nearest to the figure that says when it held, with its words.
fn as_of(story: &StoryText, claim: ClaimIx, figure: &Figure) -> Option<(Span, Timestamp)> {
    let words = &story.claim(claim).words;
    let times = story.facets(claim).times.iter();
    let dated = times.filter_map(|time| Some((states(words, time)?, moment(time)?)));
    let apart = |span: &Span| span.start.max(figure.span.start) - span.end.min(figure.span.end);
    dated.min_by_key(|(span, _)| (apart(span), span.start))
}

/// The time with the words before it, where these say until when something was counted.
fn states(words: &[Word], time: &Time) -> Option<Span> {
    let at = words.iter().position(|word| word.span.start >= time.span.start)?;
    let lower = |back: usize| at.checked_sub(back).map_or("", |i| words[i].lower.as_str());
    let cues: usize = match (lower(3), lower(2), lower(1)) {
        (_, "as", "of" | "at") | (_, "by", "late" | "early") => 2,
        (_, _, "by" | "until") => 1,
        _ => return None,
    };
    Some(Span::new(words[at - cues].span.start, time.span.end))
}

fn moment(time: &Time) -> Option<Timestamp> {
    let day = time.days.filter(|days| days.first == days.last)?.last;
    let clock = time.clock.filter(|(from, to)| from == to).map(|(at, _)| format!("T{:02}:{:02}", at / 60, at % 60));
    Timestamp::parse(&format!("{day}{}", clock.unwrap_or_default()))
}

/// "people dead", "houses damaged", "The barn held … of barley".
fn measure(story: &StoryText, thread: &[&Mention]) -> String {
    let first = thread.iter().find(|mention| !mention.facet.counted.is_empty()).unwrap_or(&thread[0]);
    let claim = story.claim(first.claim);
    let noun = first.facet.counted.of(&story.article_of(first.claim).body);
    let noun = ["of the ", "of ", "the "].iter().fold(noun, |noun, lead| noun.strip_prefix(lead).unwrap_or(noun));
    match &first.facet.measure {
        Measure::People(fate) => {
            let said = noun.split_whitespace().next_back().unwrap_or("");
            let has_noun = !noun.is_empty() && !["dead", "killed", "injured", "wounded", "missing"].contains(&said);
            format!("{} {}", if has_noun { noun } else { "people" }, fate.name())
        }
        Measure::Magnitude => "magnitude".to_owned(),
        Measure::Things(_) if !noun.is_empty() => {
            let told = |stem: &str| thread.iter().all(|mention| mention.facet.context.iter().any(|one| one == stem));
            match label::participle(claim, first.facet.span, told) {
                Some(participle) => format!("{noun} {participle}"),
                None => noun.to_owned(),
            }
        }
        _ => label::around(claim, first.facet.span),
    }
}

#[cfg(test)]
mod tests {
    use crate::series::test_story::found;

    fn check(accounts: &[&str], expected: &[&str]) {
        let comparison = found(accounts);
        let told = comparison.series.iter().map(|series| {
            let points = series.points.iter().map(|point| {
                let as_of = point.as_of.as_ref().map_or(String::new(), |as_of| format!(" {as_of}"));
                format!("{} {}{as_of}", point.bound.name(), point.low)
            });
            let unit = if series.unit.is_empty() { String::new() } else { format!(" in {}", series.unit) };
            format!("{}{unit}: {}", series.measure, points.collect::<Vec<_>>().join(", "))
        });
        assert_eq!(told.collect::<Vec<String>>(), expected);
    }

    #[test]
    fn a_toll_is_one_series_by_its_times() {
        check(
            &[
                "[2031-03-05] The flood in Lund killed 15 people.",
                "[2031-03-04] The flood in Lund killed at least 12 people.",
                "[2031-03-06] The flood in Lund had killed 14 people as of Tuesday.",
            ],
            &["people dead: at_least 12 2031-03-04, exactly 14 2031-03-04, exactly 15 2031-03-05"],
        );
    }

    #[test]
    fn quantities_of_one_sentence_go_each_with_its_own() {
        check(
            &[
                "The council set a tax of 25 percent on steel and 10 percent on timber.",
                "The council set a tax of 10 percent on timber and 25 percent on steel.",
            ],
            &[
                "council set a tax of … on steel and 10 percent in %: exactly 25, exactly 25",
                "25 percent on steel and … on timber in %: exactly 10, exactly 10",
            ],
        );
    }

    #[test]
    fn units_meet_in_one() {
        check(
            &["The fire burned 10 miles north of Lund.", "The fire burned 16 kilometres north of Lund."],
            &["The fire burned … north of Lund in km: exactly 16.09344, exactly 16"],
        );
    }

    #[test]
    fn others_years_and_single_things_are_no_quantities() {
        check(&["The crash hurt 12 other people.", "The crash hurt 12 other people."], &[]);
        check(&["The 1962 harbour law was changed.", "The 1962 harbour law was changed."], &[]);
        check(&["The town had one dull harbour.", "The town had one dull harbour."], &[]);
    }

    #[test]
    fn a_part_and_a_number_many_times_another_are_other_quantities() {
        check(&["Police fired 11 shots at the ferry.", "Police fired three of the seven shots at the ferry."], &[]);
        check(&["The flood in Lund killed 12 people.", "The flood in Lund killed 200 people."], &[]);
    }

    #[test]
    fn children_are_not_all_the_people() {
        check(&["The flood in Lund killed 12 people.", "The flood in Lund killed 3 children."], &[]);
    }

    #[test]
    fn what_one_outlet_gives_is_no_series() {
        check(&["The flood in Lund killed 12 people.", "The flood in Lund was over."], &[]);
    }
}
