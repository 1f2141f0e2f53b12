//! From a comparison, which counts bytes of bodies, to indices and UTF-16 units of claims and paragraphs.

use super::{
    ArticleView, ClaimView, DecisionsView, DivergenceView, EvidenceView, LinkView, LookAlikeView, MarkView, MissView,
    OriginView, ParagraphView, PlaceView, ReadingView, RowView, StoryView,
};
use app::compare::Compared;
use std::collections::BTreeMap;
use story::{
    Article, ArticleId, Claim, ClaimGroup, ClaimId, Divergence, Evidence, GroupId, LookAlike, Place, Positions,
    Reading, Span,
};

impl StoryView {
    pub fn of(compared: &Compared, decisions: DecisionsView) -> Self {
        let comparison = &compared.comparison;
        let places = Places::of(compared);
        let marks = marks(&places, &comparison.divergences);
        let shared: usize = comparison.origins.iter().map(|origin| origin.articles.len() - 1).sum();
        Self {
            id: compared.story.id.0.clone(),
            title: compared.story.title.clone(),
            articles: articles(compared, &places),
            claims: comparison.claims.iter().zip(marks).map(|(claim, marks)| places.claim_view(claim, marks)).collect(),
            rows: comparison.groups.iter().map(|group| places.row(compared, group)).collect(),
            divergences: comparison.divergences.iter().map(|found| places.divergence(found)).collect(),
            look_alikes: comparison.look_alikes.iter().map(|found| places.look_alike(found)).collect(),
            origins: comparison
                .origins
                .iter()
                .map(|origin| OriginView {
                    articles: origin.articles.iter().map(|id| places.articles[id]).collect(),
                    overlap: origin.overlap,
                })
                .collect(),
            independent: compared.articles.len() - shared,
            decisions,
            engine: format!("{} {}", comparison.engine.version, comparison.engine.model),
        }
    }
}

/// Where everything of a comparison stands in its lists, and how its bytes are counted outside.
pub(crate) struct Places<'a> {
    claims: BTreeMap<&'a ClaimId, usize>,
    articles: BTreeMap<&'a ArticleId, usize>,
    rows: BTreeMap<&'a GroupId, usize>,
    /// By claim: the rows that hold it.
    rows_of: Vec<Vec<usize>>,
    /// By row: the divergences that it has.
    divergences_of: Vec<Vec<usize>>,
    /// By claim: its text's positions and the byte of the body at which it begins.
    positions: Vec<(Positions, Span)>,
    /// By article and paragraph: its positions and the byte at which it begins.
    paragraphs: Vec<Vec<(Positions, usize)>>,
}

impl<'a> Places<'a> {
    pub(crate) fn of(compared: &'a Compared) -> Self {
        let comparison = &compared.comparison;
        let claims: BTreeMap<&ClaimId, usize> =
            comparison.claims.iter().enumerate().map(|(at, claim)| (&claim.id, at)).collect();
        let rows: BTreeMap<&GroupId, usize> =
            comparison.groups.iter().enumerate().map(|(at, group)| (&group.id, at)).collect();
        let mut rows_of = vec![Vec::new(); comparison.claims.len()];
        for (at, group) in comparison.groups.iter().enumerate() {
            group.claims.iter().for_each(|claim| rows_of[claims[claim]].push(at));
        }
        let mut divergences_of = vec![Vec::new(); comparison.groups.len()];
        for (at, divergence) in comparison.divergences.iter().enumerate() {
            divergences_of[rows[&divergence.group]].push(at);
        }
        let paragraphs = |article: &Article| {
            article.paragraphs().map(|(start, text)| (Positions::new(text), start)).collect::<Vec<_>>()
        };
        Self {
            articles: compared.articles.iter().enumerate().map(|(at, article)| (&article.id, at)).collect(),
            positions: comparison.claims.iter().map(|claim| (Positions::new(&claim.text), claim.span)).collect(),
            paragraphs: compared.articles.iter().map(paragraphs).collect(),
            claims,
            rows,
            rows_of,
            divergences_of,
        }
    }

    /// The index of an article of the comparison.
    pub(crate) fn article(&self, id: &ArticleId) -> usize {
        self.articles[id]
    }

    /// The indices of the rows that hold a claim.
    pub(crate) fn rows_of(&self, claim: &ClaimId) -> &[usize] {
        &self.rows_of[self.claims[claim]]
    }

    /// Words of the article's body, told from the start of `claim`. What lies outside the claim is cut off.
    pub(crate) fn evidence(&self, claim: &ClaimId, span: Span, text: &str) -> EvidenceView {
        let claim = self.claims[claim];
        let (start, end) = self.units(claim, span);
        EvidenceView { claim, start, end, text: text.to_owned() }
    }

    /// Exact words of a claim.
    pub(crate) fn words(&self, evidence: &Evidence) -> EvidenceView {
        self.evidence(&evidence.claim, evidence.span, &evidence.text)
    }

    /// The indices of these groups.
    pub(crate) fn rows(&self, groups: &[GroupId]) -> Vec<usize> {
        groups.iter().map(|group| self.rows[group]).collect()
    }

    fn units(&self, claim: usize, span: Span) -> (usize, usize) {
        let (positions, whole) = &self.positions[claim];
        let unit = |byte: usize| positions.utf16(byte.clamp(whole.start, whole.end) - whole.start);
        (unit(span.start), unit(span.end))
    }

    fn claim_view(&self, claim: &Claim, marks: Vec<MarkView>) -> ClaimView {
        let article = self.articles[&claim.article];
        let (positions, base) = &self.paragraphs[article][claim.paragraph];
        ClaimView {
            id: claim.id.0.clone(),
            article,
            paragraph: claim.paragraph,
            start: positions.utf16(claim.span.start - base),
            end: positions.utf16(claim.span.end - base),
            text: claim.text.clone(),
            marks,
            rows: self.rows_of[self.claims[&claim.id]].clone(),
        }
    }

    fn row(&self, compared: &Compared, group: &ClaimGroup) -> RowView {
        let mut cells = vec![Vec::new(); compared.articles.len()];
        for id in &group.claims {
            let claim = self.claims[id];
            cells[self.articles[&compared.comparison.claims[claim].article]].push(claim);
        }
        let mut misses = vec![None; compared.articles.len()];
        for omission in &group.omissions {
            let nearest = omission.nearest.as_ref();
            misses[self.articles[&omission.article]] =
                nearest.map(|miss| MissView { claim: self.claims[&miss.claim], score: miss.score });
        }
        let mut places = vec![None; compared.articles.len()];
        for emphasis in &group.emphasis {
            places[self.articles[&emphasis.article]] = Some(place(emphasis.place));
        }
        let carrying = compared.articles.iter().zip(&cells).filter(|(_, cell)| !cell.is_empty());
        let mut outlets: Vec<&str> = carrying.map(|(article, _)| article.outlet.as_str()).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let link =
            |link: &story::Link| LinkView { a: self.claims[&link.a], b: self.claims[&link.b], score: link.score };
        RowView {
            id: group.id.0.clone(),
            outlets: outlets.len(),
            cells,
            misses,
            places,
            divergences: self.divergences_of[self.rows[&group.id]].clone(),
            links: group.links.iter().map(link).collect(),
            origins: group.origins,
        }
    }

    fn divergence(&self, divergence: &Divergence) -> DivergenceView {
        DivergenceView {
            id: divergence.id.0.clone(),
            row: self.rows[&divergence.group],
            kind: divergence.kind.to_string(),
            relation: divergence.relation.to_string(),
            score: divergence.score,
            weight: divergence.weight,
            why: divergence.why.clone(),
            readings: self.readings(&divergence.readings),
        }
    }

    fn look_alike(&self, found: &LookAlike) -> LookAlikeView {
        LookAlikeView {
            row: self.rows[&found.group],
            kind: found.kind.to_string(),
            why: found.why.clone(),
            readings: self.readings(&found.readings),
        }
    }

    fn readings(&self, readings: &[Reading]) -> Vec<ReadingView> {
        let reading = |reading: &Reading| ReadingView {
            value: reading.value.clone(),
            outlets: reading.outlets.clone(),
            evidence: reading.evidence.iter().map(|evidence| self.words(evidence)).collect(),
        };
        readings.iter().map(reading).collect()
    }
}

/// By claim: the words that bear readings out.
fn marks(places: &Places, divergences: &[Divergence]) -> Vec<Vec<MarkView>> {
    let mut marks = vec![Vec::new(); places.positions.len()];
    for (at, divergence) in divergences.iter().enumerate() {
        let evidence = divergence.readings.iter().flat_map(|reading| &reading.evidence);
        for evidence in evidence.filter(|evidence| !evidence.span.is_empty()) {
            let claim = places.claims[&evidence.claim];
            let (start, end) = places.units(claim, evidence.span);
            marks[claim].push(MarkView { start, end, kind: divergence.kind.to_string(), divergence: at });
        }
    }
    for marks in &mut marks {
        marks.sort();
        marks.dedup();
    }
    marks
}

fn articles(compared: &Compared, places: &Places) -> Vec<ArticleView> {
    let mut began: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, claim) in compared.comparison.claims.iter().enumerate() {
        began.entry((places.articles[&claim.article], claim.paragraph)).or_default().push(at);
    }
    let several =
        |article: &Article| compared.articles.iter().filter(|other| other.outlet == article.outlet).count() > 1;
    let nth = |at: usize| {
        let outlet = &compared.articles[at].outlet;
        compared.articles[..=at].iter().filter(|other| other.outlet == *outlet).count()
    };
    let view = |(at, article): (usize, &Article)| ArticleView {
        id: article.id.0.clone(),
        outlet: article.outlet.clone(),
        label: if several(article) { format!("{} {}", article.outlet, nth(at)) } else { article.outlet.clone() },
        title: article.title.clone(),
        byline: article.byline.clone(),
        section: article.section.clone(),
        published: article.published.as_ref().map(ToString::to_string),
        url: article.url.clone(),
        language: article.language.clone(),
        paragraphs: article
            .paragraphs()
            .enumerate()
            .map(|(paragraph, (_, text))| ParagraphView {
                text: text.to_owned(),
                claims: began.get(&(at, paragraph)).cloned().unwrap_or_default(),
            })
            .collect(),
    };
    compared.articles.iter().enumerate().map(view).collect()
}

fn place(place: Place) -> PlaceView {
    match place {
        Place::Headline => PlaceView::Headline,
        Place::Lead => PlaceView::Lead,
        Place::Paragraph(number) => PlaceView::Paragraph { number },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{FiguresView, QuotesView, SourcesView, UndoView};
    use app::{Settings, files::Input, files::Reading as HowToRead};
    use std::ops::ControlFlow;

    const EMOJI: &str = "🔥 Žofie Nová of the fire brigade said on Monday that three people died in the fire at the mill. \
         “The 🔥 came out of the old boiler room,” she said.";
    const PLAIN: &str = "Žofie Nová of the fire brigade said on Monday that nine people died in the fire at the mill. \
         “The 🔥 came out of the old boiler room,” she added.";

    fn compared() -> Compared {
        let file = |name: &str, text: &str| Input::Bytes {
            name: format!("{name}.txt"),
            bytes: format!("Fire at the mill\n\n{text}\n\nThe mill 🔥 stood empty for years, neighbours said.").into(),
        };
        let go_on = |_| ControlFlow::Continue(());
        let inputs = [file("Harbour Post", EMOJI), file("Tidings", PLAIN)];
        let read = app::files::read(&inputs, &HowToRead::default(), &go_on).expect("nobody asked to stop");
        app::compare::compare(read.articles, &Settings::default(), &go_on).expect("nobody asked to stop")
    }

    fn view() -> StoryView {
        let compared = compared();
        let undo = UndoView { undo: None, redo: None, story: None };
        StoryView::of(&compared, DecisionsView { findings: vec![], links: vec![], reviewed: 0, undo })
    }

    /// What JavaScript's `text.slice(start, end)` gives.
    fn slice(text: &str, start: usize, end: usize) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16_lossy(&units[start..end])
    }

    #[test]
    fn claims_are_slices_of_paragraphs_and_evidence_of_claims_as_javascript_counts() {
        let view = view();
        for claim in &view.claims {
            let paragraph = &view.articles[claim.article].paragraphs[claim.paragraph].text;
            assert_eq!(slice(paragraph, claim.start, claim.end), claim.text);
        }
        let evidence: Vec<&EvidenceView> =
            view.divergences.iter().flat_map(|found| &found.readings).flat_map(|reading| &reading.evidence).collect();
        assert!(!evidence.is_empty(), "the two give different figures");
        for evidence in evidence {
            assert_eq!(slice(&view.claims[evidence.claim].text, evidence.start, evidence.end), evidence.text);
        }
    }

    #[test]
    fn figures_quotes_and_sources_are_words_of_claims_as_javascript_counts() {
        let (compared, view) = (compared(), view());
        let figures = FiguresView::of(&compared);
        let quotes = QuotesView::of(&compared);
        let sources = SourcesView::of(&compared);
        assert!(!figures.figures.is_empty() && !quotes.utterances.is_empty() && !sources.sources.is_empty());
        let points =
            figures.figures.iter().flat_map(|series| &series.points).map(|point| (point.article, &point.evidence));
        let versions = quotes.utterances.iter().flat_map(|one| &one.versions).map(|one| (one.article, &one.evidence));
        let vouched = sources.sources.iter().flat_map(|source| source.vouched.iter().enumerate());
        let vouched = vouched.flat_map(|(article, vouched)| vouched.iter().map(move |one| (article, &one.evidence)));
        for (article, evidence) in points.chain(versions).chain(vouched) {
            let claim = &view.claims[evidence.claim];
            assert_eq!(
                (claim.article, slice(&claim.text, evidence.start, evidence.end)),
                (article, evidence.text.clone())
            );
        }
    }

    #[test]
    fn every_cell_holds_claims_of_its_own_column() {
        let view = view();
        assert!(!view.rows.is_empty());
        for row in &view.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                assert!(cell.iter().all(|&claim| view.claims[claim].article == column));
            }
        }
    }
}
