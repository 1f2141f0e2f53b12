//! Where each article puts a claim.

use crate::{
    align::Group,
    text::{StoryText, Word, is_function_word, words_in},
};
use std::collections::{BTreeMap, BTreeSet};
use story::{Article, Emphasis, Place};

/// Share of a headline's words that a claim must hold to be what the headline says.
const HEADLINE: f64 = 0.6;

/// The most prominent place of the group's claim in each article that carries it.
pub(crate) fn find(story: &StoryText, group: &Group) -> Vec<Emphasis> {
    let mut places: BTreeMap<usize, Place> = BTreeMap::new();
    for &claim in &group.claims {
        let claim = story.claim(claim);
        let place = match claim.paragraph {
            _ if is_headline(story.articles[claim.article], &claim.words) => Place::Headline,
            0 => Place::Lead,
            paragraph => Place::Paragraph(paragraph + 1),
        };
        places.entry(claim.article).and_modify(|best| *best = place.min(*best)).or_insert(place);
    }
    places.into_iter().map(|(article, place)| Emphasis { article: story.articles[article].id.clone(), place }).collect()
}

/// Whether the article's own claim says what its headline says: three words at least, and most of the headline's.
fn is_headline(article: &Article, claim: &[Word]) -> bool {
    let headline = words_in(&article.title, 0, &article.language);
    let (wanted, held) = (stems(&headline), stems(claim));
    let common = wanted.intersection(&held).count();
    common >= 3 && common as f64 >= HEADLINE * wanted.len() as f64
}

fn stems<'w>(words: &'w [Word]) -> BTreeSet<&'w str> {
    let content = words.iter().filter(|word| word.is_word() && !is_function_word(&word.lower));
    content.map(|word| word.stem.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{Draft, Importer, Sha256, Source};

    fn check(title: &str, claim: &str, expected: bool) {
        let draft = Draft { title: title.into(), language: Some("en".into()), ..Draft::default() };
        let source = Source { path: "a".into(), entry: 1, member: None };
        let importer = Importer { name: "text".into(), version: 1 };
        let article = Article::from_draft(draft, "a", Sha256::of(b""), source, importer);
        assert_eq!(is_headline(&article, &words_in(claim, 0, "en")), expected, "{title} / {claim}");
    }

    #[test]
    fn a_headline_is_the_claim_in_short() {
        check("Ferry sinks off Marun, 12 missing", "A ferry sank off Marun on Monday and 12 people are missing.", true);
    }

    #[test]
    fn a_shared_name_is_no_headline() {
        check("Ferry sinks off Marun, 12 missing", "Marun has two harbours.", false);
    }
}
