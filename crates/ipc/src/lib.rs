//! What the interface can ask and is told: plain data for Rust and TypeScript.
//!
//! - [`commands!`] is the one list of commands and [`events!`] that of events; from them come the registration in
//!   the shell, the check of every type, and the TypeScript maps of `ui/src/generated/commands.ts`,
//! - [`request`] holds what is asked, [`view`] what is shown, [`Failure`] what went wrong.
//!
//! Invariant: no Tauri and no logic but conversion. Positions leave here as UTF-16 units.

mod commands;
mod failure;
pub mod request;
pub mod view;

pub use failure::{Failure, FailureKind};
