//! The live door: a document that `www/page.js` flattened into one binary message.
//!
//! The message, all numbers 32 bits, little-endian:
//!
//! | part | what it holds |
//! | --- | --- |
//! | magic | `RBS1` |
//! | counts | how many steps there are; how many of the strings are names |
//! | steps | each its kind in the lowest three bits, the browser's "not displayed" in the fourth, a name's number above |
//! | strings | UTF-8 to the end of the message, each but the last followed by U+0000: the names, then the texts in the order of the steps that take one |
//!
//! Nothing in it is trusted: whatever is not so is an error, never a panic.

use super::{Assembler, Document, Name};
use crate::{Error, Limits};

const MAGIC: &[u8] = b"RBS1";
const HEADER: usize = 12;

const CLOSE: u32 = 0;
const TEXT: u32 = 1;
const OPEN: u32 = 2;
const ATTR: u32 = 3;

const KIND_BITS: u32 = 0b111;
const UNDISPLAYED: u32 = 0b1000;
const NAME_SHIFT: u32 = 4;

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
    let mut strings = parts.strings.split('\0');
    let mut names = Vec::new();
    for _ in 0..parts.names {
        let name = strings.next().filter(|name| !name.is_empty() && !name.starts_with('#'));
        names.push(page.intern(name.ok_or_else(|| bad("a name is missing"))?));
    }
    let mut reader = Reader { page, names, strings, takes_attributes: false };
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

/// A page that is being read.
struct Reader<'m> {
    page: Assembler,
    names: Vec<Name>,
    strings: std::str::Split<'m, char>,
    /// Whether the last step opened an element or gave it an attribute.
    takes_attributes: bool,
}

impl Reader<'_> {
    fn step(&mut self, step: u32) -> Result<(), Error> {
        let kind = step & KIND_BITS;
        let hidden = step & UNDISPLAYED != 0;
        match kind {
            CLOSE => self.page.close(),
            OPEN => {
                self.page.check()?;
                let name = self.name(step)?;
                self.page.open_named(name);
                if hidden {
                    self.page.undisplayed();
                }
            }
            TEXT => {
                self.page.check()?;
                let text = self.string()?;
                self.page.text(text)?;
                if hidden && !text.is_empty() {
                    self.page.undisplayed();
                }
            }
            ATTR if self.takes_attributes => {
                let name = self.name(step)?;
                let value = self.string()?;
                self.page.attr(name, value)?;
            }
            _ => return Err(bad("a step is none of the known")),
        }
        self.takes_attributes = matches!(kind, OPEN | ATTR);
        Ok(())
    }

    fn name(&self, step: u32) -> Result<Name, Error> {
        self.names.get((step >> NAME_SHIFT) as usize).copied().ok_or_else(|| bad("a step has a name that is not there"))
    }
}

impl<'m> Reader<'m> {
    fn string(&mut self) -> Result<&'m str, Error> {
        self.strings.next().ok_or_else(|| bad("a text is missing"))
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
        kind | name << NAME_SHIFT
    }

    fn read(message: &[u8]) -> Result<Document, Error> {
        read_snapshot(message, None, &Limits::default())
    }

    #[test]
    fn a_message_is_read() {
        let steps = [named(OPEN, 0), named(ATTR, 1), TEXT, named(OPEN, 0) | UNDISPLAYED, TEXT, CLOSE, TEXT, CLOSE];
        let page = read(&message(&steps, 2, "p\0id\0x\0a\0b\0c")).unwrap();
        let p = page.children(NodeId::ROOT).next().unwrap();
        assert_eq!((page.name(p), page.attr(p, Name::ID)), (Name::P, Some("x")));
        assert_eq!(page.text_content(p), "abc");
        assert_eq!(page.visible_text(p).split_whitespace().collect::<Vec<_>>(), ["a", "c"]);
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let missing_text = message(&[named(OPEN, 0), TEXT], 1, "p");
        let unknown_name = message(&[named(OPEN, 1)], 1, "p");
        let attribute_of_text = message(&[named(OPEN, 0), TEXT, named(ATTR, 0)], 1, "p\0a\0b");
        let reserved = message(&[named(OPEN, 0)], 1, "#text");
        let too_short = message(&[CLOSE], 0, "")[..14].to_vec();
        let not_text = [message(&[], 0, ""), vec![0xFF]].concat();
        for bytes in
            [missing_text, unknown_name, attribute_of_text, reserved, too_short, not_text, vec![], b"<p>".to_vec()]
        {
            assert_eq!(read(&bytes).unwrap_err().code(), "badInput");
        }
    }

    #[test]
    fn limits_hold() {
        let bytes = message(&[named(OPEN, 0); 20], 1, "p");
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
            kinds in prop::collection::vec((0u32..5, 0u32..4, any::<bool>()), 0..40),
            names in 0u32..4,
            strings in "[a-z\\x00#é]{0,40}",
        ) {
            let step = |(kind, name, hidden): (u32, u32, bool)| named(kind, name) | if hidden { UNDISPLAYED } else { 0 };
            let steps: Vec<u32> = kinds.into_iter().map(step).collect();
            if let Ok(page) = read(&message(&steps, names, &strings)) {
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
