//! The parts of a page that metadata stands in, collected in one pass over its tree.

use crate::plain::one_line;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;

/// The parts of a page that metadata stands in.
pub(crate) struct Page<'a> {
    pub(crate) html: &'a str,
    pub(crate) scripts: Vec<String>,
    /// Name or property in lower case, and content, in order.
    pub(crate) metas: Vec<(String, String)>,
    pub(crate) headings: Vec<String>,
    pub(crate) title: Option<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) times: Vec<Time>,
}

/// A `<time>` or an element marked up as a date.
pub(crate) struct Time {
    pub(crate) value: String,
    /// Its `itemprop`, class and text, for what it is the time of.
    pub(crate) about: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        let page = Html::parse_document(html);
        let all = |selector: &Selector| page.select(selector).collect::<Vec<ElementRef>>();
        let words = |element: &ElementRef| one_line(&element.text().collect::<String>());
        Self {
            html,
            scripts: all(&SELECT.scripts).iter().map(|script| script.text().collect()).collect(),
            metas: all(&SELECT.metas).iter().filter_map(meta).collect(),
            headings: all(&SELECT.headings).iter().map(words).filter(|heading| !heading.is_empty()).collect(),
            title: all(&SELECT.title).first().map(words).filter(|title| !title.is_empty()),
            canonical: all(&SELECT.canonical).first().and_then(|link| link.attr("href")).map(str::to_owned),
            language: page.root_element().attr("lang").map(str::to_owned).filter(|lang| !lang.trim().is_empty()),
            times: all(&SELECT.times).iter().filter_map(time).collect(),
        }
    }

    /// The content of the first of `names` that the page has.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.metas.iter().find(|(known, _)| known == name).map(|(_, content)| content.clone()))
    }

    /// The name of the site, or nothing.
    pub(crate) fn site(&self) -> &str {
        self.metas.iter().find(|(name, _)| name == "og:site_name").map_or("", |(_, content)| content)
    }
}

struct Selectors {
    scripts: Selector,
    metas: Selector,
    headings: Selector,
    title: Selector,
    canonical: Selector,
    times: Selector,
}

static SELECT: LazyLock<Selectors> = LazyLock::new(|| {
    let selector = |text: &str| Selector::parse(text).expect("a selector of ours parses");
    Selectors {
        scripts: selector(r#"script[type*="ld+json" i]"#),
        metas: selector("meta[content]"),
        headings: selector("h1"),
        title: selector("head > title, title"),
        canonical: selector(r#"link[rel~="canonical" i][href]"#),
        times: selector(r#"time, [itemprop="datePublished" i], [itemprop="dateModified" i]"#),
    }
});

fn meta(element: &ElementRef) -> Option<(String, String)> {
    let name = ["property", "name", "itemprop"].iter().find_map(|key| element.attr(key))?;
    let content = element.attr("content")?.trim();
    (!content.is_empty()).then(|| (name.trim().to_lowercase(), content.to_owned()))
}

fn time(element: &ElementRef) -> Option<Time> {
    let text = one_line(&element.text().collect::<String>());
    let value = element.attr("datetime").or_else(|| element.attr("content")).unwrap_or(&text).to_owned();
    let attribute = |name: &str| element.attr(name).unwrap_or("").to_lowercase();
    let marked = if element.attr("pubdate").is_some() { "datepublished" } else { "" };
    let about = format!("{} {} {} {marked}", attribute("itemprop"), attribute("class"), text.to_lowercase());
    Some(Time { value, about }).filter(|time| !time.value.trim().is_empty())
}
