//! Traditional Chinese characters and their simplified ones.

/// Traditional character, simplified character, and so on, by code point. Made by `tools/variants.py` from OpenCC's
/// conversion of single characters, traditional to simplified (Apache-2.0).
const PAIRS: &str = include_str!("variants.txt");

/// First and last code point of the table: CJK Unified Ideographs and Extension A.
const FIRST: usize = 0x3400;
const LAST: usize = 0x9FFF;

/// From an ideograph to its simplified one.
#[derive(Debug)]
pub(super) struct Simplified(Vec<char>);

impl Simplified {
    pub(super) fn new() -> Self {
        let mut table: Vec<char> = ('\u{3400}'..='\u{9fff}').collect();
        let mut chars = PAIRS.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            table[from as usize - FIRST] = to;
        }
        Simplified(table)
    }

    /// The simplified form of `c`, which is `c` itself for most.
    pub(super) fn of(&self, c: char) -> char {
        match c as usize {
            code @ FIRST..=LAST => self.0[code - FIRST],
            _ => c,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simplified_character_is_its_own() {
        let table = Simplified::new();
        assert_eq!("發髮後臺灣".chars().map(|c| table.of(c)).collect::<String>(), "发发后台湾");
        assert!(table.0.iter().all(|&c| table.of(c) == c));
    }
}
