//! A story as the choice has it told: without the user's notes, or with letters for outlets.

use crate::{
    Account, Choice,
    document::words::{Gap, Words},
};
use std::cmp::Reverse;
use story::{Article, Comparison, Decided, Reading, Story};

/// A story as the choice has it told.
pub(crate) struct Retold {
    story: Story,
    articles: Vec<Article>,
    comparison: Comparison,
    decided: Decided,
}

impl Retold {
    /// `None` where it is told as it is.
    pub(crate) fn of(account: Account, choice: &Choice) -> Option<Self> {
        if choice.notes && !choice.anonymous {
            return None;
        }
        let Account { story, articles, comparison, decided, .. } = account;
        let (articles, comparison) = (articles.to_vec(), comparison.clone());
        let mut retold = Self { story: story.clone(), articles, comparison, decided: decided.clone() };
        if !choice.notes {
            retold.decided.findings.iter_mut().for_each(|found| found.decision.note.clear());
        }
        if choice.anonymous {
            let letters = Letters::of(account.articles, &Words::of(choice.language));
            retold.without_names(&letters);
        }
        Some(retold)
    }

    pub(crate) fn account<'a>(&'a self, of: Account<'a>) -> Account<'a> {
        let Self { story, articles, comparison, decided } = self;
        Account { story, articles, comparison, decided, ..of }
    }

    /// Evidence stays as it stands in the articles, whatever it names.
    fn without_names(&mut self, letters: &Letters) {
        for article in &mut self.articles {
            article.outlet = letters.retell(&article.outlet);
            (article.byline, article.url, article.source.member) = (None, None, None);
            article.source.path.clear();
        }
        let comparison = &mut self.comparison;
        for omission in comparison.groups.iter_mut().flat_map(|group| &mut group.omissions) {
            omission.outlet = letters.retell(&omission.outlet);
        }
        for divergence in &mut comparison.divergences {
            divergence.why = letters.retell(&divergence.why);
            letters.retell_readings(&mut divergence.readings);
        }
        for alike in &mut comparison.look_alikes {
            alike.why = letters.retell(&alike.why);
            letters.retell_readings(&mut alike.readings);
        }
        for voice in &mut comparison.voices {
            voice.name = letters.retell(&voice.name);
        }
        for link in comparison.chains.iter_mut().flat_map(|chain| &mut chain.links) {
            *link = letters.retell(link);
        }
        for found in &mut self.decided.findings {
            letters.retell_readings(&mut found.decision.readings);
        }
    }
}

/// By an outlet's name what it is called instead, the longest name first.
struct Letters<'a>(Vec<(&'a str, String)>);

impl<'a> Letters<'a> {
    /// In the order of the articles.
    fn of(articles: &'a [Article], words: &Words) -> Self {
        let mut letters: Vec<(&str, String)> = Vec::new();
        for article in articles.iter().filter(|article| !article.outlet.is_empty()) {
            if letters.iter().all(|(name, _)| *name != article.outlet) {
                let called = words.tell("outlet-called", &[("letter", Gap::Text(&letter(letters.len())))]);
                letters.push((&article.outlet, called));
            }
        }
        letters.sort_by_key(|(name, _)| Reverse(name.len()));
        Self(letters)
    }

    /// With letters where whole names stood.
    fn retell(&self, text: &str) -> String {
        let (mut told, mut rest, mut before) = (String::with_capacity(text.len()), text, ' ');
        while let Some(next) = rest.chars().next() {
            let ends = |name: &str| !rest[name.len()..].starts_with(char::is_alphanumeric);
            let name = self.0.iter().find(|(name, _)| rest.starts_with(name) && ends(name));
            let (taken, called) = match name.filter(|_| !before.is_alphanumeric()) {
                Some((name, called)) => (name.len(), called.as_str()),
                None => (next.len_utf8(), &rest[..next.len_utf8()]),
            };
            told.push_str(called);
            before = rest[..taken].chars().next_back().unwrap_or(' ');
            rest = &rest[taken..];
        }
        told
    }

    fn retell_readings(&self, readings: &mut [Reading]) {
        for reading in readings {
            reading.value = self.retell(&reading.value);
            reading.outlets.iter_mut().for_each(|outlet| *outlet = self.retell(outlet));
            reading.outlets.sort();
        }
    }
}

/// A, B … Z, AA, AB …
fn letter(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    let before = (place / 26).checked_sub(1).map(letter).unwrap_or_default();
    format!("{before}{last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Format,
        invented::{ferry, reviewed},
        synopsis::Filter,
    };
    use std::ops::ControlFlow;

    #[test]
    fn letters_go_on_after_the_last() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letter), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn whole_names_are_told_by_letters() {
        let invented = ferry();
        let letters = Letters::of(&invented.articles, &Words::of(crate::Language::English));
        assert_eq!(letters.retell("Harbour Wire and The Lantern’s crew"), "Outlet A and Outlet C’s crew");
        assert_eq!(letters.retell("Harbour Wires, NotCoast Daily"), "Harbour Wires, NotCoast Daily");
    }

    #[test]
    fn no_format_names_an_outlet_that_is_told_by_a_letter() {
        let choice = Choice { anonymous: true, ..Choice::of(Filter::all()) };
        for format in [Format::Html, Format::Markdown, Format::Csv, Format::Tei, Format::Json] {
            let written = String::from_utf8(
                format.write(ferry().account(), &choice, &|| ControlFlow::Continue(())).expect("no PDF"),
            )
            .expect("text");
            for name in ["Harbour Wire", "Coast Daily", "The Lantern", "news.example", "0.html"] {
                assert!(!written.contains(name), "{name} in {format:?}");
            }
            assert!(written.contains("Outlet A") && written.contains("Eleven"), "{format:?}");
        }
    }

    #[test]
    fn notes_are_told_only_where_they_are_wanted() {
        let choice = Choice::of(Filter::all());
        for notes in [true, false] {
            let written = Format::Html
                .write(reviewed().account(), &Choice { notes, ..choice.clone() }, &|| ControlFlow::Continue(()));
            let written = String::from_utf8(written.expect("no PDF")).expect("text");
            assert!(written.contains("Confirmed") && written.contains("The coast guard confirms 11.") == notes);
        }
    }
}
