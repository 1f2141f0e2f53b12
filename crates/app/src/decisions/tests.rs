//! Decisions last: through other articles, other rows, other versions.

use super::*;
use crate::{
    files::{Input, Reading},
    import::import,
};
use library::Filter;
use story::{ClaimGroup, GroupId, Kind};

const THREE: &str = "outlet,title,published,url,text\n\
    Harbour Post,Ferry burns,2031-05-03,https://post.example/1,A ferry burned at the quay in Lund on Saturday. Three people were hurt in the fire. The owner of the ferry said the engine had failed.\n\
    Tidings,Fire on ferry,2031-05-04,https://tidings.example/1,A ferry burned at the quay in Lund on Saturday. Seven people were hurt in the fire. The engine had failed said the owner of the ferry.\n\
    Islander,Ferry on fire,2031-05-05,https://islander.example/1,A ferry burned at the quay in Lund on Saturday. Nine people were hurt in the fire.\n";
const FOURTH: &str = "outlet,title,published,url,text\n\
    Wire,Ferry fire,2031-05-06,https://wire.example/1,A ferry burned at the quay in Lund on Saturday. Ten people were hurt in the fire.\n";

struct Desk {
    library: Library,
    story: StoryId,
    _folder: tempfile::TempDir,
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
        let articles = added(&mut library, THREE);
        let story = library.begin_story(&articles, "The ferry", &now()).expect("they are there");
        Self { library, story, _folder: folder }
    }

    fn compared(&mut self) -> Compared {
        compare_kept(&mut self.library, &self.story, &Settings::default(), &go_on).expect("it is there")
    }

    fn say(&mut self, divergence: &DivergenceId, say: Say) -> Compared {
        decide(&mut self.library, &self.story, divergence, say, &Settings::default(), &go_on).expect("it is there")
    }

    fn relink(&mut self, asked: &Relink) -> Compared {
        relink(&mut self.library, &self.story, asked, &Settings::default(), &go_on).expect("it can be done")
    }

    fn place(&mut self, csv: &str) {
        let articles = added(&mut self.library, csv);
        self.library.move_articles(&articles, &self.story, &now()).expect("they are there");
    }
}

/// The articles that a file brings, in the order of publication.
fn added(library: &mut Library, csv: &str) -> Vec<ArticleId> {
    let all = |library: &Library| library.list(&Filter::default()).expect("sound");
    let before: Vec<ArticleId> = all(library).into_iter().map(|listed| listed.id).collect();
    let input = Input::Bytes { name: "may.csv".into(), bytes: csv.into() };
    assert!(import(library, &[input], &Reading::default(), &go_on).stopped.is_none());
    all(library).into_iter().map(|listed| listed.id).filter(|id| !before.contains(id)).collect()
}

fn figure(compared: &Compared) -> DivergenceId {
    let found = compared.comparison.divergences.iter().find(|found| found.kind == Kind::Figure);
    found.expect("the outlets give different figures").id.clone()
}

/// Each row as the articles' numbers and the claims' first words.
fn rows(compared: &Compared) -> Vec<String> {
    let told = |group: &ClaimGroup| {
        let claims = group.claims.iter().map(|id| {
            let claim = compared.comparison.claims.iter().find(|claim| claim.id == *id).expect("it is there");
            let article =
                compared.articles.iter().position(|article| article.id == claim.article).expect("it is there");
            format!("{article}:{}", claim.text.split(' ').next().unwrap_or_default())
        });
        claims.collect::<Vec<_>>().join(" ")
    };
    compared.comparison.groups.iter().map(told).collect()
}

fn row(compared: &Compared, told: &str) -> GroupId {
    let at = rows(compared).iter().position(|row| row == told);
    compared.comparison.groups[at.unwrap_or_else(|| panic!("{told} is in {:?}", rows(compared)))].id.clone()
}

fn claim(compared: &Compared, article: usize, begins: &str) -> ClaimId {
    let of_article = compared.comparison.claims.iter().filter(|claim| claim.article == compared.articles[article].id);
    let found = of_article.into_iter().find(|claim| claim.text.starts_with(begins));
    found.expect("it stands in the article").id.clone()
}

#[test]
fn a_decision_stays_with_its_finding_when_an_article_is_added() {
    let mut desk = Desk::new();
    let first = desk.compared();
    let divergence = figure(&first);
    desk.say(&divergence, Say::Confirm);
    let said = desk.say(&divergence, Say::Annotate("  The hospital counts nine. ".into()));
    assert_eq!(said.decided.findings.len(), 1);
    desk.place(FOURTH);
    let second = desk.compared();
    assert_ne!(figure(&second), divergence, "it has more evidence now");
    let decided = &second.decided.findings[0];
    let at = decided.divergence.expect("it is still supported");
    assert_eq!(second.comparison.divergences[at].id, figure(&second));
    assert_eq!(
        (decided.decision.verdict, decided.decision.note.as_str()),
        (Some(Verdict::Confirmed), "The hospital counts nine.")
    );
    let third = desk.say(&figure(&second), Say::Dismiss);
    assert_eq!(third.decided.findings.len(), 1, "one finding has one decision");
    assert_eq!(third.decided.of(at).map(|decision| decision.note.as_str()), Some("The hospital counts nine."));
}

#[test]
fn a_decision_that_is_no_longer_supported_is_kept_and_can_be_taken_back() {
    let mut desk = Desk::new();
    let first = desk.compared();
    let divergence = figure(&first);
    desk.say(&divergence, Say::Dismiss);
    let gone: Vec<ArticleId> = first.articles[1..].iter().map(|article| article.id.clone()).collect();
    desk.library.unsort_articles(&gone, &now()).expect("they are there");
    desk.place("outlet,title,published,url,text\nTidings,Fire on ferry,2031-05-04,https://tidings.example/1,A ferry burned at the quay in Lund on Saturday. Eight people were hurt in the fire.\n");
    let second = desk.compared();
    assert_eq!(second.decided.findings.len(), 1);
    assert_eq!(second.decided.findings[0].divergence, None, "the words were said in another version");
    let third = desk.say(&divergence, Say::Reopen);
    assert!(third.decided.is_empty());
}

#[test]
fn a_cut_and_a_pin_last_and_can_be_freed() {
    let mut desk = Desk::new();
    let first = desk.compared();
    assert!(rows(&first).contains(&"0:Three 1:Seven 2:Nine".to_owned()), "{:?}", rows(&first));
    let (three, seven, nine) = (claim(&first, 0, "Three"), claim(&first, 1, "Seven"), claim(&first, 2, "Nine"));
    let cut = desk.relink(&Relink::Cut(three.clone(), nine.clone()));
    let apart = |compared: &Compared| {
        !compared.comparison.groups.iter().any(|group| group.claims.contains(&three) && group.claims.contains(&nine))
    };
    assert!(apart(&cut));
    desk.place(FOURTH);
    assert!(apart(&desk.compared()));
    let pinned = desk.relink(&Relink::Pin(nine.clone(), three.clone()));
    assert!(!apart(&pinned) && pinned.decided.links.len() == 1, "the last word counts");
    let freed = desk.relink(&Relink::Free(three.clone(), nine.clone()));
    assert!(freed.decided.is_empty());
    let refused = relink(&mut desk.library, &desk.story, &Relink::Free(three, seven), &Settings::default(), &go_on);
    assert!(matches!(refused, Err(Stopped::Refused(_))));
}

#[test]
fn rows_are_merged_and_split_as_asked() {
    let mut desk = Desk::new();
    let first = desk.compared();
    let merge = Relink::Merge(row(&first, "0:A 1:A 2:A"), row(&first, "0:Three 1:Seven 2:Nine"));
    let merged = desk.relink(&merge);
    let whole = "0:A 0:Three 1:A 1:Seven 2:A 2:Nine";
    assert!(rows(&merged).contains(&whole.to_owned()), "{:?}", rows(&merged));
    let numbers: Vec<ClaimId> =
        [(0, "Three"), (1, "Seven"), (2, "Nine")].map(|(article, begins)| claim(&merged, article, begins)).into();
    let split = desk.relink(&Relink::Split { row: row(&merged, whole), claims: numbers });
    assert!(rows(&split).contains(&"0:Three 1:Seven 2:Nine".to_owned()), "{:?}", rows(&split));
    assert!(rows(&split).contains(&"0:A 1:A 2:A".to_owned()), "{:?}", rows(&split));
}

#[test]
fn what_was_ruled_is_undone_with_all_of_its_links() {
    let mut desk = Desk::new();
    let first = desk.compared();
    let merged = desk.relink(&Relink::Merge(row(&first, "0:A 1:A 2:A"), row(&first, "0:Three 1:Seven 2:Nine")));
    assert_ne!(rows(&merged), rows(&first));
    desk.library.undo().expect("sound");
    assert_eq!(rows(&desk.compared()), rows(&first));
}
