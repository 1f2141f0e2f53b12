//! `cargo xtask fuzz`: runs the reader of every format over bytes that libFuzzer makes of its fixtures.
//!
//! One target a folder of `crates/ingest/fixtures`. Without sanitizers, which need a nightly compiler: what is looked
//! for are panics, hangs and memory, not unsafe code, of which we have none.

use crate::steps::{Failure, Steps, answers, finish, program, root};
use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

const FOLDER: &str = "crates/ingest";
/// Seconds that one input may take, and megabytes.
const TIMEOUT: u64 = 20;
const MEMORY: u64 = 2_000;

/// Fuzzes each of `targets`, or all, for `seconds`.
pub(crate) fn fuzz(targets: &[String], seconds: u64) -> Result<(), Failure> {
    let targets = if targets.is_empty() { all()? } else { targets.to_vec() };
    let mut steps = Steps::new(targets.len() + 1);
    steps.step("The readers, built for the fuzzer", || {
        if !answers("cargo", &["fuzz", "--version"]) {
            finish(program("cargo", &["install", "cargo-fuzz", "--locked"]), "It needs the registry of crates.")?;
        }
        let mut build = Command::new("cargo");
        build.args(["fuzz", "build", "--sanitizer", "none"]).current_dir(root().join(FOLDER));
        finish(build, "See the compiler's messages above.")
    })?;
    let mut found = Vec::new();
    for target in &targets {
        let told = steps.step(target, || run(target, seconds))?;
        println!("{target:<14} {told}");
        found.extend(told.crash.map(|crash| format!("{target}: {crash}")));
    }
    match found.as_slice() {
        [] => Ok(()),
        found => Err(Failure::new(found.join("\n  "), "Make the input a fixture, then mend the reader.")),
    }
}

/// What a run came to.
struct Told {
    executions: String,
    coverage: String,
    /// Where the input lies that a reader did not stand.
    crash: Option<String>,
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let crash = self.crash.as_deref().unwrap_or("no crash, no hang");
        write!(f, "{:>9} executions, {:>6} edges covered, {crash}", self.executions, self.coverage)
    }
}

fn run(target: &str, seconds: u64) -> Result<Told, Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("{target} did not run: {error}."), "Build it by hand.");
    let (corpus, artifacts) = (place("corpus", target), place("artifacts", target));
    fs::create_dir_all(&corpus).and_then(|()| fs::create_dir_all(&artifacts)).map_err(failed)?;
    let mut fuzz = Command::new("cargo");
    fuzz.args(["fuzz", "run", "--sanitizer", "none", target])
        .arg(&corpus)
        .arg(root().join(FOLDER).join("fixtures").join(target));
    fuzz.arg("--").args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={TIMEOUT}"),
        format!("-rss_limit_mb={MEMORY}"),
        format!("-artifact_prefix={}/", artifacts.display()),
        "-max_len=65536".into(),
        "-print_final_stats=1".into(),
    ]);
    let output = fuzz.current_dir(root().join(FOLDER)).stdout(Stdio::null()).output().map_err(failed)?;
    let said = String::from_utf8_lossy(&output.stderr);
    let crash = said.lines().find_map(|line| line.split("Test unit written to ").nth(1)).map(str::to_owned);
    let number = |line: &str| line.split_whitespace().last().unwrap_or("?").to_owned();
    let executions = said.lines().find(|line| line.starts_with("stat::number_of_executed_units:")).map(number);
    let coverage = said.lines().rev().find_map(|line| line.split(" cov: ").nth(1)?.split_whitespace().next());
    if executions.is_none() && crash.is_none() {
        return Err(Failure::new(
            format!("{target} ended with {}.", output.status),
            said.lines().last().unwrap_or_default(),
        ));
    }
    Ok(Told { executions: executions.unwrap_or_default(), coverage: coverage.unwrap_or("?").to_owned(), crash })
}

/// The folders of fixtures, in the order of their names.
fn all() -> Result<Vec<String>, Failure> {
    let folder = root().join(FOLDER).join("fixtures");
    let entries = fs::read_dir(&folder).map_err(|error| {
        Failure::new(format!("{} cannot be read: {error}.", folder.display()), "Check out the repository whole.")
    })?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn place(what: &str, target: &str) -> PathBuf {
    root().join("target/fuzz").join(what).join(target)
}
