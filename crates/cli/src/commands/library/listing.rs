//! An article in a list: one line, or one JSON object.

use anstyle::Style;
use app::Listed;
use report::{plain, synopsis::day};
use serde_json::{Value, json};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Id, day, outlet, title.
pub(super) fn line(listed: &Listed) -> String {
    let day = listed.published.as_ref().map_or("", day);
    let (outlet, title) = (plain::line(&listed.outlet), plain::line(&listed.title));
    let older = if listed.current { "" } else { " (older version)" };
    format!("{DIM}{}{DIM:#} {day:<10} {BOLD}{outlet}{BOLD:#} {title}{DIM}{older}{DIM:#}\n", listed.id)
}

pub(super) fn value(listed: &Listed) -> Value {
    json!({
        "id": listed.id, "outlet": listed.outlet, "title": listed.title, "published": listed.published,
        "url": listed.url, "story": listed.story, "file": listed.file, "current": listed.current,
    })
}
