//! `cargo xtask licences`: the list of everything that the window is made with, for its about box.

use crate::steps::{Failure, cargo, root};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

/// Packages that state their licence in a file alone.
const STATED_IN_A_FILE: &[(&str, &str)] = &[("svelte-toolbelt", "MIT")];

/// Faces that reports are set in; their licences stand beside them in crates/typeset/fonts.
const TYPEFACES: &[(&str, &str, &str)] = &[
    ("Source Code Pro", "2.42", "OFL-1.1"),
    ("Source Sans 3", "3.52", "OFL-1.1"),
    ("Source Serif 4", "4.5", "OFL-1.1"),
];

/// Name, version, licence.
type Row = (String, String, String);

/// Writes the list for all systems that the window is made for. Asks the registry for what was never built here.
pub(crate) fn write() -> Result<(), Failure> {
    let mut rows = crates(&["--target", "all"])?;
    rows.extend(packages()?);
    rows.extend(typefaces());
    let mut list: Vec<Row> = rows.into_iter().collect();
    list.sort_by_cached_key(|(name, version, _)| (name.to_lowercase(), version.clone()));
    let lines: String = list.iter().map(|(name, version, licence)| format!("{name}\t{version}\t{licence}\n")).collect();
    fs::write(place(), lines).map_err(|error| unreadable(&place(), &error))?;
    println!("{} libraries stand in {}", list.len(), place().display());
    Ok(())
}

/// Fails where the list is not what the window is made with. Nothing is fetched for it: crates that only other systems
/// need are looked for in the lock file.
pub(crate) fn check() -> Result<(), Failure> {
    let text = fs::read_to_string(place()).map_err(|error| unreadable(&place(), &error))?;
    let listed: BTreeSet<Row> = text.lines().filter_map(row).collect();
    let mut here = crates(&["--offline"])?;
    here.extend(packages()?);
    here.extend(typefaces());
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
    let is_locked = |(name, version, _): &&Row| lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n"));
    let missing = here.difference(&listed);
    let stale = listed.difference(&here).filter(|row| !is_locked(row));
    let wrong: Vec<&str> = missing.chain(stale).map(|(name, ..)| name.as_str()).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("The list of licences is out of date: {}.", wrong.join(", ")),
        "Run: cargo xtask licences",
    ))
}

fn row(line: &str) -> Option<Row> {
    let mut columns = line.split('\t').map(str::to_owned);
    Some((columns.next()?, columns.next()?, columns.next()?))
}

fn place() -> PathBuf {
    root().join("src-tauri/licences.tsv")
}

/// What is linked into the window's program, but for our own crates.
fn crates(which: &[&str]) -> Result<BTreeSet<Row>, Failure> {
    let mut tree = cargo(&["tree", "--package", "rashomon-desktop", "--edges", "normal", "--prefix", "none"]);
    tree.args(["--format", "{p}\t{l}"]).args(which);
    let is_foreign = |line: &&str| !line.contains(" (") && !line.is_empty();
    said(tree)?.lines().map(|line| line.trim_end_matches(" (*)")).filter(is_foreign).map(crate_of).collect()
}

/// `name v1.2.3<tab>MIT`
fn crate_of(line: &str) -> Result<Row, Failure> {
    let parts = line.split_once('\t').and_then(|(package, licence)| Some((package.split_once(" v")?, licence)));
    match parts {
        Some(((name, version), licence)) if !licence.is_empty() => {
            // An older way to write OR.
            Ok((name.to_owned(), version.to_owned(), licence.replace('/', " OR ").replace("  OR  ", " OR ")))
        }
        _ => Err(Failure::new(format!("{line:?} names no licence."), "Find its licence, or do without it.")),
    }
}

fn typefaces() -> impl Iterator<Item = Row> {
    TYPEFACES.iter().map(|&(name, version, licence)| (name.into(), version.into(), licence.into()))
}

/// What is bundled into the page.
fn packages() -> Result<BTreeSet<Row>, Failure> {
    let path = root().join("ui/package-lock.json");
    let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
    let lock: Value = serde_json::from_str(&text).map_err(|error| unreadable(&path, &error))?;
    let all = lock["packages"].as_object().into_iter().flatten();
    let named = all.filter_map(|(path, package)| Some((path.rsplit_once("node_modules/")?.1, package)));
    let is_tool = |package: &Value| ["dev", "devOptional", "optional", "peer"].iter().any(|kind| package[kind] == true);
    named.filter(|(_, package)| !is_tool(package)).map(|(name, package)| package_of(name, package)).collect()
}

fn package_of(name: &str, package: &Value) -> Result<Row, Failure> {
    let text = |key: &str| package[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let in_file =
        || STATED_IN_A_FILE.iter().find(|(other, _)| *other == name).map(|(_, licence)| (*licence).to_owned());
    match (text("version"), text("license").or_else(in_file)) {
        (Some(version), Some(licence)) => Ok((name.to_owned(), version, licence)),
        _ => Err(Failure::new(format!("{name} names no licence."), "Find its licence, or do without it.")),
    }
}

fn said(mut command: Command) -> Result<String, Failure> {
    let failed = |why: String| Failure::new(format!("cargo tree failed: {why}"), "See the message above.");
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()))
    }
}

fn unreadable(path: &std::path::Path, error: &dyn std::error::Error) -> Failure {
    Failure::new(format!("{} cannot be read or written: {error}.", path.display()), "Check the file.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_an_expression() {
        let row = crate_of("fern v0.7.1\tMIT/Apache-2.0").expect("it has one");
        assert_eq!(row, ("fern".into(), "0.7.1".into(), "MIT OR Apache-2.0".into()));
        assert!(crate_of("nobody v1.0.0\t").is_err());
        assert_eq!(self::row("fern\t0.7.1\tMIT OR Apache-2.0").as_ref(), Some(&row));
    }
}
