//! Pages as outlets publish and browsers save them; all invented.

use super::*;
use crate::{Bounds, ColumnMap};

fn read(bytes: &[u8]) -> Result<Found, Oddity> {
    let (bounds, columns) = (Bounds::default(), ColumnMap::default());
    let nesting = crate::nesting::Nesting::outermost(&bounds, crate::Watch::default());
    read_web(&File { name: "saved.html", bytes, bounds: &bounds, columns: &columns, nesting: &nesting })
}

fn draft_of(page: &str) -> Draft {
    let mut found = read(page.as_bytes()).unwrap_or_else(|oddity| panic!("{oddity}"));
    found.drafts.remove(0).1
}

/// A page with navigation, a consent banner, teasers, share buttons, a picture, a footer.
fn page(head: &str, headline: &str, story: &[&str]) -> String {
    let story: String = story.iter().map(|paragraph| format!("<p>{paragraph}</p>\n")).collect();
    format!(
        r##"<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">{head}
<style>.ad {{ color: red }}</style><script>window.ads = "<p>Buy now</p>";</script></head>
<body><div class="cookie-banner"><p>We use cookies to make this site better. <button>Accept all</button></p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1>{headline}</h1>
<div class="byline">By <a rel="author" href="/ana">Ana Roe</a></div>
<ul class="share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li></ul>
<figure><img src="ferry.jpg"><figcaption>The ferry at the pier in March. Photograph: Bo Lee/Coast Pictures</figcaption></figure>
{story}
<div class="ad">Advertisement</div>
<p><a href="/other">Read more: Who owns the ferries?</a></p>
</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten walks for May</a></li><li><a href="/b">Harbour closed again</a></li></ul></aside></main>
<footer><p>© 2021 The Alder Post. All rights reserved.</p><p><a href="/privacy">Privacy</a></p></footer></body></html>"##
    )
}

const STORY: [&str; 4] = [
    "A ferry with more than a hundred people on board sank off Port Alder on Monday night, the harbour authority said.",
    "At least 22 people died and dozens were missing after the ship hit the pier in a storm, according to rescue workers at the scene.",
    "\"We heard a bang and then the lights went out,\" said Mara Lind, a teacher who was on board with her two sons and swam ashore.",
    "The owner of the ferry denied that it had been overloaded, and said that it would wait for the findings of the inquiry.",
];

const LINKED: &str = r#"<title>Ferry sinks off Port Alder | World | The Alder Post</title>
<link rel="canonical" href="https://www.alderpost.example/world/ferry">
<meta property="og:site_name" content="The Alder Post"><meta property="og:type" content="article">
<script type="application/ld+json">[{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList"},
{"@type":"NewsArticle","headline":"Ferry sinks off Port Alder","datePublished":"2021-05-03T22:14:00+01:00",
"dateModified":"2021-05-04T06:30:00+01:00","author":[{"@type":"Person","name":"Ana Roe"},{"@type":"Person","name":"Bo Lee"}]}]}]</script>"#;

#[test]
fn an_article_comes_out_of_its_page_alone() {
    let draft = draft_of(&page(LINKED, "Ferry sinks off Port Alder", &STORY));
    assert_eq!(draft.paragraphs, STORY);
}

#[test]
fn structured_metadata_keeps_hour_and_offset() {
    let draft = draft_of(&page(LINKED, "Ferry sinks off Port Alder", &STORY));
    let told = (draft.title.as_str(), draft.outlet.as_deref(), draft.byline.as_deref(), draft.url.as_deref());
    let expected = (
        "Ferry sinks off Port Alder",
        Some("The Alder Post"),
        Some("Ana Roe, Bo Lee"),
        Some("https://www.alderpost.example/world/ferry"),
    );
    assert_eq!(told, expected);
    assert_eq!(draft.published.map(String::from).as_deref(), Some("2021-05-03T22:14:00+01:00"));
    assert_eq!(draft.modified.map(String::from).as_deref(), Some("2021-05-04T06:30:00+01:00"));
    assert_eq!(draft.language.as_deref(), Some("en"));
}

#[test]
fn headings_and_lists_are_paragraphs_of_their_own() {
    let list = "<h2>A night at sea</h2><ul><li>The ferry left at nine in the evening.</li><li>It hit the pier at ten.</li></ul>";
    let html =
        page(LINKED, "Ferry sinks off Port Alder", &STORY).replace("<p>The owner", &format!("{list}<p>The owner"));
    let paragraphs = draft_of(&html).paragraphs;
    let expected = ["A night at sea", "The ferry left at nine in the evening.", "It hit the pier at ten."];
    assert_eq!(&paragraphs[3..6], expected, "{paragraphs:?}");
}

#[test]
fn line_breaks_part_paragraphs_of_pages_without_any() {
    let html = page(LINKED, "Ferry sinks off Port Alder", &[&STORY.join("<br><br>")]);
    assert_eq!(draft_of(&html).paragraphs, STORY);
}

#[test]
fn the_wrong_charset_does_not_spoil_the_words() {
    let story: Vec<String> = STORY.iter().map(|paragraph| paragraph.replace("Mara Lind", "Mära Žilkowá")).collect();
    let story: Vec<&str> = story.iter().map(String::as_str).collect();
    let utf8 =
        page(LINKED, "Ferry sinks off Port Alder", &story).replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"");
    assert_eq!(draft_of(&utf8).paragraphs, story);
    let declared =
        page(LINKED, "Ferry sinks off Port Alder", &story).replace("charset=\"utf-8\"", "charset=\"windows-1250\"");
    let bytes = encoding_rs::WINDOWS_1250.encode(&declared).0;
    assert_eq!(read(&bytes).expect("an article").drafts[0].1.paragraphs, story);
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(utf8.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf16).expect("an article").drafts[0].1.paragraphs, story);
}

#[test]
fn text_from_right_to_left_and_emoji_stay_as_they_are() {
    let story = [
        "غرقت عبارة تقل أكثر من مئة شخص قبالة ميناء ألدر مساء الاثنين، بحسب ما أعلنته سلطة الميناء في بيان لها.",
        "وقال عمال الإنقاذ إن اثنين وعشرين شخصا على الأقل لقوا حتفهم بعد أن اصطدمت السفينة بالرصيف في العاصفة 🚢.",
        "ونفى مالك العبارة أن تكون محملة فوق طاقتها، وقال إنه سينتظر نتائج التحقيق الذي فتحته السلطات في البلاد.",
    ];
    let html = page(LINKED, "غرق عبارة قبالة ميناء ألدر", &story).replace("lang=\"en-GB\"", "lang=\"ar\" dir=\"rtl\"");
    let draft = draft_of(&html);
    assert_eq!(draft.paragraphs, story);
    assert_eq!(draft.language.as_deref(), Some("ar"));
}

#[test]
fn a_script_in_a_headline_stays_text() {
    let headline = "&lt;script&gt;alert(1)&lt;/script&gt; is what the ferry's website showed";
    let draft = draft_of(&page("", headline, &STORY));
    assert_eq!(draft.title, "<script>alert(1)</script> is what the ferry's website showed");
    assert_eq!(draft.paragraphs, STORY);
}

#[test]
fn a_page_without_metadata_is_named_by_its_address() {
    let head = "<!-- saved from url=(0046)https://www.alderpost.example/2021/05/03/ferry -->";
    let draft = draft_of(&page(head, "Ferry sinks off Port Alder", &STORY));
    assert_eq!(draft.title, "Ferry sinks off Port Alder");
    assert_eq!(draft.outlet.as_deref(), Some("alderpost.example"));
    assert_eq!(draft.url.as_deref(), Some("https://www.alderpost.example/2021/05/03/ferry"));
    assert_eq!(draft.published.map(String::from).as_deref(), Some("2021-05-03"));
}

fn check_refused(bytes: &[u8], remedy: Remedy) {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
    let oddity = read(bytes).map(|found| found.drafts).expect_err(&start);
    assert_eq!(oddity.remedy, remedy, "{start}: {oddity}");
}

#[test]
fn pages_that_hold_no_article_are_refused() {
    let teasers: String = (0..40)
        .map(|n| {
            format!(
                "<div class=teaser><h3><a href='/{n}'>Harbour story number {n}</a></h3><a href='/{n}'>More</a></div>"
            )
        })
        .collect();
    let front = r#"<link rel="canonical" href="https://www.alderpost.example/">"#;
    check_refused(format!("<html><head>{front}</head><body>{teasers}</body></html>").as_bytes(), Remedy::FetchAgain);
    check_refused(page(front, "The Alder Post", &STORY[..1]).as_bytes(), Remedy::FetchAgain);
    let wall = "<html><body><h1>Sign in</h1><form><p>To continue reading, sign in or subscribe.</p><input></form></body></html>";
    check_refused(wall.as_bytes(), Remedy::FetchAgain);
    check_refused(b"<html></html>", Remedy::FetchAgain);
    check_refused(b"<!doctype html><html><head><title>404", Remedy::FetchAgain);
}

#[test]
fn nested_tags_are_refused_at_once() {
    check_refused(format!("<html><body>{}", "<div>".repeat(20_000)).as_bytes(), Remedy::Shrink);
    check_refused(format!("<html><body>{}", "<b><i>".repeat(100_000)).as_bytes(), Remedy::Shrink);
}

#[test]
fn a_page_larger_than_any_article_is_refused() {
    let bytes = [b"<html><body>".as_slice(), &vec![b' '; MOST_BYTES]].concat();
    check_refused(&bytes, Remedy::Shrink);
}

#[test]
fn the_free_beginning_of_an_article_is_marked() {
    let walled = LINKED.replace("\"headline\"", "\"isAccessibleForFree\":\"False\",\"headline\"");
    let found = read(page(&walled, "Ferry sinks off Port Alder", &STORY[..2]).as_bytes()).expect("an article");
    assert_eq!(found.oddities.iter().map(|oddity| oddity.remedy).collect::<Vec<_>>(), [Remedy::Check]);
    let open = read(page(LINKED, "Ferry sinks off Port Alder", &STORY).as_bytes()).expect("an article");
    assert_eq!(open.oddities, []);
}

#[test]
fn the_same_bytes_give_the_same_article() {
    let html = page(LINKED, "Ferry sinks off Port Alder", &STORY);
    let first = draft_of(&html);
    for _ in 0..5 {
        assert_eq!(draft_of(&html), first);
    }
}

#[test]
fn pages_are_told_by_how_they_begin() {
    let (bounds, columns) = (Bounds::default(), ColumnMap::default());
    let nesting = crate::nesting::Nesting::outermost(&bounds, crate::Watch::default());
    let is =
        |text: &[u8]| is_web(&File { name: "x", bytes: text, bounds: &bounds, columns: &columns, nesting: &nesting });
    for text in
        ["<!DOCTYPE html><p>", "\u{feff}\n<!-- saved --> <HTML>", "<?xml version='1.0'?>\n<html>", "<p>Text</p>"]
    {
        assert!(is(text.as_bytes()), "{text}");
    }
    for text in ["{\"html\": 1}", "a < b", "<?xml version='1.0'?><rss>", "", "<https://example.org>"] {
        assert!(!is(text.as_bytes()), "{text}");
    }
}

#[test]
fn a_page_cut_anywhere_is_read_or_refused() {
    let html = page(LINKED, "Ferry sinks off Port Alder", &STORY);
    for end in (0..html.len()).step_by(97) {
        if let Ok(found) = read(&html.as_bytes()[..end]) {
            assert!(!found.drafts[0].1.paragraphs.is_empty(), "cut at {end}");
        }
    }
}

#[test]
fn a_day_that_is_shown_carries_its_hour_unseen() {
    let shown =
        r#"<div class="byline">By Ana Roe</div><p><time datetime="2021-05-03T22:14:00+01:00">3 May 2021</time></p>"#;
    let html = page("", "Ferry sinks off Port Alder", &STORY)
        .replace(r#"<ul class="share">"#, &format!("{shown}<ul class=\"share\">"));
    let draft = draft_of(&html);
    assert_eq!(draft.published.map(String::from).as_deref(), Some("2021-05-03T22:14:00+01:00"));
}

#[test]
fn a_live_blog_keeps_the_headings_of_its_posts() {
    let posts: Vec<String> =
        STORY.iter().map(|post| format!("</p><h2>Post number one</h2><p>10:14</p><p>{post}")).collect();
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    let html = page(&LINKED.replace("NewsArticle", "LiveBlogPosting"), "Ferry sinks off Port Alder", &posts);
    let found = read(html.as_bytes()).expect("an article");
    assert_eq!(found.drafts[0].1.paragraphs.iter().filter(|line| *line == "Post number one").count(), 4);
    assert!(found.oddities.iter().any(|oddity| oddity.what.contains("live blog")));
}
