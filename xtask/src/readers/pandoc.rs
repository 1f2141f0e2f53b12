//! pandoc, which reads documents for what they are made of.

use super::{Reader, starts, told, written::Written};
use app::documents::Format;
use serde_json::Value;
use std::process::Command;

pub(super) const PANDOC: Reader = Reader {
    name: "pandoc",
    get: "apt-get install pandoc, brew install pandoc",
    is_here: || starts("pandoc", &["--version"]),
    formats: &[Format::Markdown, Format::Docx],
    open,
};

/// What our Markdown says in HTML, since Markdown has no words for it.
const OURS: &[&str] = &["b", "br", "code", "del", "ins", "sup"];

/// Headings and tables must be there as such, and no markup but our own.
fn open(written: &Written) -> Result<String, String> {
    let from = if written.format == Format::Markdown { "gfm" } else { "docx" };
    let json = told(Command::new("pandoc").args(["--from", from, "--to", "json"]).arg(&written.path))?;
    let document: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let mut seen = Seen::default();
    seen.look(&document);
    match seen.foreign.first() {
        Some(raw) => Err(format!("{} pieces of markup that is not ours: {raw}", seen.foreign.len())),
        None if seen.headings == 0 => Err("it has no headings".into()),
        None => Ok(format!("{} headings, {} tables, no markup but ours", seen.headings, seen.tables)),
    }
}

#[derive(Default)]
struct Seen {
    headings: usize,
    tables: usize,
    foreign: Vec<String>,
}

impl Seen {
    fn look(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.look(value)),
            Value::Object(fields) => {
                match fields.get("t").and_then(Value::as_str) {
                    Some("Header") => self.headings += 1,
                    Some("Table") => self.tables += 1,
                    Some("RawInline" | "RawBlock") => self.foreign.extend(foreign(&value["c"][1])),
                    _ => {}
                }
                fields.values().for_each(|value| self.look(value));
            }
            _ => {}
        }
    }
}

fn foreign(raw: &Value) -> Option<String> {
    let raw = raw.as_str().unwrap_or_default();
    let tag = raw.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')).map(|tag| tag.trim_start_matches('/'));
    let is_ours = tag.is_some_and(|tag| OURS.contains(&tag));
    (!is_ours).then(|| raw.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_bare_tags_of_ours_pass() {
        for ours in ["<b>", "</b>", "<br>"] {
            assert_eq!(foreign(&json!(ours)), None);
        }
        for other in ["<script>", "<b onclick=\"x\">", "<!-- -->", "<b><i>"] {
            assert_eq!(foreign(&json!(other)).as_deref(), Some(other));
        }
    }
}
