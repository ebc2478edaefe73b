//! The map from folded bytes back to the text.

/// A folded text: its bytes, and the way back. Where a piece keeps its length the map says nothing; it holds only the pieces
/// whose folded form is not one character of the same length.
#[derive(Debug, Default)]
pub struct Folded {
    /// The folded text: UTF-8.
    pub bytes: Vec<u8>,
    irregular: Vec<Piece>,
    /// Whether characters became nothing.
    lost: bool,
}

/// Where a piece ends in the text, in UTF-8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its own end.
    pub end: usize,
    /// End of what was passed over after it (ignorable characters, marks): `end` or more.
    pub limit: usize,
}

/// A piece whose folded form has another length or more characters than one. All in UTF-8 bytes.
#[derive(Debug, Clone, Copy)]
struct Piece {
    folded: usize,
    folded_end: usize,
    source_end: usize,
}

impl Folded {
    /// Notes that the text up to `source_end` gave the bytes from `folded` on.
    pub(super) fn note(&mut self, folded: usize, source_end: usize) {
        self.lost |= folded == self.bytes.len();
        self.irregular.push(Piece { folded, folded_end: self.bytes.len(), source_end });
    }

    /// Whether what stands together here stands together in the text.
    pub fn is_seamless(&self) -> bool {
        !self.lost
    }

    /// The way back to the text.
    pub fn places(&self) -> Places<'_> {
        Places { irregular: &self.irregular, next: 0 }
    }
}

/// Leads from positions in a folded text back to the text, from the position asked last on: positions asked in nearly rising
/// order cost one pass over the map together.
#[derive(Debug)]
pub struct Places<'f> {
    irregular: &'f [Piece],
    next: usize,
}

impl Places<'_> {
    /// Where the piece begins in the text whose folded form begins at `at`; `None` where `at` lies inside a piece, as between
    /// the two `s` of `ß`. In UTF-8 bytes.
    pub fn start(&mut self, at: usize) -> Option<usize> {
        let next = self.seek(|piece| piece.folded_end <= at);
        match self.irregular.get(next) {
            Some(piece) if piece.folded < at => None,
            _ => Some(self.after(next, at)),
        }
    }

    /// Where the piece ends in the text whose folded form ends at `at`; `None` where `at` lies inside a piece.
    pub fn end(&mut self, at: usize) -> Option<Span> {
        let next = self.seek(|piece| piece.folded < at);
        if next > 0 && self.irregular[next - 1].folded_end > at {
            return None;
        }
        let empty = self.irregular[next..].iter().take_while(|piece| piece.folded_end == at);
        let end = self.after(next, at);
        Some(Span { end, limit: empty.last().map_or(end, |piece| piece.source_end) })
    }

    /// The first piece for which `before` does not hold, where it holds up to some piece.
    fn seek(&mut self, before: impl Fn(&Piece) -> bool) -> usize {
        while self.irregular.get(self.next).is_some_and(&before) {
            self.next += 1;
        }
        while self.next > 0 && !before(&self.irregular[self.next - 1]) {
            self.next -= 1;
        }
        self.next
    }

    /// The source of folded position `at`, which lies in the regular stretch before piece number `next`.
    fn after(&self, next: usize, at: usize) -> usize {
        match next.checked_sub(1).map(|last| self.irregular[last]) {
            Some(piece) => piece.source_end + (at - piece.folded_end),
            None => at,
        }
    }
}
