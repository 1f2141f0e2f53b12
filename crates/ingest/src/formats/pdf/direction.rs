//! Writing from right to left: pages keep the place of each letter, from left to right; a reader needs their order.

use super::lines::Line;

/// Hebrew, Arabic, Syriac, Thaana, N'Ko, and the forms of their letters that fonts have.
pub(super) fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Lines as they are read. A page most of whose lines run to the left is turned over, so that what is left of something
/// comes before it on all pages.
pub(super) fn read(mut lines: Vec<Line>) -> Vec<Line> {
    let leftward = lines.iter().filter(|line| runs_to_the_left(&line.text)).count();
    let is_turned = leftward * 2 > lines.len();
    for line in &mut lines {
        if runs_to_the_left(&line.text) {
            line.text = in_order(&line.text);
        }
        if is_turned {
            (line.left, line.right) = (-line.right, -line.left);
        }
    }
    lines
}

fn runs_to_the_left(text: &str) -> bool {
    let leftward = text.chars().filter(|&c| is_leftward(c)).count();
    leftward * 2 > text.chars().filter(|c| c.is_alphabetic()).count()
}

/// A line from its right end; numbers and foreign words in it keep their own order.
fn in_order(text: &str) -> String {
    let letters: Vec<char> = text.chars().rev().map(mirrored).collect();
    let is_rightward = |c: char| c.is_alphanumeric() && !is_leftward(c);
    let mut ordered = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        if !is_rightward(letters[at]) {
            ordered.push(letters[at]);
            at += 1;
            continue;
        }
        // A run goes on over what stands between its letters, such as the colon of a clock.
        let inside = letters[at..]
            .iter()
            .take_while(|&&c| is_rightward(c) || matches!(c, '.' | ',' | ':' | '/' | '-' | '\'' | '@'));
        let length = inside.count();
        let trailing = letters[at..at + length].iter().rev().take_while(|&&c| !is_rightward(c)).count();
        ordered.extend(letters[at..at + length - trailing].iter().rev());
        at += length - trailing;
    }
    ordered
}

/// A bracket opens to the other side.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_from_its_right_end_and_its_numbers_are_not() {
        assert_eq!(in_order(".(21:30) העשב החרפ שאה"), "האש פרחה בשעה (21:30).");
        assert_eq!(in_order("2031-ב 12,5 ומלש"), "שלמו 12,5 ב-2031");
    }

    #[test]
    fn a_line_to_the_right_stays_as_it_is() {
        let line = Line { text: "The ferry".into(), left: 1.0, right: 9.0, y: 0.0, size: 10.0 };
        assert_eq!(read(vec![line.clone()]), [line]);
    }
}
