//! All that a template can see.

use crate::{Missing, faces::Faces};
use serde_json::json;
use std::{ops::ControlFlow, panic::resume_unwind, sync::LazyLock};
use typst::{
    Feature, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // What only screen readers are told: summaries of tables, heads of rows.
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});
static TEMPLATE: LazyLock<FileId> = LazyLock::new(|| id("/template.typ"));
static DATA: LazyLock<FileId> = LazyLock::new(|| id("/data.json"));
static MISSING: LazyLock<FileId> = LazyLock::new(|| id("/missing.json"));

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our paths are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What unwinds through typst when it is asked to stop, which it has no other way to do.
pub(crate) struct Left;

/// A template, its data, its faces: three files and no door.
pub(crate) struct Room<'a> {
    template: Source,
    data: Bytes,
    missing: Bytes,
    faces: Faces,
    go_on: &'a (dyn Fn() -> ControlFlow<()> + Sync),
}

impl<'a> Room<'a> {
    pub(crate) fn new(
        template: &str,
        data: &[u8],
        missing: &[Missing],
        faces: Faces,
        go_on: &'a (dyn Fn() -> ControlFlow<()> + Sync),
    ) -> Self {
        let scripts = missing.iter().map(|missing| json!({ "script": missing.script, "letters": missing.letters }));
        Self {
            template: Source::new(*TEMPLATE, template.to_owned()),
            data: Bytes::new(data.to_vec()),
            missing: Bytes::from_string(scripts.collect::<serde_json::Value>().to_string()),
            faces,
            go_on,
        }
    }
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.faces.0.book()
    }

    fn main(&self) -> FileId {
        *TEMPLATE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == *TEMPLATE { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == *DATA => Ok(self.data.clone()),
            id if id == *MISSING => Ok(self.missing.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    /// Typst asks for a face wherever it sets words.
    fn font(&self, index: usize) -> Option<Font> {
        if (self.go_on)().is_break() {
            resume_unwind(Box::new(Left));
        }
        self.faces.0.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None // a document states no clock
    }
}
