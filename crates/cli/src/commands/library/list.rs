//! `rashomon list`: the articles of a library.

use super::{filter, listing, open};
use crate::{
    args::{List, ListFormat},
    exit::{Failure, Outcome},
    output,
};
use serde_json::{Value, json};

pub(crate) fn list(args: &List) -> Result<Outcome, Failure> {
    let articles = open(&args.place)?.list(&filter(&args.which))?;
    match args.format {
        ListFormat::Table => output::write_styled(&articles.iter().map(listing::line).collect::<String>())?,
        ListFormat::Json => {
            let articles: Vec<Value> = articles.iter().map(listing::value).collect();
            output::write(&report::json::document(&json!({ "articles": articles })))?;
        }
    }
    Ok(Outcome::Done)
}
