//! An invented story for the tests of documents, put together from words alone.

mod told;

use crate::Account;
use std::collections::BTreeMap;
use story::{
    Article, Claim, ClaimGroup, ClaimId, Comparison, Decided, DecidedFinding, DecidedLink, Divergence, DivergenceId,
    Draft, Emphasis, Engine, Evidence, FindingDecision, GroupId, Importer, Kind, LinkDecision, LinkRuling, LookAlike,
    NearestMiss, Omission, Origin, Passage, Place, Reading, Relation, Sha256, Source, Span, Story, StoryId, Timestamp,
    Verdict,
};
pub use told::everything;

/// A story, its articles and their comparison.
#[derive(Debug)]
pub struct Invented {
    pub story: Story,
    pub articles: Vec<Article>,
    pub comparison: Comparison,
    pub decided: Decided,
}

/// A value and the words that bear it out, by article; no words stand for an absence.
pub type Told<'a> = (&'a str, &'a [(usize, &'a str)]);

impl Invented {
    /// Outlet, headline and paragraphs of each article; every paragraph is a claim.
    pub fn new(title: &str, articles: &[(&str, &str, &[&str])]) -> Self {
        let articles: Vec<Article> =
            articles.iter().enumerate().map(|(at, article)| self::article(at, article)).collect();
        let claims = articles.iter().flat_map(claims).collect();
        let ids: Vec<_> = articles.iter().map(|article| article.id.clone()).collect();
        Self {
            story: Story { id: StoryId::of(&ids), title: title.into(), articles: ids.clone() },
            articles,
            comparison: Comparison {
                engine: Engine {
                    version: "0.0.0".into(),
                    model: "by hand".into(),
                    settings: BTreeMap::from([("link_threshold".into(), 0.5)]),
                },
                articles: ids,
                claims,
                ..Comparison::default()
            },
            decided: Decided::default(),
        }
    }

    /// A row of these paragraphs, given by article and place in it.
    pub fn row(mut self, cells: &[(usize, usize)]) -> Self {
        let claims: Vec<ClaimId> = cells.iter().map(|&(article, paragraph)| self.claim(article, paragraph)).collect();
        let carries = |article: &usize| cells.iter().any(|(cell, _)| cell == article);
        let nearest = |article| Some(NearestMiss { claim: self.claim(article, 0), score: 0.31 });
        let omission = |at: usize| Omission {
            article: self.articles[at].id.clone(),
            outlet: self.articles[at].outlet.clone(),
            nearest: nearest(at),
        };
        let place = |paragraph| if paragraph == 0 { Place::Lead } else { Place::Paragraph(paragraph + 1) };
        let emphasis = cells.iter().map(|&(article, paragraph)| Emphasis {
            article: self.articles[article].id.clone(),
            place: place(paragraph),
        });
        let group = ClaimGroup {
            id: GroupId::of(&claims),
            links: Vec::new(),
            omissions: (0..self.articles.len()).filter(|at| !carries(at)).map(omission).collect(),
            emphasis: emphasis.collect(),
            origins: cells.len(),
            claims,
        };
        self.comparison.groups.push(group);
        self
    }

    /// A divergence in the last row.
    pub fn divergence(mut self, kind: Kind, relation: Relation, score: f64, why: &str, told: &[Told]) -> Self {
        let readings = self.readings(told);
        let id = DivergenceId::of(kind, &readings);
        let group = self.last_row().id.clone();
        let divergence = Divergence { id, group, kind, relation, score, weight: score, why: why.into(), readings };
        self.comparison.divergences.push(divergence);
        self
    }

    /// Readings of the last row that look different and are not.
    pub fn look_alike(mut self, kind: Kind, why: &str, told: &[Told]) -> Self {
        let (group, readings) = (self.last_row().id.clone(), self.readings(told));
        self.comparison.look_alikes.push(LookAlike { group, kind, why: why.into(), readings });
        self
    }

    /// These articles share a text; the rows so far count them once.
    pub fn origin(mut self, articles: &[usize], overlap: f64) -> Self {
        let articles: Vec<_> = articles.iter().map(|&article| self.articles[article].id.clone()).collect();
        for group in &mut self.comparison.groups {
            let sharing = group.emphasis.iter().filter(|told| articles.contains(&told.article)).count();
            group.origins -= sharing.saturating_sub(1);
        }
        self.comparison.origins.push(Origin { articles, overlap });
        self
    }

    /// What was said of the last divergence; where it is no longer supported, of one that is not there.
    pub fn decided(mut self, verdict: Option<Verdict>, note: &str, is_supported: bool) -> Self {
        let at = self.comparison.divergences.len() - 1;
        let divergence = &self.comparison.divergences[at];
        let decision = FindingDecision {
            divergence: divergence.id.clone(),
            kind: divergence.kind,
            readings: divergence.readings.clone(),
            verdict,
            note: note.into(),
            at: decided_at(),
        };
        self.decided.findings.push(DecidedFinding { decision, divergence: is_supported.then_some(at) });
        self
    }

    /// What was ruled of two paragraphs, given by article and place in it.
    pub fn link(mut self, ruling: LinkRuling, a: (usize, usize), b: (usize, usize)) -> Self {
        let at = |(article, paragraph)| {
            let id = self.claim(article, paragraph);
            self.comparison.claims.iter().position(|claim| claim.id == id).expect("it is there")
        };
        let passage = |at: usize| {
            let claim = &self.comparison.claims[at];
            Passage { article: claim.article.clone(), span: claim.span, text: claim.text.clone() }
        };
        let claims = (at(a), at(b));
        let decision = LinkDecision { a: passage(claims.0), b: passage(claims.1), ruling, at: decided_at() };
        self.decided.links.push(DecidedLink { decision, claims: Some(claims) });
        self
    }

    pub fn account(&self) -> Account<'_> {
        let Self { story, articles, comparison, decided } = self;
        Account { story, articles, comparison, decided, imported: None }
    }

    fn readings(&self, told: &[Told]) -> Vec<Reading> {
        let reading = |&(value, words): &Told| {
            let mut outlets: Vec<String> =
                words.iter().map(|&(article, _)| self.articles[article].outlet.clone()).collect();
            outlets.sort();
            let evidence = words.iter().map(|&(article, words)| self.evidence(article, words)).collect();
            Reading { value: value.to_owned(), outlets, evidence }
        };
        told.iter().map(reading).collect()
    }

    fn evidence(&self, article: usize, words: &str) -> Evidence {
        let id = &self.articles[article].id;
        let in_row = |claim: &&Claim| claim.article == *id && self.last_row().claims.contains(&claim.id);
        let claim = self.comparison.claims.iter().find(in_row).expect("the row holds a claim of the article");
        let start = claim.span.start + claim.text.find(words).expect("the words stand in the claim");
        let span = Span::new(start, start + words.len());
        Evidence { claim: claim.id.clone(), article: id.clone(), span, text: words.to_owned() }
    }

    fn claim(&self, article: usize, paragraph: usize) -> ClaimId {
        let id = &self.articles[article].id;
        let claim = self.comparison.claims.iter().find(|claim| claim.article == *id && claim.paragraph == paragraph);
        claim.expect("the article has that paragraph").id.clone()
    }

    fn last_row(&self) -> &ClaimGroup {
        self.comparison.groups.last().expect("a row comes before what is found in it")
    }
}

/// A ferry hits a barge, told by an agency, a paper that reprints it, and a paper of its own.
pub fn ferry() -> Invented {
    let wire: &[&str] = &[
        "At least three people died when a ferry hit a barge off Orrin on Tuesday, the coast guard said.",
        "The captain refused to answer questions.",
        "About 400 passengers were brought ashore.",
    ];
    let lantern: &[&str] = &[
        "Eleven people drowned as the ferry Marna rammed a barge off Orrin.",
        "The captain declined to answer questions.",
        "Some 398 passengers came ashore – among them 🔥 fighters on leave.",
    ];
    Invented::new(
        "Ferry hits barge off Orrin",
        &[
            ("Harbour Wire", "Ferry hits barge off Orrin", wire),
            ("Coast Daily", "Three dead in ferry accident", &wire[..2]),
            ("The Lantern", "Eleven drown off Orrin", lantern),
        ],
    )
    .row(&[(0, 0), (1, 0), (2, 0)])
    .divergence(
        Kind::Figure,
        Relation::Conflict,
        0.91,
        "Harbour Wire and Coast Daily count at least 3 dead, The Lantern 11.",
        &[("≥ 3", &[(0, "At least three"), (1, "At least three")]), ("11", &[(2, "Eleven")])],
    )
    .divergence(
        Kind::Source,
        Relation::Differs,
        0.64,
        "The Lantern says it in its own voice.",
        &[("coast guard", &[(0, "the coast guard said"), (1, "the coast guard said")]), ("own voice", &[(2, "")])],
    )
    .row(&[(0, 1), (1, 1), (2, 1)])
    .divergence(
        Kind::Wording,
        Relation::Differs,
        0.55,
        "A captain who declined sounds politer than one who refused.",
        &[("refused", &[(0, "refused"), (1, "refused")]), ("declined", &[(2, "declined")])],
    )
    .row(&[(0, 2), (2, 2)])
    .look_alike(Kind::Figure, "398 rounds to 400.", &[("≈ 400", &[(0, "About 400")]), ("≈ 398", &[(2, "Some 398")])])
    .origin(&[0, 1], 0.97)
}

/// The ferry with what somebody ruled of it.
pub fn reviewed() -> Invented {
    let mut reviewed = ferry().decided(Some(Verdict::Dismissed), "", false);
    let kept = reviewed.comparison.divergences.split_off(1);
    reviewed = reviewed.decided(Some(Verdict::Confirmed), "The coast guard confirms 11.", true);
    reviewed.comparison.divergences.extend(kept);
    reviewed.link(LinkRuling::Cut, (0, 1), (2, 2))
}

/// A story whose every word from outside tries to be more than a word.
pub fn hostile() -> Invented {
    let evil =
        "<script>alert(1)</script> [x](javascript:alert(1)) `|` $x$ \u{202e}=1+1 http://evil.example @all\u{1b}[2J";
    let mut invented = Invented::new(evil, &[(evil, evil, &[evil]), ("B<b>|", evil, &["=cmd|'/c'!A1 <img src=x>"])])
        .row(&[(0, 0), (1, 0)])
        .divergence(
            Kind::Wording,
            Relation::Differs,
            0.5,
            evil,
            &[(evil, &[(0, "[x](javascript:alert(1))")]), ("=", &[(1, "<img src=x>")])],
        )
        .decided(None, evil, true)
        .decided(Some(Verdict::Confirmed), evil, false)
        .link(LinkRuling::Pinned, (0, 0), (1, 0));
    for article in &mut invented.articles {
        article.url = Some("javascript:alert(document.cookie)".into());
        article.byline = Some("\"><script>".into());
        article.language = "\" onload=\"alert(1)".into();
        article.source.path = "../<b>|.txt".into();
    }
    invented
}

/// A story of formulas: each way in which a spreadsheet may take a text for one begins a headline and a claim.
pub fn formulas() -> Invented {
    let ways = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u{feff}=1",
        "\u{200b}=1",
        "＝1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "x;=cmd|' /C calc'!A0;y",
    ];
    let bodies = ways.map(|way| [way]);
    let articles: Vec<(&str, &str, &[&str])> =
        ways.iter().zip(&bodies).map(|(way, body)| (*way, *way, &body[..])).collect();
    let cells: Vec<(usize, usize)> = (0..ways.len()).map(|article| (article, 0)).collect();
    let told = bodies.iter().enumerate().map(|(article, [way])| [(article, *way)]).collect::<Vec<_>>();
    let readings: Vec<Told> = ways.iter().zip(&told).map(|(way, told)| (*way, &told[..])).collect();
    Invented::new("=1+1", &articles)
        .row(&cells)
        .divergence(Kind::Wording, Relation::Differs, 0.5, "=1+1", &readings)
        .decided(Some(Verdict::Confirmed), "=1+1", true)
}

fn decided_at() -> Timestamp {
    Timestamp::parse("2031-05-09T08:30Z").expect("a moment")
}

fn article(at: usize, (outlet, title, paragraphs): &(&str, &str, &[&str])) -> Article {
    let draft = Draft {
        outlet: Some((*outlet).to_owned()),
        title: (*title).to_owned(),
        published: Timestamp::parse(&format!("2031-05-0{}", at % 9 + 1)),
        url: Some(format!("https://news.example/{at}")),
        language: Some("en".into()),
        paragraphs: paragraphs.iter().map(|&paragraph| paragraph.to_owned()).collect(),
        ..Draft::default()
    };
    let source = Source { path: format!("{at}.html"), entry: 1, member: None };
    Article::from_draft(draft, "", Sha256::of(title.as_bytes()), source, Importer { name: "web".into(), version: 1 })
}

fn claims(article: &Article) -> Vec<Claim> {
    let claim = |(paragraph, (start, text)): (usize, (usize, &str))| {
        let span = Span::new(start, start + text.len());
        Claim {
            id: ClaimId::of(&article.id, span),
            article: article.id.clone(),
            span,
            text: text.into(),
            paragraph,
            facets: vec![],
        }
    };
    article.paragraphs().enumerate().map(claim).collect()
}
