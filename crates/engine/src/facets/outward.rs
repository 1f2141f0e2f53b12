//! Facets as a comparison tells them: kind, value and words.

use super::{
    Facets,
    attributions::Attribution,
    figures::{Bound, Figure, Measure},
    places::Place,
};
use story::{Article, Facet, Kind, Span};

/// What a claim holds that can diverge, in the order of the text.
pub(crate) fn outward(facets: &Facets, article: &Article) -> Vec<Facet> {
    let facet = |kind, value: String, span: Span| Facet { kind, value, span, text: span.of(&article.body).to_owned() };
    let mut all: Vec<Facet> = Vec::new();
    all.extend(facets.figures.iter().map(|figure| facet(Kind::Figure, amount(figure), figure.span)));
    all.extend(facets.times.iter().map(|time| facet(Kind::Time, time.shown(&article.body), time.span)));
    // What is carried over stands in another claim, which shows it.
    let own = facets.attributions.iter().filter(|attribution| attribution.carried == 0);
    all.extend(own.map(|attribution| facet(Kind::Source, voice(attribution, article), attribution.span)));
    let hedges = facets.hedges.iter();
    all.extend(hedges.map(|hedge| facet(Kind::Certainty, hedge.level.shown().into(), hedge.span)));
    all.extend(facets.negations.iter().map(|negation| facet(Kind::Polarity, "denied".into(), negation.span)));
    let quotations = facets.quotations.iter();
    all.extend(quotations.map(|quotation| facet(Kind::Quote, quotation.span.of(&article.body).into(), quotation.span)));
    all.extend(facets.places.iter().map(|place| facet(Kind::Place, location(place), place.span)));
    let dates = |span: Span| facets.times.iter().any(|time| time.span.overlaps(span));
    let named = facets.participants.iter().filter(|participant| participant.is_name && !dates(participant.span));
    all.extend(named.map(|name| facet(Kind::Actor, name.span.of(&article.body).into(), name.span)));
    all.extend(facets.hedges.iter().map(|hedge| facet(Kind::Certainty, hedge.level.shown().into(), hedge.span)));
    all.extend(facets.negations.iter().map(|negation| facet(Kind::Polarity, "denied".into(), negation.span)));
    all.sort_by(|a, b| (a.span, a.kind, &a.value).cmp(&(b.span, b.kind, &b.value)));
    all
}

/// `≥ 24 dead`, `≈ 4000000`, `10–15`: in the base unit of the measure.
fn amount(figure: &Figure) -> String {
    let sign = match figure.bound {
        Bound::Exactly => "",
        Bound::About | Bound::Nearly => "≈ ",
        Bound::AtLeast => "≥ ",
        Bound::MoreThan => "> ",
        Bound::UpTo => "≤ ",
        Bound::LessThan => "< ",
    };
    let (low, high) = (figure.amount.low, figure.amount.high);
    let number = if low < high { format!("{low}–{high}") } else { low.to_string() };
    match &figure.measure {
        Measure::People(fate) => format!("{sign}{number} {}", fate.name()),
        _ => format!("{sign}{number}"),
    }
}

/// `Mira Holt, senior fellow at the institute`, `officials, relayed by the Courier`
fn voice(attribution: &Attribution, article: &Article) -> String {
    let mut voice = attribution.speaker.shown.clone();
    if let Some(role) = attribution.role {
        voice = format!("{voice}, {}", role.of(&article.body));
    }
    match &attribution.relay {
        Some(relay) => format!("{voice}, relayed by {}", relay.shown),
        None => voice,
    }
}

/// `northern Italy`
fn location(place: &Place) -> String {
    if place.direction.is_empty() { place.name.clone() } else { format!("{} {}", place.direction, place.name) }
}
