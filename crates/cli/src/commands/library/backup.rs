//! `rashomon backup` and `rashomon restore`.

use super::{open, path};
use crate::{
    args::{Backup, Restore},
    exit::{Failure, Outcome},
    say,
};
use app::Library;

pub(crate) fn backup(args: &Backup) -> Result<Outcome, Failure> {
    open(&args.place)?.backup(&args.file)?;
    Ok(Outcome::Done)
}

pub(crate) fn restore(args: &Restore) -> Result<Outcome, Failure> {
    if let Some(aside) = Library::restore(&args.file, path(&args.place)?)? {
        say::note(format!("what was there is now {}", aside.display()));
    }
    Ok(Outcome::Done)
}
