//! Turns the bytes of any file into articles and a list of what was odd about it.
//!
//! - [`read`] is the way in,
//! - [`Bounds`] say how much work one file may cause,
//! - [`formats`] is the list of formats, one line a format, one module a format.
//!
//! Invariant: no database, no network; malformed input is data, never a panic. Every file gives
//! articles, or at least one oddity that says why not and what to do.

mod bounds;
mod formats;

pub use bounds::Bounds;
use story::{Article, Importer, Oddity, Sha256, Source};

/// What was found in one file or in many.
#[derive(Debug, Default)]
pub struct Imported {
    pub articles: Vec<Article>,
    pub oddities: Vec<Oddity>,
}

/// Reads one file. `name` is its name as the user gave it; `bytes` is all of it.
pub fn read(name: &str, bytes: &[u8], bounds: &Bounds) -> Imported {
    let mut imported = Imported::default();
    let sha256 = Sha256::of(bytes);
    let file = formats::File { name, bytes, bounds };
    let format = formats::told_by(&file);
    let outlet = outlet_by_name(name);
    match (format.read)(&file) {
        Ok(found) => {
            for (entry, draft) in found.drafts {
                let source = Source { path: name.to_owned(), entry };
                let importer = Importer { name: format.name.into(), version: format.version };
                imported.articles.push(Article::from_draft(draft, &outlet, sha256.clone(), source, importer));
            }
            imported.oddities.extend(found.oddities);
        }
        Err(oddity) => imported.oddities.push(oddity),
    }
    imported
}

/// The file's name without folders and ending: the outlet where nothing better is known.
fn outlet_by_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
}
