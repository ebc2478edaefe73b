//! Which labels can begin at a place of a line.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::labels::Role;
use super::vocabulary::{Form, LABELS};
use crate::text::{Starts, ascii_word};

/// A label with what it is.
pub(super) type Label = (Role, Form, &'static str);

/// The labels by how they begin.
struct Index {
    /// Those that are words of their own, by the first letter and the length of their first word.
    words: HashMap<(char, usize), Vec<Label>, FixedState>,
    /// Those that may stand in the midst of letters; none begins with ASCII.
    others: Vec<Label>,
    starts: Starts,
}

/// Built once, of constants alone.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let all = LABELS.iter().flat_map(|(role, form, names)| names.iter().map(|name| (*role, *form, *name)));
    let (alone, others): (Vec<Label>, Vec<Label>) = all.partition(|(_, form, _)| form.is_word());
    let mut words: HashMap<_, Vec<Label>, _> = HashMap::default();
    for label in alone {
        let name = label.2;
        words
            .entry((name.chars().next().unwrap_or_default(), first_word(name, ascii_word(name.as_bytes()))))
            .or_default()
            .push(label);
    }
    Index { words, starts: Starts::new(others.iter().map(|(.., name)| *name)), others }
});

/// The labels that are words of their own and may begin with `first` (lower case) at the start of `text`, which begins with so many letters
/// and digits of ASCII, in the order of the table.
pub(super) fn words_at(first: char, text: &str, ascii: usize) -> &'static [Label] {
    INDEX.words.get(&(first, first_word(text, ascii))).map_or(&[], Vec::as_slice)
}

/// The other labels that may begin with `first`, in the order of the table.
pub(super) fn others_at(first: char) -> impl Iterator<Item = &'static Label> {
    let Index { others, starts, .. } = &*INDEX;
    let may = if first.is_ascii() { &[] } else { starts.of(first.encode_utf8(&mut [0; 4]).as_bytes()) };
    may.iter().map(|number| &others[usize::from(*number)])
}

/// How many letters and digits a text begins with, of which the first so many are of ASCII.
fn first_word(text: &str, ascii: usize) -> usize {
    if text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    ascii + text[ascii..].chars().take_while(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_the_midst_of_letters_are_no_ascii() {
        assert!(INDEX.others.iter().all(|(.., name)| !name.starts_with(|c: char| c.is_ascii())));
    }

    #[test]
    fn every_label_is_looked_for_where_it_stands() {
        for name in LABELS.iter().flat_map(|(.., names)| *names) {
            for text in [(*name).to_owned(), name.to_uppercase(), format!("{name}: x")] {
                let first = text.chars().next().and_then(|c| c.to_lowercase().next()).unwrap();
                let mut labels = words_at(first, &text, ascii_word(text.as_bytes())).iter().chain(others_at(first));
                assert!(labels.any(|(.., found)| found == name), "{text}");
            }
        }
    }
}
