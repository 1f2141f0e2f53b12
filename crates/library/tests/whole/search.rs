use crate::invented::{add, home};
use library::{Filter, Found, Library, Query};
use proptest::prelude::*;
use story::Timestamp;

const LINES: [&str; 6] = [
    "Harbour Post | Ferry fire | 2031-05-03 | | Three crew were hurt when the ferry caught fire at the quay.",
    "Tidings | Café owner saw it | 2031-05-04 | | “It was not the ferry,” the owner of a café said of the fire boat.",
    "Žurnál | Požár trajektu | 2031-05-05 | | Trajekt začal hořet v přístavu. Nikdo nezemřel.",
    "港报 | 港口渡轮起火 | 2031-05-03 | | 一艘渡轮星期六在港口起火，三名船员受伤。",
    "Nihon no Koe | フェリー火災 | 2031-05-03 | | 港でフェリーが燃え、乗組員三人がけがをした。",
    "Hangang Ilbo | 여객선 화재 | 2031-05-03 | | 항구에서 여객선이 불에 탔다.",
];

fn search(library: &Library, words: &str, filter: Filter) -> Found {
    library.search(&Query { words: words.into(), filter, limit: 20, offset: 0 }).expect("no words are an error")
}

/// Outlets of the hits, and the words marked in each, title first.
fn check(words: &str, expected: &[(&str, &[&str])]) {
    let mut home = home();
    add(&mut home.library, "x", &LINES);
    let found = search(&home.library, words, Filter::default());
    let hits: Vec<(String, Vec<String>)> = found
        .hits
        .iter()
        .map(|hit| {
            let title = hit.title_matches.iter().map(|span| span.of(&hit.article.title));
            let body = hit.snippet.matches.iter().map(|span| span.of(&hit.snippet.text));
            (hit.article.outlet.clone(), title.chain(body).map(str::to_owned).collect())
        })
        .collect();
    let hits: Vec<(&str, Vec<&str>)> =
        hits.iter().map(|(outlet, marks)| (outlet.as_str(), marks.iter().map(String::as_str).collect())).collect();
    let expected: Vec<(&str, Vec<&str>)> = expected.iter().map(|(outlet, marks)| (*outlet, marks.to_vec())).collect();
    assert_eq!(hits, expected, "{words}");
    assert_eq!(found.total, expected.len());
}

#[test]
fn all_words_must_be_there_and_titles_weigh_more() {
    check("fire ferry", &[("Harbour Post", &["Ferry", "fire", "ferry", "fire"]), ("Tidings", &["ferry", "fire"])]);
    check("fire quay boat", &[]);
}

#[test]
fn words_in_quotes_stand_in_a_row() {
    check("“caught fire”", &[("Harbour Post", &["caught fire"])]);
    check("\"fire caught\"", &[]);
}

#[test]
fn a_star_finds_every_ending() {
    check("traj*", &[("Žurnál", &["trajektu", "Trajekt"])]);
}

#[test]
fn accents_and_large_letters_do_not_matter() {
    check("CAFE", &[("Tidings", &["Café", "café"])]);
    check("cafe\u{301}", &[("Tidings", &["Café", "café"])]);
    check("POZAR", &[("Žurnál", &["Požár"])]);
}

#[test]
fn words_are_found_in_scripts_that_do_not_part_them() {
    check("渡轮", &[("港报", &["渡轮", "渡轮"])]);
    check("渡轮 受伤", &[("港报", &["渡轮", "渡轮", "受伤"])]);
    check("轮渡", &[]);
    check("フェリー", &[("Nihon no Koe", &["フェリー", "フェリー"])]);
    check("여객선", &[("Hangang Ilbo", &["여객선", "여객선"])]);
}

#[test]
fn what_is_an_operator_elsewhere_is_a_word_here() {
    check("ferry NOT owner", &[("Tidings", &["owner", "not", "ferry", "owner"])]);
}

#[test]
fn hits_are_narrowed_counted_and_turned_over_like_pages() {
    let mut home = home();
    add(&mut home.library, "x", &LINES);
    let day = Timestamp::parse("2031-05-04");
    let later = search(&home.library, "fire", Filter { from: day, ..Filter::default() });
    assert_eq!((later.total, later.hits[0].article.outlet.as_str()), (1, "Tidings"));
    let outlet = Filter { outlet: Some("harbour post".into()), ..Filter::default() };
    assert_eq!(search(&home.library, "fire", outlet).total, 1);
    let second = Query { words: "fire".into(), filter: Filter::default(), limit: 1, offset: 1 };
    let second = home.library.search(&second).expect("sound");
    assert_eq!((second.total, second.hits.len(), second.hits[0].article.outlet.as_str()), (2, 1, "Tidings"));
}

#[test]
fn no_words_are_every_article_the_newest_first() {
    let mut home = home();
    add(&mut home.library, "x", &LINES);
    let all = search(&home.library, " ", Filter::default());
    assert_eq!((all.total, all.hits[0].article.outlet.as_str()), (6, "Žurnál"));
    assert_eq!(all.hits[0].snippet.text, "Trajekt začal hořet v přístavu. Nikdo nezemřel.");
}

#[test]
fn an_older_version_is_found_and_told_as_such() {
    let mut home = home();
    let line = "A | Toll | 2031-05-03 | https://a.example/toll | Nine were hurt.";
    add(&mut home.library, "early", &[line]);
    add(&mut home.library, "late", &[&line.replace("05-03", "05-04").replace("Nine", "Seven")]);
    let found = search(&home.library, "nine", Filter::default());
    assert!(!found.hits[0].article.current);
    assert!(search(&home.library, "seven", Filter::default()).hits[0].article.current);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_can_be_typed_is_an_error(words in r#"[\PC"*():^+\-\x00-\x1f “”渡ñ]{0,24}"#) {
        thread_local!(static HOME: crate::invented::Home = {
            let mut home = home();
            add(&mut home.library, "x", &LINES);
            home
        });
        HOME.with(|home| search(&home.library, &words, Filter::default()));
    }
}
