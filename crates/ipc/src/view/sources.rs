//! Who vouches for what.

use super::{EvidenceView, story::Places};
use app::compare::Compared;
use serde::Serialize;
use story::{Chain, Voice};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourcesView {
    /// Those whom most outlets cite first.
    pub sources: Vec<SourceView>,
    /// "A reports that B reported that C said", each once.
    pub chains: Vec<ChainView>,
    /// Claims that each article makes in its own voice, one an article.
    pub own_voice: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourceView {
    pub id: String,
    pub name: String,
    pub role: Option<String>,
    /// `named`, `anonymous`, `outlet`.
    pub sort: String,
    /// What the source vouches for, one list an article.
    pub vouched: Vec<Vec<VouchedView>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VouchedView {
    /// Indices of the rows in which the claim stands.
    pub rows: Vec<usize>,
    /// `said`, `according to`.
    pub cue: String,
    /// Whether the cue takes a side, as "admitted" and "claimed" do.
    pub loaded: bool,
    pub evidence: EvidenceView,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChainView {
    /// Index of the article that reports.
    pub article: usize,
    /// Who passed it on, from the article to whoever first said it.
    pub links: Vec<String>,
    pub evidence: EvidenceView,
}

impl SourcesView {
    pub fn of(compared: &Compared) -> Self {
        let (comparison, places) = (&compared.comparison, Places::of(compared));
        let chain = |chain: &Chain| ChainView {
            article: places.article(&chain.evidence.article),
            links: chain.links.clone(),
            evidence: places.words(&chain.evidence),
        };
        Self {
            sources: comparison.voices.iter().map(|voice| source(compared, &places, voice)).collect(),
            chains: comparison.chains.iter().map(chain).collect(),
            own_voice: comparison.own_voice.clone(),
        }
    }
}

fn source(compared: &Compared, places: &Places, voice: &Voice) -> SourceView {
    let mut vouched = vec![Vec::new(); compared.articles.len()];
    for one in &voice.vouched {
        vouched[places.article(&one.evidence.article)].push(VouchedView {
            rows: places.rows_of(&one.evidence.claim).to_vec(),
            cue: one.cue.clone(),
            loaded: one.loaded,
            evidence: places.words(&one.evidence),
        });
    }
    SourceView {
        id: voice.id.0.clone(),
        name: voice.name.clone(),
        role: voice.role.clone(),
        sort: voice.sort.name().to_owned(),
        vouched,
    }
}
