//! Mails as Outlook saves them (MSG): a compound file with a stream for each property.

use super::{Attachment, File, Found, Letter, Sender, found, furniture::is_of_machine};
use crate::encoding;
use cfb::CompoundFile;
use encoding_rs::Encoding;
use std::io::Cursor;
use story::{Oddity, Remedy, Timestamp};

/// Properties, by the numbers that Microsoft's MS-OXPROPS gives them.
const SUBJECT: u16 = 0x0037;
const SENDER: u16 = 0x0C1A;
const SENDER_ADDRESS: u16 = 0x0C1F;
const SENDER_SMTP: u16 = 0x5D01;
const HEADERS: u16 = 0x007D;
const TEXT: u16 = 0x1000;
const HTML: u16 = 0x1013;
const SENT: u16 = 0x0039;
const DELIVERED: u16 = 0x0E06;
const CODE_PAGE: u16 = 0x3FFD;
const PAGE_CODE_PAGE: u16 = 0x3FDE;
const CONTENT: u16 = 0x3701;
const LONG_NAME: u16 = 0x3707;
const NAME: u16 = 0x3704;

/// Mails inside mails that are opened.
const LEVELS: usize = 4;

pub(crate) fn is_msg(file: &File) -> bool {
    let name: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The names of a cut one may be missing.
    let is_called = file.name.to_lowercase().ends_with(".msg");
    file.bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
        && (is_called || file.bytes.windows(name.len()).any(|window| window == name))
}

pub(crate) fn read_msg(file: &File) -> Result<Found, Oddity> {
    let damaged = || {
        let what = "The mail is damaged or cut short.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Save it again from Outlook.")
    };
    let package = CompoundFile::open(Cursor::new(file.bytes)).map_err(|_| damaged())?;
    let mut mail = Mail { file, package, place: String::new(), fixed: Vec::new() };
    mail.fixed = mail.stream("__properties_version1.0")?.ok_or_else(damaged)?;
    let letter = mail.letter(LEVELS)?;
    found(file, &letter)
}

struct Mail<'a> {
    file: &'a File<'a>,
    package: CompoundFile<Cursor<&'a [u8]>>,
    /// The storage in which the mail lies.
    place: String,
    /// Its properties of fixed length.
    fixed: Vec<u8>,
}

impl Mail<'_> {
    fn letter(&mut self, levels: usize) -> Result<Letter, Oddity> {
        let address = self.text(SENDER_SMTP)?.or(self.text(SENDER_ADDRESS)?).unwrap_or_default();
        let headers = self.text(HEADERS)?.unwrap_or_default().to_lowercase();
        Ok(Letter {
            is_newsletter: headers.contains("\nlist-unsubscribe:")
                || headers.contains("\nlist-id:")
                || is_of_machine(&address),
            sender: Sender { name: self.text(SENDER)?.unwrap_or_default(), address },
            subject: self.text(SUBJECT)?.unwrap_or_default(),
            sent: self.time(SENT).or_else(|| self.time(DELIVERED)),
            html: self.page()?,
            text: self.text(TEXT)?,
            attachments: self.attachments(levels)?,
        })
    }

    /// The bytes of a stream of this mail, counted as all that is unpacked.
    fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, Oddity> {
        let path = format!("{}/{name}", self.place);
        if !self.package.is_stream(&path) {
            return Ok(None);
        }
        let Ok(stream) = self.package.open_stream(&path) else { return Ok(None) };
        self.file.unpacked(self.file.name, stream).map(Some)
    }

    fn text(&mut self, property: u16) -> Result<Option<String>, Oddity> {
        if let Some(bytes) = self.stream(&format!("__substg1.0_{property:04X}001F"))? {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
            return Ok(Some(text.trim_end_matches('\0').to_owned()));
        }
        let bytes = self.stream(&format!("__substg1.0_{property:04X}001E"))?;
        let label = self.label(CODE_PAGE);
        let decoded =
            bytes.and_then(|bytes| encoding::decode(bytes.trim_ascii_end(), label.as_deref().map(str::as_bytes)));
        Ok(decoded.map(|decoded| decoded.text))
    }

    fn page(&mut self) -> Result<Option<String>, Oddity> {
        let Some(bytes) = self.stream(&format!("__substg1.0_{HTML:04X}0102"))? else { return self.text(HTML) };
        let label = self.label(PAGE_CODE_PAGE);
        Ok(encoding::decode(&bytes, label.as_deref().map(str::as_bytes)).map(|decoded| decoded.text))
    }

    /// The name of an encoding that the mail gives by its number.
    fn label(&self, property: u16) -> Option<String> {
        let number = u32::try_from(self.number(property, 0x0003)? & 0xFFFF_FFFF).ok()?;
        let label = match number {
            65_001 => "utf-8".to_owned(),
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            28_591..=28_605 => format!("iso-8859-{}", number - 28_590),
            number => format!("windows-{number}"),
        };
        Encoding::for_label(label.as_bytes()).map(|_| label)
    }

    fn time(&self, property: u16) -> Option<Timestamp> {
        const TICKS: u64 = 10_000_000;
        const TO_1970: i64 = 11_644_473_600;
        let seconds = i64::try_from(self.number(property, 0x0040)? / TICKS).ok()? - TO_1970;
        Timestamp::parse(&jiff::Timestamp::from_second(seconds).ok()?.to_string())
    }

    /// A property of fixed length: 16 bytes with its type, its number, its flags and its value.
    fn number(&self, property: u16, kind: u16) -> Option<u64> {
        let is_it = |entry: &&[u8]| entry[..2] == kind.to_le_bytes() && entry[2..4] == property.to_le_bytes();
        let header = self.fixed.len() % 16;
        let entry = self.fixed.get(header..)?.chunks_exact(16).find(is_it)?;
        Some(u64::from_le_bytes(entry[8..16].try_into().ok()?))
    }

    fn attachments(&mut self, levels: usize) -> Result<Vec<Attachment>, Oddity> {
        let Ok(entries) = self.package.read_storage(if self.place.is_empty() { "/" } else { &self.place }) else {
            return Ok(Vec::new());
        };
        let mut names: Vec<String> =
            entries.filter(|entry| entry.is_storage()).map(|entry| entry.name().to_owned()).collect();
        names.retain(|name| name.starts_with("__attach_version1.0_"));
        names.sort();
        let mut found = Vec::new();
        let outer = self.place.clone();
        for name in names {
            self.place = format!("{outer}/{name}");
            let called = self.text(LONG_NAME)?.or(self.text(NAME)?);
            let content = self.stream(&format!("__substg1.0_{CONTENT:04X}0102"))?;
            match (called, content) {
                (Some(name), Some(bytes)) if !is_picture(&name) => found.push(Attachment { name, bytes }),
                _ if levels > 0 => found.extend(self.mail_inside(levels - 1)?),
                _ => {}
            }
        }
        self.place = outer;
        Ok(found)
    }

    /// A mail that hangs on this one, written out as mail programs save it; what hangs on it comes along.
    fn mail_inside(&mut self, levels: usize) -> Result<Vec<Attachment>, Oddity> {
        self.place = format!("{}/__substg1.0_{CONTENT:04X}000D", self.place);
        let Some(fixed) = self.stream("__properties_version1.0")? else { return Ok(Vec::new()) };
        let outer = std::mem::replace(&mut self.fixed, fixed);
        let letter = self.letter(levels);
        self.fixed = outer;
        let mut letter = letter?;
        let name = format!("{}.eml", letter.subject);
        let mut found = vec![Attachment { name, bytes: written(&letter) }];
        found.append(&mut letter.attachments);
        Ok(found)
    }
}

/// A mail in the form that travels.
fn written(letter: &Letter) -> Vec<u8> {
    let (kind, text) = match (&letter.html, &letter.text) {
        (Some(html), _) => ("html", html.as_str()),
        (None, text) => ("plain", text.as_deref().unwrap_or_default()),
    };
    let line = |text: &str| crate::plain::one_line(text);
    let mut mail =
        format!("From: \"{}\" <{}>\r\n", line(&letter.sender.name).replace('"', ""), line(&letter.sender.address));
    mail.push_str(&format!("Subject: {}\r\nMIME-Version: 1.0\r\n", line(&letter.subject)));
    if let Some(sent) = letter.sent.as_ref().and_then(|sent| sent.as_str().parse::<jiff::Timestamp>().ok()) {
        mail.push_str(&sent.strftime("Date: %a, %d %b %Y %H:%M:%S +0000\r\n").to_string());
    }
    if letter.is_newsletter {
        mail.push_str("List-Unsubscribe: <>\r\n");
    }
    mail.push_str(&format!(
        "Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}"
    ));
    mail.into_bytes()
}

fn is_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ["png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "ics", "vcf", "p7s"].contains(&ending.as_str())
}
