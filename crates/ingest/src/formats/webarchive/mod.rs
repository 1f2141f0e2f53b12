//! Pages saved by Safari: a property list that holds the page and all that belongs to it.

mod plist;

use super::{
    File, Found,
    web::{self, Saved},
};
use plist::Resource;
use story::{Oddity, Remedy};

/// Whether the bytes are a property list that speaks of a page.
pub(crate) fn is_webarchive(file: &File) -> bool {
    const KEY: &[u8] = b"WebMainResource";
    let is_list = file.bytes.starts_with(plist::BINARY) || plist::is_xml(file);
    is_list && file.bytes.windows(KEY.len()).any(|window| window == KEY)
}

pub(crate) fn read_webarchive(file: &File) -> Result<Found, Oddity> {
    let resource = plist::main_resource(file).filter(|resource| !resource.bytes.trim_ascii().is_empty());
    let Some(Resource { bytes, url, charset, kind }) = resource else { return Err(damaged(file)) };
    if kind.as_deref().is_some_and(|kind| !kind.contains("html")) {
        let what = format!("What Safari saved is no page but “{}”.", kind.unwrap_or_default());
        return Err(Oddity::about(
            file.name,
            Remedy::Convert,
            what,
            "Save the file itself, or the page that shows it.",
        ));
    }
    let saved = Saved { bytes: &bytes, address: url.as_deref(), charset: charset.as_deref() };
    let (draft, oddities) = web::read_saved(file, &saved)?;
    Ok(Found { drafts: vec![(1, draft)], oddities, ..Found::default() })
}

fn damaged(file: &File) -> Oddity {
    let what = "The saved page is damaged or cut short: no page is in it.";
    Oddity::about(file.name, Remedy::FetchAgain, what, "Open the article in Safari and save it again.")
}

#[cfg(test)]
mod tests;
