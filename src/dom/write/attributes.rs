//! The allow-list of attributes, and values that can do no harm.

use super::anchors::Anchors;
use super::tags::Tag;
use super::tree::{Attr, MATH_ATTRS};
use crate::dom::{Document, Name, NodeId};
use crate::url;

/// Attributes of one element, in the order in which they are written.
pub(super) type List = Vec<(Attr, String)>;

/// The longest address that is kept, in UTF-8 bytes; browsers and servers give up far below.
const ADDRESS_LENGTH: usize = 16 << 10;

/// The longest embedded picture that is kept, in UTF-8 bytes of its `data:` address.
const DATA_LENGTH: usize = 8 << 20;

/// Schemes that both a reader and DOMPurify let pass.
const SCHEMES: &[&str] = &["http", "https", "ftp", "mailto", "tel", "sms"];

/// Fills `list` with what `tag` keeps of the attributes of `node`. Languages and ids are not among them.
pub(super) fn fill(page: &Document, node: NodeId, tag: Tag, list: &mut List) {
    match tag {
        Tag::Th | Tag::Td => cell(page, node, tag, list),
        Tag::Ol => ordered(page, node, list),
        Tag::Li => push(list, Attr::Value, integer(page, node, Name::VALUE)),
        Tag::Details => list.push((Attr::Open, String::new())),
        Tag::Blockquote | Tag::Q | Tag::Del | Tag::Ins => {
            push(list, Attr::Cite, page.attr(node, Name::CITE).and_then(|cite| address(page, cite)));
            if matches!(tag, Tag::Del | Tag::Ins) {
                push(list, Attr::Datetime, datetime(page, node));
            }
        }
        Tag::Time => push(list, Attr::Datetime, datetime(page, node)),
        Tag::A | Tag::Abbr | Tag::Dfn => push(list, Attr::Title, title(page, node)),
        Tag::Code | Tag::Pre => push(list, Attr::Class, language(page, node).map(|name| format!("language-{name}"))),
        _ if tag >= Tag::Math => math(page, node, list),
        _ => {}
    }
}

fn push(list: &mut List, attr: Attr, value: Option<String>) {
    list.extend(value.map(|value| (attr, value)));
}

fn cell(page: &Document, node: NodeId, tag: Tag, list: &mut List) {
    for (name, attr) in [(Name::COLSPAN, Attr::Colspan), (Name::ROWSPAN, Attr::Rowspan)] {
        let span = page.attr(node, name).and_then(|span| span.trim_ascii().parse::<u32>().ok());
        push(list, attr, span.filter(|span| (2..=1000).contains(span)).map(|span| span.to_string()));
    }
    let scope = page.attr(node, Name::SCOPE).map(str::to_ascii_lowercase);
    let known = ["row", "col", "rowgroup", "colgroup"];
    push(list, Attr::Scope, scope.filter(|scope| tag == Tag::Th && known.contains(&scope.as_str())));
}

fn ordered(page: &Document, node: NodeId, list: &mut List) {
    push(list, Attr::Start, integer(page, node, Name::START).filter(|start| start != "1"));
    push(list, Attr::Reversed, page.attr(node, Name::REVERSED).map(|_| String::new()));
    let kind = page.attr(node, Name::TYPE).filter(|kind| ["a", "A", "i", "I"].contains(kind));
    push(list, Attr::Type, kind.map(str::to_owned));
}

fn integer(page: &Document, node: NodeId, name: Name) -> Option<String> {
    page.attr(node, name)?.trim_ascii().parse::<i32>().ok().map(|number| number.to_string())
}

fn datetime(page: &Document, node: NodeId) -> Option<String> {
    let value = page.attr(node, Name::DATETIME)?.trim_ascii();
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '+' | '-' | '.' | ':');
    let starts = value.starts_with(|c: char| c.is_ascii_digit() || c == 'P');
    (starts && value.len() <= 64 && value.chars().all(fits) && !value.contains("P:")).then(|| value.to_owned())
}

/// A `title` as one line; none for an empty one.
pub(super) fn title(page: &Document, node: NodeId) -> Option<String> {
    page.attr(node, Name::TITLE).map(line).filter(|title| !title.is_empty())
}

/// A language or direction as it may be written.
pub(super) fn tongue(value: &str) -> Option<&str> {
    let value = value.trim_ascii();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!value.is_empty() && value.len() <= 35 && value.chars().all(fits)).then_some(value)
}

/// The direction of text that an attribute states.
pub(super) fn direction(value: &str) -> Option<&'static str> {
    ["ltr", "rtl", "auto"].into_iter().find(|known| known.eq_ignore_ascii_case(value.trim_ascii()))
}

/// The programming language that a `code` or `pre`, or what directly holds it, is said to be written in.
fn language(page: &Document, node: NodeId) -> Option<String> {
    let above = page.ancestors(node).take(2).filter(|above| page.name(*above) != Name::CODE);
    let around = std::iter::once(node).chain(above.filter(|_| page.name(node) != Name::CODE));
    around.filter_map(|node| page.attr(node, Name::CLASS)).find_map(language_in)
}

fn language_in(classes: &str) -> Option<String> {
    let name = classes.split_ascii_whitespace().find_map(|class| {
        ["language-", "lang-", "highlight-source-", "brush:"].iter().find_map(|prefix| class.strip_prefix(prefix))
    })?;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '#' | '.' | '_');
    (!name.is_empty() && name.len() <= 32 && name.chars().all(fits)).then(|| name.to_ascii_lowercase())
}

/// The address of a link: within the body, or absolute.
pub(super) fn href(page: &Document, anchors: &Anchors, node: NodeId) -> Option<String> {
    let href = page.attr(node, Name::HREF)?;
    anchors.href(page, href).or_else(|| if href.trim_ascii() == "#" { None } else { address(page, href) })
}

/// An address made absolute; none where it cannot be, or is not safe.
pub(super) fn address(page: &Document, address: &str) -> Option<String> {
    let fits = |address: &String| address.len() <= ADDRESS_LENGTH && has_scheme(address);
    (address.len() <= ADDRESS_LENGTH).then(|| page.resolve(address)).flatten().filter(fits)
}

fn has_scheme(address: &str) -> bool {
    url::scheme(address).is_some_and(|scheme| SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)))
}

/// The address of a picture: absolute, or a raster image in the page itself.
pub(super) fn is_picture(address: &str) -> bool {
    let data = |address: &str| {
        let (kind, data) = address.strip_prefix("data:image/")?.split_once(";base64,")?;
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
        (["png", "jpeg", "gif", "webp", "avif"].contains(&kind) && data.bytes().all(fits)).then_some(())
    };
    match url::scheme(address) {
        Some("data") => address.len() <= DATA_LENGTH && data(address).is_some(),
        Some("http" | "https") => address.len() <= ADDRESS_LENGTH && !address.contains(['<', '>', '"', ' ', '\n']),
        _ => false,
    }
}

/// Whether an id can be written: such a one as could be taken for markup is let go.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 512
        && !id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\u{feff}'))
}

/// Text for an attribute, in one line. DOMPurify takes what could close a comment or an element for an attack and drops
/// the attribute; a blank keeps it.
pub(super) fn line(text: &str) -> String {
    let mut line = crate::text::collapse(text);
    line.retain(|c| !c.is_control());
    for (risky, safe) in [("-->", "-- >"), ("--!>", "--! >"), ("]>", "] >"), ("</", "< /")] {
        if line.contains(risky) {
            line = line.replace(risky, safe);
        }
    }
    line
}

fn math(page: &Document, node: NodeId, list: &mut List) {
    for (name, value) in page.attrs(node) {
        let Some(place) = MATH_ATTRS.iter().position(|known| *known == page.spelling(name)) else { continue };
        let value = value.trim_ascii();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '+' | '-' | '.' | ' ');
        if !value.is_empty() && value.len() <= 64 && value.chars().all(fits) {
            list.push((Attr::Math(place as u8), value.to_owned()));
        }
    }
}
