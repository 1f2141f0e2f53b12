//! What stands within a paragraph.

use crate::document::blocks::{Inline, Line};
use maud::{Markup, html};

pub(super) fn line(line: &Line) -> Markup {
    html! { @for inline in line { (self::inline(inline)) } }
}

fn inline(inline: &Inline) -> Markup {
    html! {
        @match inline {
            Inline::Plain { text } => (text),
            Inline::Name { text } => bdi { (text) },
            Inline::Strong { text } => b { (text) },
            Inline::Soft { text } => span.soft { (text) },
            Inline::Code { text } => code { (text) },
            Inline::Marked { text, kind } => mark class=(kind) { (text) },
            Inline::Sign { sign, kind, about, to } => (self::sign(sign, kind, about, to.as_deref())),
            Inline::Relation { text, relation } => span class={ "relation " (relation) } { (text) },
            Inline::Link { text, to } => a href={ "#" (to) } { (text) },
            Inline::Address { url } => a href=(url) rel="noreferrer noopener" { bdi { (url) } },
            Inline::Removed { text } => del { (text) },
            Inline::Added { text } => ins { (text) },
        }
    }
}

fn sign(sign: &str, kind: &str, about: &str, to: Option<&str>) -> Markup {
    let shown = html! { span class={ "sign " (kind) } title=(about) { (sign) } };
    html! {
        @match to {
            Some(to) => a href={ "#" (to) } { (shown) },
            None => (shown),
        }
    }
}
