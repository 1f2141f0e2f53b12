//! Plain text and Markdown, in any encoding.

use super::{File, Found};
use crate::{address, encoding, fields::Fields, language::language, lines, paste, plain::one_line};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use story::{Draft, Oddity, Remedy};

pub(crate) fn read_text(file: &File) -> Result<Found, Oddity> {
    let text = text_of(file)?;
    let (fields, below) = Fields::above(&text);
    found(file, fields.over(paste::article(lines::paragraphs(below))))
}

/// Markdown is told by its ending, or by its front matter and headings.
pub(crate) fn is_markdown(file: &File) -> bool {
    let start = String::from_utf8_lossy(&file.bytes[..file.bytes.len().min(2_048)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let is_fenced = start.starts_with("---\n") && start.contains("\n---") && start.contains(':');
    is_fenced || start.starts_with("# ")
}

pub(crate) fn read_markdown(file: &File) -> Result<Found, Oddity> {
    let text = text_of(file)?;
    let (fields, below) = Fields::above(&text);
    let (title, paragraphs) = rendered(below);
    let mut draft = paste::article(title.clone().into_iter().chain(paragraphs).collect());
    draft.title = title.unwrap_or(draft.title);
    found(file, fields.over(draft))
}

fn text_of(file: &File) -> Result<String, Oddity> {
    encoding::decode(file.bytes, None).map(|decoded| decoded.text).ok_or_else(|| {
        let what = "The file holds no text: it is a picture, a program or in a format that cannot be read.";
        Oddity::about(file.name, Remedy::Convert, what, "Save the article as a web page, a PDF or a text file.")
    })
}

fn found(file: &File, mut draft: Draft) -> Result<Found, Oddity> {
    if draft.paragraphs.is_empty() {
        let what = "No text of an article was found in the file.";
        return Err(Oddity::about(file.name, Remedy::FetchAgain, what, "Paste the whole article into it again."));
    }
    draft.language = Some(language(&draft.paragraphs, draft.language.as_deref()));
    if draft.outlet.is_none() {
        draft.outlet = draft.url.as_deref().and_then(address::host).map(str::to_owned);
    }
    Ok(Found { drafts: vec![(1, draft)], oddities: Vec::new() })
}

/// The first heading of the first level, and all blocks of text without their marks.
fn rendered(markdown: &str) -> (Option<String>, Vec<String>) {
    let (mut title, mut blocks, mut text) = (None, Vec::new(), String::new());
    let (mut in_title, mut hidden) = (false, 0);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::Image) => hidden -= 1,
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                flush(&mut text, &mut blocks);
                in_title = title.is_none();
            }
            Event::End(TagEnd::Heading(_)) if in_title => {
                in_title = false;
                title = Some(one_line(&std::mem::take(&mut text)));
            }
            Event::Start(tag) if is_block(&tag) => flush(&mut text, &mut blocks),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::TableHead,
            ) => {
                flush(&mut text, &mut blocks);
            }
            Event::End(TagEnd::TableCell) => text.push_str(" | "),
            Event::Text(words) | Event::Code(words) if hidden == 0 => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    flush(&mut text, &mut blocks);
    (title, blocks)
}

fn is_block(tag: &Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::TableCell)
}

fn flush(text: &mut String, blocks: &mut Vec<String>) {
    let line = one_line(&std::mem::take(text));
    let line = line.trim_matches(['|', ' ']);
    if !line.is_empty() {
        blocks.push(line.to_owned());
    }
}
