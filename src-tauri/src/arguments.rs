//! What the program was opened with: by the command line, a double click, or a second start.

use std::path::{Path, PathBuf};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Arguments {
    pub(crate) library: Option<PathBuf>,
    pub(crate) files: Vec<PathBuf>,
    /// Whether to open the sample story.
    pub(crate) sample: bool,
}

impl Arguments {
    /// Reads what follows the program's own name; paths are those of `folder`.
    pub(crate) fn read(arguments: impl IntoIterator<Item = impl Into<PathBuf>>, folder: &Path) -> Self {
        let mut read = Self::default();
        for argument in arguments {
            read.take(argument.into(), folder);
        }
        read
    }

    fn take(&mut self, argument: PathBuf, folder: &Path) {
        if argument.as_os_str() == "--sample" {
            self.sample = true;
        } else if argument.as_os_str().as_encoded_bytes().starts_with(b"-") {
            log::warn!("an option that is not known was passed over: {}", argument.display());
        } else if argument.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("rashomon")) {
            self.library = Some(folder.join(argument));
        } else {
            self.files.push(folder.join(argument));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_told_from_files_by_its_ending() {
        let read = Arguments::read(["a.html", "--sample", "/far/News.RASHOMON", "--shiny", "b"], Path::new("/here"));
        let files = vec![PathBuf::from("/here/a.html"), PathBuf::from("/here/b")];
        assert_eq!(read, Arguments { library: Some("/far/News.RASHOMON".into()), files, sample: true });
    }
}
