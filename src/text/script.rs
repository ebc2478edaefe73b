//! Which script a character belongs to, as far as reading depends on it.

/// Whether `c` is an ideograph, a kana or a bopomofo letter: a character that counts as a word of its own.
pub fn is_cjk(c: char) -> bool {
    c >= '\u{2E80}'
        && matches!(c as u32,
        0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x3040..=0x30FA | 0x30FC..=0x312F
        | 0x31A0..=0x31BF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
        | 0x1B000..=0x1B16F | 0x20000..=0x3FFFF)
}

/// Whether `c` belongs to a script written without spaces between words: [`is_cjk`], Thai, Lao, Khmer, Myanmar.
pub fn is_unspaced(c: char) -> bool {
    c >= '\u{E01}'
        && (is_cjk(c)
            || matches!(c as u32, 0x0E01..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x19E0..=0x19FF | 0xAA60..=0xAA7F))
}

/// Whether `c` is one of the ideographs that texts are made of: those of the main block.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_and_kana_are_cjk_and_punctuation_is_not() {
        assert!("中々あアｱ𠮷".chars().all(is_cjk));
        assert!(!"aя，。「・한ก".chars().any(is_cjk));
    }

    #[test]
    fn thai_is_written_without_spaces_and_korean_with_them() {
        assert!(is_unspaced('ก'));
        assert!(!is_unspaced('한'));
    }
}
