//! Keeps the user's collection in one SQLite file: the only SQL of Rashomon.
//!
//! - [`Library`] is the open file: made, opened, refused (`open`), brought up to date (`layout`),
//! - [`Arrival`] and [`Added`]: a file with its articles comes in, in one transaction (`arrivals`),
//! - [`Listed`], [`Filter`], [`FileKept`]: what there is (`articles`, `files`, `addresses`),
//! - [`Query`] and [`Hit`]: full-text search in any script (`search`),
//! - stories and who belongs to them (`stories`), comparisons that need not be made again
//!   (`comparisons`), the [`Card`] of each story and what lies on each [`Shelf`] (`cards`),
//! - what a user does with stories and articles (`shelves`), with their versions (`chosen`), with [`Outlet`]s (`outlets`), and rules on findings
//!   and links (`decisions`): each is an [`Act`] that can be taken back (`journal`),
//! - [`Waiting`] files of an import that is going on (`pending`), what servers sent for fetched pages (`responses`),
//! - backup and restore (`backup`), [`Problem`]s of a file that has suffered (`check`).
//!
//! Invariant: no row type leaves the crate, no clock is read, and whatever was derived (search
//! index, automatic stories, comparisons) can be thrown away and made again. What a user did by
//! hand is never undone by what was found automatically.

mod addresses;
mod arrivals;
mod articles;
mod backup;
mod cards;
mod check;
mod chosen;
mod comparisons;
mod decisions;
mod error;
mod files;
mod journal;
mod layout;
mod open;
mod outlets;
mod pending;
mod responses;
mod search;
mod shelves;
mod stories;

pub use arrivals::{Added, Arrival};
pub use articles::{Filter, Listed, Versions};
pub use cards::{Card, Counts, Shelf, Tally};
pub use check::Problem;
pub use decisions::Rulings;
pub use error::Error;
pub use files::FileKept;
pub use journal::{Act, Turned, Undoable};
pub use open::Library;
pub use outlets::{COLOURS, Outlet, OutletEdit, PATTERNS};
pub use pending::Waiting;
pub use search::{Found, Hit, Query, Snippet};
