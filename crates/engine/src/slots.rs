//! Aligns the words of two claims: which word of the one stands where which word of the other stands.

use crate::{facets::closed_class::is_open, text::Word};

/// For each word of two claims its partner in the other, if it has one.
#[derive(Debug)]
pub(crate) struct Slots {
    to_b: Vec<Option<usize>>,
    to_a: Vec<Option<usize>>,
}

impl Slots {
    /// Joins equal stems of open-class words: those of the longest common subsequence first, then
    /// those left over that occur once on each side.
    pub(crate) fn of(a: &[Word], b: &[Word]) -> Self {
        let mut slots = Self { to_b: vec![None; a.len()], to_a: vec![None; b.len()] };
        let (open_a, open_b) = (open(a), open(b));
        for (i, j) in common_subsequence(a, b, &open_a, &open_b) {
            slots.join(i, j);
        }
        for &i in &open_a {
            let mut free = open_b.iter().filter(|&&j| slots.to_a[j].is_none() && a[i].stem == b[j].stem);
            if let (None, Some(&j), None) = (slots.to_b[i], free.next(), free.next()) {
                slots.join(i, j);
            }
        }
        slots
    }

    fn join(&mut self, a: usize, b: usize) {
        self.to_b[a] = Some(b);
        self.to_a[b] = Some(a);
    }

    /// The same from the other claim's side.
    pub(crate) fn turned(&self) -> Self {
        Self { to_b: self.to_a.clone(), to_a: self.to_b.clone() }
    }

    /// The word of `b` with the stem of word `at` of `a`.
    pub(crate) fn partner(&self, at: usize) -> Option<usize> {
        self.to_b.get(at).copied().flatten()
    }

    /// How many words have a partner.
    pub(crate) fn joined(&self) -> usize {
        self.to_b.iter().flatten().count()
    }

    /// Whether two words near word `i` of `a` have their partners near word `j` of `b`.
    pub(crate) fn meet(&self, i: usize, j: usize) -> bool {
        const NEAR: usize = 4;
        let near = (i.saturating_sub(NEAR)..=i + NEAR)
            .filter(|&at| self.partner(at).is_some_and(|partner| partner.abs_diff(j) <= NEAR));
        near.count() >= 2
    }

    /// The one unpartnered open-class word of `b` that stands between the partners of the words on
    /// both sides of the unpartnered word `at` of `a`.
    pub(crate) fn in_the_slot_of(&self, a: &[Word], b: &[Word], at: usize) -> Option<usize> {
        if self.to_b[at].is_some() || !is_open(&a[at]) {
            return None;
        }
        let open_a = |i: &usize| is_open(&a[*i]);
        let left = (at.saturating_sub(5)..at).rev().find(open_a).and_then(|i| self.to_b[i])?;
        let right = (at + 1..a.len().min(at + 6)).find(open_a).and_then(|i| self.to_b[i])?;
        let mut between = (left + 1..right).filter(|&j| is_open(&b[j]));
        match (between.next(), between.next()) {
            (Some(j), None) if self.to_a[j].is_none() => Some(j),
            _ => None,
        }
    }
}

fn open(words: &[Word]) -> Vec<usize> {
    (0..words.len()).filter(|&i| is_open(&words[i])).collect()
}

fn common_subsequence(a: &[Word], b: &[Word], open_a: &[usize], open_b: &[usize]) -> Vec<(usize, usize)> {
    let (rows, columns) = (open_a.len(), open_b.len());
    let mut longest = vec![vec![0u32; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            longest[i][j] = match a[open_a[i]].stem == b[open_b[j]].stem {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < rows && j < columns {
        if a[open_a[i]].stem == b[open_b[j]].stem {
            pairs.push((open_a[i], open_b[j]));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn check(a: &str, b: &str, word: &str, expected: Option<&str>) {
        let (a, b) = (words(a, 0), words(b, 0));
        let at = a.iter().position(|w| w.text == word).expect("the word stands in the text");
        let slots = Slots::of(&a, &b);
        let found = slots.partner(at).or_else(|| slots.in_the_slot_of(&a, &b, at));
        assert_eq!(found.map(|j| b[j].text), expected);
    }

    #[test]
    fn a_word_is_partnered_with_its_other_forms() {
        check("Villagers fled the flood.", "From the flood fleeing villagers fled.", "flood", Some("flood"));
    }

    #[test]
    fn a_word_between_the_same_words_fills_the_same_slot() {
        check(
            "The ministry denied the deal on Friday.",
            "The ministry confirmed the deal.",
            "denied",
            Some("confirmed"),
        );
        check("The ministry denied it.", "Villagers confirmed the deal.", "denied", None);
    }
}
