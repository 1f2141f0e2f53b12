//! Fits the tables to sentences whose trees are known: averaged perceptrons (Collins, EMNLP 2002), the
//! moves with a dynamic oracle (Goldberg & Nivre, TACL 2013).

use super::{
    SIZES, Tables, arcs,
    roles::{self, Role},
    table::{Table, best, row},
    tags::{self, Form, Tag},
};
use crate::text::Word;
use story::Span;

/// Times that each sentence is seen.
const ROUNDS: usize = 8;

/// A sentence and its tree.
#[derive(Debug, Clone)]
pub struct Taught {
    pub words: Vec<String>,
    pub tags: Vec<Tag>,
    /// By word: the word that it hangs on.
    pub heads: Vec<Option<usize>>,
    pub roles: Vec<Role>,
}

/// How many words of sentences that were not learned from get the tag, the head, and head and role that
/// they were taught with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Judged {
    pub words: usize,
    pub tags: usize,
    pub heads: usize,
    pub roles: usize,
}

/// The tables as they lie in `data/syntax_i8.bin`.
pub fn fit(taught: &[Taught]) -> Vec<u8> {
    let forms: Vec<Vec<Form>> = taught.iter().map(Taught::forms).collect();
    let all: Vec<usize> = (0..taught.len()).collect();
    let tagger = fit_tags(taught, &forms, &all);
    // Heads are learned from tags as they will be: found, by a tagger that has not seen the sentence.
    let mut found: Vec<Vec<Tag>> = vec![Vec::new(); taught.len()];
    for half in 0..2 {
        let (seen, unseen): (Vec<usize>, Vec<usize>) = all.iter().partition(|&&at| at % 2 == half);
        let weights = fit_tags(taught, &forms, &seen);
        for at in unseen {
            found[at] = tags::tags(&Table { rows: &weights }, &forms[at]);
        }
    }
    let arcs = fit_arcs(taught, &forms, &found);
    let roles = fit_roles(taught, &forms, &found);
    [tagger, arcs, roles].concat().into_iter().map(i8::cast_unsigned).collect()
}

/// How well these tables do on these sentences.
pub fn judge(bytes: &[u8], taught: &[Taught]) -> Judged {
    let tables = Tables::of(bytes);
    let mut judged = Judged::default();
    for one in taught {
        let nodes = tables.read(&one.forms());
        for (at, node) in nodes.iter().enumerate().filter(|&(at, _)| one.tags[at] != Tag::Mark) {
            let headed = node.head == one.heads[at];
            judged.words += 1;
            judged.tags += usize::from(node.tag == one.tags[at]);
            judged.heads += usize::from(headed);
            judged.roles += usize::from(headed && node.role == one.roles[at]);
        }
    }
    judged
}

impl Taught {
    fn forms(&self) -> Vec<Form> {
        let form = |(at, text): (usize, &String)| {
            let lower = text.to_lowercase().replace('\u{2019}', "'");
            Form::of(at, &Word { span: Span::new(0, 0), text, lower, stem: String::new() })
        };
        self.words.iter().enumerate().map(form).collect()
    }
}

fn fit_tags(taught: &[Taught], forms: &[Vec<Form>], which: &[usize]) -> Vec<i8> {
    let mut fitted = Fitted::<{ Tag::ALL.len() }>::new(SIZES[0]);
    for round in 0..ROUNDS {
        for sentence in shuffled(which, round) {
            let mut guessed = Vec::new();
            for (at, &tag) in taught[sentence].tags.iter().enumerate() {
                let features = tags::features(&forms[sentence], &guessed, at);
                guessed.push(Tag::ALL[fitted.learn(&features, |_| true, |class| class == tag as usize)]);
            }
        }
    }
    fitted.averaged()
}

fn fit_arcs(taught: &[Taught], forms: &[Vec<Form>], tags: &[Vec<Tag>]) -> Vec<i8> {
    let mut fitted = Fitted::<{ arcs::MOVES }>::new(SIZES[1]);
    let all: Vec<usize> = (0..taught.len()).collect();
    for round in 0..ROUNDS {
        for sentence in shuffled(&all, round) {
            let gold = &taught[sentence].heads;
            let mut state = arcs::State::new(gold.len());
            while !state.is_done() {
                let features = arcs::features(&state, &forms[sentence], &tags[sentence]);
                let costs: Vec<usize> = (0..arcs::MOVES).map(|action| cost(&state, gold, action)).collect();
                let least = (0..arcs::MOVES).filter(|&a| state.can(a)).map(|a| costs[a]).min().unwrap_or(0);
                let is_right = |action: usize| state.can(action) && costs[action] == least;
                let guess = fitted.learn(&features, |action| state.can(action), is_right);
                let right = (0..arcs::MOVES).find(|&action| is_right(action)).unwrap_or(guess);
                state.act(if round == 0 && !is_right(guess) { right } else { guess });
            }
        }
    }
    fitted.averaged()
}

/// How many arcs of the tree can no longer be made after this move.
fn cost(state: &arcs::State, gold: &[Option<usize>], action: usize) -> usize {
    let ahead = |from: usize, of: usize| (from..gold.len()).filter(|&i| gold[i] == Some(of)).count();
    let (top, next) = (state.stack.last().copied(), state.next);
    let below = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
    match (action, top) {
        (arcs::SHIFT, _) => {
            let deeper = &state.stack[..state.stack.len().saturating_sub(1)];
            let headed = gold.get(next).copied().flatten().is_some_and(|head| deeper.contains(&head));
            state.stack.iter().filter(|&&i| gold[i] == Some(next)).count() + usize::from(headed)
        }
        (arcs::LEFT, Some(top)) => {
            let lost = gold[top].is_none_or(|head| head > next || Some(head) == below);
            ahead(next, top) + usize::from(lost)
        }
        (_, Some(top)) => ahead(next, top) + usize::from(gold[top].is_none_or(|head| head >= next)),
        _ => 0,
    }
}

fn fit_roles(taught: &[Taught], forms: &[Vec<Form>], tags: &[Vec<Tag>]) -> Vec<i8> {
    let mut fitted = Fitted::<{ Role::ALL.len() }>::new(SIZES[2]);
    let all: Vec<usize> = (0..taught.len()).collect();
    for round in 0..ROUNDS {
        for sentence in shuffled(&all, round) {
            let one = &taught[sentence];
            for (at, &role) in one.roles.iter().enumerate() {
                let features = roles::features(&forms[sentence], &tags[sentence], &one.heads, at);
                fitted.learn(&features, |_| true, |class| class == role as usize);
            }
        }
    }
    fitted.averaged()
}

/// Another order each round, always the same.
fn shuffled(which: &[usize], round: usize) -> Vec<usize> {
    let mut order = which.to_vec();
    order.sort_by_key(|&at| super::table::feature(round as u32, &[at as u32]));
    order
}

/// Weights on their way, and the sums of all that they have been.
struct Fitted<const CLASSES: usize> {
    weights: Vec<i32>,
    sums: Vec<i64>,
    since: Vec<i64>,
    steps: i64,
}

impl<const CLASSES: usize> Fitted<CLASSES> {
    fn new(rows: usize) -> Self {
        let count = rows * CLASSES;
        Self { weights: vec![0; count], sums: vec![0; count], since: vec![0; count], steps: 0 }
    }

    /// Guesses among the classes that pass, moves towards the right ones, and gives the guess.
    fn learn(&mut self, features: &[u32], passes: impl Fn(usize) -> bool, right: impl Fn(usize) -> bool) -> usize {
        self.steps += 1;
        let scores = Table::<i32, CLASSES> { rows: &self.weights }.scores(features);
        let guess = best(&scores, passes);
        if !right(guess) {
            let wanted = best(&scores, right);
            for &feature in features {
                let from = row(feature, self.weights.len() / CLASSES) * CLASSES;
                self.add(from + wanted, 1);
                self.add(from + guess, -1);
            }
        }
        guess
    }

    fn add(&mut self, cell: usize, change: i32) {
        self.sums[cell] += i64::from(self.weights[cell]) * (self.steps - self.since[cell]);
        self.since[cell] = self.steps;
        self.weights[cell] += change;
    }

    /// The means over all steps, in bytes: one in ten thousand is cut off at the largest byte.
    fn averaged(mut self) -> Vec<i8> {
        for cell in 0..self.weights.len() {
            self.add(cell, 0);
        }
        let mut sizes: Vec<i64> = self.sums.iter().map(|sum| sum.abs()).filter(|&size| size > 0).collect();
        sizes.sort_unstable();
        let largest = sizes.get(sizes.len() - sizes.len() / 10_000 - 1).map_or(1, |&size| size.max(1));
        self.sums.iter().map(|sum| (sum * 127 / largest).clamp(-127, 127) as i8).collect()
    }
}
