//! What html5ever asks of `web_atoms`: names as atoms, and the tables of character references.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/atoms.rs"));

/// Names without their `&`, each with a blank, its characters and U+0001 behind it, in order.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/entities.txt"));

/// The table of named characters.
pub static NAMED_ENTITIES: Entities = Entities(OnceLock::new());

/// What a name stands for: one code point, or two; the second is 0 where there is one.
type Points = (u32, u32);

/// Names with the characters that they stand for, in order.
pub struct Entities(OnceLock<Vec<(&'static str, Points)>>);

impl Entities {
    /// What `name`, without its `&`, stands for; zeros where it only begins a name, none where it does not.
    pub fn get(&'static self, name: &str) -> Option<&'static Points> {
        let all = self.0.get_or_init(|| NAMES.split_terminator('\u{1}').filter_map(entity).collect());
        let at = all.partition_point(|(other, _)| *other < name);
        let (next, points) = all.get(at).filter(|(next, _)| next.starts_with(name))?;
        Some(if next.len() == name.len() { points } else { &(0, 0) })
    }
}

fn entity(entry: &'static str) -> Option<(&'static str, Points)> {
    let (name, value) = entry.split_once(' ')?;
    let mut points = value.chars().map(u32::from);
    Some((name, (points.next()?, points.next().unwrap_or(0))))
}

/// What the code points U+0080 to U+009F stand for in a numeric reference (HTML standard, "numeric character reference end state").
pub static C1_REPLACEMENTS: [Option<char>; 32] = {
    const NONE: char = '\0';
    let table: [char; 32] = [
        '€', NONE, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', NONE, 'Ž', NONE, //
        NONE, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', NONE, 'ž', 'Ÿ',
    ];
    let mut replacements = [None; 32];
    let mut at = 0;
    while at < table.len() {
        if table[at] != NONE {
            replacements[at] = Some(table[at]);
        }
        at += 1;
    }
    replacements
};

#[cfg(test)]
mod tests {
    use super::NAMED_ENTITIES;

    #[test]
    fn names_and_their_beginnings_are_found() {
        let points = |name: &str| NAMED_ENTITIES.get(name).copied();
        assert_eq!(points("amp"), Some((0x26, 0)));
        assert_eq!(points("NotEqualTilde;"), Some((0x2242, 0x338)));
        assert_eq!(points("NewLine;"), Some((10, 0)));
        assert_eq!((points("no"), points("")), (Some((0, 0)), Some((0, 0))));
        assert_eq!((points("ampx"), points("AMp"), points("zzz"), points("é")), (None, None, None, None));
        assert_eq!(NAMED_ENTITIES.0.get().map(Vec::len), Some(2231));
    }
}
