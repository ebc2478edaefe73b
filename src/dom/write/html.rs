//! The cleaned tree as HTML, written as browsers serialise (HTML standard, "Serializing HTML fragments").

use super::Output;
use super::tags::Tag;
use super::tree::{Node, Tree};
use crate::Error;

/// Writes the tree as HTML of at most `limit` UTF-8 bytes.
pub(super) fn write(tree: &Tree, limit: usize) -> Result<String, Error> {
    let mut out = Output::new(limit, tree.size() + tree.size() / 4);
    let mut open: Vec<&Node> = Vec::new();
    for (index, node) in tree.nodes.iter().enumerate().skip(1) {
        close(&mut out, &mut open, index);
        if node.tag == Tag::Text {
            escape(&mut out.text, tree.text(node), IN_TEXT);
        } else if node.tag != Tag::Run {
            start(&mut out.text, tree, node);
            if !node.tag.is_void() {
                open.push(node);
            }
        }
        out.check()?;
    }
    close(&mut out, &mut open, tree.nodes.len());
    out.finish()
}

fn start(out: &mut String, tree: &Tree, node: &Node) {
    out.push('<');
    out.push_str(node.tag.name());
    for (attr, value) in tree.attrs(node) {
        out.push(' ');
        out.push_str(attr.name());
        out.push_str("=\"");
        escape(out, value, IN_VALUE);
        out.push('"');
    }
    out.push('>');
}

fn close(out: &mut Output, open: &mut Vec<&Node>, index: usize) {
    while let Some(node) = open.pop_if(|node| node.end as usize <= index) {
        out.text.push_str("</");
        out.text.push_str(node.tag.name());
        out.text.push('>');
    }
}

/// What may stand in an attribute's value only as a character reference.
const IN_VALUE: &[char] = &['&', '<', '>', '\u{a0}', '"'];

/// What may stand in text only as a character reference.
const IN_TEXT: &[char] = &['&', '<', '>', '\u{a0}'];

/// Adds text with references in place of the characters that are `special`.
fn escape(out: &mut String, text: &str, special: &[char]) {
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        out.push_str(&rest[..at]);
        let (escaped, length) = match rest.as_bytes()[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            _ => ("&nbsp;", '\u{a0}'.len_utf8()),
        };
        out.push_str(escaped);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
}
