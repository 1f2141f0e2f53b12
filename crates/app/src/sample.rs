//! The sample story that comes with the program: an invented event told by seven invented outlets.

use crate::files::Input;

/// The sample's files, to be read through the same importer as any file.
pub fn inputs() -> Vec<Input> {
    FILES.iter().map(|&(name, bytes)| Input::Bytes { name: name.into(), bytes: bytes.into() }).collect()
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Name and content of every file, in the order of their names.
        const FILES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../sample/articles/", $name)))),*];
    };
}
files![
    "daily-ledger.html",
    "estmark-observer.pdf",
    "evening-tribune.txt",
    "harbour-radio.html",
    "meridian-news-agency.txt",
    "northline.html",
    "varnholm-courier.docx",
];
