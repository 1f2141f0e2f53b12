//! The real binary, used as people and scripts use it.

use serde_json::Value;
use std::{
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

const STORY: &str = concat!(
    r#"{"outlet": "Harbour Wire", "title": "Ferry hits barge off Orrin", "published": "2031-05-04", "body": "At least three people died when a ferry hit a barge off Orrin on Sunday, the coast guard said.\n\nThe captain refused to answer questions."}"#,
    "\n",
    r#"{"outlet": "The Lantern", "title": "Eleven drown off Orrin", "published": "2031-05-05", "body": "Eleven people died when a ferry hit a barge off Orrin on Sunday, the coast guard said.\n\nThe captain declined to answer questions."}"#,
    "\n",
);

/// A folder with the story in `story.jsonl`, and the binary to use on it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::write(desk.path("story.jsonl"), STORY).expect("room for a file");
        desk
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn rashomon(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
        command.args(args).current_dir(self.0.path()).env("HOME", self.0.path()).env("XDG_DATA_HOME", self.0.path());
        command.env("XDG_CONFIG_HOME", self.0.path());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.rashomon(args).output().expect("the binary runs")
    }

    fn fed(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = self.rashomon(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary runs");
        child.stdin.take().expect("a pipe").write_all(input).expect("it reads all");
        child.wait_with_output().expect("it ends")
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text is UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("standard output is JSON and nothing else")
}

fn check_code(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{output:?}");
}

#[test]
fn a_comparison_is_a_table_unless_told_otherwise() {
    let output = Desk::new().run(&["compare", "story.jsonl", "--only", "all"]);
    check_code(&output, 0);
    let table = text(&output.stdout);
    assert!(table.starts_with("Ferry hits barge off Orrin\n2 articles · 2 outlets"), "{table}");
    assert!(table.contains("│ Harbour Wire") && table.contains("│ The Lantern"), "{table}");
    assert_eq!(text(&output.stderr), "");
}

#[cfg(target_os = "linux")] // elsewhere settings stand in other folders
#[test]
fn what_was_said_of_columns_in_the_window_holds_here_unless_something_else_is_said() {
    let desk = Desk::new();
    fs::write(desk.path("mai.csv"), "Blatt;Kopf;Rumpf\nHafenpost;Brand;Die Alma brannte am Kai in Varnholm.\n")
        .expect("room");
    check_code(&desk.run(&["extract", "mai.csv"]), 1);
    fs::create_dir(desk.path("rashomon")).expect("room");
    let said = "[[tables]]\nbody = \"Rumpf\"\ntitle = \"Kopf\"\noutlet = \"Blatt\"\n";
    fs::write(desk.path("rashomon/columns.toml"), said).expect("room");
    assert_eq!(json(&desk.run(&["extract", "mai.csv"]))["articles"][0]["title"], "Brand");
    let other = json(&desk.run(&["extract", "mai.csv", "--column", "text=Rumpf", "--column", "title=Blatt"]));
    assert_eq!(other["articles"][0]["title"], "Hafenpost");
}

#[test]
fn a_story_of_a_library_is_written_as_a_report() {
    let desk = Desk::new();
    check_code(&desk.run(&["import", "--library", "news.rashomon", "story.jsonl"]), 0);
    let stories = json(&desk.run(&["list", "--stories", "--format", "json", "--library", "news.rashomon"]));
    let id = stories["stories"][0]["id"].as_str().expect("a story").to_owned();
    let written =
        ["report", &id[..6], "-o", "r.html", "--library", "news.rashomon", "--author", "Ada <b>", "--language", "de"];
    check_code(&desk.run(&written), 0);
    let page = fs::read_to_string(desk.path("r.html")).expect("it was written");
    assert!(page.contains("lang=\"de\"") && page.contains("Ada &lt;b&gt;") && page.contains("importiert"), "{page}");
    let printed = desk.run(&[
        "report",
        "ferry BARGE",
        "-o",
        "-",
        "--format",
        "markdown",
        "--library",
        "news.rashomon",
        "--anonymous",
    ]);
    check_code(&printed, 0);
    let printed = text(&printed.stdout);
    assert!(printed.contains("Outlet A") && !printed.contains("Harbour Wire"), "{printed}");
}

#[test]
fn a_report_that_cannot_be_says_what_to_do() {
    let desk = Desk::new();
    check_code(&desk.run(&["import", "--library", "news.rashomon", "story.jsonl"]), 0);
    let no_story = desk.run(&["report", "comet", "-o", "r.html", "--library", "news.rashomon"]);
    check_code(&no_story, 1);
    assert!(text(&no_story.stderr).contains("no story of the library is meant by “comet”: `rashomon list --stories`"));
    let no_format = desk.run(&["report", "ferry", "-o", "r.odt", "--library", "news.rashomon"]);
    check_code(&no_format, 1);
    assert!(text(&no_format.stderr).contains("a report ends in .html, "), "{no_format:?}");
    assert!(!desk.path("r.odt").exists());
}

#[test]
fn json_holds_all_articles_whatever_is_shown() {
    let output = Desk::new().run(&["compare", "story.jsonl", "--format", "json", "--kind", "quote"]);
    check_code(&output, 0);
    let document = json(&output);
    assert_eq!(document["schema"], 1);
    assert_eq!(document["stories"][0]["articles"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["stories"][0]["articles"][1]["source"]["entry"], 2);
}

#[test]
fn standard_input_is_a_file_told_by_its_content() {
    let desk = Desk::new();
    let output = desk.fed(&["extract", "-"], STORY.as_bytes());
    check_code(&output, 0);
    let document = json(&output);
    assert_eq!(document["articles"][0]["outlet"], "Harbour Wire");
    assert_eq!(document["articles"][0]["source"]["path"], "standard input");
}

#[test]
fn what_is_extracted_can_be_read_again() {
    let desk = Desk::new();
    let first = desk.run(&["extract", "story.jsonl"]);
    let second = desk.fed(&["extract", "-"], &first.stdout);
    let ids = |output: &Output| -> Vec<Value> {
        let document = json(output);
        document["articles"].as_array().expect("a list").iter().map(|article| article["id"].clone()).collect()
    };
    assert_eq!(ids(&first), ids(&second));
}

#[test]
fn bad_files_are_told_and_left_out_and_the_others_go_on() {
    let desk = Desk::new();
    fs::write(desk.path("empty.html"), "").expect("room for a file");
    let output = desk.run(&["extract", "empty.html", "story.jsonl", "nowhere.pdf"]);
    check_code(&output, 3);
    assert_eq!(json(&output)["articles"].as_array().map(Vec::len), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("left out: empty.html") && told.contains("left out: nowhere.pdf"), "{told}");
}

#[test]
fn nothing_to_read_is_a_failure() {
    let output = Desk::new().run(&["compare", "nowhere.html"]);
    check_code(&output, 1);
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("rashomon: no article was found"));
}

#[test]
fn a_command_line_that_makes_no_sense_is_code_2() {
    let desk = Desk::new();
    for args in [&["compare"][..], &["compare", "a", "--kind", "rumour"], &["compare", "a", "--min-score", "7"], &["x"]]
    {
        check_code(&desk.run(args), 2);
    }
}

#[test]
fn a_report_is_written_by_its_ending() {
    let desk = Desk::new();
    for (name, beginning) in [("r.html", "<!DOCTYPE html>"), ("r.md", "# Ferry"), ("r.JSON", "{\n  \"schema\": 1")] {
        check_code(&desk.run(&["compare", "story.jsonl", "--report", name]), 0);
        let report = fs::read_to_string(desk.path(name)).expect("the report is there");
        assert!(report.starts_with(beginning), "{name}: {report}");
    }
    check_code(&desk.run(&["compare", "story.jsonl", "--report", "r.exe"]), 1);
    check_code(&desk.run(&["compare", "story.jsonl", "--report", "no/such/folder/r.html"]), 1);
    assert!(!desk.path("r.exe").exists());
}

#[test]
fn colours_are_for_those_who_want_them() {
    let desk = Desk::new();
    let coloured = |args: &[&str], names: &[&str]| {
        let mut command = desk.rashomon(&["compare", "story.jsonl"]);
        command.args(args).envs(names.iter().map(|name| (name, "1")));
        text(&command.output().expect("the binary runs").stdout).contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "a pipe gets none");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&[], &["CLICOLOR_FORCE"]));
    assert!(!coloured(&[], &["NO_COLOR", "CLICOLOR_FORCE"]));
    assert!(!coloured(&["--color", "never"], &["CLICOLOR_FORCE"]));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let desk = Desk::new();
    let body = "A ferry hit a barge off Orrin on Sunday. ".repeat(20_000);
    let article = serde_json::json!({ "outlet": "Tidings", "title": "Ferry", "body": body });
    fs::write(desk.path("long.jsonl"), article.to_string()).expect("room for a file");
    let mut command = desk.rashomon(&["extract", "long.jsonl"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    check_code(&output, 0);
    assert_eq!(text(&output.stderr), "");
}

#[cfg(unix)]
#[test]
fn a_file_name_need_not_be_unicode() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"st\xf6ry.jsonl");
    if fs::write(desk.path(name), STORY).is_err() {
        return; // some file systems take Unicode alone
    }
    let output = desk.rashomon(&["extract"]).arg(name).output().expect("the binary runs");
    check_code(&output, 0);
    assert_eq!(json(&output)["articles"][0]["source"]["path"], "st\u{fffd}ry.jsonl");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_130() {
    let desk = Desk::new();
    let mut command = desk.rashomon(&["extract", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the binary runs");
    let input = child.stdin.take(); // held open, for `wait` would close it
    std::thread::sleep(std::time::Duration::from_millis(1500)); // it now waits for input
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(killed.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    drop(input);
}

#[test]
fn columns_that_nobody_knows_can_be_mapped() {
    let desk = Desk::new();
    let table = "Blatt;Kopfzeile;Wortlaut\n\
        Hafenwacht;Ferry hits barge;At least three people died when a ferry hit a barge off Orrin.\n\
        Laterne;Eleven drown;Eleven people died when a ferry hit a barge off Orrin.\n";
    fs::write(desk.path("table.csv"), table).expect("room for a file");
    let map = ["--column", "outlet=Blatt", "--column", "title=Kopfzeile", "--column", "text=Wortlaut"];
    for command in [&["extract"][..], &["compare", "--format", "json"], &["stories", "--format", "json"]] {
        let plain = desk.run(&[command, &["table.csv"]].concat());
        check_code(&plain, 1);
        let told = text(&plain.stderr);
        assert!(told.contains("“Blatt”, “Kopfzeile”, “Wortlaut”") && told.contains("--column text=NAME"), "{told}");
        let mapped = desk.run(&[command, &["table.csv"], &map].concat());
        check_code(&mapped, 0);
        let document = text(&mapped.stdout);
        assert!(document.contains(r#""outlet": "Hafenwacht""#) && document.contains("Eleven drown"), "{document}");
    }
    check_code(&desk.run(&["import", "table.csv"]), 1);
    assert_eq!(text(&desk.run(&[&["import", "table.csv"], &map[..]].concat()).stdout), "table.csv: 2 new\n");
    let fed = desk.fed(&["extract", "-", "--column", "text=Wortlaut"], table.as_bytes());
    assert_eq!(json(&fed)["articles"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_column_is_mapped_to_a_field_that_there_is() {
    let desk = Desk::new();
    for (column, told) in [
        ("texte=Inhalt", "“texte” is no field of an article; they are outlet, title, text"),
        ("Inhalt", "“Inhalt” is no field of an article"),
        ("text", "the column's name is needed, as in text=Column"),
        ("text= ", "the column's name is needed"),
    ] {
        let output = desk.run(&["extract", "story.jsonl", "--column", column]);
        check_code(&output, 2);
        assert!(text(&output.stderr).contains(told), "{output:?}");
    }
}

#[test]
fn stories_part_events() {
    let desk = Desk::new();
    let output = desk.run(&["stories", "story.jsonl", "--format", "json"]);
    check_code(&output, 0);
    let document = json(&output);
    let entries: Vec<u64> = document["stories"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|story| story["articles"].as_array().expect("a list"))
        .filter_map(|article| article["source"]["entry"].as_u64())
        .collect();
    assert_eq!(entries, [1, 2]);
    check_code(&desk.run(&["stories", "story.jsonl"]), 0);
}

#[test]
fn a_library_keeps_finds_and_gives_back() {
    let desk = Desk::new();
    let at = ["--library", "news.rashomon"];
    let run = |args: &[&str]| desk.run(&[args, &at[..]].concat());
    check_code(&run(&["list"]), 1);
    let imported = run(&["import", "story.jsonl", "nowhere.html"]);
    check_code(&imported, 3);
    assert_eq!(text(&imported.stdout), "story.jsonl: 2 new\n");
    assert_eq!(text(&run(&["import", "story.jsonl"]).stdout), "story.jsonl: known\n");
    let listed = json(&run(&["list", "--format", "json"]));
    let id = listed["articles"][0]["id"].as_str().expect("an id").to_owned();
    assert!(text(&run(&["list", "--outlet", "the lantern"]).stdout).contains("The Lantern Eleven drown"));
    let found = run(&["search", "declined"]);
    assert!(text(&found.stdout).contains("Eleven drown") && !text(&found.stdout).contains("Ferry hits"));
    assert!(text(&run(&["show", &id[..8]]).stdout).contains("At least three people died"));
    check_code(&run(&["show", "zz"]), 1);
    assert_eq!(json(&run(&["export"]))["articles"].as_array().map(Vec::len), Some(2));
    check_code(&run(&["doctor"]), 0);
    check_code(&run(&["backup", "copy.rashomon"]), 0);
    check_code(&run(&["backup", "copy.rashomon"]), 1);
    check_code(&run(&["restore", "copy.rashomon"]), 0);
    assert_eq!(text(&run(&["list"]).stdout).lines().count(), 2);
}

#[test]
fn the_users_own_library_needs_no_name() {
    let desk = Desk::new();
    check_code(&desk.run(&["import", "story.jsonl"]), 0);
    assert_eq!(text(&desk.run(&["list"]).stdout).lines().count(), 2);
}

#[test]
fn help_completions_and_manual_tell_the_same_commands() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert!(text(&help.stdout).contains("130  cancelled"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&["completions", shell]);
        check_code(&script, 0);
        assert!(text(&script.stdout).contains("compare"), "{shell}");
    }
    let manual = desk.run(&["manual"]);
    assert!(text(&manual.stdout).contains(".SH \"EXIT STATUS\"") && text(&manual.stdout).contains("markdown"));
}
