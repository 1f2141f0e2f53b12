//! ZIP.

use super::{File, Found, Members, Oddity, damaged};
use std::io::{Cursor, Read};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

pub(crate) fn is_zip(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06")
}

pub(crate) fn read_zip(file: &File) -> Result<Found, Oddity> {
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file))?;
    let mut members = Members::of(archive.file_names().filter_map(Result::ok));
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index_raw(index) else { return members.broken(file) };
        let name = name_of(&member);
        if member.is_dir() || !members.meet(&name) {
            continue;
        }
        drop(member);
        let bytes = match archive.by_index(index) {
            Ok(member) => file.unpacked_member(members.entry, &name, member),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                members.encrypted += 1;
                continue;
            }
            Err(_) => Err(Oddity { path: name.clone(), ..damaged(file) }),
        };
        members.read(file, &name, bytes);
    }
    Ok(members.end(file))
}

fn name_of<R: Read>(member: &ZipFile<'_, R>) -> String {
    member.name().map_or_else(|_| String::from_utf8_lossy(member.name_raw()).into_owned(), std::borrow::Cow::into_owned)
}
