//! Who did what to whom: the acts that a claim tells, by its grammar.

use crate::{
    facets::attributions::is_reporting,
    syntax::{Role, Tag, Tree},
    text::Word,
};

/// An act by the places of its words among those of its claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Act {
    /// The verb, its particle and negation.
    pub(super) verb: Vec<usize>,
    /// Who does it: the subject, or "by" whom it is done.
    pub(super) who: Vec<usize>,
    /// Whom or what it concerns: the object, the subject of a passive, what somebody is.
    pub(super) what: Vec<usize>,
    /// Whether the claim is first of all about it: its uppermost act beside those of saying.
    pub(super) is_main: bool,
}

/// The acts of a claim in the order of its words.
pub(super) fn acts(words: &[Word], tree: &Tree) -> Vec<Act> {
    let heads: Vec<usize> = (0..words.len()).filter(|&at| is_act(words, tree, at)).collect();
    let depth = |at: usize| std::iter::successors(Some(at), |&at| tree.head(at)).take(words.len()).count();
    let main = heads.iter().copied().filter(|&at| !is_reporting(&words[at].lower)).min_by_key(|&at| (depth(at), at));
    heads.iter().map(|&at| act(tree, at, main == Some(at))).collect()
}

/// A verb that is no auxiliary and governs somebody or something.
fn is_act(words: &[Word], tree: &Tree, at: usize) -> bool {
    let is_verb =
        matches!(tree.tag(at), Tag::Base | Tag::Present | Tag::ThirdPerson | Tag::Past | Tag::Participle | Tag::Gerund);
    is_verb && words[at].is_word() && !matches!(tree.role(at), Role::Auxiliary | Role::Modifier | Role::Compound)
}

fn act(tree: &Tree, at: usize, is_main: bool) -> Act {
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
    Act { verb, who: phrase(tree, who), what: phrase(tree, what), is_main }
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
        let acts = acts(&words, &Tree::of(&words));
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
