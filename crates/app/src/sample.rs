//! The sample story that comes with the program: an invented event told by seven invented outlets.

use crate::{
    clock::now,
    files::{self, Input, Reading},
};
use library::{Error, Library};
use std::{collections::BTreeMap, ops::ControlFlow};
use story::{ArticleId, StoryId};

/// The sample's files, to be read through the same importer as any file.
pub fn inputs() -> Vec<Input> {
    FILES.iter().map(|&(name, bytes)| Input::Bytes { name: name.into(), bytes: bytes.into() }).collect()
}

/// Gathers the sample's articles, which are in the library, in one story, out of the trash too. Where most of them are in a story that the
/// user knows it stays as it is.
///
/// # Errors
/// As the library gives them.
pub fn gathered(library: &mut Library) -> Result<StoryId, Error> {
    let read = files::read(&inputs(), &Reading::default(), &|_| ControlFlow::Continue(()));
    let articles = read.expect("nobody asked to stop").articles;
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    library.restore_articles(&ids, &now())?;
    let by_hand = library.placed_by_hand()?;
    let mut stories: BTreeMap<&StoryId, usize> = BTreeMap::new();
    for story in ids.iter().filter_map(|id| by_hand.get(id)) {
        *stories.entry(story).or_default() += 1;
    }
    if let Some((story, _)) = stories.into_iter().max_by_key(|(_, count)| *count) {
        return Ok(story.clone());
    }
    library.begin_story(&ids, &engine::stories::title(&articles), &now())
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Name and content of every file, in the order of their names.
        const FILES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../sample/articles/", $name)))),*];
    };
}
files![
    "daily-ledger.html",
    "estmark-observer.pdf",
    "evening-tribune.txt",
    "harbour-radio.html",
    "meridian-news-agency.txt",
    "northline.html",
    "varnholm-courier.docx",
];
