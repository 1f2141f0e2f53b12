//! `cargo xtask bench`: how long one story of many outlets takes on one thread and on two; [`ui`] measures the window,
//! [`import`] how many files come in.
//!
//! Contenders take turns, so that whatever else the machine does falls on all of them alike; only the ratios of one
//! run may be compared with those of another.

pub(crate) mod import;
pub(crate) mod ui;

use crate::steps::{Failure, Steps, cargo, finish, optimised, root};
use std::{
    fmt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use wait4::Wait4;

pub(crate) const STORY: &str = "../shared/eval/news46/articles.jsonl";
pub(crate) const SAMPLE: &str = "crates/app/sample/articles";
/// The exit code of a comparison that could not read some of what it was given.
pub(crate) const SOME_LEFT_OUT: i32 = 3;
const MIB: f64 = 1024.0 * 1024.0;

/// Compares the articles of `input` `runs` times on one thread and on two, and with the binary `against` too.
pub(crate) fn bench(input: Option<PathBuf>, runs: usize, against: Option<PathBuf>) -> Result<(), Failure> {
    let input = input.unwrap_or_else(usual);
    Steps::new(1).step("The command line, optimised", || {
        finish(cargo(&["build", "--release", "--quiet", "--package", "cli"]), "See the compiler's messages above.")
    })?;
    let mut contenders = vec![
        Contender::new("1 thread", optimised("rashomon"), 1),
        Contender::new("2 threads", optimised("rashomon"), 2),
    ];
    if let Some(binary) = against {
        contenders.push(Contender::new("other, 1 thread", binary.clone(), 1));
        contenders.push(Contender::new("other, 2 threads", binary, 2));
    }
    for _ in 0..runs {
        for contender in &mut contenders {
            contender.run(&input)?;
        }
    }
    report(&input, &contenders);
    Ok(())
}

/// The many outlets that lie beside the repository, else the sample.
fn usual() -> PathBuf {
    let story = root().join(STORY);
    if story.exists() { story } else { root().join(SAMPLE) }
}

/// A binary on so many threads, and what its runs took.
struct Contender {
    name: &'static str,
    binary: PathBuf,
    threads: usize,
    times: Vec<Duration>,
    /// Bytes; the most of all runs.
    peak: u64,
}

impl Contender {
    fn new(name: &'static str, binary: PathBuf, threads: usize) -> Self {
        Self { name, binary, threads, times: Vec::new(), peak: 0 }
    }

    fn run(&mut self, input: &Path) -> Result<(), Failure> {
        let failed = |what: String| {
            Failure::new(format!("{} {what}.", self.binary.display()), "Run it by hand to see what it says.")
        };
        let mut command = Command::new(&self.binary);
        command.arg("compare").arg(input).args(["--format", "json", "--quiet"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.env("RAYON_NUM_THREADS", self.threads.to_string());
        let start = Instant::now();
        let ended = command.spawn().and_then(Wait4::wait4).map_err(|error| failed(format!("did not run: {error}")))?;
        let time = start.elapsed();
        if !matches!(ended.status.code(), Some(0 | SOME_LEFT_OUT)) {
            return Err(failed(format!("ended with {}", ended.status)));
        }
        self.times.push(time);
        self.peak = self.peak.max(ended.rusage.maxrss);
        Ok(())
    }

    /// Seconds.
    fn median(&self) -> f64 {
        median(&self.times)
    }
}

impl fmt::Display for Contender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A platform that cannot tell says 0.
        let peak = if self.peak == 0 { "not known here".into() } else { format!("{:.0} MiB", self.peak as f64 / MIB) };
        let fastest = self.times.iter().min().map_or(0.0, Duration::as_secs_f64);
        write!(f, "{:<17} {:7.3} s median {fastest:7.3} s fastest   peak memory {peak}", self.name, self.median())
    }
}

fn report(input: &Path, contenders: &[Contender]) {
    println!("{}: {} runs each, taking turns", input.display(), contenders[0].times.len());
    for contender in contenders {
        println!("{contender}");
    }
    for pair in contenders.chunks(2) {
        println!("{} against {}: {:.2} times as fast", pair[1].name, pair[0].name, pair[0].median() / pair[1].median());
    }
    for (this, other) in contenders.iter().zip(contenders.iter().skip(2)) {
        println!("{} against {}: {:.2} times as fast", this.name, other.name, other.median() / this.median());
    }
}

/// Seconds; of an even number the mean of the middle two.
fn median(times: &[Duration]) -> f64 {
    let mut times: Vec<f64> = times.iter().map(Duration::as_secs_f64).collect();
    times.sort_by(f64::total_cmp);
    let half = times.len() / 2;
    match times.len() {
        0 => 0.0,
        even if even % 2 == 0 => f64::midpoint(times[half - 1], times[half]),
        _ => times[half],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seconds: &[u64], expected: f64) {
        let times: Vec<Duration> = seconds.iter().map(|&seconds| Duration::from_secs(seconds)).collect();
        assert!((median(&times) - expected).abs() < 1e-9);
    }

    #[test]
    fn the_median_is_the_middle_one() {
        check(&[9, 1, 2], 2.0);
    }

    #[test]
    fn or_the_mean_of_the_middle_two() {
        check(&[9, 1, 2, 3], 2.5);
    }
}
