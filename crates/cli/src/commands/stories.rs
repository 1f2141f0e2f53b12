//! `rashomon stories`: any pile of articles as stories, one event each.

use crate::{
    args::{ListFormat, Stories},
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
};
use anstyle::Style;
use report::{
    plain,
    synopsis::{day, many},
};
use story::{Article, Story};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(crate) fn run(args: &Stories, bar: &Bar) -> Result<Outcome, Failure> {
    let imported = input::read(&args.files, bar)?;
    input::require(&imported)?;
    let stories = app::stories::find(&imported.articles, &bar.reports())?;
    bar.clear();
    match args.format {
        ListFormat::Table => output::write_styled(&stories.iter().map(told).collect::<String>())?,
        ListFormat::Json => output::write(&report::json::stories(&stories))?,
    }
    Ok(input::outcome(&imported.oddities))
}

fn told((story, articles): &(Story, Vec<Article>)) -> String {
    let head = format!("{BOLD}{}{BOLD:#} {DIM}{}{DIM:#}\n", plain::line(&story.title), many(articles.len(), "article"));
    articles.iter().map(line).fold(head, |told, line| told + &line) + "\n"
}

fn line(article: &Article) -> String {
    let day = article.published.as_ref().map_or("", day);
    let source = format!("{}, entry {}", article.source.path, article.source.entry);
    let (outlet, title) = (plain::line(&article.outlet), plain::line(&article.title));
    format!("  {day:<10} {outlet}: {title} {DIM}({}){DIM:#}\n", plain::line(&source))
}
