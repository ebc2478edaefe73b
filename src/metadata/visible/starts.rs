//! Which labels can begin at a place of a line.

use std::sync::LazyLock;

use super::labels::Role;
use super::vocabulary::{Form, LABELS};
use crate::text::Starts;

/// A label with what it is.
pub(super) type Label = (Role, Form, &'static str);

/// The labels by how they begin: built once, of constants alone.
static INDEX: LazyLock<(Starts, Vec<Label>)> = LazyLock::new(|| {
    let labels: Vec<Label> =
        LABELS.iter().flat_map(|(role, form, names)| names.iter().map(|name| (*role, *form, *name))).collect();
    (Starts::new(labels.iter().map(|(.., name)| *name)), labels)
});

/// The labels that may begin with `first` (lower case) at the start of `text`, in the order of the table.
pub(super) fn labels_at(first: char, text: &str) -> impl Iterator<Item = Label> {
    let (starts, labels) = &*INDEX;
    let mut bytes = [0; 4];
    let (first, second) = match first.encode_utf8(&mut bytes).as_bytes() {
        [first, second, ..] => (*first, *second),
        [first] => (*first, small(text.chars().nth(1))),
        [] => (0, 0),
    };
    starts.at(first, second).iter().map(|number| labels[usize::from(*number)])
}

/// The small letter of ASCII that a character is a form of; 0 for others.
fn small(c: Option<char>) -> u8 {
    let small = c.and_then(|c| if c.is_ascii() { Some(c.to_ascii_lowercase()) } else { c.to_lowercase().next() });
    small.filter(char::is_ascii).map_or(0, |c| c as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_looked_for_where_it_stands() {
        for name in LABELS.iter().flat_map(|(.., names)| *names) {
            for text in [(*name).to_owned(), name.to_uppercase(), format!("{name}: x")] {
                let first = text.chars().next().and_then(|c| c.to_lowercase().next()).unwrap();
                assert!(labels_at(first, &text).any(|(.., found)| found == *name), "{text}");
            }
        }
    }
}
