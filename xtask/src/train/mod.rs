//! `cargo xtask train`: fits the engine's weights to annotated stories.

mod ablation;
mod alignment;

use crate::steps::Failure;
use clap::ValueEnum;

/// What can be trained.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    /// The probability that two claims report the same thing
    Alignment,
    /// Nothing; says instead what each family of the alignment's features is worth
    Ablation,
    /// The odds that two articles tell one event
    Stories,
}

/// Fits, judges and stores the weights of `what`.
pub(crate) fn train(what: What) -> Result<(), Failure> {
    match what {
        What::Alignment => alignment::train(),
        What::Ablation => ablation::print(),
        What::Stories => crate::stories::train(),
    }
}
