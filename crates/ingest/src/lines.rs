//! Lines of a plain text to paragraphs: lines that an editor or a mail program broke at a fixed
//! width are joined again.

use crate::plain::one_line;

/// Widths, in characters, at which programs break lines.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Characters by which few lines are longer than nearly all others.
const RAGGED: usize = 3;

/// The paragraphs of `text`, one line each. Empty lines part paragraphs; so do line breaks, unless
/// the whole text is broken at one width.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\x0C'], "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let width = wrapped_at(&lines);
    let mut found: Vec<String> = Vec::new();
    let mut before: Option<&str> = None;
    for line in lines {
        let joins = before.zip(width).is_some_and(|(before, width)| is_broken(before, line, width));
        let piece = one_line(line);
        match found.last_mut() {
            Some(paragraph) if joins && !piece.is_empty() => join(paragraph, &piece),
            _ if piece.is_empty() => {}
            _ => found.push(piece),
        }
        before = (!line.trim().is_empty()).then_some(line);
    }
    found
}

/// The width at which most lines of the text were broken, if they were.
fn wrapped_at(lines: &[&str]) -> Option<usize> {
    let pairs: Vec<(&str, &str)> = lines
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(a, b)| !a.trim().is_empty() && !b.trim().is_empty())
        .collect();
    let mut lengths: Vec<usize> = pairs.iter().map(|(line, _)| line.chars().count()).collect();
    lengths.sort_unstable();
    // A longer line, such as an address, does not speak against a width.
    let most = *lengths.get((lengths.len() * 9).div_ceil(10).checked_sub(1)?)?;
    let width = lengths.iter().copied().filter(|&length| length <= most + RAGGED).max()?;
    let broken = pairs.iter().filter(|(line, next)| is_broken(line, next, width)).count();
    (pairs.len() >= 3 && WIDTHS.contains(&width) && broken * 10 >= pairs.len() * 7).then_some(width)
}

/// Whether `line` ends only because the first word of `next` did not fit within `width`.
fn is_broken(line: &str, next: &str, width: usize) -> bool {
    let is_indented = next.starts_with('\u{3000}') || next.starts_with([' ', '\t']) && !line.starts_with([' ', '\t']);
    let is_item = next.trim_start().starts_with(['•', '*', '-', '–', '>', '#']);
    let first = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    let length = line.chars().count();
    // Where writing has no blanks a line is broken anywhere, and so almost at its full width.
    let is_full = if first > width / 2 { length + 2 >= width } else { length + 1 + first > width };
    !is_indented && !is_item && first > 0 && length <= width && is_full
}

/// Joins a broken line; a word broken at its own hyphen keeps it.
fn join(paragraph: &mut String, piece: &str) {
    let in_compound = paragraph.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
    if !in_compound {
        paragraph.push(' ');
    }
    paragraph.push_str(piece);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(paragraphs(text), expected, "{text:?}");
    }

    #[test]
    fn empty_lines_part_paragraphs_whatever_ends_a_line() {
        check("One.\n\nTwo.\n \n\nThree.", &["One.", "Two.", "Three."]);
        check("One.\r\n\r\nTwo.", &["One.", "Two."]);
        check("One.\r\rTwo.", &["One.", "Two."]);
    }

    #[test]
    fn a_line_is_a_paragraph_where_nothing_is_broken() {
        check(
            "Ferry sinks\nAt least 22 people died.\n3 min read",
            &["Ferry sinks", "At least 22 people died.", "3 min read"],
        );
    }

    #[test]
    fn lines_broken_at_one_width_are_joined() {
        check(
            "Ferry sinks\n\nA ferry with more than a hundred people on board sank off\nPort Alder on Tuesday, the harbour authority said, after the\nship hit the pier in a storm that had closed all the Iran-\nbacked harbours of the coast.\n\nRescuers searched through the night for those who had not\nbeen found, and gave up at dawn.",
            &[
                "Ferry sinks",
                "A ferry with more than a hundred people on board sank off Port Alder on Tuesday, the harbour authority said, after the ship hit the pier in a storm that had closed all the Iran-backed harbours of the coast.",
                "Rescuers searched through the night for those who had not been found, and gave up at dawn.",
            ],
        );
    }

    #[test]
    fn an_indent_begins_a_paragraph_in_broken_text() {
        check(
            "   A ferry with more than a hundred people on board sank\noff Port Alder on Tuesday, the harbour authority said.\n   Rescuers searched through the night for those that had\nnot been found when the ship went down, and gave up at\ndawn.",
            &[
                "A ferry with more than a hundred people on board sank off Port Alder on Tuesday, the harbour authority said.",
                "Rescuers searched through the night for those that had not been found when the ship went down, and gave up at dawn.",
            ],
        );
    }
    #[test]
    fn lines_without_blanks_are_paragraphs_unless_all_are_equally_long() {
        let long = "二日午前六時四十分ごろ、白浜市の白浜トンネルの工事現場で天井部分が崩落し、作業員四人が坑内に閉じ込められた。";
        let short = "消防は隊員八十人を動員して土砂の撤去を進めているが、作業は午前九時すぎに一時中断された。";
        check(&[short, long, short, long, short].join("\n"), &[short, long, short, long, short]);
        let blank = '\u{3000}';
        check(&format!("{blank}{long}\n{blank}{long}\n{blank}{long}\n{blank}{long}"), &[long; 4]);
    }
}
