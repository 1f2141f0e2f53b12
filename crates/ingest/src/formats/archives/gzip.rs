//! Gzip: one file, or several behind each other that are one.

use super::{File, Found, Oddity};
use flate2::read::MultiGzDecoder;

pub(crate) fn is_gzip(file: &File) -> bool {
    file.bytes.starts_with(b"\x1F\x8B")
}

pub(crate) fn read_gzip(file: &File) -> Result<Found, Oddity> {
    let bytes = file.unpacked(file.name, MultiGzDecoder::new(file.bytes))?;
    let inner = file.open(1, &name_inside(file.name), &bytes);
    Ok(Found { inner: vec![inner], ..Found::default() })
}

/// `a/news.jsonl.gz` holds `news.jsonl`, `news.tgz` holds `news.tar`.
fn name_inside(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match last.rsplit_once('.') {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("gz") => stem.to_owned(),
        Some((stem, ending)) if ending.eq_ignore_ascii_case("tgz") => format!("{stem}.tar"),
        _ => last.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_is_called_by_the_name_without_its_last_ending() {
        let cases =
            [("a/news.jsonl.gz", "news.jsonl"), ("b\\News.TGZ", "News.tar"), ("page.html", "page.html"), ("", "")];
        for (name, expected) in cases {
            assert_eq!(name_inside(name), expected, "{name}");
        }
    }
}
