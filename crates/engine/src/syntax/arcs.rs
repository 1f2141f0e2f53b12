//! Hangs each word on the word that it belongs to, from left to right (the arc-hybrid system of
//! Kuhlmann, Gómez-Rodríguez & Satta, ACL 2011).

use super::{
    table::{Table, Weight, best, feature},
    tags::{Form, Tag},
};

/// What can be done with the words read so far and the next one.
pub(super) const MOVES: usize = 3;
/// The next word is taken up.
pub(super) const SHIFT: usize = 0;
/// The last word hangs on the next one.
pub(super) const LEFT: usize = 1;

/// Words that have been taken up, and heads that have been found.
#[derive(Debug)]
pub(super) struct State {
    pub(super) stack: Vec<usize>,
    pub(super) next: usize,
    pub(super) heads: Vec<Option<usize>>,
    /// By word: its dependents so far, the leftmost and the rightmost, and how many stand on each side.
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl State {
    pub(super) fn new(count: usize) -> Self {
        let none = || vec![Vec::new(); count];
        Self { stack: Vec::new(), next: 0, heads: vec![None; count], left: none(), right: none() }
    }

    pub(super) fn can(&self, action: usize) -> bool {
        match action {
            SHIFT => self.next < self.heads.len(),
            LEFT => !self.stack.is_empty() && self.next < self.heads.len(),
            _ => self.stack.len() > 1,
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.next == self.heads.len() && self.stack.len() < 2
    }

    pub(super) fn act(&mut self, action: usize) {
        if action == SHIFT {
            self.stack.push(self.next);
            self.next += 1;
            return;
        }
        let Some(word) = self.stack.pop() else { return };
        let head = if action == LEFT { self.next } else { self.stack.last().copied().unwrap_or(word) };
        self.heads[word] = Some(head);
        if action == LEFT { self.left[head].push(word) } else { self.right[head].push(word) }
    }
}

/// What speaks for the next move.
pub(super) fn features(state: &State, forms: &[Form], tags: &[Tag]) -> Vec<u32> {
    const NONE: u32 = 99;
    let below = |depth: usize| state.stack.len().checked_sub(depth + 1).map(|at| state.stack[at]);
    let ahead = |offset: usize| Some(state.next + offset).filter(|&at| at < forms.len());
    let w = |at: Option<usize>| at.map_or(0, |at| forms[at].word);
    let t = |at: Option<usize>| at.map_or(NONE, |at| tags[at] as u32);
    let last = |of: &[Vec<usize>], at: Option<usize>| at.and_then(|at| of[at].last().copied());
    let count = |of: &[Vec<usize>], at: Option<usize>| at.map_or(0, |at| of[at].len().min(4) as u32);
    let (s0, s1, s2) = (below(0), below(1), below(2));
    let (n0, n1, n2) = (ahead(0), ahead(1), ahead(2));
    let (s0l, s0r) = (last(&state.left, s0), last(&state.right, s0));
    let (s1l, s1r, n0l) = (last(&state.left, s1), last(&state.right, s1), last(&state.left, n0));
    let apart = |a: Option<usize>, b: Option<usize>| match (a, b) {
        (Some(a), Some(b)) => (b - a).min(9) as u32,
        _ => 0,
    };
    let (near, far) = (apart(s0, n0), apart(s1, s0));
    let valence = [count(&state.left, s0), count(&state.right, s0), count(&state.left, n0)];
    vec![
        feature(100, &[]),
        feature(101, &[w(s0), t(s0)]),
        feature(102, &[t(s0)]),
        feature(103, &[w(n0), t(n0)]),
        feature(104, &[t(n0)]),
        feature(105, &[w(s1), t(s1)]),
        feature(106, &[t(s1)]),
        feature(107, &[w(n1), t(n1)]),
        feature(108, &[t(n0), t(n1)]),
        feature(109, &[t(n0), t(n1), t(n2)]),
        feature(110, &[w(s0), w(n0)]),
        feature(111, &[w(s0), t(n0)]),
        feature(112, &[t(s0), w(n0)]),
        feature(113, &[t(s0), t(n0)]),
        feature(114, &[w(s1), w(s0)]),
        feature(115, &[t(s1), w(s0)]),
        feature(116, &[w(s1), t(s0)]),
        feature(117, &[t(s1), t(s0)]),
        feature(118, &[t(s1), t(s0), t(n0)]),
        feature(119, &[t(s2), t(s1), t(s0)]),
        feature(120, &[t(s0), t(n0), t(n1)]),
        feature(121, &[t(s0), t(s0l), t(n0)]),
        feature(122, &[t(s0), t(s0r), t(n0)]),
        feature(123, &[t(s0), t(n0), t(n0l)]),
        feature(124, &[t(s1), t(s0), t(s0l)]),
        feature(125, &[t(s1), t(s0), t(s0r)]),
        feature(126, &[t(s1), t(s1r), t(s0)]),
        feature(127, &[t(s1), t(s1l), t(s0)]),
        feature(128, &[t(s0), t(n0), near]),
        feature(129, &[t(s1), t(s0), far]),
        feature(130, &[t(s0), valence[0], valence[1]]),
        feature(131, &[t(n0), valence[2]]),
        feature(132, &[t(s0), valence[1], t(n0)]),
        feature(133, &[w(s0), valence[1]]),
        feature(134, &[w(s0), near]),
        feature(135, &[w(s1), w(s0), t(n0)]),
        feature(136, &[t(s1), w(s0), t(n0)]),
        feature(137, &[t(s1), t(s0), w(n0)]),
        feature(138, &[w(s1), t(s0), t(n0)]),
        feature(139, &[w(s0), t(n0), t(n1)]),
        feature(140, &[t(s0), w(n0), t(n1)]),
        feature(141, &[w(s0r), t(s0), t(n0)]),
        feature(142, &[w(s1), w(s0r)]),
        feature(143, &[t(s2), t(s1), t(s0), t(n0)]),
        feature(144, &[t(s1), t(s0), t(n0), t(n1)]),
        feature(145, &[w(s2), t(s1), t(s0)]),
        feature(146, &[t(s0), count(&state.right, s1), t(s1)]),
    ]
}

/// The head of each word; of one word of a sentence, and of what hangs on nothing, none.
pub(super) fn heads<W: Weight>(table: &Table<W, MOVES>, forms: &[Form], tags: &[Tag]) -> Vec<Option<usize>> {
    let mut state = State::new(forms.len());
    while !state.is_done() {
        let scores = table.scores(&features(&state, forms, tags));
        state.act(best(&scores, |action| state.can(action)));
    }
    state.heads
}
