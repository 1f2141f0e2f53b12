//! How long the shelves and a search take: `cargo run -p library --example shelves`. Makes 1,000 stories with
//! 10,000 articles in a temporary folder.

#![allow(clippy::print_stdout, reason = "it is there to tell figures")]

use library::{Arrival, Filter, Library, Query, Shelf};
use std::time::Instant;
use story::{
    Article, ArticleId, Comparison, Divergence, DivergenceId, Draft, Engine, GroupId, Importer, Kind, Relation, Sha256,
    Source, Story, StoryId, Timestamp,
};

const STORIES: usize = 1_000;
const OF_EACH: usize = 10;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
    let at = Timestamp::parse("2031-05-04T12:00:00Z").expect("a time");
    let articles: Vec<Article> = (0..STORIES * OF_EACH).map(article).collect();
    timed("importing, 100 articles a file", || {
        for (file, articles) in articles.chunks(100).enumerate() {
            let sha256 = Sha256::of(format!("{file}").as_bytes());
            let arrival = Arrival { name: "x", size: 1, sha256: &sha256, at: &at, articles, oddities: &[] };
            library.add(arrival).expect("room");
        }
    });
    let stories: Vec<Story> = articles
        .chunks(OF_EACH)
        .map(|articles| {
            let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
            Story { id: StoryId::of(&ids), title: articles[0].title.clone(), articles: ids }
        })
        .collect();
    timed("placing all in stories", || library.set_stories(&stories).expect("room"));
    for (story, articles) in stories.iter().zip(articles.chunks(OF_EACH)) {
        library.keep_comparison(&story.id, articles, &[], &comparison(articles)).expect("room");
    }
    library.trash_articles(&stories[0].articles, &at).expect("room");
    for _ in 0..2 {
        timed("cards of all stories", || assert!(library.cards(&engine()).expect("sound")[0].compared.is_some()));
        timed("counts", || library.counts().expect("sound"));
        timed("outlets", || library.outlets().expect("sound"));
        timed("one shelf", || library.shelf(&Shelf::Story(stories[7].id.clone())).expect("sound"));
        timed("unsorted", || library.shelf(&Shelf::Unsorted).expect("sound"));
        timed("trash", || library.shelf(&Shelf::Trash).expect("sound"));
        let filter =
            |kind, outlet: Option<&str>| Filter { kind, outlet: outlet.map(str::to_owned), ..Filter::default() };
        for (words, filter) in [
            ("word1", Filter::default()),
            ("word9", Filter::default()),
            ("word70 word8", Filter::default()),
            ("word777", Filter::default()),
            ("\"word3 word4\"", Filter::default()),
            ("word12*", Filter::default()),
            ("word9", filter(Some(Kind::Figure), None)),
            ("word9", filter(None, Some("outlet 7"))),
            ("word9", Filter { from: Timestamp::parse("2031-05-10"), ..Filter::default() }),
            ("", Filter::default()),
        ] {
            let query = Query { words: words.into(), filter, limit: 50, offset: 0 };
            let mut total = 0;
            timed(&format!("search {words:?} {:?}", query.filter), || {
                total = library.search(&query).expect("sound").total;
            });
            println!("    {total} hits");
        }
    }
    timed("an act", || library.rename_story(&stories[9].id, "Renamed", &at).expect("there"));
    timed("undo", || library.undo().expect("room"));
}

fn timed<T>(what: &str, job: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let value = job();
    println!("{:>9.1} ms  {what}", begun.elapsed().as_secs_f64() * 1000.0);
    value
}

fn article(number: usize) -> Article {
    // Common words are common: word n of 20,000 comes about as often as 1/n, as in news.
    let mut state = number as u64 + 1;
    let mut word = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let part = (state >> 40) as f64 / (1 << 24) as f64;
        format!("word{}", libm::pow(20_000.0, part) as usize)
    };
    let paragraphs = (0..12).map(|_| (0..50).map(|_| word()).collect::<Vec<_>>().join(" ")).collect();
    let day = Timestamp::parse(&format!("2031-05-{:02}", number % 28 + 1)).expect("a day");
    let draft = Draft {
        outlet: Some(format!("Outlet {}", number % 40)),
        title: format!("Ferry burns {number}"),
        published: Some(day),
        url: Some(format!("https://outlet.example/{}", number - number % 20 / 19)),
        paragraphs,
        ..Draft::default()
    };
    let source = Source { path: "a".into(), entry: number + 1, member: None };
    Article::from_draft(draft, "a", Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
}

fn engine() -> Engine {
    Engine { version: "1".into(), model: "m".into(), settings: [("threshold".into(), 0.5)].into() }
}

fn comparison(articles: &[Article]) -> Comparison {
    let divergence = |kind: Kind| Divergence {
        id: DivergenceId(format!("{} {kind}", articles[0].id)),
        group: GroupId("g".into()),
        kind,
        relation: Relation::Conflict,
        score: 0.9,
        weight: 0.5,
        why: "x".repeat(20_000),
        readings: vec![],
    };
    Comparison {
        engine: engine(),
        articles: articles.iter().map(|article| article.id.clone()).collect(),
        divergences: Kind::ALL.map(divergence).to_vec(),
        ..Comparison::default()
    }
}
