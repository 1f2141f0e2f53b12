//! What the user ruled on findings and links, found again by the articles that it is about.
//!
//! A decision belongs to no story and no comparison: it lasts while stories are merged, moved and compared anew.

use crate::{Error, Library, articles::broken, error::Halt, journal, journal::follow};
use rusqlite::{Connection, Row, params};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::collections::BTreeSet;
use story::{
    ArticleId, Decisions, DivergenceId, FindingDecision, Kind, LinkDecision, LinkRuling, Passage, Reading, Span,
    StoryId, Timestamp, Verdict,
};

pub(crate) const TABLES: &str = "
CREATE TABLE finding_decisions (
    divergence TEXT NOT NULL PRIMARY KEY,  -- its id, which stands for kind and evidence
    kind       TEXT NOT NULL,
    readings   TEXT NOT NULL,              -- [story::Reading] as JSON
    articles   TEXT NOT NULL,              -- ids of all articles in the evidence, as a JSON array
    verdict    TEXT,                       -- null where there is a note alone
    note       TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE link_decisions (
    link      TEXT    NOT NULL PRIMARY KEY,  -- the places of the two claims
    a_article TEXT    NOT NULL,
    a_start   INTEGER NOT NULL,              -- bytes of the body
    a_end     INTEGER NOT NULL,
    a_text    TEXT    NOT NULL,
    b_article TEXT    NOT NULL,
    b_start   INTEGER NOT NULL,
    b_end     INTEGER NOT NULL,
    b_text    TEXT    NOT NULL,
    ruling    TEXT    NOT NULL,
    at        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_decisions_by_a ON link_decisions (a_article);
CREATE INDEX link_decisions_by_b ON link_decisions (b_article);

-- Which articles a decision on a finding is about.
CREATE TABLE decided (
    article    TEXT NOT NULL,
    divergence TEXT NOT NULL,
    PRIMARY KEY (article, divergence)
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_by_divergence ON decided (divergence);
CREATE TRIGGER finding_decided AFTER INSERT ON finding_decisions BEGIN
    INSERT OR IGNORE INTO decided SELECT value, new.divergence FROM json_each(new.articles);
END;
CREATE TRIGGER finding_decided_again AFTER UPDATE OF articles ON finding_decisions BEGIN
    DELETE FROM decided WHERE divergence = old.divergence;
    INSERT OR IGNORE INTO decided SELECT value, new.divergence FROM json_each(new.articles);
END;
CREATE TRIGGER finding_undecided AFTER DELETE ON finding_decisions BEGIN
    DELETE FROM decided WHERE divergence = old.divergence;
END;
";

follow!(FOLLOWED, FINDINGS, "finding_decisions", "divergence", "kind", "readings", "articles", "verdict", "note", "at");
follow!(
    FOLLOWED_LINKS,
    LINKS,
    "link_decisions",
    "link",
    "a_article",
    "a_start",
    "a_end",
    "a_text",
    "b_article",
    "b_start",
    "b_end",
    "b_text",
    "ruling",
    "at"
);

/// What one act rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rulings {
    /// Each in the place of what was ruled of its divergence before; one without verdict and note takes that back.
    pub findings: Vec<FindingDecision>,
    /// Each in the place of what was ruled of its two claims before.
    pub links: Vec<LinkDecision>,
    /// Pairs of claims of which nothing is ruled any more.
    pub freed: Vec<(Passage, Passage)>,
}

impl Library {
    /// Keeps what the user ruled as one act of this name, such as `confirm_finding`, about a story.
    ///
    /// # Errors
    /// [`Error::Full`], [`Error::Busy`], [`Error::Io`]; then nothing was changed.
    pub fn rule(&mut self, name: &str, story: &StoryId, rulings: &Rulings, at: &Timestamp) -> Result<(), Error> {
        self.act(name, at, |connection| {
            journal::about(connection, story)?;
            rulings.findings.iter().try_for_each(|finding| put_finding(connection, finding))?;
            rulings.links.iter().try_for_each(|link| put_link(connection, link))?;
            for (a, b) in &rulings.freed {
                let sql = "DELETE FROM link_decisions WHERE link = ?1";
                connection.prepare_cached(sql)?.execute([key_of(a, b)])?;
            }
            Ok::<(), Halt>(())
        })
    }

    /// All that was ruled of findings and links that touch any of these articles.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn decisions_about(&self, articles: &[ArticleId]) -> Result<Decisions, Error> {
        let ids: BTreeSet<&str> = articles.iter().map(|id| id.0.as_str()).collect();
        let ids = Value::from_iter(ids).to_string();
        self.read(|connection| {
            let sql = format!(
                "{FINDING} WHERE divergence IN
                     (SELECT divergence FROM decided WHERE article IN (SELECT value FROM json_each(?1)))
                 ORDER BY at, divergence"
            );
            let findings = connection.prepare_cached(&sql)?.query_map([&ids], finding_of)?.collect::<Result<_, _>>()?;
            let sql = format!(
                "{LINK} WHERE a_article IN (SELECT value FROM json_each(?1))
                    OR b_article IN (SELECT value FROM json_each(?1)) ORDER BY at, link"
            );
            let links = connection.prepare_cached(&sql)?.query_map([&ids], link_of)?.collect::<Result<_, _>>()?;
            Ok(Decisions { findings, links })
        })
    }
}

const FINDING: &str = "SELECT divergence, kind, readings, verdict, note, at FROM finding_decisions";

const LINK: &str = "SELECT a_article, a_start, a_end, a_text, b_article, b_start, b_end, b_text, ruling, at
                    FROM link_decisions";

/// All that was ruled of findings.
pub(crate) fn findings(connection: &Connection) -> rusqlite::Result<Vec<FindingDecision>> {
    connection.prepare_cached(FINDING)?.query_map([], finding_of)?.collect()
}

/// Whether decisions are found by other articles than their evidence has.
pub(crate) fn is_listed_otherwise(connection: &Connection) -> rusqlite::Result<bool> {
    let sql = format!(
        "SELECT EXISTS (SELECT article, divergence FROM decided EXCEPT {LISTED})
             OR EXISTS ({LISTED} EXCEPT SELECT article, divergence FROM decided)"
    );
    connection.query_row(&sql, [], |row| row.get(0))
}

pub(crate) fn list_again(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM decided", [])?;
    connection.execute(&format!("INSERT OR IGNORE INTO decided {LISTED}"), []).map(|_| ())
}

const LISTED: &str = "SELECT e.value, f.divergence FROM finding_decisions AS f, json_each(f.articles) AS e";

/// All rulings on links.
pub(crate) fn links(connection: &Connection) -> rusqlite::Result<Vec<LinkDecision>> {
    connection.prepare_cached(LINK)?.query_map([], link_of)?.collect()
}

/// Stands for the two claims and the ruling.
pub(crate) fn link_key(link: &LinkDecision) -> String {
    format!("{} {}", key_of(&link.a, &link.b), word(&link.ruling))
}

fn key_of(a: &Passage, b: &Passage) -> String {
    let place = |passage: &Passage| format!("{}:{}:{}", passage.article, passage.span.start, passage.span.end);
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    format!("{} {}", place(a), place(b))
}

fn put_finding(connection: &Connection, decision: &FindingDecision) -> rusqlite::Result<()> {
    let divergence = &decision.divergence.0;
    if decision.verdict.is_none() && decision.note.is_empty() {
        let sql = "DELETE FROM finding_decisions WHERE divergence = ?1";
        return connection.prepare_cached(sql)?.execute([divergence]).map(|_| ());
    }
    let evidence = decision.readings.iter().flat_map(|reading| &reading.evidence);
    let articles: BTreeSet<&str> = evidence.map(|evidence| evidence.article.0.as_str()).collect();
    let sql = "INSERT INTO finding_decisions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
               ON CONFLICT (divergence) DO UPDATE SET kind = excluded.kind, readings = excluded.readings,
                   articles = excluded.articles, verdict = excluded.verdict, note = excluded.note, at = excluded.at";
    let row = params![
        divergence,
        decision.kind.name(),
        serde_json::to_string(&decision.readings).expect("plain data always serialises"),
        Value::from_iter(articles).to_string(),
        decision.verdict.as_ref().map(word),
        decision.note,
        decision.at.as_str(),
    ];
    connection.prepare_cached(sql)?.execute(row).map(|_| ())
}

fn put_link(connection: &Connection, link: &LinkDecision) -> rusqlite::Result<()> {
    let (a, b) = if link.a <= link.b { (&link.a, &link.b) } else { (&link.b, &link.a) };
    let sql = "INSERT INTO link_decisions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
               ON CONFLICT (link) DO UPDATE SET a_text = excluded.a_text, b_text = excluded.b_text,
                   ruling = excluded.ruling, at = excluded.at";
    let row = params![
        key_of(a, b),
        a.article.0,
        a.span.start,
        a.span.end,
        a.text,
        b.article.0,
        b.span.start,
        b.span.end,
        b.text,
        word(&link.ruling),
        link.at.as_str(),
    ];
    connection.prepare_cached(sql)?.execute(row).map(|_| ())
}

fn finding_of(row: &Row) -> rusqlite::Result<FindingDecision> {
    let readings: String = row.get(2)?;
    let readings: Vec<Reading> = serde_json::from_str(&readings).map_err(|_| broken(2, "no readings"))?;
    let verdict: Option<String> = row.get(3)?;
    Ok(FindingDecision {
        divergence: DivergenceId(row.get(0)?),
        kind: named::<Kind>(row, 1)?,
        readings,
        verdict: verdict.map(|_| named::<Verdict>(row, 3)).transpose()?,
        note: row.get(4)?,
        at: time(row, 5)?,
    })
}

fn link_of(row: &Row) -> rusqlite::Result<LinkDecision> {
    Ok(LinkDecision {
        a: passage(row, 0)?,
        b: passage(row, 4)?,
        ruling: named::<LinkRuling>(row, 8)?,
        at: time(row, 9)?,
    })
}

fn passage(row: &Row, first: usize) -> rusqlite::Result<Passage> {
    let (start, end): (usize, usize) = (row.get(first + 1)?, row.get(first + 2)?);
    if start > end {
        return Err(broken(first + 1, "no span"));
    }
    Ok(Passage { article: ArticleId(row.get(first)?), span: Span::new(start, end), text: row.get(first + 3)? })
}

fn time(row: &Row, column: usize) -> rusqlite::Result<Timestamp> {
    let text: String = row.get(column)?;
    Timestamp::parse(&text).ok_or_else(|| broken(column, "not a time"))
}

/// The word that the interchange has for a value without content.
fn word(value: &impl Serialize) -> String {
    let word = serde_json::to_value(value).ok();
    word.as_ref().and_then(Value::as_str).expect("it is written as a word").to_owned()
}

fn named<T: DeserializeOwned>(row: &Row, column: usize) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    serde_json::from_value(Value::String(word)).map_err(|_| broken(column, "an unknown word"))
}
