//! Folders to the files in them.

use crate::files::{self, Input};
use ingest::Bounds;
use std::{
    borrow::Cow,
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};
use story::{Oddity, Remedy};

/// Files that are taken from one folder and those in it, and levels of folders that are entered.
const FILES: usize = 100_000;
const LEVELS: usize = 32;

/// What the user gave, each folder replaced by its files in the order of their names, and what was
/// odd about the folders.
///
/// Taken are files whose ending says that they can be read, and those without one. Hidden ones, links to
/// folders, and the pictures and scripts that a browser saves beside a page are passed over.
pub(crate) fn unfolded(inputs: &[Input]) -> (Vec<Cow<'_, Input>>, Vec<Oddity>) {
    let (mut all, mut oddities) = (Vec::new(), Vec::new());
    for input in inputs {
        match input {
            Input::Path(path) if path.is_dir() => {
                let mut walk = Walk::default();
                walk.enter(path, 0);
                walk.leave_attached();
                oddities.extend(walk.doubt(&input.name()));
                oddities.extend(walk.oddities);
                all.extend(walk.files.into_iter().map(|path| Cow::Owned(Input::Path(path))));
            }
            _ => all.push(Cow::Borrowed(input)),
        }
    }
    (all, oddities)
}

#[derive(Default)]
struct Walk {
    files: Vec<PathBuf>,
    passed_over: usize,
    is_cut: bool,
    /// Files that are read with the list of references that names them.
    attached: BTreeSet<PathBuf>,
    oddities: Vec<Oddity>,
}

impl Walk {
    fn enter(&mut self, folder: &Path, level: usize) {
        let entries = match entries(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let what = format!("The folder cannot be opened ({error}).");
                let advice = "Check that it is there and that you may open it.";
                return self.oddities.push(Oddity::about(&name(folder), Remedy::FetchAgain, what, advice));
            }
        };
        for entry in &entries {
            if self.files.len() == FILES || level == LEVELS {
                self.is_cut = true;
                return;
            }
            if is_hidden(entry) {
                continue;
            }
            if entry.is_dir() {
                if !entry.is_symlink() && !belongs_to_a_page(entry, &entries) {
                    self.enter(entry, level + 1);
                }
            } else if is_readable(entry) {
                self.files.push(entry.clone());
                self.attached.extend(attached(entry).iter().map(|path| folder.join(path)));
            } else {
                self.passed_over += 1;
            }
        }
    }

    fn leave_attached(&mut self) {
        self.files.retain(|file| !self.attached.contains(file));
    }

    /// What the user should know about the folder as a whole.
    fn doubt(&self, folder: &str) -> Option<Oddity> {
        if self.is_cut {
            let what = format!("The folder holds more than is read at once; {} files of it were.", self.files.len());
            return Some(Oddity::about(folder, Remedy::Shrink, what, "Give the folders in it one by one."));
        }
        if self.files.is_empty() {
            let what = "The folder holds no file that can be read.";
            return Some(Oddity::about(
                folder,
                Remedy::Convert,
                what,
                "Save the articles as web pages, PDF, DOCX or text.",
            ));
        }
        (self.passed_over > 0).then(|| {
            let what = format!("{} files in the folder are of kinds that are not read.", self.passed_over);
            Oddity::about(folder, Remedy::Nothing, what, "")
        })
    }
}

/// In the order of their names, so that a folder reads the same on every system.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_readable(path: &Path) -> bool {
    path.extension().is_none_or(|ending| ingest::reads_ending(&ending.to_string_lossy()))
}

/// What a list of references attaches to them, by its path from the folder of the list.
fn attached(file: &Path) -> Vec<String> {
    const LISTS: &[&str] = &["rdf", "ris", "bib", "bibtex"];
    let is_list = file.extension().is_some_and(|ending| LISTS.iter().any(|list| ending.eq_ignore_ascii_case(list)));
    let bounds = Bounds::default();
    let bytes = if is_list { files::bytes_of(file, &name(file), &bounds).ok() } else { None };
    bytes.map_or_else(Vec::new, |bytes| ingest::attached(&name(file), &bytes, &bounds))
}

/// Browsers save `Page.html` and, beside it, `Page_files`.
fn belongs_to_a_page(folder: &Path, entries: &[PathBuf]) -> bool {
    let name = name(folder);
    name.strip_suffix("_files").is_some_and(|page| {
        ["html", "htm"].iter().any(|ending| entries.iter().any(|entry| self::name(entry) == format!("{page}.{ending}")))
    })
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[&str], expected: &[&str], doubt: &str) {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, "text").expect("written");
        }
        let given = [Input::Path(folder.path().to_owned())];
        let (inputs, oddities) = unfolded(&given);
        let found: Vec<String> = inputs
            .iter()
            .filter_map(|input| match input.as_ref() {
                Input::Path(path) => Some(path.strip_prefix(folder.path()).ok()?.to_string_lossy().replace('\\', "/")),
                Input::Bytes { .. } | Input::Page(_) => None,
            })
            .collect();
        assert_eq!(found, expected);
        assert_eq!(oddities.iter().map(|oddity| oddity.what.as_str()).collect::<String>(), doubt);
    }

    #[test]
    fn files_come_in_the_order_of_their_names() {
        check(&["b.txt", "a/z.pdf", "a/b.HTML", "c"], &["a/b.HTML", "a/z.pdf", "b.txt", "c"], "");
    }

    #[test]
    fn what_a_browser_saves_beside_a_page_is_passed_over() {
        check(&["Page.html", "Page_files/ad.html", "own_files/a.txt"], &["Page.html", "own_files/a.txt"], "");
    }

    #[test]
    fn files_of_other_kinds_are_counted() {
        check(
            &["a.txt", "b.jpg", "c.mp4", ".hidden"],
            &["a.txt"],
            "2 files in the folder are of kinds that are not read.",
        );
    }

    #[test]
    fn what_is_attached_to_a_reference_comes_with_its_list() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("files/12")).expect("made");
        for (name, text) in [
            ("list.ris", "TY  - NEWS\nTI  - Ferry sinks\nL1  - files/12/page.txt\nER  - \n"),
            ("files/12/page.txt", "The ferry sank off Port Alder on Monday morning, the coast guard said."),
            ("files/12/other.txt", "text"),
        ] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        let given = [Input::Path(folder.path().to_owned())];
        let names: Vec<String> = unfolded(&given).0.iter().map(|input| input.name()).collect();
        assert!(names.len() == 2 && names[0].ends_with("other.txt") && names[1].ends_with("list.ris"), "{names:?}");
        let imported = Input::Path(folder.path().join("list.ris")).read(&files::Reading::default());
        assert_eq!(imported.articles[0].title, "Ferry sinks");
    }

    #[test]
    fn a_folder_without_files_says_so() {
        check(&["b.jpg"], &[], "The folder holds no file that can be read.");
    }

    #[test]
    fn a_given_file_is_taken_whatever_its_ending() {
        let given = [Input::Path("picture.jpg".into())];
        assert_eq!(unfolded(&given).0.len(), 1);
    }
}
