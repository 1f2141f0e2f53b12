//! Lines of one paragraph that stand alone: headings and the items of a list.
//!
//! Other line ends are wrapped text, where sentences run on.

/// Where a line begins that is an item, or that follows an item or a heading.
pub(crate) fn cuts(paragraph: &str) -> Vec<usize> {
    let longest = paragraph.lines().map(|line| line.trim().chars().count()).max().unwrap_or_default();
    let mut found = Vec::new();
    let mut before = "";
    let mut at = 0;
    for line in paragraph.split_inclusive('\n') {
        if at > 0 && (is_item(line.trim()) || (is_heading(before, longest) && begins(line.trim()))) {
            found.push(at);
        }
        before = line.trim();
        at += line.len();
    }
    found
}

fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len() && line.len() - rest.len() <= 2;
    let marked = |marks: &[char]| rest.strip_prefix(marks).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if numbered { marked(&['.', ')']) } else { marked(&['•', '·', '▪', '◦', '‣', '*', '-', '–']) }
}

/// A line that ends early and without a mark: wrapped lines are about as long as the longest.
fn is_heading(line: &str, longest: usize) -> bool {
    line.ends_with(char::is_alphanumeric) && !is_item(line) && line.chars().count() * 2 < longest
}

fn begins(line: &str) -> bool {
    line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘' | '«' | '„'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: &[&str]) {
        let ends = cuts(paragraph).into_iter().chain([paragraph.len()]);
        let mut from = 0;
        let found: Vec<&str> = ends.map(|to| paragraph[std::mem::replace(&mut from, to)..to].trim()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn items_are_told_apart() {
        check("What burned:\n• the mill\n• two barns", &["What burned:", "• the mill", "• two barns"]);
        check("1. The mill\n2. Two barns", &["1. The mill", "2. Two barns"]);
    }

    #[test]
    fn a_heading_is_a_line_of_its_own() {
        check("The fire\nIt began in the mill before dawn.", &["The fire", "It began in the mill before dawn."]);
    }

    #[test]
    fn wrapped_text_runs_on() {
        let wrapped = "The fire began in the mill of\nOstholm before dawn, and by\nnoon two barns burned.";
        check(wrapped, &[wrapped]);
    }
}
