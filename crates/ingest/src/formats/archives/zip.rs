//! ZIP.

use super::{File, Found, Members, Oddity, damaged, lists::Lists};
use std::io::{Cursor, Read};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

pub(crate) fn is_zip(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") || file.bytes.starts_with(b"PK\x05\x06")
}

pub(crate) fn read_zip(file: &File) -> Result<Found, Oddity> {
    let mut archive = ZipArchive::new(Cursor::new(file.bytes)).map_err(|_| damaged(file))?;
    let mut members = Members::default();
    let mut met = Vec::new();
    let is_whole = (0..archive.len()).all(|index| meet(&mut archive, index, &mut members, &mut met));
    // What is attached to the references of a list is read with the list.
    met.sort_by_key(|member| !Lists::holds(&member.name));
    let mut lists = Lists::default();
    for Met { entry, index, name } in &met {
        if lists.has_attached(name) {
            continue;
        }
        let bytes = match archive.by_index(*index) {
            Ok(member) => file.unpacked_member(*entry, name, member),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                members.encrypted += 1;
                continue;
            }
            Err(_) => Err(Oddity { path: name.clone(), ..damaged(file) }),
        };
        members.found.inner.push(match bytes {
            Ok(bytes) if Lists::holds(name) => file.open_beside(*entry, name, &bytes, lists.meet(file, name, &bytes)),
            Ok(bytes) => file.open(*entry, name, &bytes),
            Err(oddity) => file.lost(*entry, name, oddity),
        });
    }
    members.found.inner.sort_by_key(|inner| inner.entry);
    if is_whole { Ok(members.end(file)) } else { members.broken(file) }
}

/// A member that is to be read.
struct Met {
    entry: usize,
    index: usize,
    name: String,
}

/// Notes the member, if it is to be read; `false` where the archive is broken.
fn meet(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, members: &mut Members, met: &mut Vec<Met>) -> bool {
    let Ok(member) = archive.by_index_raw(index) else { return false };
    let name = name_of(&member);
    if !member.is_dir() && members.meet(&name) {
        met.push(Met { entry: members.entry, index, name });
    }
    true
}

fn name_of<R: Read>(member: &ZipFile<'_, R>) -> String {
    member.name().map_or_else(|_| String::from_utf8_lossy(member.name_raw()).into_owned(), std::borrow::Cow::into_owned)
}
