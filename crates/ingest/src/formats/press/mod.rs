//! Exports of press databases: many articles in one file, whatever carries their text.
//!
//! A carrier (DOCX, RTF, PDF, a page, plain text) gives its lines, one paragraph or field each; a database knows its
//! own lines and cuts them into articles.

mod europresse;
mod factiva;
mod labels;
mod nexis;
mod page;
mod proquest;

use super::{File, Found, head};
use crate::{
    dates,
    furniture::{byline, date_line},
};
pub(super) use page::in_page;
use story::{Draft, Oddity, Remedy, Timestamp};

/// A press database.
struct Database {
    name: &'static str,
    /// Whether the lines are an export of it.
    made: fn(&[String]) -> bool,
    articles: fn(&[String]) -> Vec<Cut>,
}

const DATABASES: &[Database] = &[
    Database { name: "Nexis", made: nexis::made, articles: nexis::articles },
    Database { name: "Factiva", made: factiva::made, articles: factiva::articles },
    Database { name: "ProQuest", made: proquest::made, articles: proquest::articles },
    Database { name: "Europresse", made: europresse::made, articles: europresse::articles },
];

/// One article, cut out of an export.
#[derive(Debug, Default, PartialEq)]
struct Cut {
    draft: Draft,
    /// Whether the mark is missing that ends each article of the database.
    is_open: bool,
}

/// The articles among `lines`, none of them blank, if a press database made them.
pub(super) fn bundle(file: &File, lines: &[String]) -> Option<Found> {
    if nexis::is_cover(lines) {
        let what = "It is Nexis's list of documents, without their texts.";
        let oddities = vec![Oddity::about(file.name, Remedy::Nothing, what, "")];
        return Some(Found { oddities, ..Found::default() });
    }
    let database = DATABASES.iter().find(|database| (database.made)(lines))?;
    Some(found(file, database.name, (database.articles)(lines)))
}

/// Whether a line is a field of an export and no part of a paragraph, however it is set.
pub(super) fn is_field(line: &str) -> bool {
    factiva::is_field(line) || nexis::is_field(line)
}

fn found(file: &File, database: &str, cuts: Vec<Cut>) -> Found {
    let mut found = Found::default();
    if cuts.len() > file.bounds.entries {
        let what = format!("The export has more articles than are read at once ({}).", file.bounds.entries);
        found.oddities.push(Oddity::about(file.name, Remedy::Shrink, what, "Export fewer at a time."));
    }
    for (entry, Cut { mut draft, is_open }) in (1..).zip(cuts).take(file.bounds.entries) {
        if draft.paragraphs.is_empty() {
            let title = shortened(&draft.title);
            let what = format!("{database} gives no text for “{title}”, only what stands around it.");
            let advice = "Export it again with its full text, if the database has it.";
            found.oddities.push(Oddity::about(file.name, Remedy::FetchAgain, what, advice).at(entry));
            continue;
        }
        if is_open {
            let what = format!("{database} ends each article with a mark, and this one has none: it may be cut short.");
            found.oddities.push(Oddity::about(file.name, Remedy::Check, what, "Look how it ends.").at(entry));
        }
        head::finish(&mut draft);
        found.drafts.push((entry, draft));
    }
    found
}

fn shortened(title: &str) -> String {
    const CHARS: usize = 60;
    if title.chars().count() <= CHARS { title.to_owned() } else { title.chars().take(CHARS).chain(['…']).collect() }
}

/// The moment that a line names, if it says little else.
fn moment(line: &str) -> Option<Timestamp> {
    let whole = dates::read(line, None).filter(|dated| !dated.ambiguous && dated.timestamp.date().is_some());
    whole.map(|dated| dated.timestamp).or_else(|| date_line(line)?.published)
}

/// Who wrote it, without `By`.
fn author(text: &str) -> Option<String> {
    let text = text.trim();
    byline(text).or_else(|| (!text.is_empty()).then(|| text.to_owned()))
}

/// Whether the line reads as the names of people under a headline.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_part = |word: &&str| {
        word.starts_with(char::is_uppercase)
            || matches!(
                *word,
                "and"
                    | "et"
                    | "und"
                    | "y"
                    | "e"
                    | "en"
                    | "de"
                    | "da"
                    | "del"
                    | "la"
                    | "le"
                    | "van"
                    | "von"
                    | "avec"
                    | "&"
            )
    };
    (2..=8).contains(&words.len())
        && words.iter().all(is_part)
        && !line.contains(['.', ':', '?', '!', '"', '«', '“', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
}

#[cfg(test)]
mod tests;
