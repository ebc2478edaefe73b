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
        let mut places: Vec<Vec<u16>> = vec![Vec::new(); PLACES];
        for (word, number) in words.zip(0..) {
            let (first, seconds) = match *word.as_bytes() {
                // A letter of ASCII may stand before others than the word's own bytes: its case is not known.
                [first, second, ..] if first >= 0x80 || second < 0x80 => (first, second..=second),
                [first, ..] => (first, 0..=u8::MAX),
                [] => continue,
            };
            for second in seconds {
                let words = &mut places[place(first, second)];
                if words.last() != Some(&number) {
                    words.push(number);
                }
            }
        }
        let mut starts = Starts { words: Vec::new(), ends: vec![0] };
        for words in places {
            starts.words.extend(words);
            starts.ends.push(starts.words.len() as u16);
        }
        starts
    }

    /// The numbers, rising, of the words that may begin as a text does; others may be among them.
    pub fn of(&self, text: &[u8]) -> &[u16] {
        let [first, rest @ ..] = text else { return &[] };
        let place = place(*first, rest.first().copied().unwrap_or(0));
        &self.words[usize::from(self.ends[place])..usize::from(self.ends[place + 1])]
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
