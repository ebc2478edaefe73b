//! From UTF-8 bytes to UTF-16 units.

/// Counts UTF-16 units up to positions of a text, from the last position asked on; positions asked in rising order cost one
/// pass over the text together.
#[derive(Debug)]
pub struct Utf16<'t> {
    bytes: &'t [u8],
    at: usize,
    units: usize,
    ascii: bool,
}

impl<'t> Utf16<'t> {
    /// The positions of `text`.
    pub fn new(text: &'t str) -> Self {
        Utf16 { bytes: text.as_bytes(), at: 0, units: 0, ascii: text.is_ascii() }
    }

    /// UTF-16 units before `byte`, a character boundary in UTF-8 bytes within the text.
    pub fn at(&mut self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        if byte >= self.at {
            self.units += units(&self.bytes[self.at..byte]);
        } else {
            self.units -= units(&self.bytes[byte..self.at]);
        }
        self.at = byte;
        self.units
    }
}

/// UTF-16 units of whole characters in UTF-8: one for each, one more for each of four bytes.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_both_ways() {
        let text = "aé中𠮷z";
        let mut units = Utf16::new(text);
        let positions: Vec<usize> = text.char_indices().map(|(at, _)| units.at(at)).collect();
        assert_eq!(positions, [0, 1, 2, 3, 5]);
        assert_eq!(units.at(3), 2);
        assert_eq!(units.at(text.len()), 6);
        assert_eq!(Utf16::new("abc").at(2), 2);
    }
}
