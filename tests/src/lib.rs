//! The whole product: files in, comparison out.
//!
//! - [`suite`] runs every `.story` of tests/suite: a fixture and what is found in it, as text,
//! - [`sample`] compares the sample story with its golden text,
//! - [`seed`] reads an article as people really paste it,
//! - [`accuracy`] holds what reports tell of it to what is published,
//! - [`shape`] keeps the crates in their order: who may use whom.
//!
//! The real window is driven by tests/window.
#![cfg(test)]

mod accuracy;
mod sample;
mod seed;
mod shape;
mod suite;
