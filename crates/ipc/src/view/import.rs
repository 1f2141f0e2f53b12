//! What became of files.

use app::{
    fetch::links::Sorted,
    import::{Fate, Import, ImportedFile, Outcome, Step},
};
use serde::Serialize;
use story::{Oddity, Remedy, StoryId};
use ts_rs::TS;

/// An import that has ended.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportView {
    pub files: Vec<ImportedFileView>,
    /// Why the files after these were not looked at: cancelled, or the library takes no more.
    pub stopped: Option<String>,
    /// The story in which most of the new articles are now, if any.
    pub story: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportedFileView {
    /// Which file of the import, from 0: folders are unfolded.
    pub number: usize,
    /// As the user gave it.
    pub name: String,
    pub outcome: FileOutcome,
    /// What was odd about it, and what to do.
    pub notes: Vec<NoteView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum FileOutcome {
    Waiting,
    Reading,
    /// `articles` are new, `known` the library had from other files.
    Kept {
        articles: usize,
        known: usize,
    },
    /// Its bytes were in the library already, as the file of this name.
    Duplicate {
        of: String,
    },
    /// It gave no article; the notes say why and what to do.
    LeftOut,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoteView {
    pub what: String,
    /// What to do; empty where nothing needs doing.
    pub advice: String,
    /// The line or member of a container file.
    pub entry: Option<usize>,
    /// The member's name.
    pub member: Option<String>,
    /// Whether saying what the columns hold would mend it.
    pub columns: bool,
}

/// What was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DroppedView {
    /// Web addresses, some of them from link files; each once.
    pub addresses: Vec<String>,
    /// Everything else.
    pub files: Vec<String>,
}

impl DroppedView {
    pub fn of(sorted: Sorted) -> Self {
        let files = sorted.files.iter().map(|file| file.display().to_string()).collect();
        Self { addresses: sorted.addresses, files }
    }
}

impl ImportView {
    pub fn of(import: &Import, story: Option<StoryId>) -> Self {
        Self {
            files: import.files.iter().enumerate().map(|(number, file)| ImportedFileView::of(number, file)).collect(),
            stopped: import.stopped.as_ref().map(ToString::to_string),
            story: story.map(|story| story.0),
        }
    }
}

impl ImportedFileView {
    fn of(number: usize, file: &ImportedFile) -> Self {
        Self::ended(number, &file.name, &file.outcome)
    }

    /// As far as it has come.
    pub fn at(step: &Step) -> Self {
        let on_its_way = |outcome| Self { number: step.number, name: step.name.to_owned(), outcome, notes: vec![] };
        match step.fate {
            Fate::Waiting => on_its_way(FileOutcome::Waiting),
            Fate::Reading => on_its_way(FileOutcome::Reading),
            Fate::Ended(outcome) => Self::ended(step.number, step.name, outcome),
        }
    }

    fn ended(number: usize, name: &str, outcome: &Outcome) -> Self {
        let (outcome, oddities) = match outcome {
            Outcome::Kept { articles, known, oddities } => {
                (FileOutcome::Kept { articles: *articles, known: *known }, &oddities[..])
            }
            Outcome::Duplicate { of } => (FileOutcome::Duplicate { of: of.clone() }, &[][..]),
            Outcome::LeftOut { oddities } => (FileOutcome::LeftOut, &oddities[..]),
        };
        let is_out = matches!(outcome, FileOutcome::LeftOut);
        let notes = oddities.iter().map(|oddity| NoteView::of(oddity, is_out)).collect();
        Self { number, name: name.to_owned(), outcome, notes }
    }
}

impl NoteView {
    /// A table in an archive can be explained as long as nothing of the archive was kept: it is then read again.
    fn of(oddity: &Oddity, is_out: bool) -> Self {
        Self {
            what: oddity.what.clone(),
            advice: oddity.advice.clone(),
            entry: oddity.entry,
            member: oddity.member.clone(),
            columns: oddity.remedy == Remedy::MapColumns && (is_out || oddity.member.is_none()),
        }
    }
}
