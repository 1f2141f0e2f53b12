//! Headlines as pages tell them: several times, with the site's name or a rubric beside them.

use crate::plain::folded;
use regex::Regex;
use scraper::Html;
use std::sync::LazyLock;

/// Whether a heading says what a title says: the same letters, or all of a title that
/// goes on or has a rubric before it.
pub(crate) fn is_same_headline(heading: &str, title: &str) -> bool {
    let (heading, title) = (folded(heading), folded(title));
    let long_enough = heading.len() >= 20 && title.len() >= 20;
    !heading.is_empty()
        && (heading == title
            || (long_enough
                && (title.starts_with(&heading) || title.ends_with(&heading) || heading.starts_with(&title))))
}

/// `Ferry sinks | The Alder Post` without the site, and without the rubrics before it.
pub(crate) fn without_site(title: &str, sites: &[String]) -> String {
    let cuts: Vec<(usize, usize)> = PARTED.find_iter(title).map(|cut| (cut.start(), cut.end())).collect();
    let is_site = |part: &str| {
        let part = folded(part);
        !part.is_empty()
            && sites.iter().any(|site| {
                *site == part
                    || (part.len() >= 5 && site.starts_with(&part))
                    || (site.len() >= 5 && part.starts_with(site.as_str()))
            })
    };
    if let Some(&(start, end)) = cuts.last().filter(|&&(_, end)| is_site(&title[end..])) {
        // Between bars, what stands before the site is a rubric.
        let bar = &title[start..end];
        let first = cuts.iter().find(|&&(s, e)| bar.contains('|') && title[s..e] == *bar).map_or(start, |cut| cut.0);
        return title[..first].trim().to_owned();
    }
    match cuts.first() {
        Some(&(start, end)) if is_site(&title[..start]) => title[end..].trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// What parts a headline from the name of its site.
static PARTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\s+[|·•»–—-]\s+|\s*[|»]\s*|\s*::\s*").expect("a pattern of ours compiles"));

/// The name of the site in the title of a page, where one of its headings shows what the headline is.
pub(crate) fn site_behind(title: &str, headings: &[String]) -> Option<String> {
    let cut = PARTED.find_iter(title).last()?;
    let starts_title =
        |heading: &String| !heading.is_empty() && folded(&title[..cut.start()]).starts_with(&folded(heading));
    headings.iter().any(starts_title).then(|| title[cut.end()..].trim().to_owned()).filter(|site| !site.is_empty())
}

/// The name of the site before the headline, in `The Alder Post: Ferry sinks`; it may as well be a rubric.
pub(crate) fn site_before(title: &str, headings: &[String]) -> Option<String> {
    let (site, rest) =
        title.split_once(": ").or_else(|| title.split_once(" - ")).or_else(|| title.split_once(" | "))?;
    headings.iter().any(|heading| folded(heading) == folded(rest)).then(|| site.trim().to_owned())
}

/// Whether a host is called by a name: it holds each of the name's longer words.
pub(crate) fn is_name_of(name: &str, host: &str) -> bool {
    let host = folded(host);
    let words: Vec<String> = name.split_whitespace().map(folded).filter(|word| word.chars().count() >= 4).collect();
    !words.is_empty() && words.iter().all(|word| host.contains(word.as_str()))
}

/// `The Alder Post | News from the coast` without what follows the name.
pub(crate) fn without_slogan(name: &str) -> String {
    let parts = name.split(['|', '•', '»']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    parts.map(str::trim).find(|part| !part.is_empty()).unwrap_or(name).to_owned()
}

/// Metadata is sometimes escaped twice.
pub(crate) fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let fragment = Html::parse_fragment(&text.replace('<', "&lt;"));
    fragment.root_element().text().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_and_its_rubrics_are_cut_off() {
        let sites = [folded("The Alder Post"), folded("alderpost.example")];
        let cases = [
            ("Ferry sinks - The Alder Post", "Ferry sinks"),
            ("Ferry sinks | World | The Alder Post", "Ferry sinks"),
            ("The Alder Post | Ferry sinks", "Ferry sinks"),
            ("Ferry sinks - and nobody knows why", "Ferry sinks - and nobody knows why"),
            ("Ferry sinks", "Ferry sinks"),
        ];
        for (title, expected) in cases {
            assert_eq!(without_site(title, &sites), expected);
        }
    }

    #[test]
    fn a_heading_shows_where_the_site_begins() {
        let headings = ["Ferry sinks - again".to_owned()];
        assert_eq!(site_behind("Ferry sinks - again - Alder Post", &headings).as_deref(), Some("Alder Post"));
        assert_eq!(site_behind("Ferry sinks - again", &headings), None);
        assert_eq!(site_behind("Pier closed - Alder Post", &headings), None);
    }

    #[test]
    fn a_host_is_called_by_the_longer_words_of_its_name() {
        assert!(is_name_of("Le Courrier de Valmont", "courrier-valmont.example"));
        assert!(!is_name_of("Le Courrier de Valmont", "courrier.example"));
        assert!(!is_name_of("A to Z", "a-to-z.example"));
    }

    #[test]
    fn a_rubric_or_a_longer_form_is_the_same_headline() {
        assert!(is_same_headline("Ferries are not safe enough", "Opinion | Ferries are not safe enough"));
        assert!(is_same_headline("Ferry sinks", "Ferry sinks"));
        assert!(!is_same_headline("Ferry", "Ferry sinks off Port Alder"));
    }
}
