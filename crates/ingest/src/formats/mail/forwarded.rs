//! A mail inside a mail: the lines `From: … Date: … Subject: …` that programs put above what they forward.

use super::{Envelope, Sender};
use crate::dates_in_text::moment;
use regex::Regex;
use std::sync::LazyLock;

/// Lines among which all fields of one head stand.
const FIELDS: usize = 7;

/// Takes the head of the innermost forwarded mail, and all lines above it.
pub(super) fn taken_from(lines: &mut Vec<String>) -> Option<Envelope> {
    let at = (0..lines.len()).rev().find(|&at| is_head(lines, at))?;
    let fields = lines.iter().skip(at).take(FIELDS).take_while(|line| field(line).is_some()).count();
    let envelope = envelope(&lines[at..at + fields]);
    lines.drain(..at + fields);
    Some(envelope)
}

/// Whether a head begins here: a sender, and within the next lines a subject and a day.
fn is_head(lines: &[String], at: usize) -> bool {
    let fields: Vec<Field> =
        lines.iter().skip(at).take(FIELDS).map_while(|line| field(line)).map(|(field, _)| field).collect();
    fields.first() == Some(&Field::From) && fields.contains(&Field::Subject) && fields.contains(&Field::Date)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    From,
    Date,
    Subject,
    Other,
}

/// The field that a line is, and its value.
fn field(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.trim_start_matches(['>', '*', ' ']).split_once([':', '：'])?;
    let name = name.trim_matches(['*', ' ']).to_lowercase();
    let field = match name.as_str() {
        "from" | "von" | "de" | "da" | "van" | "från" | "fra" | "od" | "от" | "von:" | "מאת" | "من" | "发件人"
        | "寄件者" | "差出人" => Field::From,
        "date"
        | "sent"
        | "datum"
        | "gesendet"
        | "envoyé"
        | "fecha"
        | "enviado"
        | "data"
        | "inviato"
        | "verzonden"
        | "skickat"
        | "sendt"
        | "дата"
        | "отправлено"
        | "תאריך"
        | "التاريخ"
        | "日期"
        | "发送时间"
        | "日時"
        | "送信日時" => Field::Date,
        "subject" | "betreff" | "objet" | "asunto" | "oggetto" | "assunto" | "onderwerp" | "ämne" | "emne" | "тема"
        | "נושא" | "الموضوع" | "主题" | "主旨" | "件名" => Field::Subject,
        "to" | "an" | "à" | "para" | "a" | "aan" | "till" | "til" | "кому" | "אל" | "إلى" | "收件人" | "宛先"
        | "cc" | "kopie" | "copie" | "reply-to" | "antwort an" | "importance" => Field::Other,
        _ => return None,
    };
    Some((field, value.trim().trim_start_matches('*').trim()))
}

fn envelope(lines: &[String]) -> Envelope {
    let mut envelope = Envelope::default();
    for (field, value) in lines.iter().filter_map(|line| field(line)) {
        match field {
            Field::From => envelope.sender = sender(value),
            Field::Date => envelope.sent = moment(&day_first(value)),
            Field::Subject => envelope.subject = value.to_owned(),
            Field::Other => {}
        }
    }
    envelope
}

/// `Sat, Apr 12, 2031 at 7:02 AM` is read as it is; `samedi 12 avril 2031 à 07:02` too.
fn day_first(value: &str) -> String {
    value.replace(" à ", ", ").replace(" um ", ", ").replace(" a las ", ", ").replace(" kl. ", ", ")
}

/// `"The Alder Post" <news@alderpost.example>` in its two parts.
pub(super) fn sender(value: &str) -> Sender {
    static PARTS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"^\s*"?(?P<name>[^"<\[]*?)"?\s*(?:[<\[](?:mailto:)?(?P<address>[^>\]]*)[>\]].*)?$"#)
            .expect("a pattern of ours compiles")
    });
    let Some(parts) = PARTS.captures(value) else { return Sender::default() };
    let part = |name| parts.name(name).map_or(String::new(), |part| part.as_str().trim().to_owned());
    Sender { name: part("name"), address: part("address") }
}

/// A page in which lines of a head that are only broken stand apart, as their own blocks.
pub(super) fn parted(html: &str) -> String {
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)<br\s*/?>(?P<rest>(?:\s|&nbsp;|<(?:b|strong|span|font|i|div|p)\b[^<>]{0,300}>){0,12}(?:From|Von|De|Da|Van|Från|От|Sent|Date|Gesendet|Datum|Envoyé|Fecha|Enviado|Inviato|Subject|Betreff|Objet|Asunto|Oggetto|To|An|À|Para|Cc|Дата|Тема|Кому)(?:\s|&nbsp;)*(?:</(?:b|strong|span|font)>)?(?:\s|&nbsp;)*:)")
            .expect("a pattern of ours compiles")
    });
    let parted = BROKEN.replace_all(html, "<br><br>$rest");
    match parted {
        std::borrow::Cow::Owned(parted) => ends_of_heads_parted(&parted),
        std::borrow::Cow::Borrowed(html) => html.to_owned(),
    }
}

/// The break behind the last line of a head ends it as well.
fn ends_of_heads_parted(html: &str) -> String {
    static LAST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?P<line><br><br>(?:[^<]|<(?:/?(?:b|strong|span|font|i|a)\b)[^<>]*>){0,600})<br\s*/?>")
            .expect("a pattern of ours compiles")
    });
    LAST.replace_all(html, "$line<br><br>").into_owned()
}
