use crate::invented::{Home, add, at, home};
use library::{Error, Library};
use story::{Article, ArticleId, Story, StoryId};

fn four() -> (Home, [Article; 4]) {
    let mut home = home();
    let lines = [
        "A | one | 2031-05-01 | https://a.example/1 | First.",
        "B | two | | | Second.",
        "C | three | | | Third.",
        "D | four | | | Fourth.",
    ];
    let articles = add(&mut home.library, "x", &lines);
    (home, articles.try_into().expect("four lines"))
}

fn found(articles: &[&Article]) -> Story {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    Story { id: StoryId::of(&ids), title: articles[0].title.clone(), articles: ids }
}

/// Titles of stories, each with the titles of its articles.
fn told(library: &Library) -> Vec<String> {
    let stories = library.stories().expect("sound");
    let title = |id: &ArticleId| library.article(id).expect("there").title;
    stories
        .iter()
        .map(|s| format!("{}: {}", s.title, s.articles.iter().map(title).collect::<Vec<_>>().join(" ")))
        .collect()
}

#[test]
fn automatic_stories_replace_one_another() {
    let (mut home, articles) = four();
    let [one, two, three, _] = articles.each_ref();
    home.library.set_stories(&[found(&[one, two]), found(&[three])]).expect("room");
    assert_eq!(told(&home.library), ["one: two one", "three: three"]);
    home.library.set_stories(&[found(&[two, three])]).expect("room");
    assert_eq!(told(&home.library), ["two: two three"]);
}

#[test]
fn what_was_placed_by_hand_stays_whatever_is_found() {
    let (mut home, articles) = four();
    let [one, two, three, four] = articles.each_ref();
    let (first, second) = (found(&[one, two]), found(&[three, four]));
    home.library.set_stories(&[first.clone(), second.clone()]).expect("room");
    home.library.move_articles(std::slice::from_ref(&four.id), &first.id, &at()).expect("both are there");
    home.library.set_stories(&[first.clone(), second]).expect("room");
    assert_eq!(told(&home.library), ["one: two four one", "three: three"]);
    home.library.set_stories(&[]).expect("room");
    assert_eq!(told(&home.library), ["one: two four one"], "what the user touched keeps its articles");
    let placed = home.library.placed_by_hand().expect("sound");
    assert_eq!(placed, [one, two, four].map(|article| (article.id.clone(), first.id.clone())).into());
}

#[test]
fn a_story_begun_by_hand_keeps_its_title_and_takes_no_id_from_another() {
    let (mut home, articles) = four();
    let [one, two, ..] = articles.each_ref();
    let alone = found(&[one]);
    let grown = Story { articles: vec![one.id.clone(), two.id.clone()], ..alone.clone() };
    home.library.set_stories(&[grown]).expect("room");
    let begun = home.library.begin_story(std::slice::from_ref(&one.id), "Mine", &at()).expect("the article is there");
    assert_ne!(begun, alone.id);
    let renamed = Story { id: begun, title: "Theirs".into(), articles: vec![two.id.clone()] };
    home.library.set_stories(&[renamed]).expect("room");
    assert_eq!(told(&home.library), ["Mine: two one"]);
}

#[test]
fn a_new_version_goes_where_the_user_placed_the_old_one() {
    let (mut home, articles) = four();
    let [one, two, ..] = articles.each_ref();
    home.library.set_stories(&[found(&[one]), found(&[two])]).expect("room");
    home.library.move_articles(std::slice::from_ref(&one.id), &found(&[two]).id, &at()).expect("both are there");
    add(&mut home.library, "later", &["A | one, later | 2031-05-02 | https://a.example/1/ | First, and more."]);
    assert_eq!(told(&home.library), ["two: two one, later"]);
    let (title, read) = home.library.story(&found(&[two]).id).expect("there");
    assert_eq!(title, "two");
    assert_eq!(read.iter().map(|article| article.title.as_str()).collect::<Vec<_>>(), ["two", "one, later"]);
}

#[test]
fn a_new_version_stays_in_the_story_that_was_found_for_the_old_one() {
    let (mut home, articles) = four();
    home.library.set_stories(&[found(&[&articles[0]])]).expect("room");
    let line = "A | one, later | 2031-05-02 | https://a.example/1 | First, and more.";
    let later = add(&mut home.library, "later", &[line]);
    assert_eq!(told(&home.library), ["one: one, later"]);
    let second = found(&[&articles[1]]);
    home.library.set_stories(&[Story { articles: vec![later[0].id.clone()], ..second }]).expect("room");
    assert_eq!(told(&home.library), ["two: one, later"], "what was found can be found otherwise");
}

#[test]
fn what_is_not_there_cannot_be_placed() {
    let (mut home, articles) = four();
    let nowhere = StoryId("0000".into());
    assert!(matches!(
        home.library.move_articles(&[articles[0].id.clone()], &nowhere, &at()),
        Err(Error::Unknown { what: "story", .. })
    ));
    let nobody = ArticleId("0000".into());
    assert!(matches!(home.library.begin_story(&[nobody], "x", &at()), Err(Error::Unknown { what: "article", .. })));
    assert!(matches!(home.library.story(&nowhere), Err(Error::Unknown { .. })));
}
