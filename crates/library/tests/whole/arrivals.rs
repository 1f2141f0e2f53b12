use crate::invented::{File, add, file, home};
use library::{Added, Arrival, Error, Filter, Versions};
use proptest::prelude::*;
use story::{Article, Draft, Importer, Oddity, Remedy, Sha256, Source, Timestamp};

const QUAY: &str =
    "Harbour Post | Fire on the quay | 2031-05-03 | https://harbour.example/quay | A ferry burned at the quay.";

#[test]
fn what_goes_in_comes_out() {
    let mut home = home();
    let file = file("may.csv", &[QUAY, "Tidings | | | | Nothing is known of this one."]);
    assert_eq!(file.arrive(&mut home.library), Added::New { articles: 2, known: 0, oddities: vec![] });
    assert_eq!(home.library.articles(Versions::All).expect("sound"), file.articles);
    assert_eq!(home.library.article(&file.articles[1].id).expect("there"), file.articles[1]);
    let kept = &home.library.files().expect("sound")[0];
    assert_eq!((kept.name.as_str(), kept.size, kept.articles), ("may.csv", 7, 2));
    assert_eq!(kept.imported_at.as_str(), "2031-05-04T10:00:00Z");
}

#[test]
fn the_same_bytes_twice_are_one_file() {
    let mut home = home();
    let file = file("may.csv", &[QUAY]);
    file.arrive(&mut home.library);
    let copy = File { name: "copy of may.csv".into(), articles: file.articles.clone() };
    let Added::Duplicate { of } = copy.arrive(&mut home.library) else { panic!("the bytes are known") };
    assert_eq!(of.name, "may.csv");
    assert_eq!(home.library.files().expect("sound").len(), 1);
}

#[test]
fn an_article_that_two_files_bring_is_one_article() {
    let mut home = home();
    let first = add(&mut home.library, "may.csv", &[QUAY]);
    let mut second = file("more.csv", &["Tidings | Other | | | Another text.", QUAY]);
    second.articles[1].byline = Some("A. Reporter".into());
    assert_eq!(second.arrive(&mut home.library), Added::New { articles: 1, known: 1, oddities: vec![] });
    assert_eq!(home.library.article(&first[0].id).expect("there"), first[0]);
    let again = home.library.articles_of_file(&second.articles[0].sha256).expect("sound");
    assert_eq!(again, second.articles, "the second file keeps all that it said");
}

#[test]
fn the_same_text_under_two_urls_is_noted_and_found_again() {
    let mut home = home();
    let first = add(&mut home.library, "a.html", &[QUAY]);
    let reprint = file("b.html", &[&QUAY.replace("Harbour Post", "Tidings").replace("harbour.", "tidings.")]);
    let Added::New { oddities, .. } = reprint.arrive(&mut home.library) else { panic!("new bytes") };
    assert_eq!(oddities.len(), 1);
    assert_eq!(oddities[0].remedy, Remedy::Nothing);
    assert_eq!(
        oddities[0].what,
        "The same text is in the library as “Fire on the quay”, Harbour Post (https://harbour.example/quay)."
    );
    assert_eq!(home.library.files().expect("sound")[1].oddities, oddities);
    let same = home.library.same_text(&reprint.articles[0].id).expect("sound");
    assert_eq!(same.len(), 1);
    assert_eq!(same[0].id, first[0].id);
}

#[test]
fn captures_of_one_url_are_versions_and_the_latest_is_current() {
    let mut home = home();
    let early = &QUAY.replace("2031-05-03 ", "2031-05-03T08:00Z ");
    let late = &QUAY.replace("2031-05-03 ", "2031-05-03T14:00+02:00 ").replace("A ferry", "Two ferries");
    let shared =
        &late.replace("2031-05-03T14:00+02:00", "").replace("/quay", "/quay/?utm_source=x").replace("Two", "Some");
    for (name, line) in [("late", late), ("early", early), ("shared", shared)] {
        add(&mut home.library, name, &[line]);
    }
    let id = home.library.articles(Versions::Current).expect("sound")[0].id.clone();
    let versions = home.library.versions(&id).expect("sound");
    let files: Vec<(&str, bool)> = versions.iter().map(|v| (v.file.as_str(), v.current)).collect();
    assert_eq!(files, [("shared", false), ("early", false), ("late", true)]);
    assert_eq!(home.library.articles(Versions::Current).expect("sound").len(), 1);
    assert_eq!(home.library.articles(Versions::All).expect("sound").len(), 3);
}

#[test]
fn of_captures_at_the_same_time_the_last_imported_is_current() {
    let mut home = home();
    add(&mut home.library, "one", &[QUAY]);
    add(&mut home.library, "two", &[&QUAY.replace("burned", "sank")]);
    assert_eq!(home.library.articles(Versions::Current).expect("sound")[0].body, "A ferry sank at the quay.");
}

#[test]
fn a_file_without_an_article_is_kept_with_its_reason_and_may_come_again() {
    let mut home = home();
    let oddity = Oddity {
        path: "x.pdf".into(),
        entry: Some(3),
        member: Some("x.pdf".into()),
        remedy: Remedy::FetchAgain,
        what: "It ends in the middle.".into(),
        advice: "Get it again.".into(),
    };
    let (sha256, at) = (Sha256::of(b"x"), Timestamp::parse("2031-05-04").expect("a day"));
    let oddities = [oddity];
    let arrival = Arrival { name: "x.pdf", size: 1, sha256: &sha256, at: &at, articles: &[], oddities: &oddities };
    home.library.add(arrival).expect("room");
    assert_eq!(home.library.file(&sha256).expect("sound").expect("kept").oddities, oddities);

    let read_better = file("x.pdf", &[QUAY]).articles;
    let added = home.library.add(Arrival { articles: &read_better, oddities: &[], ..arrival }).expect("room");
    assert_eq!(added, Added::New { articles: 1, known: 0, oddities: vec![] });
    let files = home.library.files().expect("sound");
    assert_eq!((files.len(), files[0].articles, files[0].oddities.len()), (1, 1, 0));
}

#[test]
fn lists_are_narrowed_by_outlet_and_day() {
    let mut home = home();
    let line = |outlet: &str, day: &str| format!("{outlet} | {day} | {day} | | {outlet} wrote on {day}");
    let lines = [
        line("Žurnál", "2031-04-30"),
        line("Žurnál", "2031-05"),
        line("Tidings", "2031-05-02T23:59-05:00"),
        line("Tidings", ""),
    ];
    add(&mut home.library, "x", &lines.each_ref().map(String::as_str));
    let check = |outlet: &str, from: &str, until: &str, expected: &[&str]| {
        let filter = Filter {
            outlet: Some(outlet.to_owned()).filter(|outlet| !outlet.is_empty()),
            from: Timestamp::parse(from),
            until: Timestamp::parse(until),
            kind: None,
        };
        let titles: Vec<String> = home.library.list(&filter).expect("sound").into_iter().map(|a| a.title).collect();
        assert_eq!(titles, expected, "{filter:?}");
    };
    check("", "", "", &["", "2031-04-30", "2031-05", "2031-05-02T23:59-05:00"]);
    check("ŽURNÁL", "", "", &["2031-04-30", "2031-05"]);
    check("", "2031-05", "", &["2031-05", "2031-05-02T23:59-05:00"]);
    check("", "", "2031-04", &["2031-04-30"]);
    check("", "2031-05-02", "2031-05-02T10:00", &["2031-05-02T23:59-05:00"]);
    check("nobody", "", "", &[]);
}

#[test]
fn an_article_can_be_named_by_the_beginning_of_its_id() {
    let mut home = home();
    let article = add(&mut home.library, "x", &[QUAY]).remove(0);
    assert_eq!(home.library.article_named(&article.id.0[..6]).expect("there"), article.id);
    for name in ["", "%", "zz", "000000000000000000000000"] {
        assert!(matches!(home.library.article_named(name), Err(Error::Unknown { .. })), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Exported from one library and imported into another, articles are the same, whatever they say.
    #[test]
    fn export_then_import_gives_back_the_same(texts in prop::collection::vec(any::<[String; 5]>(), 1..6)) {
        let articles: Vec<Article> = texts.into_iter().enumerate().map(|(at, text)| invented(at, text)).collect();
        let mut first = home();
        File { name: "a".into(), articles }.arrive(&mut first.library);
        let exported = first.library.articles(Versions::All).expect("sound");
        let mut second = home();
        File { name: "b".into(), articles: exported.clone() }.arrive(&mut second.library);
        prop_assert_eq!(second.library.articles(Versions::All).expect("sound"), exported);
        prop_assert_eq!(second.library.check().expect("readable"), vec![]);
    }
}

fn invented(at: usize, [outlet, title, byline, url, body]: [String; 5]) -> Article {
    let draft = Draft {
        outlet: Some(outlet),
        title,
        byline: Some(byline),
        modified: Timestamp::parse("2031-05"),
        url: Some(url),
        paragraphs: vec![body],
        ..Draft::default()
    };
    let source = Source { path: "a".into(), entry: at + 1, member: None };
    Article::from_draft(draft, "a", Sha256::of(b"a"), source, Importer { name: "text".into(), version: 1 })
}
