//! LibreOffice, which opens documents and tables.

use super::{
    Reader, poppler, starts, tables, told,
    written::{Written, address},
};
use crate::steps::target;
use app::documents::Format;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub(super) const LIBREOFFICE: Reader = Reader {
    name: "LibreOffice",
    get: "apt-get install libreoffice-writer libreoffice-calc, or https://www.libreoffice.org, with soffice on the PATH",
    is_here: || starts("soffice", &["--version"]),
    formats: &[Format::Docx, Format::Xlsx, Format::Csv],
    open,
};

/// Documents and workbooks become pages; the lines of a CSV file become a workbook, in which nothing may be a formula.
fn open(written: &Written) -> Result<String, String> {
    let folder = written.made_by("libreoffice")?;
    if written.format == Format::Csv {
        // Cut at commas, text in quotation marks, UTF-8: what its dialogue offers for such a file.
        let book = convert(&written.path, &folder, "xlsx", &["--infilter=CSV:44,34,76"])?;
        let sheets = tables::workbook(&book)?;
        return Ok(format!("{}, none a formula", tables::told(&sheets)));
    }
    let pdf = convert(&written.path, &folder, "pdf", &[])?;
    let pages = poppler::pages(&pdf)?;
    poppler::pictures(&pdf, &folder.join("page"))?;
    Ok(pages)
}

/// It ends well whatever happens: what it was to write is looked for.
fn convert(from: &Path, folder: &Path, to: &str, args: &[&str]) -> Result<PathBuf, String> {
    let made = folder.join(from.with_extension(to).file_name().unwrap_or_default());
    let profile = address(&target().join("readers").join("libreoffice"));
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation={profile}")).args(["--headless", "--convert-to", to]).args(args);
    let said = told(command.arg("--outdir").arg(folder).arg(from))?;
    if made.exists() { Ok(made) } else { Err(format!("nothing came of it: {}", said.trim())) }
}
