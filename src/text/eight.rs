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

/// The first bytes of a text as a number; bytes past its end are 0.
#[inline]
pub fn padded(text: &[u8]) -> u64 {
    let at = |at: usize| u64::from(text[at]) << (8 * at);
    let four =
        |at: usize| u64::from(u32::from_le_bytes([text[at], text[at + 1], text[at + 2], text[at + 3]])) << (8 * at);
    match text.len() {
        0 => 0,
        // What is read twice is the same twice.
        length @ 1..4 => at(0) | at(length / 2) | at(length - 1),
        length @ 4..8 => four(0) | four(length - 4),
        _ => four(0) | four(4),
    }
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

/// The highest bits of the bytes of `word`, which has no others, as the lowest eight: the first byte's the lowest.
pub fn bits(word: u64) -> u64 {
    // Each bit is moved to its place in the last byte by one of the eight summands.
    (word >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Which bytes of `word`, all of them ASCII, are letters.
pub fn letters(word: u64) -> u64 {
    between(word | ONES << 5, b'a', b'z')
}

/// Which bytes of `word`, all of them ASCII, are from `first` to `last`.
pub fn between(word: u64, first: u8, last: u8) -> u64 {
    below(word, last + 1) & !below(word, first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_filled_up() {
        let text = b"abcdefghij";
        for length in 0..=text.len() {
            let mut filled = [0; 8];
            filled[..length.min(8)].copy_from_slice(&text[..length.min(8)]);
            assert_eq!(padded(&text[..length]), u64::from_le_bytes(filled));
        }
    }

    #[test]
    fn bytes_are_told_apart() {
        for byte in 0..0x80 {
            let word = u64::from_le_bytes([b' ', byte, b'a', byte, b'@', byte, b'[', byte]);
            let told = |high: u64| {
                let told = high.to_le_bytes().map(|high| high == 0x80);
                assert_eq!(told, std::array::from_fn(|at| bits(high) >> at & 1 == 1));
                told
            };
            let want = |holds: fn(u8) -> bool| word.to_le_bytes().map(holds);
            assert_eq!(told(letters(word)), want(|byte| byte.is_ascii_alphabetic()));
            assert_eq!(told(below(word, b'A')), want(|byte| byte < b'A'));
            assert_eq!(told(equal(word, b' ')), want(|byte| byte == b' '));
            assert_eq!(is_plain(word, b'a'), byte > b' ');
        }
    }
}
