//! What stands around the text of a mail: signatures, disclaimers, links to the page in a browser and out of the list.

use regex::{Regex, RegexSet};
use std::sync::LazyLock;

/// Drops lines that are the mail's and not the article's; everything below a signature goes.
pub(super) fn drop_from(lines: &mut Vec<String>) {
    if let Some(at) = lines.iter().position(|line| line == "--" || line == "-- ") {
        lines.truncate(at);
    }
    lines.retain(|line| !LINES.is_match(line.trim()));
    let tail = lines.iter().rev().take_while(|line| TAIL.is_match(line.trim())).count();
    lines.truncate(lines.len() - tail);
}

static LINES: LazyLock<RegexSet> = LazyLock::new(|| {
    set(&[
        r"^-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message (?:transféré|d['’]origine)|mensaje reenviado|messaggio inoltrato|пересылаемое сообщение)\s*-*$",
        r"^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié|inicio del mensaje reenviado)\s*:?$",
        r"^_{8,}$",
        r"^(?:view|read|open|see) (?:this |the )?(?:e-?mail|newsletter|message|it|online|web version).{0,40}$",
        r"^(?:trouble viewing|having trouble|problems viewing|can['’]t see) this.{0,80}$",
        r"^(?:im browser (?:ansehen|öffnen)|(?:zur )?webversion|e-?mail im browser.{0,30}|voir (?:la version en ligne|dans (?:le|votre) navigateur)|ver en (?:el|su|tu) navegador|ver versión web|visualizza nel browser)\W*$",
        r"^(?:sent|gesendet|envoyé|enviado) (?:from|von|de|desde|mit) (?:my|meine[mr]?|mon|mi)\b.{0,40}$",
        r"^(?:you(?:['’]re| are) receiving this|you received this|this (?:e-?mail|newsletter) was sent|sie erhalten diese|vous recevez|recibe este|ricevi questa)\b.{0,200}$",
        r"^(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|update (?:your )?preferences|abmelden|abbestellen|newsletter abbestellen|se désabonner|se désinscrire|darse de baja|cancelar suscripción|disiscriviti|отписаться|להסרה|退订).{0,80}$",
        r"^(?:view in browser|forward to a friend|privacy policy|terms of (?:use|service)|impressum|datenschutz)(?:\s*[|·•].{0,120})?$",
    ])
});

/// Addresses and marks of ownership below the last line of a newsletter.
static TAIL: LazyLock<RegexSet> =
    LazyLock::new(|| set(&[r"^(?:©|\(c\)|copyright\b).{0,120}$", r"^[^.!?]{0,120}\b\d{4,6}\b[^.!?]{0,60}$"]));

/// Whether a machine sends from this address: of a person's name before it, the outlet is the desk.
pub(super) fn is_of_machine(address: &str) -> bool {
    static LOCAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:no-?reply|do-?not-?reply|news|newsletters?|info|mail(?:er|ing)?|alerts?|briefing|editor|redaktion|redaction|redaccion|hello|post|daily|weekly|breaking|update[s]?)\b",
        )
    });
    LOCAL.is_match(address)
}

/// Where a newsletter says that it can be read in a browser.
pub(super) fn address_of_page(html: &str) -> Option<String> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r#"<a\b[^<>]{0,500}?\bhref\s*=\s*["'](?P<url>https?://[^"'<>\s]{1,500})["'][^<>]{0,500}>(?:\s|<[^<>]{1,200}>){0,5}(?:(?:view|read|open|see)\b[^<]{0,30}\b(?:browser|online)|im browser|(?:zur )?webversion|voir (?:la version en ligne|dans)|ver en (?:el|su|tu) navegador)"#,
        )
    });
    LINK.captures(html).map(|captures| captures["url"].replace("&amp;", "&"))
}

/// A page without the lines that only the list of mails shows.
pub(super) fn without_hidden(html: &str) -> String {
    static HIDDEN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r#"<(?P<tag>div|span|p)\b[^<>]{0,1000}display\s*:\s*none[^<>]{0,1000}>[^<]{0,2000}</"#)
    });
    HIDDEN.replace_all(html, "<$tag></").into_owned()
}

fn set(patterns: &[&str]) -> RegexSet {
    RegexSet::new(patterns.iter().map(|text| format!("(?i){text}"))).expect("patterns of ours compile")
}

fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("a pattern of ours compiles")
}
