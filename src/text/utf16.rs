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
            self.units += units(self.bytes, self.at, byte);
        } else {
            self.units -= units(self.bytes, byte, self.at);
        }
        self.at = byte;
        self.units
    }
}

/// UTF-16 units of the whole characters from `from` to `to` in UTF-8: one for each, one more for each of four bytes.
fn units(bytes: &[u8], from: usize, to: usize) -> usize {
    let (words, rest) = bytes[from..to].as_chunks::<8>();
    let eights: usize = words.iter().map(|word| units_of_eight(u64::from_le_bytes(*word))).sum();
    let at = to - rest.len();
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        // Bytes that are 0 count once each.
        Some(word) if !rest.is_empty() => {
            let others = 8 - rest.len();
            eights + units_of_eight(u64::from_le_bytes(*word) << (8 * others)) - others
        }
        _ => {
            eights
                + rest.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum::<usize>()
        }
    }
}

/// The same for eight bytes at once: those that begin with the bits 10 begin nothing, those with 1111 count twice.
fn units_of_eight(word: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (first, second) = (word >> 7, word >> 6);
    let continued = first & !second & ONES;
    let long = first & second & (word >> 5) & (word >> 4) & ONES;
    8 - continued.count_ones() as usize + long.count_ones() as usize
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

    proptest::proptest! {
        #[test]
        fn units_are_those_of_the_standard_library(before in "[aé中𠮷]{0,9}", text in "[aé中𠮷]{0,40}", after in "[aé中𠮷]{0,9}") {
            let whole = format!("{before}{text}{after}");
            let found = units(whole.as_bytes(), before.len(), before.len() + text.len());
            proptest::prop_assert_eq!(found, text.encode_utf16().count());
        }
    }
}
