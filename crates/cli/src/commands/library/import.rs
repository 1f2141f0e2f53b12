//! `rashomon import`: files into a library, one line a file.

use super::path;
use crate::{
    args::Import,
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
    say,
};
use app::{
    Library,
    import::{ImportedFile, Outcome as Fate, import as bring_in},
};
use std::{fs, path::PathBuf};

pub(crate) fn import(args: &Import, bar: &Bar) -> Result<Outcome, Failure> {
    let reading = input::reading(&args.files);
    let inputs = input::inputs(&args.files, &reading)?;
    let mut library = Library::open_or_create(with_folder(path(&args.place)?, args)?)?;
    let imported = bring_in(&mut library, &inputs, &reading, &bar.reports());
    bar.clear();
    let told: String = imported.files.iter().filter_map(line).collect();
    output::write(told.as_bytes())?;
    imported.files.iter().flat_map(|file| oddities(&file.outcome)).for_each(say::oddity);
    if let Some(stopped) = imported.stopped {
        return Err(stopped.into());
    }
    outcome(&imported.files)
}

/// The folder of the user's own library is made when it is first needed.
fn with_folder(path: PathBuf, args: &Import) -> Result<PathBuf, Failure> {
    if let Some(folder) = path.parent().filter(|_| args.place.library.is_none()) {
        fs::create_dir_all(folder).map_err(|error| Failure::io(format!("make {}", folder.display()), &error))?;
    }
    Ok(path)
}

/// Files that are left out are told of on standard error.
fn line(file: &ImportedFile) -> Option<String> {
    let told = match &file.outcome {
        Fate::Kept { articles, known: 0, .. } => format!("{articles} new"),
        Fate::Kept { articles, known, .. } => format!("{articles} new, {known} known"),
        Fate::Duplicate { of } if *of == file.name => "known".to_owned(),
        Fate::Duplicate { of } => format!("known as {of}"),
        Fate::LeftOut { .. } => return None,
    };
    Some(report::plain::line(&format!("{}: {told}", file.name)) + "\n")
}

fn oddities(fate: &Fate) -> &[story::Oddity] {
    match fate {
        Fate::Kept { oddities, .. } | Fate::LeftOut { oddities } => oddities,
        Fate::Duplicate { .. } => &[],
    }
}

fn outcome(files: &[ImportedFile]) -> Result<Outcome, Failure> {
    let left_out = files.iter().filter(|file| matches!(file.outcome, Fate::LeftOut { .. })).count();
    if left_out == files.len() {
        return Err(Failure::Impossible("no article was found in the files given".into()));
    }
    let in_part = files.iter().flat_map(|file| oddities(&file.outcome)).any(story::Oddity::is_failure);
    Ok(if in_part || left_out > 0 { Outcome::Partly } else { Outcome::Done })
}
