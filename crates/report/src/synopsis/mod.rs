//! A comparison arranged for reading: columns are articles, rows are claim groups, and in their
//! cells the words that diverge are marked.
//!
//! - [`Filter`] says what is left out,
//! - [`Passage`] is a claim cut into marked and unmarked pieces,
//! - [`Tally`] counts findings by kind and relation.

mod filter;
mod passage;
mod quoted;
mod tally;

pub use filter::{Filter, Rows, Ruled};
pub(crate) use passage::cut;
pub use passage::{Passage, Piece};
pub use quoted::Quoted;
pub use tally::Tally;

use crate::Account;
use std::collections::BTreeMap;
use story::{
    Article, ArticleId, Claim, ClaimGroup, ClaimId, Divergence, DivergenceId, FindingDecision, Kind, LookAlike,
    Omission, Origin, Place, Positions, Span, Timestamp, Verdict,
};

/// A comparison arranged for reading.
#[derive(Debug)]
pub struct Synopsis<'a> {
    pub account: Account<'a>,
    /// What it was arranged by.
    pub filter: Filter,
    /// One an article, in the order of the comparison.
    pub columns: Vec<Column<'a>>,
    /// The rows that the filter lets through, in the order of the comparison.
    pub rows: Vec<Row<'a>>,
    /// Counts the findings that the filter lets through.
    pub tally: Tally,
    /// Rows that diverge, were all of them shown.
    pub diverging: usize,
    decided: BTreeMap<&'a DivergenceId, &'a FindingDecision>,
    claims: BTreeMap<&'a ClaimId, &'a Claim>,
    places: BTreeMap<&'a ArticleId, usize>,
}

/// One article.
#[derive(Debug)]
pub struct Column<'a> {
    pub article: &'a Article,
    /// The outlet's name; with a number where the outlet has several articles in the story.
    pub label: String,
    positions: Positions,
}

/// One claim group.
#[derive(Debug)]
pub struct Row<'a> {
    /// 1-based among all groups of the comparison, shown or not.
    pub number: usize,
    pub group: &'a ClaimGroup,
    /// One a column.
    pub cells: Vec<Cell<'a>>,
    pub findings: Vec<Finding<'a>>,
    pub look_alikes: Vec<&'a LookAlike>,
}

/// What one article has of a claim group.
#[derive(Debug)]
pub struct Cell<'a> {
    /// Empty where the article does not carry the claim.
    pub passages: Vec<Passage<'a>>,
    pub place: Option<Place>,
    /// Set where there is no passage.
    pub omission: Option<&'a Omission>,
}

/// A divergence with the sign that its words carry in the cells.
#[derive(Debug)]
pub struct Finding<'a> {
    pub divergence: &'a Divergence,
    /// The kind's letter, and a number where the row has several of the kind: `F`, `F2`.
    pub sign: String,
    /// What the user said of it.
    pub decision: Option<&'a FindingDecision>,
}

/// The letter that stands for a kind beside its words. N is for "no": affirmed or denied.
pub fn letter(kind: Kind) -> char {
    match kind {
        Kind::Figure => 'F',
        Kind::Time => 'T',
        Kind::Place => 'P',
        Kind::Actor => 'A',
        Kind::Source => 'S',
        Kind::Certainty => 'C',
        Kind::Polarity => 'N',
        Kind::Quote => 'Q',
        Kind::Wording => 'W',
    }
}

impl Column<'_> {
    /// The Unicode characters of the article's body that a span of bytes is.
    pub fn chars(&self, span: Span) -> (usize, usize) {
        (self.positions.chars(span.start), self.positions.chars(span.end))
    }
}

impl Row<'_> {
    /// Told where fewer origins than articles carry the claim: "3 articles, 1 origin".
    pub fn corroboration(&self) -> Option<String> {
        let (tellers, origins) = (self.tellers(), self.group.origins);
        (origins < tellers).then(|| format!("{}, {}", many(tellers, "article"), many(origins, "origin")))
    }

    /// How many articles carry the row's claim.
    pub fn tellers(&self) -> usize {
        self.cells.len() - self.holes().count()
    }

    /// The columns that do not carry the row's claim.
    pub fn holes(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.passages.is_empty()).map(|(column, _)| column)
    }
}

/// "headline", "lead", "¶4".
pub fn place_name(place: Place) -> String {
    match place {
        Place::Headline => "headline".into(),
        Place::Lead => "lead".into(),
        Place::Paragraph(number) => format!("¶{number}"),
    }
}

/// The day of a time, or its month or year where no more is known.
pub fn day(time: &Timestamp) -> &str {
    time.as_str().split('T').next().unwrap_or_default()
}

/// A time as people write it: 2031-05-04 14:05 +02:00.
pub fn moment(time: &Timestamp) -> String {
    let Some((day, clock)) = time.as_str().split_once('T') else { return time.to_string() };
    let (clock, zone) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
    let minutes = clock.get(..5).unwrap_or(clock);
    let zone = if zone == "Z" { "UTC" } else { zone };
    format!("{day} {minutes} {zone}").trim_end().to_owned()
}

/// "confirmed 2031-05-04 14:05 UTC: a note"
pub fn said(decision: &FindingDecision) -> String {
    let verdict = decision.verdict.map_or("note", Verdict::name);
    let note = if decision.note.is_empty() { String::new() } else { format!(": {}", decision.note) };
    format!("{verdict} {}{note}", moment(&decision.at))
}

/// "1 article", "7 articles".
pub fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

impl<'a> Synopsis<'a> {
    pub fn of(account: Account<'a>, filter: &Filter) -> Self {
        let mut synopsis = Self {
            account,
            filter: filter.clone(),
            columns: columns(account.articles),
            rows: Vec::new(),
            tally: Tally::default(),
            diverging: 0,
            decided: decided(account),
            claims: account.comparison.claims.iter().map(|claim| (&claim.id, claim)).collect(),
            places: account.articles.iter().enumerate().map(|(place, article)| (&article.id, place)).collect(),
        };
        let findings = by_group(account, filter, &synopsis.decided);
        for (index, group) in account.comparison.groups.iter().enumerate() {
            let divergences = findings.get(&group.id).map_or(&[][..], Vec::as_slice);
            divergences.iter().for_each(|divergence| synopsis.tally.count(divergence));
            synopsis.diverging += usize::from(!divergences.is_empty());
            if filter.rows == Rows::All || !divergences.is_empty() {
                synopsis.rows.push(synopsis.row(index + 1, group, divergences, filter));
            }
        }
        synopsis
    }

    /// Independent text ancestors among the articles: reprints of one text count once.
    pub fn origins(&self) -> usize {
        let origins = &self.account.comparison.origins;
        let reprints: usize = origins.iter().map(|origin| origin.articles.len().saturating_sub(1)).sum();
        self.columns.len().saturating_sub(reprints)
    }

    /// How the story was told, in a line: articles, outlets, origins, from when to when.
    pub fn told_by(&self) -> String {
        let published = match self.published() {
            Some((first, last)) if first == last => format!(" · published {first}"),
            Some((first, last)) => format!(" · published {first} to {last}"),
            None => String::new(),
        };
        let (articles, outlets) = (many(self.columns.len(), "article"), many(self.outlets(), "outlet"));
        format!("{articles} · {outlets} · {}{published}", many(self.origins(), "origin"))
    }

    /// Outlets among the articles, each once.
    pub fn outlets(&self) -> usize {
        let mut outlets: Vec<&str> = self.columns.iter().map(|column| column.article.outlet.as_str()).collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets.len()
    }

    /// The earliest and the latest day of publication.
    pub fn published(&self) -> Option<(&'a str, &'a str)> {
        let published = self.account.articles.iter().filter_map(|article| article.published.as_ref());
        let mut days: Vec<&str> = published.map(day).collect();
        days.sort_unstable();
        Some((days.first()?, days.last()?))
    }

    /// The columns that share a text ancestor.
    pub fn sharing(&self, origin: &Origin) -> Vec<&Column<'a>> {
        origin.articles.iter().filter_map(|id| self.column(id)).collect()
    }

    pub fn column(&self, article: &ArticleId) -> Option<&Column<'a>> {
        self.columns.get(*self.places.get(article)?)
    }

    /// The claim of this name, if the comparison holds it.
    pub fn claim(&self, id: &ClaimId) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    fn row(&self, number: usize, group: &'a ClaimGroup, divergences: &[&'a Divergence], filter: &Filter) -> Row<'a> {
        let findings = signed(divergences, &self.decided);
        let cells = self.columns.iter().map(|column| self.cell(column, group, &findings)).collect();
        let alike = self.account.comparison.look_alikes.iter();
        let look_alikes = alike.filter(|alike| alike.group == group.id && filter.shows_kind(alike.kind)).collect();
        Row { number, group, cells, findings, look_alikes }
    }

    fn cell(&self, column: &Column<'a>, group: &'a ClaimGroup, findings: &[Finding<'a>]) -> Cell<'a> {
        let id = &column.article.id;
        let claims = group.claims.iter().filter_map(|claim| self.claim(claim)).filter(|claim| claim.article == *id);
        let passages: Vec<Passage> = claims.map(|claim| Passage::of(claim, findings)).collect();
        let omission = group.omissions.iter().find(|omission| omission.article == *id);
        Cell {
            omission: omission.filter(|_| passages.is_empty()),
            place: group.emphasis.iter().find(|emphasis| emphasis.article == *id).map(|emphasis| emphasis.place),
            passages,
        }
    }
}

fn columns(articles: &[Article]) -> Vec<Column<'_>> {
    let column = |(place, article): (usize, &'_ Article)| {
        let same = |articles: &[Article]| articles.iter().filter(|other| other.outlet == article.outlet).count();
        match same(articles) {
            1 => article.outlet.clone(),
            _ => format!("{} ({})", article.outlet, same(&articles[..=place])),
        }
    };
    let labels = articles.iter().enumerate().map(column);
    let labelled = articles.iter().zip(labels);
    labelled.map(|(article, label)| Column { article, label, positions: Positions::new(&article.body) }).collect()
}

fn by_group<'a>(
    account: Account<'a>,
    filter: &Filter,
    decided: &BTreeMap<&'a DivergenceId, &'a FindingDecision>,
) -> BTreeMap<&'a story::GroupId, Vec<&'a Divergence>> {
    let mut by_group: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for divergence in account
        .comparison
        .divergences
        .iter()
        .filter(|divergence| filter.shows(divergence, decided.get(&divergence.id).copied()))
    {
        by_group.entry(&divergence.group).or_default().push(divergence);
    }
    for divergences in by_group.values_mut() {
        divergences.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    }
    by_group
}

/// By divergence what the user said of it.
fn decided(account: Account<'_>) -> BTreeMap<&DivergenceId, &FindingDecision> {
    let findings = account.decided.findings.iter();
    findings
        .filter_map(|found| Some((&account.comparison.divergences.get(found.divergence?)?.id, &found.decision)))
        .collect()
}

fn signed<'a>(
    divergences: &[&'a Divergence],
    decided: &BTreeMap<&'a DivergenceId, &'a FindingDecision>,
) -> Vec<Finding<'a>> {
    let of_kind = |kind| divergences.iter().filter(move |divergence| divergence.kind == kind);
    divergences
        .iter()
        .enumerate()
        .map(|(index, divergence)| {
            let letter = letter(divergence.kind);
            let nth = divergences[..=index].iter().filter(|other| other.kind == divergence.kind).count();
            let sign = if of_kind(divergence.kind).count() > 1 { format!("{letter}{nth}") } else { letter.to_string() };
            Finding { divergence, sign, decision: decided.get(&divergence.id).copied() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(time: &str, expected: &str) {
        assert_eq!(moment(&Timestamp::parse(time).expect("a time")), expected);
    }

    #[test]
    fn a_moment_is_told_as_exactly_as_it_is_known() {
        check("2031-05", "2031-05");
        check("2031-05-04", "2031-05-04");
        check("2031-05-04T14:05", "2031-05-04 14:05");
        check("2031-05-04T14:05:30Z", "2031-05-04 14:05 UTC");
        check("2031-05-04T14:05:30-03:00", "2031-05-04 14:05 -03:00");
    }
}
