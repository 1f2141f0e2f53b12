//! Pages saved as one file (MHTML), as Chrome, Edge, Internet Explorer, Opera and Word write them: a mail message whose
//! parts are the page, its frames and its pictures.

use super::{
    File, Found,
    web::{self, Saved},
};
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType, decoders};
use std::borrow::Cow;
use story::address::host;
use story::{Oddity, Remedy};

/// Whether the bytes begin with the head of a saved page: of mails, whose head looks alike, none says who saved it.
pub(crate) fn is_mhtml(file: &File) -> bool {
    let head = head(file.bytes);
    let is_head = head.lines().next().is_some_and(|first| {
        first
            .split_once(':')
            .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic()))
    });
    let has = |name: &str| head.lines().any(|line| line.starts_with(name));
    let is_saved = has("snapshot-content-location:") || head.contains("<saved by ") || head.contains("saved by blink");
    let is_page = head.contains("multipart/related") || head.contains("text/html");
    let is_mail = ["received:", "to:", "delivered-to:", "return-path:"].iter().any(|name| has(name));
    is_head
        && is_page
        && has("mime-version:")
        && (is_saved || !is_mail && has("content-location:") || is_of_microsoft(&head, is_mail))
}

/// Internet Explorer names no page in the head of some versions, only itself.
fn is_of_microsoft(head: &str, is_mail: bool) -> bool {
    !is_mail && head.contains("produced by microsoft mimeole") && head.contains("type=\"text/html\"")
}

/// The lines above the first empty one, in lower case.
fn head(bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(8_192)]).replace("\r\n", "\n").to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.split("\n\n").next().unwrap_or_default().to_owned()
}

pub(crate) fn read_mhtml(file: &File) -> Result<Found, Oddity> {
    let message = MessageParser::default().parse(file.bytes).ok_or_else(|| no_page(file))?;
    let part = page(&message).ok_or_else(|| no_page(file))?;
    let bytes = content(&message, part);
    if bytes.trim_ascii().is_empty() {
        return Err(no_page(file));
    }
    let address = address(&message, part);
    let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
    let saved = Saved { bytes: &bytes, address: address.as_deref(), charset };
    let (draft, oddities) = web::read_saved(file, &saved)?;
    Ok(Found { drafts: vec![(1, draft)], oddities, ..Found::default() })
}

/// The page itself: the part that the head names, else the first that is a page.
fn page<'a, 'm>(message: &'a Message<'m>) -> Option<&'a MessagePart<'m>> {
    let pages = || message.parts.iter().filter(|part| matches!(part.body, PartType::Html(_)) || is_page(part));
    let named = snapshot(message);
    let root = message.content_type().and_then(|kind| kind.attribute("start"));
    let root = root.map(|id| id.trim_matches(['<', '>']));
    let is_named = |part: &&MessagePart| named.is_some() && part.content_location() == named.as_deref();
    let is_root = |part: &&MessagePart| root.is_some() && part.content_id() == root;
    pages().find(is_named).or_else(|| pages().find(is_root)).or_else(|| pages().next())
}

fn is_page(part: &MessagePart) -> bool {
    let kind = part.content_type().map(|kind| (kind.ctype(), kind.subtype().unwrap_or_default()));
    matches!(kind, Some(("text", "html") | ("application", "xhtml+xml")))
}

/// Where Chrome says that it found the page.
fn snapshot(message: &Message) -> Option<String> {
    match message.header("Snapshot-Content-Location")? {
        HeaderValue::Text(text) => Some(text.split_whitespace().collect()),
        _ => None,
    }
}

fn address(message: &Message, part: &MessagePart) -> Option<String> {
    let own = part.content_location().map(|address| address.split_whitespace().collect::<String>());
    let whole = message.content_location().map(str::to_owned);
    let told = [snapshot(message), own, whole];
    told.into_iter().flatten().find(|address| host(address).is_some_and(|host| host.contains('.')))
}

/// The bytes of a part as they were before they were packed for mail: its charset is for the page's reader to tell.
fn content<'a>(message: &'a Message, part: &'a MessagePart) -> Cow<'a, [u8]> {
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let decoded = match part.encoding {
        mail_parser::Encoding::None => return Cow::Borrowed(raw),
        mail_parser::Encoding::QuotedPrintable => decoders::quoted_printable::quoted_printable_decode(raw),
        mail_parser::Encoding::Base64 => decoders::base64::base64_decode(raw),
    };
    decoded.map_or_else(|| Cow::Borrowed(part.contents()), Cow::Owned)
}

fn no_page(file: &File) -> Oddity {
    let what = "The saved page is damaged or cut short: no page is in it.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Open the article and save it again.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::with_file;

    fn with<T>(text: &str, look: impl FnOnce(&File) -> T) -> T {
        with_file("x", text.as_bytes(), look)
    }

    #[test]
    fn a_mail_is_no_saved_page() {
        let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n";
        let mail = "Received: by a.example\nTo: ana@a.example\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"\n\n";
        let single = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://a.example/1\n\n<p>x";
        assert!(with(page, is_mhtml));
        assert!(with(single, is_mhtml));
        assert!(!with(mail, is_mhtml));
        assert!(!with("Ferry sinks: 22 dead\n\nSaved by a fisherman.", is_mhtml));
    }

    #[test]
    fn a_page_without_parts_is_refused() {
        let head = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n";
        for end in ["", "--x--", "--x\n\n--x--", "--x\nContent-Type: image/png\n\nx\n--x--"] {
            let oddity = with(&format!("{head}{end}"), read_mhtml).expect_err("no page");
            assert_eq!(oddity.remedy, Remedy::FetchAgain, "{end}");
        }
    }
}
