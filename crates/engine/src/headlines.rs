//! What the titles hold that can diverge.

use crate::{facets, text::Text};
use rayon::prelude::*;
use story::{Article, Headline};

/// One headline an article, in the order of the articles.
pub(crate) fn find(articles: &[&Article]) -> Vec<Headline> {
    articles.par_iter().map(|article| headline(article)).collect()
}

/// A title is read like a body of one paragraph.
fn headline(article: &Article) -> Headline {
    let title = Article { body: article.title.clone(), ..article.clone() };
    let text = Text::of(0, &title);
    let facets = facets::find(&text).iter().flat_map(|facets| facets::outward(facets, &title)).collect();
    Headline { article: article.id.clone(), facets }
}
