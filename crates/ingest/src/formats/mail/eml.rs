//! Mails as mail programs save them (EML), and as Apple Mail keeps them (EMLX).

use super::{Attachment, File, Found, Letter, Sender, found, furniture::is_of_machine};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use story::{Oddity, Remedy, Timestamp};

/// Whether the bytes begin with the head of a mail.
pub(crate) fn is_eml(file: &File) -> bool {
    let bytes = without_count(file.bytes);
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(16_384)]).replace("\r\n", "\n");
    let head = start.split("\n\n").next().unwrap_or_default().to_lowercase();
    let is_field = |line: &str| {
        line.starts_with([' ', '\t'])
            || line.split_once(':').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            })
    };
    let has = |names: &[&str]| head.lines().any(|line| names.iter().any(|name| line.starts_with(name)));
    head.lines().all(is_field)
        && has(&["from:"])
        && has(&["message-id:", "mime-version:", "received:", "return-path:", "x-mailer:", "content-type:"])
}

/// Apple Mail puts the number of bytes on a line above the mail.
fn without_count(bytes: &[u8]) -> &[u8] {
    let line = bytes.iter().take(16).position(|&byte| byte == b'\n').unwrap_or(0);
    let is_count = line > 0 && bytes[..line].trim_ascii().iter().all(u8::is_ascii_digit);
    if is_count { &bytes[line + 1..] } else { bytes }
}

pub(crate) fn read_eml(file: &File) -> Result<Found, Oddity> {
    let message = MessageParser::default().parse(without_count(file.bytes)).filter(|message| message.from().is_some());
    let message = message.ok_or_else(|| {
        let what = "The mail is damaged or cut short.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Save it again from the mail program.")
    })?;
    found(file, &letter(&message))
}

fn letter(message: &Message) -> Letter {
    let sender = sender(message);
    Letter {
        is_newsletter: message.header("List-Unsubscribe").is_some()
            || message.header("List-Id").is_some()
            || is_of_machine(&sender.address),
        sender,
        subject: message.subject().unwrap_or_default().to_owned(),
        sent: message.date().filter(|date| date.is_valid()).and_then(|date| Timestamp::parse(&date.to_rfc3339())),
        html: html(message),
        text: text(message),
        attachments: attachments(message),
    }
}

fn sender(message: &Message) -> Sender {
    let first = message.from().and_then(|from| from.first());
    let part = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    Sender { name: part(first.and_then(|first| first.name())), address: part(first.and_then(|first| first.address())) }
}

fn html(message: &Message) -> Option<String> {
    let pages: Vec<&str> = message
        .html_bodies()
        .filter_map(|part| match &part.body {
            PartType::Html(html) => Some(html.as_ref()),
            _ => None,
        })
        .collect();
    (!pages.is_empty()).then(|| pages.join("\n"))
}

fn text(message: &Message) -> Option<String> {
    let texts: Vec<String> = message
        .text_bodies()
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(unflowed(text, part)),
            _ => None,
        })
        .collect();
    (!texts.is_empty()).then(|| texts.join("\n\n"))
}

/// Lines that end in a blank go on in the next, where the part says `format=flowed` (RFC 3676).
fn unflowed(text: &str, part: &MessagePart) -> String {
    let says = |name: &str, value: &str| {
        part.content_type().and_then(|kind| kind.attribute(name)).is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    if !says("format", "flowed") {
        return text.to_owned();
    }
    let drops_blank = says("delsp", "yes");
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line); // stuffed
        let flows = line.ends_with(' ') && line != "-- ";
        joined.push_str(if flows && drops_blank { &line[..line.len() - 1] } else { line });
        if !flows {
            joined.push('\n');
        }
    }
    joined
}

/// Files that may hold articles: no pictures, signatures and dates of meetings.
fn attachments(message: &Message) -> Vec<Attachment> {
    let mut found = Vec::new();
    for part in message.attachments() {
        let kind = part.content_type().map(|kind| kind.ctype().to_lowercase()).unwrap_or_default();
        let subtype = part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default().to_lowercase();
        let is_other = matches!(kind.as_str(), "image" | "audio" | "video")
            || matches!(subtype.as_str(), "calendar" | "pkcs7-signature" | "pgp-signature" | "vcard" | "ms-tnef");
        let name = part.attachment_name().map(str::to_owned);
        match &part.body {
            PartType::Message(inner) => {
                let name = name.unwrap_or_else(|| format!("{}.eml", inner.subject().unwrap_or("message")));
                found.push(Attachment { name, bytes: inner.raw_message().to_vec() });
            }
            PartType::Multipart(_) => {}
            _ if is_other => {}
            _ => found.extend(name.map(|name| Attachment { name, bytes: part.contents().to_vec() })),
        }
    }
    found
}
