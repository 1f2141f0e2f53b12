//! What a parsed document holds.

use roxmltree::Node;
use std::fmt::Write as _;

/// The first child of that local name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(child, name))
}

pub(crate) fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All text in a node as one line; `None` if there is none.
pub(crate) fn text(node: Node) -> Option<String> {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|inner| inner.text()).collect();
    Some(crate::plain::one_line(&text)).filter(|text| !text.is_empty())
}

/// A node's content as HTML: local names alone, `renamed` where HTML calls them otherwise and left out where it gives
/// nothing.
pub(crate) fn as_html<'a>(node: Node<'a, '_>, renamed: fn(&'a str) -> Option<&'a str>) -> String {
    let mut html = String::new();
    push_html(&mut html, node, renamed);
    html
}

fn push_html<'a>(html: &mut String, node: Node<'a, '_>, renamed: fn(&'a str) -> Option<&'a str>) {
    for child in node.children() {
        if let Some(text) = child.text().filter(|_| child.is_text()) {
            html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
        } else if let Some(name) = renamed(child.tag_name().name()).filter(|_| child.is_element()) {
            write!(html, "<{name}>").expect("a string takes all");
            push_html(html, child, renamed);
            if name != "br" {
                write!(html, "</{name}>").expect("a string takes all");
            }
        }
    }
}
