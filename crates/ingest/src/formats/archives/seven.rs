//! 7z.

use super::{File, Found, Members, Oddity, Remedy, damaged};
use sevenz_rust2::{ArchiveReader, Error, Password};
use std::io::Cursor;

pub(crate) fn is_seven(file: &File) -> bool {
    file.bytes.starts_with(b"7z\xBC\xAF\x27\x1C")
}

pub(crate) fn read_seven(file: &File) -> Result<Found, Oddity> {
    let mut reader =
        ArchiveReader::new(Cursor::new(file.bytes), Password::empty()).map_err(|error| unread(file, &error))?;
    let mut members = Members::of(reader.archive().files.iter().map(|entry| entry.name()));
    let read = reader.for_each_entries(|entry, packed| {
        if entry.is_directory() {
            return Ok(true);
        }
        // Members lie in one stream: what is not wanted has to be unpacked too, and nothing is found behind what is not.
        let is_wanted = members.meet(entry.name());
        let bytes = file.unpacked_member(members.entry, entry.name(), packed);
        let goes_on = bytes.is_ok();
        if is_wanted || !goes_on {
            members.read(file, entry.name(), bytes);
        }
        Ok(goes_on)
    });
    match read {
        Ok(()) => Ok(members.end(file)),
        Err(error) if members.is_empty() => Err(unread(file, &error)),
        Err(_) => members.broken(file),
    }
}

fn unread(file: &File, error: &Error) -> Oddity {
    let (remedy, what, advice) = match error {
        Error::PasswordRequired | Error::MaybeBadPassword(_) => LOCKED,
        Error::UnsupportedCompressionMethod(method) if method.contains("AES") => LOCKED,
        Error::UnsupportedCompressionMethod(_) => (
            Remedy::Convert,
            "The archive is packed in a way that is not read.",
            "Unpack it and import the files, or pack them as ZIP.",
        ),
        _ => return damaged(file),
    };
    Oddity::about(file.name, remedy, what, advice)
}

const LOCKED: (Remedy, &str, &str) =
    (Remedy::Unlock, "The archive is locked with a password.", "Unpack it with its password and import the files.");
