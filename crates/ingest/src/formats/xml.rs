//! XML read with care: document types and the entities that they bring go unread.

use crate::plain::one_line;
use roxmltree::Node;
use std::borrow::Cow;

/// The text without its document type, which nothing here needs, and in which entities are made that unfold without end.
pub(super) fn without_doctype(xml: &str) -> Cow<'_, str> {
    let xml = xml.trim_start_matches('\u{feff}').trim_start();
    let Some(start) = xml.find("<!DOCTYPE") else { return xml.into() };
    let rest = &xml[start..];
    let internal = rest.find('[').filter(|open| rest.find('>').is_none_or(|close| open < &close));
    let end = match internal {
        Some(open) => rest[open..].find("]").and_then(|close| Some(open + close + rest[open + close..].find('>')?)),
        None => rest.find('>'),
    };
    end.map_or(xml.into(), |end| format!("{}{}", &xml[..start], &rest[end + 1..]).into())
}

/// Levels of elements, by one pass over the bytes.
pub(super) fn depth(xml: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut at = 0;
    while let Some(start) = xml[at..].iter().position(|&byte| byte == b'<').map(|found| at + found) {
        let end = xml[start..].iter().position(|&byte| byte == b'>').map_or(xml.len(), |found| start + found);
        match xml.get(start + 1) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') => {}
            _ if xml[..end].ends_with(b"/") => {}
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
        at = end.max(start + 1).min(xml.len());
    }
    deepest
}

/// Whether an element has this local name.
pub(super) fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All text in an element as one line; `None` where there is none.
pub(super) fn text(node: &Node) -> Option<String> {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    Some(one_line(&text)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_type_goes_with_all_that_it_declares() {
        for doctype in ["<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"a.dtd\">", "<!DOCTYPE a [<!ENTITY b \"c\">]>"] {
            assert_eq!(
                without_doctype(&format!("<?xml version=\"1.0\"?>{doctype}<a/>")),
                "<?xml version=\"1.0\"?><a/>"
            );
        }
        assert_eq!(without_doctype("<a/>"), "<a/>");
    }
}
