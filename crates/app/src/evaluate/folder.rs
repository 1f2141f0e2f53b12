//! Finds the annotated stories of a folder.

use crate::files::{Bounds, Input};
use ingest::annotated::{self, Annotated, File, Labelled};
use std::{
    fs,
    path::{Path, PathBuf},
};
use story::{Oddity, Remedy};

const ARTICLES: &str = "articles.jsonl";
const SENTENCES: &str = "sentences.json";
const GOLD: &str = "gold.json";
const LABELS: &str = "labels.jsonl";

/// What a folder holds.
#[derive(Debug)]
pub enum Gold {
    Stories {
        /// By name.
        stories: Vec<(String, Annotated)>,
        /// Why others were left out.
        oddities: Vec<Oddity>,
    },
    Labelled(Labelled),
}

/// A folder of annotated stories, or one of them, or articles with labels. What cannot be read is
/// told among the oddities, and the others go on.
pub fn read(folder: &Path, bounds: &Bounds) -> Gold {
    if folder.join(LABELS).exists() {
        match labelled(folder, bounds) {
            Ok(labelled) => return Gold::Labelled(labelled),
            Err(oddity) => return Gold::Stories { stories: Vec::new(), oddities: vec![oddity] },
        }
    }
    let folders = match is_story(folder) {
        true => Ok(vec![folder.to_owned()]),
        false => stories_in(folder),
    };
    let (mut stories, mut oddities) = (Vec::new(), Vec::new());
    match folders {
        Err(oddity) => oddities.push(oddity),
        Ok(folders) => folders.iter().for_each(|folder| match story(folder, bounds) {
            Ok(story) => stories.push((name(folder), story)),
            Err(oddity) => oddities.push(oddity),
        }),
    }
    Gold::Stories { stories, oddities }
}

/// The folders within `folder` that hold files of a story, by name.
fn stories_in(folder: &Path) -> Result<Vec<PathBuf>, Oddity> {
    let unreadable = |error| {
        let what = format!("The folder cannot be opened ({error}).");
        Oddity::about(&told(folder), Remedy::FetchAgain, what, "Check that it is there and that you may open it.")
    };
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| is_story(path)).collect();
    folders.sort();
    if folders.is_empty() {
        let what = "No annotated story is in this folder.";
        let advice = format!(
            "It holds one folder a story, each with {ARTICLES}, {SENTENCES} and {GOLD}; or {ARTICLES} and {LABELS}."
        );
        return Err(Oddity::about(&told(folder), Remedy::Convert, what, advice));
    }
    Ok(folders)
}

fn is_story(folder: &Path) -> bool {
    [ARTICLES, SENTENCES, GOLD].iter().any(|name| folder.join(name).exists())
}

fn story(folder: &Path, bounds: &Bounds) -> Result<Annotated, Oddity> {
    if !folder.join(GOLD).exists() {
        let what = format!("The story is not annotated: it has no {GOLD}.");
        let advice = "Write down there which sentences report one claim, and what diverges.";
        return Err(Oddity::about(&told(folder), Remedy::Convert, what, advice));
    }
    let file = |name: &str| file(&folder.join(name), bounds);
    annotated::read(&file(ARTICLES)?, &file(SENTENCES)?, &file(GOLD)?, bounds)
}

fn labelled(folder: &Path, bounds: &Bounds) -> Result<Labelled, Oddity> {
    annotated::read_labelled(&file(&folder.join(ARTICLES), bounds)?, &file(&folder.join(LABELS), bounds)?, bounds)
}

fn file(path: &Path, bounds: &Bounds) -> Result<File, Oddity> {
    let input = Input::Path(path.to_owned());
    Ok(File { name: input.name(), bytes: input.bytes(bounds)?.into_owned() })
}

fn name(folder: &Path) -> String {
    folder.file_name().map_or_else(|| told(folder), |name| name.to_string_lossy().into_owned())
}

fn told(path: &Path) -> String {
    path.display().to_string()
}
