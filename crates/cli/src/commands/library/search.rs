//! `rashomon search`: articles of a library by their words.

use super::{filter, listing, open};
use crate::{
    args::{ListFormat, Search},
    exit::{Failure, Outcome},
    output,
};
use anstyle::{AnsiColor, Style};
use app::{Found, Hit, Query, Snippet};
use report::plain;
use serde_json::{Value, json};

const MATCH: Style = AnsiColor::Yellow.on_default().underline();

pub(crate) fn search(args: &Search) -> Result<Outcome, Failure> {
    let query = Query { words: args.words.join(" "), filter: filter(&args.which), limit: args.limit, offset: 0 };
    let found = open(&args.place)?.search(&query)?;
    match args.format {
        ListFormat::Table => output::write_styled(&table(&found))?,
        ListFormat::Json => output::write(&report::json::document(&value(&found)))?,
    }
    Ok(Outcome::Done)
}

fn table(found: &Found) -> String {
    let hits = found.hits.iter().map(|hit| format!("{}    {}\n", listing::line(&hit.article), marked(&hit.snippet)));
    let more = found.total.saturating_sub(found.hits.len());
    let more = if more > 0 { format!("{more} more: --limit shows them\n") } else { String::new() };
    hits.chain([more]).collect()
}

fn value(found: &Found) -> Value {
    let hit = |hit: &Hit| {
        let mut value = listing::value(&hit.article);
        value["snippet"] = hit.snippet.text.clone().into();
        value
    };
    json!({ "total": found.total, "articles": found.hits.iter().map(hit).collect::<Vec<_>>() })
}

/// The snippet with the words that were looked for underlined.
fn marked(snippet: &Snippet) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in &snippet.matches {
        let (Some(before), Some(words)) = (snippet.text.get(at..span.start), snippet.text.get(span.start..span.end))
        else {
            continue;
        };
        out += &format!("{}{MATCH}{}{MATCH:#}", plain::line(before), plain::line(words));
        at = span.end;
    }
    out + &plain::line(snippet.text.get(at..).unwrap_or_default())
}
