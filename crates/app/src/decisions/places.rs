//! Finds the claim that stands where another one stood when something was ruled of it.

use story::Passage;

/// The claim in the same place with the same words, else the one of that article that shares most of it: half of the
/// shorter of the two at least, in the same words.
pub(super) fn find(passage: &Passage, claims: &[Passage]) -> Option<usize> {
    claims.iter().position(|claim| claim == passage).or_else(|| {
        let here = claims.iter().enumerate().filter(|(_, claim)| claim.article == passage.article);
        let shared = here.map(|(at, claim)| (overlap(passage, claim), at)).filter(|&(shared, at)| {
            let shorter = passage.span.len().min(claims[at].span.len());
            shared > 0 && 2 * shared >= shorter && same_words(passage, &claims[at])
        });
        shared.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, at)| at)
    })
}

/// Bytes that the two share.
fn overlap(a: &Passage, b: &Passage) -> usize {
    a.span.end.min(b.span.end).saturating_sub(a.span.start.max(b.span.start))
}

/// Whether the one holds at least half of the words of the other.
fn same_words(a: &Passage, b: &Passage) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<String>>()
    };
    let (a, b) = (words(&a.text), words(&b.text));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    !short.is_empty() && 2 * shared >= short.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{ArticleId, Span};

    fn passage(article: &str, start: usize, text: &str) -> Passage {
        Passage { article: ArticleId(article.into()), span: Span::new(start, start + text.len()), text: text.into() }
    }

    fn check(ruled: &Passage, expected: Option<usize>) {
        let claims = [
            passage("a", 0, "The ferry sank. Nobody was hurt."),
            passage("a", 33, "The owner was asleep."),
            passage("b", 0, "The ferry sank."),
        ];
        assert_eq!(find(ruled, &claims), expected, "{ruled:?}");
    }

    #[test]
    fn a_claim_that_is_as_it_was_is_found() {
        check(&passage("b", 0, "The ferry sank."), Some(2));
    }

    #[test]
    fn a_claim_that_is_now_part_of_another_is_that_one() {
        check(&passage("a", 0, "The ferry sank."), Some(0));
    }

    #[test]
    fn other_articles_and_other_words_are_not_it() {
        check(&passage("c", 0, "The ferry sank."), None);
        check(&passage("a", 0, "Prices rose again."), None);
        check(&passage("a", 60, "The ferry sank."), None);
    }
}
