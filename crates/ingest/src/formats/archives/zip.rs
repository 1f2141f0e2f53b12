//! ZIP.

use super::{File, Found, Members, Oddity, damaged};
use std::io::Cursor;
use zip::{ZipArchive, result::ZipError};

pub(crate) fn is_zip(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06")
}

pub(crate) fn read_zip(file: &File) -> Result<Found, Oddity> {
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file))?;
    let mut members = Members::default();
    for index in 0..archive.len() {
        let (name, is_dir) = match archive.by_index_raw(index) {
            Ok(member) => (name_of(&member), member.is_dir()),
            Err(_) => return members.broken(file),
        };
        if is_dir || !members.meet(&name) {
            continue;
        }
        match archive.by_index(index) {
            Ok(member) => {
                let bytes = file.unpacked(&name, member);
                members.read(file, &name, bytes);
            }
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => members.encrypted += 1,
            Err(_) => members.read(file, &name, Err(Oddity { path: name.clone(), ..damaged(file) })),
        }
    }
    Ok(members.end(file))
}

fn name_of<R: std::io::Read>(member: &zip::read::ZipFile<'_, R>) -> String {
    member.name().map_or_else(|_| String::from_utf8_lossy(member.name_raw()).into_owned(), std::borrow::Cow::into_owned)
}
