//! Tells what persons are called, and whom "the senator" means.

use super::{Participant, Role, bare, phrases::Phrase};
use crate::{
    facets::{Facets, closed_class::is_open},
    syntax::{self, Tag, Tree},
    text::Word,
};
use std::{collections::BTreeMap, ops::Range};

/// "former mayor Ana Ruiz", "Ana Ruiz, a former mayor", or "a former mayor, Ana Ruiz".
pub(super) fn role(words: &[Word], tree: &Tree, phrase: &Phrase) -> Option<Role> {
    let beside = tree
        .child(phrase.at, syntax::Role::Apposition)
        .filter(|_| phrase.listed == 1)
        .filter(|&at| tree.tag(at).is_noun());
    let (name, called) = match (tree.tag(phrase.at) == Tag::Name, beside) {
        (true, None) => (phrase.at, phrase.words.start..first_name(tree, phrase)),
        (true, Some(other)) if tree.tag(other) != Tag::Name => (phrase.at, simple(words, tree, other)),
        (true, Some(_)) => (phrase.at, phrase.words.start..first_name(tree, phrase)),
        (false, Some(name)) if tree.tag(name) == Tag::Name => (name, phrase.words.clone()),
        _ => return None,
    };
    let tells = |&i: &usize| is_open(&words[i]) && tree.tag(i) != Tag::Mark;
    let stems: Vec<String> = called.clone().filter(tells).map(|i| bare(&words[i])).collect();
    let says_role = called.into_iter().any(|i| matches!(tree.tag(i), Tag::Noun | Tag::Plural | Tag::Adjective));
    let is_person = words[name].text.chars().count() > 2;
    (says_role && is_person && !stems.is_empty()).then(|| Role { person: bare(&words[name]), stems })
}

/// The last name of a person whose whole name the phrase is.
pub(super) fn person(words: &[Word], tree: &Tree, phrase: &Phrase) -> Option<String> {
    let is_name = tree.tag(phrase.at) == Tag::Name && phrase.listed == 1;
    is_name.then(|| bare(&words[phrase.at]))
}

/// Where the names begin that the phrase ends with.
fn first_name(tree: &Tree, phrase: &Phrase) -> usize {
    let from = phrase.words.start;
    (from..=phrase.at).rev().take_while(|&i| matches!(tree.tag(i), Tag::Name | Tag::Mark)).last().unwrap_or(phrase.at)
}

/// The words right before `at` that hang on it, and `at`.
fn simple(words: &[Word], tree: &Tree, at: usize) -> Range<usize> {
    let start = (0..at).rev().take_while(|&i| tree.hangs_on(i, at) && words[i].is_word()).last().unwrap_or(at);
    start..at + 1
}

/// Gives each "the senator" the name of the one senator whom its article has named before.
pub(crate) fn resolve(claims: &mut [Facets]) {
    let mut called: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for facets in claims {
        for one in &mut facets.participants {
            if let Some(role) = &one.role {
                for stem in &role.stems {
                    let names = called.entry(stem.clone()).or_default();
                    if !names.contains(&role.person) {
                        names.push(role.person.clone());
                    }
                }
            } else if means_one(one)
                && let Some([only]) = called.get(&one.head).map(Vec::as_slice)
            {
                one.person = Some(only.clone());
            }
        }
    }
}

fn means_one(one: &Participant) -> bool {
    one.is_definite && !one.is_name && !one.is_plural && one.listed == 1 && one.stems.len() <= 2
}
