//! Who did what to whom: the acts that a claim tells, by its grammar.

use super::{Meaning, both_ways, unit};
use crate::{
    facets::attributions::is_reporting,
    syntax::{Role, Tag, Tree},
    text::Word,
};
use ndarray::Array1;

/// An act's words as unit vectors; none where nothing is said.
#[derive(Debug)]
pub(super) struct Act {
    verb: Array1<f32>,
    who: Option<Array1<f32>>,
    what: Option<Array1<f32>>,
    weight: f64,
    is_main: bool,
}

/// The acts of a claim whose pieces mean this.
pub(super) fn read(meaning: &Meaning, words: &[Word], tree: &Tree) -> Vec<Act> {
    places(words, tree).iter().map(|act| meant(meaning, words, act)).collect()
}

fn meant(meaning: &Meaning, words: &[Word], act: &Places) -> Act {
    let vector = |places: &[usize]| {
        let mut sum = meaning.sum(places.iter().flat_map(|&at| meaning.pieces_of(words[at].span)));
        unit(sum.view_mut());
        sum
    };
    let some = |places: &[usize]| (!places.is_empty()).then(|| vector(places));
    let pieces = act.verb.iter().chain(&act.what).flat_map(|&at| meaning.pieces_of(words[at].span));
    let weight = pieces.map(|at| f64::from(meaning.weights[at])).sum::<f64>() + 1e-6;
    Act { verb: vector(&act.verb), who: some(&act.who), what: some(&act.what), weight, is_main: act.is_main }
}

/// What an act of one claim that says less than the other's is worth: neither alike nor unlike.
const UNSAID: f64 = 0.2;

/// How alike two acts are: together, by verb, by who, by what.
fn acts_alike(one: &Act, other: &Act) -> [f64; 4] {
    let both = |a: &Option<Array1<f32>>, b: &Option<Array1<f32>>| match (a, b) {
        (Some(a), Some(b)) => f64::from(a.dot(b)),
        _ => UNSAID,
    };
    let (verb, who, what) =
        (f64::from(one.verb.dot(&other.verb)), both(&one.who, &other.who), both(&one.what, &other.what));
    [0.4 * verb + 0.25 * who + 0.35 * what, verb, who, what]
}

pub(super) fn by_act(one: &[Act], other: &[Act]) -> [f64; 7] {
    let mut nearest = [0.0; 4];
    let mut main = 0.0;
    let (mut of_one, mut of_other) = (vec![0.0_f64; one.len()], vec![0.0_f64; other.len()]);
    for (i, a) in one.iter().enumerate() {
        for (j, b) in other.iter().enumerate() {
            let alike = acts_alike(a, b);
            if alike[0] > nearest[0] {
                nearest = alike;
            }
            if a.is_main && b.is_main {
                main = alike[0];
            }
            of_one[i] = of_one[i].max(alike[0]);
            of_other[j] = of_other[j].max(alike[0]);
        }
    }
    let mean = |acts: &[Act], best: &[f64]| {
        let all: f64 = acts.iter().map(|act| act.weight).sum();
        acts.iter().zip(best).map(|(act, best)| act.weight * best).sum::<f64>() / all.max(1e-9)
    };
    let (more, less) = both_ways(mean(one, &of_one), mean(other, &of_other));
    [nearest[0], nearest[1], nearest[2], nearest[3], main, more, less]
}

/// An act by the places of its words among those of its claim.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Places {
    /// The verb, its particle and negation.
    verb: Vec<usize>,
    /// Who does it: the subject, or "by" whom it is done.
    who: Vec<usize>,
    /// Whom or what it concerns: the object, the subject of a passive, what somebody is.
    what: Vec<usize>,
    /// Whether the claim is first of all about it: its uppermost act beside those of saying.
    is_main: bool,
}

/// The acts of a claim in the order of its words.
fn places(words: &[Word], tree: &Tree) -> Vec<Places> {
    let heads: Vec<usize> = (0..words.len()).filter(|&at| is_act(words, tree, at)).collect();
    let depth = |at: usize| std::iter::successors(Some(at), |&at| tree.head(at)).take(words.len()).count();
    let main = heads.iter().copied().filter(|&at| !is_reporting(&words[at].lower)).min_by_key(|&at| (depth(at), at));
    heads.iter().map(|&at| places_of(tree, at, main == Some(at))).collect()
}

/// A verb that is no auxiliary and governs somebody or something.
fn is_act(words: &[Word], tree: &Tree, at: usize) -> bool {
    let is_verb =
        matches!(tree.tag(at), Tag::Base | Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Participle | Tag::Gerund);
    is_verb && words[at].is_word() && !matches!(tree.role(at), Role::Auxiliary | Role::Modifier | Role::Compound)
}

fn places_of(tree: &Tree, at: usize, is_main: bool) -> Places {
    let under = |role: Role| tree.child(at, role);
    let by = under(Role::Agent).and_then(|by| tree.child(by, Role::Governed));
    let shared = || match tree.role(at) {
        // "fled and hid": one subject for both; "wants to leave": who wants leaves.
        Role::Conjunct | Role::OpenClause => tree.head(at).and_then(|head| tree.child(head, Role::Subject)),
        Role::RelativeClause => tree.head(at),
        _ => None,
    };
    let passive = under(Role::PassiveSubject);
    let who = under(Role::Subject).or(by).or_else(|| if passive.is_none() { shared() } else { None });
    let oblique =
        || tree.under(at).filter(|&i| tree.role(i) == Role::Preposition).find_map(|i| tree.child(i, Role::Governed));
    let what = under(Role::Object).or(passive).or_else(|| under(Role::Predicate)).or_else(oblique);
    let beside = tree.under(at).filter(|&i| matches!(tree.role(i), Role::Particle | Role::Negation));
    let mut verb: Vec<usize> = std::iter::once(at).chain(beside).collect();
    verb.sort_unstable();
    Places { verb, who: phrase(tree, who), what: phrase(tree, what), is_main }
}

/// A noun with what belongs to its name.
fn phrase(tree: &Tree, head: Option<usize>) -> Vec<usize> {
    let Some(head) = head else { return Vec::new() };
    let parts = tree.under(head).filter(|&i| {
        matches!(tree.role(i), Role::Compound | Role::Modifier | Role::Possessor) && tree.tag(i) != Tag::Determiner
    });
    let mut phrase: Vec<usize> = parts.chain(std::iter::once(head)).collect();
    phrase.sort_unstable();
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(text: &str, expected: &[&str]) {
        let words = words(text, 0);
        let told = |places: &[usize]| places.iter().map(|&at| words[at].text).collect::<Vec<_>>().join(" ");
        let acts = places(&words, &Tree::of(&words));
        let lines: Vec<String> = acts
            .iter()
            .map(|act| {
                let mark = if act.is_main { "*" } else { "" };
                format!("{mark}{}: {} > {}", told(&act.verb), told(&act.who), told(&act.what))
            })
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn an_act_has_who_does_it_and_what_it_concerns() {
        check("The mayor opened the old gate on Monday.", &["*opened: mayor > old gate"]);
    }

    #[test]
    fn of_a_passive_the_subject_is_what_it_concerns() {
        check("The gate was opened by the mayor.", &["*opened: mayor > gate"]);
    }

    #[test]
    fn what_is_said_is_the_main_act() {
        check("Police said the mayor opened the gate.", &["said: Police > ", "*opened: mayor > gate"]);
    }
}
