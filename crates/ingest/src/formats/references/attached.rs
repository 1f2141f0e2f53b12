//! Files attached to references.

use super::{File, Found, Reference};
use crate::formats::Inner;
use story::{Draft, Oddity, Remedy};

/// Reads the first of the attached files that holds an article.
pub(super) fn read(file: &File, entry: usize, reference: &Reference, found: &mut Found) {
    let mut held: Vec<Inner> = Vec::new();
    for name in &reference.files {
        let Some(bytes) = file.nesting.beside(name) else { continue };
        let mut inner = file.open(entry, name, &bytes);
        if has_article(&inner.found) {
            if let [(_, draft)] = inner.found.drafts.as_mut_slice() {
                *draft = over(&reference.draft, std::mem::take(draft));
            }
            found.inner.push(inner);
            return;
        }
        held.push(inner);
    }
    if held.is_empty() {
        let what =
            format!("The file “{}” that is attached to a reference was not found beside the list.", reference.files[0]);
        let advice = "Import the list together with the folder of its files, or both in one ZIP.";
        found.oddities.push(Oddity::about(file.name, Remedy::FetchAgain, what, advice).at(entry));
    }
    found.inner.extend(held);
}

fn has_article(found: &Found) -> bool {
    !found.drafts.is_empty() || found.inner.iter().any(|inner| has_article(&inner.found))
}

/// What the reference says, and what only the file says.
fn over(reference: &Draft, draft: Draft) -> Draft {
    let reference = reference.clone();
    Draft {
        title: if reference.title.is_empty() { draft.title } else { reference.title },
        byline: reference.byline.or(draft.byline),
        section: reference.section.or(draft.section),
        // The file may know the hour of the same day.
        published: match (reference.published, draft.published) {
            (Some(said), Some(known)) if known.as_str().starts_with(said.as_str()) => Some(known),
            (said, known) => said.or(known),
        },
        modified: draft.modified,
        language: draft.language.or(reference.language),
        paragraphs: draft.paragraphs,
        outlet: reference.outlet.or(draft.outlet),
        url: reference.url.or(draft.url),
    }
}
