//! A quantity or a time as the outlets give it, drawn: one line a mention, along one axis.

use crate::document::blocks::{Plot, Point};
use maud::{Markup, html};

const WIDTH: f64 = 720.0;
/// From where to where the axis reaches; before it stand the outlets, behind it their words.
const AXIS: (f64, f64) = (196.0, 536.0);
const LINE: f64 = 22.0;
const FOOT: f64 = 30.0;

/// How many characters of a name, or of words, have room.
const ROOM: usize = 27;

/// The picture as SVG in the colour of the text around it; its data is told beside it.
pub(crate) fn svg(plot: &Plot) -> Markup {
    let body = plot.points.len() as f64 * LINE;
    let height = body + FOOT;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height)
            role="img" aria-label=(plot.alternative) font-family="Liberation Sans, Arial, sans-serif" font-size="12" fill="currentColor" {
            @for tick in &plot.ticks {
                @let x = x(tick.at);
                line x1=(x) y1="4" x2=(x) y2=(body) stroke="currentColor" stroke-opacity="0.16" {}
            }
            @for tick in named(plot) {
                text x=(x(tick.at)) y=(body + 18.0) text-anchor="middle" font-size="11" opacity="0.75" { (tick.label) }
            }
            @for (place, point) in plot.points.iter().enumerate() { (line(point, (place as f64 + 0.5) * LINE)) }
        }
    }
}

/// As many ticks as can be read beside each other, evenly.
fn named(plot: &Plot) -> impl Iterator<Item = &crate::document::blocks::Tick> {
    let longest = plot.ticks.iter().map(|tick| tick.label.chars().count()).max().unwrap_or(1);
    let room = ((AXIS.1 - AXIS.0 + 60.0) / (longest as f64 * 6.4 + 14.0)).max(1.0) as usize;
    plot.ticks.iter().step_by(plot.ticks.len().div_ceil(room).max(1))
}

fn line(point: &Point, y: f64) -> Markup {
    let (from, to) = (x(point.low), x(point.high));
    let baseline = y + 4.0;
    html! {
        text x=(AXIS.0 - 14.0) y=(baseline) text-anchor="end" { (short(&point.label)) }
        @if to - from > 1.0 { line x1=(from) y1=(y) x2=(to) y2=(y) stroke="currentColor" stroke-width="3" stroke-linecap="round" {} }
        @else { (dot(point, from, y)) }
        @if point.open_below { (arrow(from, y, -1.0)) }
        @if point.open_above { (arrow(to, y, 1.0)) }
        text x=(AXIS.1 + 18.0) y=(baseline) opacity="0.75" { (short(&point.value)) }
    }
}

/// Hollow where the words say that it is not exact.
fn dot(point: &Point, x: f64, y: f64) -> Markup {
    html! {
        @if point.rough { circle cx=(x) cy=(y) r="4" fill="none" stroke="currentColor" stroke-width="1.6" {} }
        @else { circle cx=(x) cy=(y) r="4.4" {} }
    }
}

fn arrow(x: f64, y: f64, towards: f64) -> Markup {
    let (from, tip, barb) = (x + towards * 6.0, x + towards * 22.0, x + towards * 17.0);
    let path = format!("M{from:.1} {y:.1}H{tip:.1}M{barb:.1} {:.1}L{tip:.1} {y:.1}L{barb:.1} {:.1}", y - 4.0, y + 4.0);
    html! { path d=(path) fill="none" stroke="currentColor" stroke-width="1.6" {} }
}

fn x(at: f64) -> f64 {
    let x = AXIS.0 + at * (AXIS.1 - AXIS.0);
    (x * 10.0).round() / 10.0
}

fn short(text: &str) -> String {
    if text.chars().count() <= ROOM {
        return text.to_owned();
    }
    text.chars().take(ROOM - 1).chain(['…']).collect()
}
