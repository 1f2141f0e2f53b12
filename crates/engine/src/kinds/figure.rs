//! Figures: two outlets give different quantities for one thing.

use super::{
    Findings,
    readings::{self, Mention, Verdict},
};
use crate::{
    align::Group,
    facets::figures::{Amount, Bound, Figure, Measure, PEOPLE},
    text::{ClaimIx, StoryText},
};
use story::{Kind, Relation};

pub(super) fn compare(story: &StoryText, group: &Group) -> Findings {
    let figures: Vec<(ClaimIx, &Figure)> = group
        .claims
        .iter()
        .flat_map(|&claim| story.facets(claim).figures.iter().map(move |figure| (claim, figure)))
        .collect();
    let mentions: Vec<Mention> = figures
        .iter()
        .map(|&(claim, figure)| Mention { claim, span: figure.span, value: value(story, claim, figure) })
        .collect();
    readings::compare(story, Kind::Figure, &mentions, |a, b| {
        let ((a, x), (b, y)) = (figures[a], figures[b]);
        let likely = same_thing(x, y)?;
        // Of the likeliest findings on groups as aligned two in five are right, of the least likely one in five.
        Some((likely, judge(x, y, 0.15 + 0.3 * likely, later(story, a, b))))
    })
}

/// Probability that two figures of aligned claims count the same thing; `None` where they cannot.
fn same_thing(a: &Figure, b: &Figure) -> Option<f64> {
    let shared = overlap(&a.context, &b.context);
    let fits = match (&a.measure, &b.measure) {
        (Measure::People(x), Measure::People(y)) if x == y => 2.0,
        (Measure::Magnitude, Measure::Magnitude) | (Measure::Tally, Measure::Tally) => 2.0,
        (Measure::Age, Measure::Age) => 0.0,
        (Measure::Unit(x), Measure::Unit(y)) if x == y => 0.0,
        (Measure::Things(x), Measure::Things(y)) if x == y => 1.0,
        (Measure::Things(x), Measure::Things(y)) if x == PEOPLE || y == PEOPLE => -1.5,
        (Measure::Things(_), Measure::Things(_)) => -2.5,
        (Measure::People(_), Measure::Things(_)) | (Measure::Things(_), Measure::People(_)) => -2.0,
        (Measure::Bare, Measure::Things(_) | Measure::People(_)) => -1.5,
        (Measure::Things(_) | Measure::People(_), Measure::Bare) | (Measure::Bare, Measure::Bare) => -1.5,
        _ => return None,
    };
    let distance = libm::log10(a.amount.low.max(1e-9) / b.amount.low.max(1e-9)).abs().min(3.0);
    let logit = fits + 3.0 * shared - 0.4 * distance - 0.8;
    Some(1.0 / (1.0 + libm::exp(-logit)))
}

/// Share of the shorter context that the two have in common.
fn overlap(a: &[String], b: &[String]) -> f64 {
    let common = a.iter().filter(|stem| b.contains(stem)).count();
    common as f64 / a.len().min(b.len()).max(1) as f64
}

/// Whether one account is later than the other by publication, and which.
fn later(story: &StoryText, a: ClaimIx, b: ClaimIx) -> std::cmp::Ordering {
    let time = |claim| story.article_of(claim).published.as_ref().map(story::Timestamp::instant);
    time(a).zip(time(b)).map_or(std::cmp::Ordering::Equal, |(a, b)| a.cmp(&b))
}

fn judge(a: &Figure, b: &Figure, likely: f64, order: std::cmp::Ordering) -> Verdict {
    let is_free = |bound| matches!(bound, Bound::Exactly | Bound::About);
    if same_number(&a.amount, &b.amount) {
        return if a.bound == b.bound || (is_free(a.bound) && is_free(b.bound)) {
            Verdict::Same
        } else {
            Verdict::Differ(Relation::Differs, likely * 0.8)
        };
    }
    if is_free(a.bound) && is_free(b.bound) && rounds(a, b) {
        return Verdict::LooksOther("The one figure is the other, rounded.");
    }
    let can_both_hold = {
        let ((a_low, a_high), (b_low, b_high)) = (holds(a), holds(b));
        a_low <= b_high && b_low <= a_high
    };
    let grows = matches!(a.measure, Measure::People(_)) && order == a.amount.low.total_cmp(&b.amount.low);
    let relation = match (can_both_hold, grows && order != std::cmp::Ordering::Equal) {
        (_, true) => Relation::Update,
        (true, _) => Relation::Differs,
        (false, _) => Relation::Conflict,
    };
    Verdict::Differ(relation, likely)
}

fn same_number(a: &Amount, b: &Amount) -> bool {
    let close = |x: f64, y: f64| {
        (x - y).abs() <= 1e-6 * x.abs().max(y.abs()).max(1e-12) || (x.is_infinite() && y.is_infinite())
    };
    close(a.low, b.low) && close(a.high, b.high)
}

/// Whether the more exact of two numbers, rounded to the digits of the other, is the other.
fn rounds(a: &Figure, b: &Figure) -> bool {
    let (coarse, fine) = if a.amount.step >= b.amount.step { (&a.amount, &b.amount) } else { (&b.amount, &a.amount) };
    coarse.step > fine.step
        && coarse.high <= coarse.low
        && fine.high <= fine.low
        && coarse.step <= 0.1 * coarse.low
        && ((fine.low / coarse.step).round() * coarse.step - coarse.low).abs() < 1e-6 * coarse.low
}

/// The values that a figure leaves open.
fn holds(figure: &Figure) -> (f64, f64) {
    let Amount { low, high, .. } = figure.amount;
    match figure.bound {
        Bound::Exactly => (low, high),
        Bound::About => (low * 0.9, high * 1.1),
        Bound::Nearly => (low * 0.85, high),
        Bound::AtLeast | Bound::MoreThan => (low, f64::INFINITY),
        Bound::UpTo | Bound::LessThan => (0.0, high),
    }
}

/// "at least 24 dead": the words of the figure, and what befell those counted where they do not say.
fn value(story: &StoryText, claim: ClaimIx, figure: &Figure) -> String {
    let words = figure.span.of(&story.article_of(claim).body);
    match &figure.measure {
        Measure::People(fate) if !words.contains(fate.name()) => format!("{words} {}", fate.name()),
        _ => words.to_owned(),
    }
}
