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
use story::{Facet, Kind};

#[test]
fn our_twin_of_the_seed_imports_clean_and_its_facets_are_found() {
    let read = Read::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("pasted/report_of_a_report.txt"));
    read.check_head("Norland 'buys drones smuggled from Ostria' as coast war drags on: report", "2031-09-19");
    read.check_no_furniture(&["min read", "[Pressbild]", "Live Story", "19 September"]);
    read.check(Kind::Source, "relayed by Harbour Times", "sources in the clan-run workshops");
    read.check(Kind::Source, "Mira Halvorsen, senior fellow at Corin University", "Mira Halvorsen");
    read.check(Kind::Figure, "2000000", "approximately two million");
    read.check(Kind::Time, "2031-03-03", "3 March");
    read.check(Kind::Certainty, "alleged", "reportedly");
    read.check(Kind::Certainty, "alleged", "accused of committing");
    read.check(Kind::Certainty, "scare quotes", "buys drones smuggled from Ostria");
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
    read.check(Kind::Source, "relayed by Guardian", "sources in Iranian backed militias");
    read.check(Kind::Source, "Ali Bakir, senior researcher at Qatar University", "Ali Bakir");
    read.check(Kind::Figure, "4000000", "approximately four million");
    read.check(Kind::Time, "2022-02-24", "24 February");
    read.check(Kind::Certainty, "alleged", "reportedly");
    read.check(Kind::Certainty, "probable", "appears to be");
    read.check(Kind::Certainty, "alleged", "accused of committing");
    read.check(Kind::Certainty, "scare quotes", "uses weapons smuggled from Iraq");
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

    /// In the headline or a claim a facet of this kind is found with this in its value and in its words.
    fn check(&self, kind: Kind, value: &str, words: &str) {
        let comparison = &self.compared.comparison;
        let claims = comparison.claims.iter().flat_map(|claim| &claim.facets);
        let all: Vec<&Facet> = comparison.headlines[0].facets.iter().chain(claims).filter(|f| f.kind == kind).collect();
        let says = |facet: &&Facet| facet.value.contains(value) && facet.text.contains(words);
        assert!(all.iter().any(says), "no {kind} {value:?} said as {words:?} among {all:#?}");
    }
}
