//! Rich text (RTF): what it says about itself stands in a group of its own; what is hidden or
//! deleted stands among the text, and goes before the text is read.

mod control;

use super::{Facts, File, Found, Texts, article, author_given, damaged, texts, title_given, too_much};
use crate::plain::one_line;
use anydoc::Format;
use control::{Control, Letters, encoding, token};
use story::{Oddity, Timestamp};

pub(crate) fn is_rtf(file: &File) -> bool {
    file.bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

pub(crate) fn read_rtf(file: &File) -> Result<Found, Oddity> {
    let (facts, texts) = read(file)?;
    Ok(article(file, &facts, texts))
}

fn read(file: &File) -> Result<(Facts, Texts), Oddity> {
    let mut reader = Reader::default();
    reader.run(file.bytes.trim_ascii());
    if reader.deepest > file.bounds.depth {
        let what = format!("The document is nested more than {} levels deep.", file.bounds.depth);
        return Err(too_much(file.name, &what));
    }
    if !reader.groups.is_empty() || !is_rtf(file) {
        return Err(damaged(file.name));
    }
    let texts = texts(file.name, &reader.seen, Format::Rtf)?;
    Ok((reader.told.facts(), texts))
}

/// What a group is about: told by its first control word, and kept by the groups inside it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum About {
    #[default]
    Text,
    Title,
    Author,
    Created,
    Header,
}

#[derive(Debug, Default, Clone, Copy)]
struct Group {
    about: About,
    is_hidden: bool,
}

#[derive(Default)]
struct Reader {
    /// The groups that are open around `group`.
    groups: Vec<Group>,
    group: Group,
    is_fresh: bool,
    deepest: usize,
    letters: Letters,
    told: Told,
    /// The document without its hidden text.
    seen: Vec<u8>,
}

impl Reader {
    fn run(&mut self, mut rest: &[u8]) {
        while let Some((control, length)) = token(rest) {
            let (raw, after) = rest.split_at(length);
            let was_hidden = self.group.is_hidden;
            self.take(&control);
            if !(was_hidden && control.is_text()) {
                self.seen.extend_from_slice(raw);
            }
            rest = after;
        }
    }

    fn take(&mut self, control: &Control) {
        let was_fresh = std::mem::replace(&mut self.is_fresh, matches!(control, Control::Open));
        match control {
            Control::Open => {
                self.groups.push(self.group);
                self.deepest = self.deepest.max(self.groups.len());
                self.letters.open();
            }
            Control::Close => {
                self.tell();
                self.group = self.groups.pop().unwrap_or_default();
                self.letters.close();
            }
            Control::Symbol(b'*') if was_fresh => self.is_fresh = true,
            Control::Word(word, value) => self.take_word(word, *value, was_fresh),
            _ => {}
        }
        if self.group.about != About::Text {
            self.letters.take(control);
        }
    }

    fn take_word(&mut self, word: &str, value: Option<i32>, is_first: bool) {
        match word {
            "v" | "deleted" => self.group.is_hidden = value != Some(0),
            "plain" => self.group.is_hidden = false,
            "ansicpg" => self.letters.encoding = encoding(value.unwrap_or_default()),
            "mac" => self.letters.encoding = encoding_rs::MACINTOSH,
            "yr" | "mo" | "dy" if self.group.about == About::Created => self.told.take_number(word, value),
            _ if is_first => self.begin(word),
            _ => {}
        }
    }

    fn begin(&mut self, word: &str) {
        let about = match word {
            "title" => About::Title,
            "author" => About::Author,
            "creatim" => About::Created,
            "header" | "headerl" | "headerr" | "headerf" => About::Header,
            _ => return,
        };
        self.tell();
        self.group.about = about;
    }

    /// Hands on what has been read of the group that ends or is left here.
    fn tell(&mut self) {
        let text = self.letters.text();
        let is_outermost = self.groups.last().is_none_or(|around| around.about != self.group.about);
        self.told.take(self.group.about, &text, is_outermost);
    }
}

/// What the groups told.
#[derive(Debug, Default)]
struct Told {
    title: String,
    author: String,
    year: i32,
    month: i32,
    day: i32,
    header: String,
    headers: Vec<String>,
}

impl Told {
    fn take(&mut self, about: About, text: &str, ends: bool) {
        match about {
            About::Title => self.title.push_str(text),
            About::Author => self.author.push_str(text),
            About::Header => self.header.push_str(text),
            About::Text | About::Created => {}
        }
        if about == About::Header && ends {
            let lines = std::mem::take(&mut self.header);
            self.headers.extend(lines.split(['\n', '\t']).map(one_line).filter(|line| !line.is_empty()));
        }
    }

    fn take_number(&mut self, word: &str, value: Option<i32>) {
        let place = match word {
            "yr" => &mut self.year,
            "mo" => &mut self.month,
            _ => &mut self.day,
        };
        *place = value.unwrap_or_default();
    }

    fn facts(self) -> Facts {
        let given = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty());
        Facts {
            title: given(&self.title).and_then(title_given),
            author: given(&self.author).and_then(author_given),
            created: Timestamp::parse(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)),
            language: None,
            headers: self.headers,
        }
    }
}

#[cfg(test)]
#[path = "rtf_tests.rs"]
mod tests;
