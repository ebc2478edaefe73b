//! Small tables of characters, after the Unicode Character Database (17.0).

/// Whether `c` is default-ignorable (DerivedCoreProperties, `Default_Ignorable_Code_Point`): it shows nothing. Tag characters
/// are left out, since they tell flags apart.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c as u32,
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFF8 | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A | 0xE0000..=0xE001F | 0xE0080..=0xE0FFF)
}

/// Whether `c` is a pictograph or symbol that a zero-width joiner binds into one picture.
pub(super) fn is_picture(c: char) -> bool {
    matches!(c as u32, 0x2190..=0x2BFF | 0x1F000..=0x1FBFF)
}

/// Whether `c` is a mark that readers take for decoration of the letter before it: the combining blocks of Latin, Greek and
/// Cyrillic, Hebrew points, Arabic and Syriac vowels, and the Arabic stretch (tatweel).
pub(super) fn is_diacritic(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7 | 0x610..=0x61A
        | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED | 0x711
        | 0x730..=0x74A | 0x898..=0x89F | 0x8CA..=0x8E1 | 0x8E3..=0x8FF | 0x1AB0..=0x1ACE | 0x1DC0..=0x1DFF
        | 0x20D0..=0x20DC | 0x20E1 | 0x20E5..=0x20F0 | 0xFE20..=0xFE2F)
}

/// Whether `mark` makes another letter of Cyrillic `base`, where elsewhere it is decoration: `й`, `ў`, `ї`, which the Unicode
/// Collation Algorithm (DUCET) also gives primary weights of their own.
pub(super) fn makes_letter(base: char, mark: char) -> bool {
    matches!((base, mark), ('и' | 'И' | 'у' | 'У', '\u{306}') | ('і' | 'І', '\u{308}'))
}

/// What is left of a letter whose stroke or tie is no separate mark; DUCET gives these secondary differences.
pub(super) fn without_stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'Ø' => "O",
        'đ' => "d",
        'Đ' => "D",
        'ł' => "l",
        'Ł' => "L",
        'ħ' => "h",
        'Ħ' => "H",
        'ŧ' => "t",
        'Ŧ' => "T",
        'ı' => "i",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        _ => return None,
    })
}

/// The ordinary form of a full-width or half-width character (UnicodeData, `<wide>` and `<narrow>`); other characters as
/// they are.
pub(super) fn ordinary_width(c: char) -> char {
    const KANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";
    const SYMBOLS: &str = "¢£¬¯¦¥₩￧│←↑→↓■○";
    let code = c as u32;
    let nth = |table: &str, first: u32| table.chars().nth((code - first) as usize);
    let shifted = |by: u32| char::from_u32(code - by);
    let form = match code {
        0xFF01..=0xFF5E => shifted(0xFEE0),
        0xFF5F..=0xFF60 => char::from_u32(code - 0xFF5F + 0x2985),
        0xFF61..=0xFF9F => nth(KANA, 0xFF61),
        0xFFA1..=0xFFBE => shifted(0xFFA1 - 0x3131),
        0xFFC2..=0xFFC7 => shifted(0xFFC2 - 0x314F),
        0xFFCA..=0xFFCF => shifted(0xFFCA - 0x3155),
        0xFFD2..=0xFFD7 => shifted(0xFFD2 - 0x315B),
        0xFFDA..=0xFFDC => shifted(0xFFDA - 0x3161),
        0xFFE0..=0xFFEE => nth(SYMBOLS, 0xFFE0),
        _ => None,
    };
    form.unwrap_or(c)
}

/// Whether `c` joins the piece of the character before it although its combining class is 0: vowels and finals of Hangul,
/// half-width voicing marks, vowel signs that compose.
pub(super) fn joins(c: char) -> bool {
    matches!(c as u32,
        0x9BE | 0x9D7 | 0xB3E | 0xB56 | 0xB57 | 0xBBE | 0xBD7 | 0xCC2 | 0xCD5 | 0xCD6 | 0xD3E | 0xD57 | 0xDCF | 0xDDF
        | 0x102E | 0x1161..=0x11FF | 0x1B35 | 0xD7B0..=0xD7FB | 0xFF9E | 0xFF9F | 0x11127 | 0x1133E | 0x11357 | 0x114B0
        | 0x114BA | 0x114BD | 0x115AF | 0x11930)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_narrow_forms_find_their_ordinary_ones() {
        let folded: String = "ＡＢＣ１２３！～｡ｱﾝｶﾞ￥￦￨ￎ".chars().map(ordinary_width).collect();
        assert_eq!(folded, "ABC123!~。アンカ\u{3099}¥₩│ㅙ");
        assert_eq!(ordinary_width('\u{ffee}'), '○');
    }

    #[test]
    fn flags_keep_their_tags() {
        assert!(is_ignorable('\u{ad}') && is_ignorable('\u{fe0f}'));
        assert!(!is_ignorable('\u{e0067}'));
    }
}
