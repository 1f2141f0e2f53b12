//! `cargo xtask train`: fits the engine's weights to annotated stories.

mod ablation;
mod alignment;
mod divergences;
mod syntax;

use crate::steps::Failure;
use clap::ValueEnum;
use std::path::Path;

/// What can be trained.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    /// The probability that two claims report the same thing
    Alignment,
    /// Nothing; says instead what each family of the alignment's features is worth
    Ablation,
    /// The probability that a careful reader notes a divergence between two mentions
    Divergences,
    /// The odds that two articles tell one event
    Stories,
    /// The grammar of a sentence, from sentences that another parser has read
    Syntax,
}

/// Fits, judges and stores the weights of `what`.
pub(crate) fn train(what: What, quick: bool, examples: Option<&Path>) -> Result<(), Failure> {
    match what {
        What::Alignment => alignment::train(),
        What::Divergences => divergences::train(quick, examples),
        What::Ablation => ablation::print(),
        What::Stories => crate::stories::train(),
        What::Syntax => syntax::train(),
    }
}
