//! `cargo xtask measure`: figures of single parts, taken on public data that lies beside the repository.

use crate::{
    gold,
    steps::{Failure, root},
};
use clap::ValueEnum;
use engine::training::{Lesson, sentences};
use std::{collections::BTreeSet, fs};

/// What can be measured.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    /// How sentences are cut: the public English cases, and the sentences of the gold stories
    Sentences,
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
    }
}

fn cases() -> Result<(), Failure> {
    let path = root().join(CASES);
    let text = fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), "Put the public cases there."))?;
    let (mut passed, mut total) = (0, 0);
    // The head of the file says how it is written, in lines that begin with a hash.
    let cases = text.split_once("\n\n").map_or("", |(_, cases)| cases);
    for (input, expected) in cases.split("\n===").filter_map(|case| case.split_once("\n---\n")) {
        let input = input.trim_matches('\n');
        let found: Vec<&str> = input
            .split("\n\n")
            .flat_map(|part| sentences(part, "en").into_iter().map(move |span| span.of(part)))
            .collect();
        let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        total += 1;
        if found == expected {
            passed += 1;
        } else {
            println!("FAILED {:?}\n  expected {expected:?}\n  found    {found:?}", input);
        }
    }
    println!("public English cases: {passed} of {total} pass");
    Ok(())
}

fn claims() -> Result<(), Failure> {
    let folder = root().join(GOLD);
    let stories = gold::stories(&folder)
        .map_err(|error| Failure::new(error, format!("Put the annotated stories under {}.", folder.display())))?;
    let (mut same, mut total) = (0, 0);
    for story in &stories {
        let claims: BTreeSet<_> = Lesson::of(&story.articles).claims.into_iter().collect();
        total += story.sentences.len();
        same += story.sentences.iter().filter(|&(&(article, _), &span)| claims.contains(&(article, span))).count();
    }
    println!("gold sentences that are claims of the engine, exactly: {same} of {total}");
    Ok(())
}
