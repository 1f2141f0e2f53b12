//! `rashomon compare`: all files as the accounts of one story.

use crate::{
    args::Compare,
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
};

pub(crate) fn run(args: &Compare, bar: &Bar) -> Result<Outcome, Failure> {
    let imported = input::read(&args.files.files, bar)?;
    input::require(&imported, 1)?;
    let compared = app::compare::compare(imported.articles, &engine::Settings::default(), &bar.reports())?;
    bar.clear();
    let account =
        report::Account { story: &compared.story, articles: &compared.articles, comparison: &compared.comparison };
    output::write(&report::json::comparisons(&[account]))?;
    Ok(input::outcome(&imported.oddities))
}
