//! Archives: files of files, each member read by the list of formats.
//!
//! Nothing is written to disk: a member's name is only ever a name, wherever it points.

mod gzip;
mod lists;
mod seven;
mod tar;
mod zip;

use super::{File, Found};
pub(crate) use gzip::{is_gzip, read_gzip};
use lists::{Member, Waiting};
pub(crate) use seven::{is_seven, read_seven};
use story::{Oddity, Remedy};
pub(crate) use tar::{is_tar, read_tar};
pub(crate) use zip::{is_zip, read_zip};

/// Goes through an archive's members, leaving out what a folder on disk would leave out too.
#[derive(Default)]
struct Members {
    found: Found,
    /// Files met so far, read or not.
    entry: usize,
    passed_over: usize,
    encrypted: usize,
    waiting: Option<Waiting>,
}

impl Members {
    /// Of an archive with members of these names.
    fn of(names: impl Iterator<Item: AsRef<str>>) -> Self {
        Self { waiting: Waiting::among(names), ..Self::default() }
    }

    /// Counts a member in, and says whether it is to be read: neither hidden, nor of a kind that is not read, nor what
    /// a browser saves beside a page.
    fn meet(&mut self, name: &str) -> bool {
        self.entry += 1;
        let parts: Vec<&str> = name.split(['/', '\\']).filter(|part| !part.is_empty()).collect();
        let Some((last, folders)) = parts.split_last() else { return false };
        let is_hidden = parts.iter().any(|part| part.starts_with('.') && !matches!(*part, "." | ".."))
            || folders.contains(&"__MACOSX");
        if is_hidden || folders.iter().any(|folder| folder.ends_with("_files")) {
            return false;
        }
        let is_readable = last.rsplit_once('.').is_none_or(|(_, ending)| super::reads_ending(ending));
        self.passed_over += usize::from(!is_readable);
        is_readable
    }

    /// Reads the member that was met last, later where it may be attached to another.
    fn read(&mut self, file: &File, name: &str, bytes: Result<Vec<u8>, Oddity>) {
        let member = bytes.map(|bytes| Member { entry: self.entry, name: name.to_owned(), bytes });
        let now = match (&mut self.waiting, member) {
            (Some(waiting), Ok(member)) => waiting.keep(file, member).err(),
            (None, Ok(member)) => Some(member),
            (_, Err(oddity)) => {
                self.found.inner.push(file.lost(self.entry, name, oddity));
                None
            }
        };
        self.found.inner.extend(now.map(|member| file.open(member.entry, &member.name, &member.bytes)));
    }

    /// Whether nothing came of any member so far.
    fn is_empty(&self) -> bool {
        self.found.inner.is_empty() && self.waiting.as_ref().is_none_or(Waiting::is_empty)
    }

    /// Reads what waited, what is attached to a reference with its list.
    fn read_waiting(&mut self, file: &File) {
        let Some(waiting) = self.waiting.take() else { return };
        let met = waiting.end(file);
        for member in &met.members {
            let inner = file.open_beside(member.entry, &member.name, &member.bytes, met.beside(member));
            self.found.inner.push(inner);
        }
        self.found.inner.sort_by_key(|inner| inner.entry);
    }

    /// All that was found, with a word on what was not looked at.
    fn end(mut self, file: &File) -> Found {
        self.read_waiting(file);
        if self.encrypted > 0 {
            let what = format!("{} of its files are locked with a password.", self.encrypted);
            let advice = "Unpack it with its password and import the files.";
            self.found.oddities.push(Oddity::about(file.name, Remedy::Unlock, what, advice));
        }
        if self.passed_over > 0 {
            let what = format!("{} files in the archive are of kinds that are not read.", self.passed_over);
            self.found.oddities.push(Oddity::about(file.name, Remedy::Nothing, what, ""));
        }
        self.found
    }

    /// What was found before the archive broke off.
    fn broken(mut self, file: &File) -> Result<Found, Oddity> {
        self.read_waiting(file);
        let oddity = damaged(file);
        if self.found.inner.is_empty() {
            return Err(oddity);
        }
        let what = "The archive is damaged or cut short; files after the last one that was read are missing.";
        self.found.oddities.push(Oddity { what: what.into(), ..oddity });
        Ok(self.end(file))
    }
}

fn damaged(file: &File) -> Oddity {
    Oddity::about(file.name, Remedy::FetchAgain, "The archive is damaged or cut short.", "Get it again.")
}

#[cfg(test)]
mod tests;
