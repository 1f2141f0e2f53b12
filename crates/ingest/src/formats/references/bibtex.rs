//! BibTeX and BibLaTeX.

use super::{File, Listed, Reference, date, full_text};
use crate::{encoding, plain::one_line};
use biblatex::{Bibliography, ChunksExt, Entry, Person};
use regex::Regex;
use std::{borrow::Cow, sync::LazyLock};
use story::{Oddity, Remedy};

pub(crate) fn is_bibtex(file: &File) -> bool {
    static START: LazyLock<regex::bytes::Regex> = LazyLock::new(|| {
        let entry = r"(?i-u)^(?:\xEF\xBB\xBF)?(?:\s|%[^\n]*\n)*@(?:article|online|misc|book|report|techreport|incollection|inproceedings|www|electronic|news|newspaper|string|comment)\s*\{[^\n{}]*[,=]";
        regex::bytes::Regex::new(entry).expect("a pattern of ours compiles")
    });
    START.is_match(&file.bytes[..file.bytes.len().min(8_192)])
}

pub(super) fn listed(file: &File) -> Listed {
    let text = encoding::decode(file.bytes, None).map(|decoded| decoded.text).unwrap_or_default();
    if deepest(&text) > file.bounds.depth {
        let what = format!("Its braces are nested more than {} deep.", file.bounds.depth);
        return Err(Oddity::about(file.name, Remedy::Shrink, what, "Export the list again."));
    }
    let text = without_links(&text);
    if let Some(list) = parsed(&text) {
        return Ok((list.iter().map(reference).collect(), Vec::new()));
    }
    // One entry that is broken stops a whole list: they are read one by one.
    let lists: Vec<Option<Bibliography>> = entries(&text).map(parsed).collect();
    let broken = lists.iter().filter(|list| list.is_none()).count();
    let references = lists.iter().flatten().flat_map(Bibliography::iter).map(reference).collect();
    let entries =
        if broken == 1 { "1 entry of the list is".to_owned() } else { format!("{broken} entries of the list are") };
    let what = format!("{entries} broken and missing here.");
    Ok((references, vec![Oddity::about(file.name, Remedy::FetchAgain, what, "Export the list again.")]))
}

/// Abbreviations that are put together of others can double with each step, so that a few lines fill all memory: they
/// are taken for broken.
fn parsed(text: &str) -> Option<Bibliography> {
    static BUILT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?is)@\s*string\s*[{(][^@]*#").expect("a pattern of ours compiles"));
    if BUILT.is_match(text) { None } else { Bibliography::parse(text).ok() }
}

/// Entries that take fields from each other in a circle overflow the parser's stack: they stand alone.
fn without_links(text: &str) -> Cow<'_, str> {
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)([,\s{])(?:crossref|xdata|xref)(\s*=)").expect("a pattern of ours compiles"));
    LINK.replace_all(text, "${1}link${2}")
}

fn deepest(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The pieces of the text that begin with `@` at the start of a line.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = text.match_indices("\n@").map(|(at, _)| at + 1).collect();
    starts.insert(0, text.find('@').unwrap_or(text.len()));
    starts.dedup();
    starts.push(text.len());
    (1..starts.len()).map(move |at| &text[starts[at - 1]..starts[at]])
}

fn reference(entry: &Entry) -> Reference {
    let raw = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
    let text = |names: &[&str]| {
        names.iter().find_map(|name| raw(name)).map(|text| one_line(&text)).filter(|text| !text.is_empty())
    };
    let notes = ["note", "annote", "annotation", "abstract", "addendum"].iter().filter_map(|name| raw(name));
    let mut reference = Reference::default();
    let draft = &mut reference.draft;
    draft.title = text(&["title"]).unwrap_or_default();
    draft.outlet =
        text(&["journaltitle", "journal", "newspaper", "maintitle", "organization", "howpublished", "publisher"])
            .filter(|outlet| !outlet.starts_with("http"));
    draft.byline = entry.author().ok().and_then(|people| names(&people));
    draft.published = text(&["date"])
        .and_then(|text| date(&text))
        .or_else(|| by_parts(&text(&["year"])?, text(&["month"]), text(&["day"])));
    draft.url = text(&["url"]).filter(|url| url.starts_with("http"));
    draft.language = text(&["langid", "language"]);
    draft.paragraphs = notes.into_iter().find_map(|note| full_text(&note)).unwrap_or_default();
    reference.files = raw("file").map_or_else(Vec::new, |files| paths(&files));
    reference
}

fn names(people: &[Person]) -> Option<String> {
    let name = |person: &Person| {
        one_line(&[&person.given_name, &person.prefix, &person.name, &person.suffix].map(String::as_str).join(" "))
    };
    let names: Vec<String> = people.iter().map(name).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn by_parts(year: &str, month: Option<String>, day: Option<String>) -> Option<story::Timestamp> {
    let Some(month) = month else { return date(year) };
    let number = crate::dates::month(&month).or_else(|| month.parse().ok());
    let month = number.map_or(String::new(), |number| format!("/{number}"));
    let day = day.filter(|_| !month.is_empty()).map_or(String::new(), |day| format!("/{day}"));
    date(&format!("{year}{month}{day}"))
}

/// The paths in `Snapshot:files/12/page.html:text/html;files/13/page.pdf`, as Zotero and JabRef write them.
fn paths(files: &str) -> Vec<String> {
    static PATH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:(?P<title>(?:[^:\\]|\\.)*):(?P<path>(?:[^:\\]|\\.)+):(?:[^:]*)|(?P<alone>.+))$")
            .expect("a pattern of ours compiles")
    });
    let unescaped = |path: &str| path.replace("\\:", ":").replace("\\;", ";").replace("\\_", "_").replace("\\\\", "\\");
    let path = |file: &str| {
        let captures = PATH.captures(file.trim())?;
        captures.name("path").or_else(|| captures.name("alone")).map(|path| unescaped(path.as_str()))
    };
    files.split(';').filter(|file| !file.trim().is_empty()).filter_map(path).collect()
}
