//! Reads arbitrary bytes as a file of the format that the target is called by.
#![no_main]

use ingest::{Bounds, read};
use libfuzzer_sys::fuzz_target;

const NAME: &str = concat!("fuzzed.", env!("CARGO_BIN_NAME"));

fuzz_target!(|bytes: &[u8]| {
    let bounds = Bounds { bytes: 1 << 20, unpacked_bytes: 4 << 20, archive_bytes: 16 << 20, members: 100, ..Bounds::default() };
    let imported = read(NAME, bytes, &bounds);
    assert!(!imported.articles.is_empty() || !imported.oddities.is_empty(), "the file vanished");
    for article in &imported.articles {
        assert!(!article.outlet.is_empty() && !article.body.is_empty());
    }
});
