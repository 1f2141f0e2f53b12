//! Cuts articles into claims and words.
//!
//! All spans count bytes of the article's body.

mod function_words;
mod sentences;
mod words;

use crate::facets::{self, Facets, outward};
pub(crate) use function_words::is_function_word;
use rayon::prelude::*;
pub(crate) use sentences::sentences;
use story::{Article, ClaimId, Span};
pub(crate) use words::Word;
pub(crate) use words::words;
pub(crate) use words::words_in;

/// A claim's place in a [`StoryText`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ClaimIx(pub(crate) usize);

/// One article, cut.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub(crate) article: &'a Article,
    pub(crate) claims: Vec<Claim<'a>>,
}

/// One claim of an article with its words.
#[derive(Debug)]
pub(crate) struct Claim<'a> {
    pub(crate) id: ClaimId,
    /// Index of the article in the story's order.
    pub(crate) article: usize,
    /// 0-based place of the claim in its article.
    pub(crate) place: usize,
    /// 0-based paragraph of the body.
    pub(crate) paragraph: usize,
    pub(crate) span: Span,
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word<'a>>,
}

/// All articles of a story, cut, with the facets of every claim.
#[derive(Debug)]
pub(crate) struct StoryText<'a> {
    pub(crate) articles: Vec<&'a Article>,
    claims: Vec<Claim<'a>>,
    facets: Vec<Facets>,
}

impl<'a> Text<'a> {
    pub(crate) fn of(index: usize, article: &'a Article) -> Self {
        let mut claims = Vec::new();
        for (paragraph, (start, text)) in article.paragraphs().enumerate() {
            for sentence in sentences(text, &article.language) {
                let span = sentence.shifted(start);
                let text = span.of(&article.body);
                let id = ClaimId::of(&article.id, span);
                let words = words_in(text, span.start, &article.language);
                claims.push(Claim { id, article: index, place: claims.len(), paragraph, span, text, words });
            }
        }
        Self { article, claims }
    }
}

impl<'a> StoryText<'a> {
    pub(crate) fn new(texts: Vec<Text<'a>>, facets: Vec<Vec<Facets>>) -> Self {
        let articles = texts.iter().map(|text| text.article).collect();
        let claims = texts.into_iter().flat_map(|text| text.claims).collect();
        Self { articles, claims, facets: facets.into_iter().flatten().collect() }
    }

    /// Cuts the articles and finds the facets of their claims.
    pub(crate) fn of(articles: &[&'a Article]) -> Self {
        let texts: Vec<Text> =
            articles.par_iter().enumerate().map(|(index, article)| Text::of(index, article)).collect();
        let facets = texts.par_iter().map(facets::find).collect();
        Self::new(texts, facets)
    }

    pub(crate) fn claim(&self, index: ClaimIx) -> &Claim<'a> {
        &self.claims[index.0]
    }

    pub(crate) fn facets(&self, index: ClaimIx) -> &Facets {
        &self.facets[index.0]
    }

    pub(crate) fn claims(&self) -> impl Iterator<Item = &Claim<'a>> {
        self.claims.iter()
    }

    pub(crate) fn indices(&self) -> impl Iterator<Item = ClaimIx> + use<> {
        (0..self.claims.len()).map(ClaimIx)
    }

    pub(crate) fn article_of(&self, index: ClaimIx) -> &'a Article {
        self.articles[self.claim(index).article]
    }

    pub(crate) fn outlet_of(&self, index: ClaimIx) -> &'a str {
        &self.article_of(index).outlet
    }

    /// The claim as the comparison tells it.
    pub(crate) fn outward(&self, index: ClaimIx) -> story::Claim {
        let (claim, article) = (self.claim(index), self.article_of(index));
        story::Claim {
            id: claim.id.clone(),
            article: article.id.clone(),
            span: claim.span,
            text: claim.text.to_owned(),
            paragraph: claim.paragraph,
            facets: outward(self.facets(index), article),
        }
    }
}
