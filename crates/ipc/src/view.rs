//! What the interface shows: the synoptic table of one story.

use app::compare::Compared;
use serde::Serialize;
use std::collections::BTreeMap;
use story::{Article, Claim, ClaimGroup, ClaimId, Divergence, Positions, Span};
use ts_rs::TS;

/// A story as a synoptic table: rows are claim groups, columns articles.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ComparisonView {
    pub title: String,
    /// One a column, in the order of the rows' cells.
    pub articles: Vec<ArticleView>,
    pub rows: Vec<RowView>,
    /// How many articles share no text ancestor with another one, reprints counted once.
    pub origins: usize,
    /// What was odd about the files, one sentence each.
    pub oddities: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ArticleView {
    pub id: String,
    pub outlet: String,
    pub title: String,
    /// ISO 8601 at its own precision.
    pub published: Option<String>,
}

/// One claim group.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RowView {
    pub id: String,
    /// One an article; empty where the article lacks the claim.
    pub cells: Vec<Vec<ClaimView>>,
    pub divergences: Vec<DivergenceView>,
    /// Outlets that carry the claim, and how many text ancestors these have.
    pub outlets: usize,
    pub origins: usize,
}

/// One claim with the words that diverge.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ClaimView {
    pub id: String,
    pub text: String,
    /// Sorted by start; they may overlap.
    pub marks: Vec<MarkView>,
}

/// Words of a claim that bear a reading out. `start` and `end` count UTF-16 units of the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct MarkView {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    pub divergence: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DivergenceView {
    pub id: String,
    pub kind: String,
    pub relation: String,
    /// 0 to 1.
    pub score: f64,
    pub why: String,
    pub readings: Vec<ReadingView>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReadingView {
    pub value: String,
    pub outlets: Vec<String>,
}

impl ComparisonView {
    pub fn of(compared: &Compared, oddities: &[story::Oddity]) -> Self {
        let comparison = &compared.comparison;
        let claims: BTreeMap<&ClaimId, &Claim> = comparison.claims.iter().map(|claim| (&claim.id, claim)).collect();
        let row = |group: &ClaimGroup| {
            let divergences: Vec<&Divergence> = comparison.divergences.iter().filter(|d| d.group == group.id).collect();
            row(&compared.articles, group, &divergences, &claims)
        };
        let shared: usize = comparison.origins.iter().map(|origin| origin.articles.len() - 1).sum();
        Self {
            title: compared.story.title.clone(),
            articles: compared.articles.iter().map(article).collect(),
            rows: comparison.groups.iter().map(row).collect(),
            origins: compared.articles.len() - shared,
            oddities: oddities.iter().map(ToString::to_string).collect(),
        }
    }
}

fn article(article: &Article) -> ArticleView {
    ArticleView {
        id: article.id.0.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        published: article.published.as_ref().map(ToString::to_string),
    }
}

fn row(
    articles: &[Article],
    group: &ClaimGroup,
    divergences: &[&Divergence],
    claims: &BTreeMap<&ClaimId, &Claim>,
) -> RowView {
    let in_article = |article: &Article| {
        let here = group.claims.iter().filter_map(|id| claims.get(id)).filter(|claim| claim.article == article.id);
        here.map(|claim| claim_view(claim, divergences)).collect::<Vec<_>>()
    };
    let cells: Vec<Vec<ClaimView>> = articles.iter().map(in_article).collect();
    RowView {
        id: group.id.0.clone(),
        outlets: cells.iter().filter(|cell| !cell.is_empty()).count(),
        cells,
        divergences: divergences.iter().map(|divergence| divergence_view(divergence)).collect(),
        origins: group.origins,
    }
}

fn claim_view(claim: &Claim, divergences: &[&Divergence]) -> ClaimView {
    let positions = Positions::new(&claim.text);
    let unit = |byte: usize| positions.utf16(byte - claim.span.start);
    let mark = |divergence: &Divergence, span: Span| MarkView {
        start: unit(span.start),
        end: unit(span.end),
        kind: divergence.kind.to_string(),
        divergence: divergence.id.0.clone(),
    };
    let mut marks: Vec<MarkView> = divergences
        .iter()
        .flat_map(|divergence| {
            let evidence = divergence.readings.iter().flat_map(|reading| &reading.evidence);
            let here =
                evidence.filter(|e| e.article == claim.article && !e.span.is_empty() && claim.span.contains(e.span));
            here.map(|evidence| mark(divergence, evidence.span))
        })
        .collect();
    marks.sort();
    marks.dedup();
    ClaimView { id: claim.id.0.clone(), text: claim.text.clone(), marks }
}

fn divergence_view(divergence: &Divergence) -> DivergenceView {
    let reading =
        |reading: &story::Reading| ReadingView { value: reading.value.clone(), outlets: reading.outlets.clone() };
    DivergenceView {
        id: divergence.id.0.clone(),
        kind: divergence.kind.to_string(),
        relation: divergence.relation.to_string(),
        score: divergence.score,
        why: divergence.why.clone(),
        readings: divergence.readings.iter().map(reading).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{ArticleId, DivergenceId, Evidence, GroupId, Kind, Reading, Relation};

    #[test]
    fn marks_count_utf16_units_of_the_claim_not_bytes_of_the_body() {
        let text = "🔥 Žofie saw three dead.";
        let at = 100; // the claim's place in the body
        let article = ArticleId("a".into());
        let id = ClaimId("a-100".into());
        let claim = Claim {
            id: id.clone(),
            article: article.clone(),
            span: Span::new(at, at + text.len()),
            text: text.into(),
            paragraph: 0,
            facets: vec![],
        };
        let three = text.find("three").expect("it is there");
        let span = Span::new(at + three, at + three + 5);
        let evidence = vec![Evidence { claim: id, article, span, text: "three".into() }];
        let divergence = Divergence {
            id: DivergenceId("d".into()),
            group: GroupId("g".into()),
            kind: Kind::Figure,
            relation: Relation::Differs,
            score: 0.5,
            why: String::new(),
            readings: vec![Reading { value: "3".into(), outlets: vec!["A".into()], evidence }],
        };
        let view = claim_view(&claim, &[&divergence]);
        let units: Vec<u16> = text.encode_utf16().collect();
        let mark = &view.marks[0];
        assert_eq!(String::from_utf16_lossy(&units[mark.start..mark.end]), "three");
    }
}
