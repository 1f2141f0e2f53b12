//! How deep tags nest, told by one linear scan before any parser sees them.
//!
//! A page of 120 kB with 20,000 nested tags keeps every HTML parser busy for seconds to minutes,
//! and a deeper one overflows the stack of some, which no program survives.

use std::collections::BTreeMap;

/// Whether tags nest deeper than `bound`, or so many formatting tags are left open across blocks
/// that a parser would repeat more than `bound` of them in each block that follows.
pub(crate) fn nests_deeper(html: &str, bound: usize) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut repeated: BTreeMap<&str, usize> = BTreeMap::new();
    let mut repeats = 0;
    for tag in Tags::new(html) {
        let name = tag.name.to_ascii_lowercase();
        if tag.closes {
            if counts.get(&name).is_none_or(|&count| count == 0) {
                continue;
            }
            while let Some(inner) = open.pop() {
                let inner_name = name_of(inner).to_ascii_lowercase();
                counts.entry(inner_name.clone()).and_modify(|count| *count -= 1);
                if inner_name == name {
                    break;
                }
                // A parser repeats at most three that are alike.
                let alike = repeated.entry(inner).or_default();
                if FORMATTING.contains(&inner_name.as_str()) && *alike < 3 {
                    *alike += 1;
                    repeats += 1;
                }
            }
        } else if !tag.closes_itself && !SHALLOW.contains(&name.as_str()) {
            open.push(tag.whole);
            *counts.entry(name).or_default() += 1;
        }
        if open.len() > bound || repeats > bound {
            return true;
        }
    }
    false
}

/// Tags that never hold others, and those that a parser closes by itself: their depth is that of
/// the tags around them.
const SHALLOW: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track",
    "wbr", "a", "body", "button", "colgroup", "dd", "dt", "form", "head", "html", "li", "nobr", "optgroup", "option",
    "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Tags that a parser opens again in the next block when they were not closed.
const FORMATTING: &[&str] = &["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// Tags whose content is text.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

struct Tag<'a> {
    /// From `<` to `>`.
    whole: &'a str,
    name: &'a str,
    closes: bool,
    closes_itself: bool,
}

/// The tags of a page in order, without comments, declarations and what stands in scripts.
struct Tags<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Tags<'a> {
    fn new(html: &'a str) -> Self {
        Self { html, at: 0 }
    }

    /// Moves behind the next `needle`, or to the end.
    fn skip_behind(&mut self, needle: &str) {
        self.at = self.html[self.at..].find(needle).map_or(self.html.len(), |found| self.at + found + needle.len());
    }

    /// Moves to the closing tag of a raw tag, in any case of letters.
    fn skip_raw(&mut self, name: &str) {
        let bytes = self.html.as_bytes();
        while let Some(found) = self.html[self.at..].find("</") {
            let start = self.at + found;
            let after = &bytes[start + 2..];
            if after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                self.at = start;
                return;
            }
            self.at = start + 2;
        }
        self.at = self.html.len();
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let start = self.at + self.html[self.at..].find('<')?;
            let rest = &self.html[start + 1..];
            let closes = rest.starts_with('/');
            let name = name_of(&self.html[start..]);
            if name.is_empty() {
                self.at = start + 1;
                match rest {
                    _ if rest.starts_with("!--") => self.skip_behind("-->"),
                    _ if rest.starts_with(['!', '?', '/']) => self.skip_behind(">"),
                    _ => {}
                }
                continue;
            }
            let end = end_of_tag(self.html, start);
            self.at = end;
            let whole = &self.html[start..end];
            if !closes && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                self.skip_raw(name);
                continue;
            }
            // Only foreign content (svg, math) may close itself; HTML ignores the slash.
            let closes_itself = whole.ends_with("/>") && name.contains(|c: char| !c.is_ascii_alphanumeric());
            return Some(Tag { whole, name, closes, closes_itself });
        }
    }
}

/// The name in `<name …` or `</name …`; empty if this is no tag.
fn name_of(tag: &str) -> &str {
    let name = tag[1..].strip_prefix('/').unwrap_or(&tag[1..]);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len());
    &name[..end]
}

/// Behind the `>` that ends the tag at `start`, quoted values skipped.
fn end_of_tag(html: &str, start: usize) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (n, &byte) in html.as_bytes()[start..].iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return start + n + 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, bound: usize, expected: bool) {
        let start: String = html.chars().take(60).collect();
        assert_eq!(nests_deeper(html, bound), expected, "{start}… at {bound}");
    }

    #[test]
    fn nested_tags_count() {
        check("<div><div><div></div></div></div>", 3, false);
        check("<div><div><div></div></div></div>", 2, true);
        check(&"<div>".repeat(20_000), 512, true);
        check(&"<svg><g/>".repeat(20_000), 512, true);
    }

    #[test]
    fn tags_beside_each_other_do_not() {
        check(&"<div><span>a</span></div>".repeat(20_000), 3, false);
        check(&"<p>a<br>b<li>c<td>d".repeat(20_000), 3, false);
    }

    #[test]
    fn what_is_no_tag_is_not_counted() {
        check("<!-- <div><div><div> --><script>'<div><div><div>'</script><b title='<i><i>'>a < b</b>", 1, false);
        check("<SCRIPT>if (a<b && c</script>", 1, false);
    }

    #[test]
    fn a_stray_end_hides_nothing() {
        check(&"<div></x>".repeat(600), 512, true);
    }

    #[test]
    fn open_formatting_is_repeated_by_parsers_and_so_counts() {
        let tags: String = (0..600).map(|n| format!("<div><font size={n}></div>")).collect();
        check(&tags, 512, true);
        check(&"<div><font size=1></div>".repeat(600), 512, false);
    }

    #[test]
    fn a_page_that_ends_in_a_tag_is_read_to_its_end() {
        for html in ["<", "<div", "<div a=\"", "<!--", "</", "<script>", "text", ""] {
            check(html, 1, false);
        }
    }
}
