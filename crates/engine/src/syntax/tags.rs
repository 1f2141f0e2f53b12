//! Tells what part of speech each word is, from left to right, by its form and its neighbours.

use super::table::{Table, Weight, best, feature, hashed};
use crate::text::Word;

/// Part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Noun,
    Plural,
    Name,
    Pronoun,
    /// "her", "its"
    Owner,
    Determiner,
    /// "who", "which", "when"
    Relative,
    Adjective,
    Adverb,
    Base,
    Present,
    ThirdPerson,
    Past,
    Participle,
    Gerund,
    Modal,
    Number,
    Preposition,
    To,
    Particle,
    Conjunction,
    Mark,
    Other,
}

impl Tag {
    pub const ALL: [Self; 23] = [
        Self::Noun,
        Self::Plural,
        Self::Name,
        Self::Pronoun,
        Self::Owner,
        Self::Determiner,
        Self::Relative,
        Self::Adjective,
        Self::Adverb,
        Self::Base,
        Self::Present,
        Self::ThirdPerson,
        Self::Past,
        Self::Participle,
        Self::Gerund,
        Self::Modal,
        Self::Number,
        Self::Preposition,
        Self::To,
        Self::Particle,
        Self::Conjunction,
        Self::Mark,
        Self::Other,
    ];

    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Name)
    }

    pub(crate) fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Present | Self::ThirdPerson | Self::Past | Self::Participle | Self::Gerund)
    }
}

/// What the form of a word says of it.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) word: u32,
    end: u32,
    ending: u32,
    shape: u32,
}

impl Form {
    pub(super) fn of(at: usize, word: &Word) -> Self {
        let ending = |length: usize| {
            let from = word.lower.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at);
            hashed(&word.lower[from..])
        };
        let bits = [
            word.is_capitalised(),
            at == 0,
            word.has_digit(),
            word.is_word(),
            word.lower.ends_with("'s") || word.lower.ends_with("s'"),
            word.text.chars().count() > 1 && word.text.chars().all(|letter| !letter.is_lowercase()),
        ];
        let shape = bits.iter().fold(0, |shape, &bit| shape * 2 + u32::from(bit));
        Self { word: hashed(&word.lower), end: ending(2), ending: ending(3), shape }
    }
}

/// What speaks for the tag of word `at`, given the tags before it.
pub(super) fn features(forms: &[Form], tags: &[Tag], at: usize) -> Vec<u32> {
    let form = |offset: isize| at.checked_add_signed(offset).and_then(|i| forms.get(i));
    let word = |offset| form(offset).map_or(0, |form: &Form| form.word);
    let ending = |offset| form(offset).map_or(0, |form: &Form| form.ending);
    let shape = |offset| form(offset).map_or(99, |form: &Form| form.shape);
    let tag = |back: usize| at.checked_sub(back).map_or(99, |i| tags[i] as u32);
    let here = &forms[at];
    vec![
        feature(0, &[]),
        feature(1, &[here.word]),
        feature(2, &[here.ending]),
        feature(3, &[here.end]),
        feature(4, &[here.shape]),
        feature(5, &[here.word, here.shape]),
        feature(6, &[here.ending, here.shape]),
        feature(7, &[tag(1)]),
        feature(8, &[tag(1), tag(2)]),
        feature(9, &[tag(1), here.word]),
        feature(10, &[tag(1), here.ending]),
        feature(11, &[word(-1)]),
        feature(12, &[word(1)]),
        feature(13, &[word(-2)]),
        feature(14, &[word(2)]),
        feature(15, &[word(-1), here.ending]),
        feature(16, &[word(1), here.ending]),
        feature(17, &[ending(1), here.ending]),
        feature(18, &[ending(-1)]),
        feature(19, &[ending(1)]),
        feature(20, &[shape(1), here.shape]),
        feature(21, &[shape(-1), here.shape]),
        feature(22, &[word(-1), here.word]),
        feature(23, &[here.word, word(1)]),
        feature(24, &[tag(1), tag(2), here.ending, ending(1)]),
    ]
}

/// The tag of each word.
pub(super) fn tags<W: Weight>(table: &Table<W, { Tag::ALL.len() }>, forms: &[Form]) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(forms.len());
    for at in 0..forms.len() {
        let scores = table.scores(&features(forms, &tags, at));
        tags.push(Tag::ALL[best(&scores, |_| true)]);
    }
    tags
}
