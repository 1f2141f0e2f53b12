//! The articles, the entries of files that gave them, and which version of an address is current.
//!
//! What an article's id is made of stands once, in `articles`. What else was read beside it stands
//! with each entry, so that a file that brings a known article still keeps all that it said. An
//! article is shown as its first entry gave it.

use crate::{Error, Library, addresses::address};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, types::Type};
use story::{Article, ArticleId, Importer, Kind, Sha256, Source, StoryId, Timestamp};

pub(crate) const TABLES: &str = "
CREATE TABLE articles (
    number    INTEGER PRIMARY KEY,      -- in the order of import
    id        TEXT    NOT NULL UNIQUE,  -- story::ArticleId: made of outlet, title, published, url, body
    outlet    TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    published TEXT,                     -- ISO 8601 at its own precision
    url       TEXT,
    body      TEXT    NOT NULL,
    address   TEXT,                     -- the URL as all captures of the article share it
    text_hash TEXT    NOT NULL,         -- SHA-256 of the body
    day       TEXT,                     -- the first day that `published` may mean
    moment    INTEGER NOT NULL          -- the latest time it gives, in seconds since 1970; the least integer if none
) STRICT;
CREATE INDEX articles_by_address ON articles (address, moment, number) WHERE address IS NOT NULL;
CREATE INDEX articles_by_text ON articles (text_hash);

CREATE TABLE entries (
    file             INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
    position         INTEGER NOT NULL,  -- 0, 1, 2 … in the order read
    article          INTEGER NOT NULL REFERENCES articles,
    path             TEXT    NOT NULL,
    entry            INTEGER NOT NULL,
    byline           TEXT,
    modified         TEXT,
    language         TEXT    NOT NULL,
    importer         TEXT    NOT NULL,
    importer_version INTEGER NOT NULL,
    PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_by_article ON entries (article, file, position);

CREATE VIEW shown AS
    SELECT a.number, a.id, a.outlet, a.title, e.byline, a.published, e.modified, a.url, e.language, a.body,
           f.sha256, e.path, e.entry, e.importer, e.importer_version, e.file, e.position
    FROM articles AS a JOIN entries AS e ON e.article = a.number JOIN files AS f ON f.number = e.file;
";

// An article as it is shown, under the present name of its outlet.
pub(crate) const SHOWN: &str = "
DROP VIEW shown;
CREATE VIEW shown AS
    SELECT a.number, a.id, o.name AS outlet, a.title, e.byline, a.published, e.modified, a.url, e.language, a.body,
           f.sha256, e.path, e.entry, e.importer, e.importer_version, e.file, e.position, a.outlet AS given
    FROM articles AS a JOIN entries AS e ON e.article = a.number JOIN files AS f ON f.number = e.file
         LEFT JOIN outlet_names AS n ON n.folded = folded(a.outlet) LEFT JOIN outlets AS o ON o.number = n.outlet;
";

// The name of a file inside the file, and the article shown with it.
pub(crate) const MEMBERS: &str = "
ALTER TABLE entries ADD COLUMN member TEXT;
DROP VIEW shown;
CREATE VIEW shown AS
    SELECT a.number, a.id, o.name AS outlet, a.title, e.byline, a.published, e.modified, a.url, e.language, a.body,
           f.sha256, e.path, e.entry, e.importer, e.importer_version, e.file, e.position, a.outlet AS given, e.member
    FROM articles AS a JOIN entries AS e ON e.article = a.number JOIN files AS f ON f.number = e.file
         LEFT JOIN outlet_names AS n ON n.folded = folded(a.outlet) LEFT JOIN outlets AS o ON o.number = n.outlet;
";

// The part of the paper or site in which an article stood.
pub(crate) const SECTIONS: &str = "
ALTER TABLE entries ADD COLUMN section TEXT;
DROP VIEW shown;
CREATE VIEW shown AS
    SELECT a.number, a.id, o.name AS outlet, a.title, e.byline, a.published, e.modified, a.url, e.language, a.body,
           f.sha256, e.path, e.entry, e.importer, e.importer_version, e.file, e.position, a.outlet AS given, e.member,
           e.section
    FROM articles AS a JOIN entries AS e ON e.article = a.number JOIN files AS f ON f.number = e.file
         LEFT JOIN outlet_names AS n ON n.folded = folded(a.outlet) LEFT JOIN outlets AS o ON o.number = n.outlet;
";

/// Neither in the trash nor superseded: of several captures of one address the one that the user chose, else the one
/// that gives the latest time, then the last imported. Said of the row `a` of `articles`.
pub(crate) const IS_CURRENT: &str = "NOT EXISTS (SELECT 1 FROM trash WHERE article = a.number)
    AND NOT EXISTS (SELECT 1 FROM articles AS newer
        WHERE newer.address = a.address
          AND (newer.number IN (SELECT article FROM chosen), newer.moment, newer.number)
            > (a.number IN (SELECT article FROM chosen), a.moment, a.number)
          AND NOT EXISTS (SELECT 1 FROM trash WHERE article = newer.number))";

/// The numbers of all for which that does not hold, found at one go.
pub(crate) const NOT_CURRENT: &str = "SELECT article FROM trash
    UNION ALL SELECT old.number FROM articles AS old JOIN articles AS newer ON newer.address = old.address
        AND (newer.number IN (SELECT article FROM chosen), newer.moment, newer.number)
          > (old.number IN (SELECT article FROM chosen), old.moment, old.number)
    WHERE old.address IS NOT NULL AND newer.number NOT IN (SELECT article FROM trash)";

/// The story of the row `a` of `articles`, unless it is alone in one that nobody accepted.
const STORY: &str = "(SELECT s.id FROM membership AS m JOIN stories AS s ON s.number = m.story
    WHERE m.article = a.number AND (s.accepted OR EXISTS (
        SELECT 1 FROM membership AS o JOIN articles AS b ON b.number = o.article
        WHERE o.story = s.number AND b.number <> a.number AND (b.address IS NULL OR b.address IS NOT a.address)
          AND b.number NOT IN (SELECT article FROM trash))))";

/// The outlet of the row `a` of `articles` by its present name.
pub(crate) const OUTLET: &str = "(SELECT o.name FROM outlet_names AS n JOIN outlets AS o ON o.number = n.outlet
    WHERE n.folded = folded(a.outlet))";

/// Which of a file's several entries an article is shown as.
const FIRST_ENTRY: &str = "(shown.file, shown.position) =
    (SELECT file, position FROM entries WHERE article = shown.number ORDER BY file, position LIMIT 1)";

const COLUMNS: &str = "id, coalesce(outlet, given), title, byline, published, modified, url, language, body, sha256, path, entry, importer, \
                       importer_version, member, section";

/// The same, but under the outlet's name as the file gave it, of which the id is made.
const COLUMNS_GIVEN: &str = "id, given, title, byline, published, modified, url, language, body, sha256, path, entry, \
                             importer, importer_version, member, section";

/// An article in a list: enough to choose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: ArticleId,
    /// By its present name.
    pub outlet: String,
    /// Empty if there is none.
    pub title: String,
    pub published: Option<Timestamp>,
    pub url: Option<String>,
    /// `None` where it is unsorted: in no story, or alone in one that nobody accepted.
    pub story: Option<StoryId>,
    /// Name of the first file that gave it.
    pub file: String,
    /// Whether it counts: it is not in the trash, and of the versions of its address the chosen one, else the newest.
    pub current: bool,
    /// Captures of its address outside the trash, itself among them.
    pub versions: usize,
}

/// Which articles are meant; what is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of the outlet's names, in large or small letters.
    pub outlet: Option<String>,
    /// Published on the first day that this may mean, or later.
    pub from: Option<Timestamp>,
    /// Published on the last day that this may mean, or before.
    pub until: Option<Timestamp>,
    /// In a story whose latest comparison has a divergence of this kind.
    pub kind: Option<Kind>,
}

/// What a [`Filter`] asks of the row `a` of `articles`, and that it is not in the trash.
pub(crate) const CONDITION: &str = "(:outlet IS NULL OR folded(a.outlet) IN (SELECT folded FROM outlet_names
        WHERE outlet = (SELECT outlet FROM outlet_names WHERE folded = folded(:outlet))))
    AND a.number NOT IN (SELECT article FROM trash)
    AND (:from IS NULL OR a.day >= :from) AND (:until IS NULL OR substr(a.day, 1, length(:until)) <= :until)
    AND (:kind IS NULL OR a.number IN (
        SELECT m.article FROM comparison_kinds AS k JOIN comparisons AS c ON c.number = k.comparison
            JOIN stories AS s ON s.id = c.story JOIN membership AS m ON m.story = s.number
        WHERE k.kind = :kind AND c.number = (SELECT max(number) FROM comparisons WHERE story = c.story)))";

/// The values that [`CONDITION`] wants.
pub(crate) struct Bounds {
    outlet: Option<String>,
    /// A day.
    from: Option<String>,
    /// A day, or the month or year whose last day is meant.
    until: Option<String>,
    kind: Option<&'static str>,
}

impl Filter {
    pub(crate) fn bounds(&self) -> Bounds {
        let day_at_most = |until: &Timestamp| until.as_str().chars().take("2000-01-01".len()).collect();
        Bounds {
            outlet: self.outlet.clone(),
            from: self.from.as_ref().map(|from| from.first_day().to_string()),
            until: self.until.as_ref().map(day_at_most),
            kind: self.kind.map(Kind::name),
        }
    }
}

impl Bounds {
    pub(crate) fn params(&self) -> Vec<(&'static str, &dyn ToSql)> {
        vec![(":outlet", &self.outlet), (":from", &self.from), (":until", &self.until), (":kind", &self.kind)]
    }
}

impl Library {
    /// The articles that the filter lets through, all versions but without those in the trash, by publication, then outlet, then id.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn list(&self, filter: &Filter) -> Result<Vec<Listed>, Error> {
        let bounds = filter.bounds();
        let sql = listing(&format!("WHERE {CONDITION} ORDER BY a.published, outlet, a.id"));
        self.read(|connection| connection.prepare(&sql)?.query_map(bounds.params().as_slice(), listed_of)?.collect())
    }

    /// One article with all that is known of it.
    ///
    /// # Errors
    /// [`Error::Unknown`] where the library does not have it.
    pub fn article(&self, id: &ArticleId) -> Result<Article, Error> {
        let found = self.read(|connection| by_id(connection, id))?;
        found.ok_or_else(|| Error::Unknown { what: "article", name: id.to_string() })
    }

    /// The article whose id begins with `name`.
    ///
    /// # Errors
    /// [`Error::Unknown`] where there is none, [`Error::Ambiguous`] where there are several.
    pub fn article_named(&self, name: &str) -> Result<ArticleId, Error> {
        let name = name.trim().to_ascii_lowercase();
        // Ids are hexadecimal: 'g' comes after all that may follow.
        let sql = "SELECT id FROM articles WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 2";
        let mut ids = self.read(|connection| ids_of(connection, sql, [&name]))?;
        match (ids.len(), name.is_empty()) {
            (1, false) => Ok(ids.remove(0)),
            (2, false) => Err(Error::Ambiguous { name }),
            _ => Err(Error::Unknown { what: "article", name }),
        }
    }

    /// All articles, in the order of import; without the older versions of an address and those in the trash if
    /// asked to.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn articles(&self, versions: Versions) -> Result<Vec<Article>, Error> {
        self.read(|connection| connection.prepare(&all(versions))?.query_map([], article_of)?.collect())
    }

    /// What one file gave, exactly as it was read and in that order.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn articles_of_file(&self, sha256: &Sha256) -> Result<Vec<Article>, Error> {
        let sql = format!("SELECT {COLUMNS_GIVEN} FROM shown WHERE sha256 = ?1 ORDER BY position");
        self.read(|connection| connection.prepare(&sql)?.query_map([&sha256.0], article_of)?.collect())
    }

    /// The captures of the article's address, oldest first; the last one is current unless another was chosen.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn versions(&self, id: &ArticleId) -> Result<Vec<Listed>, Error> {
        let sql = listing(
            "WHERE a.id = ?1 OR a.address = (SELECT address FROM articles WHERE id = ?1)
             ORDER BY a.moment, a.number",
        );
        self.read(|connection| connection.prepare(&sql)?.query_map([&id.0], listed_of)?.collect())
    }

    /// Other articles with exactly this article's text: under another address, or another outlet.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn same_text(&self, id: &ArticleId) -> Result<Vec<Listed>, Error> {
        self.read(|connection| same_text(connection, id))
    }
}

/// Whether older captures of an address count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Versions {
    All,
    /// The chosen or the newest of each address alone, and none from the trash.
    Current,
}

/// Selects of articles that are chosen by `which`, for [`listed_of`].
pub(crate) fn listing(which: &str) -> String {
    format!(
        "SELECT a.id, coalesce({OUTLET}, a.outlet) AS outlet, a.title, a.published, a.url,
                {STORY},
                (SELECT f.name FROM entries AS e JOIN files AS f ON f.number = e.file
                 WHERE e.article = a.number ORDER BY e.file, e.position LIMIT 1),
                {IS_CURRENT},
                (SELECT count(*) FROM articles AS other WHERE (other.address = a.address OR other.number = a.number)
                   AND other.number NOT IN (SELECT article FROM trash))
         FROM articles AS a {which}"
    )
}

/// The article of this number, for a list.
pub(crate) fn listed(connection: &Connection, number: i64) -> rusqlite::Result<Listed> {
    connection.prepare_cached(&listing("WHERE a.number = ?1"))?.query_row([number], listed_of)
}

/// Selects the articles in the order of import, for [`article_of`].
pub(crate) fn all(versions: Versions) -> String {
    let current = match versions {
        Versions::All => String::new(),
        Versions::Current => format!("AND number IN (SELECT a.number FROM articles AS a WHERE {IS_CURRENT})"),
    };
    format!("SELECT {COLUMNS} FROM shown WHERE {FIRST_ENTRY} {current} ORDER BY number")
}

/// Selects all articles as they were given, for [`article_of`].
pub(crate) fn all_given() -> String {
    format!("SELECT {COLUMNS_GIVEN} FROM shown WHERE {FIRST_ENTRY} ORDER BY number")
}

pub(crate) fn by_id(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<Article>> {
    let sql = format!("SELECT {COLUMNS} FROM shown WHERE id = ?1 AND {FIRST_ENTRY}");
    connection.prepare_cached(&sql)?.query_row([&id.0], article_of).optional()
}

pub(crate) fn number_of(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT number FROM articles WHERE id = ?1";
    connection.prepare_cached(sql)?.query_row([&id.0], |row| row.get(0)).optional()
}

pub(crate) fn same_text(connection: &Connection, id: &ArticleId) -> rusqlite::Result<Vec<Listed>> {
    let sql = listing(
        "JOIN articles AS this ON this.text_hash = a.text_hash
         WHERE this.id = ?1 AND a.id <> this.id AND a.body = this.body AND a.body <> ''
           AND (a.address IS NULL OR a.address IS NOT this.address)
         ORDER BY a.number",
    );
    connection.prepare_cached(&sql)?.query_map([&id.0], listed_of)?.collect()
}

/// Enters an article unless it is there, and returns its number and whether it is new.
pub(crate) fn enter(connection: &Connection, article: &Article) -> rusqlite::Result<(i64, bool)> {
    if let Some(number) = number_of(connection, &article.id)? {
        return Ok((number, false));
    }
    let published = article.published.as_ref();
    let moment = [published, article.modified.as_ref()].into_iter().flatten().map(Timestamp::instant).max();
    let number = connection
        .prepare_cached(
            "INSERT INTO articles (id, outlet, title, published, url, body, address, text_hash, day, moment)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .insert(params![
            article.id.0,
            article.outlet,
            article.title,
            published.map(Timestamp::as_str),
            article.url,
            article.body,
            article.url.as_deref().and_then(address),
            Sha256::of(article.body.as_bytes()).0,
            published.map(|published| published.first_day().to_string()),
            moment.unwrap_or(i64::MIN),
        ])?;
    Ok((number, true))
}

/// Enters that `file` holds the article numbered `number`.
pub(crate) fn enter_entry(
    connection: &Connection,
    (file, position, number): (i64, usize, i64),
    article: &Article,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?
        .execute(params![
            file,
            position,
            number,
            article.source.path,
            article.source.entry,
            article.byline,
            article.modified.as_ref().map(Timestamp::as_str),
            article.language,
            article.importer.name,
            article.importer.version,
            article.source.member,
            article.section,
        ])
        .map(|_| ())
}

pub(crate) fn ids_of(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> rusqlite::Result<Vec<ArticleId>> {
    connection.prepare_cached(sql)?.query_map(params, |row| row.get(0).map(ArticleId))?.collect()
}

pub(crate) fn article_of(row: &Row) -> rusqlite::Result<Article> {
    Ok(Article {
        id: ArticleId(row.get(0)?),
        outlet: row.get(1)?,
        title: row.get(2)?,
        byline: row.get(3)?,
        section: row.get(15)?,
        published: timestamp(row, 4)?,
        modified: timestamp(row, 5)?,
        url: row.get(6)?,
        language: row.get(7)?,
        body: row.get(8)?,
        sha256: Sha256(row.get(9)?),
        source: Source { path: row.get(10)?, entry: row.get(11)?, member: row.get(14)? },
        importer: Importer { name: row.get(12)?, version: row.get(13)? },
    })
}

pub(crate) fn listed_of(row: &Row) -> rusqlite::Result<Listed> {
    Ok(Listed {
        id: ArticleId(row.get(0)?),
        outlet: row.get(1)?,
        title: row.get(2)?,
        published: timestamp(row, 3)?,
        url: row.get(4)?,
        story: row.get::<_, Option<String>>(5)?.map(StoryId),
        file: row.get(6)?,
        current: row.get(7)?,
        versions: row.get(8)?,
    })
}

fn timestamp(row: &Row, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| Timestamp::parse(&text).ok_or_else(|| broken(column, "not a time"))).transpose()
}

/// A value that we never wrote.
pub(crate) fn broken(column: usize, why: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why.into())
}
