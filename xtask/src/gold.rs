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

/// The sentences that a claim covers.
pub(crate) fn covered(story: &Annotated, article: usize, claim: Span) -> Vec<Sentence> {
    let article = &story.articles[article];
    story.locate(&article.outlet, claim.of(&article.body), Positions::new(&article.body).chars(claim.start))
}
