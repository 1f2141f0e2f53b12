//! What a page says about its article beside the text: title, outlet, byline, times, address,
//! language. Structured metadata first, since it keeps the hour and the offset.

use super::linked::{Linked, linked};
use crate::{
    address::{self, host, without_www},
    dates_in_text::moment,
    furniture::{byline, date_line},
    plain::{folded, one_line},
};
use regex::Regex;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;
use story::Timestamp;

/// What a page says about its article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) title: String,
    pub(crate) outlet: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) url: Option<String>,
    /// As declared, such as `en-GB`.
    pub(crate) language: Option<String>,
    /// Whether the page calls itself an article.
    pub(crate) is_article: bool,
    /// Whether the page says that only subscribers see all of it.
    pub(crate) is_for_subscribers: bool,
}

impl Metadata {
    /// Whether the page is the first of its site.
    pub(crate) fn is_front_page(&self) -> bool {
        self.url.as_deref().is_some_and(address::is_front_page)
    }
}

/// Reads the metadata of a page; `found` is what the extraction found, for what nothing else tells.
pub(crate) fn metadata(html: &str, found: &trafilatura::Metadata) -> Metadata {
    let page = Page::new(html);
    let linked = linked(&page.scripts, &page.titles());
    let is_article = linked.is_some() || page.meta(&["og:type"]).is_some_and(|kind| kind.contains("article"));
    let linked = linked.unwrap_or_default();
    let url = page.url(&linked);
    let outlet = page.outlet(&linked, url.as_deref());
    let published = page.published(&linked).or_else(|| day(found)).or_else(|| url.as_deref().and_then(day_in_url));
    let modified = page.modified(&linked).filter(|modified| is_later(modified, published.as_ref()));
    Metadata {
        title: page.title(&linked, outlet.as_deref(), url.as_deref(), &found.title),
        byline: page.byline(&linked).or_else(|| author(&found.author)),
        outlet,
        published,
        modified,
        url,
        language: page.language.clone().or(linked.language).or_else(|| page.meta(&["og:locale", "language"])),
        is_article,
        is_for_subscribers: linked.is_free == Some(false),
    }
}

/// The parts of a page that metadata stands in.
struct Page<'a> {
    html: &'a str,
    scripts: Vec<String>,
    /// Name or property in lower case, and content, in order.
    metas: Vec<(String, String)>,
    headings: Vec<String>,
    title: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
    times: Vec<Time>,
}

/// A `<time>` or an element marked up as a date.
struct Time {
    value: String,
    /// Its `itemprop`, class and text, for what it is the time of.
    about: String,
}

impl<'a> Page<'a> {
    fn new(html: &'a str) -> Self {
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
    fn meta(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.metas.iter().find(|(known, _)| known == name).map(|(_, content)| content.clone()))
    }

    /// Everything that may be the page's title, to look headlines up in.
    fn titles(&self) -> String {
        let meta = self.meta(&["og:title", "twitter:title"]);
        let parts = self.headings.iter().chain(&self.title).chain(&meta);
        parts.map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// The headline as the page shows it, where one of the titles says the same; else the first
    /// title there is, without the name of the site.
    fn title(&self, linked: &Linked, outlet: Option<&str>, url: Option<&str>, found: &str) -> String {
        let sites: Vec<String> = [outlet, linked.publisher.as_deref(), url.and_then(host), Some(self.site())]
            .into_iter()
            .flatten()
            .map(folded)
            .filter(|site| !site.is_empty())
            .collect();
        let told = [
            linked.headline.clone(),
            self.meta(&["og:title", "twitter:title"]),
            self.title.clone(),
            Some(found.into()),
        ];
        let told: Vec<String> = told
            .into_iter()
            .flatten()
            .map(|title| without_site(&one_line(&unescaped(&title)), &sites))
            .filter(|t| !t.is_empty())
            .collect();
        let is_told = |heading: &&String| told.iter().any(|title| is_same_headline(heading, title));
        self.headings.iter().find(is_told).or(told.first()).or(self.headings.first()).cloned().unwrap_or_default()
    }

    fn site(&self) -> &str {
        self.metas.iter().find(|(name, _)| name == "og:site_name").map_or("", |(_, content)| content)
    }

    fn outlet(&self, linked: &Linked, url: Option<&str>) -> Option<String> {
        let site = Some(self.site().to_owned()).filter(|site| !site.is_empty());
        let told = site
            .or_else(|| linked.publisher.clone())
            .or_else(|| self.meta(&["dc.publisher", "publisher", "application-name"]));
        let told =
            told.map(|name| one_line(&unescaped(&name))).filter(|name| !name.is_empty() && !name.contains("://"));
        told.map(|name| if looks_like_host(&name) { without_www(&name).to_owned() } else { without_slogan(&name) })
            .or_else(|| url.and_then(host).map(str::to_owned))
    }

    fn byline(&self, linked: &Linked) -> Option<String> {
        let named: Vec<String> = linked.authors.iter().filter_map(|name| author(name)).collect();
        let meta =
            || self.meta(&["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"]);
        if named.is_empty() { meta().as_deref().and_then(author) } else { Some(unique(named).join(", ")) }
    }

    fn published(&self, linked: &Linked) -> Option<Timestamp> {
        let metas = PUBLISHED.iter().filter_map(|name| self.meta(&[name]));
        let times = self.times.iter().filter(|time| is_of_publication(&time.about)).map(|time| time.value.clone());
        finest(linked.published.iter().cloned().chain(metas).chain(times))
    }

    fn modified(&self, linked: &Linked) -> Option<Timestamp> {
        let metas = MODIFIED.iter().filter_map(|name| self.meta(&[name]));
        let times = self.times.iter().filter(|time| is_of_change(&time.about)).map(|time| time.value.clone());
        finest(linked.modified.iter().cloned().chain(metas).chain(times))
    }

    /// The article's address: of several, the first that names more than a host.
    fn url(&self, linked: &Linked) -> Option<String> {
        let og = self.meta(&["og:url"]);
        let told = [self.canonical.as_deref(), og.as_deref(), linked.url.as_deref(), saved_from(self.html)];
        let told: Vec<&str> = told
            .into_iter()
            .flatten()
            .map(|url| without_archive(url.trim()))
            .filter(|url| is_web_address(url))
            .collect();
        told.iter().find(|url| !address::is_front_page(url)).or(told.first()).map(|&url| url.to_owned())
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

fn is_of_change(about: &str) -> bool {
    ["datemodified", "modified", "updated"].iter().any(|word| about.contains(word)) && !about.contains("datepublished")
}

/// Only what is marked as such, since a page has many other times: of teasers, of comments.
fn is_of_publication(about: &str) -> bool {
    ["datepublished", "published", "pubdate", "entry-date", "post-date", "article-date"]
        .iter()
        .any(|word| about.contains(word))
        && !about.contains("datemodified")
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "publishedtime",
    "date.published",
    "published-date",
    "article_date_original",
    "originalpublicationdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "displaydate",
    "date",
];

const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "article.updated",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revision_date",
    "updated_time",
];

/// The first moment that is told, as exactly as any other that says the same tells it.
fn finest(told: impl Iterator<Item = String>) -> Option<Timestamp> {
    let mut told = told.filter_map(|value| moment(&value));
    let first = told.next()?;
    Some(told.fold(first, |best, other| if other.as_str().starts_with(best.as_str()) { other } else { best }))
}

fn is_later(modified: &Timestamp, published: Option<&Timestamp>) -> bool {
    published.is_none_or(|published| modified != published && modified.instant() >= published.instant())
}

/// The day that the extraction found in the page.
fn day(found: &trafilatura::Metadata) -> Option<Timestamp> {
    found.date.and_then(|date| Timestamp::parse(&date.to_string()))
}

/// `/2022/04/12/` or `/2022-04-12-` in an address.
fn day_in_url(url: &str) -> Option<Timestamp> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[/_-]((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:[/_.-]|$)").expect("a pattern of ours compiles")
    });
    let captures = DAY.captures(url)?;
    Timestamp::parse(&format!("{}-{}-{}", &captures[1], &captures[2], &captures[3]))
}

/// A name as metadata gives it: no address, no "By", no date.
fn author(name: &str) -> Option<String> {
    let name = one_line(&unescaped(name));
    let name = byline(&name).unwrap_or(name);
    let is_name =
        name.chars().any(char::is_alphabetic) && !name.contains("://") && !name.contains('@') && name.len() <= 200;
    (is_name && !name.eq_ignore_ascii_case("admin") && date_line(&name).is_none()).then_some(name)
}

fn unique(names: Vec<String>) -> Vec<String> {
    names.into_iter().fold(Vec::new(), |mut kept, name| {
        if !kept.contains(&name) {
            kept.push(name);
        }
        kept
    })
}

/// Whether a heading says what a title says: the same letters, or all of a title that
/// goes on or has a rubric before it.
fn is_same_headline(heading: &str, title: &str) -> bool {
    let (heading, title) = (folded(heading), folded(title));
    let long_enough = heading.len() >= 20 && title.len() >= 20;
    !heading.is_empty()
        && (heading == title
            || (long_enough
                && (title.starts_with(&heading) || title.ends_with(&heading) || heading.starts_with(&title))))
}

/// `Ferry sinks | The Alder Post` without the site, and without the rubrics before it.
fn without_site(title: &str, sites: &[String]) -> String {
    static PARTED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\s+[|·•»–—-]\s+|\s*[|»]\s*|\s*::\s*").expect("a pattern of ours compiles"));
    let cuts: Vec<(usize, usize)> = PARTED.find_iter(title).map(|cut| (cut.start(), cut.end())).collect();
    let is_site = |part: &str| {
        let part = folded(part);
        !part.is_empty()
            && sites.iter().any(|site| {
                *site == part
                    || (part.len() >= 5 && site.starts_with(&part))
                    || (site.len() >= 5 && part.starts_with(site.as_str()))
            })
    };
    if let Some(&(start, end)) = cuts.last().filter(|&&(_, end)| is_site(&title[end..])) {
        // Between bars, what stands before the site is a rubric.
        let bar = &title[start..end];
        let first = cuts.iter().find(|&&(s, e)| bar.contains('|') && title[s..e] == *bar).map_or(start, |cut| cut.0);
        return title[..first].trim().to_owned();
    }
    match cuts.first() {
        Some(&(start, end)) if is_site(&title[..start]) => title[end..].trim().to_owned(),
        _ => title.to_owned(),
    }
}

/// Metadata is sometimes escaped twice.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let fragment = Html::parse_fragment(&text.replace('<', "&lt;"));
    fragment.root_element().text().collect()
}

fn is_web_address(url: &str) -> bool {
    host(url).is_some_and(|host| host.contains('.'))
}

/// `The Alder Post | News from the coast` without what follows the name.
fn without_slogan(name: &str) -> String {
    let parts = name.split(['|', '•', '»']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – "));
    parts.map(str::trim).find(|part| !part.is_empty()).unwrap_or(name).to_owned()
}

fn looks_like_host(name: &str) -> bool {
    name.contains('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

/// The address of the page itself, for one saved from a web archive.
fn without_archive(url: &str) -> &str {
    static ARCHIVE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^https?://web\.archive\.org/web/\d+[a-z_]*/").expect("a pattern of ours compiles")
    });
    ARCHIVE.find(url).map_or(url, |archive| &url[archive.end()..])
}

/// The address that browsers write into a page when they save it.
fn saved_from(html: &str) -> Option<&str> {
    static SAVED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(https?://[^\s>]+)")
            .expect("a pattern of ours compiles")
    });
    SAVED.captures(html).and_then(|captures| captures.get(1)).map(|url| url.as_str())
}
