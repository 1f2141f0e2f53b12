use crate::{Bounds, Imported, read};
use flate2::{Compression, write::GzEncoder};
use sevenz_rust2::{ArchiveEntry, ArchiveWriter};
use std::io::{Cursor, Write};
use story::{Oddity, Remedy};
use zip::{ZipWriter, write::SimpleFileOptions};

const TEXT: &str = "Ferry sinks\n\nThe ferry sank on Monday, the coast guard said.";

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

fn tarred(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in members {
        let mut header = tar::Header::new_ustar();
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        builder.append(&header, *bytes).expect("memory");
    }
    builder.into_inner().expect("memory")
}

fn sevened(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new(Cursor::new(Vec::new())).expect("memory");
    for (name, bytes) in members {
        writer.push_archive_entry(ArchiveEntry::new_file(name), Some(*bytes)).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn import(name: &str, bytes: &[u8]) -> Imported {
    read(name, bytes, &Bounds { seconds: 20, ..Bounds::default() })
}

/// Number and name of the member of each article.
fn members(imported: &Imported) -> Vec<(usize, &str)> {
    let sources = imported.articles.iter().map(|article| &article.source);
    sources.map(|source| (source.entry, source.member.as_deref().unwrap_or_default())).collect()
}

fn said(oddities: &[Oddity]) -> Vec<String> {
    oddities.iter().map(ToString::to_string).collect()
}

#[test]
fn every_member_is_an_article_by_its_number_and_name() {
    let table = b"outlet,text\nPost,A ferry sank on Monday.\nStar,The ferry sank at noon.\n";
    let files: &[(&str, &[u8])] = &[("post.txt", TEXT.as_bytes()), ("a/rows.csv", table), ("logo.png", b"\x89PNG")];
    let expected = [(1, "post.txt"), (2, "a/rows.csv, 1"), (2, "a/rows.csv, 2")];
    for (name, bytes) in [("a.zip", zipped(files)), ("a.tar", tarred(files))] {
        let imported = import(name, &bytes);
        assert_eq!(members(&imported), expected, "{name}");
        assert!(imported.articles.iter().all(|article| article.source.path == name));
        assert_eq!(
            said(&imported.oddities),
            [format!("{name}: 1 files in the archive are of kinds that are not read.")]
        );
    }
    let imported = import("a.tar.gz", &gzipped(&tarred(files)));
    assert_eq!(members(&imported)[1], (1, "a.tar/a/rows.csv, 1"));
}

#[test]
fn archives_in_archives_are_read_down_to_a_bound() {
    let mut bytes = zipped(&[("post.txt", TEXT.as_bytes())]);
    let level = |inner: &[u8], name: &str| zipped(&[(name, inner)]);
    for name in ["3.zip", "2.zip", "1.zip"] {
        bytes = level(&bytes, name);
    }
    assert_eq!(members(&import("a.zip", &bytes)), [(1, "1.zip/2.zip/3.zip/post.txt")]);
    let imported = import("a.zip", &level(&bytes, "0.zip"));
    assert_eq!((imported.articles.len(), imported.oddities[0].remedy), (0, Remedy::Shrink));
}

#[test]
fn a_bad_member_leaves_the_others() {
    let files: &[(&str, &[u8])] =
        &[("bad.pdf", b"%PDF-1.4\n1 0 obj"), ("empty.txt", b""), ("good.txt", TEXT.as_bytes())];
    let imported = import("a.zip", &zipped(files));
    assert_eq!(members(&imported), [(3, "good.txt")]);
    let named: Vec<_> = imported.oddities.iter().map(|oddity| (oddity.entry, oddity.member.as_deref())).collect();
    assert_eq!(named, [(Some(1), Some("bad.pdf")), (Some(2), Some("empty.txt"))]);
    assert!(imported.oddities.iter().all(|oddity| oddity.path == "a.zip" && oddity.remedy == Remedy::FetchAgain));
}

#[test]
fn a_bomb_is_given_up_when_it_has_unfolded_too_far() {
    let bounds = Bounds { unpacked_bytes: 1 << 20, archive_bytes: 3 << 20, ..Bounds::default() };
    let zeros = vec![b' '; 2 << 20];
    let imported = read("a.zip", &zipped(&[("bomb.txt", &zeros), ("good.txt", TEXT.as_bytes())]), &bounds);
    assert_eq!((members(&imported), imported.oddities[0].remedy), (vec![(2, "good.txt")], Remedy::Shrink));
    let imported = read("a.zip", &zipped(&[("x.txt", &zeros)]), &bounds);
    assert_eq!(
        said(&imported.oddities),
        ["a.zip (x.txt): It unfolds to more than 1 MB. Split it, or keep only the articles you need."]
    );
    let one = vec![b' '; 1 << 20];
    let many: Vec<(String, &[u8])> = (0..6).map(|n| (format!("{n}.txt"), &one[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let imported = read("a.zip", &zipped(&many), &bounds);
    assert_eq!(imported.oddities.iter().filter(|oddity| oddity.remedy == Remedy::Shrink).count(), 3);
}

#[test]
fn a_name_that_points_elsewhere_is_only_a_name() {
    for name in ["../../etc/post.txt", "/etc/post.txt", "C:\\post.txt", "a\u{202E}txt.post.txt"] {
        let imported = import("a.zip", &zipped(&[(name, TEXT.as_bytes())]));
        assert_eq!(imported.articles.len(), 1, "{name}");
    }
}

#[test]
fn hidden_files_and_what_belongs_to_a_page_are_left_out() {
    let files: &[(&str, &[u8])] = &[
        ("__MACOSX/._post.txt", TEXT.as_bytes()),
        (".hidden.txt", TEXT.as_bytes()),
        ("Page_files/ad.html", b"<html>Buy"),
        ("post.txt", TEXT.as_bytes()),
    ];
    let imported = import("a.zip", &zipped(files));
    assert_eq!((members(&imported), &imported.oddities[..]), (vec![(4, "post.txt")], &[][..]));
}

#[test]
fn an_archive_that_is_cut_short_gives_what_it_has() {
    let bytes = tarred(&[("one.txt", TEXT.as_bytes()), ("two.txt", "A storm came up.\n".repeat(100).as_bytes())]);
    let imported = import("a.tar", &bytes[..1_800]);
    assert_eq!(members(&imported)[0], (1, "one.txt"));
    assert!(imported.oddities.iter().any(|oddity| oddity.remedy == Remedy::FetchAgain), "{:?}", imported.oddities);
    for (name, bytes) in [("a.zip", zipped(&[("one.txt", TEXT.as_bytes())])), ("a.gz", gzipped(TEXT.as_bytes()))] {
        let imported = import(name, &bytes[..bytes.len() / 2]);
        assert_eq!((imported.articles.len(), imported.oddities[0].remedy), (0, Remedy::FetchAgain), "{name}");
    }
}

#[test]
fn a_solid_archive_is_read_past_members_that_are_not() {
    let imported = import("clips.7z", include_bytes!("../../../fixtures/7z/clips.7z"));
    assert_eq!(members(&imported), [(2, "clips/harbour-post.txt"), (4, "clips/tidings.txt")]);
    let imported = import("locked.7z", include_bytes!("../../../fixtures/7z/locked.7z"));
    assert_eq!(imported.oddities[0].remedy, Remedy::Unlock);
}

#[test]
fn what_is_attached_to_a_reference_is_read_with_its_list_and_not_twice() {
    let list = "TY  - NEWS\nTI  - Ferry sinks off Alder\nT2  - The Alder Post\nDA  - 2031/05/03\nL1  - files/1/page.txt\nER  - \n";
    let files: &[(&str, &[u8])] = &[
        ("refs/files/1/page.txt", TEXT.as_bytes()),
        ("other.txt", TEXT.as_bytes()),
        ("refs/list.ris", list.as_bytes()),
    ];
    let tar = tarred(files);
    for (name, bytes) in
        [("a.zip", zipped(files)), ("a.tar", tar.clone()), ("a.7z", sevened(files)), ("a.tar.gz", gzipped(&tar))]
    {
        let imported = import(name, &bytes);
        let outlets: Vec<(&str, &str)> =
            imported.articles.iter().map(|article| (article.outlet.as_str(), article.title.as_str())).collect();
        assert_eq!(outlets, [("other", "Ferry sinks"), ("The Alder Post", "Ferry sinks off Alder")], "{name}");
        assert!(name == "a.tar.gz" || members(&imported)[1].0 == 3, "{name}");
        assert!(imported.oddities.is_empty(), "{name}: {:?}", said(&imported.oddities));
    }
}

#[test]
fn what_finds_no_room_to_wait_is_read_at_once() {
    let list = "TY  - NEWS\nTI  - Ferry sinks\nT2  - The Alder Post\nL1  - page.txt\nER  - \n";
    let long = "A storm came up.\n\n".repeat(100);
    let files: &[(&str, &[u8])] = &[("list.ris", list.as_bytes()), ("page.txt", long.as_bytes())];
    let bounds = Bounds { unpacked_bytes: long.len() + 10, ..Bounds::default() };
    let imported = read("a.zip", &zipped(files), &bounds);
    assert_eq!(members(&imported), [(2, "page.txt")]);
    assert_eq!(imported.oddities.len(), 1, "{:?}", said(&imported.oddities));
}
