//! Says in plain words how a library is, and what to do about what is wrong.

use library::{Error, Library, Problem};
use std::path::Path;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub cure: Cure,
    /// One sentence: how it is.
    pub what: String,
    /// One sentence: what to do. Empty where nothing is wrong.
    pub advice: String,
}

/// One variant for each thing that the user can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cure {
    /// Nothing: it is as it should be.
    None,
    /// [`mend`] makes again what is derived; nothing is lost.
    Mend,
    /// Restore a backup.
    Restore,
    /// What keeps the library from being opened lies outside of it.
    Surroundings,
}

/// Looks at all there is to look at, sound or not; takes as long as reading the whole file.
pub fn examine(path: &Path) -> Vec<Finding> {
    let looked = Library::open(path).and_then(|library| {
        let problems = library.check()?;
        Ok((contents(&library).unwrap_or_default(), problems))
    });
    match looked {
        Ok((contents, problems)) => contents.into_iter().chain(findings(&problems)).collect(),
        Err(error) => vec![cannot_be_opened(&error)],
    }
}

/// Makes the search index and lists again and forgets kept comparisons; no article and no decision is touched.
///
/// # Errors
/// As [`Library::open`], and [`Error::Full`] or [`Error::Busy`].
pub fn mend(path: &Path) -> Result<(), Error> {
    Library::open(path)?.mend_derived()
}

fn contents(library: &Library) -> Result<Vec<Finding>, Error> {
    let files = library.files()?;
    let articles: usize = files.iter().map(|file| file.articles).sum();
    let fruitless = files.iter().filter(|file| file.articles == 0).count();
    let mut findings =
        vec![fine(format!("It opens, and holds {} with {}.", count(files.len(), "file"), count(articles, "article")))];
    if fruitless > 0 {
        findings.push(fine(format!("{} gave no article; the list of files says why.", count(fruitless, "file"))));
    }
    Ok(findings)
}

/// What is looked for: what to say where it is well, and which problems belong to it.
type Aspect = (&'static str, fn(&Problem) -> bool);

const ASPECTS: [Aspect; 7] = [
    ("The file's structure is sound.", |problem| matches!(problem, Problem::Structure(_))),
    ("Its tables are as Rashomon makes them.", |problem| matches!(problem, Problem::Layout(_))),
    ("Everything belongs to something that is there.", |problem| matches!(problem, Problem::Reference { .. })),
    ("Every file has all of its articles.", |problem| matches!(problem, Problem::MissingArticles { .. })),
    ("Every article says what it said when it was imported.", |problem| matches!(problem, Problem::Changed { .. })),
    ("The search index matches the articles.", |problem| matches!(problem, Problem::Search)),
    ("Outlets and decisions are found by what they are about.", |problem| matches!(problem, Problem::List(_))),
];

fn findings(problems: &[Problem]) -> Vec<Finding> {
    let about = |(well, belongs): &Aspect| -> Vec<Finding> {
        let ills: Vec<Finding> = problems.iter().filter(|problem| belongs(problem)).map(ill).collect();
        if ills.is_empty() { vec![fine((*well).to_owned())] } else { ills }
    };
    ASPECTS.iter().flat_map(about).collect()
}

fn ill(problem: &Problem) -> Finding {
    let (cure, advice) = match problem {
        Problem::Search | Problem::List(_) => {
            (Cure::Mend, "Let it be made again from the articles: nothing is lost by it.")
        }
        _ => (Cure::Restore, "Restore a backup; what is there now is kept beside it. Import later files again."),
    };
    Finding { cure, what: problem.to_string(), advice: advice.to_owned() }
}

fn fine(what: String) -> Finding {
    Finding { cure: Cure::None, what, advice: String::new() }
}

fn cannot_be_opened(error: &Error) -> Finding {
    let (cure, advice) = match error {
        Error::Damaged { .. } => (Cure::Restore, "Restore a backup; what is there now is kept beside it."),
        Error::NotALibrary { .. } => (Cure::Restore, "Choose another file; if this was a library, restore a backup."),
        Error::Missing { .. } => (Cure::Surroundings, "Look for it elsewhere, or restore a backup to this place."),
        Error::NewerLibrary { .. } => (Cure::Surroundings, "Update Rashomon; the file was not touched."),
        Error::ReadOnly { .. } => (Cure::Surroundings, "Allow writing, or copy it to another folder."),
        Error::Busy { .. } => (Cure::Surroundings, "Wait until the other program has finished, or end it."),
        Error::Full { .. } => (Cure::Surroundings, "Free some space."),
        _ => (Cure::Surroundings, "Look at the disk, the folder and its permissions."),
    };
    Finding { cure, what: error.to_string(), advice: advice.to_owned() }
}

fn count(number: usize, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn told(path: &Path) -> Vec<(Cure, String)> {
        examine(path).into_iter().map(|finding| (finding.cure, finding.what)).collect()
    }

    #[test]
    fn a_sound_library_is_fine_in_every_respect() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("news.rashomon");
        drop(Library::open_or_create(&path).expect("a new library"));
        let told = told(&path);
        assert_eq!(told.len(), 1 + ASPECTS.len());
        assert!(told.iter().all(|(cure, _)| *cure == Cure::None), "{told:?}");
        assert_eq!(told[0].1, "It opens, and holds 0 files with 0 articles.");
        mend(&path).expect("there is room");
    }

    #[test]
    fn what_cannot_be_opened_is_told_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("news.rashomon");
        assert_eq!(told(&path)[0].0, Cure::Surroundings);
        fs::write(&path, "").expect("room");
        let finding = &examine(&path)[0];
        assert_eq!(finding.cure, Cure::Restore);
        assert_eq!(finding.advice, "Choose another file; if this was a library, restore a backup.");
    }

    #[test]
    fn each_problem_stands_where_its_aspect_would() {
        let problems = [Problem::Search, Problem::MissingArticles { file: "may.csv".into(), missing: 2 }];
        let cures: Vec<Cure> = findings(&problems).into_iter().map(|finding| finding.cure).collect();
        assert_eq!(cures, [Cure::None, Cure::None, Cure::None, Cure::Restore, Cure::None, Cure::Mend, Cure::None]);
    }
}
