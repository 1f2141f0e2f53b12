//! Formats that are recognised but not read: what to do with a file of one of them.

use super::{File, Found};
use story::{Oddity, Remedy};

/// Word, Excel and PowerPoint before 2007, and the envelope of every locked Office document.
pub(crate) fn is_old_office(file: &File) -> bool {
    file.bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

pub(crate) fn refuse_old_office(file: &File) -> Result<Found, Oddity> {
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    Err(if file.bytes.windows(locked.len()).any(|window| window == locked) {
        let what = "The document is locked with a password.";
        Oddity::about(file.name, Remedy::Unlock, what, "Open it with its password and save a copy without one.")
    } else {
        let what = "The file is in an Office format from before 2007.";
        Oddity::about(file.name, Remedy::Convert, what, "Open it in Office and save it as DOCX, or a table as CSV.")
    })
}

/// Packages of office programs that are ZIP archives inside and are not read, and damaged ones of those that are.
pub(crate) fn is_package(file: &File) -> bool {
    file.bytes.starts_with(b"PK\x03\x04") && PACKAGES.contains(&ending(file).as_str())
}

/// Endings of formats that are ZIP archives inside: their members are no articles.
const PACKAGES: &[&str] =
    &["docx", "docm", "xlsx", "xlsm", "ods", "odt", "epub", "pages", "numbers", "key", "pptx", "odp"];

pub(crate) fn refuse_package(file: &File) -> Result<Found, Oddity> {
    let (remedy, what, advice) = match ending(file).as_str() {
        "docx" | "docm" | "odt" | "epub" | "xlsx" | "xlsm" | "ods" => (
            Remedy::FetchAgain,
            "The document is damaged or cut short.",
            "Get it again, or open it in its program and save a copy.",
        ),
        "numbers" => (Remedy::Convert, "The file is a spreadsheet.", "Save it as CSV or TSV."),
        _ => (Remedy::Convert, "The file is in a format that is not read.", "Save it as DOCX or PDF."),
    };
    Err(Oddity::about(file.name, remedy, what, advice))
}

fn ending(file: &File) -> String {
    file.name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase())
}

pub(crate) fn is_rar(file: &File) -> bool {
    file.bytes.starts_with(b"Rar!\x1A")
}

pub(crate) fn refuse_rar(file: &File) -> Result<Found, Oddity> {
    let what = "The file is a RAR archive, which is not read.";
    Err(Oddity::about(file.name, Remedy::Convert, what, "Unpack it and import the files in it, or pack them as ZIP."))
}
