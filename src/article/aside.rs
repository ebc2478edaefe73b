//! What was left out of the body, as its readers get it.

use serde::Serialize;

use crate::dom::{Document, NodeId};
use crate::labels::{Kind, Leftover};

/// A block of the page that was left out of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// What it is.
    pub kind: Kind,
    /// Its heading, else its first words.
    pub label: String,
    /// Its text, one line feed between blocks.
    pub text: String,
    /// Where it stands: child indices from the root, with a range where it is a run of siblings.
    pub path: String,
}

/// Characters of a label that is no heading.
const LABEL: usize = 40;

pub(super) fn entry(page: &Document, leftover: &Leftover) -> SetAside {
    let read = match leftover.kind {
        Kind::Hidden => Document::region_source,
        _ => Document::region_text,
    };
    let text = read(page, leftover.region);
    let range = page.region_range(leftover.region);
    let heading = page.nodes_in(range).find(|node| page.name(*node).is_heading());
    let label =
        heading.map(|node: NodeId| read(page, node.into()).replace('\n', " ")).filter(|label| !label.is_empty());
    SetAside {
        kind: leftover.kind,
        label: label.unwrap_or_else(|| first_words(&text)),
        text,
        path: page.path(leftover.region),
    }
}

/// The start of the first line, cut between words where it is long.
fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let Some((end, _)) = line.char_indices().nth(LABEL) else { return line.to_owned() };
    let cut = line[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
    format!("{}…", line[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_cut_between_words() {
        assert_eq!(first_words("Share this\nMore"), "Share this");
        let long = "Subscribe to our newsletter and receive the news each morning";
        assert_eq!(first_words(long), "Subscribe to our newsletter and receive…");
        assert_eq!(first_words(&"市".repeat(50)), format!("{}…", "市".repeat(40)));
    }
}
