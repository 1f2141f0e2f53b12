//! Looks for all that can be wrong with a library file, and makes again what was derived.

use crate::{Error, Library, articles, decisions, layout, open::configure, outlets};
use rusqlite::{Connection, ErrorCode};
use std::fmt;
use story::{Article, ArticleId};

/// Something wrong with a library file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file's own structure is broken, in SQLite's words.
    Structure(String),
    /// The tables are not those that Rashomon makes; the name of the first that differs.
    Layout(String),
    /// Rows of this table point at something that is gone.
    Reference { table: String, rows: usize },
    /// The search index is not that of the articles; it can be made again.
    Search,
    /// This list is not what articles and decisions say; it can be made again.
    List(&'static str),
    /// A file has fewer articles than it came with.
    MissingArticles { file: String, missing: usize },
    /// An article no longer says what it said when it was imported.
    Changed { article: ArticleId, outlet: String, title: String },
}

impl Library {
    /// Looks at everything; an empty list means that the library is sound. Takes as long as
    /// reading the whole file.
    ///
    /// # Errors
    /// [`Error::Busy`] and [`Error::Io`]; damage is not an error here but a [`Problem`].
    pub fn check(&self) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        for look in
            [structure, schema, references, search, lists, missing_articles, changed_articles, unreadable_decisions]
        {
            problems.extend(damage_is_a_problem(self.read(look))?);
        }
        problems.dedup();
        Ok(problems)
    }

    /// Makes the search index and lists again from the articles and decisions, and forgets all comparisons.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn mend_derived(&mut self) -> Result<(), Error> {
        self.write(|connection| {
            connection.execute("INSERT INTO search (search) VALUES ('rebuild')", [])?;
            connection.execute("DELETE FROM comparisons", [])?;
            decisions::list_again(connection)?;
            outlets::settle(connection)
        })
    }
}

fn damage_is_a_problem(found: Result<Vec<Problem>, Error>) -> Result<Vec<Problem>, Error> {
    match found {
        Err(Error::Damaged { source, .. }) => Ok(vec![Problem::Structure(source.to_string())]),
        found => found,
    }
}

fn structure(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let lines: Vec<String> =
        connection.prepare("PRAGMA integrity_check(20)")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").map(Problem::Structure).collect())
}

/// Compares the tables with those of a library made this moment.
fn schema(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut fresh = Connection::open_in_memory()?;
    configure(&fresh)?;
    layout::bring_up_to_date(&mut fresh)?;
    let (ours, expected) = (layout::described(connection)?, layout::described(&fresh)?);
    let differs =
        ours.iter().filter(|part| !expected.contains(part)).chain(expected.iter().filter(|part| !ours.contains(part)));
    Ok(differs.take(1).map(|(name, _)| Problem::Layout(name.clone())).collect())
}

fn references(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let sql = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1";
    let problem = |row: &rusqlite::Row| Ok(Problem::Reference { table: row.get(0)?, rows: row.get(1)? });
    connection.prepare(sql)?.query_map([], problem)?.collect()
}

fn search(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    // With rank 1 FTS5 compares its index with the articles, not only with itself.
    match connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", []) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => Ok(vec![Problem::Search]),
        looked => looked.map(|_| Vec::new()),
    }
}

/// What an article or a decision is found by.
fn lists(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let is_wrong = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, bool>(0));
    let outlets = is_wrong(
        "SELECT EXISTS (SELECT 1 FROM articles WHERE folded(outlet) NOT IN (SELECT folded FROM outlet_names))",
    )?;
    let decided = decisions::is_listed_otherwise(connection)?;
    let lists = [(outlets, "outlets"), (decided, "decisions")];
    Ok(lists.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, list)| Problem::List(list)).collect())
}

/// What cannot be read as a decision is damage, and told as such.
fn unreadable_decisions(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    decisions::findings(connection)?;
    decisions::links(connection)?;
    Ok(Vec::new())
}

fn missing_articles(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let sql = "SELECT f.name, abs(f.articles - count(a.number)) AS missing
               FROM files AS f LEFT JOIN entries AS e ON e.file = f.number LEFT JOIN articles AS a ON a.number = e.article
               GROUP BY f.number HAVING missing <> 0 ORDER BY f.number";
    let problem = |row: &rusqlite::Row| Ok(Problem::MissingArticles { file: row.get(0)?, missing: row.get(1)? });
    let mut problems: Vec<Problem> = connection.prepare(sql)?.query_map([], problem)?.collect::<Result<_, _>>()?;
    let orphans =
        articles::ids_of(connection, "SELECT id FROM articles WHERE number NOT IN (SELECT article FROM entries)", [])?;
    if !orphans.is_empty() {
        problems.push(Problem::Reference { table: "articles".into(), rows: orphans.len() });
    }
    Ok(problems)
}

/// An article's id is the hash of what it says.
fn changed_articles(connection: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut select = connection.prepare(&articles::all_given())?;
    let mut changed = Vec::new();
    for article in select.query_map([], articles::article_of)? {
        let Article { id, outlet, title, .. } = match article? {
            article if ArticleId::of(&article) == article.id => continue,
            article => article,
        };
        changed.push(Problem::Changed { article: id, outlet, title });
    }
    Ok(changed)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Structure(what) => write!(f, "The file's structure is broken: {what}."),
            Self::Layout(name) => write!(f, "The table or index {name} is not as Rashomon makes it."),
            Self::Reference { table, rows } => write!(f, "{rows} rows of {table} belong to something that is gone."),
            Self::Search => f.write_str("The search index does not match the articles."),
            Self::List(list) => write!(f, "The list of {list} is not what the library holds."),
            Self::MissingArticles { file, missing } => write!(f, "{missing} articles of {file} are missing."),
            Self::Changed { article, outlet, title } => {
                write!(f, "“{title}” ({outlet}, {article}) no longer says what it said when it was imported.")
            }
        }
    }
}
