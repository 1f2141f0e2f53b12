//! Whether two names are of one outlet: "www.theguardian.com", "The Guardian" and "Guardian (UK)".
//!
//! A wrong union tells that one newsroom confirmed itself, so names must be the same but for article, host, case and
//! punctuation, and where both say of which country they are, it must be the same.

use story::address;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a name comes down to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    /// Its letters and digits, lower-case, without accents and article.
    stem: String,
    /// "uk" of "Guardian (UK)" and of guardian.co.uk.
    country: Option<String>,
    pub(super) is_host: bool,
}

impl Bare {
    pub(super) fn of(name: &str) -> Self {
        if is_host(name) { of_host(name) } else { of_title(name) }
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        !self.stem.is_empty() && self.stem == other.stem && !self.is_elsewhere(other)
    }

    /// Whether both say of which country they are, and say otherwise.
    pub(super) fn is_elsewhere(&self, other: &Self) -> bool {
        matches!((&self.country, &other.country), (Some(one), Some(two)) if one != two)
    }

    /// Whether a site that publishes under the title `self` may call itself so for short: nytimes, wsj, ft.
    pub(super) fn is_abbreviated(&self, host: &Self) -> bool {
        let mut letters = self.stem.chars();
        host.stem.chars().count() >= 2
            && self.stem.chars().next() == host.stem.chars().next()
            && host.stem.chars().all(|wanted| letters.any(|letter| letter == wanted))
    }
}

/// The host of a web address.
pub(super) fn host(url: &str) -> Option<&str> {
    address::host(url).filter(|host| is_host(host))
}

fn is_host(name: &str) -> bool {
    let mut labels = name.split('.');
    name.contains('.')
        && labels.all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && name.rsplit('.').next().is_some_and(|last| last.len() >= 2 && last.chars().all(char::is_alphabetic))
}

fn of_host(host: &str) -> Bare {
    /// Labels under which registries of a country sell names, before its own.
    const SECOND: &[&str] = &["ac", "co", "com", "edu", "gov", "gob", "govt", "net", "nom", "org"];
    /// Endings of countries that are used by all the world.
    const WORLDWIDE: &[&str] = &["ai", "cc", "co", "eu", "fm", "io", "me", "tv", "ws"];
    let lower = host.to_lowercase();
    let labels: Vec<&str> = lower.split('.').collect();
    let (ending, rest) = labels.split_last().map_or(("", &[][..]), |(last, rest)| (*last, rest));
    let is_of_country = ending.len() == 2 && !WORLDWIDE.contains(&ending);
    let rest = match rest {
        [names @ .., second] if is_of_country && !names.is_empty() && SECOND.contains(second) => names,
        _ => rest,
    };
    let name = rest.last().copied().unwrap_or_default();
    let stem = letters(name);
    let stem = stem.strip_prefix("the").filter(|stem| stem.len() >= 3).map_or(stem.clone(), str::to_owned);
    Bare { stem, country: is_of_country.then(|| ending.to_owned()), is_host: true }
}

fn of_title(name: &str) -> Bare {
    let (title, country) = match name.split_once('(') {
        Some((title, rest)) => (title, Some(letters(rest.trim_end_matches(')')))),
        None => (name, None),
    };
    let title = title.trim();
    let title =
        title.split_once(' ').filter(|(first, _)| first.eq_ignore_ascii_case("the")).map_or(title, |(_, rest)| rest);
    Bare { stem: letters(title), country: country.filter(|country| !country.is_empty()), is_host: false }
}

fn letters(text: &str) -> String {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c));
    plain.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, two: &str, expected: bool) {
        assert_eq!(Bare::of(one).is_same(&Bare::of(two)), expected, "{one} / {two}");
        assert_eq!(Bare::of(two).is_same(&Bare::of(one)), expected, "{two} / {one}");
    }

    #[test]
    fn host_title_and_title_with_a_country_are_one() {
        check("www.thealderpost.co.uk", "The Alder Post", true);
        check("The Alder Post", "Alder Post (UK)", true);
        check("alder-post.com", "ALDER POST", true);
        check("Le Télégraphe du Port", "letelegrapheduport.example", true);
        check("edition.tidings.com", "Tidings", true);
    }

    #[test]
    fn another_country_or_another_word_is_another_outlet() {
        check("Alder Post (UK)", "Alder Post (Nigeria)", false);
        check("alderpost.ng", "alderpost.co.uk", false);
        check("Alder Post", "Alder Evening Post", false);
        check("The Post", "The Times", false);
        check("(UK)", "(UK)", false);
    }

    #[test]
    fn a_site_may_be_called_by_some_letters_of_its_title() {
        let is = |title, host| Bare::of(title).is_abbreviated(&Bare::of(host));
        assert!(is("The New Alder Times", "natimes.com"));
        assert!(is("Alder Street Journal", "asj.example"));
        assert!(!is("Harbour Wire", "portal.example"), "a portal that carries an agency is not the agency");
    }

    #[test]
    fn a_host_is_told_from_a_title_with_a_stop() {
        for (name, expected) in
            [("tidings.com", true), ("St. Alder Post", false), ("Port No.1", false), ("a.b1", false)]
        {
            assert_eq!(Bare::of(name).is_host, expected, "{name}");
        }
    }
}
