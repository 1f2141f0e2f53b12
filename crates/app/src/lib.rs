//! Everything a user can do, without a window: use cases, progress, cancellation.
//!
//! - [`files`] reads files from disk,
//! - [`compare`] makes a story of articles and compares it.
//!
//! Invariant: no Tauri, no JSON of its own, nothing printed.

pub mod compare;
pub mod files;
