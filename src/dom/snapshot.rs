//! The live door: a document that `www/page.js` flattened into one binary message.
//!
//! The message, all numbers 32 bits, little-endian:
//!
//! | part | what it holds |
//! | --- | --- |
//! | magic | `RBS2` |
//! | counts | how many steps there are; how many names |
//! | steps | each its kind in the lowest three bits, the browser's "not displayed" in the fourth, its value above: the number of a name; of a text, its length in UTF-16 units |
//! | strings | UTF-8 to the end of the message, each followed by U+0000: the names, then the texts in the order of their steps |
//!
//! The text behind an attribute's step is its value.
//!
//! Nothing in it is trusted: whatever is not so is an error, never a panic.

use std::borrow::Cow;

use super::{Assembler, Document, Name};
use crate::{Error, Limits};

const MAGIC: &[u8] = b"RBS2";
const HEADER: usize = 12;

const CLOSE: u32 = 0;
const TEXT: u32 = 1;
const OPEN: u32 = 2;
const ATTR: u32 = 3;

const KIND_BITS: u32 = 0b111;
const UNDISPLAYED: u32 = 0b1000;
const VALUE_SHIFT: u32 = 4;

/// Reads a snapshot of a live document.
///
/// # Errors
/// [`Error::BadInput`] for what is no such message, [`Error::TooLarge`] and [`Error::TooManyNodes`] past the limits.
pub fn read_snapshot(message: &[u8], url: Option<&str>, limits: &Limits) -> Result<Document, Error> {
    let parts = Parts::split(message)?;
    if parts.strings.len() > limits.bytes {
        return Err(Error::TooLarge { what: "bytes", limit: limits.bytes, value: parts.strings.len() });
    }
    let mut page = Assembler::new(limits);
    page.reserve(parts.strings.len());
    let mut strings = Strings(parts.strings);
    let mut names = Vec::new();
    for _ in 0..parts.names {
        let name = strings.name().filter(|name| !name.is_empty() && !name.starts_with('#'));
        names.push(page.intern(name.ok_or_else(|| bad("a name is missing"))?));
    }
    let mut reader = Reader { page, names, strings, awaits: Awaits::Content };
    for step in parts.steps.chunks_exact(4).map(number) {
        reader.step(step)?;
    }
    Ok(reader.page.finish(url))
}

fn bad(reason: &str) -> Error {
    Error::BadInput(format!("this is no snapshot of a document: {reason}"))
}

/// Four bytes as a number.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// A message taken apart.
struct Parts<'m> {
    names: usize,
    steps: &'m [u8],
    strings: &'m str,
}

impl<'m> Parts<'m> {
    fn split(message: &'m [u8]) -> Result<Self, Error> {
        let header = message.get(..HEADER).filter(|header| header.starts_with(MAGIC));
        let header = header.ok_or_else(|| bad("it does not begin like one"))?;
        let (steps, names) = (number(&header[4..8]) as usize, number(&header[8..12]) as usize);
        let end = steps.checked_mul(4).and_then(|bytes| bytes.checked_add(HEADER));
        let end = end.filter(|end| *end <= message.len()).ok_or_else(|| bad("it ends too soon"))?;
        let strings = std::str::from_utf8(&message[end..]).map_err(|_| bad("its text is not UTF-8"))?;
        Ok(Parts { names, steps: &message[HEADER..end], strings })
    }
}

/// The strings of a message that were not taken yet.
struct Strings<'m>(&'m str);

impl<'m> Strings<'m> {
    /// The next, up to U+0000.
    fn name(&mut self) -> Option<&'m str> {
        let (name, rest) = self.0.split_once('\0')?;
        self.0 = rest;
        Some(name)
    }

    /// The next, so many UTF-16 units long.
    fn text(&mut self, units: usize) -> Option<&'m str> {
        let (text, rest) = self.0.split_at(end_of(self.0, units)?);
        self.0 = rest.strip_prefix('\0')?;
        Some(text)
    }
}

/// Where the first so many UTF-16 units of a text end, in bytes.
fn end_of(text: &str, units: usize) -> Option<usize> {
    if text.as_bytes().get(..units)?.is_ascii() {
        return Some(units);
    }
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(c.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

/// A page that is being read.
struct Reader<'m> {
    page: Assembler,
    names: Vec<Name>,
    strings: Strings<'m>,
    awaits: Awaits,
}

/// What may come next beside elements, texts and the end of an element.
#[derive(Clone, Copy)]
enum Awaits {
    Content,
    /// Attributes of the element that was opened last as well.
    Attributes,
    /// The value of this attribute alone.
    Value(Name),
}

impl Reader<'_> {
    fn step(&mut self, step: u32) -> Result<(), Error> {
        let hidden = step & UNDISPLAYED != 0;
        let value = (step >> VALUE_SHIFT) as usize;
        self.awaits = match (step & KIND_BITS, self.awaits) {
            (TEXT, Awaits::Value(name)) => {
                let text = self.text(value)?;
                self.page.attr(name, &text)?;
                Awaits::Attributes
            }
            (_, Awaits::Value(_)) => return Err(bad("an attribute has no value")),
            (CLOSE, _) => {
                self.page.close();
                Awaits::Content
            }
            (OPEN, _) => {
                self.page.check()?;
                let name = self.name(value)?;
                self.page.open_named(name);
                if hidden {
                    self.page.undisplayed();
                }
                Awaits::Attributes
            }
            (TEXT, _) => {
                self.page.check()?;
                let text = self.text(value)?;
                self.page.text(&text)?;
                if hidden && !text.is_empty() {
                    self.page.undisplayed();
                }
                Awaits::Content
            }
            (ATTR, Awaits::Attributes) => Awaits::Value(self.name(value)?),
            _ => return Err(bad("a step is none of the known")),
        };
        Ok(())
    }

    fn name(&self, number: usize) -> Result<Name, Error> {
        self.names.get(number).copied().ok_or_else(|| bad("a step has a name that is not there"))
    }
}

impl<'m> Reader<'m> {
    /// The next text, without U+0000, which no page has.
    fn text(&mut self, units: usize) -> Result<Cow<'m, str>, Error> {
        let text = self.strings.text(units).ok_or_else(|| bad("a text is missing"))?;
        Ok(if text.contains('\0') { text.replace('\0', "").into() } else { text.into() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dom::NodeId;

    fn message(steps: &[u32], names: u32, strings: &str) -> Vec<u8> {
        let numbers = [steps.len() as u32, names].into_iter().chain(steps.iter().copied());
        let mut bytes = MAGIC.to_vec();
        bytes.extend(numbers.flat_map(u32::to_le_bytes));
        bytes.extend(strings.bytes());
        bytes
    }

    fn named(kind: u32, name: u32) -> u32 {
        kind | name << VALUE_SHIFT
    }

    fn read(message: &[u8]) -> Result<Document, Error> {
        read_snapshot(message, None, &Limits::default())
    }

    #[test]
    fn a_message_is_read() {
        let text = |units: u32| named(TEXT, units);
        let hidden = named(OPEN, 0) | UNDISPLAYED;
        let steps = [named(OPEN, 0), named(ATTR, 1), text(1), text(4), hidden, text(1), CLOSE, text(2), CLOSE];
        let page = read(&message(&steps, 2, "p\0id\0x\0a𠮷\0\0b\0cé\0")).unwrap();
        let p = page.children(NodeId::ROOT).next().unwrap();
        assert_eq!((page.name(p), page.attr(p, Name::ID)), (Name::P, Some("x")));
        assert_eq!(page.text_content(p), "a𠮷bcé");
        assert_eq!(page.visible_text(p).split_whitespace().collect::<Vec<_>>(), ["a𠮷", "cé"]);
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let missing_text = message(&[named(OPEN, 0), named(TEXT, 1)], 1, "p\0");
        let unending_text = message(&[named(OPEN, 0), named(TEXT, 1)], 1, "p\0x");
        let half_a_character = message(&[named(OPEN, 0), named(TEXT, 1)], 1, "p\0𠮷\0");
        let unknown_name = message(&[named(OPEN, 1)], 1, "p\0");
        let attribute_of_text = message(&[named(OPEN, 0), named(TEXT, 1), named(ATTR, 0)], 1, "p\0a\0b\0");
        let attribute_without_value = message(&[named(OPEN, 0), named(ATTR, 0), CLOSE], 1, "p\0");
        let reserved = message(&[named(OPEN, 0)], 1, "#text\0");
        let too_short = message(&[CLOSE], 0, "")[..14].to_vec();
        let not_text = [message(&[], 0, ""), vec![0xFF]].concat();
        let broken = [missing_text, unending_text, half_a_character, unknown_name, attribute_of_text];
        let more = [attribute_without_value, reserved, too_short, not_text, vec![], b"<p>".to_vec()];
        for bytes in broken.into_iter().chain(more) {
            assert_eq!(read(&bytes).unwrap_err().code(), "badInput");
        }
    }

    #[test]
    fn limits_hold() {
        let bytes = message(&[named(OPEN, 0); 20], 1, "p\0");
        let limits = Limits { nodes: 10, ..Limits::default() };
        assert_eq!(read_snapshot(&bytes, None, &limits).unwrap_err().code(), "tooManyNodes");
        let limits = Limits { depth: 5, ..Limits::default() };
        assert_eq!(read_snapshot(&bytes, None, &limits).unwrap().len(), 6);
        let limits = Limits { bytes: 0, ..Limits::default() };
        assert_eq!(read_snapshot(&bytes, None, &limits).unwrap_err().code(), "tooLarge");
    }

    proptest! {
        #[test]
        fn no_message_panics(
            kinds in prop::collection::vec((0u32..5, 0u32..3, any::<bool>()), 0..40),
            names in 0u32..4,
            strings in prop::collection::vec("[a-z\\x00#é𠮷]{0,2}", 0..40),
        ) {
            let step = |(kind, name, hidden): (u32, u32, bool)| named(kind, name) | if hidden { UNDISPLAYED } else { 0 };
            let steps: Vec<u32> = kinds.into_iter().map(step).collect();
            if let Ok(page) = read(&message(&steps, names, &strings.join("\0"))) {
                for node in page.all() {
                    prop_assert_eq!(page.at_path(&page.path(node.into())), Some(node.into()));
                    page.attrs(node).count();
                }
                page.visible_text(NodeId::ROOT);
            }
        }

        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = read(&bytes);
            let _ = read(&[MAGIC, &bytes].concat());
        }
    }
}
