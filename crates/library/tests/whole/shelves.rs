use crate::invented::{Home, add, at, empty, home};
use library::{Card, Error, Filter, Library, Query, Rulings, Shelf};
use story::{
    Article, ArticleId, ClaimId, Comparison, Divergence, DivergenceId, Engine, Evidence, FindingDecision, GroupId,
    Kind, LinkDecision, LinkRuling, Origin, Passage, Reading, Relation, Span, Story, StoryId, Verdict,
};

const LINES: [&str; 5] = [
    "A | one | 2031-05-01 | https://a.example/1 | First of the ferry.",
    "B | two | 2031-05-02 | | Second of the ferry.",
    "C | three | 2031-05-03 | | Third of the bank.",
    "D | four | | | Fourth of the bank.",
    "E | five | 2031-05-09 | | Fifth of nothing.",
];

/// Two suggested stories of two articles each, and an article that is alone.
fn five() -> (Home, Vec<ArticleId>, [StoryId; 2]) {
    let mut home = home();
    let articles = add(&mut home.library, "x", &LINES);
    let stories = [found(&articles[..2]), found(&articles[2..4]), found(&articles[4..])];
    home.library.set_stories(&stories).expect("room");
    let [ferry, bank, _] = stories.map(|story| story.id);
    (home, articles.into_iter().map(|article| article.id).collect(), [ferry, bank])
}

fn found(articles: &[Article]) -> Story {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    Story { id: StoryId::of(&ids), title: articles[0].title.clone(), articles: ids }
}

fn engine() -> Engine {
    Engine { version: "1".into(), model: "m".into(), settings: [("threshold".into(), 0.5)].into() }
}

fn cards(library: &Library) -> Vec<Card> {
    library.cards(&engine()).expect("sound")
}

/// `title: outlets`, with a question mark for suggested ones.
fn told(library: &Library) -> Vec<String> {
    let told = |card: Card| {
        let mark = if card.accepted { "" } else { "?" };
        format!("{}{mark}: {}", card.title, card.outlets.join(" "))
    };
    cards(library).into_iter().map(told).collect()
}

fn on(library: &Library, shelf: &Shelf) -> Vec<String> {
    library.shelf(shelf).expect("sound").into_iter().map(|article| article.title).collect()
}

#[test]
fn a_suggested_story_has_a_card_and_an_article_alone_is_unsorted() {
    let (home, _, [ferry, _]) = five();
    assert_eq!(told(&home.library), ["three?: C D", "one?: A B"]);
    let unsorted = home.library.shelf(&Shelf::Unsorted).expect("sound");
    assert_eq!(unsorted.iter().map(|a| (a.title.as_str(), &a.story)).collect::<Vec<_>>(), [("five", &None)]);
    assert_eq!(on(&home.library, &Shelf::Story(ferry)), ["one", "two"]);
    let counts = home.library.counts().expect("sound");
    assert_eq!((counts.articles, counts.unsorted, counts.trashed), (5, 1, 0));
    let card = &cards(&home.library)[0];
    assert_eq!(card.last.as_ref().map(|last| last.as_str()), Some("2031-05-03"));
}

#[test]
fn what_the_user_touches_is_accepted() {
    let (mut home, ids, [ferry, bank]) = five();
    home.library.accept_story(&ferry, &at()).expect("there");
    home.library.rename_story(&bank, " Rates ", &at()).expect("there");
    home.library.begin_story(&ids[4..], "Nothing", &at()).expect("there");
    assert_eq!(told(&home.library), ["Nothing: E", "Rates: C D", "one: A B"]);
    assert!(matches!(home.library.rename_story(&ferry, " ", &at()), Err(Error::Unusable { .. })));
    home.library.set_stories(&[]).expect("room");
    assert_eq!(told(&home.library), ["Nothing: E", "Rates: C D", "one: A B"], "and keeps its articles");
}

#[test]
fn stories_are_merged_and_parted() {
    let (mut home, ids, [ferry, bank]) = five();
    home.library.merge_stories(&ferry, std::slice::from_ref(&bank), &at()).expect("there");
    assert_eq!(told(&home.library), ["one: A B C D"]);
    assert!(matches!(home.library.story(&bank), Err(Error::Unknown { .. })), "an empty story is not there");
    let parted = home.library.begin_story(&ids[1..3], "Parted", &at()).expect("there");
    assert_eq!(told(&home.library), ["Parted: B C", "one: A D"]);
    home.library.move_articles(&ids[4..], &parted, &at()).expect("there");
    assert_eq!(told(&home.library), ["Parted: B C E", "one: A D"]);
}

#[test]
fn what_was_taken_out_stays_out_until_it_is_put_somewhere() {
    let (mut home, ids, [ferry, bank]) = five();
    let suggested = home.library.stories().expect("sound");
    home.library.unsort_articles(&ids[1..2], &at()).expect("there");
    home.library.set_stories(&suggested).expect("room");
    home.library.add_stories(&suggested).expect("room");
    assert_eq!(told(&home.library), ["three?: C D"]);
    assert_eq!(on(&home.library, &Shelf::Unsorted), ["one", "two", "five"]);
    assert_eq!(home.library.unplaced().expect("sound"), []);
    home.library.move_articles(&ids[1..2], &bank, &at()).expect("there");
    assert_eq!(told(&home.library), ["three: B C D"]);
    assert_eq!(home.library.story(&ferry).expect("there").1.len(), 1);
}

#[test]
fn what_is_in_the_trash_counts_for_nothing_and_goes_back_where_it_was() {
    let (mut home, ids, [ferry, bank]) = five();
    home.library.trash_articles(&ids[..1], &at()).expect("there");
    home.library.trash_story(&bank, &at()).expect("there");
    assert_eq!(told(&home.library), [""; 0]);
    assert_eq!(on(&home.library, &Shelf::Trash), ["four", "one", "three"]);
    assert_eq!(on(&home.library, &Shelf::Unsorted), ["two", "five"]);
    let query = Query { words: "ferry OR bank".into(), filter: Filter::default(), limit: 9, offset: 0 };
    let words = |words: &str| Query { words: words.into(), ..query.clone() };
    assert_eq!(home.library.search(&words("bank")).expect("sound").total, 0);
    assert_eq!(home.library.search(&words("ferry")).expect("sound").total, 1);
    assert_eq!(home.library.list(&Filter::default()).expect("sound").len(), 2);
    assert!(matches!(home.library.story(&bank), Err(Error::Unknown { .. })));
    let counts = home.library.counts().expect("sound");
    assert_eq!((counts.articles, counts.unsorted, counts.trashed), (2, 2, 3));
    home.library.set_stories(&home.library.stories().expect("sound")).expect("room");
    home.library.restore_articles(&ids[..4], &at()).expect("there");
    assert_eq!(told(&home.library), ["three?: C D", "one?: A B"]);
    assert_eq!(home.library.story(&ferry).expect("there").1.len(), 2);
}

#[test]
fn all_captures_of_an_address_go_one_way() {
    let (mut home, ids, [ferry, bank]) = five();
    let line = LINES[0].replace("05-01", "05-04").replace("one", "one, later").replace("First", "Still first");
    let later = add(&mut home.library, "later", &[&line]);
    assert_eq!(on(&home.library, &Shelf::Story(ferry)), ["two", "one, later"]);
    home.library.move_articles(&[later[0].id.clone()], &bank, &at()).expect("there");
    home.library.trash_articles(&ids[..1], &at()).expect("there");
    assert_eq!(on(&home.library, &Shelf::Trash), ["one, later"]);
    let latest = line.replace("05-04", "05-05").replace("later", "latest");
    add(&mut home.library, "latest", &[&latest]);
    assert_eq!(on(&home.library, &Shelf::Story(bank)), ["four", "three", "one, latest"]);
    home.library.restore_articles(&ids[..1], &at()).expect("there");
    assert_eq!(on(&home.library, &Shelf::Trash), [""; 0]);
}

fn comparison(articles: &[Article], kinds: &[Kind]) -> Comparison {
    let evidence = |article: &Article| Evidence {
        claim: ClaimId(format!("{}-0", article.id)),
        article: article.id.clone(),
        span: Span::new(0, 1),
        text: article.body[..1].to_owned(),
    };
    let readings: Vec<Reading> = articles
        .iter()
        .map(|article| Reading {
            value: article.title.clone(),
            outlets: vec![article.outlet.clone()],
            evidence: vec![evidence(article)],
        })
        .collect();
    let divergence = |&kind: &Kind| Divergence {
        id: DivergenceId::of(kind, &readings),
        group: GroupId("g".into()),
        kind,
        relation: Relation::Conflict,
        score: 0.9,
        weight: 0.5,
        why: String::new(),
        readings: readings.clone(),
    };
    let nothing = empty(articles, engine());
    let origins = vec![Origin { articles: nothing.articles.clone(), overlap: 0.9 }];
    Comparison { divergences: kinds.iter().map(divergence).collect(), origins, ..nothing }
}

#[test]
fn a_card_says_what_the_comparison_of_the_story_as_it_is_now_found() {
    let (mut home, ids, [ferry, bank]) = five();
    let (_, articles) = home.library.story(&ferry).expect("there");
    let made = comparison(&articles, &[Kind::Time, Kind::Figure, Kind::Time]);
    home.library.keep_comparison(&ferry, &articles, &[], &made).expect("room");
    let compared = |library: &Library| {
        let card = cards(library).into_iter().find(|card| card.id == ferry).expect("on its shelf");
        (card.compared.map(|tally| (tally.origins, tally.divergences)), card.reviewed)
    };
    let expected = Some((1, vec![(Kind::Figure, 1), (Kind::Time, 2)]));
    assert_eq!(compared(&home.library), (expected.clone(), 0));

    let Divergence { id, kind, readings, .. } = made.divergences[0].clone();
    let verdict = Some(Verdict::Confirmed);
    let decision = FindingDecision { divergence: id, kind, readings, verdict, note: String::new(), at: at() };
    let rulings = Rulings { findings: vec![decision], ..Rulings::default() };
    home.library.rule("confirm_finding", &ferry, &rulings, &at()).expect("room");
    assert_eq!(compared(&home.library), (expected.clone(), 1));

    let passage =
        |article: &Article| Passage { article: article.id.clone(), span: Span::new(0, 5), text: "First".into() };
    let (a, b) = (passage(&articles[0]), passage(&articles[1]));
    let links = [LinkDecision { a: a.clone().min(b.clone()), b: a.max(b), ruling: LinkRuling::Cut, at: at() }];
    let rulings = Rulings { links: links.to_vec(), ..Rulings::default() };
    home.library.rule("cut_link", &ferry, &rulings, &at()).expect("room");
    assert_eq!(compared(&home.library), (None, 1), "under another ruling it is compared otherwise");
    home.library.keep_comparison(&ferry, &articles, &links, &comparison(&articles, &[])).expect("room");
    assert_eq!(compared(&home.library), (Some((1, vec![])), 1));
    home.library.undo().expect("room");
    assert_eq!(compared(&home.library), (expected.clone(), 1));

    home.library.move_articles(&ids[4..], &ferry, &at()).expect("there");
    assert_eq!(compared(&home.library), (None, 1), "with another article it is another story");
    home.library.undo().expect("room");
    assert_eq!(compared(&home.library), (expected, 1));
    assert_eq!(home.library.comparison(&ferry, &articles, &[], &engine()).expect("sound"), Some(made));

    let of_kind = |kind| {
        let filter = Filter { kind: Some(kind), ..Filter::default() };
        let query = Query { words: String::new(), filter, limit: 9, offset: 0 };
        let found = home.library.search(&query).expect("sound");
        found.hits.into_iter().map(|hit| (hit.article.title, hit.story_title)).collect::<Vec<_>>()
    };
    assert_eq!(of_kind(Kind::Time), [("two".into(), Some("one".into())), ("one".into(), Some("one".into()))]);
    assert_eq!(of_kind(Kind::Quote), []);
    assert_ne!(ferry, bank);
}

#[test]
fn the_version_that_was_chosen_counts_until_the_newest_is_chosen_again() {
    let (mut home, articles, [ferry, _]) = five();
    let newer = "A | one | 2031-05-01 | https://www.a.example/1/ | First of the ferry, mended.";
    let newest = "A | one | 2031-05-02 | https://a.example/1 | First of the ferry, mended twice.";
    let second = add(&mut home.library, "y", &[newer]).remove(0).id;
    let third = add(&mut home.library, "z", &[newest]).remove(0).id;
    let compared =
        |library: &Library| library.story(&ferry).expect("there").1.into_iter().map(|a| a.id).collect::<Vec<_>>();
    let first = articles[0].clone();
    assert!(compared(&home.library).contains(&third));

    assert_eq!(home.library.choose_version(&first, &at()).expect("there"), Some(ferry.clone()));
    assert_eq!(compared(&home.library), [first.clone(), articles[1].clone()]);
    let told = home.library.versions(&third).expect("sound");
    let told: Vec<_> = told.iter().map(|version| (&version.id, version.current, version.versions)).collect();
    assert_eq!(told, [(&first, true, 3), (&second, false, 3), (&third, false, 3)]);
    assert_eq!(
        home.library.cards(&Engine::default()).expect("sound").iter().map(|card| card.articles).sum::<usize>(),
        4
    );

    home.library.choose_version(&second, &at()).expect("there");
    assert!(compared(&home.library).contains(&second));
    let undone = home.library.undo().expect("sound").expect("an act");
    assert_eq!(
        (undone.act.name.as_str(), undone.act.story, undone.skipped),
        ("choose_version", Some(ferry.clone()), 0)
    );
    assert!(compared(&home.library).contains(&first));
    home.library.redo().expect("sound");
    assert!(compared(&home.library).contains(&second));

    home.library.choose_version(&third, &at()).expect("there");
    let fourth =
        add(&mut home.library, "w", &[&newest.replace("05-02", "05-03").replace("twice", "thrice")]).remove(0).id;
    assert!(compared(&home.library).contains(&fourth), "nothing is chosen any more");
}

#[test]
fn a_chosen_version_in_the_trash_gives_way() {
    let (mut home, articles, [ferry, _]) = five();
    let newer = add(&mut home.library, "y", &["A | one | 2031-05-02 | https://a.example/1 | Mended."]).remove(0).id;
    home.library.choose_version(&articles[0], &at()).expect("there");
    home.library.trash_story(&ferry, &at()).expect("there");
    home.library.undo().expect("sound");
    let told: Vec<_> =
        home.library.versions(&newer).expect("sound").into_iter().map(|version| version.current).collect();
    assert_eq!(told, [true, false]);
    assert!(home.library.choose_version(&ArticleId("none".into()), &at()).is_err());
}
