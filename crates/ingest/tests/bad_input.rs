//! Bad input through the front door: articles or an oddity, never a panic, never a hang.

use ingest::{Bounds, Imported, read};
use proptest::prelude::*;
use story::Remedy;

fn import(name: &str, bytes: &[u8]) -> Imported {
    let imported = read(name, bytes, &Bounds { seconds: 20, ..Bounds::default() });
    assert!(!(imported.articles.is_empty() && imported.oddities.is_empty()), "{name} vanished");
    imported
}

fn check(name: &str, bytes: &[u8], remedy: Remedy) {
    let imported = import(name, bytes);
    assert!(imported.articles.is_empty(), "{name}: {:?}", imported.articles);
    assert_eq!(imported.oddities[0].remedy, remedy, "{name}: {}", imported.oddities[0].what);
}

#[test]
fn nothing_and_blanks_are_to_be_fetched_again() {
    for name in ["a.txt", "a.pdf", "a.csv", "a.html", "a"] {
        check(name, b"", Remedy::FetchAgain);
        check(name, b" \r\n\t\n ", Remedy::FetchAgain);
        check(name, &[0; 64], Remedy::FetchAgain);
    }
}

#[test]
fn an_ending_that_lies_is_overruled_by_the_content() {
    let table = b"{\"outlet\": \"Post\", \"body\": \"One.\"}\n{\"outlet\": \"Star\", \"body\": \"Two.\"}\n";
    for name in ["a.pdf", "a.docx", "a.html", "a.txt", "a"] {
        let imported = import(name, table);
        assert_eq!((imported.articles.len(), imported.articles[0].importer.name.as_str()), (2, "jsonl"), "{name}");
    }
    check("a.txt", b"%PDF-1.4\n1 0 obj", Remedy::FetchAgain);
}

#[test]
fn garbage_is_to_be_converted() {
    let garbage: Vec<u8> = (0..4_096_u32).map(|n| if n % 3 == 0 { 0 } else { (n * 37 % 256) as u8 }).collect();
    check("a.txt", &garbage, Remedy::Convert);
}

#[test]
fn locked_and_old_office_files_say_which_they_are() {
    let header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a.docx", &[header.clone(), locked].concat(), Remedy::Unlock);
    check("a.doc", &header, Remedy::Convert);
}

#[test]
fn a_hundred_thousand_nested_tags_or_brackets_do_not_stop_the_reader() {
    import("a.html", "<div>".repeat(100_000).as_bytes());
    import("a.json", "[".repeat(100_000).as_bytes());
    import("a.json", "{\"a\":".repeat(100_000).as_bytes());
    import("a.csv", "\"".repeat(100_000).as_bytes());
}

#[test]
fn a_name_of_any_kind_is_a_name() {
    for name in ["a\nb.txt", "\u{1F525}.txt", "\u{FFFD}\u{FFFD}", "", ".", "/", "..\\x"] {
        let imported = import(name, b"Ferry sinks\n\nThe ferry sank on Monday, the coast guard said.");
        assert_eq!(imported.articles.len(), 1, "{name:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_with_any_ending_give_an_article_or_an_oddity(
        ending in prop::sample::select(vec!["txt", "html", "md", "pdf", "docx", "json", "jsonl", "csv", "tsv", "xyz"]),
        start in prop::sample::select(vec!["", "%PDF-1.4\n", "PK\u{3}\u{4}", "{\"", "[{\"", "outlet,text\n", "<html>", "# "]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        import(&format!("a.{ending}"), &[start.as_bytes(), &bytes].concat());
    }
}
