//! What can be done with a library; one module a command.

mod backup;
mod doctor;
mod export;
mod import;
mod list;
mod listing;
mod search;
mod show;

pub(crate) use self::{
    backup::{backup, restore},
    doctor::doctor,
    export::export,
    import::import,
    list::list,
    search::search,
    show::show,
};

use crate::{
    args::{Place, Which},
    exit::Failure,
};
use app::{Filter, Library};
use std::path::PathBuf;

/// The library's file: the one named, else the user's own.
fn path(place: &Place) -> Result<PathBuf, Failure> {
    let own =
        || app::home::library().ok_or_else(|| Failure::Impossible("no home folder is known: give --library".into()));
    place.library.clone().map_or_else(own, Ok)
}

pub(super) fn open(place: &Place) -> Result<Library, Failure> {
    Ok(Library::open(path(place)?)?)
}

fn filter(which: &Which) -> Filter {
    Filter { outlet: which.outlet.clone(), from: which.from.clone(), until: which.until.clone(), kind: None }
}
