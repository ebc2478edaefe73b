//! Lines of text as a page lays them out, with what the markup says of their pieces.

use std::ops::Range;

use crate::dom::{Document, Name, NodeId};
use crate::text::{collapse, is_indent};

/// What an element's attributes say its text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metadata) enum Hint {
    Author,
    Editor,
    Source,
    Section,
    Tags,
    Published,
    Modified,
}

/// A run of text between two element boundaries.
#[derive(Debug, Clone)]
pub(in crate::metadata) struct Piece {
    /// Its place in the line's text, in bytes.
    pub range: Range<usize>,
    /// The text node.
    pub node: NodeId,
    pub hint: Option<Hint>,
    /// The link that it stands in.
    pub link: Option<NodeId>,
    /// The `time`, or what else states one, that it stands in.
    pub time: Option<NodeId>,
}

impl Piece {
    /// The address of the link that it stands in.
    pub fn href<'a>(&self, page: &'a Document) -> Option<&'a str> {
        page.attr(self.link?, Name::HREF)
    }

    /// Whether it stands on a button.
    pub fn is_on_button(&self, page: &Document) -> bool {
        page.ancestors(self.node).take(3).any(|above| page.name(above) == Name::BUTTON)
    }
}

/// One line: the text between two block boundaries.
#[derive(Debug, Clone, Default)]
pub(in crate::metadata) struct Line {
    /// Its pieces, blanks collapsed, a tab where an element ends or starts between them.
    pub text: String,
    pub pieces: Vec<Piece>,
}

impl Line {
    /// The node of the piece that stands at a place in the text.
    pub fn node_at(&self, at: usize) -> Option<NodeId> {
        self.piece_at(at).map(|piece| piece.node)
    }

    /// The piece that stands at a place in the text, else the one before it.
    pub fn piece_at(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.range.start <= at);
        self.pieces.get(after.saturating_sub(1))
    }

    /// The text of a piece.
    pub fn piece_text(&self, piece: &Piece) -> &str {
        &self.text[piece.range.clone()]
    }

    /// Adds the line behind it.
    pub fn append(&mut self, next: Line) {
        let shift = self.text.len() + 1;
        self.text.push('\t');
        self.text.push_str(&next.text);
        self.pieces.extend(
            next.pieces
                .into_iter()
                .map(|piece| Piece { range: piece.range.start + shift..piece.range.end + shift, ..piece }),
        );
    }

    /// The text without the tabs, as printed.
    pub fn printed(&self) -> String {
        collapse(&self.text)
    }

    /// The share of the text, 0 to 1, that stands in links.
    pub fn link_share(&self) -> f32 {
        let linked: usize =
            self.pieces.iter().filter(|piece| piece.link.is_some()).map(|piece| piece.range.len()).sum();
        linked as f32 / self.text.len().max(1) as f32
    }
}

/// The lines of a range of node indices, in order: at most `most`, each at most 2,000 bytes, blank ones left out.
pub(in crate::metadata) fn lines(page: &Document, range: Range<usize>, most: usize) -> Vec<Line> {
    let mut reader = Reader {
        page,
        done: Vec::new(),
        line: Line::default(),
        hints: Vec::new(),
        links: Vec::new(),
        time: None,
        blocks: Vec::new(),
    };
    let mut nodes = page.nodes_in(range.clone());
    while let Some(node) = nodes.next() {
        reader.close_before(node);
        if reader.done.len() >= most {
            return reader.done;
        }
        if !page.is_displayed(node) || page.name(node).is_unread() {
            let behind = page.range(node).end.min(range.end);
            nodes_skip(&mut nodes, behind - node.index() - 1);
            continue;
        }
        reader.see(node);
    }
    reader.break_line();
    reader.done.truncate(most);
    reader.done
}

fn nodes_skip(nodes: &mut impl Iterator<Item = NodeId>, count: usize) {
    if count > 0 {
        nodes.nth(count - 1);
    }
}

struct Reader<'a> {
    page: &'a Document,
    done: Vec<Line>,
    line: Line,
    /// Open elements that say what their text is, with the index behind each.
    hints: Vec<(Hint, usize)>,
    links: Vec<(NodeId, usize)>,
    /// The last element that states a time, with the index behind it.
    time: Option<(NodeId, usize)>,
    blocks: Vec<usize>,
}

impl Reader<'_> {
    /// Closes what ends before `node`.
    fn close_before(&mut self, node: NodeId) {
        let ended = |end: usize| end <= node.index();
        while self.hints.last().is_some_and(|(_, end)| ended(*end)) {
            self.hints.pop();
        }
        while self.links.last().is_some_and(|(_, end)| ended(*end)) {
            self.links.pop();
        }
        while self.blocks.last().is_some_and(|end| ended(*end)) {
            self.blocks.pop();
            self.break_line();
        }
    }

    fn see(&mut self, node: NodeId) {
        let name = self.page.name(node);
        if let Some(text) = self.page.text(node) {
            return self.text(node, text);
        }
        let end = self.page.range(node).end;
        if name.is_block() {
            self.break_line();
            self.blocks.push(end);
        } else if name == Name::BR {
            self.break_line();
        } else if name == Name::A {
            self.links.push((node, end));
        } else if name == Name::TIME || stated_time(self.page, node).is_some() {
            self.time = Some((node, end));
        }
        if let Some(hint) = hint(self.page, node) {
            self.hints.push((hint, end));
        }
    }

    fn text(&mut self, node: NodeId, text: &str) {
        if text.chars().all(is_indent) || self.line.text.len() > 2_000 {
            return;
        }
        if !self.line.text.is_empty() {
            self.line.text.push('\t');
        }
        let start = self.line.text.len();
        let cut = text.floor_char_boundary(2_000);
        self.line.text.push_str(&collapse(&text[..cut]));
        let piece = Piece {
            range: start..self.line.text.len(),
            node,
            hint: self.hints.last().map(|(hint, _)| *hint),
            link: self.links.last().map(|(link, _)| *link),
            time: self.time.filter(|(_, end)| node.index() < *end).map(|(time, _)| time),
        };
        self.line.pieces.push(piece);
    }

    fn break_line(&mut self) {
        if !self.line.text.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
        }
    }
}

/// Words in `class`, `rel`, `itemprop` and `id` that say what an element's text is; the first that fits counts.
const WORDS: &[(&str, Hint)] = &[
    ("modified", Hint::Modified),
    ("updated", Hint::Modified),
    ("datemodified", Hint::Modified),
    ("editor", Hint::Editor),
    ("author", Hint::Author),
    ("byline", Hint::Author),
    ("writer", Hint::Author),
    ("reporter", Hint::Author),
    ("creator", Hint::Author),
    ("contributor", Hint::Author),
    ("datepublished", Hint::Published),
    ("published", Hint::Published),
    ("pubdate", Hint::Published),
    ("source", Hint::Source),
    ("channel", Hint::Section),
    ("category", Hint::Section),
    ("kicker", Hint::Section),
    ("eyebrow", Hint::Section),
    ("rubric", Hint::Section),
    ("tag", Hint::Tags),
    ("keywords", Hint::Tags),
];

/// The time that an element states for machines: in a `time` its `datetime`, elsewhere a `title` that is one, as
/// microformats write it (`abbr title="2011-08-25T01:40:40Z"`).
pub(in crate::metadata) fn stated_time(page: &Document, node: NodeId) -> Option<&str> {
    match page.name(node) {
        Name::TIME => page.attr(node, Name::DATETIME),
        _ => page.attr(node, Name::TITLE).filter(|title| is_iso_day(title)),
    }
}

/// Whether a text begins with a day as ISO 8601 writes it, and is no longer than one with a time and a zone.
fn is_iso_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let day = bytes.get(..10).unwrap_or_default();
    let is_day = !day.is_empty()
        && day
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() });
    is_day && bytes.len() <= 35 && matches!(bytes.get(10), None | Some(b'T' | b't' | b' '))
}

fn hint(page: &Document, node: NodeId) -> Option<Hint> {
    let mut found = None;
    if page.name(node) == Name::A && page.attr(node, Name::HREF).is_some_and(leads_to_author) {
        return Some(Hint::Author);
    }
    for (name, value) in page.attrs(node) {
        let counts = matches!(name, Name::CLASS | Name::REL | Name::ITEMPROP);
        if !counts || value.len() > 400 {
            continue;
        }
        let parts = value.split(|c: char| !c.is_ascii_alphanumeric());
        if let Some(first) = parts.filter_map(word_of).min() {
            found = Some(WORDS[first].1);
            if name != Name::CLASS {
                break;
            }
        }
    }
    found
}

/// The place in [`WORDS`] of the first word that a part of an attribute ends with.
fn word_of(part: &str) -> Option<usize> {
    let last = part.bytes().next_back()?;
    // The last letters of all words, and of their plurals.
    if part.len() < 3
        || !matches!(last.to_ascii_lowercase(), b'c' | b'd' | b'e' | b'g' | b'l' | b'r' | b's' | b'w' | b'y')
    {
        return None;
    }
    WORDS.iter().position(|(word, _)| part.len() >= word.len() && ends_with(part, word))
}

/// Whether an address is that of a person's page on a site, by its path.
pub(in crate::metadata) fn leads_to_author(address: &str) -> bool {
    let path = &address[..address.find(['?', '#']).unwrap_or(address.len())];
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let folder = path.trim_end_matches('/').rsplit('/').nth(1);
    path.len() < 300 && folder.is_some_and(is_of_author)
}

/// Whether a folder of an address holds pages of authors.
fn is_of_author(folder: &str) -> bool {
    matches!(folder, "author" | "authors" | "profile" | "people" | "person" | "contributor" | "contributors")
        || matches!(folder, "writer" | "writers" | "staff" | "team" | "by" | "columnist" | "journalist" | "expert")
        || matches!(folder, "auteur" | "autor" | "autore" | "redakteur")
}

/// Whether `part` is `word` or ends with it (`articleAuthor`), or is it in the plural.
fn ends_with(part: &str, word: &str) -> bool {
    let (part, word) = (part.as_bytes(), word.as_bytes());
    let tail = |part: &[u8]| part.len() >= word.len() && part[part.len() - word.len()..].eq_ignore_ascii_case(word);
    tail(part) || part.strip_suffix(b"s").is_some_and(tail)
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::{Limits, dom::parse};

    #[test]
    fn lines_end_where_blocks_do_and_pieces_where_elements_do() {
        let page =
            parse("<div>a <b class=post-author>b</b><p>c<br>d<i hidden>x</i></p>e</div>f", None, &Limits::default())
                .unwrap();
        let lines = lines(&page, 0..page.len(), 10);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["a\tb", "c", "d", "e", "f"]);
        assert_eq!(lines[0].pieces[1].hint, Some(Hint::Author));
        assert!(WORDS.iter().all(|(word, _)| word_of(word).is_some() && word_of(&format!("post-{word}s")).is_some()));
        assert_eq!(lines[0].piece_at(2).map(|piece| piece.hint), Some(Some(Hint::Author)));
    }

    #[test]
    fn an_address_in_the_query_of_another_is_not_read() {
        assert!(leads_to_author("/author/ann?from=https://a.example/news/rain"));
        assert!(!leads_to_author("/news/rain?from=https://a.example/author/ann"));
    }
}
