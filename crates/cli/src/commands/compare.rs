//! `rashomon compare`: all files as the accounts of one story.

use crate::{
    args::{Compare, CompareFormat},
    commands::reports,
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
    say, table,
};
use app::{Stopped, documents::WRITING};
use report::{
    Account, Choice, Format,
    synopsis::{Filter, Rows, Synopsis},
};
use std::ops::ControlFlow;

pub(crate) fn run(args: &Compare, bar: &Bar) -> Result<Outcome, Failure> {
    let report = args.report.as_deref().map(|path| reports::format(path).map(|format| (path, format))).transpose()?;
    let imported = input::read(&args.files, bar)?;
    input::require(&imported)?;
    if imported.articles.len() == 1 {
        say::note("only one article was found: there is nothing to compare it with");
    }
    let compared = app::compare::compare(imported.articles, &app::Settings::default(), &bar.reports())?;
    bar.clear();
    let account = Account {
        story: &compared.story,
        articles: &compared.articles,
        comparison: &compared.comparison,
        decided: &compared.decided,
        imported: None,
    };
    if let Some((path, format)) = report {
        let follow = bar.reports();
        let document = format.write(account, &choice(args), &|| follow(WRITING)).map_err(Stopped::from)?;
        bar.clear();
        app::files::write(path, &document).map_err(|error| Failure::io(format!("write {}", path.display()), &error))?;
    }
    print(args, account)?;
    Ok(input::outcome(&imported.oddities))
}

fn print(args: &Compare, account: Account) -> Result<(), Failure> {
    match args.format {
        CompareFormat::Json => write(Format::Json, account, &Choice::of(Filter::all())),
        CompareFormat::Markdown => write(Format::Markdown, account, &choice(args)),
        CompareFormat::Table => {
            let synopsis = Synopsis::of(account, &args.shown.filter(Rows::Divergent));
            output::write_styled(&table::write(&synopsis, output::width(args.width)))
        }
    }
}

fn write(format: Format, account: Account, choice: &Choice) -> Result<(), Failure> {
    output::write(&format.write(account, choice, &|| ControlFlow::Continue(())).map_err(Stopped::from)?)
}

fn choice(args: &Compare) -> Choice {
    args.telling.choice(args.shown.filter(Rows::All))
}
