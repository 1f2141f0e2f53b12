//! Figures: two outlets give different quantities for one thing.

use super::{
    Joins, Judge, readings,
    rivals::{Mention, Rivals, Verdict},
    scene::Scene,
    time::is_stamp,
};
use crate::{
    facets::figures::{Amount, Bound, Dimension, Figure, Measure, PEOPLE},
    facets::times::Days,
    text::{ClaimIx, StoryText},
};
use story::{Kind, Relation};

/// A bound says no more than its number where the exact figure is within a tenth of it.
const NEAR: f64 = 0.1;

pub(super) const JUDGE: Judge = Judge {
    kind: Kind::Figure,
    measured: &[
        "same_thing",
        "counted_alike",
        "magnitudes_apart",
        "same_number",
        "people",
        "unit",
        "bare",
        "money",
        "duration",
        "age",
        "share",
        "same_fate",
        "same_noun",
        "nouns_alike",
        "told_in_other_claim",
        "told_in_other_article",
        "alone",
        "vague",
        "bounded",
        "can_both_hold",
        "same_place_in_row",
        "times_apart",
        "named_otherwise",
    ],
    rivals,
    joins: Joins::OneOfAClaim,
    why: readings::why,
};

fn rivals(scene: &Scene) -> Rivals {
    let claims = scene.group.claims.iter().filter(|&&claim| !is_stamp(scene.claim(claim)));
    let figures: Vec<(ClaimIx, &Figure)> =
        claims.flat_map(|&claim| scene.facets(claim).figures.iter().map(move |figure| (claim, figure))).collect();
    let mentions = figures
        .iter()
        .map(|&(claim, figure)| Mention::of(claim, figure.span, value(scene.story, claim, figure)))
        .collect();
    Rivals::among(mentions, |a, b| {
        let ((a, x), (b, y)) = (figures[a], figures[b]);
        let likely = same_thing(x, y)?;
        let verdict = judge(x, y, later(scene.story, a, b));
        if verdict != Verdict::Same && scene.story.outlet_of(a) == scene.story.outlet_of(b) {
            return None;
        }
        let mut measured = measured(x, y, likely);
        measured.extend(in_scene(scene, (a, x), (b, y)));
        Some((verdict, measured))
    })
}

fn measured(x: &Figure, y: &Figure, likely: f64) -> Vec<f64> {
    let both = |is: fn(&Measure) -> bool| f64::from(is(&x.measure)) + f64::from(is(&y.measure));
    vec![
        likely,
        overlap(&x.context, &y.context),
        libm::log10(x.amount.low.max(1e-9) / y.amount.low.max(1e-9)).abs().min(3.0),
        f64::from(same_number(&x.amount, &y.amount)),
        both(|measure| matches!(measure, Measure::People(_))),
        both(|measure| matches!(measure, Measure::Unit(_) | Measure::Magnitude | Measure::Tally | Measure::Age)),
        both(|measure| matches!(measure, Measure::Bare)),
        both(|measure| matches!(measure, Measure::Unit(Dimension::Money(_)))),
        both(|measure| matches!(measure, Measure::Unit(Dimension::Duration))),
        both(|measure| matches!(measure, Measure::Age)),
        both(|measure| matches!(measure, Measure::Unit(Dimension::Share))),
        f64::from(matches!((&x.measure, &y.measure), (Measure::People(x), Measure::People(y)) if x == y)),
        f64::from(matches!((&x.measure, &y.measure), (Measure::Things(x), Measure::Things(y)) if x == y)),
    ]
}

/// What the claims and articles around two figures say of them.
fn in_scene(scene: &Scene, (a, x): (ClaimIx, &Figure), (b, y): (ClaimIx, &Figure)) -> Vec<f64> {
    let figures = |claim: ClaimIx| &scene.facets(claim).figures;
    let is_told = |one: &Figure, other: &Figure, but: &Figure| {
        other.span != but.span && same_number(&one.amount, &other.amount) && comparable(one, other)
    };
    let in_claim =
        |figure: &Figure, claim, but: &Figure| f64::from(figures(claim).iter().any(|one| is_told(figure, one, but)));
    let in_article = |figure: &Figure, claim, but: &Figure| {
        f64::from(scene.figures_of_article(claim).iter().any(|one| is_told(figure, one, but)))
    };
    let row = |claim, other: &Figure| figures(claim).iter().filter(|one| comparable(one, other)).collect::<Vec<_>>();
    let (row_a, row_b) = (row(a, y), row(b, x));
    let at = |row: &[&Figure], figure: &Figure| row.iter().position(|one| one.span == figure.span);
    let nouns_alike = match x.counted.is_empty() || y.counted.is_empty() {
        true => 0.0,
        false => scene.alike((a, x.counted), (b, y.counted)),
    };
    let ((x_low, x_high), (y_low, y_high)) = (holds(x), holds(y));
    vec![
        nouns_alike,
        in_claim(x, b, y) + in_claim(y, a, x),
        in_article(x, b, y) + in_article(y, a, x),
        f64::from(row_a.len() == 1) + f64::from(row_b.len() == 1),
        f64::from(x.amount.vague) + f64::from(y.amount.vague),
        f64::from(x.bound != Bound::Exactly) + f64::from(y.bound != Bound::Exactly),
        f64::from(x_low <= y_high && y_low <= x_high),
        f64::from(row_a.len() == row_b.len() && at(&row_a, x) == at(&row_b, y)),
        times_apart(scene, (a, x), (b, y)),
        named_otherwise(scene, (a, x), (b, y)),
    ]
}

/// Months between the times that two figures stand beside, where both or one stand beside one: the event of the other
/// is taken to be of the day of publication.
fn times_apart(scene: &Scene, (a, x): (ClaimIx, &Figure), (b, y): (ClaimIx, &Figure)) -> f64 {
    let beside = |claim: ClaimIx, figure: &Figure| {
        let dated = scene.facets(claim).times.iter().filter_map(|time| Some((time.span, time.days?)));
        let nearest = dated.min_by_key(|(span, _)| span.start.abs_diff(figure.span.start));
        let published = || scene.story.article_of(claim).published.as_ref().and_then(story::Timestamp::date);
        nearest.map(|(_, days)| days).or_else(|| published().map(Days::day))
    };
    beside(a, x).zip(beside(b, y)).map_or(0.0, |(a, b)| libm::log1p(f64::from(a.apart(b)) / 30.0))
}

/// Whether other names stand right before two ages: 1 where they are of two people, -1 where of one.
fn named_otherwise(scene: &Scene, (a, x): (ClaimIx, &Figure), (b, y): (ClaimIx, &Figure)) -> f64 {
    if (&x.measure, &y.measure) != (&Measure::Age, &Measure::Age) {
        return 0.0;
    }
    let name = |claim: ClaimIx, figure: &Figure| {
        let words = scene.words(claim).iter().filter(|word| word.is_capitalised());
        let near = words.min_by_key(|word| word.span.start.abs_diff(figure.span.start));
        near.map(|word| word.stem.clone())
    };
    match name(a, x).zip(name(b, y)) {
        Some((one, other)) if one == other => -1.0,
        Some(_) => 1.0,
        None => 0.0,
    }
}

/// Whether two figures measure the same kind of thing.
fn comparable(a: &Figure, b: &Figure) -> bool {
    match (&a.measure, &b.measure) {
        (
            Measure::People(_) | Measure::Things(_) | Measure::Bare,
            Measure::People(_) | Measure::Things(_) | Measure::Bare,
        ) => true,
        (x, y) => x == y,
    }
}

/// Probability that two figures of aligned claims count the same thing; `None` where they cannot.
pub(crate) fn same_thing(a: &Figure, b: &Figure) -> Option<f64> {
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
pub(crate) fn overlap(a: &[String], b: &[String]) -> f64 {
    let common = a.iter().filter(|stem| b.contains(stem)).count();
    common as f64 / a.len().min(b.len()).max(1) as f64
}

/// Whether one account is later than the other by publication, and which.
fn later(story: &StoryText, a: ClaimIx, b: ClaimIx) -> std::cmp::Ordering {
    let time = |claim| story.article_of(claim).published.as_ref().map(story::Timestamp::instant);
    time(a).zip(time(b)).map_or(std::cmp::Ordering::Equal, |(a, b)| a.cmp(&b))
}

fn judge(a: &Figure, b: &Figure, order: std::cmp::Ordering) -> Verdict {
    let is_free = |bound| matches!(bound, Bound::Exactly | Bound::About);
    if same_number(&a.amount, &b.amount) {
        return if a.bound == b.bound || (is_free(a.bound) && is_free(b.bound)) {
            Verdict::Same
        } else {
            Verdict::Differ(Relation::Differs)
        };
    }
    let is_as_exact = a.bound == b.bound || (is_free(a.bound) && is_free(b.bound));
    if is_as_exact && converts(&a.amount, &b.amount) {
        return Verdict::LooksOther("The one figure is the other in another unit.");
    }
    if rounds(a, b) {
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
    Verdict::Differ(relation)
}

pub(crate) fn same_number(a: &Amount, b: &Amount) -> bool {
    let close = |x: f64, y: f64| {
        (x - y).abs() <= 1e-6 * x.abs().max(y.abs()).max(1e-12) || (x.is_infinite() && y.is_infinite())
    };
    close(a.low, b.low) && close(a.high, b.high)
}

/// Whether the more exact of two numbers, rounded to the digits of the other, is the other, and lies
/// on the side of it that the other's bound leaves open: 4,200 is "more than 4,000".
fn rounds(a: &Figure, b: &Figure) -> bool {
    let (coarse, fine) = if a.amount.step >= b.amount.step { (a, b) } else { (b, a) };
    let (Amount { low, step, .. }, exact) = (coarse.amount, fine.amount.low);
    let is_fine_enough = match coarse.bound {
        Bound::Exactly | Bound::About => step <= 0.1 * low,
        Bound::AtLeast | Bound::MoreThan => exact >= low && exact - low <= NEAR * low,
        Bound::UpTo | Bound::LessThan | Bound::Nearly => exact <= low && low - exact <= NEAR * low,
    };
    matches!(fine.bound, Bound::Exactly | Bound::About)
        && step > fine.amount.step
        && [&a.amount, &b.amount].iter().all(|amount| amount.high <= amount.low)
        && is_fine_enough
        && ((exact / step).round() * step - low).abs() < 1e-6 * low
}

/// Whether two numbers were given in two units and the one, converted and rounded as the other is,
/// is the other. Units of which one is a power of ten of the other count as one.
fn converts(a: &Amount, b: &Amount) -> bool {
    let powers = libm::log10(a.step / b.step);
    let is_other_unit = a.step > 0.0 && b.step > 0.0 && (powers - powers.round()).abs() > 1e-6;
    // Whether the nought of "10 miles" was counted or rounded is not said.
    let step = |amount: &Amount| amount.step.min(0.1 * amount.low.abs());
    let is_near = (a.low - b.low).abs() <= 0.5 * step(a).max(step(b));
    is_other_unit && is_near && a.high <= a.low && b.high <= b.low
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::test_group::told;

    fn check(accounts: &[&str], expected: &[&str]) {
        assert_eq!(told(&JUDGE, accounts), expected, "{accounts:?}");
    }

    #[test]
    fn two_exact_counts_conflict() {
        check(
            &["The flood killed 12 people in Lund.", "The flood killed 15 people in Lund."],
            &["conflict: 12 people dead A | 15 people dead B"],
        );
    }

    #[test]
    fn a_bound_and_a_count_differ() {
        check(
            &["At least three people were killed in the flood.", "The flood killed 22 people."],
            &["differs: At least three people dead A | 22 people dead B"],
        );
    }

    #[test]
    fn a_later_higher_toll_is_an_update() {
        check(
            &[
                "[2031-03-04T08:00] The flood killed 12 people in Lund.",
                "[2031-03-04T20:00] The flood killed 15 people in Lund.",
            ],
            &["update: 12 people dead A | 15 people dead B"],
        );
    }

    #[test]
    fn a_later_lower_toll_is_a_conflict() {
        check(
            &[
                "[2031-03-04T08:00] The flood killed 15 people in Lund.",
                "[2031-03-04T20:00] The flood killed 12 people in Lund.",
            ],
            &["conflict: 15 people dead A | 12 people dead B"],
        );
    }

    #[test]
    fn a_rounded_figure_is_the_same() {
        check(
            &["The barn held about 4,200 tonnes of barley.", "The barn held 4,180 tonnes of barley."],
            &["same: about 4,200 tonnes A | 4,180 tonnes B"],
        );
    }

    #[test]
    fn a_bound_that_the_figure_rounds_to_is_the_same() {
        check(
            &["The barn held 4,200 tonnes of barley.", "The barn held more than 4,000 tonnes of barley."],
            &["same: 4,200 tonnes A | more than 4,000 tonnes B"],
        );
        check(
            &["The barn held 4,870 tonnes of barley.", "The barn held nearly 5,000 tonnes of barley."],
            &["same: 4,870 tonnes A | nearly 5,000 tonnes B"],
        );
    }

    #[test]
    fn a_bound_far_below_the_figure_differs() {
        check(
            &["The barn held 6,400 tonnes of barley.", "The barn held more than 4,000 tonnes of barley."],
            &["differs: 6,400 tonnes A | more than 4,000 tonnes B"],
        );
    }

    #[test]
    fn a_figure_outside_the_bound_conflicts() {
        check(
            &["The barn held 3,900 tonnes of barley.", "The barn held more than 4,000 tonnes of barley."],
            &["conflict: 3,900 tonnes A | more than 4,000 tonnes B"],
        );
    }

    #[test]
    fn a_conversion_is_the_same() {
        check(
            &["The fire burned 10 miles north of Lund.", "The fire burned 16 kilometres north of Lund."],
            &["same: 10 miles A | 16 kilometres B"],
        );
        check(
            &["The fire burned 35 miles north of Lund.", "The fire burned 56 kilometres north of Lund."],
            &["same: 35 miles A | 56 kilometres B"],
        );
    }

    #[test]
    fn two_lengths_in_two_units_conflict() {
        check(
            &["The fire burned 35 miles north of Lund.", "The fire burned 58 kilometres north of Lund."],
            &["conflict: 35 miles A | 58 kilometres B"],
        );
    }

    #[test]
    fn counts_of_other_things_do_not_meet() {
        check(&["The crash injured 14 passengers.", "The crash killed 2 passengers."], &[]);
        check(&["The barn held 40 cows.", "The barn held 900 litres of milk."], &[]);
    }

    #[test]
    fn equal_figures_are_one_reading_of_all_their_outlets() {
        check(
            &[
                "The flood killed 12 people in Lund.",
                "The flood killed 15 people in Lund.",
                "In Lund twelve people were killed by the flood.",
            ],
            &["conflict: 12 people dead A, C | 15 people dead B"],
        );
    }

    #[test]
    fn three_figures_are_three_readings() {
        check(
            &[
                "The flood killed 12 people in Lund.",
                "The flood killed 15 people in Lund.",
                "The flood killed 19 people in Lund.",
            ],
            &["conflict: 12 people dead A | 15 people dead B | 19 people dead C"],
        );
    }
}
