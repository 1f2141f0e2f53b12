//! Tar.

use super::{File, Found, Members, Oddity};
use tar::{Archive, Entry};

/// Where a header says that it is one, and of which kind.
const MAGIC: std::ops::Range<usize> = 257..262;

pub(crate) fn is_tar(file: &File) -> bool {
    file.bytes.get(MAGIC) == Some(b"ustar")
}

pub(crate) fn read_tar(file: &File) -> Result<Found, Oddity> {
    let names = names(file);
    let mut members = Members::of(names.iter());
    let mut archive = Archive::new(file.bytes);
    let Ok(entries) = archive.entries() else { return members.broken(file) };
    for entry in entries {
        let Ok(entry) = entry else { return members.broken(file) };
        let name = name(&entry);
        if entry.header().entry_type().is_file() && members.meet(&name) {
            let bytes = file.unpacked_member(members.entry, &name, entry);
            members.read(file, &name, bytes);
        }
    }
    Ok(members.end(file))
}

/// Of what can be had before the archive breaks off.
fn names(file: &File) -> Vec<String> {
    let mut archive = Archive::new(file.bytes);
    let entries = archive.entries().into_iter().flatten();
    entries.map_while(Result::ok).map(|entry| name(&entry)).collect()
}

fn name(entry: &Entry<'_, &[u8]>) -> String {
    String::from_utf8_lossy(&entry.path_bytes()).into_owned()
}
