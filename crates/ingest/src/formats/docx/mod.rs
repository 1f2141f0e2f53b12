//! Word documents (DOCX).

mod package;

use super::{File, Found, head, tables::line};
use anydoc::{
    ConvertError, Format,
    model::{Block, CellSlot, Inline, List, Table},
};
use package::Facts;
use story::{Draft, Oddity, Remedy};

pub(crate) use package::is_docx;

pub(crate) fn read_docx(file: &File) -> Result<Found, Oddity> {
    let facts = package::facts(file)?;
    let document = anydoc::to_document(file.bytes, Format::Docx).map_err(|error| unread(file.name, &error))?;
    let mut texts = Texts::default();
    texts.take_all(&document.blocks); // notes stand apart in the model, and stay there
    Ok(article(file, &facts, &texts))
}

fn article(file: &File, facts: &Facts, texts: &Texts) -> Found {
    let title = texts.title();
    let (before, after) = texts.0.split_at(title.unwrap_or(0));
    let before: Vec<&str> = before.iter().map(|(_, text)| text.as_str()).collect();
    let after = after.iter().skip(usize::from(title.is_some())).map(|(_, text)| text.clone()).collect();
    let mut draft = Draft { language: facts.language.clone(), ..Draft::default() };
    draft.outlet = facts.headers.iter().find(|text| head::is_outlet(text)).cloned();
    draft.title = match (title, &facts.title) {
        (Some(at), _) => texts.0[at].1.clone(),
        (None, Some(title)) => title.clone(),
        (None, None) => String::new(),
    };
    head::take_facts_above(&before, &mut draft);
    draft.paragraphs = head::take_facts_below(after, &mut draft);
    if draft.title.is_empty() {
        draft.title = head::title_of(&mut draft.paragraphs);
    }
    draft.byline = draft.byline.take().or_else(|| facts.author.clone());
    let oddities = head::date_by_file(file.name, &mut draft, facts.created.clone()).into_iter().collect();
    head::finish(&mut draft);
    let drafts = if draft.paragraphs.is_empty() { Vec::new() } else { vec![(1, draft)] };
    Found { drafts, oddities, ..Found::default() }
}

fn unread(name: &str, error: &ConvertError) -> Oddity {
    let (remedy, what, advice) = match error {
        ConvertError::Encrypted => (
            Remedy::Unlock,
            "The document is locked with a password.",
            "Open it with its password and save a copy without one.",
        ),
        ConvertError::ResourceLimit { .. } => (
            Remedy::Shrink,
            "The document is larger or more deeply nested than what is read.",
            "Copy the article into a new document.",
        ),
        _ => (
            Remedy::FetchAgain,
            "The document is damaged or cut short.",
            "Get it again, or open it in Word and save a copy.",
        ),
    };
    Oddity::about(name, remedy, what, advice)
}

/// The texts of a document in order, each with its level if it is a heading.
#[derive(Default)]
struct Texts(Vec<(Option<u8>, String)>);

impl Texts {
    fn take_all(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, content, .. } => self.take(Some(*level), &text_of(content)),
                Block::Paragraph(content) => self.take(None, &text_of(content)),
                Block::List(list) => self.take_list(list),
                Block::Table(table) => self.take_table(table),
                Block::BlockQuote(blocks) => self.take_all(blocks),
                Block::CodeBlock { text, .. } => self.take(None, text),
                Block::Rule | Block::Math(_) => {}
            }
        }
    }

    fn take_list(&mut self, list: &List) {
        for item in &list.items {
            self.take_all(&item.blocks);
        }
    }

    fn take_table(&mut self, table: &Table) {
        for slot in table.grid.iter().flatten() {
            if let CellSlot::Origin(cell) = slot {
                self.take_all(&cell.blocks);
            }
        }
    }

    /// A line break inside a paragraph parts it: what is pasted from the web breaks its lines so.
    fn take(&mut self, level: Option<u8>, text: &str) {
        let lines = text.split('\n').map(crate::plain::one_line).filter(|text| !text.is_empty());
        match level {
            Some(_) => {
                let heading = lines.collect::<Vec<_>>().join(" ");
                self.0.extend((!heading.is_empty()).then_some((level, heading)));
            }
            None => self.0.extend(lines.map(|line| (None, line))),
        }
    }

    /// The place of the title: the first heading of the highest level.
    fn title(&self) -> Option<usize> {
        let highest = self.0.iter().filter_map(|(level, _)| *level).min()?;
        self.0.iter().position(|(level, _)| *level == Some(highest))
    }
}

fn text_of(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text { text: run, .. } => text.push_str(run),
            Inline::Link { content, .. } => text.push_str(&text_of(content)),
            Inline::LineBreak => text.push('\n'),
            Inline::Image { .. } | Inline::Anchor(_) | Inline::NoteRef(_) | Inline::Math(_) | Inline::Checkbox(_) => {}
        }
    }
    text
}

#[cfg(test)]
mod tests;
