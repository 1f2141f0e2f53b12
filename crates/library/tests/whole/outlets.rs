use crate::invented::{Home, add, at, home};
use library::{Filter, Library, OutletEdit, Query, Versions};
use story::{Article, Story, StoryId};

fn three() -> (Home, Vec<Article>) {
    let mut home = home();
    let lines = [
        "Harbour Post | one | 2031-05-01 | | A ferry burned.",
        "HARBOUR POST | two | 2031-05-02 | | A ferry sank.",
        "Meridian News Agency | three | 2031-05-03 | | Nobody was hurt.",
    ];
    let articles = add(&mut home.library, "x", &lines);
    (home, articles)
}

/// `name (short): aliases; colour/pattern; articles`.
fn told(library: &Library) -> Vec<String> {
    let outlets = library.outlets().expect("sound").into_iter();
    let told = outlets.map(|o| {
        format!("{} ({}): {}; {}/{}; {}", o.name, o.short, o.aliases.join(", "), o.colour, o.pattern, o.articles)
    });
    told.collect()
}

fn edit(name: &str, aliases: &[&str]) -> OutletEdit {
    let aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
    OutletEdit { name: name.into(), short: String::new(), aliases, colour: 7, pattern: 5 }
}

#[test]
fn an_outlet_is_what_files_call_it_in_large_or_small_letters() {
    let (home, _) = three();
    assert_eq!(
        told(&home.library),
        ["Harbour Post (Harbour): ; 0/0; 2", "Meridian News Agency (MNA): ; 1/1; 1"],
        "colours come in the order in which outlets appeared"
    );
}

#[test]
fn articles_are_shown_under_the_present_name_and_keep_their_ids() {
    let (mut home, articles) = three();
    let ids = articles.iter().map(|article| article.id.clone()).collect::<Vec<_>>();
    let story = Story { id: StoryId::of(&ids), title: "Ferry".into(), articles: ids.clone() };
    home.library.set_stories(std::slice::from_ref(&story)).expect("room");
    home.library.edit_outlet("harbour post", &edit("The Harbour Post", &[]), &at()).expect("it is there");
    assert_eq!(told(&home.library)[1], "The Harbour Post (Harbour): Harbour Post; 7/5; 2");
    let shown = |articles: Vec<Article>| articles.into_iter().map(|a| (a.id, a.outlet)).collect::<Vec<_>>();
    let names = ["The Harbour Post", "The Harbour Post", "Meridian News Agency"];
    let expected: Vec<_> = ids.iter().cloned().zip(names.map(str::to_owned)).collect();
    assert_eq!(shown(home.library.articles(Versions::All).expect("sound")), expected);
    assert_eq!(shown(home.library.story(&story.id).expect("there").1), expected);
    let filter = Filter { outlet: Some("harbour post".into()), ..Filter::default() };
    let listed: Vec<String> = home.library.list(&filter).expect("sound").into_iter().map(|a| a.outlet).collect();
    assert_eq!(listed, names[..2]);
    let found = home.library.search(&Query { words: "ferry".into(), filter, limit: 9, offset: 0 }).expect("sound");
    assert!(found.hits.iter().all(|hit| hit.article.outlet == names[0]) && found.total == 2);
    let of_file = home.library.articles_of_file(&articles[0].sha256).expect("sound");
    assert_eq!(of_file, articles, "what a file said stays");
    assert_eq!(home.library.check().expect("readable"), []);
}

#[test]
fn an_alias_makes_two_outlets_one_and_parts_them_again() {
    let (mut home, _) = three();
    let both = edit("Harbour Post", &["meridian news agency", "MNA Wire"]);
    home.library.edit_outlet("Harbour Post", &both, &at()).expect("it is there");
    assert_eq!(told(&home.library), ["Harbour Post (Harbour): MNA Wire, meridian news agency; 7/5; 3"]);
    add(&mut home.library, "later", &["mna wire | four | | | Later."]);
    assert_eq!(told(&home.library), ["Harbour Post (Harbour): MNA Wire, meridian news agency; 7/5; 4"]);
    home.library.edit_outlet("Harbour Post", &edit("Harbour Post", &["MNA Wire"]), &at()).expect("it is there");
    let apart = ["Harbour Post (Harbour): MNA Wire; 7/5; 3", "Meridian News Agency (MNA): ; 0/0; 1"];
    assert_eq!(told(&home.library), apart);
    for _ in 0..2 {
        home.library.undo().expect("room").expect("two acts");
    }
    assert_eq!(told(&home.library)[0], "Harbour Post (Harbour): ; 0/0; 2");
}

#[test]
fn an_outlet_keeps_the_name_it_had_when_it_takes_that_of_another() {
    let (mut home, _) = three();
    let edit = edit("Meridian News Agency", &[]);
    home.library.edit_outlet("Harbour Post", &edit, &at()).expect("it is there");
    assert_eq!(told(&home.library), ["Meridian News Agency (MNA): Harbour Post; 7/5; 3"]);
    assert!(home.library.edit_outlet("Courier", &edit, &at()).is_err());
    assert!(home.library.edit_outlet("Harbour Post", &OutletEdit { name: " ".into(), ..edit }, &at()).is_err());
}

#[test]
fn host_title_and_title_with_a_country_are_one_outlet_in_any_order() {
    let names = ["www.thealderpost.co.uk", "The Alder Post", "Alder Post (UK)"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let mut home = home();
        for at in order {
            add(
                &mut home.library,
                names[at],
                &[&format!("{} | Fire | 2031-05-03 | | {at} ferries burned.", names[at])],
            );
        }
        let outlets = home.library.outlets().expect("sound");
        assert_eq!((outlets.len(), outlets[0].articles), (1, 3), "{order:?}: {outlets:?}");
        assert!(outlets[0].name.contains("Alder Post"), "a title is shown in place of a host: {outlets:?}");
    }
}

#[test]
fn an_outlet_of_another_country_stays_apart() {
    let mut home = home();
    for name in ["Alder Post (UK)", "Alder Post (Nigeria)", "alderpost.ng"] {
        add(&mut home.library, name, &[&format!("{name} | Fire | 2031-05-03 | | A ferry burned.")]);
    }
    assert_eq!(home.library.outlets().expect("sound").len(), 3);
}

#[test]
fn the_site_that_an_outlet_publishes_at_is_a_name_of_it() {
    let mut home = home();
    let page =
        |outlet: &str, host: &str| format!("{outlet} | Fire | 2031-05-03 | https://{host}/fire | A ferry burned.");
    add(&mut home.library, "a", &[&page("The New Alder Times", "www.natimes.example")]);
    add(&mut home.library, "b", &[&page("natimes.example", "natimes.example")]);
    add(&mut home.library, "c", &[&page("Harbour Wire", "portal.example")]);
    add(&mut home.library, "d", &[&page("portal.example", "portal.example")]);
    let outlets = home.library.outlets().expect("sound");
    let names: Vec<&str> = outlets.iter().map(|outlet| outlet.name.as_str()).collect();
    assert_eq!(
        names,
        ["Harbour Wire", "The New Alder Times", "portal.example"],
        "a portal is not the agency it carries"
    );
}
