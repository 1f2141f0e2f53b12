//! The shelves as they are shown: a card for each story, and the articles that lie on one of them.
//!
//! Everything is read at one go and counted here: a thousand stories must not be a thousand questions.

use crate::{
    Error, Library, Listed,
    articles::{IS_CURRENT, NOT_CURRENT, listed_of, listing},
    comparisons, decisions,
    search::folded,
};
use rusqlite::{Connection, Row, params};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use story::{ArticleId, Engine, Kind, LinkDecision, StoryId, Timestamp};

/// A story as it lies on its shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: StoryId,
    pub title: String,
    /// Whether the user made it or took it for one; the others are suggested.
    pub accepted: bool,
    /// Sorted, each once.
    pub outlets: Vec<String>,
    /// Current ones.
    pub articles: usize,
    /// When the first of them was published, and the last; `None` where none says when.
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    /// `None` until the story was compared as it is now.
    pub compared: Option<Tally>,
    /// Divergences that were confirmed or dismissed.
    pub reviewed: usize,
}

/// What the comparison of a story says in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Articles that share a text ancestor count once.
    pub origins: usize,
    /// Divergences in the order of the kinds, without those that do not occur.
    pub divergences: Vec<(Kind, usize)>,
}

/// How many there are on the shelves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Current ones, out of the trash.
    pub articles: usize,
    pub unsorted: usize,
    pub trashed: usize,
}

/// Where an article can lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shelf {
    Story(StoryId),
    /// In no story, or alone in one that nobody accepted.
    Unsorted,
    Trash,
}

/// Said of the row `a` of `articles`, of which it is known that it is current.
const IS_UNSORTED: &str =
    "a.number NOT IN (SELECT m.article FROM membership AS m JOIN stories AS s ON s.number = m.story
    WHERE s.accepted OR m.story IN (SELECT story FROM membership WHERE article NOT IN (SELECT number FROM not_current)
                                    GROUP BY story HAVING count(*) > 1))";

/// The captures in the trash, the newest of each address.
const IS_TRASHED: &str = "a.number IN (SELECT article FROM trash) AND NOT EXISTS (SELECT 1 FROM articles AS newer
    WHERE newer.address = a.address AND (newer.moment, newer.number) > (a.moment, a.number)
      AND newer.number IN (SELECT article FROM trash))";

impl Library {
    /// The stories, the newest first, with what this engine's comparisons say of them. An article that is alone in
    /// a story which nobody accepted is unsorted, and has no card.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn cards(&self, engine: &Engine) -> Result<Vec<Card>, Error> {
        self.read(|connection| {
            let compared = compared(connection, engine)?;
            let reviewed = reviewed(connection)?;
            let links = links(connection)?;
            let mut cards: Vec<Card> = gathered(connection)?
                .into_iter()
                .filter(|(_, story)| story.accepted || story.members.len() > 1)
                .map(|(number, story)| {
                    let links = links.get(&number).map_or(&[][..], Vec::as_slice);
                    let reviewed = reviewed.get(&number).copied().unwrap_or(0);
                    story.card(links, &compared, reviewed)
                })
                .collect();
            cards.sort_by(|a, b| b.last.cmp(&a.last).then_with(|| a.title.cmp(&b.title)).then_with(|| a.id.cmp(&b.id)));
            Ok(cards)
        })
    }

    /// How many articles there are, and where.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`].
    pub fn counts(&self) -> Result<Counts, Error> {
        let sql = format!(
            "WITH not_current (number) AS MATERIALIZED ({NOT_CURRENT})
             SELECT (SELECT count(*) FROM articles AS a WHERE a.number NOT IN (SELECT number FROM not_current)),
                    (SELECT count(*) FROM articles AS a
                     WHERE a.number NOT IN (SELECT number FROM not_current) AND {IS_UNSORTED}),
                    (SELECT count(*) FROM articles AS a WHERE {IS_TRASHED})"
        );
        self.read(|connection| {
            let counts = |row: &Row| Ok(Counts { articles: row.get(0)?, unsorted: row.get(1)?, trashed: row.get(2)? });
            connection.prepare_cached(&sql)?.query_row([], counts)
        })
    }

    /// The articles on a shelf, one for each address, by publication, then outlet, then id.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::Io`]; a story that is not there is an empty shelf.
    pub fn shelf(&self, shelf: &Shelf) -> Result<Vec<Listed>, Error> {
        let (which, story) = match shelf {
            Shelf::Story(story) => (format!("{IN_STORY} AND {IS_CURRENT}"), story.0.as_str()),
            Shelf::Unsorted => (format!("a.number NOT IN (SELECT number FROM not_current) AND {IS_UNSORTED}"), ""),
            Shelf::Trash => (IS_TRASHED.to_owned(), ""),
        };
        let sql = format!(
            "WITH not_current (number) AS MATERIALIZED ({NOT_CURRENT}) {}",
            listing(&format!("WHERE {which} AND ?1 = ?1 ORDER BY a.published, outlet, a.id"))
        );
        self.read(|connection| connection.prepare_cached(&sql)?.query_map([story], listed_of)?.collect())
    }
}

const IN_STORY: &str = "a.number IN (SELECT m.article FROM membership AS m JOIN stories AS s ON s.number = m.story
    WHERE s.id = ?1)";

/// A story on its way to a card.
struct Gathered {
    id: StoryId,
    title: String,
    accepted: bool,
    /// Current articles with their outlets.
    members: BTreeMap<ArticleId, Rc<str>>,
    /// As text, by which times order.
    first: Option<String>,
    last: Option<String>,
}

impl Gathered {
    fn card(self, links: &[LinkDecision], compared: &BTreeMap<StoryId, Kept>, reviewed: usize) -> Card {
        let outlets: BTreeSet<&str> = self.members.values().map(AsRef::as_ref).collect();
        let members: BTreeMap<&ArticleId, &str> = self.members.iter().map(|(id, name)| (id, name.as_ref())).collect();
        let kept = compared.get(&self.id).and_then(|kept| kept.of_state(&comparisons::state(&members, links)));
        let articles = members.len();
        Card {
            id: self.id,
            title: self.title,
            accepted: self.accepted,
            outlets: outlets.into_iter().map(str::to_owned).collect(),
            articles,
            first: self.first.as_deref().and_then(Timestamp::parse),
            last: self.last.as_deref().and_then(Timestamp::parse),
            compared: kept,
            reviewed,
        }
    }
}

fn gathered(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Gathered>> {
    let mut stories = all_stories(connection)?;
    let mut names = Names::new(connection)?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT m.story, a.id, a.outlet, a.published FROM membership AS m JOIN articles AS a ON a.number = m.article
         WHERE m.article NOT IN ({NOT_CURRENT})"
    ))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let Some(story) = stories.get_mut(&row.get(0)?) else { continue };
        story.members.insert(ArticleId(row.get(1)?), names.name(row.get_ref(2)?.as_str()?));
        let published: Option<String> = row.get(3)?;
        if published.is_some() && (story.first.is_none() || published < story.first) {
            story.first.clone_from(&published);
        }
        if published > story.last {
            story.last = published;
        }
    }
    stories.retain(|_, story| !story.members.is_empty());
    Ok(stories)
}

fn all_stories(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Gathered>> {
    let story = |row: &Row| {
        let (id, title, accepted) = (StoryId(row.get(1)?), row.get(2)?, row.get(3)?);
        Ok((row.get(0)?, Gathered { id, title, accepted, members: BTreeMap::new(), first: None, last: None }))
    };
    let sql = "SELECT number, id, title, accepted FROM stories";
    connection.prepare_cached(sql)?.query_map([], story)?.collect()
}

/// The present names of outlets by the names that files give.
struct Names {
    by_folded: BTreeMap<String, Rc<str>>,
    met: BTreeMap<String, Rc<str>>,
}

impl Names {
    fn new(connection: &Connection) -> rusqlite::Result<Self> {
        let sql = "SELECT n.folded, o.name FROM outlet_names AS n JOIN outlets AS o ON o.number = n.outlet";
        let pair = |row: &Row| Ok((row.get(0)?, row.get::<_, String>(1)?.into()));
        let by_folded = connection.prepare_cached(sql)?.query_map([], pair)?.collect::<Result<_, _>>()?;
        Ok(Self { by_folded, met: BTreeMap::new() })
    }

    fn name(&mut self, given: &str) -> Rc<str> {
        if let Some(name) = self.met.get(given) {
            return Rc::clone(name);
        }
        let name = self.by_folded.get(&folded(given)).cloned().unwrap_or_else(|| given.into());
        self.met.insert(given.to_owned(), Rc::clone(&name));
        name
    }
}

/// The comparisons of one story that this engine made, by the state that they were made of.
#[derive(Default)]
struct Kept(Vec<(String, Tally)>);

impl Kept {
    fn of_state(&self, state: &str) -> Option<Tally> {
        self.0.iter().rev().find(|(of, _)| of == state).map(|(_, compared)| compared.clone())
    }
}

fn compared(connection: &Connection, engine: &Engine) -> rusqlite::Result<BTreeMap<StoryId, Kept>> {
    let mut kinds = kinds(connection)?;
    let sql =
        "SELECT number, story, state, origins FROM comparisons WHERE engine = ?1 AND settings = ?2 ORDER BY number";
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(params![comparisons::name(engine), comparisons::settings(engine)])?;
    let mut all: BTreeMap<StoryId, Kept> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let divergences = kinds.remove(&row.get(0)?).unwrap_or_default();
        let compared = Tally { origins: row.get(3)?, divergences };
        all.entry(StoryId(row.get(1)?)).or_default().0.push((row.get(2)?, compared));
    }
    Ok(all)
}

fn kinds(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<(Kind, usize)>>> {
    let mut counts: BTreeMap<i64, Vec<(Kind, usize)>> = BTreeMap::new();
    let mut select = connection.prepare_cached("SELECT comparison, kind, divergences FROM comparison_kinds")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == name) {
            counts.entry(row.get(0)?).or_default().push((kind, row.get(2)?));
        }
    }
    counts.values_mut().for_each(|kinds| kinds.sort_unstable());
    Ok(counts)
}

/// Per story, the findings that were confirmed or dismissed and are about its articles alone.
fn reviewed(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, usize>> {
    let sql = "SELECT story, count(*) FROM (
                   SELECT min(m.story) AS story FROM finding_decisions AS f JOIN decided AS d ON d.divergence = f.divergence
                       JOIN articles AS a ON a.id = d.article LEFT JOIN membership AS m ON m.article = a.number
                   WHERE f.verdict IS NOT NULL GROUP BY f.divergence
                   HAVING min(m.story) = max(m.story) AND count(m.story) = count(*))
               GROUP BY story";
    connection.prepare_cached(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Per story, the rulings on links between its articles.
fn links(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, Vec<LinkDecision>>> {
    let sql = "SELECT m.story FROM articles AS a JOIN membership AS m ON m.article = a.number WHERE a.id = ?1";
    let mut select = connection.prepare_cached(sql)?;
    let mut home = |article: &ArticleId| -> rusqlite::Result<Option<i64>> {
        select.query_map([&article.0], |row| row.get(0))?.next().transpose()
    };
    let mut links: BTreeMap<i64, Vec<LinkDecision>> = BTreeMap::new();
    for link in decisions::links(connection)? {
        let (a, b) = (home(&link.a.article)?, home(&link.b.article)?);
        if let Some(story) = a.filter(|_| a == b) {
            links.entry(story).or_default().push(link);
        }
    }
    Ok(links)
}
