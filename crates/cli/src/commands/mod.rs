//! Does what was typed; one module a command.

mod compare;
mod completions;
mod evaluate;
mod extract;
mod library;
mod manual;
mod reports;
mod stories;

use crate::{
    args::{Command, Rashomon},
    exit::{Failure, Outcome},
    progress::{self, Bar},
};

pub(crate) fn run(rashomon: &Rashomon) -> Result<Outcome, Failure> {
    progress::listen_to_ctrl_c();
    let bar = Bar::new(rashomon.quiet);
    match &rashomon.command {
        Command::Compare(args) => compare::run(args, &bar),
        Command::Stories(args) => stories::run(args, &bar),
        Command::Extract(args) => extract::run(args, &bar),
        Command::Evaluate(args) => evaluate::run(args, &bar),
        Command::Import(args) => library::import(args, &bar),
        Command::List(args) => library::list(args, &bar),
        Command::Search(args) => library::search(args),
        Command::Report(args) => reports::run(args, &bar),
        Command::Show(args) => library::show(args),
        Command::Export(args) => library::export(args),
        Command::Backup(args) => library::backup(args),
        Command::Restore(args) => library::restore(args),
        Command::Doctor(args) => library::doctor(args),
        Command::Completions(args) => completions::run(args),
        Command::Manual => manual::run(),
    }
}
