//! `rashomon list`: the articles of a library, or its stories.

use super::{filter, listing, open};
use crate::{
    args::{List, ListFormat},
    exit::{Failure, Outcome},
    output,
    progress::Bar,
};
use anstyle::Style;
use report::{plain, synopsis::many};
use serde_json::{Value, json};
use story::Story;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(crate) fn list(args: &List, bar: &Bar) -> Result<Outcome, Failure> {
    match (args.stories, args.format) {
        (false, ListFormat::Table) => {
            let articles = open(&args.place)?.list(&filter(&args.which))?;
            output::write_styled(&articles.iter().map(listing::line).collect::<String>())?;
        }
        (false, ListFormat::Json) => {
            let articles = open(&args.place)?.list(&filter(&args.which))?;
            let articles: Vec<Value> = articles.iter().map(listing::value).collect();
            output::write(&report::json::document(&json!({ "articles": articles })))?;
        }
        (true, format) => {
            let stories = app::stories::find_kept(&mut open(&args.place)?, &bar.reports())?;
            bar.clear();
            match format {
                ListFormat::Table => output::write_styled(&stories.iter().map(line).collect::<String>())?,
                ListFormat::Json => output::write(&report::json::document(&json!({ "stories": stories })))?,
            }
        }
    }
    Ok(Outcome::Done)
}

/// Id, title, how many articles.
fn line(story: &Story) -> String {
    let (title, articles) = (plain::line(&story.title), many(story.articles.len(), "article"));
    format!("{DIM}{}{DIM:#} {BOLD}{title}{BOLD:#} {DIM}{articles}{DIM:#}\n", story.id)
}
