//! What was odd about a file, told so that a person knows what to do.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Something about a file that its owner should know: it was left out, or read in part, or read
/// with a doubt. The other files of the batch are not affected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Oddity {
    /// The file's name as given.
    pub path: String,
    /// The 1-based line or member of a container, if the oddity is about one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<usize>,
    /// The member's name, if the oddity is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// What the user can do about it: the only thing code may branch on.
    pub remedy: Remedy,
    /// One sentence: what is odd.
    pub what: String,
    /// One sentence: what to do. Empty when there is nothing to do.
    pub advice: String,
}

/// One variant for each thing that the user can do about an oddity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Nothing: it was read, and this is only worth knowing.
    Nothing,
    /// Look at the article: it was read with a doubt.
    Check,
    /// Get the file again: it is empty, cut short or damaged.
    FetchAgain,
    /// Take the protection off first.
    Unlock,
    /// Save it in a format that can be read.
    Convert,
    /// Split or shrink it: it exceeds a bound.
    Shrink,
    /// Say which columns hold what.
    MapColumns,
}

impl Oddity {
    /// An oddity of the whole file `path`.
    pub fn about(path: &str, remedy: Remedy, what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { path: path.to_owned(), entry: None, member: None, remedy, what: what.into(), advice: advice.into() }
    }

    /// The same oddity, of one line or member of the file.
    pub fn at(self, entry: usize) -> Self {
        Self { entry: Some(entry), ..self }
    }

    /// Whether the article or file was left out because of this.
    pub fn is_failure(&self) -> bool {
        !matches!(self.remedy, Remedy::Nothing | Remedy::Check)
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        match (&self.member, self.entry) {
            (Some(member), _) => write!(f, " ({member})")?,
            (None, Some(entry)) => write!(f, " (entry {entry})")?,
            (None, None) => {}
        }
        write!(f, ": {}", self.what)?;
        if self.advice.is_empty() { Ok(()) } else { write!(f, " {}", self.advice) }
    }
}
