//! Finds articles that share a text ancestor: a reprint, wire copy, a press release.
//!
//! Articles are compared by shingles, the hashes of every few words in a row (Broder 1997). A
//! story has few enough articles to keep them all, so none are thinned out as winnowing
//! (Schleimer, Wilkerson and Aiken 2003) would for a whole archive, and the overlap is exact.
//!
//! What stands within quotation marks does not count: two reporters who heard one speech quote
//! the same words and wrote their own articles.

use crate::text::{ClaimIx, StoryText, Word, words};
use rayon::prelude::*;
use std::collections::BTreeSet;
use story::{Article, Origin};

/// Words in a shingle: long enough that two writers rarely share one, short enough that an edited
/// sentence keeps some.
const SHINGLE: usize = 6;

/// Least share of the shorter article that two of one origin have in common.
const LEAST_OVERLAP: f64 = 0.3;

/// Fewest words that two of one origin have in common: about two sentences.
const LEAST_WORDS: usize = 40;

/// Least share of the shorter sentence's words at which two sentences of one origin are the same
/// sentence, be it with another figure or without a clause.
const SAME_SENTENCE: f64 = 0.7;

/// Articles that have an ancestor in common, directly or through others; largest overlap of any
/// two as their overlap. In the order of their first articles.
pub(crate) fn find(story: &StoryText) -> Vec<Origin> {
    let texts: Vec<Shingles> = story.articles.par_iter().map(|article| Shingles::of(article)).collect();
    let pairs: Vec<(usize, usize)> = (0..texts.len()).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
    let shared: Vec<(usize, usize, f64)> =
        pairs.into_par_iter().filter_map(|(a, b)| texts[a].overlap(&texts[b]).map(|overlap| (a, b, overlap))).collect();
    let families = families(texts.len(), shared.iter().map(|&(a, b, _)| (a, b)));
    families
        .into_iter()
        .filter(|family| family.len() > 1)
        .map(|family| Origin {
            articles: family.iter().map(|&article| story.articles[article].id.clone()).collect(),
            overlap: shared
                .iter()
                .filter(|(a, ..)| family.contains(a))
                .map(|&(.., overlap)| overlap)
                .fold(0.0, f64::max),
        })
        .collect()
}

/// How many independent text ancestors these claims have: claims count once where their
/// articles are of one origin and they are the same sentence. What an outlet added to the copy, or
/// wrote anew, is its own.
pub(crate) fn count(story: &StoryText, origins: &[Origin], claims: &[ClaimIx]) -> usize {
    let origin = |claim: ClaimIx| {
        let id = &story.article_of(claim).id;
        origins.iter().position(|origin| origin.articles.contains(id))
    };
    let claims: Vec<(ClaimIx, usize, Option<usize>)> =
        claims.iter().map(|&claim| (claim, story.claim(claim).article, origin(claim))).collect();
    let one = |a: usize, b: usize| {
        let ((claim, article, origin), (other, other_article, other_origin)) = (claims[a], claims[b]);
        let copied = origin.is_some() && origin == other_origin;
        article == other_article || (copied && is_same_sentence(story, claim, other))
    };
    let pairs = (0..claims.len()).flat_map(|b| (0..b).map(move |a| (a, b))).filter(|&(a, b)| one(a, b));
    families(claims.len(), pairs).len()
}

fn is_same_sentence(story: &StoryText, a: ClaimIx, b: ClaimIx) -> bool {
    let words = |claim| {
        let words = story.claim(claim).words.iter().filter(|word| word.is_word());
        words.map(|word| word.lower.as_str()).collect::<BTreeSet<&str>>()
    };
    let (a, b) = (words(a), words(b));
    let shorter = a.len().min(b.len()).max(1);
    a.intersection(&b).count() as f64 >= SAME_SENTENCE * shorter as f64
}

/// The shingles of an article's own words, in the order of the text; `None` where it is not the
/// outlet that speaks.
struct Shingles {
    in_order: Vec<Option<u64>>,
    /// Sorted.
    known: Vec<u64>,
    /// Words outside of quotations.
    words: usize,
}

impl Shingles {
    fn of(article: &Article) -> Self {
        let mut hashes: Vec<Option<u64>> = Vec::new();
        for (_, paragraph) in article.paragraphs() {
            hashes.extend(own_words(&words(paragraph, 0)));
        }
        let in_order: Vec<Option<u64>> = hashes
            .windows(SHINGLE)
            .map(|window| {
                let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x0100_0000_01b3);
                window.iter().try_fold(0, |sum, word| word.map(|word| mix(sum, word)))
            })
            .collect();
        let mut known: Vec<u64> = in_order.iter().flatten().copied().collect();
        known.sort_unstable();
        known.dedup();
        Self { in_order, known, words: hashes.iter().flatten().count() }
    }

    /// Share of the shorter text that both have, if it is enough to have one origin.
    fn overlap(&self, other: &Self) -> Option<f64> {
        let (shorter, longer) = if self.words <= other.words { (self, other) } else { (other, self) };
        let shared = shorter.words_in(longer);
        let overlap = shared as f64 / shorter.words.max(1) as f64;
        (shared >= LEAST_WORDS && overlap >= LEAST_OVERLAP).then_some((overlap * 1000.0).round() / 1000.0)
    }

    /// How many words stand in a shingle that `other` has too.
    fn words_in(&self, other: &Self) -> usize {
        let (mut covered, mut counted_to) = (0, 0);
        for (at, shingle) in self.in_order.iter().enumerate() {
            if shingle.is_some_and(|shingle| other.known.binary_search(&shingle).is_ok()) {
                covered += at + SHINGLE - counted_to.max(at);
                counted_to = at + SHINGLE;
            }
        }
        covered
    }
}

/// Hashes of the words of a paragraph, `None` for each quotation in it.
fn own_words(words: &[Word]) -> Vec<Option<u64>> {
    let mut hashes = Vec::new();
    let mut quoted = false;
    for word in words {
        match word.text {
            "“" | "«" | "„" => quoted = true,
            "”" | "»" => quoted = false,
            "\"" => quoted = !quoted,
            _ if word.is_word() && !quoted => hashes.push(Some(crate::stories::hash(&word.lower))),
            _ if quoted && hashes.last() != Some(&None) => hashes.push(None),
            _ => {}
        }
    }
    hashes
}

/// Which of `count` things hang together by `pairs`: each family sorted, in the order of their
/// first members.
fn families(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut family: Vec<usize> = (0..count).collect();
    for (a, b) in pairs {
        let (kept, joined) = (family[a].min(family[b]), family[a].max(family[b]));
        family.iter_mut().filter(|other| **other == joined).for_each(|other| *other = kept);
    }
    let firsts = (0..count).filter(|&first| family[first] == first);
    firsts.map(|first| (0..count).filter(|&other| family[other] == first).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use story::{Draft, Importer, Sha256, Source};

    const WIRE: [&str; 4] = [
        "A harbour wall gave way in Port Lemmon early on Tuesday, sending a crane and two lorries into the water \
         and closing the only deep berth on the island's northern coast.",
        "Divers searched the basin until dusk for a night watchman who had not been seen since the collapse, the \
         harbour master said.",
        "The wall, finished eleven years ago, had been inspected in spring and found sound, according to the works \
         ministry, which has opened an inquiry.",
        "Ferries to the outer islands will sail from the old fishing quay until further notice, and freight is to \
         be sent by way of Saint Orrin.",
    ];
    const OWN: [&str; 2] = [
        "Shopkeepers along the quay spoke on Wednesday of a night without sleep, of dust and of sirens that would \
         not end.",
        "Maria Quell, who sells nets across from the basin, had warned the council twice about cracks she saw from \
         her window.",
    ];
    const SPEECH: &str = "\"We built this wall with our own hands, and with our own hands we will build it again, \
                          because a harbour is not stone but the people who come home to it, and they are coming \
                          home tonight, every one of them, to a town that has kept a light for them,\"";

    fn article(outlet: &str, paragraphs: &[&str]) -> Article {
        let draft = Draft {
            outlet: Some(outlet.to_owned()),
            paragraphs: paragraphs.iter().map(|&paragraph| paragraph.to_owned()).collect(),
            language: Some("en".to_owned()),
            ..Draft::default()
        };
        let source = Source { path: "a.txt".into(), entry: 1, member: None };
        Article::from_draft(draft, "", Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
    }

    /// Share of the shorter text if the two are of one origin.
    fn overlap(a: &[&str], b: &[&str]) -> Option<f64> {
        let (a, b) = (article("Courier", a), article("Ledger", b));
        let texts = vec![Text::of(0, &a), Text::of(1, &b)];
        let facets = texts.iter().map(|text| text.claims.iter().map(|_| Default::default()).collect()).collect();
        find(&StoryText::new(texts, facets)).first().map(|origin| origin.overlap)
    }

    #[test]
    fn a_verbatim_reprint_is_of_one_origin() {
        assert_eq!(overlap(&WIRE, &WIRE), Some(1.0));
    }

    #[test]
    fn a_reprint_cut_short_is_of_one_origin() {
        assert_eq!(overlap(&WIRE, &WIRE[..2]), Some(1.0));
    }

    #[test]
    fn copy_under_another_lead_is_of_one_origin() {
        let edited = [OWN[0], WIRE[1], WIRE[2], WIRE[3], OWN[1]];
        assert!(overlap(&WIRE, &edited).is_some_and(|overlap| (0.5..0.9).contains(&overlap)));
    }

    #[test]
    fn an_edited_sentence_keeps_most_of_its_overlap() {
        let edited = WIRE.map(|text| text.replace("early on Tuesday", "before dawn").replace("eleven", "12"));
        let edited: Vec<&str> = edited.iter().map(String::as_str).collect();
        assert!(overlap(&WIRE, &edited).is_some_and(|overlap| overlap > 0.7));
    }

    #[test]
    fn a_speech_that_both_quote_is_not_an_origin() {
        let courier = format!("{SPEECH} the mayor told the crowd.");
        let ledger = format!("The mayor spoke at noon: {SPEECH} and left without taking questions.");
        assert_eq!(overlap(&[OWN[0], &courier], &[&ledger, OWN[1]]), None);
    }

    #[test]
    fn a_press_release_quoted_in_part_is_not_an_origin() {
        let release = [WIRE[0], WIRE[1], WIRE[2], WIRE[3]];
        let own =
            [OWN[0], OWN[1], "In a statement the port said ferries to the outer islands will sail from the old quay."];
        assert_eq!(overlap(&release, &own), None);
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        let torn = [&format!("“{}", OWN[0])[..], WIRE[0], WIRE[1], WIRE[2]];
        assert_eq!(overlap(&WIRE, &torn), Some(1.0));
    }

    #[test]
    fn reprints_of_a_sentence_count_once_and_own_words_for_themselves() {
        let articles = [article("Courier", &WIRE), article("Ledger", &WIRE), article("Sentinel", &OWN)];
        let texts: Vec<Text> = articles.iter().enumerate().map(|(index, article)| Text::of(index, article)).collect();
        let facets = texts.iter().map(|text| text.claims.iter().map(|_| Default::default()).collect()).collect();
        let story = StoryText::new(texts, facets);
        let firsts = |article: usize| story.indices().find(|&claim| story.claim(claim).article == article);
        let claims: Vec<ClaimIx> = (0..3).filter_map(firsts).collect();
        assert_eq!(count(&story, &find(&story), &claims), 2);
    }
}
