//! The lines `Title: …`, `Date: …`, `Source: …` that people and programs put above a text.

use crate::{dates_in_text::moment, plain::one_line};
use story::{Draft, Timestamp};

/// What the lines above a text say, and the text below them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
}

impl Fields {
    /// Splits front matter between lines of `---`, or known fields at the very top, from the text.
    pub(crate) fn above(text: &str) -> (Self, &str) {
        let trimmed = text.trim_start();
        let fenced = trimmed.strip_prefix("---").and_then(|rest| rest.strip_prefix(['\n', '\r'])).and_then(|rest| {
            let end = rest.find("\n---").filter(|&end| rest[..end].contains(':'))?;
            let after = rest[end + 4..].find('\n').map_or(rest.len(), |line| end + 4 + line);
            Some((&rest[..end], &rest[after..]))
        });
        match fenced {
            Some((matter, rest)) => (Self::read(matter.lines(), true).0, rest),
            None => {
                let (fields, length) = Self::read(trimmed.split_inclusive('\n'), false);
                // One such line alone may be a headline: "Source: ferry was overloaded".
                let are_fields = fields.title.is_some() || trimmed[..length].lines().count() >= 2;
                if are_fields { (fields, &trimmed[length..]) } else { (Self::default(), text) }
            }
        }
    }

    /// Reads fields, and counts the bytes of the lines that are some. Unless the lines are known to
    /// be fields (`all`), it stops at the first that is none.
    fn read<'a>(lines: impl Iterator<Item = &'a str>, all: bool) -> (Self, usize) {
        let (mut fields, mut length) = (Self::default(), 0);
        for line in lines {
            let field = line.split_once(':').filter(|(name, _)| all || !name.contains(['"', '“']));
            let known = field.is_some_and(|(name, value)| fields.take(name, value));
            if !known && !all {
                break;
            }
            length += line.len();
        }
        (fields, length)
    }

    /// Whether `name` is a field that we know; takes its value if it is the first.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let value = one_line(value);
        let value = value.trim_matches(['"', '\'']).trim().to_owned();
        let some = (!value.is_empty()).then_some(value);
        let place = match name.trim().trim_matches('*').to_lowercase().as_str() {
            "title" | "headline" => &mut self.title,
            "outlet" | "source" | "publication" | "publisher" | "newspaper" | "site" => &mut self.outlet,
            "author" | "authors" | "byline" | "by" => &mut self.byline,
            "section" | "rubric" | "ressort" | "rubrique" => &mut self.section,
            "url" | "link" | "permalink" | "canonical" | "source_url" => &mut self.url,
            "language" | "lang" => &mut self.language,
            "date" | "published" | "publication date" | "published_at" | "datetime" | "pubdate" => {
                let date = some.as_deref().and_then(moment);
                self.published = self.published.take().or(date);
                return true;
            }
            "updated" | "modified" | "last updated" | "last modified" | "lastmod" => {
                let date = some.as_deref().and_then(moment);
                self.modified = self.modified.take().or(date);
                return true;
            }
            _ => return false,
        };
        *place = place.take().or(some);
        true
    }

    /// Puts what the fields say over what was found in the text.
    pub(crate) fn over(self, draft: Draft) -> Draft {
        // "source" is used for the outlet and for the address.
        let is_address = |text: &String| text.starts_with("http://") || text.starts_with("https://");
        let url = self.url.or_else(|| self.outlet.clone().filter(is_address));
        Draft {
            title: self.title.unwrap_or(draft.title),
            outlet: self.outlet.filter(|outlet| !is_address(outlet)).or(draft.outlet),
            byline: self.byline.or(draft.byline),
            section: self.section.or(draft.section),
            published: self.published.or(draft.published),
            modified: self.modified.or(draft.modified),
            url: url.or(draft.url),
            language: self.language.or(draft.language),
            paragraphs: draft.paragraphs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: Option<&str>, outlet: Option<&str>, published: Option<&str>, rest: &str) {
        let (fields, below) = Fields::above(text);
        assert_eq!(fields.title.as_deref(), title, "{text}");
        assert_eq!(fields.outlet.as_deref(), outlet, "{text}");
        assert_eq!(fields.published.as_ref().map(Timestamp::as_str), published, "{text}");
        assert_eq!(below.trim(), rest, "{text}");
    }

    #[test]
    fn front_matter_is_read() {
        check(
            "---\ntitle: \"Ferry sinks: 22 dead\"\ndate: 2022-04-12\ntags: [sea]\nsource: The Alder Post\n---\n\nThe ferry sank.",
            Some("Ferry sinks: 22 dead"),
            Some("The Alder Post"),
            Some("2022-04-12"),
            "The ferry sank.",
        );
    }

    #[test]
    fn fields_above_a_text_are_read_without_a_fence() {
        check(
            "Headline: Ferry sinks\nPublication: The Alder Post\nDate: 12 April 2022\n\nThe ferry sank.",
            Some("Ferry sinks"),
            Some("The Alder Post"),
            Some("2022-04-12"),
            "The ferry sank.",
        );
    }

    #[test]
    fn a_headline_with_a_colon_is_no_field() {
        check("Source: 22 dead\n\nThe ferry sank.", None, None, None, "Source: 22 dead\n\nThe ferry sank.");
        check("Ferry: 22 dead\n\nThe ferry sank.", None, None, None, "Ferry: 22 dead\n\nThe ferry sank.");
        check("---\n\nThe ferry sank.\n\n---\n", None, None, None, "---\n\nThe ferry sank.\n\n---");
    }
}
