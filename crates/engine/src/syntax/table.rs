//! Scores of classes by the features that speak for them: features are hashed into the rows of one table.

/// What a table's numbers are: bytes in use, wide while it is fitted.
pub(super) trait Weight: Copy {
    fn wide(self) -> i32;
}

impl Weight for i8 {
    fn wide(self) -> i32 {
        i32::from(self)
    }
}

/// As signed bytes lie in a file.
impl Weight for u8 {
    fn wide(self) -> i32 {
        i32::from(self.cast_signed())
    }
}

impl Weight for i32 {
    fn wide(self) -> i32 {
        self
    }
}

/// Rows of a number for each of `CLASSES`; as many rows as a power of two.
#[derive(Debug)]
pub(super) struct Table<'t, W, const CLASSES: usize> {
    pub(super) rows: &'t [W],
}

impl<W: Weight, const CLASSES: usize> Table<'_, W, CLASSES> {
    /// The sums of what each feature gives each class.
    pub(super) fn scores(&self, features: &[u32]) -> [i32; CLASSES] {
        let mut scores = [0; CLASSES];
        for &feature in features {
            let from = row(feature, self.rows.len() / CLASSES) * CLASSES;
            for (score, weight) in scores.iter_mut().zip(&self.rows[from..from + CLASSES]) {
                *score += weight.wide();
            }
        }
        scores
    }
}

/// The row of a feature.
pub(super) fn row(feature: u32, rows: usize) -> usize {
    feature as usize & (rows - 1)
}

/// The first of the classes that pass with the highest score.
pub(super) fn best<const CLASSES: usize>(scores: &[i32; CLASSES], passes: impl Fn(usize) -> bool) -> usize {
    let passing = (0..CLASSES).filter(|&class| passes(class));
    passing.max_by(|&a, &b| scores[a].cmp(&scores[b]).then(b.cmp(&a))).unwrap_or(0)
}

/// One number for a kind of feature and what it is made of.
pub(super) fn feature(kind: u32, parts: &[u32]) -> u32 {
    parts.iter().fold(mixed(kind.wrapping_add(1)), |hash, &part| mixed(hash ^ part.wrapping_mul(0x9E37_79B1)))
}

/// One number for a text.
pub(super) fn hashed(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Spreads the bits: the finish of MurmurHash3, which is in the public domain.
fn mixed(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85EB_CA6B);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xC2B2_AE35);
    hash ^ (hash >> 16)
}
