//! Tables of articles: one article a line.

use super::{File, Found};
use serde_json::{Map, Value};
use story::{Draft, Oddity, Remedy, Timestamp};

pub(crate) fn is_jsonl(file: &File) -> bool {
    file.bytes.first() == Some(&b'{')
}

pub(crate) fn read_jsonl(file: &File) -> Result<Found, Oddity> {
    let mut found = Found::default();
    for (line, bytes) in file.bytes.split(|&byte| byte == b'\n').enumerate() {
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Map<String, Value>>(bytes) {
            Ok(row) => found.drafts.push((line + 1, draft(&row))),
            Err(error) => found.oddities.push(Oddity {
                path: file.name.into(),
                entry: Some(line + 1),
                remedy: Remedy::FetchAgain,
                what: format!("This line is not a JSON object ({error})."),
                advice: "Export the table again, or mend the line.".into(),
            }),
        }
    }
    Ok(found)
}

fn draft(row: &Map<String, Value>) -> Draft {
    let text = |name: &str| row.get(name).and_then(Value::as_str).filter(|s| !s.is_empty()).map(str::to_owned);
    Draft {
        outlet: text("outlet"),
        title: text("title").unwrap_or_default(),
        published: text("published").and_then(|published| Timestamp::parse(&published)),
        url: text("url"),
        language: Some("en".into()),
        paragraphs: text("body").map_or(Vec::new(), |body| {
            body.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
        }),
        ..Draft::default()
    }
}
