//! The texts of a document in order, each with its level if it is a heading.

use crate::plain::folded;
use anydoc::model::{Block, CellSlot, Document, Inline, List, Table};

#[derive(Default)]
pub(crate) struct Texts(pub(super) Vec<(Option<u8>, String)>);

impl Texts {
    /// Notes stand apart in the model, and stay there.
    pub(super) fn of(document: &Document) -> Self {
        let mut texts = Self::default();
        texts.take_all(&document.blocks);
        texts
    }

    /// All texts in order.
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.iter().map(|(_, text)| text.clone()).collect()
    }

    /// What stands above the title, the title, what stands below it. `named` is what the document calls its title.
    pub(super) fn parted(self, named: Option<&str>) -> (Vec<String>, Option<String>, Vec<String>) {
        let title = self.title().or_else(|| self.line_of(named?));
        let mut above: Vec<String> = self.0.into_iter().map(|(_, text)| text).collect();
        let Some(title) = title else { return (Vec::new(), None, above) };
        let below = above.split_off(title + 1);
        let title = above.pop();
        (above, title, below)
    }

    /// The place of the title: the first heading of the highest level.
    fn title(&self) -> Option<usize> {
        let highest = self.0.iter().filter_map(|(level, _)| *level).min()?;
        self.0.iter().position(|(level, _)| *level == Some(highest))
    }

    /// The place of a line near the top that is the same as `title`.
    fn line_of(&self, title: &str) -> Option<usize> {
        const HEAD: usize = 6;
        self.0.iter().take(HEAD).position(|(_, text)| folded(text) == folded(title))
    }

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
