//! What a page says about its article beside the text: title, outlet, byline, times, address,
//! language. Structured metadata first, since it keeps the hour and the offset.

use super::{
    headline::{self, is_same_headline, unescaped, without_site},
    linked::{Linked, linked},
    page::Page,
    visible::{Visible, visible},
};
use crate::{
    dates_in_text::moment,
    furniture::{byline, date_line},
    plain::{folded, one_line},
};
use regex::Regex;
use std::sync::LazyLock;
use story::Timestamp;
use story::address::{self, host, without_www};

/// What a page says about its article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) title: String,
    /// What the page shows as its headings of the first level.
    pub(crate) headings: Vec<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) byline: Option<String>,
    /// The part of the site in which it stands.
    pub(crate) section: Option<String>,
    pub(crate) published: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) url: Option<String>,
    /// As declared, such as `en-GB`.
    pub(crate) language: Option<String>,
    /// Whether the page calls itself an article.
    pub(crate) is_article: bool,
    /// Whether the page calls itself a live blog.
    pub(crate) is_live: bool,
    /// Whether the page says that only subscribers see all of it.
    pub(crate) is_for_subscribers: bool,
}

impl Metadata {
    /// Lines above the text that say the headline.
    pub(crate) fn headlines(&self) -> Vec<&str> {
        self.headings.iter().map(String::as_str).chain([self.title.as_str()]).collect()
    }

    /// Whether the page is the first of its site.
    pub(crate) fn is_front_page(&self) -> bool {
        self.url.as_deref().is_some_and(address::is_front_page)
    }
}

/// Reads the metadata of a page; `found` is what the extraction found, for what nothing else tells, and `address` is
/// where the page was found.
pub(crate) fn metadata(html: &str, found: &trafilatura::Metadata, address: Option<&str>) -> Metadata {
    let page = Page::new(html);
    let linked = linked(&page.scripts, &page.titles());
    let is_article = linked.is_some() || page.meta(&["og:type"]).is_some_and(|kind| kind.contains("article"));
    let linked = linked.unwrap_or_default();
    let visible = page.visible(&linked);
    let url = page.url(&linked, address).or(visible.url);
    let outlet = page.outlet(&linked, url.as_deref());
    let published = page.published(&linked, visible.published);
    let published = published.or_else(|| day(found)).or_else(|| url.as_deref().and_then(day_in_url));
    let modified = page.modified(&linked, visible.modified).filter(|modified| is_later(modified, published.as_ref()));
    Metadata {
        title: page.title(&linked, outlet.as_deref(), url.as_deref(), &found.title),
        byline: page.byline(&linked).or(visible.byline).or_else(|| author(&found.author)),
        section: linked
            .section
            .clone()
            .or_else(|| page.meta(&["article:section"]))
            .map(|name| one_line(&unescaped(&name))),
        outlet,
        published,
        modified,
        url,
        language: page.language.clone().or(linked.language).or_else(|| page.meta(&["og:locale", "language"])),
        is_article,
        headings: page.headings,
        is_live: linked.is_live,
        is_for_subscribers: linked.is_free == Some(false),
    }
}

impl Page<'_> {
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
        let told = [linked.headline.clone(), self.meta(&["og:title", "twitter:title"]), self.title.clone()];
        let told: Vec<String> = told
            .into_iter()
            .flatten()
            .map(|title| without_site(&one_line(&unescaped(&title)), &sites))
            .filter(|t| !t.is_empty())
            .collect();
        let is_told = |heading: &&String| told.iter().any(|title| is_same_headline(heading, title));
        self.headings.iter().find(is_told).or(told.first()).cloned().unwrap_or_else(|| one_line(found))
    }

    fn outlet(&self, linked: &Linked, url: Option<&str>) -> Option<String> {
        let host = url.and_then(host);
        let site = outlet_name(self.site());
        let publisher = linked.publisher.as_deref().and_then(outlet_name);
        // Some sites put a rubric where their name belongs; then the address tells whose name it is.
        let is_host = |name: &String| host.is_some_and(|host| folded(host).contains(&folded(name)));
        let site = site.filter(|site| is_host(site) || !publisher.as_ref().is_some_and(is_host));
        let meta = || self.meta(&["dc.publisher", "publisher", "application-name"]).as_deref().and_then(outlet_name);
        let title = self.title.as_deref();
        let behind = title.and_then(|title| headline::site_behind(title, &self.headings));
        let before = title.and_then(|title| headline::site_before(title, &self.headings));
        let is_hosted = |name: &String| host.is_some_and(|host| headline::is_name_of(name, host));
        let hosted = || behind.iter().chain(&before).find(|name| is_hosted(name)).cloned();
        let told = site.or(publisher).or_else(meta).or_else(hosted).or_else(|| host.map(str::to_owned));
        told.or_else(|| behind.clone())
    }

    fn byline(&self, linked: &Linked) -> Option<String> {
        let named: Vec<String> = linked.authors.iter().filter_map(|name| author(name)).collect();
        let meta =
            || self.meta(&["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"]);
        if named.is_empty() { meta().as_deref().and_then(author) } else { Some(unique(named).join(", ")) }
    }

    /// What stands beside the headline: of all pages, since what it shows is often more exact than what is marked.
    fn visible(&self, linked: &Linked) -> Visible {
        let titles = [linked.headline.clone(), self.meta(&["og:title", "twitter:title"])];
        let headlines: Vec<String> = self.headings.iter().cloned().chain(titles.into_iter().flatten()).collect();
        visible(self.html, &headlines)
    }

    fn published(&self, linked: &Linked, seen: Option<Timestamp>) -> Option<Timestamp> {
        let metas = PUBLISHED.iter().filter_map(|name| self.meta(&[name]));
        let times = self.times.iter().filter(|time| is_of_publication(&time.about)).map(|time| time.value.clone());
        // What is shown as a day may carry its hour unseen.
        let shown = self.times.iter().filter(|time| !is_of_change(&time.about));
        let same = shown.filter(|time| seen.is_some() && moment(&time.about) == seen);
        let same: Vec<String> = same.map(|time| time.value.clone()).collect();
        finest(linked.published.iter().cloned().chain(metas).chain(times).chain(seen.map(String::from)).chain(same))
    }

    fn modified(&self, linked: &Linked, seen: Option<Timestamp>) -> Option<Timestamp> {
        let metas = MODIFIED.iter().filter_map(|name| self.meta(&[name]));
        let times = self.times.iter().filter(|time| is_of_change(&time.about)).map(|time| time.value.clone());
        finest(linked.modified.iter().cloned().chain(metas).chain(times).chain(seen.map(String::from)))
    }

    /// The article's address: of several, the first that names more than a host.
    fn url(&self, linked: &Linked, address: Option<&str>) -> Option<String> {
        let og = self.meta(&["og:url"]);
        let told = [self.canonical.as_deref(), og.as_deref(), linked.url.as_deref(), saved_from(self.html), address];
        let told: Vec<&str> = told
            .into_iter()
            .flatten()
            .map(|url| without_archive(url.trim()))
            .filter(|url| is_web_address(url))
            .collect();
        told.iter().find(|url| !address::is_front_page(url)).or(told.first()).map(|&url| url.to_owned())
    }
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

/// Names as metadata gives them: no address, no "By", no date or label behind them.
fn author(name: &str) -> Option<String> {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:[\s;,|]+(?:published|updated|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december))+[\s;,|]*$")
            .expect("a pattern of ours compiles")
    });
    let name = one_line(&unescaped(name));
    let name = byline(&name).unwrap_or(name);
    let name = BEHIND.replace(&name, "").into_owned();
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

fn is_web_address(url: &str) -> bool {
    host(url).is_some_and(|host| host.contains('.'))
}

/// A name as metadata gives it: without slogan, address or handle.
fn outlet_name(name: &str) -> Option<String> {
    let name = one_line(&unescaped(name));
    let name = name.trim_start_matches('@');
    let is_host = name.contains('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let name = if is_host { without_www(name).to_owned() } else { headline::without_slogan(name) };
    (!name.is_empty() && !name.contains("://")).then_some(name)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &str, body: &str) -> Metadata {
        let html = format!("<html><head>{head}</head><body>{body}</body></html>");
        metadata(&html, &trafilatura::Metadata::default(), None)
    }

    fn check_title(head: &str, body: &str, expected: &str) {
        assert_eq!(of(head, body).title, expected, "{head} {body}");
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        let site = r#"<meta property="og:site_name" content="The Alder Post">"#;
        check_title(&format!("{site}<title>Ferry sinks - The Alder Post</title>"), "", "Ferry sinks");
        check_title(&format!("{site}<title>Ferry sinks | World | The Alder Post</title>"), "", "Ferry sinks");
        check_title(&format!("{site}<title>The Alder Post: Ferry sinks</title>"), "", "The Alder Post: Ferry sinks");
        check_title(
            &format!("{site}<title>Ferry sinks - and nobody knows why</title>"),
            "",
            "Ferry sinks - and nobody knows why",
        );
    }

    #[test]
    fn the_headline_that_is_shown_wins_where_a_title_says_the_same() {
        let head = "<title>Ferry sinks off Port Alder in storm; 22 dead - Coast</title>";
        check_title(
            head,
            "<h1>Coast</h1><h1>Ferry sinks off Port Alder in storm</h1>",
            "Ferry sinks off Port Alder in storm",
        );
        let rubric = r#"<meta property="og:title" content="Opinion | Ferries are not safe enough">"#;
        check_title(rubric, "<h1>Ferries are not safe enough</h1>", "Ferries are not safe enough");
        check_title(rubric, "<h1>Coast News</h1>", "Opinion | Ferries are not safe enough");
    }

    #[test]
    fn titles_that_are_escaped_twice_are_read() {
        check_title(
            r#"<meta property="og:title" content="Ferry &amp;amp; pier &amp;#8216;unsafe&amp;#8217;">"#,
            "",
            "Ferry & pier ‘unsafe’",
        );
    }

    #[test]
    fn an_outlet_is_named_by_the_publisher_else_by_its_host() {
        let outlet = |head: &str| of(head, "").outlet;
        assert_eq!(
            outlet(r#"<meta property="og:site_name" content="Alder Post | News from the coast">"#).as_deref(),
            Some("Alder Post")
        );
        assert_eq!(
            outlet(r#"<meta property="og:site_name" content="www.alderpost.example">"#).as_deref(),
            Some("alderpost.example")
        );
        let linked =
            r#"<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Alder Post"}}</script>"#;
        assert_eq!(outlet(linked).as_deref(), Some("Alder Post"));
        assert_eq!(
            outlet(r#"<link rel=canonical href="https://www.alderpost.example/x">"#).as_deref(),
            Some("alderpost.example")
        );
        assert_eq!(outlet(""), None);
    }

    fn check_published(head: &str, body: &str, expected: Option<&str>) {
        assert_eq!(of(head, body).published.map(String::from).as_deref(), expected, "{head} {body}");
    }

    #[test]
    fn times_come_from_wherever_a_page_marks_them() {
        check_published(
            r#"<meta property="article:published_time" content="2021-05-03T22:14:00Z">"#,
            "",
            Some("2021-05-03T22:14:00Z"),
        );
        check_published(r#"<meta name="DC.date.issued" content="2021-05-03">"#, "", Some("2021-05-03"));
        check_published(r#"<meta name="parsely-pub-date" content="1620080040">"#, "", Some("2021-05-03T22:14:00Z"));
        check_published(
            "",
            r#"<time itemprop="datePublished" datetime="2021-05-03T22:14+01:00">Monday</time>"#,
            Some("2021-05-03T22:14+01:00"),
        );
        check_published(
            "",
            r#"<time class="entry-date">3 May 2021, 10.14 pm BST</time>"#,
            Some("2021-05-03T22:14+01:00"),
        );
        check_published("", r#"<ul><li><time datetime="2020-01-01">Teaser</time></ul>"#, None);
    }

    #[test]
    fn the_most_exact_of_equal_times_is_kept() {
        let head = r#"<script type="application/ld+json">{"@type":"Article","datePublished":"2021-05-03"}</script>
            <meta property="article:published_time" content="2021-05-03T22:14:00Z">"#;
        check_published(head, "", Some("2021-05-03T22:14:00Z"));
    }

    #[test]
    fn a_change_before_publication_is_no_change() {
        let times = |modified: &str| {
            let head = format!(
                r#"<meta property="article:published_time" content="2021-05-03T22:14:00Z"><meta property="article:modified_time" content="{modified}">"#
            );
            of(&head, "").modified.map(String::from)
        };
        assert_eq!(times("2021-05-04T01:00:00Z").as_deref(), Some("2021-05-04T01:00:00Z"));
        assert_eq!(times("2021-05-03T22:14:00Z"), None);
        assert_eq!(times("2021-05-01T00:00:00Z"), None);
    }

    #[test]
    fn an_address_that_names_a_page_is_preferred() {
        let url = |head: &str| of(head, "").url;
        let both = r#"<link rel=canonical href="https://alderpost.example/"><meta property="og:url" content="https://alderpost.example/ferry">"#;
        assert_eq!(url(both).as_deref(), Some("https://alderpost.example/ferry"));
        let archived =
            r#"<link rel=canonical href="https://web.archive.org/web/20210504000000/https://alderpost.example/ferry">"#;
        assert_eq!(url(archived).as_deref(), Some("https://alderpost.example/ferry"));
        assert_eq!(url(r#"<link rel=canonical href="/ferry">"#), None);
    }

    #[test]
    fn bylines_are_names() {
        let byline = |content: &str| of(&format!(r#"<meta name="author" content="{content}">"#), "").byline;
        assert_eq!(byline("By Ana Roe").as_deref(), Some("Ana Roe"));
        assert_eq!(byline("https://alderpost.example/ana"), None);
        assert_eq!(byline("admin"), None);
    }
}
