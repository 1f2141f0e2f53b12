//! Runs programs one after the other and says which of how many is running.

use std::{
    fmt,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// What failed and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) what: String,
    pub(crate) advice: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}\n  {}", self.what, self.advice)
    }
}

/// Counts the steps of one command.
pub(crate) struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Announces a step, does it, and says how long it took.
    pub(crate) fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        self.done += 1;
        println!("▸ [{}/{}] {title}", self.done, self.total);
        let start = Instant::now();
        let result = work()?;
        println!("✓ [{}/{}] {title} ({:.0} s)", self.done, self.total, start.elapsed().as_secs_f64());
        Ok(result)
    }
}

/// The top of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository").to_owned()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program of ours as `cargo build --release` leaves it.
pub(crate) fn optimised(name: &str) -> PathBuf {
    target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// `program args…`, run at the top of the repository.
pub(crate) fn program(program: &str, args: &[&str]) -> Command {
    // npm and npx are scripts on Windows, which the system finds only by their whole name.
    let name = match program {
        "npm" | "npx" if cfg!(windows) => format!("{program}.cmd"),
        other => other.to_owned(),
    };
    let mut command = Command::new(name);
    command.args(args).current_dir(root());
    command
}

/// The cargo that runs this very command.
pub(crate) fn cargo(args: &[&str]) -> Command {
    program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), args)
}

/// Runs a program to its end; a non-zero exit is a failure with `advice`.
pub(crate) fn finish(mut command: Command, advice: &str) -> Result<(), Failure> {
    let line = shown(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{line}` ended with {status}."), advice)),
        Err(error) => Err(Failure::new(format!("`{line}` could not be started: {error}."), advice)),
    }
}

/// Whether a program is there and answers.
pub(crate) fn answers(name: &str, args: &[&str]) -> bool {
    program(name, args).output().is_ok_and(|output| output.status.success())
}

fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
