//! Counts the attributes of a tag that is longer than a piece of input: html5ever compares each attribute of a tag with
//! all before it, so that thousands of them are an attack.

/// Attributes of one tag past which a page is refused.
pub(super) const MAX_ATTRIBUTES: usize = 5_000;

#[derive(Clone, Copy)]
enum State {
    Text,
    Comment,
    Tag,
    Quoted(u8),
}

/// A scan that starts somewhere in a page, taken to be text, and follows its tags.
pub(super) struct TagScan {
    state: State,
    attributes: usize,
    /// The last byte of the tag that was no blank.
    last: u8,
    /// Whether a blank or a value ended what stood before.
    gap: bool,
}

impl TagScan {
    /// A scan that has read `piece`.
    pub fn over(piece: &str) -> Self {
        let mut scan = TagScan { state: State::Text, attributes: 0, last: 0, gap: false };
        scan.feed(piece);
        scan
    }

    /// Whether the tag that the scan is in has more attributes than a page may have.
    pub fn is_attack(&self) -> bool {
        self.attributes > MAX_ATTRIBUTES
    }

    /// Reads on.
    pub fn feed(&mut self, piece: &str) {
        let mut rest = piece.as_bytes();
        while let Some(&byte) = rest.first() {
            let read = match self.state {
                State::Text => self.text(rest),
                State::Comment => self.skip(memchr::memmem::find(rest, b"-->").map(|at| at + 2), State::Text, rest),
                State::Quoted(quote) => self.skip(memchr::memchr(quote, rest), State::Tag, rest),
                State::Tag => {
                    self.tag(byte);
                    1
                }
            };
            rest = &rest[read..];
        }
    }

    /// Goes to `at` and one byte on, into `state`; to the end where there is no such place.
    fn skip(&mut self, at: Option<usize>, state: State, rest: &[u8]) -> usize {
        let Some(at) = at else { return rest.len() };
        self.state = state;
        self.gap = true;
        at + 1
    }

    fn text(&mut self, rest: &[u8]) -> usize {
        let Some(at) = memchr::memchr(b'<', rest) else { return rest.len() };
        if rest[at..].starts_with(b"<!--") {
            self.state = State::Comment;
        } else if rest.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            (self.state, self.attributes, self.last, self.gap) = (State::Tag, 0, b'<', false);
        }
        at + 1
    }

    fn tag(&mut self, byte: u8) {
        match byte {
            b'>' => self.state = State::Text,
            b'"' | b'\'' if self.last == b'=' => self.state = State::Quoted(byte),
            b'/' => self.gap = true,
            _ if byte.is_ascii_whitespace() => {
                self.gap = true;
                return;
            }
            _ if self.gap => {
                self.attributes += usize::from(byte != b'=' && self.last != b'=');
                self.gap = false;
            }
            _ => {}
        }
        self.last = byte;
    }
}
