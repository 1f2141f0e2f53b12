//! How much work one file may cause. What exceeds a bound is refused, by name, with the bound.

/// Bounds for one file.
#[derive(Debug, Clone)]
pub struct Bounds {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes that a compressed file may unfold to, counted as they are read.
    pub unpacked_bytes: usize,
    /// Articles in one file.
    pub entries: usize,
    /// Pages of a paged document.
    pub pages: usize,
    /// Levels of nesting in markup.
    pub depth: usize,
    /// Wall-clock seconds that reading may take.
    pub seconds: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { bytes: 256 << 20, unpacked_bytes: 256 << 20, entries: 50_000, pages: 2_000, depth: 512, seconds: 60 }
    }
}
