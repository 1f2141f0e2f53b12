//! The text in a table's cell: paragraphs parted by empty lines, by single line breaks or by tags.

/// The paragraphs of a cell that holds an article's text.
pub(in crate::formats) fn paragraphs(cell: &str) -> Vec<String> {
    let text = without_markup(cell);
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let parted_by_empty_lines = text.trim().lines().any(|line| line.trim().is_empty());
    let paragraphs: Vec<String> = if parted_by_empty_lines {
        lines.split(|line| line.trim().is_empty()).map(joined).collect()
    } else {
        lines.into_iter().map(|line| line.trim().to_owned()).collect()
    };
    paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect()
}

/// A cell that holds one line: its blanks made single, its markup gone.
pub(in crate::formats) fn line(cell: &str) -> String {
    without_markup(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of one paragraph as one.
fn joined(lines: &[&str]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Text as it would be seen: block tags become empty lines, other tags vanish, entities are read.
/// Text without markup comes back as it is.
fn without_markup(cell: &str) -> String {
    if !has_markup(cell) {
        return if cell.contains('&') { entities_read(cell) } else { cell.to_owned() };
    }
    let mut out = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find('<') {
        let part = rest[..at].replace(['\n', '\r'], " ");
        out.push_str(&entities_read(&part));
        rest = &rest[at..];
        rest = match Tag::at_start_of(rest) {
            Some(tag) => {
                out.push_str(tag.seen_as());
                tag.skip(rest)
            }
            None => {
                out.push('<');
                &rest[1..]
            }
        };
    }
    out.push_str(&entities_read(&rest.replace(['\n', '\r'], " ")));
    out
}

/// Whether at least one tag closes or breaks: "a < b" and "<unknown>" are no markup.
fn has_markup(cell: &str) -> bool {
    let is_mark = |rest: &str| {
        Tag::at_start_of(rest).is_some_and(|tag| tag.closes || matches!(tag.name.as_str(), "br" | "p" | "div" | "img"))
    };
    cell.match_indices('<').any(|(at, _)| is_mark(&cell[at..]))
}

struct Tag {
    name: String,
    closes: bool,
    /// Bytes from `<` through `>`.
    len: usize,
}

impl Tag {
    fn at_start_of(text: &str) -> Option<Self> {
        const LONGEST: usize = 10_000;
        if text.starts_with("<!--") {
            let len = text.find("-->").map_or(text.len(), |at| at + 3);
            return Some(Tag { name: "!--".into(), closes: false, len });
        }
        let closes = text.starts_with("</");
        let inner = &text[1 + usize::from(closes)..];
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let (name, rest) = inner.split_at(end);
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.len() <= 12;
        let window = rest.get(..LONGEST).unwrap_or(rest);
        if !is_name || !rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()) {
            return None;
        }
        let len = text.len() - rest.len() + window.find('>')? + 1;
        Some(Tag { name: name.to_ascii_lowercase(), closes, len })
    }

    /// What follows the tag, and the content of an element that is never seen.
    fn skip<'a>(&self, text: &'a str) -> &'a str {
        let rest = &text[self.len..];
        if self.closes || !matches!(self.name.as_str(), "script" | "style" | "noscript" | "figcaption" | "iframe") {
            return rest;
        }
        let end = format!("</{}", self.name);
        rest.match_indices('<').find(|(at, _)| starts_with(&rest[*at..], &end)).map_or("", |(at, _)| &rest[at..])
    }

    fn seen_as(&self) -> &'static str {
        const BLOCKS: &[&str] = &[
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "section",
            "article",
            "table",
            "tr",
            "figure",
            "figcaption",
            "pre",
            "hr",
            "dd",
            "dt",
            "dl",
            "header",
            "footer",
            "aside",
        ];
        match self.name.as_str() {
            name if BLOCKS.contains(&name) => "\n\n",
            "td" | "th" => " ",
            _ => "",
        }
    }
}

fn starts_with(text: &str, lower: &str) -> bool {
    text.get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower))
}

fn entities_read(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((c, len)) => {
                out.push(c);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that the text begins with as an entity, and the bytes it takes.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}

/// Those of HTML's named characters that news texts carry.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("deg", '°'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("times", '×'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("auml", 'ä'),
    ("atilde", 'ã'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("iacute", 'í'),
    ("igrave", 'ì'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ograve", 'ò'),
    ("ocirc", 'ô'),
    ("ouml", 'ö'),
    ("otilde", 'õ'),
    ("oslash", 'ø'),
    ("uacute", 'ú'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("szlig", 'ß'),
    ("Eacute", 'É'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &[&str]) {
        assert_eq!(paragraphs(cell), expected, "{cell:?}");
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        check("One.\n\nTwo.\n \nThree.\n", &["One.", "Two.", "Three."]);
        check("One.\r\n\r\nTwo\r\ngoes on.", &["One.", "Two goes on."]);
    }

    #[test]
    fn single_breaks_part_paragraphs_where_there_are_no_empty_lines() {
        check("One.\nTwo.\n", &["One.", "Two."]);
        check("One alone.", &["One alone."]);
        check(" \n ", &[]);
    }

    #[test]
    fn tags_become_paragraphs() {
        check("<p>One &amp; <b>only</b>.</p>\n<p>Two\nlines.</p>", &["One & only.", "Two lines."]);
        check("One.<br><br/>Two.", &["One.", "Two."]);
        check("<div>One.<script>if (a < b) alert('</p>')</script></div><!-- Ad --><p>Two.", &["One.", "Two."]);
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        check("Costs of <€5 and a < b > c.", &["Costs of <€5 and a < b > c."]);
        check("He said: <inaudible>.", &["He said: <inaudible>."]);
    }

    #[test]
    fn entities_are_read_once() {
        check("Marks &amp; Spencer&#8217;s &quot;offer&quot; &x; &", &["Marks & Spencer’s \"offer\" &x; &"]);
        check("&amp;lt;", &["&lt;"]);
    }

    #[test]
    fn a_hundred_thousand_open_tags_take_no_time() {
        check(&format!("{}Deep.", "<div>".repeat(100_000)), &["Deep."]);
        check(&"<".repeat(100_000), &[&"<".repeat(100_000)]);
    }
}
