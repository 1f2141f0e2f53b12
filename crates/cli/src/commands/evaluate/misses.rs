//! What of one story was missed or wrong, with its words.

use super::table::BOLD;
use app::evaluate::{
    Judged,
    misses::{Missed, Quoted, Wrong},
};
use report::plain;

pub(super) fn write(story: &Judged) -> String {
    let misses = &story.misses;
    let parts = [
        part("pairs that are not joined and should be", &misses.unlinked, pair),
        part("pairs that are joined and should not be", &misses.overlinked, pair),
        part("divergences that were missed", &misses.missed, missed),
        part("divergences that are wrong", &misses.wrong, wrong),
    ];
    format!("{BOLD}{}{BOLD:#}\n\n{}", plain::line(&story.name), parts.join("\n"))
}

fn part<T>(head: &str, misses: &[T], told: impl Fn(&T) -> String) -> String {
    format!("{head}: {}\n", misses.len()) + &misses.iter().map(told).collect::<String>()
}

fn pair([a, b]: &[Quoted; 2]) -> String {
    format!("  {}\n    {}\n", quoted(a), quoted(b))
}

fn missed(missed: &Missed) -> String {
    let major = if missed.is_major { ", major" } else { "" };
    let [a, b] = &missed.sides;
    format!("  {} {}{major}\n    {}\n    {}\n", missed.kind, missed.relation, quoted(a), quoted(b))
}

fn wrong(wrong: &Wrong) -> String {
    let side = |side: &[Quoted]| format!("    {}\n", side.iter().map(quoted).collect::<Vec<_>>().join(", "));
    let [a, b] = &wrong.sides;
    format!("  {} {}, score {:.2}\n{}{}", wrong.kind, wrong.relation, wrong.score, side(a), side(b))
}

fn quoted(quoted: &Quoted) -> String {
    let words = if quoted.text.is_empty() { "says nothing of it".to_owned() } else { format!("“{}”", quoted.text) };
    plain::line(&format!("{} {words}", quoted.sentence))
}
