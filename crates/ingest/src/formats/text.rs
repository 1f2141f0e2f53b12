//! Plain text and Markdown, in any encoding.

use super::{File, Found, press};
use crate::{encoding, fields::Fields, language::language, lines, paste, plain::one_line};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use story::{Draft, Oddity, Remedy, address};

pub(crate) fn read_text(file: &File) -> Result<Found, Oddity> {
    let text = text_of(file)?;
    if let Some(found) = press::bundle(file, &lines::paragraphs(&text)) {
        return Ok(found);
    }
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
    Ok(Found { drafts: vec![(1, draft)], ..Found::default() })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bounds, ColumnMap, formats::told_by};

    const LEAD: &str = "The harbour authority said the ferry had sunk within minutes of leaving the pier.";

    fn read(name: &str, bytes: &[u8]) -> Result<Draft, Oddity> {
        let (bounds, columns) = (Bounds::default(), ColumnMap::default());
        let nesting = crate::nesting::Nesting::outermost(&bounds, crate::Watch::default());
        let file = File { name, bytes, bounds: &bounds, columns: &columns, nesting: &nesting };
        (told_by(&file).read)(&file).map(|mut found| found.drafts.remove(0).1)
    }

    fn check(name: &str, text: &str, title: &str, paragraphs: &[&str]) -> Draft {
        let draft = read(name, text.as_bytes()).unwrap_or_else(|oddity| panic!("{oddity}"));
        assert_eq!(draft.title, title, "{text}");
        assert_eq!(draft.paragraphs, paragraphs, "{text}");
        draft
    }

    #[test]
    fn text_is_read_in_any_encoding() {
        let text = format!("Ferry “unsafe”: café owner\n\n{LEAD}");
        let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let western = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
        for bytes in [text.into_bytes(), utf16, western] {
            let draft = read("paste.txt", &bytes).expect("an article");
            assert_eq!(
                (draft.title.as_str(), draft.paragraphs.as_slice()),
                ("Ferry “unsafe”: café owner", [LEAD.to_owned()].as_slice())
            );
        }
    }

    #[test]
    fn the_address_in_a_paste_names_the_outlet() {
        let text = format!("https://www.alderpost.example/ferry\nFerry sinks off Port Alder\n\n{LEAD}");
        let draft = check("paste.txt", &text, "Ferry sinks off Port Alder", &[LEAD]);
        assert_eq!(draft.outlet.as_deref(), Some("alderpost.example"));
        assert_eq!(draft.language.as_deref(), Some("en"));
    }

    #[test]
    fn fields_win_over_what_the_text_shows() {
        let text = format!("Title: Ferry sinks\nOutlet: The Alder Post\nDate: 3 May 2021\n\n{LEAD}");
        let draft = check("paste.txt", &text, "Ferry sinks", &[LEAD]);
        assert_eq!(draft.outlet.as_deref(), Some("The Alder Post"));
        assert_eq!(draft.published.map(String::from).as_deref(), Some("2021-05-03"));
    }

    #[test]
    fn markdown_is_reduced_to_its_words() {
        check(
            "ferry.md",
            &format!(
                "# Ferry *sinks*\n\n![The pier](pier.jpg)\n\n{LEAD}\nIt was [overloaded](https://x.example), **they** said.\n\n## A night at sea\n\n- It left at `nine`.\n- It sank at ten.\n\n<script>alert(1)</script>\n"
            ),
            "Ferry sinks",
            &[
                &format!("{LEAD} It was overloaded, they said."),
                "A night at sea",
                "It left at nine.",
                "It sank at ten.",
            ],
        );
    }

    #[test]
    fn front_matter_is_told_by_content() {
        let text = format!(
            "---\ntitle: Ferry sinks\nauthor: Ana Roe\nsource: https://www.alderpost.example/ferry\n---\n{LEAD}\n"
        );
        let draft = check("ferry", &text, "Ferry sinks", &[LEAD]);
        assert_eq!(draft.byline.as_deref(), Some("Ana Roe"));
        assert_eq!(draft.outlet.as_deref(), Some("alderpost.example"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".as_slice(), b"\n\n \n", b"Share\nTweet\n3 min read\n"]
        {
            let oddity = read("x.txt", bytes).expect_err("no article");
            assert!(oddity.is_failure(), "{oddity}");
        }
    }

    #[test]
    fn a_script_in_a_pasted_headline_stays_text() {
        let text = format!("Ferry site showed <script>alert(1)</script>\n\n{LEAD}");
        check("paste.txt", &text, "Ferry site showed <script>alert(1)</script>", &[LEAD]);
    }
}
