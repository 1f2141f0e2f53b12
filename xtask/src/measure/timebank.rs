//! TimeBank: news whose times and durations readers marked with their values.

use crate::steps::{Failure, root};
use std::fs;
use story::{Article, Span};

const FOLDER: &str = "../shared/eval/times/TimeBank";

/// An article and the times that were marked in it.
pub(super) struct Sample {
    pub(super) article: Article,
    pub(super) marked: Vec<Marked>,
}

/// A time as marked, in bytes of the body.
pub(super) struct Marked {
    pub(super) span: Span,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub(super) type_name: String,
    /// As TimeML writes it: `1989-11-02`, `1989-Q3`, `P3M`, `PAST_REF`.
    pub(super) value: String,
}

/// The documents in the order of their names.
pub(super) fn samples() -> Result<Vec<Sample>, Failure> {
    let folder = root().join(FOLDER);
    let failure = |error: std::io::Error| Failure::new(format!("{}: {error}", folder.display()), "Put TimeBank there.");
    let mut paths: Vec<_> =
        fs::read_dir(&folder).map_err(failure)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.iter().map(|path| Ok(sample(&fs::read_to_string(path).map_err(failure)?))).collect()
}

fn sample(document: &str) -> Sample {
    let within = |open: &str, close: &str| {
        let rest = document.split_once(open).map_or("", |(_, rest)| rest);
        rest.split_once(close).map_or("", |(inner, _)| inner)
    };
    let created = attribute(within("<DCT>", "</DCT>"), "value").to_owned();
    let (body, marked) = plain(within("<TEXT>", "</TEXT>"));
    Sample { article: super::article(&body, Some(&created)), marked }
}

/// The text without its tags, and where the times stand in it.
fn plain(text: &str) -> (String, Vec<Marked>) {
    let (mut body, mut marked, mut open): (String, Vec<Marked>, Vec<(usize, &str)>) = Default::default();
    for part in text.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        if tag.starts_with("TIMEX3") {
            open.push((body.len(), tag));
        } else if tag == "/TIMEX3"
            && let Some((start, tag)) = open.pop()
        {
            let (type_name, value) = (attribute(tag, "type").to_owned(), attribute(tag, "value").to_owned());
            marked.push(Marked { span: Span::new(start, body.len()), type_name, value });
        }
        body.push_str(&words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
    }
    (body, marked)
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let rest = tag.split_once(&format!(" {name}=\"")).map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("", |(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_out_and_times_kept_in_place() {
        let (body, marked) =
            plain("It <EVENT>rained</EVENT> <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2031\">then</TIMEX3>.");
        assert_eq!(body, "It rained then.");
        let marked: Vec<_> = marked.iter().map(|one| (one.span.of(&body), &*one.type_name, &*one.value)).collect();
        assert_eq!(marked, [("then", "DATE", "2031")]);
    }
}
