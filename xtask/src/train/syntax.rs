//! `cargo xtask train syntax`: fits the tables by which the grammar of a sentence is read to sentences that
//! another parser has read (`xtask/syntax/teach.py`), and says how often they agree with it on others.

use crate::steps::{Failure, root};
use engine::training::{Role, Tag, Taught, fit_syntax, judge_syntax};
use std::fs;

const TREES: &str = "target/trees.tsv";
const WEIGHTS: &str = "crates/engine/data/syntax_i8.bin";
/// One sentence in so many is not learned from but judged.
const APART: usize = 20;

pub(super) fn train() -> Result<(), Failure> {
    let path = root().join(TREES);
    let text = fs::read_to_string(&path)
        .map_err(|error| Failure::new(error.to_string(), "Let xtask/syntax/teach.py read sentences first."))?;
    let taught: Vec<Taught> = text.split("\n\n").filter(|block| !block.trim().is_empty()).map(sentence).collect();
    let apart = |unseen: bool| {
        let chosen = taught.iter().enumerate().filter(move |(at, _)| (at % APART == 0) == unseen);
        chosen.map(|(_, one)| one.clone()).collect::<Vec<_>>()
    };
    let (seen, unseen) = (apart(false), apart(true));
    let weights = fit_syntax(&seen);
    let judged = judge_syntax(&weights, &unseen);
    let share = |count: usize| 100.0 * count as f64 / judged.words.max(1) as f64;
    println!("{} sentences learned from, {} judged, {} words:", seen.len(), unseen.len(), judged.words);
    println!(
        "part of speech {:.1} %, head {:.1} %, head and role {:.1} %",
        share(judged.tags),
        share(judged.heads),
        share(judged.roles)
    );
    let path = root().join(WEIGHTS);
    fs::write(&path, weights)
        .map_err(|error| Failure::new(error.to_string(), "Check the permissions of crates/engine/data."))
}

/// A line a word: text, tag, 0-based place of the head or -1, label.
fn sentence(block: &str) -> Taught {
    let mut taught = Taught { words: Vec::new(), tags: Vec::new(), heads: Vec::new(), roles: Vec::new() };
    for line in block.lines() {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        taught.words.push(cell().to_owned());
        taught.tags.push(tag(cell()));
        taught.heads.push(cell().parse().ok());
        taught.roles.push(role(cell()));
    }
    taught
}

/// Of a tag of the Penn Treebank.
fn tag(name: &str) -> Tag {
    match name {
        "NN" => Tag::Noun,
        "NNS" => Tag::Plural,
        "NNP" | "NNPS" => Tag::Name,
        "PRP" | "EX" => Tag::Pronoun,
        "PRP$" => Tag::Owner,
        "DT" | "PDT" => Tag::Determiner,
        "WDT" | "WP" | "WP$" | "WRB" => Tag::Relative,
        "JJ" | "JJR" | "JJS" => Tag::Adjective,
        "RB" | "RBR" | "RBS" => Tag::Adverb,
        "VB" => Tag::Base,
        "VBP" => Tag::Present,
        "VBZ" => Tag::ThirdPerson,
        "VBD" => Tag::Past,
        "VBN" => Tag::Participle,
        "VBG" => Tag::Gerund,
        "MD" => Tag::Modal,
        "CD" => Tag::Number,
        "IN" => Tag::Preposition,
        "TO" => Tag::To,
        "RP" => Tag::Particle,
        "CC" => Tag::Conjunction,
        "FW" | "XX" | "UH" | "LS" | "X" | "ADD" | "POS" => Tag::Other,
        _ => Tag::Mark,
    }
}

/// Of a label of ClearNLP's dependencies.
fn role(name: &str) -> Role {
    match name {
        "ROOT" => Role::Root,
        "nsubj" | "csubj" | "expl" => Role::Subject,
        "nsubjpass" | "csubjpass" => Role::PassiveSubject,
        "dobj" => Role::Object,
        "dative" => Role::Recipient,
        "attr" | "oprd" | "acomp" => Role::Predicate,
        "prep" => Role::Preposition,
        "agent" => Role::Agent,
        "pobj" | "pcomp" => Role::Governed,
        "poss" => Role::Possessor,
        "appos" => Role::Apposition,
        "compound" => Role::Compound,
        "amod" | "nummod" | "quantmod" | "nmod" => Role::Modifier,
        "det" | "predet" => Role::Determiner,
        "conj" => Role::Conjunct,
        "cc" | "preconj" => Role::Coordinator,
        "aux" | "auxpass" => Role::Auxiliary,
        "neg" => Role::Negation,
        "advmod" | "npadvmod" => Role::Adverb,
        "advcl" => Role::AdverbClause,
        "relcl" | "acl" => Role::RelativeClause,
        "xcomp" => Role::OpenClause,
        "ccomp" => Role::Clause,
        "mark" => Role::Marker,
        "prt" => Role::Particle,
        "punct" => Role::Mark,
        _ => Role::Other,
    }
}
