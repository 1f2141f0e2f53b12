//! The sample story that comes with the program: an invented event told by seven invented outlets.

use ingest::{Bounds, Imported};

/// Reads the sample's files through the same importer as any file.
pub fn read() -> Imported {
    let bounds = Bounds::default();
    let mut all = Imported::default();
    for (name, bytes) in FILES {
        let imported = ingest::read(name, bytes, &bounds);
        all.articles.extend(imported.articles);
        all.oddities.extend(imported.oddities);
    }
    all
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Name and content of every file, in the order of their names.
        pub const FILES: &[(&str, &[u8])] =
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
