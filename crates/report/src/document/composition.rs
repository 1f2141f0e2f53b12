//! What every section is composed with: the comparison, the choice, the words, and where links lead.

use super::{
    blocks::{Block, Inline, Line, Paragraph, Section},
    texts,
    words::{Gap, Words},
};
use crate::{
    Choice, Cover, plain,
    synopsis::{Column, Finding, Row, Synopsis, moment},
};
use std::collections::{BTreeMap, BTreeSet};
use story::{ArticleId, Evidence, FindingDecision, GroupId, Kind, Place, Relation, Verdict};

pub(super) struct Composition<'s, 'a> {
    pub(super) synopsis: &'s Synopsis<'a>,
    pub(super) choice: &'s Choice,
    words: Words,
    numbers: BTreeMap<&'a GroupId, usize>,
    /// The paragraphs that are shown: number of the article, number of the paragraph, both 1-based.
    pub(super) paragraphs: BTreeSet<(usize, usize)>,
}

impl<'s, 'a> Composition<'s, 'a> {
    pub(super) fn of(synopsis: &'s Synopsis<'a>, choice: &'s Choice) -> Self {
        let groups = synopsis.account.comparison.groups.iter().enumerate();
        let numbers = groups.map(|(index, group)| (&group.id, index + 1)).collect();
        let mut of = Self { synopsis, choice, words: Words::of(choice.language), numbers, paragraphs: BTreeSet::new() };
        of.paragraphs = texts::shown(&of);
        of
    }

    pub(super) fn say(&self, name: &str) -> String {
        self.words.tell(name, &[])
    }

    pub(super) fn tell(&self, name: &str, gaps: &[(&str, Gap)]) -> String {
        self.words.tell(name, gaps)
    }

    /// "7 articles", for a name such as `articles-count`.
    pub(super) fn count(&self, name: &str, count: usize) -> String {
        self.words.tell(name, &[("count", Gap::Count(count))])
    }

    pub(super) fn kind(&self, kind: Kind) -> String {
        self.say(&format!("kind-{}", kind.name()))
    }

    pub(super) fn relation(&self, relation: Relation) -> String {
        self.say(&format!("relation-{}", relation.name()))
    }

    pub(super) fn place(&self, place: Place) -> String {
        match place {
            Place::Headline => self.say("place-headline"),
            Place::Lead => self.say("place-lead"),
            Place::Paragraph(number) => format!("¶{number}"),
        }
    }

    pub(super) fn section(&self, id: &'static str, blocks: Vec<Block>) -> Option<Section> {
        let about = match id {
            "summary" | "method" => None,
            _ => Some(self.say(&format!("{id}-about"))),
        };
        (!blocks.is_empty()).then(|| Section { id, title: self.say(id), about, blocks })
    }

    /// "Rows 3, 5": leads to those that the report shows; the others are only named.
    pub(super) fn rows(&self, groups: &[GroupId]) -> Line {
        let numbers: Vec<usize> = groups.iter().filter_map(|group| self.numbers.get(group)).copied().collect();
        if let [number] = numbers[..] {
            return vec![self.row(number)];
        }
        let mut line = Line::new();
        for number in numbers {
            line.push(Inline::soft(&if line.is_empty() { format!("{} ", self.say("rows")) } else { ", ".into() }));
            line.push(self.to_row(number, &number.to_string()));
        }
        line
    }

    /// "Row 3": leads to it where the report shows it.
    pub(super) fn row(&self, number: usize) -> Inline {
        self.to_row(number, &self.row_name(number))
    }

    fn to_row(&self, number: usize, name: &str) -> Inline {
        match self.synopsis.rows.binary_search_by_key(&number, |row| row.number) {
            Ok(_) => Inline::link(name, row_id(number)),
            Err(_) => Inline::soft(name),
        }
    }

    pub(super) fn row_name(&self, number: usize) -> String {
        self.count("row", number)
    }

    /// The findings that the report shows, what matters most first.
    pub(super) fn findings(&self) -> Vec<(&'s Row<'a>, &'s Finding<'a>)> {
        let rows = self.synopsis.rows.iter();
        let mut findings: Vec<_> =
            rows.flat_map(|row| row.findings.iter().map(move |finding| (row, finding))).collect();
        findings.sort_by(|a, b| b.1.divergence.weight.total_cmp(&a.1.divergence.weight));
        findings
    }

    pub(super) fn label(&self, article: &ArticleId) -> &str {
        self.synopsis.column(article).map_or("", |column| &column.label)
    }

    /// Where words stand: "Coast Daily, paragraph 3, characters 12–20".
    pub(super) fn whence(&self, evidence: &Evidence) -> Line {
        let mut parts = self.name_and_place(evidence).into_iter();
        let mut line = parts.next().unwrap_or_default();
        for part in parts {
            line.push(Inline::plain(", "));
            line.extend(part);
        }
        line
    }

    /// Where words stand, in two lines: the article, and the place in it. Leads to the paragraph where the report
    /// shows it. Empty where the words are nowhere.
    pub(super) fn name_and_place(&self, evidence: &Evidence) -> Vec<Line> {
        let Some(quoted) = self.synopsis.quoted(evidence) else { return Vec::new() };
        let paragraph = self.count("paragraph", quoted.paragraph);
        let place = (self.number_of(quoted.column), quoted.paragraph);
        let characters = match quoted.words {
            "" => self.say("no-such-words"),
            _ => self.tell("characters", &[("from", Gap::Count(quoted.chars.0)), ("to", Gap::Count(quoted.chars.1))]),
        };
        let paragraph = match self.paragraphs.contains(&place) {
            true => Inline::link(&paragraph, paragraph_id(place.0, place.1)),
            false => Inline::soft(&paragraph),
        };
        vec![vec![Inline::name(&quoted.column.label)], vec![paragraph, Inline::soft(&format!(", {characters}"))]]
    }

    /// 1-based.
    pub(super) fn number_of(&self, column: &Column) -> usize {
        let columns = &self.synopsis.columns;
        columns.iter().position(|other| std::ptr::eq(other, column)).map_or(0, |place| place + 1)
    }

    /// "Confirmed 2031-05-04 14:05 UTC: a note"
    pub(super) fn ruled(&self, decision: &FindingDecision) -> Line {
        let verdict = match decision.verdict {
            Some(Verdict::Confirmed) => "confirmed",
            Some(Verdict::Dismissed) => "dismissed",
            None => "note",
        };
        let mut line =
            vec![Inline::strong(&self.say(verdict)), Inline::plain(" "), Inline::soft(&moment(&decision.at))];
        if !decision.note.is_empty() {
            line.extend([Inline::plain(": "), Inline::name(&decision.note)]);
        }
        line
    }
}

pub(super) fn row_id(number: usize) -> String {
    format!("row-{number}")
}

pub(super) fn finding_id(row: &Row, finding: &Finding) -> String {
    format!("finding-{}-{}", row.number, finding.sign)
}

/// Of the article's number, 1-based, and the paragraph's.
pub(super) fn paragraph_id(article: usize, paragraph: usize) -> String {
    format!("text-{article}-{paragraph}")
}

pub(super) fn paragraph(line: Line) -> Block {
    Block::Paragraph(Paragraph { id: None, language: None, line })
}

pub(super) fn sentence(text: &str) -> Block {
    paragraph(vec![Inline::plain(text)])
}

pub(super) fn heading(line: Line) -> Block {
    Block::Heading { id: None, line }
}

/// "a, b, c", each a name of its own.
pub(super) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> Line {
    let mut line = Line::new();
    for name in names {
        if !line.is_empty() {
            line.push(Inline::plain(", "));
        }
        line.push(Inline::name(name));
    }
    line
}

/// What is said of the author, each one line that nothing takes for a command.
pub(super) fn harmless(cover: &Cover) -> Cover {
    let [author, affiliation, date] = [&cover.author, &cover.affiliation, &cover.date].map(|text| plain::line(text));
    Cover { author, affiliation, date }
}
