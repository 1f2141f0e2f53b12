//! Says how good comparisons are, on stories that people have annotated.
//!
//! - [`folder`] finds and reads the annotated stories of a folder,
//! - [`figures`] is what is measured, story by story or of all together,
//! - [`alignment`] judges which claims are joined, [`calibration`] how far probabilities can be
//!   trusted, [`divergences`] what is found to diverge, [`clusters`] how articles are grouped,
//! - [`misses`] tells by name what was missed or wrong.

pub mod alignment;
pub mod calibration;
pub mod clusters;
pub mod divergences;
pub mod figures;
pub mod folder;
pub mod misses;

use crate::files::Bounds;
use alignment::{Alignment, Claims};
use calibration::Calibration;
use clusters::BCubed;
use divergences::Divergences;
use engine::Settings;
use figures::Figures;
use folder::Gold;
pub use ingest::annotated::{Annotated, Sentence};
use misses::Misses;
use std::{collections::BTreeSet, ops::ControlFlow, path::Path};
use story::{Cancelled, Comparison, Engine, Link, Oddity, Progress};

/// What was measured on the contents of a folder.
#[derive(Debug)]
pub enum Evaluation {
    /// Stories whose claims and divergences are annotated.
    Stories(Stories),
    /// Articles of which is known what story each belongs to.
    Clusters { articles: usize, sought: usize, found: usize, quality: BCubed, oddities: Vec<Oddity> },
}

#[derive(Debug)]
pub struct Stories {
    pub engine: Engine,
    /// By name.
    pub stories: Vec<Judged>,
    /// What was odd about files, and stories that were left out.
    pub oddities: Vec<Oddity>,
}

/// One story, judged.
#[derive(Debug)]
pub struct Judged {
    pub name: String,
    pub figures: Figures,
    pub misses: Misses,
}

/// Compares everything annotated under `folder` and judges the comparisons.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop. What cannot be read is told among the oddities.
pub fn evaluate(
    folder: &Path,
    settings: &Settings,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Evaluation, Cancelled> {
    match folder::read(folder, &Bounds::default()) {
        Gold::Stories { stories, mut oddities } => {
            let total = stories.len();
            let mut judged = Vec::new();
            for (done, (name, story)) in stories.into_iter().enumerate() {
                let progress = |_| on_progress(Progress { stage: "comparing annotated stories", done, total });
                let (comparison, weighed) = engine::compare_weighed(&story.articles, settings, &progress)?;
                judged.push(judge(name, &story, &comparison, &weighed));
                oddities.extend(story.oddities);
            }
            Ok(Evaluation::Stories(Stories { engine: settings.engine(), stories: judged, oddities }))
        }
        Gold::Labelled(labelled) => {
            let stories = crate::stories::find(&labelled.articles, on_progress)?;
            let (found, quality) = clusters::judge(&labelled.stories, &stories);
            let sought = labelled.stories.iter().collect::<BTreeSet<_>>().len();
            let articles = labelled.stories.len();
            Ok(Evaluation::Clusters { articles, sought, found, quality, oddities: labelled.oddities })
        }
    }
}

/// Judges a comparison against what was annotated; `weighed` are the pairs of claims whose probabilities are judged.
pub fn judge(name: String, gold: &Annotated, comparison: &Comparison, weighed: &[Link]) -> Judged {
    let claims = Claims::of(gold, comparison);
    let alignment = Alignment::of(gold, &claims, comparison);
    let divergences = Divergences::of(gold, &claims, comparison);
    let told = weighed.iter().map(|link| (link.score, claims.are_joined(&alignment.sought, link)));
    let figures = Figures {
        alignment: alignment.score(),
        certain: alignment::certain(&alignment.sought, &claims, comparison),
        calibration: Calibration::of(told),
        kinds: divergences.tallies(),
    };
    Judged { name, figures, misses: Misses::of(gold, &claims, &alignment, &divergences) }
}

impl Evaluation {
    /// What was odd about files, and what was left out.
    pub fn oddities(&self) -> &[Oddity] {
        match self {
            Evaluation::Stories(stories) => &stories.oddities,
            Evaluation::Clusters { oddities, .. } => oddities,
        }
    }
}

impl Stories {
    /// All stories as one: pairs are counted together, and no story weighs more than its pairs.
    pub fn pooled(&self) -> Figures {
        self.stories.iter().fold(Figures::default(), |sum, story| sum + &story.figures)
    }
}

#[cfg(test)]
mod tests;
