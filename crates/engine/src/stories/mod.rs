//! Groups any pile of articles into stories, one event each.
//!
//! - [`terms`] takes from an article what tells its event: words, names, numbers, [`dates`],
//! - [`vectors`] weighs terms by how rare they are here and in general news ([`background`]),
//! - [`near`] finds the articles that share enough for a closer look,
//! - [`pairs`] compares them,
//! - [`model`] makes of a comparison the odds that both tell one event,
//! - [`linkage`] joins articles into stories.
//!
//! Invariant: an article that has a story keeps it, and what was placed by hand goes before all
//! else; new articles join a story or open one, whatever the order in which they are given.

pub(crate) mod background;
mod dates;
mod linkage;
mod model;
mod near;
mod pairs;
mod terms;
mod vectors;

use crate::{compare::in_order, text::Text};
pub use background::common_words;
pub use model::Model;
use near::Near;
use pairs::Pile;
pub use pairs::{FEATURES, Features};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};
use story::{Article, ArticleId, Cancelled, Progress, Story, StoryId};
pub(crate) use terms::hash;

/// What stands already, and is not moved.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// Stories as they were found before: each keeps its id, its title and its articles.
    pub stories: Vec<Story>,
    /// Where the user put articles, whatever was found before. An id that is in none of `stories`
    /// opens a story of that id.
    pub by_hand: BTreeMap<ArticleId, StoryId>,
}

/// Groups `articles` into stories, in the order of their first articles.
///
/// Two stories that stand already are never joined, and none is split; a story of `placed` that
/// keeps no article is left out. An article of `placed` need not be among `articles`: it stays in
/// its story, behind the others.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn stories(
    articles: &[Article],
    placed: &Placed,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<Story>, Cancelled> {
    let model = Model::shipped();
    let step = |stage, done| match on_progress(Progress { stage, done, total: 3 }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    };
    let articles = in_order(articles);
    step("reading articles", 0)?;
    let pile = Pile::of(&articles);
    step("comparing articles", 1)?;
    let homes = Homes::new(placed);
    let seeds: Vec<Option<usize>> = articles.iter().map(|article| homes.of(&article.id)).collect();
    let score = model.scorer();
    let near = Near::of(&pile, |article| seeds[article].is_some());
    let scored: Vec<linkage::Scored> = near.compared(&pile).map(|(a, b, features)| (a, b, score(&features))).collect();
    step("grouping articles", 2)?;
    let clusters = linkage::join(&seeds, &scored, model.threshold);
    let mut stories: Vec<Story> = clusters
        .par_iter()
        .map(|members| {
            let standing = members.iter().find_map(|&member| seeds[member]);
            story_of(&articles, members, &pile, standing.map(|seed| homes.story(seed)))
        })
        .collect();
    homes.add_absent(&articles, &mut stories);
    Ok(stories)
}

/// What to call `articles` when all of them are one story: the headline of the one that is most like
/// the others.
pub fn title(articles: &[Article]) -> String {
    let articles = in_order(articles);
    let all: Vec<usize> = (0..articles.len()).collect();
    title_of(&articles, &all, &Pile::of(&articles))
}

/// The comparisons that the weights are fitted on: the places of two articles in `articles`, and
/// how they compare.
pub fn compared_pairs(articles: &[Article]) -> Vec<(usize, usize, Features)> {
    let articles: Vec<&Article> = articles.iter().collect();
    let pile = Pile::of(&articles);
    Near::of(&pile, |_| false).compared(&pile).collect()
}

/// The clusters that `model` makes of `count` articles, which compare as `pairs` says: how thresholds
/// are measured without reading the articles anew.
pub fn clusters_by(model: &Model, count: usize, pairs: &[(usize, usize, Features)]) -> Vec<Vec<usize>> {
    let score = model.scorer();
    let scored: Vec<linkage::Scored> = pairs.iter().map(|(a, b, features)| (*a, *b, score(features))).collect();
    linkage::join(&vec![None; count], &scored, model.threshold)
}

/// Where articles stand already.
struct Homes<'p> {
    stories: Vec<(&'p StoryId, Option<&'p Story>)>,
    by_article: BTreeMap<&'p ArticleId, usize>,
}

impl<'p> Homes<'p> {
    fn new(placed: &'p Placed) -> Self {
        let known: BTreeMap<&StoryId, &Story> = placed.stories.iter().map(|story| (&story.id, story)).collect();
        let ids: BTreeSet<&StoryId> = known.keys().copied().chain(placed.by_hand.values()).collect();
        let stories: Vec<_> = ids.into_iter().map(|id| (id, known.get(id).copied())).collect();
        let mut by_article = BTreeMap::new();
        for (at, (_, story)) in stories.iter().enumerate() {
            by_article.extend(story.iter().flat_map(|story| &story.articles).map(|article| (article, at)));
        }
        let place = |id: &StoryId| stories.partition_point(|(other, _)| *other < id);
        by_article.extend(placed.by_hand.iter().map(|(article, story)| (article, place(story))));
        Self { stories, by_article }
    }

    fn of(&self, article: &ArticleId) -> Option<usize> {
        self.by_article.get(article).copied()
    }

    fn story(&self, at: usize) -> (&'p StoryId, Option<&'p Story>) {
        self.stories[at]
    }

    /// Keeps the placed articles that were not among those given.
    fn add_absent(&self, given: &[&Article], stories: &mut Vec<Story>) {
        let given: BTreeSet<&ArticleId> = given.iter().map(|article| &article.id).collect();
        for (&article, &at) in self.by_article.iter().filter(|(article, _)| !given.contains(*article)) {
            let (id, standing) = self.stories[at];
            match stories.iter_mut().find(|story| story.id == *id) {
                Some(story) => story.articles.push(article.clone()),
                None => stories.push(Story {
                    id: id.clone(),
                    title: standing.map_or_else(|| UNTITLED.to_owned(), |story| story.title.clone()),
                    articles: vec![article.clone()],
                }),
            }
        }
    }
}

const UNTITLED: &str = "Untitled story";

fn story_of(
    articles: &[&Article],
    members: &[usize],
    pile: &Pile,
    standing: Option<(&StoryId, Option<&Story>)>,
) -> Story {
    let ids: Vec<ArticleId> = members.iter().map(|&member| articles[member].id.clone()).collect();
    let id = standing.map_or_else(|| StoryId::of(&ids), |(id, _)| id.clone());
    let given = standing.and_then(|(_, story)| story).map(|story| story.title.clone());
    let title = given.filter(|title| !title.is_empty());
    Story { id, title: title.unwrap_or_else(|| title_of(articles, members, pile)), articles: ids }
}

/// The headline of the article that is most like the others; its first sentence where it has none.
fn title_of(articles: &[&Article], members: &[usize], pile: &Pile) -> String {
    // All against all is squared in the size of the story; a hundred say well enough where its
    // centre is.
    let sample = &members[..members.len().min(100)];
    let likeness = |a: usize| sample.iter().filter(|&&b| b != a).map(|&b| pile.likeness(a, b)).sum::<f64>();
    let central = sample.iter().copied().map(|member| (likeness(member), member));
    let Some((_, central)) = central.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) else {
        return UNTITLED.to_owned();
    };
    let article = articles[central];
    if !article.title.trim().is_empty() {
        return article.title.trim().to_owned();
    }
    Text::of(0, article).claims.first().map_or_else(|| UNTITLED.to_owned(), |claim| claim.text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::{Draft, Importer, Sha256, Source, Timestamp};

    fn article(outlet: &str, published: &str, title: &str, body: &str) -> Article {
        let draft = Draft {
            outlet: Some(outlet.to_owned()),
            title: title.to_owned(),
            published: Timestamp::parse(published),
            paragraphs: body.split("\n\n").map(str::to_owned).collect(),
            ..Draft::default()
        };
        let source = Source { path: "a.txt".into(), entry: 1, member: None };
        Article::from_draft(draft, "", Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
    }

    /// Two events that look alike, an earthquake each, told by two outlets each.
    fn quakes() -> Vec<Article> {
        vec![
            article(
                "Courier",
                "2031-05-02",
                "Quake of 6.1 hits Velmora, nine dead",
                "An earthquake of magnitude 6.1 struck the Velmora valley before dawn on Friday, killing nine people in the town of Tarnside.\n\nRescuers led by Captain Ilse Brandt dug through the ruins of the Tarnside school.",
            ),
            article(
                "Ledger",
                "2031-05-02",
                "Nine killed as Velmora valley shakes",
                "Nine people died in Tarnside when a magnitude 6.1 earthquake shook the Velmora valley on Friday.\n\nCaptain Ilse Brandt said rescuers were still searching the Tarnside school for survivors.",
            ),
            article(
                "Courier",
                "2033-11-19",
                "Quake of 5.4 rattles Osk island",
                "An earthquake of magnitude 5.4 rattled Osk island on Saturday evening, cracking walls in Port Hanno but killing nobody.\n\nMayor Dario Venn said the ferry to Port Hanno would run again on Sunday.",
            ),
            article(
                "Ledger",
                "2033-11-20",
                "No one hurt as earthquake cracks walls in Port Hanno",
                "Walls cracked in Port Hanno when an earthquake of magnitude 5.4 shook Osk island on Saturday, but nobody was killed.\n\nFerries stopped until Sunday, Mayor Dario Venn said.",
            ),
        ]
    }

    fn grouped(articles: &[Article], placed: &Placed) -> Vec<Story> {
        stories(articles, placed, &|_| ControlFlow::Continue(())).expect("nobody cancels")
    }

    fn sizes(stories: &[Story]) -> Vec<usize> {
        stories.iter().map(|story| story.articles.len()).collect()
    }

    #[test]
    fn events_that_look_alike_stay_apart() {
        assert_eq!(sizes(&grouped(&quakes(), &Placed::default())), [2, 2]);
    }

    #[test]
    fn the_order_of_a_pile_does_not_matter() {
        let (straight, mut turned) = (quakes(), quakes());
        turned.reverse();
        turned.push(turned[1].clone());
        assert_eq!(grouped(&straight, &Placed::default()), grouped(&turned, &Placed::default()));
    }

    #[test]
    fn a_new_article_joins_its_story_and_moves_no_other() {
        let all = quakes();
        let before = grouped(&all[..3], &Placed::default());
        let after = grouped(&all, &Placed { stories: before.clone(), ..Placed::default() });
        assert_eq!(after.len(), 2);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!((&before.id, &before.title), (&after.id, &after.title));
            assert!(before.articles.iter().all(|article| after.articles.contains(article)));
        }
    }

    #[test]
    fn what_was_placed_by_hand_goes_before_all_else() {
        let all = quakes();
        let found = grouped(&all, &Placed::default());
        let by_hand = BTreeMap::from([(all[0].id.clone(), found[1].id.clone())]);
        let after = grouped(&all, &Placed { stories: found.clone(), by_hand });
        assert_eq!(sizes(&after).iter().sum::<usize>(), 4);
        let there = after.iter().find(|story| story.id == found[1].id).expect("the story stands");
        assert!(there.articles.contains(&all[0].id) && there.articles.len() == 3);
    }

    #[test]
    fn a_placed_article_that_is_not_given_stays_where_it_was() {
        let all = quakes();
        let found = grouped(&all, &Placed::default());
        let after = grouped(&all[1..], &Placed { stories: found, ..Placed::default() });
        assert_eq!(sizes(&after), [2, 2]);
    }

    #[test]
    fn a_story_without_headlines_is_called_by_its_first_sentence() {
        let bare = article("Courier", "", "", "The harbour wall failed. Nobody was hurt.");
        assert_eq!(grouped(&[bare], &Placed::default())[0].title, "The harbour wall failed.");
    }

    #[test]
    fn an_empty_article_is_a_story_of_its_own() {
        let pile = [article("Courier", "", "", ""), article("Ledger", "", "", "")];
        assert_eq!(sizes(&grouped(&pile, &Placed::default())), [1, 1]);
    }

    #[test]
    fn work_that_is_asked_to_stop_does() {
        assert_eq!(stories(&quakes(), &Placed::default(), &|_| ControlFlow::Break(())), Err(Cancelled));
    }
}
