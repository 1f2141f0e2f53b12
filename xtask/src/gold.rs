//! The annotated stories that training and measures are taken on.

pub(crate) use app::evaluate::Sentence;
use app::{
    evaluate::{
        Annotated,
        folder::{self, Gold},
    },
    files::Bounds,
};
use std::path::Path;
use story::{Positions, Span};

/// Every story under `folder`, by name.
pub(crate) fn stories(folder: &Path) -> Result<Vec<Annotated>, String> {
    let Gold::Stories { stories, oddities } = folder::read(folder, &Bounds::default()) else {
        return Err(format!("{} holds labels, not annotated stories.", folder.display()));
    };
    match oddities.first() {
        Some(oddity) => Err(oddity.to_string()),
        None => Ok(stories.into_iter().map(|(_, story)| story).collect()),
    }
}

/// By claim, given as article and span: the sentences that it covers.
pub(crate) fn covered(story: &Annotated, claims: &[(usize, Span)]) -> Vec<Vec<Sentence>> {
    let positions: Vec<Positions> = story.articles.iter().map(|article| Positions::new(&article.body)).collect();
    let covered = |&(article, claim): &(usize, Span)| {
        let (article, positions) = (&story.articles[article], &positions[article]);
        story.locate(&article.outlet, claim.of(&article.body), positions.chars(claim.start))
    };
    claims.iter().map(covered).collect()
}
