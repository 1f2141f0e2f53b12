//! `rashomon export`: articles in the form of `extract`, which can be imported again.

use super::{filter, open};
use crate::{
    args::Export,
    exit::{Failure, Outcome},
    output,
};

pub(crate) fn export(args: &Export) -> Result<Outcome, Failure> {
    let library = open(&args.place)?;
    let exported = app::export::export(&library, &library.list(&filter(&args.which))?)?;
    output::write(&report::json::extract(&exported.articles, &exported.oddities))?;
    Ok(Outcome::Done)
}
