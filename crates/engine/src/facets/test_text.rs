//! One sentence as the facets see it, for their tests.

use super::quotations::{self, Quotation};
use crate::text::{Claim, Text};
use story::{Article, Draft, Importer, Sha256, Source};

/// Calls `look` on the first claim of an article whose body is `text`.
pub(crate) fn claim_of(text: &str, look: impl FnOnce(&Claim, &[Quotation])) {
    let article = article("a", text);
    let text = Text::of(0, &article);
    look(&text.claims[0], &quotations::find(&text)[0]);
}

/// An article of `outlet` with this body.
pub(crate) fn article(outlet: &str, body: &str) -> Article {
    let paragraphs = body.split('\n').map(str::to_owned).collect();
    let draft = Draft { paragraphs, language: Some("en".into()), ..Draft::default() };
    let source = Source { path: "a.txt".into(), entry: 1, member: None };
    Article::from_draft(draft, outlet, Sha256::of(b""), source, Importer { name: "text".into(), version: 1 })
}
