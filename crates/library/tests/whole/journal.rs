//! What a user does can be taken back and done again, as far as it goes, also after a restart.

use crate::invented::{Home, add, at, home};
use library::{Filter, Library, OutletEdit, Rulings, Shelf};
use proptest::prelude::*;
use std::fmt::Write;
use story::{
    Article, ArticleId, ClaimId, DivergenceId, Engine, Evidence, FindingDecision, Kind, LinkDecision, LinkRuling,
    Passage, Reading, Span, Story, StoryId, Verdict,
};

const LINES: [&str; 6] = [
    "Harbour Post | one | 2031-05-01 | https://harbour.example/1 | A ferry burned.",
    "Harbour Post | one, later | 2031-05-02 | https://harbour.example/1 | A ferry burned, and sank.",
    "Tidings | two | 2031-05-01 | | A ferry sank at the quay.",
    "tidings | three | 2031-05-02 | | Nobody was hurt.",
    "Northline | four | 2031-05-03 | | The bank raised rates.",
    "Courier | five | 2031-05-04 | | Rates were raised.",
];

fn six() -> (Home, Vec<Article>) {
    let mut home = home();
    let articles = add(&mut home.library, "x", &LINES);
    home.library.set_stories(&[found(&articles[1..4]), found(&articles[4..5]), found(&articles[5..])]).expect("room");
    (home, articles)
}

fn found(articles: &[Article]) -> Story {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    Story { id: StoryId::of(&ids), title: articles[0].title.clone(), articles: ids }
}

/// All that a user sees of a library.
fn content(library: &Library) -> String {
    let engine = Engine { version: "1".into(), model: "m".into(), settings: Default::default() };
    let all = library.list(&Filter::default()).expect("sound");
    let ids: Vec<ArticleId> = all.iter().map(|article| article.id.clone()).collect();
    let mut text = String::new();
    for part in [
        format!("{:#?}", library.cards(&engine).expect("sound")),
        format!("{:#?}", library.counts().expect("sound")),
        format!("{:#?}", library.shelf(&Shelf::Unsorted).expect("sound")),
        format!("{:#?}", library.shelf(&Shelf::Trash).expect("sound")),
        format!("{:#?}", library.outlets().expect("sound")),
        format!("{all:#?}"),
        format!("{:#?}", library.placed_by_hand().expect("sound")),
        format!("{:#?}", library.unplaced().expect("sound")),
        format!("{:#?}", library.decisions_about(&ids).expect("sound")),
    ] {
        writeln!(text, "{part}").expect("a string takes all");
    }
    text
}

fn undo_all(library: &mut Library) -> usize {
    let mut count = 0;
    while let Some(turned) = library.undo().expect("room") {
        assert_eq!(turned.skipped, 0, "{turned:?}");
        count += 1;
    }
    count
}

fn redo_all(library: &mut Library) -> usize {
    let mut count = 0;
    while let Some(turned) = library.redo().expect("room") {
        assert_eq!(turned.skipped, 0, "{turned:?}");
        count += 1;
    }
    count
}

fn reopened(library: Library) -> Library {
    let path = library.path().to_owned();
    drop(library);
    Library::open(path).expect("a library")
}

/// Something that a user may do; numbers are taken modulo what there is.
type Deed = (u8, usize, usize, u8);

fn deed() -> impl Strategy<Value = Deed> {
    (0..12_u8, 0..64_usize, 0..64_usize, any::<u8>())
}

fn act(library: &mut Library, articles: &[Article], (what, first, second, look): Deed) {
    let article = |at: usize| articles[at % articles.len()].id.clone();
    let two = [article(first), article(second)];
    let stories: Vec<StoryId> = library.stories().expect("sound").into_iter().map(|story| story.id).collect();
    let story = |at: usize| stories[at % stories.len()].clone();
    if stories.is_empty() && ![3, 5, 6, 8, 9].contains(&what) {
        return;
    }
    let outlets = library.outlets().expect("sound");
    let outlet = |at: usize| outlets[at % outlets.len()].name.clone();
    let done = match what {
        0 => library.rename_story(&story(first), &format!("Title {look}"), &at()),
        1 => library.accept_story(&story(first), &at()),
        2 => library.merge_stories(&story(first), &[story(second)], &at()),
        3 => library.begin_story(&two, &format!("Begun {look}"), &at()).map(|_| ()),
        4 => library.move_articles(&two, &story(second), &at()),
        5 => library.unsort_articles(&two[..1], &at()),
        6 => library.trash_articles(&two[..1], &at()),
        7 => library.trash_story(&story(first), &at()),
        8 => library.restore_articles(&two, &at()),
        9 => {
            let name = if look.is_multiple_of(2) { format!("Name {look}") } else { outlet(second) };
            let aliases = if look.is_multiple_of(3) { vec![] } else { vec![outlet(second), "An Alias".into()] };
            let edit = OutletEdit { name, short: String::new(), aliases, colour: look, pattern: look };
            library.edit_outlet(&outlet(first), &edit, &at())
        }
        10 => library.rule("confirm_finding", &story(first), &finding(&article(second), first, look), &at()),
        _ => library.rule("pin_link", &story(first), &link(&two, look), &at()),
    };
    done.expect("all that is named is there");
}

fn finding(article: &ArticleId, number: usize, look: u8) -> Rulings {
    let evidence = Evidence {
        claim: ClaimId(format!("{article}-0")),
        article: article.clone(),
        span: Span::new(0, 1),
        text: "A".into(),
    };
    let decision = FindingDecision {
        divergence: DivergenceId(format!("{}", number % 3)),
        kind: Kind::Figure,
        readings: vec![Reading { value: "“3”".into(), outlets: vec!["Tidings".into()], evidence: vec![evidence] }],
        verdict: [None, Some(Verdict::Confirmed), Some(Verdict::Dismissed)][usize::from(look) % 3],
        note: if look.is_multiple_of(2) { String::new() } else { "It's \"so\"; DROP TABLE journal; 🔥".into() },
        at: at(),
    };
    Rulings { findings: vec![decision], ..Rulings::default() }
}

fn link(articles: &[ArticleId; 2], look: u8) -> Rulings {
    let passage = |at: usize| Passage { article: articles[at].clone(), span: Span::new(at, at + 1), text: "x".into() };
    if look.is_multiple_of(3) {
        return Rulings { freed: vec![(passage(1), passage(0))], ..Rulings::default() };
    }
    let ruling = if look.is_multiple_of(2) { LinkRuling::Pinned } else { LinkRuling::Cut };
    let decision = LinkDecision { a: passage(0), b: passage(1), ruling, at: at() };
    Rulings { links: vec![decision], ..Rulings::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_can_be_taken_back_and_done_again(deeds in prop::collection::vec(deed(), 1..24), half in 0..24_usize) {
        let (mut home, articles) = six();
        let before = content(&home.library);
        let mut states = vec![before.clone()];
        for deed in deeds {
            act(&mut home.library, &articles, deed);
            states.push(content(&home.library));
        }
        let after = content(&home.library);
        home.library = reopened(home.library);
        let count = undo_all(&mut home.library);
        prop_assert_eq!(&content(&home.library), &before);
        home.library = reopened(home.library);
        prop_assert_eq!(redo_all(&mut home.library), count);
        prop_assert_eq!(content(&home.library), after);
        for _ in 0..half.min(count) {
            home.library.undo().expect("room");
            prop_assert!(states.contains(&content(&home.library)), "every step back is a state that was there");
        }
        undo_all(&mut home.library);
        prop_assert_eq!(content(&home.library), before);
        prop_assert_eq!(home.library.check().expect("readable"), vec![]);
    }
}

#[test]
fn what_comes_in_by_itself_meanwhile_stays_when_an_act_is_taken_back() {
    let (mut home, articles) = six();
    let begun = home.library.begin_story(&[articles[4].id.clone()], "Rates", &at()).expect("there");
    let later = add(&mut home.library, "later", &["Ledger | six | 2031-05-05 | | Rates rose."]);
    let grown = Story { id: begun.clone(), title: "Rates".into(), articles: vec![later[0].id.clone()] };
    home.library.add_stories(&[grown]).expect("room");
    let turned = home.library.undo().expect("room").expect("one act");
    assert_eq!((turned.act.name.as_str(), turned.act.story.as_ref(), turned.skipped), ("begin_story", Some(&begun), 0));
    let (title, left) = home.library.story(&begun).expect("what came in by itself is in it still");
    assert_eq!((title.as_str(), left.len()), ("Rates", 1));
    home.library.redo().expect("room").expect("one act");
    assert_eq!(home.library.story(&begun).expect("there").1.len(), 2);
    assert_eq!(home.library.check().expect("readable"), []);
}

#[test]
fn a_grouping_forgets_no_story_that_can_come_back() {
    let (mut home, articles) = six();
    let stories = home.library.stories().expect("sound");
    let before = content(&home.library);
    home.library.merge_stories(&stories[0].id, &[stories[1].id.clone()], &at()).expect("both are there");
    home.library.set_stories(&[found(&articles[5..])]).expect("room");
    home.library.undo().expect("room").expect("one act");
    home.library.set_stories(&[found(&articles[1..4]), found(&articles[4..5]), found(&articles[5..])]).expect("room");
    assert_eq!(content(&home.library), before);
}

#[test]
fn an_outlet_that_a_name_was_given_to_appears_when_that_is_taken_back() {
    let (mut home, _) = six();
    let aliases = vec!["The Ledger".to_owned()];
    let edit = OutletEdit { name: "Courier".into(), short: "Cou".into(), aliases, colour: 3, pattern: 3 };
    home.library.edit_outlet("Courier", &edit, &at()).expect("it is there");
    add(&mut home.library, "later", &["the ledger | six | 2031-05-05 | | Rates rose."]);
    let names = |library: &Library| library.outlets().expect("sound").into_iter().map(|o| o.name).collect::<Vec<_>>();
    assert_eq!(names(&home.library), ["Courier", "Harbour Post", "Northline", "Tidings"]);
    home.library.undo().expect("room").expect("one act");
    assert_eq!(names(&home.library), ["Courier", "Harbour Post", "Northline", "Tidings", "the ledger"]);
    home.library.redo().expect("room").expect("one act");
    assert_eq!(names(&home.library), ["Courier", "Harbour Post", "Northline", "Tidings"]);
}

#[test]
fn a_new_act_forgets_what_was_taken_back() {
    let (mut home, _) = six();
    let story = home.library.stories().expect("sound")[0].id.clone();
    home.library.rename_story(&story, "First", &at()).expect("there");
    home.library.rename_story(&story, "Second", &at()).expect("there");
    home.library.undo().expect("room");
    home.library.rename_story(&story, "First", &at()).expect("there");
    assert!(home.library.undoable().expect("sound").redo.is_some(), "nothing was changed, so nothing is forgotten");
    home.library.rename_story(&story, "Third", &at()).expect("there");
    let undoable = home.library.undoable().expect("sound");
    assert_eq!(undoable.undo.map(|act| (act.name, act.story)), Some(("rename_story".into(), Some(story))));
    assert_eq!((undoable.redo, home.library.redo().expect("sound")), (None, None));
}

#[test]
fn what_fails_in_the_middle_changes_nothing() {
    let (mut home, articles) = six();
    let before = content(&home.library);
    let two = [articles[5].id.clone(), ArticleId("0000".into())];
    assert!(home.library.trash_articles(&two, &at()).is_err());
    assert!(home.library.begin_story(&two, "x", &at()).is_err());
    assert_eq!(content(&home.library), before);
    assert_eq!(home.library.undo().expect("sound"), None);
}

#[test]
fn a_journal_of_others_does_nothing_but_put_rows() {
    let (mut home, _) = six();
    let story = home.library.stories().expect("sound")[0].id.clone();
    home.library.rename_story(&story, "Mine", &at()).expect("there");
    let stranger = rusqlite::Connection::open(home.library.path()).expect("a database");
    stranger
        .execute_batch(
            "INSERT INTO journal_changes (act, place, before, after) VALUES
                 (1, 'sqlite_schema', '{\"name\": \"files\"}', NULL), (1, 'files', NULL, '{\"number\": 1}'),
                 (1, 'membership', '{\"article\": 99, \"story\": 99, \"by_hand\": 1}', NULL),
                 (1, 'stories', '{\"number\": 1}', NULL), (1, 'trash', 'no JSON', NULL);",
        )
        .expect("a table");
    let turned = home.library.undo().expect("it is no error").expect("one act");
    assert_eq!(turned.skipped, 5);
    assert_eq!(home.library.check().expect("readable"), []);
}
