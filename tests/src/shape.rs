//! Who may use whom: the table of CONVENTIONS, read against the manifests.

use serde_json::Value;
use std::{collections::BTreeMap, process::Command};

/// Crate → the crates of ours that it may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("story", &[]),
    ("ingest", &["story"]),
    ("engine", &["story"]),
    ("library", &["story"]),
    ("typeset", &[]),
    ("report", &["story", "library", "typeset"]),
    ("app", &["story", "ingest", "engine", "library", "report"]),
    ("ipc", &["story", "app"]),
    ("cli", &["story", "app", "report"]),
    ("rashomon-desktop", &["app", "ipc"]),
    ("xtask", &["story", "ingest", "engine", "app"]),
    ("tests", &["story", "ingest", "engine", "library", "report", "app"]),
];

/// What the middle of the house must not stand on.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("story", &["rusqlite", "tauri", "rayon", "clap"]),
    ("engine", &["rusqlite", "tauri", "clap", "rand", "tokio"]),
    ("ingest", &["rusqlite", "tauri", "clap", "reqwest", "ureq"]),
    ("app", &["tauri", "serde_json", "rusqlite"]),
    ("ipc", &["tauri", "rusqlite"]),
];

#[test]
fn every_crate_uses_only_what_it_may() {
    let manifests = manifests();
    for (name, used) in &manifests {
        let row = ALLOWED.iter().find(|(of, _)| of == name);
        assert!(row.is_some(), "{name} is not in the table of crates");
        let allowed = row.map_or(&[][..], |(_, allowed)| allowed);
        for other in used.iter().filter(|other| manifests.contains_key(*other)) {
            assert!(allowed.contains(&other.as_str()), "{name} must not use {other}");
        }
    }
}

#[test]
fn the_middle_of_the_house_knows_no_store_and_no_window() {
    let manifests = manifests();
    for (name, forbidden) in FORBIDDEN {
        for other in &manifests[*name] {
            assert!(!forbidden.contains(&other.as_str()), "{name} must not stand on {other}");
        }
    }
}

/// A format without one would never be fuzzed.
#[test]
fn every_folder_of_fixtures_has_a_fuzz_target() {
    let ingest = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/ingest");
    let targets = std::fs::read_to_string(ingest.join("fuzz/Cargo.toml")).expect("the fuzzer's manifest");
    for entry in std::fs::read_dir(ingest.join("fixtures")).expect("fixtures").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let has_one = targets.contains(&format!("name = \"{name}\""));
        assert!(has_one || !entry.path().is_dir(), "{name} has no target in crates/ingest/fuzz/Cargo.toml");
    }
}

/// Package → names of everything that it uses outside of its tests.
fn manifests() -> BTreeMap<String, Vec<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs these tests, so it is there");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let text = |value: &Value| value.as_str().expect("names are strings").to_owned();
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("a list of dependencies");
            let used = dependencies.iter().filter(|d| d["kind"] != "dev").map(|d| text(&d["name"])).collect();
            (text(&package["name"]), used)
        })
        .collect()
}
