//! How much work one file may cause. What exceeds a bound is refused, by name, with the bound.

use serde::{Deserialize, Serialize};
use story::{Oddity, Remedy};

/// Bounds for one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Bounds {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes that one compressed document or member may unfold to, counted as they are read.
    pub unpacked_bytes: usize,
    /// Bytes that all members of an archive may unfold to, those of archives in it too.
    pub archive_bytes: u64,
    /// Members of an archive, those of archives in it too.
    pub members: usize,
    /// Levels of archives in archives.
    pub levels: usize,
    /// Articles in one file.
    pub entries: usize,
    /// Pages of a paged document.
    pub pages: usize,
    /// Levels of nesting in markup.
    pub depth: usize,
    /// Wall-clock seconds that reading may take; of an archive, each of its members.
    pub seconds: u64,
    /// Bytes of memory that reading may take. Kept by those who read in a process of its own.
    pub memory: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            unpacked_bytes: 256 << 20,
            archive_bytes: 4 << 30,
            members: 50_000,
            levels: 4,
            entries: 50_000,
            pages: 2_000,
            depth: 512,
            seconds: 60,
            memory: 3 << 30,
        }
    }
}

/// Why a file of `size` bytes is not read at all, if it is not: to be asked before it is opened.
pub fn refuse_by_size(name: &str, size: u64, bounds: &Bounds) -> Option<Oddity> {
    let bound = bounds.bytes as u64;
    (size > bound).then(|| {
        let what = format!("The file is larger ({}) than what is read at once ({}).", said(size), said(bound));
        Oddity::about(name, Remedy::Shrink, what, "Split it into smaller files, or keep only the articles you need.")
    })
}

/// A number of bytes as people say it.
pub fn said(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} bytes"),
        1_024..1_048_576 => format!("{} KB", bytes >> 10),
        1_048_576..1_073_741_824 => format!("{} MB", bytes >> 20),
        _ => format!("{}.{} GB", bytes >> 30, (bytes >> 20) % 1024 * 10 / 1024),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_500_mb_is_refused_by_its_size() {
        let oddity = refuse_by_size("news.csv", 500 << 20, &Bounds::default()).expect("a refusal");
        assert_eq!(oddity.remedy, Remedy::Shrink);
        assert_eq!(oddity.what, "The file is larger (500 MB) than what is read at once (256 MB).");
    }

    #[test]
    fn a_file_at_the_bound_is_read() {
        assert_eq!(refuse_by_size("news.csv", 256 << 20, &Bounds::default()), None);
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_fits() {
        for (bytes, expected) in [(12, "12 bytes"), (2_048, "2 KB"), (500 << 20, "500 MB"), (1_610_612_736, "1.5 GB")] {
            assert_eq!(said(bytes), expected);
        }
    }
}
