//! Items of invented senders.

use super::*;
use crate::formats::with_file;

const STORY: &str =
    "A ferry with more than a hundred people on board sank off Port Alder on Monday night, officials said.";

fn with<T>(text: &str, look: impl FnOnce(&File) -> T) -> T {
    with_file("item", text.as_bytes(), look)
}

fn nitf(head: &str, above: &str, body: &str) -> Draft {
    let text = format!(
        "<nitf><head>{head}</head><body><body.head>{above}</body.head><body.content>{body}</body.content></body></nitf>"
    );
    with(&text, read_nitf).unwrap_or_else(|oddity| panic!("{oddity}")).drafts.remove(0).1
}

fn ninjs(fields: &str) -> Found {
    with(&format!("{{\"uri\": \"tag:1\", \"versioncreated\": \"2031-05-03T10:00:00Z\", {fields}}}"), |file| {
        assert!(is_ninjs(file), "{fields}");
        read_ninjs(file).unwrap_or_else(|oddity| panic!("{oddity}"))
    })
}

#[test]
fn a_midnight_without_zone_is_a_day() {
    let day = |norm: &str| {
        let head = format!("<docdata><date.issue norm=\"{norm}\"/></docdata>");
        nitf(&head, "", &format!("<p>{STORY}</p>")).published.map(String::from)
    };
    assert_eq!(day("20310503T000000").as_deref(), Some("2031-05-03"));
    assert_eq!(day("20310503T000000+0200").as_deref(), Some("2031-05-03T00:00:00+02:00"));
    assert_eq!(day("20310503").as_deref(), Some("2031-05-03"));
    assert_eq!(day("soon"), None);
}

#[test]
fn a_post_is_no_part_of_a_name() {
    let byline = |inner: &str| nitf("", &format!("<byline>{inner}</byline>"), &format!("<p>{STORY}</p>")).byline;
    assert_eq!(byline("By <person>Ana Roe</person> and <person>Bo Lee</person>").as_deref(), Some("Ana Roe, Bo Lee"));
    assert_eq!(byline("By Ana Roe<byttl>Staff Writer</byttl>").as_deref(), Some("Ana Roe"));
}

#[test]
fn tables_captions_and_notes_of_pictures_stay_out() {
    let body = format!(
        "<media><media-caption><p>{STORY}</p></media-caption></media><hl2>At sea</hl2><p>{STORY}<br/>He left.</p>"
    );
    assert_eq!(nitf("", "", &body).paragraphs, ["At sea", STORY, "He left."]);
}

#[test]
fn names_are_spelled_in_any_version_s_way() {
    for key in ["body_xhtml", "bodyXhtml", "body_html"] {
        let found = ninjs(&format!(
            "\"{key}\": \"<p>{STORY}</p>\", \"pubStatus\": \"usable\", \"headline\": \"Ferry <b>sinks</b>\""
        ));
        assert_eq!((found.drafts[0].1.title.as_str(), found.oddities.len()), ("Ferry sinks", 0), "{key}");
        assert_eq!(found.drafts[0].1.paragraphs, [STORY]);
    }
}

#[test]
fn a_package_gives_the_items_in_it() {
    let inner = format!("{{\"uri\": \"tag:2\", \"pubstatus\": \"usable\", \"body_text\": \"{STORY}\"}}");
    let found = ninjs(&format!("\"type\": \"composite\", \"associations\": {{\"main\": {inner}}}"));
    assert_eq!(found.drafts.len(), 1);
    let found =
        ninjs(&format!("\"type\": \"text\", \"body_text\": \"{STORY}\", \"associations\": {{\"picture\": {inner}}}"));
    assert_eq!(found.drafts.len(), 1);
}

#[test]
fn an_embargo_that_has_ended_is_not_told() {
    let oddities =
        |until: &str| ninjs(&format!("\"embargoed\": \"{until}\", \"body_text\": \"{STORY}\"")).oddities.len();
    assert_eq!((oddities("2031-05-03T09:00:00Z"), oddities("2031-05-03T11:00:00Z")), (0, 1));
}

#[test]
fn what_may_not_be_used_is_told() {
    let what = |status: &str| {
        let found = ninjs(&format!("\"pubstatus\": \"{status}\", \"body_text\": \"{STORY}\""));
        found.oddities.into_iter().next().map(|oddity| (oddity.entry, oddity.remedy))
    };
    assert_eq!(what("usable"), None);
    assert_eq!(what("canceled"), Some((Some(1), Remedy::Check)));
    assert_eq!(what("withheld"), Some((Some(1), Remedy::Check)));
}

#[test]
fn other_json_is_left_to_tables() {
    for text in
        ["{\"uri\": \"x\", \"body\": \"y\"}", "[{\"uri\": \"x\", \"title\": \"versioncreated\"}]", "{}", "[[", "uri"]
    {
        assert!(!with(text, is_ninjs), "{text}");
    }
}

#[test]
fn an_item_cut_anywhere_is_read_or_refused() {
    let newsml = format!(
        "<newsItem guid='a'><itemMeta><provider literal='É'/></itemMeta><contentSet><inlineXML><html><body><p>{STORY}</p></body></html></inlineXML></contentSet></newsItem>"
    );
    let ninjs = format!("{{\"uri\":\"a\",\"bodies\":[{{\"value\":\"{STORY} é\"}},7,null],\"infosources\":[[]]}}");
    for (end, _) in newsml.char_indices() {
        let _ = with(&newsml[..end], read_newsml);
    }
    for (end, _) in ninjs.char_indices() {
        let _ = with(&ninjs[..end], |file| is_ninjs(file).then(|| read_ninjs(file)));
    }
    let read =
        |text: &str, reader: fn(&File) -> Result<Found, Oddity>| with(text, reader).map(|found| found.drafts.len());
    assert_eq!((read(&newsml, read_newsml), read(&ninjs, read_ninjs)), (Ok(1), Ok(1)));
}

#[test]
fn nested_brackets_are_refused_at_once() {
    let text = format!("{{\"uri\": 1, \"bodies\": {}", "[".repeat(100_000));
    assert!(with(&text, read_ninjs).is_err());
}
