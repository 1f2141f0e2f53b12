//! An import whose program is killed is brought to its end by the next one: every file comes in once.
//!
//! The test starts itself as a child that imports, and kills it after a number of files drawn from a fixed list.

use app::{
    Library,
    files::{Input, Reading},
    import::{Fate, Outcome, Step, import_lasting, pending, resume},
};
use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    ops::ControlFlow,
    path::Path,
    process::{Command, Stdio},
};

const FILES: usize = 16;
/// Tells the child what it is, and where its folder is.
const ROLE: &str = "FOLDER_TO_IMPORT_IN";

#[test]
fn a_killed_import_is_brought_to_its_end() {
    for after in [0, 1, 3, 7, 12] {
        let folder = tempfile::tempdir().expect("a folder");
        write_files(&folder.path().join("news"));
        kill_import(folder.path(), after);

        let mut library = Library::open(folder.path().join("library.rashomon")).expect("a library, however it ended");
        let kept = library.files().expect("sound").len();
        let left = pending(&library).expect("sound");
        assert!(kept >= after, "{kept} files of {after} that were told of");
        assert_eq!(kept + left, FILES, "each file came in or is waited for");
        let import = resume(&mut library, &Reading::default(), &|_: Step| ControlFlow::Continue(()));
        assert!(import.stopped.is_none(), "{:?}", import.stopped);
        assert_eq!(import.files.len(), left);
        assert!(import.files.iter().all(|file| matches!(file.outcome, Outcome::Kept { articles: 1, .. })));
        assert_eq!((library.files().expect("sound").len(), pending(&library).expect("sound")), (FILES, 0));
        assert_eq!(library.check().expect("readable"), []);
    }
}

/// Not a test of its own: what the child does.
#[test]
fn importing_child() {
    let Some(folder) = env::var_os(ROLE) else { return };
    let folder = Path::new(&folder);
    let mut library = Library::open_or_create(folder.join("library.rashomon")).expect("a library");
    let _ = import_lasting(&mut library, &[Input::Path(folder.join("news"))], &Reading::default(), &|step| {
        match step.fate {
            Fate::Ended(_) => say("kept"),
            Fate::Reading if step.number == 0 => say("begun"),
            _ => {}
        }
        ControlFlow::Continue(())
    });
}

fn say(word: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{word}").and_then(|()| out.flush()).expect("the parent listens");
}

/// Kills an import once it has said that so many files were kept.
fn kill_import(folder: &Path, after: usize) {
    let mut child = Command::new(env::current_exe().expect("this test"))
        .args(["importing_child", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROLE, folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test can be started");
    let said = BufReader::new(child.stdout.take().expect("piped"));
    let mut kept = 0;
    for line in said.lines() {
        let line = line.expect("text");
        kept += usize::from(line.ends_with("kept"));
        if kept == after && (after > 0 || line.ends_with("begun")) {
            break;
        }
    }
    child.kill().expect("ours to kill");
    child.wait().expect("it is dead");
}

fn write_files(folder: &Path) {
    fs::create_dir(folder).expect("room");
    for number in 0..FILES {
        let words = "The harbour office said a ferry burned at the quay and three of its crew were hurt. ".repeat(40);
        let text = format!("Ferry {number} burns\n\nVARNHOLM, 3 May 2031\n\n{words}\n\nTold as number {number}.");
        fs::write(folder.join(format!("{number:02}.txt")), text).expect("room");
    }
}
