//! Styled text that knows how wide it is on a terminal, and where its lines may break.

use anstyle::Style;
use std::{fmt::Write, ops::Range};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Styled text. What is put in comes out harmless: see [`report::plain`].
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Text {
    words: String,
    /// In the order of the text, without gaps.
    styles: Vec<(Range<usize>, Style)>,
}

impl Text {
    pub(crate) fn of(text: &str, style: Style) -> Self {
        Self::default().with(text, style)
    }

    pub(crate) fn with(mut self, text: &str, style: Style) -> Self {
        self.push(text, style);
        self
    }

    pub(crate) fn push(&mut self, text: &str, style: Style) {
        let start = self.words.len();
        self.words.push_str(&report::plain::line(text));
        if start < self.words.len() {
            self.styles.push((start..self.words.len(), style));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Columns of a terminal.
    pub(crate) fn width(&self) -> usize {
        self.words.width()
    }

    /// The text in lines of at most `width` columns; words that are wider are cut between
    /// graphemes. At least one line.
    pub(crate) fn lines(&self, width: usize) -> Vec<Text> {
        let mut lines = Vec::new();
        let mut line = 0..0;
        for (end, _) in linebreaks(&self.words) {
            if self.words[line.start..end].trim_end().width() > width && !line.is_empty() {
                lines.push(line.clone());
                line = line.end..line.end;
            }
            while let Some(cut) = overfull(&self.words[line.start..end], width) {
                lines.push(line.start..line.start + cut);
                line.start += cut;
            }
            line.end = end;
        }
        if lines.is_empty() || !self.words[line.clone()].trim_end().is_empty() {
            lines.push(line);
        }
        lines.into_iter().map(|line| self.slice(line)).collect()
    }

    /// With escape codes; `width` columns wide at least.
    pub(crate) fn padded(&self, width: usize) -> String {
        let mut out = String::new();
        for (range, style) in &self.styles {
            let words = &self.words[range.clone()];
            let _ = if *style == Style::new() { out.write_str(words) } else { write!(out, "{style}{words}{style:#}") };
        }
        out + &" ".repeat(width.saturating_sub(self.width()))
    }

    fn slice(&self, range: Range<usize>) -> Text {
        let end = range.start + self.words[range.clone()].trim_end().len();
        let styles = self.styles.iter().filter_map(|(styled, style)| {
            let (start, end) = (styled.start.max(range.start), styled.end.min(end));
            (start < end).then(|| (start - range.start..end - range.start, *style))
        });
        Text { words: self.words[range.start..end].to_owned(), styles: styles.collect() }
    }
}

/// Where to cut `text`, which has no place to break, if it is wider than `width`.
fn overfull(text: &str, width: usize) -> Option<usize> {
    if text.trim_end().width() <= width {
        return None;
    }
    let fits = text.grapheme_indices(true).take_while(|(at, grapheme)| text[..at + grapheme.len()].width() <= width);
    let first = text.graphemes(true).next().map_or(0, str::len);
    Some(fits.map(|(at, grapheme)| at + grapheme.len()).last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines: Vec<String> = Text::of(text, Style::new()).lines(width).iter().map(|l| l.padded(0)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_break_between_words() {
        check("Three people died in Orrin.", 12, &["Three people", "died in", "Orrin."]);
    }

    #[test]
    fn a_word_that_fits_no_line_is_cut() {
        check("see orrinpost.example/2031 now", 10, &["see", "orrinpost.", "example/20", "31 now"]);
        check("aaaaaaaaaaaa", 5, &["aaaaa", "aaaaa", "aa"]);
    }

    #[test]
    fn wide_characters_count_twice_and_break_anywhere() {
        check("渡轮在奥林港沉没", 6, &["渡轮在", "奥林港", "沉没"]);
    }

    #[test]
    fn an_emoji_is_never_cut_in_two() {
        check("👩‍🚒👩‍🚒👩‍🚒", 5, &["👩‍🚒👩‍🚒", "👩‍🚒"]);
    }

    #[test]
    fn a_column_narrower_than_a_character_still_ends() {
        check("渡轮", 1, &["渡", "轮"]);
    }

    #[test]
    fn nothing_is_one_empty_line() {
        check("", 8, &[""]);
    }

    #[test]
    fn a_line_keeps_the_styles_of_its_words() {
        let bold = Style::new().bold();
        let text = Text::of("one ", Style::new()).with("two three", bold);
        let lines: Vec<String> = text.lines(7).iter().map(|line| line.padded(0)).collect();
        assert_eq!(lines, ["one \u{1b}[1mtwo\u{1b}[0m", "\u{1b}[1mthree\u{1b}[0m"]);
    }
}
