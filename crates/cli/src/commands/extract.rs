//! `rashomon extract`: what the importer sees.

use crate::{
    args::{Extract, ExtractFormat},
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
};

pub(crate) fn run(args: &Extract, bar: &Bar) -> Result<Outcome, Failure> {
    let imported = input::read(&args.files, bar)?;
    match args.format {
        ExtractFormat::Json => output::write(&report::json::extract(&imported.articles, &imported.oddities))?,
    }
    input::require(&imported)?;
    Ok(input::outcome(&imported.oddities))
}
