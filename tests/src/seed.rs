//! An article as people really paste it: the title twice, read time, photo credit, a stray "Live
//! Story", a report of a report, unnamed sources, scare quotes, an expert, a date without a year.
//!
//! The seed itself belongs to its publisher and is read where it lies beside the checkout; our own
//! twin of it is in tests/pasted.

use app::{
    Settings,
    compare::Compared,
    files::{self, Input, Reading},
};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};
use story::{Claim, Facet, Kind};

#[test]
fn our_twin_of_the_seed_imports_clean_and_its_facets_are_found() {
    let read = Read::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("pasted/report_of_a_report.txt"));
    read.check_head("Norland 'buys drones smuggled from Ostria' as coast war drags on: report", "2031-09-19");
    read.check_no_furniture(&["min read", "[Pressbild]", "Live Story", "19 September"]);
    read.check(Kind::Source, "Harbour Times", "Harbour Times");
    read.check(Kind::Source, "sources", "sources in the clan-run workshops");
    read.check(Kind::Source, "Mira Halvorsen", "senior fellow");
    read.check(Kind::Figure, "2000000", "approximately two million");
    read.check(Kind::Time, "2031-03-03", "3 March");
    read.check(Kind::Certainty, "alleged", "reportedly receiving");
    read.check(Kind::Certainty, "possible", "possibly");
    read.check(Kind::Certainty, "quoted", "buys drones smuggled from Ostria");
}

#[test]
fn the_seed_imports_clean_and_its_facets_are_found() {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seed/000_a4a0cabbe82ea89a.txt");
    if !seed.exists() {
        return; // the twin above is checked everywhere
    }
    let read = Read::of(&seed);
    read.check_head("Russia 'uses weapons smuggled from Iraq' as Ukraine campaign falters: report", "2022-04-12");
    read.check_no_furniture(&["min read", "[Getty]", "Live Story", "12 April"]);
    read.check(Kind::Source, "Guardian", "The Guardian");
    read.check(Kind::Source, "sources", "sources in Iranian backed militias");
    read.check(Kind::Source, "Ali Bakir", "senior researcher");
    read.check(Kind::Figure, "4000000", "approximately four million");
    read.check(Kind::Time, "2022-02-24", "24 February");
    read.check(Kind::Certainty, "alleged", "reportedly receiving");
    read.check(Kind::Certainty, "possible", "possibly");
    read.check(Kind::Certainty, "quoted", "uses weapons smuggled from Iraq");
}

/// A pasted article after its way through importer and engine.
struct Read {
    compared: Compared,
}

impl Read {
    fn of(path: &Path) -> Self {
        let go_on = |_| ControlFlow::Continue(());
        let imported = 
            files::read(&[Input::Path(PathBuf::from(path))], &Reading::default(), &go_on).expect("nobody cancels");
        let failures: Vec<_> = imported.oddities.iter().filter(|oddity| oddity.is_failure()).collect();
        assert!(failures.is_empty(), "{failures:?}");
        assert_eq!(imported.articles.len(), 1);
        let compared = app::compare::compare(imported.articles, &Settings::default(), &go_on).expect("nobody cancels");
        Self { compared }
    }

    fn check_head(&self, title: &str, published: &str) {
        let article = &self.compared.articles[0];
        assert_eq!(article.title, title);
        assert_eq!(article.published.as_ref().map(ToString::to_string).as_deref(), Some(published));
        assert_eq!(article.language, "en");
        assert!(!article.body.contains(title), "the title stands once");
    }

    fn check_no_furniture(&self, furniture: &[&str]) {
        for claim in &self.compared.comparison.claims {
            for words in furniture {
                assert!(!claim.text.contains(words), "{words:?} in {:?}", claim.text);
            }
        }
    }

    /// A facet of this kind whose value has `value` in it and whose words, or those right after
    /// them, hold `words`.
    fn check(&self, kind: Kind, value: &str, words: &str) {
        let title = &self.compared.comparison.headlines[0].facets;
        let body = &self.compared.articles[0].body;
        let stands = |claim: &Claim, facet: &Facet| {
            let around = &body[facet.span.start..claim.span.end];
            around.contains(words) || facet.text.contains(words) || claim.text.contains(words)
        };
        let claims = &self.compared.comparison.claims;
        let found = claims.iter().any(|claim| {
            claim.facets.iter().any(|facet| facet.kind == kind && facet.value.contains(value) && stands(claim, facet))
        });
        let headline = title.iter().any(|f| f.kind == kind && f.value.contains(value) && f.text.contains(words));
        let all: Vec<_> = claims.iter().flat_map(|claim| &claim.facets).filter(|facet| facet.kind == kind).collect();
        assert!(found || headline, "no {kind} {value:?} with {words:?} among {all:#?}");
    }
}
