//! Full-text search over titles and bodies, all versions that are not in the trash, in any script.
//!
//! - [`scripts`] lets SQLite see words in scripts that write none,
//! - [`words`] turns what people type into what FTS5 understands,
//! - [`snippet`] finds the words again in the article and cuts out what surrounds them.

mod scripts;
mod snippet;
mod words;

use crate::{
    Error, Filter, Library, Listed,
    articles::{self, CONDITION},
};
use rusqlite::{Connection, params};
pub(crate) use scripts::{folded, register_functions};
pub use snippet::Snippet;
use story::Span;

// `searchable` is what the index is made of, so that SQLite itself can compare the two.
pub(crate) const TABLES: &str = "
CREATE VIEW searchable AS SELECT number, parted(title) AS title, parted(body) AS body FROM articles;
CREATE VIRTUAL TABLE search USING fts5(
    title, body, content = 'searchable', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER articles_into_search AFTER INSERT ON articles BEGIN
    INSERT INTO search (rowid, title, body) VALUES (new.number, parted(new.title), parted(new.body));
END;
";

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// All of these words: `ferry fire`, `\"ferry fire\"` together, `evacuat*` with any ending.
    /// Empty for every article that the filter lets through.
    pub words: String,
    pub filter: Filter,
    /// At most so many hits …
    pub limit: usize,
    /// … after leaving out so many.
    pub offset: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How many there are, beyond the limit too.
    pub total: usize,
    /// Best first; of equals the newest.
    pub hits: Vec<Hit>,
}

/// An article that has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub article: Listed,
    /// The title of the article's story.
    pub story_title: Option<String>,
    /// Where the words stand in the title, in bytes.
    pub title_matches: Vec<Span>,
    pub snippet: Snippet,
}

impl Library {
    /// Finds articles by their words. Large and small letters and accents do not matter.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`]; no text that a user may type is an error.
    pub fn search(&self, query: &Query) -> Result<Found, Error> {
        let expression = words::expression(&query.words);
        if expression.is_none() && !query.words.trim().is_empty() {
            return Ok(Found { total: 0, hits: Vec::new() }); // nothing but signs: no article has them as a word
        }
        self.read(|connection| find(connection, expression.as_deref(), query))
    }
}

fn find(connection: &Connection, expression: Option<&str>, query: &Query) -> rusqlite::Result<Found> {
    let (source, order) = match expression {
        // A title's word says more of an article than one of the body.
        Some(_) => (
            "search JOIN articles AS a ON a.number = search.rowid WHERE search MATCH :words",
            "bm25(search, 4.0, 1.0), a.moment DESC, a.id",
        ),
        None => ("articles AS a WHERE :words IS NULL", "a.moment DESC, a.id"),
    };
    let bounds = query.filter.bounds();
    let mut params = bounds.params();
    params.push((":words", &expression));
    // To count them costs as much as to rank them: it is done at one go.
    let sql = format!("SELECT a.number FROM {source} AND {CONDITION} ORDER BY {order}");
    let numbers: Vec<i64> =
        connection.prepare_cached(&sql)?.query_map(params.as_slice(), |row| row.get(0))?.collect::<Result<_, _>>()?;
    let total = numbers.len();
    let numbers = numbers.into_iter().skip(query.offset).take(query.limit);
    let hits = numbers.map(|number| hit(connection, number, expression)).collect::<Result<_, _>>()?;
    Ok(Found { total, hits })
}

fn hit(connection: &Connection, number: i64, expression: Option<&str>) -> rusqlite::Result<Hit> {
    let article = articles::listed(connection, number)?;
    let sql = "SELECT body, (SELECT title FROM stories WHERE id = ?2) FROM articles WHERE number = ?1";
    let of_story = article.story.as_ref().map(|story| &story.0);
    let (body, story_title): (String, Option<String>) =
        connection.prepare_cached(sql)?.query_row(params![number, of_story], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (in_title, in_body) = match expression {
        Some(expression) => marked(connection, number, expression)?,
        None => Default::default(),
    };
    let title_matches = snippet::matches(&article.title, &in_title);
    let snippet = Snippet::cut(&body, &snippet::matches(&body, &in_body));
    Ok(Hit { article, story_title, title_matches, snippet })
}

/// Title and body as the index sees them, with marks around what was found.
fn marked(connection: &Connection, number: i64, expression: &str) -> rusqlite::Result<(String, String)> {
    let sql = "SELECT highlight(search, 0, ?3, ?4), highlight(search, 1, ?3, ?4) FROM search
               WHERE search MATCH ?2 AND rowid = ?1";
    let (open, close) = (snippet::OPEN.to_string(), snippet::CLOSE.to_string());
    connection
        .prepare_cached(sql)?
        .query_row(params![number, expression, open, close], |row| Ok((row.get(0)?, row.get(1)?)))
}
