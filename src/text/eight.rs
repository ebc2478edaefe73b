//! Eight bytes of ASCII at once: each function answers by the highest bit of each byte.

/// The highest bit of each byte, which no byte of ASCII has.
pub const HIGH: u64 = ONES << 7;

/// A one in each byte.
pub const ONES: u64 = 0x0101_0101_0101_0101;

/// The eight bytes of a text from `at` on as a number, where there are as many.
#[inline]
pub fn word(text: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*text.get(at..)?.first_chunk()?))
}

/// Whether `word` is printable ASCII in which no two spaces stand together, nor one before `next`, the byte behind it.
#[inline]
pub fn is_plain(word: u64, next: u8) -> bool {
    let spaces = equal(word, b' ');
    let after = u64::from(next == b' ') << 63;
    word & HIGH == 0 && below(word, b' ') == 0 && spaces & (spaces >> 8 | after) == 0
}

/// Which bytes of `word` are below `bound`; all of them are ASCII, `bound` too.
pub fn below(word: u64, bound: u8) -> u64 {
    !((word | HIGH) - ONES * u64::from(bound)) & HIGH
}

/// Which bytes of `word` are `byte`; all of them are ASCII.
pub fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * u64::from(byte)), 1)
}

/// Which bytes of `word`, all of them ASCII, are letters.
pub fn letters(word: u64) -> u64 {
    let small = word | ONES << 5;
    below(small, b'z' + 1) & !below(small, b'a')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_apart() {
        for byte in 0..0x80 {
            let word = u64::from_le_bytes([b' ', byte, b'a', byte, b'@', byte, b'[', byte]);
            let told = |bits: u64| bits.to_le_bytes().map(|bits| bits == 0x80);
            let want = |holds: fn(u8) -> bool| word.to_le_bytes().map(holds);
            assert_eq!(told(letters(word)), want(|byte| byte.is_ascii_alphabetic()));
            assert_eq!(told(below(word, b'A')), want(|byte| byte < b'A'));
            assert_eq!(told(equal(word, b' ')), want(|byte| byte == b' '));
            assert_eq!(is_plain(word, b'a'), byte > b' ');
        }
    }
}
