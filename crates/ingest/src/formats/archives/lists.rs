//! Lists of references in an archive: what is attached to a reference lies beside its list.

use super::File;
use crate::{Beside, Bounds, ColumnMap, formats::references, nesting::Nesting};
use std::{
    collections::BTreeSet,
    io::Cursor,
    sync::{Arc, Mutex, PoisonError},
};
use zip::ZipArchive;

/// The lists that were met.
#[derive(Default)]
pub(super) struct Lists {
    /// Names of the members that are attached to references.
    attached: BTreeSet<String>,
    archive: Option<Arc<Mutex<Archive>>>,
}

/// Members by their names, for as long as lists are read.
struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    bounds: Bounds,
    nesting: Nesting,
}

impl Lists {
    /// Whether a member may be a list with files beside it, by its name.
    pub(super) fn holds(name: &str) -> bool {
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        matches!(ending.as_str(), "rdf" | "ris" | "bib" | "bibtex")
    }

    pub(super) fn has_attached(&self, name: &str) -> bool {
        self.attached.contains(name)
    }

    /// Notes what is attached to the references of the list `name`, and gives what hands it over.
    pub(super) fn meet(&mut self, file: &File, name: &str, bytes: &[u8]) -> Beside {
        let folder = name.rfind('/').map_or("", |end| &name[..=end]).to_owned();
        let list = File { name, bytes, ..*file };
        self.attached.extend(references::attached(&list).iter().map(|path| format!("{folder}{path}")));
        if self.archive.is_none() {
            self.archive = Archive::of(file).map(|archive| Arc::new(Mutex::new(archive)));
        }
        let archive = self.archive.clone();
        Arc::new(move |path| {
            let mut archive = archive.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
            archive.member(&format!("{folder}{path}"))
        })
    }
}

impl Archive {
    fn of(file: &File) -> Option<Self> {
        let zip = ZipArchive::new(Cursor::new(file.bytes.to_owned())).ok()?;
        Some(Self { zip, bounds: file.bounds.clone(), nesting: file.nesting.clone() })
    }

    fn member(&mut self, name: &str) -> Option<Vec<u8>> {
        let member = self.zip.by_name(name).ok()?;
        let columns = ColumnMap::default();
        let file = File { name, bytes: &[], bounds: &self.bounds, columns: &columns, nesting: &self.nesting };
        file.unpacked(name, member).ok()
    }
}
