//! Articles that share one text.

use super::{
    blocks::{Block, Inline, Line, Section},
    composition::{Composition, sentence},
    words::Gap,
};
use story::Origin;

pub(super) fn section(of: &Composition) -> Option<Section> {
    let origins = &of.synopsis.account.comparison.origins;
    let block = match origins.as_slice() {
        [] => sentence(&of.say("no-origin")),
        origins => Block::List { items: origins.iter().map(|found| origin(of, found)).collect() },
    };
    of.section("origins", vec![block])
}

fn origin(of: &Composition, origin: &Origin) -> Line {
    let mut line = Line::new();
    for column in of.synopsis.sharing(origin) {
        line.extend((!line.is_empty()).then(|| Inline::plain(" = ")));
        line.push(Inline::name(&column.label));
    }
    let share = format!("{:.0}", origin.overlap * 100.0);
    line.push(Inline::plain(" "));
    line.push(Inline::soft(&of.tell("in-common", &[("share", Gap::Text(&share))])));
    line
}
