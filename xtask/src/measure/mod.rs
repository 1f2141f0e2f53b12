//! `cargo xtask measure`: figures of single parts, taken on public data that lies beside the repository.

mod attribution;
mod numbers;
mod polnear;
mod recognizers;
mod reprints;
mod timebank;
mod times;

use crate::{
    gold,
    steps::{Failure, root},
};
use clap::ValueEnum;
use engine::training::{Lesson, sentences};
use std::{collections::BTreeSet, fmt, fs};
use story::{Article, Draft, Importer, Sha256, Source, Timestamp};

/// What can be measured.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    /// What is found between an article and its reprint, where nothing should be
    Reprints,
    /// How sentences are cut: the public English cases, and the sentences of the gold stories
    Sentences,
    /// Who vouches for what: sources, cues and contents, as readers of PolNeAR marked them
    Attribution,
    /// Numbers, units and times: the specifications of a peer, by its own suite
    Numbers,
    /// Times and durations in real news, as readers of TimeBank marked them
    Times,
}

const CASES: &str = "../shared/eval/segmentation/en.txt";
const GOLD: &str = "../shared/gold/dev";

/// Measures `what` and prints every case that fails.
pub(crate) fn measure(what: What) -> Result<(), Failure> {
    match what {
        What::Sentences => {
            cases()?;
            claims()
        }
        What::Reprints => reprints::measure(),
        What::Attribution => attribution::measure(),
        What::Numbers => numbers::measure(),
        What::Times => times::measure(),
    }
}

/// An article of these words, published then.
fn article(body: &str, published: Option<&str>) -> Article {
    let source = Source { path: "measure".into(), entry: 1, member: None };
    let importer = Importer { name: "measure".into(), version: 1 };
    let draft = Draft { language: Some("en".into()), ..Draft::default() };
    let article = Article::from_draft(draft, "measure", Sha256::of(b""), source, importer);
    Article { body: body.into(), published: published.and_then(Timestamp::parse), ..article }
}

fn cases() -> Result<(), Failure> {
    let path = root().join(CASES);
    let text = fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), "Put the public cases there."))?;
    let (mut kept, mut set_aside) = (Tally::default(), Tally::default());
    for case in Case::all(&text) {
        let found: Vec<&str> = case
            .input
            .split("\n\n")
            .flat_map(|part| sentences(part, "en").into_iter().map(move |span| span.of(part)))
            .collect();
        let passed = found == case.expected;
        if !passed {
            let mark = if case.is_set_aside { "FAILED (set aside)" } else { "FAILED" };
            println!("{mark} {:?}\n  expected {:?}\n  found    {found:?}", case.input, case.expected);
        }
        if case.is_set_aside { &mut set_aside } else { &mut kept }.count(passed);
    }
    println!("public English cases: {kept} pass; of those that the suite sets aside: {set_aside}");
    Ok(())
}

/// How many of how many passed.
#[derive(Default, Clone, Copy)]
struct Tally {
    passed: usize,
    total: usize,
}

impl Tally {
    fn count(&mut self, passed: bool) {
        self.add(Self { passed: passed.into(), total: 1 });
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.total += other.total;
    }

    /// 0 to 1.
    fn share(&self) -> f64 {
        self.passed as f64 / self.total.max(1) as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {}", self.passed, self.total)
    }
}

/// A text and its sentences.
#[derive(Default)]
struct Case {
    input: String,
    expected: Vec<String>,
    /// A hash before its lines: the suite itself does not ask for it.
    is_set_aside: bool,
}

impl Case {
    /// Text, `---`, one sentence a line, `===`. A hash and a space begin a remark, a hash alone a line set aside.
    fn all(text: &str) -> Vec<Self> {
        let (mut cases, mut case, mut in_expected) = (Vec::new(), Self::default(), false);
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let set_aside = line.strip_prefix('#');
            match set_aside.unwrap_or(line).trim() {
                "===" => {
                    case.input = case.input.trim().to_owned();
                    cases.push(std::mem::take(&mut case));
                    in_expected = false;
                }
                "---" => in_expected = true,
                "" if in_expected => {}
                sentence if in_expected => case.expected.push(sentence.to_owned()),
                line => case.input.extend([line, "\n"]),
            }
            case.is_set_aside |= set_aside.is_some_and(|line| line != "===");
        }
        cases
    }
}

fn claims() -> Result<(), Failure> {
    let folder = root().join(GOLD);
    let stories = gold::stories(&folder)
        .map_err(|error| Failure::new(error, format!("Put the annotated stories under {}.", folder.display())))?;
    let (mut same, mut total) = (0, 0);
    for story in &stories {
        let claims = Lesson::of(&story.articles).claims;
        let claims: BTreeSet<(&str, &str)> = claims
            .iter()
            .map(|&(article, span)| (&story.articles[article], span))
            .map(|(article, span)| (article.outlet.as_str(), span.of(&article.body)))
            .collect();
        for account in &story.accounts {
            let is_claim = |sentence: &&String| claims.contains(&(account.outlet.as_str(), sentence.as_str()));
            total += account.sentences.len();
            same += account.sentences.iter().filter(is_claim).count();
        }
    }
    println!("gold sentences that are claims of the engine, exactly: {same} of {total}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Input, sentences and whether set aside.
    fn check(text: &str, expected: &[(&str, &[&str], bool)]) {
        let cases = Case::all(text);
        let found: Vec<(&str, Vec<&str>, bool)> = cases
            .iter()
            .map(|case| (&*case.input, case.expected.iter().map(|line| &**line).collect(), case.is_set_aside))
            .collect();
        let expected: Vec<_> = expected.iter().map(|&(input, lines, aside)| (input, lines.to_vec(), aside)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_case_is_a_text_and_its_sentences() {
        check("# remark\n\nA. B.\n---\nA.\nB.\n===", &[("A. B.", &["A.", "B."], false)]);
    }

    #[test]
    fn a_hash_sets_a_case_aside() {
        check("#A. B.\n#---\n#A. B.\n#===\nC.\n---\nC.\n===", &[("A. B.", &["A. B."], true), ("C.", &["C."], false)]);
    }
}
