//! Everything a user can do, without a window: use cases, progress, cancellation.
//!
//! - [`files`] reads files from disk, [`workers`] are processes that read them,
//! - [`fetch`] gets pages from the web when the user asks for them,
//! - [`columns`] is what the user said of the columns of tables,
//! - [`sample`] is the story that comes with the program,
//! - [`stories`] groups articles into stories, and those of a library into the stories it keeps,
//! - [`compare`] makes a story of articles and compares it,
//! - [`shelves`] shows a library's stories and does what a user does with them, with articles and outlets; each
//!   [`shelves::Edit`] can be undone,
//! - [`decisions`] is what a user rules of findings and links, kept and laid on every comparison,
//! - [`import`] brings files into a [`Library`], which itself lists, searches, backs up and restores;
//!   [`import::import_lasting`] so that a crash does not end it,
//! - [`versions`] are the captures of one address, and what changed between them,
//! - [`show`] tells all that is known of one article, [`export`] takes articles out again,
//! - [`documents`] writes a story as a report,
//! - [`doctor`] says how a library is, and what to do,
//! - [`evaluate`] says how good comparisons are, on stories that people have annotated,
//! - [`home`] is where the user's own stands, [`preferences`] what they set, [`opening`] which libraries they had open.
//!
//! Invariant: no Tauri, no JSON of its own, nothing printed.

mod beside;
mod clock;
pub mod columns;
pub mod compare;
pub mod decisions;
pub mod doctor;
pub mod documents;
pub mod evaluate;
pub mod export;
pub mod fetch;
pub mod files;
mod folders;
pub mod home;
pub mod import;
pub mod opening;
pub mod preferences;
pub mod sample;
mod settings_file;
pub mod shelves;
pub mod show;
mod stopped;
pub mod stories;
pub mod versions;
pub mod workers;

pub use engine::Settings;
pub use home::Home;
pub use ingest::Imported;
pub use library::{
    Act, Card, Counts, Error as LibraryError, FileKept, Filter, Found, Hit, Library, Listed, Outlet, OutletEdit, Query,
    Rulings, Shelf, Snippet, Tally, Turned, Undoable,
};
pub use stopped::Stopped;
pub use story::{ArticleId, Cancelled, ClaimId, DivergenceId, GroupId, Progress, StoryId};
