//! A body from the page's data, where its tree holds none: JSON-LD's `articleBody`, or the state that a framework left.

use std::collections::BTreeMap;

use serde_json::Value;

use super::measure::{Measure, WORD};
use crate::dom::{Document, Name, NodeId};
use crate::labels::{Hints, StandIn};
use crate::text::collapse;

/// A stand-in is looked for where the tree's body is shorter than this.
pub(super) const LITTLE: u32 = 10 * WORD;
/// It is taken from this length.
const ENOUGH: u32 = 50 * WORD;
/// The names under which frameworks keep the text of a page.
const KEYS: [&str; 9] =
    ["articlebody", "cooked", "content", "contenthtml", "body", "bodyhtml", "html", "text", "rawcontent"];
/// A string in the state is text from this length.
const TEXT: u32 = 20 * WORD;

/// The body as the page's data has it; none where it has none of some length.
pub(super) fn find(page: &Document, hints: &Hints) -> Option<StandIn> {
    let stated = hints.article_body.as_deref().map(|text| ("json-ld", paragraphs(text)));
    let state = || page.all().find_map(|node| state_of(page, node));
    let found = stated.filter(|(_, text)| length(text) >= ENOUGH).or_else(state);
    found.map(|(origin, paragraphs)| StandIn { paragraphs, origin })
}

/// The text in the state that a script or an attribute holds.
fn state_of(page: &Document, node: NodeId) -> Option<(&'static str, Vec<String>)> {
    let (origin, json) = if page.name(node) == Name::SCRIPT {
        let origin = match (page.attr(node, Name::ID), page.attr(node, Name::TYPE)) {
            (Some("__NEXT_DATA__"), _) => "__NEXT_DATA__",
            (Some("__NUXT_DATA__"), _) => "__NUXT_DATA__",
            (_, Some("application/json")) => "application/json",
            _ => return None,
        };
        (origin, page.text_content(node))
    } else {
        ("data-preloaded", page.attr(node, page.name_of("data-preloaded")?)?.to_owned())
    };
    let mut texts = Texts::default();
    texts.gather(&serde_json::from_str(&json).ok()?);
    texts.longest().map(|text| (origin, text))
}

/// The texts of a state by the name they are kept under.
#[derive(Default)]
struct Texts(BTreeMap<usize, Vec<String>>);

impl Texts {
    /// Gathers from a value; serde_json refuses values nested more than 128 deep.
    fn gather(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.field(name, value)),
            _ => {}
        }
    }

    fn field(&mut self, name: &str, value: &Value) {
        let Value::String(text) = value else { return self.gather(value) };
        if let Some(key) = KEYS.iter().position(|key| key.eq_ignore_ascii_case(name)) {
            let text = paragraphs(text);
            if length(&text) >= TEXT {
                self.0.entry(key).or_default().extend(text);
            }
        } else if text.starts_with(['{', '[']) {
            // Discourse keeps JSON in strings of JSON.
            self.gather(&serde_json::from_str(text).unwrap_or(Value::Null));
        }
    }

    /// The longest of them all, the first of equals.
    fn longest(self) -> Option<Vec<String>> {
        let found = self.0.into_values().rev().max_by_key(|text| length(text))?;
        (length(&found) >= ENOUGH).then_some(found)
    }
}

fn length(paragraphs: &[String]) -> u32 {
    let mut measure = Measure::default();
    paragraphs.iter().for_each(|text| measure.add(text));
    measure.length
}

/// The paragraphs of a text that may be HTML: tags taken out, blocks and line ends as edges, scripts passed over.
fn paragraphs(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = &rest[at + 1..];
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.is_empty() {
            plain.push('<');
            rest = tag;
            continue;
        }
        if !matches!(name, "a" | "b" | "i" | "em" | "strong" | "span" | "code" | "sup" | "sub" | "u" | "s" | "mark") {
            plain.push('\n');
        }
        let close = format!("</{name}");
        let unread = matches!(name, "script" | "style") && !tag.starts_with('/');
        let body = if unread { tag.find(&close).map_or("", |end| &tag[end..]) } else { tag };
        rest = body.split_once('>').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.lines().map(|line| collapse(&entities(line))).filter(|line| !line.is_empty()).collect()
}

/// A text with its character references read: numbers, and the names that texts use.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let found = rest[at + 1..].split_once(';').and_then(|(name, after)| Some((reference(name)?, after)));
        let (c, after) = found.unwrap_or(('&', &rest[at + 1..]));
        out.push(c);
        rest = after;
    }
    out + rest
}

/// The character of a reference: `amp`, `#8217`, `#x2019`.
fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?).filter(|c| !c.is_control());
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

/// The names that texts use (HTML standard, "Named character references").
#[rustfmt::skip]
const NAMED: [(&str, char); 44] = [
    ("nbsp", ' '), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("amp", '&'), ("hellip", '…'), ("ldquo", '“'), ("rdquo", '”'),
    ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("bdquo", '„'), ("mdash", '—'), ("ndash", '–'), ("laquo", '«'), ("raquo", '»'), ("lsaquo", '‹'), ("rsaquo", '›'),
    ("middot", '·'), ("bull", '•'), ("copy", '©'), ("reg", '®'), ("trade", '™'), ("deg", '°'), ("euro", '€'), ("pound", '£'), ("yen", '¥'), ("cent", '¢'), ("sect", '§'),
    ("times", '×'), ("frac12", '½'), ("auml", 'ä'), ("ouml", 'ö'), ("uuml", 'ü'), ("Auml", 'Ä'), ("Ouml", 'Ö'), ("Uuml", 'Ü'), ("szlig", 'ß'), ("eacute", 'é'), ("egrave", 'è'),
    ("agrave", 'à'), ("ccedil", 'ç'), ("ntilde", 'ñ'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_paragraphs() {
        let html = "<p>One <b>bold</b> word.</p><script>let a = '<p>';</script>Two &amp; three<br>four < five";
        assert_eq!(paragraphs(html), ["One bold word.", "Two & three", "four < five"]);
        assert!(paragraphs("<script>").is_empty());
    }

    #[test]
    fn character_references_are_read() {
        assert_eq!(
            entities("&ldquo;A&#8217;s &#x4E00;&rdquo; &amp;amp; R&D; &unknown; &#xD800; &"),
            "“A’s 一” &amp; R&D; &unknown; &#xD800; &"
        );
    }

    #[test]
    fn posts_kept_in_strings_are_found_in_order() {
        let post = |n: usize| format!("<p>Post {n} {}</p>", "says that the river rose again ".repeat(8));
        let inner = serde_json::json!({ "posts": [{ "cooked": post(1), "username": "x" }, { "cooked": post(2) }] });
        let mut texts = Texts::default();
        texts.gather(&serde_json::json!({ "topic_1": inner.to_string() }));
        let found = texts.longest().unwrap();
        assert!(found.len() == 2 && found[0].starts_with("Post 1") && found[1].starts_with("Post 2"), "{found:?}");
    }
}
