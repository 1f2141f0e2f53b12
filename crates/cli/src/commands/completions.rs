//! `rashomon completions`: what a shell needs to complete command lines.

use crate::{
    args::{Completions, Rashomon},
    exit::{Failure, Outcome},
    output,
};
use clap::CommandFactory;

pub(crate) fn run(args: &Completions) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Rashomon::command(), "rashomon", &mut script);
    output::write(&script)?;
    Ok(Outcome::Done)
}
