//! `rashomon show`: one article of a library with all that is known of it.

use super::{listing, open};
use crate::{
    args::{ListFormat, Show},
    exit::{Failure, Outcome},
    output,
};
use anstyle::Style;
use app::show::{Shown, show as look_up};
use report::plain;
use serde_json::{Value, json};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(crate) fn show(args: &Show) -> Result<Outcome, Failure> {
    let shown = look_up(&open(&args.place)?, &args.id)?;
    match args.format {
        ListFormat::Table => output::write_styled(&text(&shown))?,
        ListFormat::Json => output::write(&report::json::document(&value(&shown)))?,
    }
    Ok(Outcome::Done)
}

fn text(shown: &Shown) -> String {
    let article = &shown.article;
    let mut out = format!("{BOLD}{}{BOLD:#}\n", plain::line(&article.title));
    let time = |time: &story::Timestamp| time.to_string();
    let facts = [
        ("id", Some(article.id.to_string())),
        ("outlet", Some(article.outlet.clone())),
        ("by", article.byline.clone()),
        ("section", article.section.clone()),
        ("published", article.published.as_ref().map(time)),
        ("modified", article.modified.as_ref().map(time)),
        ("address", article.url.clone()),
        ("language", Some(article.language.clone())),
        ("file", Some(format!("{}, entry {}", article.source.path, article.source.entry))),
        ("SHA-256", Some(article.sha256.to_string())),
        ("read by", Some(format!("{} {}", article.importer.name, article.importer.version))),
        ("imported", shown.file.as_ref().map(|file| time(&file.imported_at))),
        ("story", shown.story.as_ref().map(ToString::to_string)),
    ];
    for (name, fact) in facts {
        out.extend(fact.map(|fact| format!("{DIM}{name:<10}{DIM:#} {}\n", plain::line(&fact))));
    }
    for other in shown.versions.iter().filter(|version| version.id != article.id) {
        out += &format!("{DIM}version   {DIM:#} {}", listing::line(other));
    }
    for other in &shown.same_text {
        out += &format!("{DIM}same text {DIM:#} {}", listing::line(other));
    }
    article.paragraphs().for_each(|(_, paragraph)| out += &format!("\n{}\n", plain::line(paragraph)));
    out
}

fn value(shown: &Shown) -> Value {
    let list = |listed: &[app::Listed]| listed.iter().map(listing::value).collect::<Vec<_>>();
    json!({
        "article": shown.article, "story": shown.story,
        "imported": shown.file.as_ref().map(|file| &file.imported_at),
        "oddities": shown.file.as_ref().map_or(&[][..], |file| &file.oddities),
        "versions": list(&shown.versions), "same_text": list(&shown.same_text),
    })
}
