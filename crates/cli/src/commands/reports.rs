//! `rashomon report`: a story of a library as a report.

use super::library::open;
use crate::{
    args::Report,
    exit::{Failure, Outcome},
    output,
    progress::Bar,
};
use app::{
    documents::{self, Format},
    stories,
};
use report::plain;
use std::path::Path;
use story::Story;

/// Stories that a message names.
const NAMED: usize = 8;

pub(crate) fn run(args: &Report, bar: &Bar) -> Result<Outcome, Failure> {
    let format = match &args.format {
        Some(format) => format.0,
        None => format(&args.output)?,
    };
    let mut library = open(&args.place)?;
    let stories = stories::find_kept(&mut library, &bar.reports())?;
    let story = the_one(&stories, &args.story)?;
    let (settings, choice) = (app::Settings::default(), args.choice());
    if args.output == Path::new("-") {
        let document = documents::document(&mut library, &story.id, &settings, format, &choice, &bar.reports())?;
        bar.clear();
        output::write(&document)?;
    } else {
        documents::write(&mut library, &story.id, &settings, format, &choice, &args.output, &bar.reports())?;
        bar.clear();
    }
    Ok(Outcome::Done)
}

/// The format that the ending of a report's name asks for.
pub(super) fn format(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    Format::of_ending(ending).ok_or_else(|| {
        let endings: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.ending())).collect();
        let path = path.display();
        Failure::Impossible(format!("cannot tell the format of {path}: a report ends in {}", endings.join(", ")))
    })
}

fn the_one<'a>(stories: &'a [Story], words: &str) -> Result<&'a Story, Failure> {
    let meant = stories::meant(stories, words);
    let advice = "`rashomon list --stories` names all";
    match meant.as_slice() {
        [story] => Ok(story),
        [] => {
            Err(Failure::Impossible(format!("no story of the library is meant by “{}”: {advice}", plain::line(words))))
        }
        several => {
            let named =
                several.iter().take(NAMED).map(|story| format!("\n  {} {}", story.id, plain::line(&story.title)));
            let named: String = named.collect();
            Err(Failure::Impossible(format!(
                "{} stories are meant by “{}”: {advice}{named}",
                several.len(),
                plain::line(words)
            )))
        }
    }
}
