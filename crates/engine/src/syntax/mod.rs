//! Reads the grammar of a sentence: each word's part of speech, the word that it hangs on, and what it is to it.

mod arcs;
pub(crate) mod fit;
mod roles;
mod table;
mod tags;

use crate::text::Word;
pub use roles::Role;
use table::{Table, Weight};
use tags::Form;
pub use tags::Tag;

/// The tables, as they lie in `data/`: see the README there.
const BYTES: &[u8] = include_bytes!("../../data/syntax_i8.bin");
/// Rows of the tables of tags, moves and roles.
const SIZES: [usize; 3] = [1 << 16, 1 << 18, 1 << 15];

/// A word of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    /// The word that it hangs on.
    pub(crate) head: Option<usize>,
    pub(crate) role: Role,
}

/// How the words of a sentence hang together, a node a word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// The tree of an English sentence.
    pub(crate) fn of(words: &[Word]) -> Self {
        let forms: Vec<Form> = words.iter().enumerate().map(|(at, word)| Form::of(at, word)).collect();
        Self { nodes: Tables::of(BYTES).read(&forms) }
    }

    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.nodes[at].tag
    }

    pub(crate) fn role(&self, at: usize) -> Role {
        self.nodes[at].role
    }

    pub(crate) fn head(&self, at: usize) -> Option<usize> {
        self.nodes[at].head
    }

    /// The words that hang on word `at`, in the order of the sentence.
    pub(crate) fn under(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.nodes.len()).filter(move |&i| self.nodes[i].head == Some(at))
    }

    /// The first word that hangs on `at` in this role.
    pub(crate) fn child(&self, at: usize, role: Role) -> Option<usize> {
        self.under(at).find(|&i| self.role(i) == role)
    }

    /// Whether word `at` hangs on `top`, directly or not.
    pub(crate) fn hangs_on(&self, at: usize, top: usize) -> bool {
        // No word is its own ancestor; the bound spares a proof.
        let mut above = self.head(at);
        for _ in 0..self.nodes.len() {
            match above {
                Some(word) if word == top => return true,
                Some(word) => above = self.head(word),
                None => return false,
            }
        }
        false
    }
}

struct Tables<'t, W> {
    tags: Table<'t, W, { Tag::ALL.len() }>,
    moves: Table<'t, W, { arcs::MOVES }>,
    roles: Table<'t, W, { Role::ALL.len() }>,
}

impl<'t, W: Weight> Tables<'t, W> {
    fn of(numbers: &'t [W]) -> Self {
        let (tags, rest) = numbers.split_at(SIZES[0] * Tag::ALL.len());
        let (moves, roles) = rest.split_at(SIZES[1] * arcs::MOVES);
        Self { tags: Table { rows: tags }, moves: Table { rows: moves }, roles: Table { rows: roles } }
    }

    fn read(&self, forms: &[Form]) -> Vec<Node> {
        let tags = tags::tags(&self.tags, forms);
        let heads = arcs::heads(&self.moves, forms, &tags);
        let roles = roles::roles(&self.roles, forms, &tags, &heads);
        let nodes = tags.into_iter().zip(heads).zip(roles);
        nodes.map(|((tag, head), role)| Node { tag, head, role }).collect()
    }
}
