use crate::invented::{Home, add, at, home};
use library::{Library, Rulings};
use story::{
    Article, ArticleId, ClaimId, Decisions, DivergenceId, Evidence, FindingDecision, Kind, LinkDecision, LinkRuling,
    Passage, Reading, Span, StoryId, Timestamp, Verdict,
};

fn three() -> (Home, Vec<Article>) {
    let mut home = home();
    let articles = add(&mut home.library, "x", &["A | one | | | One.", "B | two | | | Two.", "C | three | | | Three."]);
    (home, articles)
}

fn reading(article: &Article) -> Reading {
    let (span, claim) = (Span::new(0, article.body.len()), ClaimId(format!("{}-0", article.id)));
    let evidence = Evidence { claim, article: article.id.clone(), span, text: article.body.clone() };
    Reading { value: article.title.clone(), outlets: vec![article.outlet.clone()], evidence: vec![evidence] }
}

fn finding(articles: &[&Article], verdict: Option<Verdict>, note: &str, when: &str) -> FindingDecision {
    let readings: Vec<Reading> = articles.iter().map(|article| reading(article)).collect();
    FindingDecision {
        divergence: DivergenceId::of(Kind::Figure, &readings),
        kind: Kind::Figure,
        readings,
        verdict,
        note: note.into(),
        at: Timestamp::parse(when).expect("a day"),
    }
}

fn link(a: &Article, b: &Article, ruling: LinkRuling) -> LinkDecision {
    let passage = |article: &Article| Passage {
        article: article.id.clone(),
        span: Span::new(0, article.body.len()),
        text: article.body.clone(),
    };
    let (a, b) = (passage(a), passage(b));
    LinkDecision { a: a.clone().min(b.clone()), b: a.max(b), ruling, at: at() }
}

fn rule(library: &mut Library, findings: &[FindingDecision], links: &[LinkDecision]) {
    let rulings = Rulings { findings: findings.to_vec(), links: links.to_vec(), freed: vec![] };
    library.rule("decide", &StoryId("5".into()), &rulings, &at()).expect("room");
}

fn about(library: &Library, articles: &[&Article]) -> Decisions {
    let ids: Vec<ArticleId> = articles.iter().map(|article| article.id.clone()).collect();
    library.decisions_about(&ids).expect("sound")
}

#[test]
fn what_was_ruled_is_found_by_any_article_that_it_is_about() {
    let (mut home, articles) = three();
    let [one, two, three] = [&articles[0], &articles[1], &articles[2]];
    let early = finding(&[one, two], Some(Verdict::Confirmed), "", "2031-05-01");
    let late = finding(&[two, three], None, "Ask the agency.", "2031-05-02");
    let pinned = link(two, one, LinkRuling::Pinned);
    rule(&mut home.library, &[late.clone(), early.clone()], std::slice::from_ref(&pinned));
    let check = |articles: &[&Article], findings: &[&FindingDecision], links: &[&LinkDecision]| {
        let found = about(&home.library, articles);
        assert_eq!(found.findings.iter().collect::<Vec<_>>(), findings);
        assert_eq!(found.links.iter().collect::<Vec<_>>(), links);
    };
    check(&[one], &[&early], &[&pinned]);
    check(&[two], &[&early, &late], &[&pinned]);
    check(&[three], &[&late], &[]);
    check(&[three, one], &[&early, &late], &[&pinned]);
    check(&[], &[], &[]);
}

#[test]
fn the_last_word_counts_and_can_be_taken_back() {
    let (mut home, articles) = three();
    let both = [&articles[0], &articles[1]];
    let confirmed = finding(&both, Some(Verdict::Confirmed), "", "2031-05-01");
    let dismissed = FindingDecision { verdict: Some(Verdict::Dismissed), note: "No.".into(), ..confirmed.clone() };
    let reopened = FindingDecision { verdict: None, note: String::new(), ..confirmed.clone() };
    rule(&mut home.library, std::slice::from_ref(&confirmed), &[link(both[0], both[1], LinkRuling::Pinned)]);
    rule(&mut home.library, std::slice::from_ref(&dismissed), &[link(both[1], both[0], LinkRuling::Cut)]);
    let found = about(&home.library, &both);
    assert_eq!((found.findings, found.links.len(), found.links[0].ruling), (vec![dismissed], 1, LinkRuling::Cut));
    rule(&mut home.library, &[reopened], &[]);
    assert_eq!(about(&home.library, &both).findings, []);
    home.library.undo().expect("room");
    home.library.undo().expect("room");
    let found = about(&home.library, &both);
    assert_eq!((found.findings, found.links[0].ruling), (vec![confirmed], LinkRuling::Pinned));
    let LinkDecision { a, b, .. } = found.links[0].clone();
    let freed = Rulings { freed: vec![(b, a)], ..Rulings::default() };
    home.library.rule("free_link", &StoryId("5".into()), &freed, &at()).expect("room");
    assert_eq!(about(&home.library, &both).links, []);
}
