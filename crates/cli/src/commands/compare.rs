//! `rashomon compare`: all files as the accounts of one story.

use crate::{
    args::{Compare, CompareFormat, Only},
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
    say, table,
};
use report::{
    Account, Choice, Format,
    synopsis::{Filter, Rows, Synopsis},
};
use std::path::Path;

pub(crate) fn run(args: &Compare, bar: &Bar) -> Result<Outcome, Failure> {
    let report = args.report.as_deref().map(|path| format(path).map(|format| (path, format))).transpose()?;
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
        let document = format.write(account, &Choice::of(filter(args, Rows::All)));
        app::files::write(path, &document).map_err(|error| Failure::io(format!("write {}", path.display()), &error))?;
    }
    print(args, account)?;
    Ok(input::outcome(&imported.oddities))
}

fn print(args: &Compare, account: Account) -> Result<(), Failure> {
    match args.format {
        CompareFormat::Json => output::write(&Format::Json.write(account, &Choice::of(Filter::all()))),
        CompareFormat::Markdown => {
            output::write(&Format::Markdown.write(account, &Choice::of(filter(args, Rows::All))))
        }
        CompareFormat::Table => {
            let synopsis = Synopsis::of(account, &filter(args, Rows::Divergent));
            output::write_styled(&table::write(&synopsis, output::width(args.width)))
        }
    }
}

fn filter(args: &Compare, otherwise: Rows) -> Filter {
    let rows = match args.only {
        Some(Only::All) => Rows::All,
        Some(Only::Divergent) => Rows::Divergent,
        None => otherwise,
    };
    Filter { rows, kinds: args.kinds.iter().map(|kind| kind.0).collect(), min_score: args.min_score, ..Filter::all() }
}

/// The format that the ending of a report's name asks for.
fn format(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    Format::of_ending(ending).ok_or_else(|| {
        Failure::Impossible(format!(
            "cannot write {}: a report ends in .html, .md, .docx, .xlsx, .csv, .xml (TEI) or .json",
            path.display()
        ))
    })
}
