//! Feeds of invented sites.

use super::*;
use crate::formats::with_file;

const STORY: &str = "A ferry with more than a hundred people on board sank off Port Alder on Monday night, the harbour authority said, and the search went on until the morning.";

fn read(text: &str) -> Result<Found, Oddity> {
    with_file(
        "feed.xml",
        text.as_bytes(),
        |file| {
            if is_json_feed(file) { read_json_feed(file) } else { read_feed(file) }
        },
    )
}

fn rss(item: &str) -> Draft {
    let text = format!(
        "<rss><channel><title>Alder Post</title><item>{item}<description>{STORY}</description></item></channel></rss>"
    );
    read(&text).unwrap_or_else(|oddity| panic!("{oddity}")).drafts.remove(0).1
}

#[test]
fn an_entry_of_another_outlet_keeps_its_outlet() {
    assert_eq!(rss("").outlet.as_deref(), Some("Alder Post"));
    assert_eq!(rss("<source url='https://x.example'>Coast Star</source>").outlet.as_deref(), Some("Coast Star"));
}

#[test]
fn times_keep_their_zone() {
    let published = |item: &str| rss(item).published.map(String::from);
    assert_eq!(
        published("<pubDate>Mon, 3 May 2021 22:14:00 +0100</pubDate>").as_deref(),
        Some("2021-05-03T22:14:00+01:00")
    );
    assert_eq!(published("<dc:date>2021-05-03</dc:date>").as_deref(), Some("2021-05-03"));
    assert_eq!(published("<updated>2021-05-03T22:14:00Z</updated>").as_deref(), Some("2021-05-03T22:14:00Z"));
    assert_eq!(published("<pubDate>soon</pubDate>"), None);
}

#[test]
fn an_address_of_mail_is_nobody() {
    assert_eq!(rss("<author>desk@alderpost.example (Ana Roe)</author>").byline.as_deref(), Some("Ana Roe"));
    assert_eq!(rss("<author>desk@alderpost.example</author>").byline, None);
    assert_eq!(
        rss("<dc:creator>By Ana Roe</dc:creator><dc:creator>Bo Lee</dc:creator>").byline.as_deref(),
        Some("Ana Roe, Bo Lee")
    );
}

#[test]
fn a_permanent_identifier_may_be_the_address() {
    let url = |item: &str| rss(item).url;
    assert_eq!(
        url("<link>https://a.example/1</link><guid>https://a.example/2</guid>").as_deref(),
        Some("https://a.example/1")
    );
    assert_eq!(url("<guid>https://a.example/2</guid>").as_deref(), Some("https://a.example/2"));
    assert_eq!(url("<guid>tag:4711</guid>"), None);
}

#[test]
fn scripts_and_pictures_are_no_text() {
    let text = format!(
        "<rss><channel><item><title>A &lt;b&gt;bold&lt;/b&gt; claim</title><description><![CDATA[<script>alert(1)</script><p>{STORY}</p><img src='x'>]]></description></item></channel></rss>"
    );
    let draft = read(&text).expect("a feed").drafts.remove(0).1;
    assert_eq!((draft.title.as_str(), draft.paragraphs.as_slice()), ("A bold claim", [STORY.to_owned()].as_slice()));
}

#[test]
fn a_short_text_is_a_teaser_unless_the_feed_calls_it_whole() {
    let oddities = |item: &str| {
        let text = format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title>{item}</entry></feed>");
        read(&text).expect("a feed").oddities.len()
    };
    assert_eq!(oddities(&format!("<summary>{STORY}</summary>")), 1);
    assert_eq!(oddities(&format!("<content>{STORY}</content>")), 0);
    assert_eq!(oddities(&format!("<content>{STORY}</content><summary>Sunk.</summary>")), 0);
}

#[test]
fn a_feed_cut_anywhere_is_read_or_refused() {
    let text = format!(
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><title>É</title><item><description><![CDATA[{STORY}]]></description></item><item><title>é&eacute;</title></item></channel></rss>"
    );
    for (end, _) in text.char_indices() {
        let _ = read(&text[..end]);
    }
    let json =
        format!("{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"content_text\":\"{STORY}\"}},7]}}");
    for (end, _) in json.char_indices().skip(48) {
        let _ = read(&json[..end]);
    }
    assert_eq!(read(&json).expect("a feed").drafts.len(), 1);
}

#[test]
fn xml_of_another_kind_is_refused() {
    for text in
        ["<inventory><item/></inventory>", "<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'>", "no tags"]
    {
        assert_eq!(read(text).expect_err(text).remedy, Remedy::Convert);
    }
}

#[test]
fn nested_elements_are_refused_at_once() {
    let oddity = read(&format!("<rss>{}", "<a>".repeat(100_000))).expect_err("too deep");
    assert_eq!(oddity.remedy, Remedy::Shrink);
}
