//! Files that lie beside one that is read, handed over where it names them: the pages that a reference manager exports
//! with its list.

use ingest::{Beside, Bounds, Watch};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Hands over what lies below `folder` and is no larger than any file may be; what a link leads out of it to is not.
fn below(folder: PathBuf, bounds: &Bounds) -> Beside {
    let bound = bounds.bytes as u64;
    Arc::new(move |path| within(&folder, path, bound))
}

fn within(folder: &Path, path: &str, bound: u64) -> Option<Vec<u8>> {
    let folder = folder.canonicalize().ok()?;
    // Part by part: a folder's own name may be of a kind in which Windows knows one separator only.
    let place = path.split('/').fold(folder.clone(), |place, part| place.join(part)).canonicalize().ok()?;
    let is_file = place.starts_with(&folder) && place.metadata().is_ok_and(|found| found.is_file());
    let mut bytes = Vec::new();
    File::open(place).ok().filter(|_| is_file)?.take(bound + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= bound).then_some(bytes)
}

/// Looks on at nothing, and hands over what lies below `folder`, if one is given.
pub(crate) fn watch(folder: Option<&Path>, bounds: &Bounds) -> Watch {
    let nothing = Watch::default();
    match folder {
        Some(folder) => Watch { beside: below(folder.to_owned(), bounds), ..nothing },
        None => nothing,
    }
}

/// The folder of a file, for files beside it.
pub(crate) fn folder_of(file: &Path) -> Option<PathBuf> {
    let folder = file.parent()?;
    Some(if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn check(path: &str, expected: Option<&[u8]>) {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("list");
        fs::create_dir_all(folder.join("files/12")).expect("made");
        fs::write(folder.join("files/12/page.html"), "page").expect("written");
        fs::write(root.path().join("secret.txt"), "secret").expect("written");
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.path().join("secret.txt"), folder.join("files/link.txt")).expect("linked");
        let bounds = Bounds { bytes: 4, ..Bounds::default() };
        fs::write(folder.join("files/large.html"), "five!").expect("written");
        assert_eq!(below(folder, &bounds)(path).as_deref(), expected, "{path}");
    }

    #[test]
    fn what_lies_below_the_folder_is_handed_over() {
        check("files/12/page.html", Some(b"page"));
        check("files/12/none.html", None);
        check("files/12", None);
    }

    #[test]
    fn nothing_else_is() {
        for path in ["../secret.txt", "files/link.txt", "files/large.html"] {
            check(path, None);
        }
    }
}
