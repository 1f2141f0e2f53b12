//! What was compared, exactly enough to be had again: addresses, files, hashes, readers.

use super::{
    blocks::{Block, Inline, Line, Section},
    composition::Composition,
};
use crate::{
    plain,
    synopsis::{Column, moment},
};

pub(super) fn section(of: &Composition) -> Option<Section> {
    let columns = of.synopsis.columns.iter().enumerate();
    of.section("articles", columns.flat_map(|(place, column)| article(of, place + 1, column)).collect())
}

fn article(of: &Composition, number: usize, column: &Column) -> [Block; 2] {
    let head = Block::Heading { id: Some(format!("article-{number}")), line: vec![Inline::name(&column.label)] };
    let facts = facts(of, column).into_iter();
    [head, Block::Pairs { pairs: facts.map(|(name, line)| (of.say(name), line)).collect() }]
}

fn facts(of: &Composition, column: &Column) -> Vec<(&'static str, Line)> {
    let article = column.article;
    let name = |text: &str| vec![Inline::name(text)];
    let mut facts = vec![("title", vec![Inline::strong(&article.title)])];
    facts.extend(article.byline.as_deref().map(|byline| ("byline", name(byline))));
    facts.extend(article.section.as_deref().map(|section| ("section", name(section))));
    facts.extend(article.published.as_ref().map(|time| ("published", name(&moment(time)))));
    facts.extend(article.modified.as_ref().map(|time| ("modified", name(&moment(time)))));
    facts.extend(article.url.as_deref().map(|url| ("address", vec![Inline::address(url)])));
    let characters = of.count("characters-count", article.body.chars().count());
    facts.push(("language", vec![Inline::name(&article.language), Inline::plain(&format!(", {characters}"))]));
    if !article.source.path.is_empty() {
        let entry = of.count("entry", article.source.entry);
        facts.push(("file", vec![Inline::name(&article.source.path), Inline::plain(&format!(", {entry}"))]));
    }
    facts.extend(article.source.member.as_deref().map(|member| ("member", name(member))));
    facts.push(("sha256", vec![Inline::Code { text: plain::line(&article.sha256.0) }]));
    let imported = of.synopsis.account.imported.and_then(|imported| imported.get(&article.sha256));
    facts.extend(imported.map(|time| ("imported", name(&moment(time)))));
    let importer = format!("{} {}", article.importer.name, article.importer.version);
    facts.push(("importer", name(&importer)));
    facts
}
