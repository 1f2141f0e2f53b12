//! Mails through the front door.

use crate::{Bounds, Imported, read};

const SUNK: &str =
    "The ferry sank within minutes of leaving the harbour on Monday, killing three of the people on board.";
const CALM: &str = "No other ship was near, and the sea was as calm as it had been all week, the coast guard said.";

fn import(head: &str, text: &str) -> Imported {
    let mail = format!("{head}MIME-Version: 1.0\r\nDate: Mon, 05 May 2031 09:00:00 +0200\r\n\r\n{text}");
    read("harbour.eml", mail.as_bytes(), &Bounds::default())
}

/// Title, outlet, published, paragraphs.
fn check(head: &str, text: &str, expected: (&str, &str, &str, &[&str])) {
    let imported = import(head, text);
    assert_eq!(imported.articles.len(), 1, "{:?}", imported.oddities);
    let article = &imported.articles[0];
    let body: Vec<&str> = article.body.split("\n\n").collect();
    let published = article.published.as_ref().map_or("", |published| published.as_str());
    assert_eq!((article.title.as_str(), article.outlet.as_str(), published, body.as_slice()), expected, "{text}");
}

const COLLEAGUE: &str = "From: Ana Reed <a.reed@desk.example>\r\nSubject: WG: Fwd: Ferry sinks\r\n";

#[test]
fn the_innermost_of_forwarded_mails_counts() {
    check(
        COLLEAGUE,
        &format!(
            "See below.\n\n-----Ursprüngliche Nachricht-----\nVon: Bo Lee <b.lee@desk.example>\nGesendet: Montag, 5. Mai 2031 08:00\nAn: Ana Reed\nBetreff: Fwd: Ferry sinks\n\nFor you.\n\nBegin forwarded message:\n\nFrom: The Harbour Post <news@post.example>\nSubject: Ferry sinks off Varn\nDate: 4 May 2031 at 18:30:00 CEST\nTo: Bo Lee\n\n{SUNK}\n\n{CALM}\n"
        ),
        ("Ferry sinks off Varn", "The Harbour Post", "2031-05-04T18:30:00+02:00", &[SUNK, CALM]),
    );
}

#[test]
fn a_quoted_forward_is_read_without_its_marks() {
    check(
        COLLEAGUE,
        &format!(
            "> From: The Harbour Post <news@post.example>\n> Date: 4 May 2031\n> Subject: Ferry sinks\n>\n> {SUNK}\n>\n> {CALM}\n"
        ),
        ("Ferry sinks", "The Harbour Post", "2031-05-04", &[SUNK, CALM]),
    );
}

#[test]
fn the_day_of_a_colleagues_mail_is_doubtful_and_the_signature_goes() {
    let imported = import(
        "From: Ana Reed <a.reed@desk.example>\r\nSubject: the ferry\r\n",
        &format!("Ferry sinks off Varn\n\n{SUNK}\n\n{CALM}\n\n-- \nAna Reed, desk two\n"),
    );
    let article = &imported.articles[0];
    assert_eq!((article.title.as_str(), article.outlet.as_str()), ("Ferry sinks off Varn", "harbour"));
    assert_eq!(article.published.as_ref().map(|published| published.as_str()), Some("2031-05-05"));
    assert!(article.body.ends_with(CALM) && imported.oddities.len() == 1, "{:?}", imported.oddities);
}

#[test]
fn lines_that_flow_are_joined() {
    check(
        "From: The Harbour Post <news@post.example>\r\nSubject: Ferry sinks\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n",
        &format!("{}\r\n\r\n{}\r\n", SUNK.replace(" of ", " of \r\n"), CALM.replace(", ", ", \r\n")),
        ("Ferry sinks", "The Harbour Post", "2031-05-05T09:00:00+02:00", &[SUNK, CALM]),
    );
}

#[test]
fn a_line_of_text_that_begins_as_a_mail_does_begins_none() {
    let mail = |text: &str| {
        format!("From: The Harbour Post <news@post.example>\nSubject: Ferry sinks\nMIME-Version: 1.0\n\n{text}\n\n")
    };
    let folder = format!(
        "From a@b.example Mon May  5 09:00:00 2031\n{}From a@b.example Mon May  5 10:00:00 2031\n{}",
        mail(&format!(
            "{SUNK}\n\n>From the pier nothing was seen. {CALM}\n\nFrom then on it was calm, as the coast guard said."
        )),
        mail(&format!("{SUNK} {CALM}"))
    );
    let imported = read("folder.mbox", folder.as_bytes(), &Bounds::default());
    let bodies: Vec<&str> = imported.articles.iter().map(|article| article.body.as_str()).collect();
    assert_eq!(bodies.len(), 2, "{:?}", imported.oddities);
    assert!(bodies[0].contains("\n\nFrom the pier") && bodies[0].contains("\n\nFrom then on"), "{}", bodies[0]);
}

#[test]
fn mails_that_are_damaged_or_nested_do_no_harm() {
    let boundaries: String =
        (0..5_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
    for text in [boundaries.as_str(), "Content-Type: text/html; charset=nonsense\r\n\r\n\u{0}<b", ">>>>>>From: \n"] {
        let imported =
            read("a.eml", format!("From: a@b.example\r\nMIME-Version: 1.0\r\n{text}").as_bytes(), &Bounds::default());
        assert_eq!(imported.articles.len(), 0);
        assert!(!imported.oddities.is_empty());
    }
}
