//! Words of a list by their first two bytes, so that at each place in a text only few are compared with it.

/// How many pairs of bytes are told apart, a power of two.
const PLACES: usize = 2048;

/// An index of words by how they begin.
#[derive(Debug)]
pub struct Starts {
    /// The numbers of the words, those of each place together and rising.
    words: Vec<u16>,
    /// Where the numbers of each place begin; one more at the end.
    ends: Vec<u16>,
}

impl Starts {
    /// Indexes words, numbered from 0 in their order; at most 65,535.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut pairs: Vec<(usize, u16)> = Vec::new();
        for (number, word) in words.enumerate() {
            match word.as_bytes() {
                // A letter of ASCII may stand before others than the word's own bytes: its case is not known.
                &[first, second, ..] if first >= 0x80 || second < 0x80 => {
                    pairs.push((place(first, second), number as u16))
                }
                &[first, ..] => pairs.extend((0..=255).map(|second| (place(first, second), number as u16))),
                [] => {}
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let ends = (0..=PLACES).map(|place| pairs.partition_point(|(other, _)| *other < place) as u16).collect();
        Starts { words: pairs.into_iter().map(|(_, number)| number).collect(), ends }
    }

    /// The numbers, rising, of the words that may begin with two bytes; others may be among them.
    pub fn at(&self, first: u8, second: u8) -> &[u16] {
        let place = place(first, second);
        &self.words[usize::from(self.ends[place])..usize::from(self.ends[place + 1])]
    }

    /// The same for what a text begins with.
    pub fn of(&self, text: &[u8]) -> &[u16] {
        match text {
            [first, second, ..] => self.at(*first, *second),
            [first] => self.at(*first, 0),
            [] => &[],
        }
    }
}

fn place(first: u8, second: u8) -> usize {
    (usize::from(first) << 4 ^ usize::from(second)) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_how_they_begin() {
        let words = ["by", "文", "source", "x", "tác giả", "byline"];
        let starts = Starts::new(words.into_iter());
        let may = |text: &str, number: u16| starts.of(text.as_bytes()).contains(&number);
        assert!(may("by", 0) && may("byline", 5) && may("文字", 1) && may("xy", 3) && may("x", 3));
        assert!(may("tác", 4) && may("tÁc", 4));
        assert!(!may("quay", 0) && starts.of(b"").is_empty());
        assert!(starts.of(b"by").is_sorted());
    }
}
