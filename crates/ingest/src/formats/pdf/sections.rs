//! Several articles on a page: where each begins.

use super::{Page, lines::Line, paragraphs::Block};
use crate::{
    furniture::{byline, date_line},
    plain::{ends_as_sentence, words},
};

/// In units of the text's type: subheads are smaller, headlines of the least stories are not.
const HEADLINE: f64 = 1.4;

/// Words of text below a headline, without which it is a rubric, a pull quote or an advertisement.
const LEAST: usize = 40;

/// Blocks below a headline in which it is said who wrote, or when.
const HEAD: usize = 3;

/// Where the articles of a document begin: nothing unless there are two or more.
///
/// A large heading alone proves nothing, since reports have them too. It begins an article on a page that is set in
/// columns, or where each of them has a byline or a date of its own.
pub(super) fn of(blocks: &[Block], body: f64, pages_in_columns: &[bool]) -> Vec<usize> {
    let large: Vec<usize> = (0..blocks.len()).filter(|&at| is_headline(&blocks[at], body)).collect();
    let has_text = |&(at, end): &(usize, usize)| {
        let text =
            blocks[at + 1..end].iter().filter(|block| block.size < body * HEADLINE && ends_as_sentence(&block.text));
        text.map(|block| words(&block.text)).sum::<usize>() >= LEAST
    };
    let ends = large.iter().skip(1).copied().chain([blocks.len()]);
    let heads: Vec<usize> = large.iter().copied().zip(ends).filter(has_text).map(|(at, _)| at).collect();
    let is_signed = |&at: &usize| {
        blocks
            .iter()
            .skip(at + 1)
            .take(HEAD)
            .any(|block| byline(&block.text).is_some() || date_line(&block.text).is_some())
    };
    let in_columns = |&at: &usize| pages_in_columns.get(blocks[at].page).copied().unwrap_or_default();
    let are_apart = heads.iter().all(in_columns) || heads.iter().all(is_signed);
    if heads.len() >= 2 && are_apart { heads } else { Vec::new() }
}

fn is_headline(block: &Block, body: f64) -> bool {
    block.size >= body * HEADLINE && body > 0.0 && words(&block.text) >= 3 && !block.text.ends_with('.')
}

/// Whether a rubric stands above the next headline: a word or three, no sentence.
pub(super) fn is_rubric(block: &Block) -> bool {
    words(&block.text) <= 3 && !ends_as_sentence(&block.text)
}

/// Whether a page is set in columns: lines of text stand beside each other.
pub(super) fn is_in_columns(page: &Page) -> bool {
    const LINES: usize = 400;
    const BESIDE: usize = 6;
    let lines: Vec<&Line> = page.lines.iter().filter(|line| words(&line.text) >= 3).take(LINES).collect();
    let has_neighbour = |line: &&&Line| {
        lines.iter().any(|other| {
            (other.y - line.y).abs() < line.size && other.left >= line.right && other.size <= 1.3 * line.size
        })
    };
    lines.iter().filter(has_neighbour).take(BESIDE).count() == BESIDE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(size: f64, text: &str) -> Block {
        Block { text: text.into(), size, page: 0 }
    }

    fn story(headline: &str, above: &str) -> Vec<Block> {
        let text = "The ferry sank within minutes of leaving the harbour on Monday, the coast guard said. ".repeat(4);
        vec![block(20.0, headline), block(10.0, above), block(10.0, text.trim()), block(12.0, "What went wrong")]
    }

    fn check(blocks: &[Block], in_columns: bool, expected: &[usize]) {
        assert_eq!(of(blocks, 10.0, &[in_columns]), expected);
    }

    #[test]
    fn headlines_on_a_page_in_columns_begin_articles_and_subheads_do_not() {
        let page = [story("Ferry sinks off Varn", "It left."), story("Bridge shut after flood", "It rose.")].concat();
        check(&page, true, &[0, 4]);
        check(&page, false, &[]);
    }

    #[test]
    fn headlines_with_bylines_begin_articles_in_one_column_too() {
        let page =
            [story("Ferry sinks off Varn", "By Ana Reed"), story("Bridge shut after flood", "By Bo Lee")].concat();
        check(&page, false, &[0, 4]);
    }

    #[test]
    fn large_type_without_text_below_it_begins_nothing() {
        check(
            &[story("Ferry sinks off Varn", "It left."), vec![block(30.0, "Summer sale now on")]].concat(),
            true,
            &[],
        );
    }
}
