//! What a reader needs to check the rest: omissions, origins, articles, method.

use super::{name, sign, synoptic::anchor};
use crate::{
    plain,
    synopsis::{Column, Row, Synopsis, letter, many, moment},
};
use maud::{Markup, html};
use story::Kind;

pub(super) fn sections(synopsis: &Synopsis) -> Markup {
    html! { (omissions(synopsis)) (origins(synopsis)) (articles(synopsis)) (method(synopsis)) }
}

fn omissions(synopsis: &Synopsis) -> Markup {
    let lacked = |column: usize| -> Vec<&Row> {
        synopsis.rows.iter().filter(|row| row.holes().any(|hole| hole == column)).collect()
    };
    html! {
        section #omissions {
            h2 { "Omissions" }
            p.about { "Rows of the table that were not found in an article. Not found is not the same as denied." }
            dl.pairs {
                @for (place, column) in synopsis.columns.iter().enumerate() {
                    dt { (name(&column.label)) }
                    dd {
                        @let rows = lacked(place);
                        @if rows.is_empty() { "none" }
                        @else { (rows.len()) " of " (synopsis.rows.len()) ": " }
                        @for row in rows { a.row href={ "#" (anchor(row)) } { (row.number) } " " }
                    }
                }
            }
        }
    }
}

fn origins(synopsis: &Synopsis) -> Markup {
    let origins = &synopsis.account.comparison.origins;
    html! {
        section #origins {
            h2 { "Origins" }
            p.about { "Articles that share one text, such as wire copy and reprints, count as one origin: they do not confirm each other." }
            @if origins.is_empty() { p.none { "No two articles share a text." } }
            @else {
                ul {
                    @for origin in origins {
                        li {
                            @for (index, column) in synopsis.sharing(origin).iter().enumerate() {
                                @if index > 0 { " = " } (name(&column.label))
                            }
                            span.about { " " (format!("{:.0}", origin.overlap * 100.0)) " % of the text in common" }
                        }
                    }
                }
            }
        }
    }
}

fn articles(synopsis: &Synopsis) -> Markup {
    html! {
        section #articles {
            h2 { "Articles" }
            @for column in &synopsis.columns { (article(column)) }
        }
    }
}

fn article(column: &Column) -> Markup {
    let article = column.article;
    let optional = |label: &str, value: Option<&str>| {
        html! { @if let Some(value) = value { dt { (label) } dd { (name(value)) } } }
    };
    html! {
        div.account {
            h3 { (name(&column.label)) }
            p.headline dir="auto" lang=(plain::line(&article.language)) { (plain::line(&article.title)) }
            dl.pairs {
                (optional("by", article.byline.as_deref()))
                (optional("published", article.published.as_ref().map(moment).as_deref()))
                (optional("modified", article.modified.as_ref().map(moment).as_deref()))
                @if let Some(url) = article.url.as_deref() { dt { "address" } dd { (address(url)) } }
                dt { "language" } dd { (name(&article.language)) ", " (many(article.body.chars().count(), "character")) }
                dt { "file" } dd { (name(&article.source.path)) ", entry " (article.source.entry) }
                dt { "SHA-256" } dd { code { (article.sha256) } }
                dt { "read by" } dd { (name(&article.importer.name)) " " (article.importer.version) }
            }
        }
    }
}

/// A link only where it leads to a page, and to nothing that runs.
fn address(url: &str) -> Markup {
    let lower = url.trim().to_ascii_lowercase();
    let leads_to_a_page = lower.starts_with("https://") || lower.starts_with("http://");
    html! {
        @if leads_to_a_page { a href=(plain::line(url.trim())) rel="noreferrer noopener" { (name(url)) } }
        @else { (name(url)) }
    }
}

fn method(synopsis: &Synopsis) -> Markup {
    let comparison = synopsis.account.comparison;
    let (engine, filter) = (&comparison.engine, &synopsis.filter);
    html! {
        section #method {
            h2 { "Method" }
            p {
                "Rashomon says where accounts diverge, never who is right. Sentences and clauses of the articles that report \
                 the same thing form a row; within a row readings of one facet are compared. The same articles, engine \
                 and settings give this document again, byte for byte."
            }
            dl.pairs {
                dt { "engine" } dd { (plain::line(&engine.version)) }
                dt { "model" } dd { (plain::line(&engine.model)) }
                @for (setting, value) in &engine.settings { dt { (plain::line(setting)) } dd { (value) } }
                dt { "shown" } dd {
                    (synopsis.rows.len()) " of " (many(comparison.groups.len(), "row"))
                    @if !filter.kinds.is_empty() {
                        "; only " (filter.kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", "))
                    }
                    @if filter.min_score > 0.0 { "; scores from " (filter.min_score) }
                }
                dt { "score" } dd { "the estimated probability, 0 to 1, that a finding is right" }
                dt { "conflict" } dd { "the readings cannot both be true as stated" }
                dt { "differs" } dd { "the readings are compatible, but a reader would learn something else" }
                dt { "update" } dd { "the later reading replaces the earlier, by its time or by publication" }
                dt { "signs" } dd {
                    @for kind in Kind::ALL { (sign(kind, &letter(kind).to_string())) " " (kind.name()) " " }
                }
                dt { "characters" } dd { "count from 0 in the text of the article as it was read, paragraphs parted by an empty line" }
            }
        }
    }
}
