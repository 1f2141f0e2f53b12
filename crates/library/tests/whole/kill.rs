//! A program that is killed in the middle of an import leaves every file wholly there or not at all.
//!
//! The test starts itself as a child that imports, kills it at a moment drawn from a fixed seed,
//! and looks at what is left. The moments are spread over the making of the library and over every
//! file of the import, by the child's own account of how far it has come: so they fall in the
//! middle however busy the machine is.

use crate::invented::{File, file};
use library::{Added, Library};
use std::{
    env,
    io::{BufRead, BufReader},
    ops::ControlFlow,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

const FILES: usize = 10;
const ARTICLES: usize = 6;
const ROUNDS: usize = 48;
/// Rounds stop here on a slow machine …
const AT_MOST: Duration = Duration::from_secs(10);
/// … but not before so many.
const AT_LEAST: usize = 12;
/// Tells the child what it is, and where its library is.
const ROLE: &str = "LIBRARY_TO_IMPORT_INTO";

#[test]
fn a_killed_import_leaves_whole_files() {
    let files = files();
    let begun = Instant::now();
    let (start, each) = measure();
    let mut dice = Dice(0x5eed);
    let mut cut_short = 0;
    let mut rounds = 0;
    while rounds < ROUNDS && (rounds < AT_LEAST || begun.elapsed() < AT_MOST) {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("news.rashomon");
        let after = dice.below(FILES as u64 + 1) as usize;
        let within = if after == 0 { start } else { each };
        let moment = Duration::from_nanos(dice.below(within.as_nanos() as u64 * 2));
        let told = kill_import(&path, after, moment);
        let kept = check_left(&path, &files, told);
        cut_short += usize::from(kept < FILES);
        check_goes_on(&path, &files, kept);
        rounds += 1;
    }
    println!("{rounds} rounds, {cut_short} of them cut short, {each:?} a file of {ARTICLES} articles");
    assert!(cut_short * 2 > rounds, "the moments were meant to fall within the import");
}

#[test]
fn programs_that_begin_and_fill_one_library_at_once_bring_each_file_once() {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("news.rashomon");
    let mut children = [start_import(&path), start_import(&path), start_import(&path)];
    for (child, said) in &mut children {
        follow(said, |_| ControlFlow::Continue(()));
        assert!(child.wait().expect("it ends by itself").success());
    }
    assert_eq!(check_left(&path, &files(), FILES), FILES);
}

/// Not a test of its own: what the child does.
#[test]
fn importing_child() {
    let Some(path) = env::var_os(ROLE) else { return };
    println!("begun");
    let mut library = Library::open_or_create(path).expect("a library");
    println!("opened");
    for file in files() {
        file.arrive(&mut library);
        println!("kept");
    }
}

/// How long the child takes to open a new library, and for each file.
fn measure() -> (Duration, Duration) {
    let place = tempfile::tempdir().expect("a folder");
    let (mut child, mut said) = start_import(&place.path().join("news.rashomon"));
    let mut times = Vec::new();
    follow(&mut said, |_| {
        times.push(Instant::now());
        ControlFlow::Continue(())
    });
    child.wait().expect("it ends by itself");
    assert_eq!(times.len(), FILES + 2, "begun, opened, and each file kept");
    (times[1] - times[0], (times[FILES + 1] - times[1]) / FILES as u32)
}

/// Kills an import some time after the file numbered `after`; how many files it said were kept.
fn kill_import(path: &Path, after: usize, moment: Duration) -> usize {
    let (mut child, mut said) = start_import(path); // `said` stays open: the child must die of nothing else
    let mut kept = 0;
    follow(&mut said, |line| {
        kept += usize::from(line == "kept");
        let is_there = kept == after && (after > 0 || line == "begun");
        if is_there { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let woken = Instant::now() + moment;
    while Instant::now() < woken {
        std::hint::spin_loop(); // sleeping would round the moment up
    }
    child.kill().expect("ours to kill");
    child.wait().expect("it is dead");
    kept
}

/// What is left is sound, has whole files alone, and at least those that were reported; how many.
fn check_left(path: &Path, files: &[File], told: usize) -> usize {
    if !path.exists() {
        assert_eq!(told, 0);
        return 0;
    }
    let library = Library::open(path).expect("a library, however it ended");
    assert_eq!(library.check().expect("readable"), []);
    let kept = library.files().expect("sound");
    assert!(kept.len() >= told, "{} of {told} reported files", kept.len());
    for (kept, file) in kept.iter().zip(files) {
        assert_eq!(kept.name, file.name);
        assert_eq!(library.articles_of_file(&kept.sha256).expect("sound"), file.articles);
    }
    kept.len()
}

/// Importing again brings in what is lacking and nothing twice.
fn check_goes_on(path: &Path, files: &[File], kept: usize) {
    let mut library = Library::open_or_create(path).expect("a library");
    let new = files.iter().filter(|file| matches!(file.arrive(&mut library), Added::New { .. })).count();
    assert_eq!(new, FILES - kept);
    assert_eq!(library.files().expect("sound").len(), FILES);
    assert_eq!(library.check().expect("readable"), []);
}

fn start_import(path: &Path) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(env::current_exe().expect("this test"))
        .args(["kill::importing_child", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROLE, path)
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test can be started");
    let said = BufReader::new(child.stdout.take().expect("piped"));
    (child, said)
}

/// Hands what the child says to `hear`, until that breaks or the child ends.
fn follow(said: &mut BufReader<ChildStdout>, mut hear: impl FnMut(&str) -> ControlFlow<()>) {
    for line in said.lines() {
        let line = line.expect("text");
        // The test harness may have begun the line.
        let Some(word) = ["begun", "opened", "kept"].into_iter().find(|word| line.ends_with(word)) else { continue };
        if hear(word).is_break() {
            break;
        }
    }
}

fn files() -> Vec<File> {
    let words = "The harbour office said a ferry burned at the quay and that three of its crew were hurt. ".repeat(24);
    let line = |file, at| format!("Outlet {at} | Title {file}-{at} | 2031-05-03 | | {words} Told {file} and {at}.");
    let lines = |file| (0..ARTICLES).map(|at| line(file, at)).collect::<Vec<_>>();
    let name = |at| format!("file {at}");
    (0..FILES).map(|at| file(&name(at), &lines(at).iter().map(String::as_str).collect::<Vec<_>>())).collect()
}

/// SplitMix64: the same moments in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound.max(1)
    }
}
