//! The map from folded bytes back to the text.

/// A folded text: its bytes, and the way back. Where a piece keeps its length the map says nothing; it holds only the pieces
/// whose folded form is not one character of the same length.
#[derive(Debug, Default)]
pub struct Folded {
    /// The folded text: UTF-8.
    pub bytes: Vec<u8>,
    irregular: Vec<Piece>,
}

/// Where a stretch of folded bytes comes from, in UTF-8 bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Start of its first piece.
    pub start: usize,
    /// End of its last piece.
    pub end: usize,
    /// End of what was passed over after its last piece (ignorable characters, marks): `end` or more.
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
        self.irregular.push(Piece { folded, folded_end: self.bytes.len(), source_end });
    }

    /// The pieces that gave the bytes from `start` to `end`; `None` where either lies inside a piece (`s` in `ß`), or where
    /// the two are the same.
    pub fn source(&self, start: usize, end: usize) -> Option<Source> {
        if start >= end {
            return None;
        }
        let (end, limit) = self.end(end)?;
        Some(Source { start: self.start(start)?, end, limit })
    }

    /// The start of the piece that holds folded position `at`, or a position before it, in the text.
    pub fn floor(&self, at: usize) -> usize {
        let next = self.irregular.partition_point(|piece| piece.folded_end <= at);
        let begin = self.irregular.get(next).map_or(at, |piece| piece.folded.min(at));
        self.after(next, begin)
    }

    fn start(&self, at: usize) -> Option<usize> {
        let next = self.irregular.partition_point(|piece| piece.folded_end <= at);
        match self.irregular.get(next) {
            Some(piece) if piece.folded < at => None,
            _ => Some(self.after(next, at)),
        }
    }

    fn end(&self, at: usize) -> Option<(usize, usize)> {
        let next = self.irregular.partition_point(|piece| piece.folded < at);
        if next > 0 && self.irregular[next - 1].folded_end > at {
            return None;
        }
        let empty = self.irregular[next..].iter().take_while(|piece| piece.folded_end == at);
        let end = self.after(next, at);
        Some((end, empty.last().map_or(end, |piece| piece.source_end)))
    }

    /// The source of folded position `at`, which lies in the regular stretch before piece number `next`.
    fn after(&self, next: usize, at: usize) -> usize {
        match next.checked_sub(1).map(|last| self.irregular[last]) {
            Some(piece) => piece.source_end + (at - piece.folded_end),
            None => at,
        }
    }
}
