//! Poppler's programs, which read PDF: what most readers on Linux are made of.

use super::{Reader, starts, told, written::Written};
use app::documents::Format;
use serde_json::Value;
use std::{fs, path::Path, process::Command};

pub(super) const POPPLER: Reader = Reader {
    name: "poppler",
    get: "apt-get install poppler-utils, brew install poppler",
    is_here,
    formats: &[Format::Pdf],
    open,
};

/// Dots an inch: enough to see what is wrong with a page.
const SHARPNESS: &str = "70";
const PICTURES: &str = "6";

fn is_here() -> bool {
    ["pdfinfo", "pdffonts", "pdftotext", "pdftoppm"].into_iter().all(|program| starts(program, &["-v"]))
}

/// It must be tagged, bring all its faces, and give its text back.
fn open(written: &Written) -> Result<String, String> {
    let info = told(Command::new("pdfinfo").arg(&written.path))?;
    if said(&info, "Tagged") != Some("yes") {
        return Err("it is not tagged".into());
    }
    let faces = faces(&told(Command::new("pdffonts").arg(&written.path))?)?;
    let text = told(Command::new("pdftotext").arg(&written.path).arg("-"))?;
    let title = title(&written.sibling(Format::Json))?;
    if !solid(&text).contains(&solid(&title)) {
        return Err(format!("its text does not hold the story's title: {title}"));
    }
    pictures(&written.path, &written.made_by("poppler")?.join("page"))?;
    let (pages, words) = (said(&info, "Pages").unwrap_or("?"), text.split_whitespace().count());
    Ok(format!("{pages} pages, tagged; {faces} faces, all embedded; {words} words"))
}

/// How many faces there are; an error names those that are not in the file.
fn faces(listed: &str) -> Result<usize, String> {
    let faces: Vec<Vec<&str>> = listed.lines().skip(2).map(|line| line.split_whitespace().collect()).collect();
    // The columns at the end: emb sub uni, and the two numbers of an object.
    let is_embedded = |face: &&Vec<&str>| face.iter().rev().nth(4) == Some(&"yes");
    match faces.iter().find(|face| !is_embedded(face)) {
        Some(face) => Err(format!("a face is not embedded: {}", face.join(" "))),
        None => Ok(faces.len()),
    }
}

/// "14 pages", where somebody here can count them.
pub(super) fn pages(pdf: &Path) -> Result<String, String> {
    if !is_here() {
        let bytes = fs::metadata(pdf).map_err(|error| format!("no PDF came of it: {error}"))?.len();
        return Ok(format!("{bytes} bytes of PDF"));
    }
    let info = told(Command::new("pdfinfo").arg(pdf))?;
    match said(&info, "Pages") {
        None | Some("0") => Err("the PDF that it made has no pages".into()),
        Some(pages) => Ok(format!("{pages} pages")),
    }
}

/// The first pages as PNG.
pub(super) fn pictures(pdf: &Path, prefix: &Path) -> Result<(), String> {
    if is_here() {
        told(Command::new("pdftoppm").args(["-png", "-r", SHARPNESS, "-l", PICTURES]).arg(pdf).arg(prefix))?;
    }
    Ok(())
}

/// What a line `Field:   value` says.
fn said<'a>(info: &'a str, field: &str) -> Option<&'a str> {
    info.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':')).map(str::trim)
}

fn title(json: &Path) -> Result<String, String> {
    let bytes = fs::read(json).map_err(|error| format!("{}: {error}", json.display()))?;
    let document: Value = serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", json.display()))?;
    Ok(document["stories"][0]["title"].as_str().unwrap_or_default().to_owned())
}

/// Without what lines may be broken at.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{ad}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "name    type   encoding   emb sub uni object ID\n------- ------ ---------- --- --- --- ---------\n";

    #[test]
    fn a_face_that_is_not_in_the_file_is_named() {
        let embedded = format!("{HEAD}ABC+Serif  CID Type 0C  Identity-H  yes yes yes  12  0\n");
        assert_eq!(faces(&embedded), Ok(1));
        let foreign = format!("{embedded}Helvetica  Type 1  Custom  no no no  13  0\n");
        assert!(faces(&foreign).expect_err("it is not embedded").contains("Helvetica"));
    }

    #[test]
    fn fields_are_found_by_their_whole_name() {
        let info = "Title:   Pages: 3\nPages:   12\nPage size: a4\n";
        assert_eq!(said(info, "Pages"), Some("12"));
        assert_eq!(said(info, "Page"), None);
    }
}
