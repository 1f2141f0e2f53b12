//! How long it takes to give new articles their stories in a library of 10,000: `cargo run -p app --example grouping`.

#![allow(clippy::print_stdout, reason = "it is there to tell figures")]

use app::{
    Library,
    files::{Input, Reading},
    import::import,
    stories::find_kept,
};
use std::{fmt::Write, ops::ControlFlow, time::Instant};

const STORIES: usize = 1_000;
const OF_EACH: usize = 10;

fn main() {
    let count: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(STORIES);
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = Library::open_or_create(folder.path().join("news.rashomon")).expect("a new library");
    for (file, stories) in (0..count).collect::<Vec<_>>().chunks(20).enumerate() {
        bring(&mut library, file, stories.iter().flat_map(|&story| (0..OF_EACH).map(move |at| (story, at))));
    }
    grouped("all at once", &mut library);
    bring(&mut library, 1_000_001, (0..10).map(|story| (story, OF_EACH)));
    grouped("ten that have stories", &mut library);
    bring(&mut library, 1_000_002, (count..count + 2).flat_map(|story| (0..5).map(move |at| (story, at))));
    grouped("ten that make two", &mut library);
    grouped("none", &mut library);
}

fn grouped(what: &str, library: &mut Library) {
    let begun = Instant::now();
    let stories = find_kept(library, &|progress| {
        println!("{:>8.2} s    {}", begun.elapsed().as_secs_f64(), progress.stage);
        ControlFlow::Continue(())
    })
    .expect("sound");
    println!("{:>8.2} s  {what}: {} stories", begun.elapsed().as_secs_f64(), stories.len());
}

fn bring(library: &mut Library, file: usize, articles: impl Iterator<Item = (usize, usize)>) {
    let mut lines = String::new();
    for (story, at) in articles {
        writeln!(lines, "{}", article(story, at)).expect("a string takes all");
    }
    let input = Input::Bytes { name: format!("{file}.jsonl"), bytes: lines.into() };
    assert!(import(library, &[input], &Reading::default(), &|_| ControlFlow::Continue(())).stopped.is_none());
}

/// A story has names, places and numbers of its own; the rest are words as common as in news.
fn article(story: usize, at: usize) -> String {
    let mut state = (story * 31 + at) as u64 + 1;
    let mut dice = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1 << 24) as f64
    };
    let word = |n: usize| -> String {
        ["ba", "de", "fi", "go", "lu", "mar", "nes", "per", "ros", "ton"]
            .iter()
            .cycle()
            .skip(n % 10)
            .step_by(1 + n % 3)
            .take(2 + n % 2)
            .copied()
            .collect::<String>()
            + &letters(n)
    };
    let mut body = String::new();
    for paragraph in 0..10 {
        for sentence in 0..3 {
            for _ in 0..14 {
                let n = 20_000_f64.powf(dice()) as usize;
                write!(body, "{} ", word(n)).expect("a string takes all");
            }
            let own = |which: usize| {
                let w = letters(story * 17 + which + 500_000);
                w[..1].to_uppercase() + &w[1..]
            };
            write!(
                body,
                "said {} of {} with {}. ",
                own((dice() * 12.0) as usize),
                own(sentence),
                100 + story % 800 + paragraph
            )
            .expect("a string takes all");
        }
        body.push_str("\\n\\n");
    }
    format!(
        "{{\"outlet\":\"Outlet {at}\",\"title\":\"Story {story} told {at}\",\"published\":\"2031-{:02}-{:02}\",\"body\":\"{body}\"}}",
        story % 12 + 1,
        story % 28 + 1
    )
}

fn letters(mut n: usize) -> String {
    let mut text = String::new();
    loop {
        text.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
        if n == 0 {
            return text;
        }
    }
}
