//! `cargo xtask measure reprints`: what is found between an article and its own reprint. Nothing should be.

use super::GOLD;
use crate::{
    gold,
    steps::{Failure, root},
};
use engine::{
    Settings,
    training::{Weights, compare_by},
};
use rayon::prelude::*;
use story::{Article, ArticleId, Comparison};

/// Compares each article of the gold stories with its reprint, the same words in other typography.
pub(super) fn measure() -> Result<(), Failure> {
    let stories = gold::stories(&root().join(GOLD))
        .map_err(|error| Failure::new(error, format!("Put the annotated stories under {GOLD}.")))?;
    let articles: Vec<Article> = stories.into_iter().flat_map(|story| story.articles).collect();
    let compared: Vec<Comparison> = articles
        .par_iter()
        .map(|article| compare_by(&[article.clone(), reprint(article)], &Settings::default(), Weights::shipped()))
        .collect();
    for (article, comparison) in articles.iter().zip(&compared).filter(|(_, found)| !found.divergences.is_empty()) {
        println!("{}:", article.outlet);
        for one in &comparison.divergences {
            println!("  {} {:.2} {}", one.kind, one.score, one.why);
        }
    }
    let false_alarms: usize = compared.iter().map(|comparison| comparison.divergences.len()).sum();
    println!("{false_alarms} divergences between {} articles and their reprints", articles.len());
    Ok(())
}

/// The same words by another outlet a day later: straight quotation marks, no curly apostrophes, another dash.
fn reprint(article: &Article) -> Article {
    let body = article.body.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'");
    Article {
        id: ArticleId(format!("{}-reprint", article.id.0)),
        outlet: format!("{} (reprint)", article.outlet),
        body: body.replace(" \u{2014} ", " \u{2013} "),
        ..article.clone()
    }
}
