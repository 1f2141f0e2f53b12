use crate::invented::{add, empty, home};
use library::Library;
use rusqlite::Connection;
use story::{Article, ClaimGroup, ClaimId, Comparison, Engine, GroupId, Link, StoryId};

fn comparison(articles: &[Article], version: &str) -> Comparison {
    let engine =
        Engine { version: version.into(), model: "m".into(), settings: [("threshold".into(), 0.1 + 0.2)].into() };
    let id = |claim: &str| ClaimId(claim.into());
    // A number that a hasty reader of JSON gets wrong in the last digit.
    let links = vec![Link { a: id("a"), b: id("b"), score: 0.122_871_340_000_000_01 }];
    let group =
        ClaimGroup { id: GroupId("g".into()), claims: vec![], links, omissions: vec![], emphasis: vec![], origins: 1 };
    Comparison { groups: vec![group], ..empty(articles, engine) }
}

fn two() -> (crate::invented::Home, Vec<Article>) {
    let mut home = home();
    let articles = add(&mut home.library, "x", &["A | one | | | First.", "B | two | | | Second."]);
    (home, articles)
}

fn story() -> StoryId {
    StoryId("5".into())
}

fn kept(library: &mut Library, articles: &[Article], engine: &Engine) -> Option<Comparison> {
    library.comparison(&story(), articles, &[], engine).expect("sound")
}

#[test]
fn a_comparison_comes_back_to_the_last_bit_in_any_order_of_articles() {
    let (mut home, mut articles) = two();
    let made = comparison(&articles, "1");
    assert_eq!(kept(&mut home.library, &articles, &made.engine), None);
    home.library.keep_comparison(&story(), &articles, &[], &made).expect("room");
    articles.reverse();
    assert_eq!(kept(&mut home.library, &articles, &made.engine), Some(made));
}

#[test]
fn other_articles_settings_or_engines_have_their_own() {
    let (mut home, mut articles) = two();
    let made = comparison(&articles, "1");
    home.library.keep_comparison(&story(), &articles, &[], &made).expect("room");
    let stricter = Engine { settings: [("threshold".into(), 0.3)].into(), ..made.engine.clone() };
    assert_eq!(kept(&mut home.library, &articles, &stricter), None);
    assert_eq!(kept(&mut home.library, &articles[..1], &made.engine), None);
    articles[0].language = "fr".into();
    assert_eq!(kept(&mut home.library, &articles, &made.engine), None, "the engine reads French otherwise");
}

#[test]
fn what_an_older_engine_made_is_dropped() {
    let (mut home, articles) = two();
    let (old, new) = (comparison(&articles, "1"), comparison(&articles, "2"));
    home.library.keep_comparison(&story(), &articles, &[], &old).expect("room");
    home.library.keep_comparison(&story(), &articles, &[], &new).expect("room");
    assert_eq!(kept(&mut home.library, &articles, &old.engine), None);
    assert_eq!(kept(&mut home.library, &articles, &new.engine), Some(new));
}

#[test]
fn a_comparison_that_cannot_be_read_is_not_there() {
    let (mut home, articles) = two();
    let made = comparison(&articles, "1");
    home.library.keep_comparison(&story(), &articles, &[], &made).expect("room");
    let by_hand = Connection::open(home.library.path()).expect("a database");
    by_hand.execute("UPDATE comparisons SET comparison = '{}'", []).expect("a table");
    assert_eq!(kept(&mut home.library, &articles, &made.engine), None);
}
