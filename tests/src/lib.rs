//! The whole product: files in, comparison out.
//!
//! - [`suite`] runs every `.story` of tests/suite: a fixture and what is found in it, as text,
//! - [`shape`] keeps the crates in their order: who may use whom.
//!
//! The real window is driven by tests/window.
#![cfg(test)]

mod shape;
mod suite;
