//! Edges of grapheme clusters (UAX #29), asked one at a time.

use unicode_segmentation::GraphemeCursor;

/// Answers where the grapheme clusters of a text begin and end. All answers together cost at most time in proportion to the
/// text, however many flags stand in a row.
#[derive(Debug)]
pub struct Graphemes<'t> {
    text: &'t str,
    /// The last run of regional indicators looked at: its start, and how far it is known.
    flags: (usize, usize),
}

impl<'t> Graphemes<'t> {
    /// The edges of `text`.
    pub fn new(text: &'t str) -> Self {
        Graphemes { text, flags: (0, 0) }
    }

    /// Whether a cluster begins or ends at `at`, a character boundary in UTF-8 bytes. Both ends of the text are edges.
    pub fn is_edge(&mut self, at: usize) -> bool {
        if is_plain_edge(self.text.as_bytes(), at) {
            return true;
        }
        let (Some(before), Some(after)) = (self.text[..at].chars().next_back(), self.text[at..].chars().next()) else {
            return true;
        };
        match (before, after) {
            ('\r', '\n') => false,
            _ if stands_alone(before) && stands_alone(after) => true,
            _ if is_flag(before) && is_flag(after) => self.flags_before(at).is_multiple_of(2),
            _ => GraphemeCursor::new(at, self.text.len(), true).is_boundary(self.text, 0).unwrap_or(false),
        }
    }

    /// How many regional indicators in a row end at `at`.
    fn flags_before(&mut self, at: usize) -> usize {
        let (start, known) = self.flags;
        let from = if (start..=known).contains(&at) { start } else { self.flag_start(at) };
        self.flags = (from, at.max(if from == start { known } else { 0 }));
        (at - from) / FLAG_BYTES
    }

    fn flag_start(&self, at: usize) -> usize {
        let (start, known) = self.flags;
        let mut from = at;
        for c in self.text[..at].chars().rev().take_while(|&c| is_flag(c)) {
            if from == known && known > start {
                return start;
            }
            from -= c.len_utf8();
        }
        from
    }
}

/// Whether ASCII or ideographs stand on both sides of `at`, as seen from single bytes: most edges are such.
fn is_plain_edge(bytes: &[u8], at: usize) -> bool {
    let third = at.checked_sub(3).and_then(|third| bytes.get(third));
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|last| bytes.get(last)), bytes.get(at)) else {
        return true;
    };
    (before.is_ascii() || matches!(third, Some(0xE4..=0xE9)))
        && matches!(after, 0..=0x7F | 0xE4..=0xE9)
        && (*before, *after) != (b'\r', b'\n')
}

/// Length of a regional indicator in UTF-8.
const FLAG_BYTES: usize = 4;

fn is_flag(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Whether `c` is a cluster of its own beside any other such character: Latin, Greek and Cyrillic letters, common
/// punctuation, kana, ideographs, Hangul syllables, full-width forms.
fn stands_alone(c: char) -> bool {
    matches!(c as u32,
        0..=0x2FF | 0x370..=0x482 | 0x48A..=0x52F | 0x1E00..=0x1FFF | 0x2010..=0x2027 | 0x3000..=0x3029 | 0x3041..=0x3096
        | 0x30A0..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFF01..=0xFF9D)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn edges(text: &str) -> Vec<usize> {
        let mut graphemes = Graphemes::new(text);
        let every = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        every.filter(|&at| graphemes.is_edge(at)).collect()
    }

    fn expected(text: &str) -> Vec<usize> {
        text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
    }

    #[test]
    fn clusters_are_whole() {
        for text in
            ["", "a\r\nb", "e\u{301}x", "👨\u{200d}👩\u{200d}👧!", "🇨🇳🇩🇪🇫", "क्षि", "한\u{11a8}글", "中か\u{3099}"]
        {
            assert_eq!(edges(text), expected(text), "{text}");
        }
    }

    #[test]
    fn flags_are_counted_from_either_side() {
        let text = "🇨🇳".repeat(50);
        let mut graphemes = Graphemes::new(&text);
        for at in [160, 80, 84, 164, 40, 44, 396] {
            assert_eq!(graphemes.is_edge(at), at % 8 == 0, "{at}");
        }
    }

    proptest::proptest! {
        #[test]
        fn edges_are_those_of_the_standard(text in "[a\r\n\u{301}\u{200d}👨🇨🇳कि्가각中゙\u{600}ｶﾞ]{0,12}") {
            proptest::prop_assert_eq!(edges(&text), expected(&text));
        }
    }
}
