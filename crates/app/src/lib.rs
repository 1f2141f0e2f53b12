//! Everything a user can do, without a window: use cases, progress, cancellation.
//!
//! - [`files`] reads files from disk,
//! - [`sample`] is the story that comes with the program,
//! - [`compare`] makes a story of articles and compares it.
//!
//! Invariant: no Tauri, no JSON of its own, nothing printed.

pub mod compare;
pub mod files;
pub mod sample;

pub use engine::Settings;
pub use ingest::Imported;
pub use story::{Cancelled, Progress};
