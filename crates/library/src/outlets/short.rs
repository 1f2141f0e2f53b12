//! What to call an outlet where there is little room.

use std::collections::BTreeSet;

/// Characters that fit into a narrow column.
pub(crate) const WIDTH: usize = 8;

/// A short name that nobody has yet: the name itself, its first word, or its initials.
pub(crate) fn short(name: &str, taken: &BTreeSet<String>) -> String {
    let words = words(name);
    let initials: String = words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let first = words.first().copied().unwrap_or(name).to_owned();
    let by_initials = if words.len() > 2 { [initials, first.clone()] } else { [first.clone(), initials] };
    let candidates = [words.join(" ")].into_iter().chain(by_initials);
    let fits = |candidate: &String| (2..=WIDTH).contains(&candidate.chars().count());
    let mut candidates = candidates.filter(fits).chain([cut(&first, WIDTH)]);
    candidates.find(|candidate| !taken.contains(candidate)).unwrap_or_else(|| numbered(&first, taken))
}

/// The words that tell it from others: without an article at the front, and what is around an address.
fn words(name: &str) -> Vec<&str> {
    let name = name.trim();
    let is_address = name.contains('.') && !name.contains(char::is_whitespace);
    if is_address {
        let host = name.strip_prefix("www.").unwrap_or(name);
        return host.split('.').next().filter(|word| !word.is_empty()).into_iter().collect();
    }
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty()).collect();
    match words.split_first() {
        Some((first, rest)) if first.eq_ignore_ascii_case("the") && !rest.is_empty() => rest.to_vec(),
        _ => words,
    }
}

fn numbered(first: &str, taken: &BTreeSet<String>) -> String {
    let numbered = |number: usize| {
        let number = number.to_string();
        format!("{}{number}", cut(first, WIDTH.saturating_sub(number.len())))
    };
    (2..).map(numbered).find(|candidate| !taken.contains(candidate)).expect("numbers do not end")
}

pub(crate) fn cut(text: &str, width: usize) -> String {
    text.chars().take(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], expected: &[&str]) {
        let mut taken = BTreeSet::new();
        for (name, expected) in names.iter().zip(expected) {
            let short = short(name, &taken);
            assert_eq!(short, *expected, "{name}");
            taken.insert(short);
        }
    }

    #[test]
    fn a_name_that_fits_is_short_enough() {
        check(&["Tidings", "The Post", "港报"], &["Tidings", "Post", "港报"]);
    }

    #[test]
    fn a_longer_name_is_its_first_word_or_its_initials() {
        check(&["Harbour Post", "Meridian News Agency", "Northumbrian Gazette"], &["Harbour", "MNA", "NG"]);
        check(&["Northumbrian"], &["Northumb"]);
    }

    #[test]
    fn names_that_would_be_cut_alike_are_told_apart() {
        check(&["Harbour Post", "Harbour Press", "Harbour Paper"], &["Harbour", "HP", "Harbour2"]);
        check(&["Tidings", "The Tidings"], &["Tidings", "Tidings2"]);
    }

    #[test]
    fn an_address_is_called_by_its_host() {
        check(&["www.northline.example", "sund.example"], &["northlin", "sund"]);
    }

    #[test]
    fn a_name_of_signs_alone_is_cut() {
        check(&["!?!", "!?!"], &["!?!", "!?!2"]);
    }
}
