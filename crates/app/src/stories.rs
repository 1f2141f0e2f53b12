//! Groups articles into stories.

use crate::Stopped;
use engine::Placed;
use library::{Library, Versions};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};
use story::{Article, ArticleId, Cancelled, Progress, Story};

/// The stories that `articles` tell, each with its articles.
///
/// # Errors
/// [`Cancelled`] when `on_progress` asked to stop.
pub fn find(
    articles: &[Article],
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<(Story, Vec<Article>)>, Cancelled> {
    let stories = engine::stories(articles, &Placed::default(), on_progress)?;
    // The same article may stand in several files: all of its copies are told.
    let mut by_id: BTreeMap<&ArticleId, Vec<&Article>> = BTreeMap::new();
    articles.iter().for_each(|article| by_id.entry(&article.id).or_default().push(article));
    let copies =
        |id: &ArticleId| by_id.get(id).into_iter().flatten().map(|&article| article.clone()).collect::<Vec<_>>();
    let told = |story: Story| {
        let articles = story.articles.iter().flat_map(copies).collect();
        (story, articles)
    };
    Ok(stories.into_iter().map(told).collect())
}

/// Days by which an article may be apart from a story that it joins by itself. Of 55 dated public stories none spans more
/// than three; without a bound every import would read
/// the whole library again.
const REACH: i64 = 30;

/// Gives every current article of the library a story, and returns all stories. An article that has
/// one keeps it, where the user placed an article by hand it stays, and what was taken out by hand stays out.
///
/// # Errors
/// [`Stopped::Cancelled`] when `on_progress` asked to stop, [`Stopped::Library`] where the library
/// cannot be read or written; then nothing was changed.
pub fn find_kept(
    library: &mut Library,
    on_progress: &(impl Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Vec<Story>, Stopped> {
    let new: BTreeSet<ArticleId> = library.unplaced()?.into_iter().collect();
    if !new.is_empty() {
        let placed = Placed { stories: library.stories()?, by_hand: library.placed_by_hand()? };
        let homes: BTreeSet<&ArticleId> = placed.stories.iter().flat_map(|story| &story.articles).collect();
        let mut articles = library.articles(Versions::Current)?;
        let days: Option<BTreeSet<i64>> =
            articles.iter().filter(|article| new.contains(&article.id)).map(day).collect();
        let in_reach = |article: &Article| match (&days, day(article)) {
            (Some(days), Some(day)) => days.range(day - REACH..=day + REACH).next().is_some(),
            _ => true, // what has no date may belong anywhere
        };
        articles.retain(|article| new.contains(&article.id) || homes.contains(&article.id) && in_reach(article));
        let found = engine::stories(&articles, &placed, on_progress)?;
        library.add_stories(&found)?;
    }
    Ok(library.stories()?)
}

/// The stories that are meant by `words`: those whose id begins so; else those whose title holds them all.
pub fn meant<'a>(stories: &'a [Story], words: &str) -> Vec<&'a Story> {
    let words = words.trim().to_lowercase();
    let by_id: Vec<&Story> = stories.iter().filter(|story| story.id.0.starts_with(&words)).collect();
    if !by_id.is_empty() {
        return by_id;
    }
    let holds = |story: &&Story| {
        let title = story.title.to_lowercase();
        words.split_whitespace().all(|word| title.contains(word))
    };
    stories.iter().filter(holds).collect()
}

/// The day of publication, counted from 1970.
fn day(article: &Article) -> Option<i64> {
    const SECONDS: i64 = 24 * 60 * 60;
    article.published.as_ref().map(|published| published.instant().div_euclid(SECONDS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Input, Reading},
        import::import,
    };

    const HEAD: &str = "outlet,title,published,text\n";
    const FERRY: [&str; 3] = [
        "Harbour Post,Ferry burns at Varnholm quay,2031-05-03,The ferry Alma burned at the quay in Varnholm on Saturday. \
         Fire chief Karin Oste said that 12 passengers of the ferry Alma were hurt.\n",
        "Tidings,Twelve hurt as ferry Alma burns,2031-05-03,Twelve passengers were hurt when the ferry Alma burned at the \
         quay in Varnholm on Saturday fire chief Karin Oste said.\n",
        "Northline,Alma ferry fire in Varnholm,2031-05-04,Karin Oste said the fire on the ferry Alma at the quay in Varnholm \
         on Saturday hurt 12 passengers.\n",
    ];
    const BANK: &str = "Courier,Central bank raises rates,2031-05-05,The central bank in Ostholm raised its main rate to \
                        four percent. Governor Petra Wing said inflation remained too high.\n";

    fn bring(library: &mut Library, name: &str, rows: &[&str]) {
        let input = Input::Bytes { name: name.into(), bytes: format!("{HEAD}{}", rows.concat()).into() };
        assert!(import(library, &[input], &Reading::default(), &|_| ControlFlow::Continue(())).stopped.is_none());
    }

    /// The outlets of each story.
    fn told(library: &mut Library) -> Vec<Vec<String>> {
        let stories = find_kept(library, &|_| ControlFlow::Continue(())).expect("sound");
        let outlet = |id: &ArticleId| library.article(id).expect("there").outlet;
        stories.iter().map(|story| story.articles.iter().map(outlet).collect()).collect()
    }

    #[test]
    fn an_article_that_is_added_moves_no_other_and_a_placement_by_hand_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        bring(&mut library, "one.csv", &[FERRY[0], FERRY[1], BANK]);
        assert_eq!(told(&mut library), [vec!["Harbour Post", "Tidings"], vec!["Courier"]]);
        let before = library.stories().expect("sound");

        let tidings = before[0].articles[1].clone();
        library.move_articles(&[tidings], &before[1].id, &crate::clock::now()).expect("both are there");
        bring(&mut library, "two.csv", &[FERRY[2]]);
        assert_eq!(told(&mut library), [vec!["Harbour Post", "Northline"], vec!["Tidings", "Courier"]]);
        let ids = |stories: Vec<Story>| stories.into_iter().map(|story| story.id).collect::<Vec<_>>();
        assert_eq!(ids(library.stories().expect("sound")), ids(before));
    }
}
