//! Bounds the phrases and clauses of a claim that are participants, and tells what part they have.

use super::Part;
use crate::{
    syntax::{Role, Tag, Tree},
    text::Word,
};
use std::ops::Range;

/// A phrase of more words tells a story of its own.
const LONGEST: usize = 14;

/// Where a participant stands.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) words: Range<usize>,
    pub(super) at: usize,
    pub(super) part: Part,
    pub(super) preposition: String,
    pub(super) governor: Option<usize>,
    pub(super) listed: usize,
}

pub(super) fn phrases(words: &[Word], tree: &Tree) -> Vec<Phrase> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        if heads_phrase(words, tree, at) {
            found.extend(noun_phrases(words, tree, at));
        } else if tree.tag(at).is_verb() {
            found.extend(clause(words, tree, at));
        }
    }
    found
}

fn heads_phrase(words: &[Word], tree: &Tree, at: usize) -> bool {
    let within = matches!(tree.role(at), Role::Compound | Role::Modifier | Role::Determiner | Role::Mark);
    let is_inside_name = within && tree.head(at).is_some_and(|head| head > at);
    words[at].is_word() && tree.tag(at).is_noun() && !is_inside_name
}

/// The phrase that word `at` carries, and the list that it opens.
fn noun_phrases(words: &[Word], tree: &Tree, at: usize) -> Vec<Phrase> {
    let base = base(words, tree, at);
    let (part, preposition, governor) = match place(words, tree, at) {
        (Part::Object | Part::Other, _, governor) if let Some(preposition) = before(words, tree, base.start) => {
            (Part::Oblique, preposition, governor)
        }
        told => told,
    };
    let mut found = Vec::new();
    let items = items(tree, at);
    if items.len() > 1 && tree.role(at) != Role::Conjunct {
        let end = self::base(words, tree, items[items.len() - 1]).end;
        if end > base.end && end - base.start <= LONGEST {
            let preposition = preposition.clone();
            found.push(Phrase { words: base.start..end, at, part, preposition, governor, listed: items.len() });
        }
    }
    found.push(Phrase { words: base, at, part, preposition, governor, listed: 1 });
    found
}

/// What word `at` is to which word, after which preposition.
fn place(words: &[Word], tree: &Tree, at: usize) -> (Part, String, Option<usize>) {
    let head = tree.head(at);
    let bare = |part| (part, String::new(), head);
    match tree.role(at) {
        Role::Subject => bare(Part::Subject),
        Role::PassiveSubject | Role::Object => bare(Part::Object),
        Role::Recipient => (Part::Oblique, "to".to_owned(), head),
        Role::Predicate => bare(Part::Predicate),
        Role::Possessor => bare(Part::Possessor),
        Role::Apposition => bare(Part::Apposition),
        Role::Governed => match head {
            Some(preposition) => governed(words, tree, preposition),
            None => bare(Part::Other),
        },
        // One of a list has the part of the first; the bound spares a proof that it ends.
        Role::Conjunct => {
            let first = first_of_list(tree, at);
            if tree.role(first) == Role::Conjunct { bare(Part::Other) } else { place(words, tree, first) }
        }
        _ => bare(Part::Other),
    }
}

/// The preposition right before word `start`, though the tree hangs it elsewhere: "sank off Lund".
fn before(words: &[Word], tree: &Tree, start: usize) -> Option<String> {
    let at = start.checked_sub(1)?;
    let is_one = tree.tag(at) == Tag::Preposition || words[at].lower == "off";
    is_one.then(|| words[at].lower.clone())
}

fn first_of_list(tree: &Tree, at: usize) -> usize {
    let mut first = at;
    for _ in 0..LONGEST {
        match tree.head(first) {
            Some(head) if tree.role(first) == Role::Conjunct => first = head,
            _ => break,
        }
    }
    first
}

/// The part of what a preposition governs: "because of" and "out of" are one.
fn governed(words: &[Word], tree: &Tree, preposition: usize) -> (Part, String, Option<usize>) {
    let mut governor = tree.head(preposition);
    if tree.role(preposition) == Role::Agent {
        return (Part::Subject, String::new(), governor);
    }
    let mut text = words[preposition].lower.clone();
    if let Some(outer) = governor
        && outer + 1 == preposition
        && matches!(tree.tag(outer), Tag::Preposition | Tag::Adverb)
    {
        text = format!("{} {text}", words[outer].lower);
        governor = tree.head(outer);
    } else if words.get(preposition + 1).is_some_and(|word| word.lower == "of") {
        text.push_str(" of");
    }
    (Part::Oblique, text, governor)
}

/// The words of a list, the first of which is `at`.
fn items(tree: &Tree, at: usize) -> Vec<usize> {
    let mut items = vec![at];
    while items.len() < LONGEST {
        let last = items[items.len() - 1];
        match tree.under(last).find(|&i| i > last && tree.role(i) == Role::Conjunct && tree.tag(i).is_noun()) {
            Some(next) => items.push(next),
            None => break,
        }
    }
    items
}

/// From the first word before `at` that hangs on it to `at`, and what "of" adds.
fn base(words: &[Word], tree: &Tree, at: usize) -> Range<usize> {
    let mut start = at;
    while start > 0 && at - start < LONGEST && belongs(tree, start - 1, at) {
        start -= 1;
    }
    while start < at
        && (!words[start].is_word() || matches!(tree.tag(start), Tag::Adverb | Tag::Conjunction | Tag::Preposition))
    {
        start += 1;
    }
    let mut end = at + 1;
    // "Sgt. Ana Ruiz, 27" ends with the name; "Flight 370" with its number.
    while end < words.len() && tree.tag(end) == Tag::Number && tree.head(end) == Some(at) {
        end += 1;
    }
    let of = Some(end).filter(|&of| words.get(of).is_some_and(|word| word.lower == "of"));
    let whole = of.and_then(|of| tree.under(of).find(|&i| i > of && tree.tag(i).is_noun()));
    match whole.map(|whole| base(words, tree, whole).end) {
        Some(longer) if longer - start <= LONGEST => start..longer,
        _ => start..end,
    }
}

/// Whether word `i` before `at` is part of the phrase that `at` carries.
fn belongs(tree: &Tree, i: usize, at: usize) -> bool {
    tree.hangs_on(i, at) && !matches!(tree.tag(i), Tag::Relative)
}

/// What is meant to be done, why, or what is said: a clause that another verb governs.
fn clause(words: &[Word], tree: &Tree, at: usize) -> Option<Phrase> {
    let under = |lowers: &[&str]| tree.under(at).find(|&i| i < at && lowers.contains(&words[i].lower.as_str()));
    let (part, start) = match tree.role(at) {
        Role::OpenClause | Role::AdverbClause | Role::RelativeClause | Role::Clause
            if tree.tag(at) == Tag::Base && under(&["to"]).is_some() =>
        {
            (Part::Aim, under(&["to"])?)
        }
        Role::AdverbClause => (Part::Reason, under(&["because", "after", "since", "as"])?),
        Role::Clause => (Part::Content, under(&["that", "whether", "if"])?),
        _ => return None,
    };
    let object = |from: usize| {
        let roles = [Role::Object, Role::Predicate, Role::Governed];
        tree.under(from).find(|&i| i > from && roles.contains(&tree.role(i)))
    };
    let after = object(at).or_else(|| {
        let preposition = tree.under(at).find(|&i| i > at && tree.role(i) == Role::Preposition)?;
        object(preposition)
    });
    let end = after.map_or(at + 1, |after| base(words, tree, after).end.max(at + 1));
    let governor = tree.head(at);
    (end - start <= LONGEST).then(|| Phrase {
        words: start..end,
        at,
        part,
        preposition: String::new(),
        governor,
        listed: 1,
    })
}
