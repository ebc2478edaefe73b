//! Which groups of labels can begin at a place: two characters say no to nearly all of them at once.

use super::vocabulary::LABELS;

/// By the first two characters, hashed: a bit for each group of [`LABELS`] with a label that may begin so.
static STARTS: [u16; 64 * SECOND] = starts();

/// How many second characters are told apart.
const SECOND: usize = 32;

/// The places in [`LABELS`] of the groups with a label that may begin with `first` (lower case) at the start of `text`.
pub(super) fn groups(first: char, text: &str) -> impl Iterator<Item = usize> {
    let mut bytes = [0; 4];
    let bytes = first.encode_utf8(&mut bytes).as_bytes();
    let second = match bytes {
        [_] => text
            .chars()
            .nth(1)
            .and_then(|c| c.to_lowercase().next())
            .map_or(0, |c| if c.is_ascii() { c as u8 } else { 0 }),
        [_, second, ..] => *second,
        [] => 0,
    };
    let set = STARTS[place(bytes.first().copied().unwrap_or_default(), second)];
    (0..LABELS.len()).filter(move |group| set >> group & 1 == 1)
}

const fn place(first: u8, second: u8) -> usize {
    (first as usize & 63) * SECOND + second as usize % SECOND
}

const fn starts() -> [u16; 64 * SECOND] {
    let mut starts = [0; 64 * SECOND];
    let mut group = 0;
    while group < LABELS.len() {
        let mut at = 0;
        while at < LABELS[group].2.len() {
            starts = with(starts, LABELS[group].2[at].as_bytes(), 1 << group);
            at += 1;
        }
        group += 1;
    }
    starts
}

/// Adds a label. Where its first character is of ASCII and its second is not, or there is none, any second may stand there.
const fn with(mut starts: [u16; 64 * SECOND], label: &[u8], bit: u16) -> [u16; 64 * SECOND] {
    if label.len() > 1 && (label[0] >= 0x80 || label[1] < 0x80) {
        starts[place(label[0], label[1])] |= bit;
        return starts;
    }
    let mut second = 0;
    while second < SECOND {
        starts[place(label[0], second as u8)] |= bit;
        second += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_looked_for_where_it_stands() {
        for (group, (_, _, names)) in LABELS.iter().enumerate() {
            for name in *names {
                for text in [(*name).to_owned(), name.to_uppercase(), format!("{name}: x")] {
                    let first = text.chars().next().and_then(|c| c.to_lowercase().next()).unwrap();
                    assert!(groups(first, &text).any(|found| found == group), "{text}");
                }
            }
        }
        assert_eq!(groups('z', "zxa").count(), 0);
    }
}
