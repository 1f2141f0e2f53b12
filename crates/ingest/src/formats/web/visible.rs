//! What a page shows beside its headline, for pages that say nothing about themselves: print views, old systems, pages
//! that somebody wrote by hand.

use super::body::blocks;
use crate::{
    furniture::{byline, date_line},
    plain::{ends_as_sentence, folded, words},
};
use regex::Regex;
use std::sync::LazyLock;
use story::Timestamp;

/// Facts in lines of their own above the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Visible {
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) url: Option<String>,
}

/// Lines that are looked at on either side of the headline.
const ABOVE: usize = 4;
const BELOW: usize = 8;

/// Reads the lines around the first of `headlines` that the page shows, down to its first sentence of some length.
pub(crate) fn visible(html: &str, headlines: &[String]) -> Visible {
    let blocks = blocks(html);
    let headlines: Vec<String> = headlines.iter().map(|line| folded(line)).filter(|line| !line.is_empty()).collect();
    let Some(at) = blocks.iter().position(|block| headlines.contains(&folded(block))) else {
        return Visible::default();
    };
    let below = blocks[at + 1..].iter().take(BELOW).take_while(|block| !is_prose(block));
    let above = blocks[at.saturating_sub(ABOVE)..at].iter().filter(|block| !is_prose(block));
    below.chain(above).fold(Visible::default(), |seen, line| seen.with(line))
}

fn is_prose(block: &str) -> bool {
    words(block) >= 20 && ends_as_sentence(block)
}

impl Visible {
    fn with(mut self, line: &str) -> Self {
        static ADDRESS: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"^(?:\w{3,12}\s*:\s*)?(https?://\S+)$").expect("a pattern of ours compiles"));
        if let Some(who) = byline(line) {
            self.byline.get_or_insert(who);
        } else if let Some(address) = ADDRESS.captures(line) {
            self.url.get_or_insert_with(|| address[1].to_owned());
        }
        if let Some(dates) = date_line(line) {
            self.published = self.published.or(dates.published);
            self.modified = self.modified.or(dates.modified);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &str) -> Visible {
        visible(&format!("<html><head><title>x</title></head><body>{body}</body></html>"), &["Ferry sinks".into()])
    }

    #[test]
    fn lines_beside_the_headline_tell_who_and_when() {
        let seen = of(
            "<p>URL: https://alderpost.example/ferry</p><h1>Ferry sinks</h1><p>By Ana Roe</p><p>3 May 2021, 10.14 pm BST</p><p>Updated: 4 May 2021</p>",
        );
        let moment = |time: Option<Timestamp>| time.map(String::from);
        assert_eq!(seen.byline.as_deref(), Some("Ana Roe"));
        assert_eq!(seen.url.as_deref(), Some("https://alderpost.example/ferry"));
        assert_eq!(moment(seen.published).as_deref(), Some("2021-05-03T22:14+01:00"));
        assert_eq!(moment(seen.modified).as_deref(), Some("2021-05-04"));
    }

    #[test]
    fn a_date_below_the_text_or_without_headline_tells_nothing() {
        let prose = "A ferry with more than a hundred people on board sank off Port Alder on Monday night, the harbour authority in the town said.";
        assert_eq!(of(&format!("<h1>Ferry sinks</h1><p>{prose}</p><p>3 May 2021</p>")), Visible::default());
        assert_eq!(of("<h1>Pier closed</h1><p>3 May 2021</p>"), Visible::default());
    }
}
