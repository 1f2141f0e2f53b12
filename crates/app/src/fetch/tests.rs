use super::{
    server::{Server, answer, article},
    *,
};
use crate::{
    files::{Input, Reading},
    import::{Fate, Import, Outcome, import_pages},
};
use library::{Filter, Library};
use std::{
    io::Write,
    ops::ControlFlow,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

const HTML: &str = "Content-Type: text/html; charset=utf-8";
const TEXT: &str = "The ferry Alma burned at the quay in Varnholm on Tuesday, the coast guard said in the evening.";

fn one(bytes: Vec<u8>) -> Server {
    Server::begin(move |_| bytes.clone())
}

fn refused(page: &Page) -> String {
    page.get().expect_err("no page").to_string()
}

fn check(bytes: Vec<u8>, expected: &str) {
    assert_eq!(refused(&one(bytes).page("/fire")), expected);
}

#[test]
fn a_page_comes_with_all_that_its_server_said() {
    let server = one(answer("200 OK", &[HTML, "X-Edition: late"], "<p>Fire.</p>"));
    let response = server.page("/fire?id=7#top").get().expect("it is there");
    assert_eq!(response.address.to_string(), server.url("/fire?id=7"));
    assert_eq!((response.status.as_str(), response.body.as_slice()), ("200 OK", b"<p>Fire.</p>".as_slice()));
    assert!(response.headers.contains(&("x-edition".into(), b"late".to_vec())));
    assert_eq!(server.asked(), ["/fire?id=7"]);
}

#[test]
fn chunks_are_joined() {
    let body = "5\r\n<p>Fi\r\n7\r\nre.</p>\r\n0\r\n\r\n";
    let server = one(answer("200 OK", &[HTML, "Transfer-Encoding: chunked"], body));
    assert_eq!(server.page("/").get().map(|response| response.body), Ok(b"<p>Fire.</p>".to_vec()));
}

#[test]
fn a_place_that_is_not_public_is_not_asked() {
    let server = one(answer("200 OK", &[HTML], "secret"));
    let port = server.url("").rsplit(':').next().expect("a port").to_owned();
    for host in ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"] {
        let address = Address::parse(&format!("http://{host}:{port}/")).expect("an address");
        assert_eq!(refused(&Page::at(address)), Refusal::Private.to_string(), "{host}");
    }
    for url in
        ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "https://192.168.1.1/", "http://[fd00::1]/"]
    {
        assert_eq!(refused(&Page::at(Address::parse(url).expect("an address"))), Refusal::Private.to_string(), "{url}");
    }
    assert!(server.asked().is_empty());
}

#[test]
fn a_redirect_to_a_place_that_is_not_public_is_not_followed() {
    let inside = one(answer("200 OK", &[HTML], "secret"));
    for target in [inside.url("/"), inside.url("/").replace("127.0.0.1", "localhost"), "http://169.254.169.254/".into()]
    {
        let server = one(answer("302 Found", &[&format!("Location: {target}")], ""));
        assert_eq!(refused(&server.page("/")), Refusal::Private.to_string(), "{target}");
    }
    assert!(inside.asked().is_empty());
}

#[test]
fn redirects_are_followed_up_to_a_bound() {
    let server = Server::begin(|path| match path.len() {
        0..=5 => answer("301 Moved Permanently", &[&format!("Location: {path}x")], ""),
        _ => answer("200 OK", &[HTML], "<p>Fire.</p>"),
    });
    assert_eq!(server.page("/").get().map(|response| response.address.to_string()), Ok(server.url("/xxxxx")));
    let endless = Server::begin(|path| answer("302 Found", &[&format!("Location: {path}x")], ""));
    assert_eq!(refused(&endless.page("/")), Refusal::TooManyRedirects { most: 5 }.to_string());
    assert_eq!(endless.asked().len(), 6);
}

#[test]
fn a_redirect_to_what_is_not_fetched_is_refused() {
    for target in ["file:///etc/passwd", "ftp://a.example/", "http://me:secret@a.example/"] {
        let told = refused(&one(answer("302 Found", &[&format!("Location: {target}")], "")).page("/"));
        assert!(told.starts_with("The site sends on to what is not fetched: "), "{told}");
    }
}

#[test]
fn what_is_too_large_is_left_whether_or_not_it_says_so() {
    let told = answer("200 OK", &[HTML, "Content-Length: 30000000"], "");
    check(told, "The page is larger than what is fetched (20 MB).");
    let server = one(answer("200 OK", &[HTML], &"x".repeat(3 << 20)));
    let mut page = server.page("/");
    page.fetching.bytes = 2 << 20;
    assert_eq!(refused(&page), "The page is larger than what is fetched (2 MB).");
}

#[test]
fn what_is_too_slow_is_left() {
    let server = Server::begin(|_| {
        thread::sleep(Duration::from_secs(3));
        answer("200 OK", &[HTML], "late")
    });
    let mut page = server.page("/");
    page.fetching.time = Duration::from_secs(1);
    assert_eq!(refused(&page), "The page did not come within 1 seconds.");
}

#[test]
fn a_page_that_nobody_waits_for_any_more_is_left() {
    let server = Server::begin(|_| {
        loop {
            thread::park();
        }
    });
    let mut page = server.page("/");
    page.fetching.time = Duration::from_secs(3_600);
    let asked = AtomicUsize::new(0);
    assert_eq!(page.get_unless(&|| asked.fetch_add(1, Ordering::Relaxed) < 2), None);
    assert_eq!(asked.into_inner(), 3);
}

#[test]
fn a_page_that_is_waited_for_comes() {
    let server = one(answer("200 OK", &[HTML], "<p>Fire.</p>"));
    assert!(server.page("/").get_unless(&|| true).is_some_and(|got| got.is_ok()));
}

#[test]
fn a_site_that_has_no_page_says_why() {
    check(answer("404 Not Found", &[HTML], "gone"), "There is no page at this address any more, or never was (404).");
    check(
        answer("403 Forbidden", &[HTML], "no"),
        "The site does not show this page to everybody (403): it may be for subscribers, or for browsers only.",
    );
    check(answer("503 Service Unavailable", &[], ""), "The site cannot show the page now (503).");
    check(
        answer("200 OK", &["Content-Type: image/png"], "x"),
        "There is no page at this address but a file of another kind (image/png).",
    );
    check(b"SSH-2.0-hello\r\n".to_vec(), "What the site answers cannot be understood.");
}

#[test]
fn a_site_that_is_not_there_says_so() {
    let page = one(Vec::new()).page("/");
    assert!(page.get().is_err());
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let fetching = Fetching { reach: Reach::including(nobody), ..Fetching::default() };
    let address = Address::parse(&format!("http://{nobody}/")).expect("an address");
    assert_eq!(refused(&Page { address, fetching }), "The site does not answer.");
    let address = Address::parse("http://no-such-place.invalid/").expect("an address");
    assert_eq!(refused(&Page::at(address)), "There is no site of that name, or no connection to the internet.");
}

#[test]
fn a_site_that_cannot_prove_itself_is_not_read() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let place = listener.local_addr().expect("it listens");
    thread::spawn(move || {
        let answer = |stream: &mut std::net::TcpStream| stream.write_all(b"HTTP/1.1 400 Speak TLS\r\n\r\n");
        listener.accept().and_then(|(mut stream, _)| answer(&mut stream))
    });
    let fetching = Fetching { reach: Reach::including(place), ..Fetching::default() };
    let address = Address::parse(&format!("https://{place}/")).expect("an address");
    assert_eq!(refused(&Page { address, fetching }), Refusal::Unsafe.to_string());
}

#[test]
fn a_record_tells_what_came() {
    let headers = [HTML, "Transfer-Encoding: chunked"];
    let server = one(answer("200 OK", &headers, "c\r\n<p>Fire.</p>\r\n0\r\n\r\n"));
    let response = server.page("/fire").get().expect("it is there");
    let record = unpacked(&packed(&response)).expect("ours");
    let text = String::from_utf8(record.clone()).expect("all of it is text");
    assert!(text.starts_with("WARC/1.1\r\nWARC-Type: response\r\n"), "{text}");
    assert!(text.ends_with("content-length: 12\r\n\r\n<p>Fire.</p>\r\n\r\n") && !text.contains("chunked"), "{text}");
    let block = text.split_once("\r\n\r\n").map(|(_, block)| block.len() - 4).expect("a head and a block");
    assert!(text.contains(&format!("\r\nContent-Length: {block}\r\n\r\n")), "{text}");
    let kept = Kept::of(&record).expect("ours");
    assert_eq!((kept.address, kept.status.as_str(), kept.size), (server.url("/fire"), "200 OK", record.len()));
    assert_eq!((kept.at, kept.content_type.as_deref()), (response.at.to_string(), Some("text/html; charset=utf-8")));
}

fn brought(library: &mut Library, pages: Vec<Page>) -> Import {
    let import = import_pages(library, pages, &Reading::default(), &|step| match step.fate {
        Fate::Waiting | Fate::Reading | Fate::Ended(_) => ControlFlow::Continue(()),
    });
    assert!(import.stopped.is_none());
    import
}

#[test]
fn a_page_comes_into_the_library_with_its_address_and_its_evidence() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
    let server = Server::begin(|path| match path {
        "/gone" => answer("404 Not Found", &[HTML], ""),
        "/old" => answer("301 Moved Permanently", &["Location: /fire"], ""),
        _ => answer("200 OK", &[HTML], &article("Ferry burns", TEXT)),
    });
    let import = brought(&mut library, vec![server.page("/gone"), server.page("/old")]);
    assert!(matches!(&import.files[0].outcome, Outcome::LeftOut { oddities } if oddities[0].what.contains("404")));
    assert!(matches!(&import.files[1].outcome, Outcome::Kept { articles: 1, .. }), "{:?}", import.files);

    let listed = library.list(&Filter::default()).expect("sound").remove(0);
    assert_eq!(listed.url, Some(server.url("/fire")), "where it was found in the end");
    assert_eq!(listed.file, server.url("/old"), "as the user gave it");
    let article = library.article(&listed.id).expect("there");
    assert_eq!(story::ArticleId::of(&article), article.id);
    let record = library.response(&article.sha256).expect("sound").and_then(|kept| unpacked(&kept)).expect("kept");
    assert_eq!(Kept::of(&record).map(|kept| kept.address), Some(server.url("/fire")));

    let again = brought(&mut library, vec![server.page("/old")]);
    assert_eq!(again.files[0].outcome, Outcome::Duplicate { of: server.url("/old") }, "nothing has changed");
}

#[test]
fn a_page_that_has_changed_is_a_new_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
    let times = AtomicUsize::new(1);
    let server = Server::begin(move |_| {
        let number = times.fetch_add(1, Ordering::Relaxed);
        answer("200 OK", &[HTML], &article("Ferry burns", &format!("{TEXT} It had {number} hundred people on board.")))
    });
    for _ in 0..2 {
        let import = brought(&mut library, vec![server.page("/fire")]);
        assert!(matches!(&import.files[0].outcome, Outcome::Kept { articles: 1, .. }), "{:?}", import.files);
    }
    let all = library.list(&Filter::default()).expect("sound");
    let versions = library.versions(&all[0].id).expect("sound");
    assert_eq!(versions.iter().map(|version| version.current).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_page_is_compared_without_a_library_too() {
    let server = one(answer("200 OK", &[HTML], &article("Ferry burns", TEXT)));
    let imported = Input::Page(server.page("/fire")).read(&Reading::default());
    assert_eq!(imported.articles[0].url, Some(server.url("/fire")));
    let bad =
        Input::Page(Page::at(Address::parse(&server.url("/fire")).expect("an address"))).read(&Reading::default());
    assert_eq!((bad.articles.len(), bad.oddities[0].what.clone()), (0, Refusal::Private.to_string()));
}
