//! The main job through Tauri's own IPC with its mock runtime: no display, no web view. Every test has folders of its own.

#![allow(clippy::panic, clippy::needless_pass_by_value)] // a test fails by a panic; requests are written where asked

mod shell;

use serde_json::{Value, json};
use shell::Shell;
use std::fs;

const FERRY: &str = "outlet,title,published,text\n\
    Harbour Post,Ferry burns at Varnholm quay,2031-05-03,The ferry Alma burned at the quay in Varnholm on Saturday. \
    Fire chief Karin Oste said that 12 passengers of the ferry Alma were hurt in the fire.\n\
    Tidings,Twenty hurt as ferry Alma burns,2031-05-03,The ferry Alma burned at the quay in Varnholm on Saturday. \
    Fire chief Karin Oste said that 20 passengers of the ferry Alma were hurt in the fire.\n";

#[test]
fn what_was_imported_and_decided_is_there_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell::open(folder.path());
    let start = shell.ask("start", json!({}));
    assert_eq!(
        (&start["sample"], &start["interrupted"], &start["library_failure"]),
        (&json!(false), &json!(0), &Value::Null)
    );

    let file = folder.path().join("ferry.csv");
    fs::write(&file, FERRY).expect("room");
    let import = shell.ask("import_files", json!({ "job": 1, "paths": [file] }));
    assert_eq!(import["files"][0]["outcome"], json!({ "is": "kept", "articles": 2, "known": 0 }));
    shell.heard("library_changed");
    let card = shell.ask("list_stories", json!({}))["stories"][0].clone();
    assert_eq!((&card["suggested"], &card["outlets"]), (&json!(true), &json!(["Harbour Post", "Tidings"])));

    let story = shell.ask("compare_story", json!({ "job": 2, "story": card["id"] }));
    let found = story["divergences"].as_array().and_then(|all| all.iter().find(|found| found["kind"] == "figure"));
    let found = found.expect("12 and 20 hurt").clone();
    let confirm = json!({ "story": card["id"], "divergence": found["id"], "ruling": { "is": "confirm" } });
    assert_eq!(shell.ask("decide", confirm)["reviewed"], 1);
    assert_eq!(shell.ask("undo", json!({}))["story"], card["id"]);
    assert_eq!(shell.ask("list_stories", json!({}))["stories"][0]["reviewed"], 0);
    shell.ask("redo", json!({}));
    let rename = json!({ "is": "rename_story", "story": card["id"], "title": "The Alma" });
    assert_eq!(shell.ask("edit_library", json!({ "edit": rename }))["undo"], "rename_story");
    drop(shell);

    let shell = Shell::open(folder.path());
    let card = shell.ask("list_stories", json!({}))["stories"][0].clone();
    assert_eq!((&card["title"], &card["suggested"], &card["reviewed"]), (&json!("The Alma"), &json!(false), &json!(1)));
    let story = shell.ask("compare_story", json!({ "job": 1, "story": card["id"] }));
    let kept = &story["decisions"]["findings"][0];
    assert_eq!((&kept["ruling"], &kept["kind"]), (&json!("confirmed"), &json!("figure")));
    assert_eq!(shell.ask("undo", json!({}))["undo"], "confirm", "what was done before the restart can be taken back");
}

#[test]
fn the_sample_is_one_accepted_story_however_often_it_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell::open(folder.path());
    let first = shell.ask("open_sample", json!({ "job": 1 }));
    assert_eq!(first["files"].as_array().map(Vec::len), Some(7));
    assert_eq!(shell.ask("open_sample", json!({ "job": 2 }))["story"], first["story"]);
    let library = shell.ask("list_stories", json!({}));
    assert_eq!(library["stories"].as_array().map(Vec::len), Some(1));
    assert_eq!((&library["stories"][0]["suggested"], &library["stories"][0]["articles"]), (&json!(false), &json!(7)));
}

#[test]
fn a_story_that_is_gone_is_unknown() {
    let folder = tempfile::tempdir().expect("a folder");
    let failure = Shell::open(folder.path()).refused("compare_story", json!({ "job": 1, "story": "gone" }));
    assert_eq!(failure["kind"], "unknown");
}

#[test]
fn settings_are_kept_and_what_is_out_of_bounds_is_brought_within() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell::open(folder.path());
    let mut preferences = shell.ask("start", json!({}))["preferences"].clone();
    (preferences["theme"], preferences["text_size"]) = (json!("dark"), json!(7.5));
    preferences["kinds"] = json!(["quote", "figure", "tone"]);
    let kept = shell.ask("set_preferences", json!({ "preferences": preferences }));
    assert_eq!((&kept["text_size"], &kept["kinds"]), (&json!(2.0), &json!(["figure", "quote"])));
    drop(shell);
    assert_eq!(Shell::open(folder.path()).ask("start", json!({}))["preferences"], kept);
}

#[test]
fn a_library_that_cannot_be_opened_is_told_and_the_others_stay_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell::open(folder.path());
    let other = folder.path().join("other.rashomon");
    let usual = shell.ask("start", json!({}))["library"].clone();
    assert_eq!(shell.ask("open_library", json!({ "path": other }))["recent"], json!([usual]));
    drop(shell);

    fs::write(&other, "this is no library").expect("room");
    let shell = Shell::open(folder.path());
    let start = shell.ask("start", json!({}));
    assert_eq!(start["library"], usual);
    assert!(start["library_failure"].as_str().is_some_and(|why| why.contains("other.rashomon")), "{start}");
    assert_eq!(shell.refused("open_library", json!({ "path": other }))["kind"], "library");
    assert_eq!(shell.ask("start", json!({}))["library"], usual, "what was open stays open");
}

#[test]
fn a_search_finds_words_and_refuses_a_day_that_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let shell = Shell::open(folder.path());
    shell.ask("paste_text", json!({ "job": 1, "name": "ferry.csv", "text": FERRY }));
    let mut query = json!({ "words": "twenty", "outlet": null, "from": null, "until": null, "kind": null, "limit": 9, "offset": 0 });
    let found = shell.ask("search_library", query.clone());
    assert_eq!((&found["total"], &found["hits"][0]["article"]["outlet"]), (&json!(1), &json!("Tidings")));
    assert_eq!(found["hits"][0]["title_matches"], json!([{ "start": 0, "end": 6 }]));
    query["from"] = json!("yesterday");
    assert_eq!(shell.refused("search_library", query)["kind"], "refused");
}

#[cfg(unix)]
mod while_a_file_is_read {
    use super::*;
    use std::{
        fs::OpenOptions,
        path::{Path, PathBuf},
        process::Command,
        thread,
    };

    /// A file that is read until this is dropped.
    struct SlowFile(PathBuf);

    impl SlowFile {
        fn new(folder: &Path) -> Self {
            let path = folder.join("slow.csv");
            assert!(Command::new("mkfifo").arg(&path).status().expect("every Unix has it").success());
            Self(path)
        }
    }

    impl Drop for SlowFile {
        fn drop(&mut self) {
            let _ = OpenOptions::new().read(true).write(true).open(&self.0);
        }
    }

    #[test]
    fn lists_answer_and_a_cancelled_import_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let shell = Shell::open(folder.path());
        let (page, slow) = (&shell.page, folder.path().join("slow.csv"));
        thread::scope(|scope| {
            let file = SlowFile::new(folder.path());
            let import = scope.spawn(|| page.ask("import_files", json!({ "job": 7, "paths": [slow, "none.txt"] })));
            page.heard("import_step");
            assert_eq!(page.ask("list_stories", json!({}))["articles"], 0);
            page.ask("cancel_job", json!({ "job": 7 }));
            drop(file);
            let import = import.join().expect("it answers");
            assert!(import["stopped"].as_str().is_some_and(|why| why.contains("cancelled")), "{import}");
        });
        assert_eq!(page.ask("start", json!({}))["interrupted"], 0, "who cancels does not want it later");
    }

    #[test]
    fn closing_asks_and_the_import_is_taken_up_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let Shell { app, page } = Shell::open(folder.path());
        let file = SlowFile::new(folder.path());
        thread::scope(|scope| {
            scope.spawn(|| {
                let _closed_at_last = Closed(&page);
                page.begin("import_files", json!({ "job": 1, "paths": [file.0] }));
                page.heard("import_step");
                page.window.close().expect("it is open");
                page.heard("close_asked");
                page.ask("quit", json!({}));
            });
            app.run(|app, event| rashomon_desktop::handle(app, &event));
        });
        // Another program on the same library, as after a restart: the first still waits for its file.
        let again = Shell::open(folder.path());
        assert_eq!(again.ask("start", json!({}))["interrupted"], 1);
        again.ask("forget_import", json!({}));
        assert_eq!(again.ask("start", json!({}))["interrupted"], 0);
    }

    /// Ends the program when the test fails too.
    struct Closed<'a>(&'a shell::Page);

    impl Drop for Closed<'_> {
        fn drop(&mut self) {
            let _ = self.0.window.destroy();
        }
    }
}
