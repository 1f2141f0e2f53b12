//! A report before it is saved.

use serde::Serialize;
use ts_rs::TS;

/// A report that can be looked at.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewView {
    /// Its page is had by this from the host, over the protocol `report`.
    pub address: String,
    /// How many pages it has, where it has pages.
    pub pages: Option<usize>,
}
