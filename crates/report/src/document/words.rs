//! What a report says in its own voice, in the language of its frame: `words/*.ftl` (Project Fluent).

use crate::{Language, plain};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

pub(crate) struct Words(FluentBundle<FluentResource>);

impl Words {
    pub(crate) fn of(language: Language) -> Self {
        let resource = FluentResource::try_new(text(language).to_owned()).expect("tests read every language");
        let tag = language.tag().parse().expect("our tags are tags");
        let mut bundle = FluentBundle::new(vec![tag]);
        // Names of others are set apart by each format in its own way.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("tests read every language");
        Self(bundle)
    }

    /// The sentence of this name, with these in its gaps, as one harmless line.
    pub(crate) fn tell(&self, name: &str, gaps: &[(&str, Gap)]) -> String {
        let pattern =
            self.0.get_message(name).and_then(|message| message.value()).expect("tests compose every section");
        let gaps: FluentArgs = gaps.iter().map(|(name, gap)| (*name, FluentValue::from(gap))).collect();
        plain::line(&self.0.format_pattern(pattern, Some(&gaps), &mut Vec::new()))
    }
}

/// What goes into a gap of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Gap<'a> {
    Count(usize),
    Text(&'a str),
}

impl<'a> From<&Gap<'a>> for FluentValue<'a> {
    fn from(gap: &Gap<'a>) -> Self {
        match *gap {
            Gap::Count(count) => FluentValue::from(count),
            Gap::Text(text) => FluentValue::from(text),
        }
    }
}

fn text(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../words/en.ftl"),
        Language::German => include_str!("../../words/de.ftl"),
        Language::French => include_str!("../../words/fr.ftl"),
        Language::Spanish => include_str!("../../words/es.ftl"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Name of each message with the gaps in its text.
    fn messages(language: Language) -> BTreeSet<(String, BTreeSet<String>)> {
        let gaps = |text: &str| {
            text.split('$')
                .skip(1)
                .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned())
                .collect()
        };
        let mut entries: Vec<(String, String)> = Vec::new();
        for line in text(language).lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match line.split_once(" = ").or_else(|| line.split_once(" =")) {
                Some((name, rest)) if !line.starts_with(' ') => entries.push((name.to_owned(), rest.to_owned())),
                _ => entries.last_mut().expect("a message begins the file").1.push_str(line),
            }
        }
        entries.into_iter().map(|(name, text)| (name, gaps(&text))).collect()
    }

    #[test]
    fn every_language_says_the_same_with_the_same_gaps() {
        for language in Language::ALL {
            let (said, english) = (messages(language), messages(Language::English));
            let differing: Vec<_> = said.symmetric_difference(&english).collect();
            assert!(differing.is_empty(), "{}: {differing:?}", language.tag());
        }
    }

    #[test]
    fn one_is_not_told_as_many() {
        let words = Words::of(Language::English);
        let told = |count| words.tell("articles-count", &[("count", Gap::Count(count))]);
        assert_eq!((told(1), told(2)), ("1 article".to_owned(), "2 articles".to_owned()));
    }
}
