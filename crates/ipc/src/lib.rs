//! What the interface can ask and is told: plain data for Rust and TypeScript.
//!
//! - [`commands!`] is the one list of commands; from it come their registration in the shell, the
//!   check of every command's type, and the TypeScript map `ui/src/generated/commands.ts`,
//! - [`request`] holds what is asked, [`view`] what is shown, [`Failure`] what went wrong.
//!
//! Invariant: no Tauri and no logic but conversion. Positions leave here as UTF-16 units.

mod commands;
mod failure;
pub mod request;
pub mod view;

pub use failure::{Failure, FailureKind};
