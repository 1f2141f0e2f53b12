//! Who published, where nothing says it: the file's name, spelled as the article spells it.

use story::Draft;
use story::address::host;

/// `harbour-post.txt` is the "Harbour Post" if the article names it, else `harbour-post`. What was fetched is of its host.
pub(crate) fn by_file_name(name: &str, draft: &Draft) -> String {
    if let Some(host) = host(name) {
        return host.to_owned();
    }
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words: Vec<String> =
        stem.split(['-', '_', ' ', '.']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let lines = draft.byline.iter().chain([&draft.title]).chain(&draft.paragraphs);
    // One word alone ("report.txt") would be found in many an article that does not mean itself.
    let spelled = if words.len() < 2 { None } else { lines.into_iter().find_map(|line| spelled(line, &words)) };
    spelled.unwrap_or_else(|| stem.to_owned())
}

/// These words where they follow each other in `line`, each with a capital.
fn spelled(line: &str, words: &[String]) -> Option<String> {
    let found: Vec<&str> =
        line.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    found
        .windows(words.len())
        .find(|run| {
            let is_word = |(found, word): (&&str, &String)| {
                found.chars().next().is_some_and(char::is_uppercase) && found.to_lowercase() == *word
            };
            run.iter().zip(words).all(is_word)
        })
        .map(|run| run.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, paragraph: &str, expected: &str) {
        let draft = Draft { paragraphs: vec![paragraph.into()], ..Draft::default() };
        assert_eq!(by_file_name(name, &draft), expected);
    }

    #[test]
    fn a_name_is_spelled_as_the_article_spells_it() {
        check("a/harbour-post.txt", "He told the Harbour Post on Monday.", "Harbour Post");
        check("c:\\b\\HARBOUR_POST.TXT", "He told the Harbour Post.", "Harbour Post");
    }

    #[test]
    fn what_was_fetched_is_of_its_host() {
        check("https://www.harbour-post.example/2031/fire.html", "No name at all.", "harbour-post.example");
    }

    #[test]
    fn a_name_that_the_article_does_not_hold_stays_as_it_is() {
        check("harbour-post.txt", "A post in the harbour burned.", "harbour-post");
        check("post.txt", "The Post reported it.", "post");
        check("", "No name at all.", "");
    }
}
